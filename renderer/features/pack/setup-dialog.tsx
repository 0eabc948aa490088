/** How a pack is set up: language, pages and their order, top risks, annexes, classification, names, page budget. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { numberOrNull } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { FinishingState } from '#shared/contract/finishing.ts'
import {
  lastSection,
  packAnnexes,
  type PackChoices,
  packChoicesSchema,
  packSections,
  type PackSection,
} from '#shared/domain/finishing.ts'

const plain = ['language', 'classification', 'naming', 'topRisks', 'pageBudget'] as const

export function SetupDialog(props: {
  readonly packId: string | null
  readonly state: FinishingState
  readonly onClose: () => void
}) {
  const words = useWords()
  const { t } = words
  const { packId, state, onClose } = props
  const [sections, setSections] = useState<readonly PackSection[]>(state.choices.sections)
  const [annexes, setAnnexes] = useState<PackChoices['annexes']>(state.choices.annexes)
  const save = useChange((client, choices: PackChoices) =>
    client.finishing.saveSetup({ packId, version: state.setupVersion, choices }),
  )
  const move = (section: PackSection, by: -1 | 1) => {
    const from = sections.indexOf(section)
    const other = sections[from + by]
    if (other === undefined) return
    setSections(sections.map((each, index) => (index === from ? other : index === from + by ? section : each)))
  }
  return (
    <DialogForm
      name="pack-setup"
      title={t('finishing.setUpTitle')}
      fields={plain.map((name) => nounField(words, 'packSetup', name, { byVerb: undefined, span: 6 } as object))}
      initial={{ ...state.choices }}
      submitLabel={t('finishing.saveSetup')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const { language, classification, naming, topRisks } = values
        await save.mutateAsync(
          packChoicesSchema.parse({
            language,
            classification,
            naming,
            topRisks,
            pageBudget: numberOrNull(values.pageBudget),
            sections,
            annexes,
          }),
        )
        onClose()
      }}
    >
      <fieldset className="check-column">
        <legend className="field-label">{words.field('packSetup', 'sections')}</legend>
        {[...sections, ...packSections.filter((each) => !sections.includes(each))].map((section) => {
          const place = sections.indexOf(section)
          const name = t(`pack.page.${section}`)
          return (
            <span key={section} className="pack-section-row">
              <label>
                <input
                  type="checkbox"
                  checked={place >= 0}
                  disabled={section === lastSection}
                  onChange={(event) =>
                    setSections(
                      event.target.checked ? [...sections, section] : sections.filter((each) => each !== section),
                    )
                  }
                />
                {name}
              </label>
              <button
                type="button"
                className="text-button"
                disabled={place <= 0}
                aria-label={`${t('finishing.up')} ${name}`}
                onClick={() => move(section, -1)}
              >
                {t('finishing.up')}
              </button>
              <button
                type="button"
                className="text-button"
                disabled={place < 0 || place === sections.length - 1}
                aria-label={`${t('finishing.down')} ${name}`}
                onClick={() => move(section, 1)}
              >
                {t('finishing.down')}
              </button>
            </span>
          )
        })}
      </fieldset>
      <fieldset className="check-column">
        <legend className="field-label">{words.field('packSetup', 'annexes')}</legend>
        {packAnnexes.map((annex) => (
          <label key={annex}>
            <input
              type="checkbox"
              checked={annexes.includes(annex)}
              onChange={(event) =>
                setAnnexes(
                  packAnnexes.filter((each) => (each === annex ? event.target.checked : annexes.includes(each))),
                )
              }
            />
            {annex} {t(`finishing.annex.${annex}`)}
          </label>
        ))}
      </fieldset>
      <p className="hint">{t('finishing.namingHint')}</p>
    </DialogForm>
  )
}
