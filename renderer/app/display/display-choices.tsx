/** Language, theme, size and motion of this window: each a row of choices, taken at once. Needs no open register. */
import { Modal } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay, useSetDisplay } from '#renderer/api/display.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useLanguage } from '#renderer/api/status.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { languageNames } from '#renderer/ui/language-choice.tsx'
import { commands } from '#shared/domain/commands.ts'
import { type Display, displaySchema, zoomSteps } from '#shared/domain/display.ts'
import './display.css'

export function DisplayChoices() {
  const { t } = useTranslation()
  const language = useLanguage()
  const display = useDisplay()
  const { mutate, error } = useSetDisplay()
  if (display === undefined) return null
  const row = <Name extends keyof Display>(
    name: Name,
    label: string,
    values: readonly Display[Name][],
    say: (value: Display[Name]) => ReactNode,
  ) => (
    <Choices
      label={label}
      values={values}
      say={say}
      chosen={display[name]}
      onChoose={(value) => mutate({ [name]: value })}
    />
  )
  return (
    <div className="display-choices">
      {row('language', t('display.language'), displaySchema.shape.language.options, (value) =>
        value === 'system' ? t('display.system') : <span lang={value}>{languageNames[value]}</span>,
      )}
      {row('theme', t('display.theme'), displaySchema.shape.theme.options, (value) =>
        t(value === 'system' ? 'display.system' : `display.${value}`),
      )}
      {row('zoom', t('display.zoom'), zoomSteps, (value) => `${String(value)} %`)}
      <p className="hint">{t('display.zoomHint')}</p>
      {row('motion', t('display.motion'), displaySchema.shape.motion.options, (value) =>
        t(value === 'system' ? 'display.system' : 'display.reduced'),
      )}
      {row('letterKeys', t('display.letterKeys'), displaySchema.shape.letterKeys.options, (value) =>
        t(`display.letterKeysAre.${value}`),
      )}
      <p className="hint">{t('display.letterKeysHint', { keys: letters })}</p>
      <p className="hint">{t(display.isKept ? 'display.kept' : 'display.notKept')}</p>
      {error !== null && (
        <p className="refusal" role="alert">
          {sayError(language, error)}
        </p>
      )}
    </div>
  )
}

const letters = commands.flatMap(({ letter }) => letter ?? []).join(' ')

function Choices<Value extends string | number>({
  label,
  values,
  say,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly values: readonly Value[]
  readonly say: (value: Value) => ReactNode
  readonly chosen: Value
  readonly onChoose: (value: Value) => void
}) {
  const id = useId()
  return (
    <div className="display-row">
      <span id={id} className="display-name">
        {label}
      </span>
      <ChoiceGroup labelledBy={id} values={values} chosen={chosen} say={say} onChoose={onChoose} />
    </div>
  )
}

/** As a part of the settings. */
export function DisplaySheet() {
  const { t } = useTranslation()
  return (
    <section className="sheet display-sheet" aria-labelledby="display-title">
      <h2 id="display-title">{t('display.title')}</h2>
      <DisplayChoices />
    </section>
  )
}

/** Where there are no settings yet: before a register is open. */
export function DisplayButton() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('display.title')}
      </button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('display.title')}
        size={620}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <DisplayChoices />
      </Modal>
    </>
  )
}
