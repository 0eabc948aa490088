/** Text in the company's two languages: the window's language first, the other one beneath once it is wanted or filled. */
import { useState } from 'react'
import { languageNames } from '#renderer/ui/language-choice.tsx'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import type { FieldInputProps } from './field-input.tsx'
import { useWords } from './words.ts'

export function BilingualInput(props: FieldInputProps & { readonly long: boolean }) {
  const { id, value, onChange, onBlur, invalid, describedBy, disabled, long } = props
  const { language, t } = useWords()
  const text = (value ?? { ja: null, en: null }) as Bilingual
  const other: Language = language === 'ja' ? 'en' : 'ja'
  const [both, setBoth] = useState(false)
  const second = both || (text[other] ?? '') !== ''
  const control = (part: Language, first: boolean) => {
    const common = {
      id: first ? id : `${id}-${part}`,
      className: 'input',
      lang: part,
      value: text[part] ?? '',
      disabled,
      onBlur,
      'aria-invalid': first ? invalid : undefined,
      'aria-describedby': first ? describedBy : undefined,
      'aria-label': first ? undefined : languageNames[part],
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        onChange({ ...text, [part]: event.currentTarget.value === '' ? null : event.currentTarget.value }, false),
    }
    return long ? <textarea {...common} rows={2} /> : <input {...common} />
  }
  return (
    <div className="bilingual">
      {control(language, true)}
      {second ? (
        <div className="bilingual-second">
          <span lang={other} aria-hidden>
            {languageNames[other]}
          </span>
          {control(other, false)}
        </div>
      ) : (
        disabled !== true && (
          <button type="button" className="text-button bilingual-add" lang={other} onClick={() => setBoth(true)}>
            {t('app.addLanguage', { language: languageNames[other] })}
          </button>
        )
      )}
    </div>
  )
}
