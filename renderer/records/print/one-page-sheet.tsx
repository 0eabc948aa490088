/** The one-page sheet of a record, as a PDF in a chosen folder. */
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'
import type { SheetNoun } from '#shared/contract/printing.ts'
import type { Language } from '#shared/domain/text.ts'
import { useWords } from '../words.ts'
import { usePrintToFolder } from './print-to-folder.ts'

export function OnePageSheet({ noun, id }: { readonly noun: SheetNoun; readonly id: string }) {
  const words = useWords()
  const { t } = words
  const [language, setLanguage] = useState<Language>(words.language)
  const { printing, print } = usePrintToFolder()
  return (
    <section className="sheet form-section" data-print="none">
      <h2>{t(`sheet.title.${noun}`)}</h2>
      <LanguageChoice label={t('app.packLanguage')} language={language} onChange={setLanguage} />
      <div className="button-row">
        <button
          type="button"
          className="button"
          disabled={printing}
          onClick={() => void print((client, folder) => client.printing.record({ noun, id, language, folder }))}
        >
          <IconPrinter size={16} stroke={1.5} aria-hidden />
          {t('sheet.print')}
        </button>
      </div>
    </section>
  )
}
