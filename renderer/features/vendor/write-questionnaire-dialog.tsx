/** Writes a questionnaire for one vendor into a folder that a person chooses. */
import { useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { textOrNull } from '#renderer/records/typed-text.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { type DueDiligence, type QuestionnaireFormat, questionnaireFormats } from '#shared/contract/questionnaire.ts'
import { type Language, languages } from '#shared/domain/text.ts'

interface Props {
  readonly vendor: DueDiligence['vendor']
  readonly contracts: DueDiligence['contracts']
  readonly onClose: () => void
}

export function WriteQuestionnaireDialog({ vendor, contracts, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const [format, setFormat] = useState<QuestionnaireFormat>('xlsx')
  const [language, setLanguage] = useState<Language>(words.language)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const write = async (answerBy: string | null, purpose: string | null) => {
    const refused = (error: unknown) => tell.refused(sayError(words.language, error))
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, token, questions } = await client.questionnaire.write({
        vendorId: vendor.id,
        folder: folder.token,
        format,
        language,
        contractIds: [...chosen],
        answerBy,
        purpose,
      })
      tell.done(t('questionnaire.written', { name, count: questions }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch(refused)
        },
      })
    } catch (error) {
      refused(error)
    }
  }
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <DialogForm
      name="write-questionnaire"
      title={t('questionnaire.writeTo', { name: words.name(vendor.name) })}
      fields={[
        { name: 'answerBy', kind: 'day', label: t('questionnaire.cover.answerBy'), span: 6 },
        {
          name: 'purpose',
          kind: 'text',
          label: t('questionnaire.cover.purpose'),
          hint: t('questionnaire.purposeHint'),
        },
      ]}
      initial={{ answerBy: null, purpose: '' }}
      submitLabel={t('questionnaire.chooseFolder')}
      onCancel={onClose}
      onSubmit={(values) => {
        onClose()
        return write(textOrNull(values.answerBy), textOrNull(values.purpose))
      }}
    >
      <p className="hint">{t('questionnaire.writeHint')}</p>
      <div className="questionnaire-choices">
        <span className="questionnaire-choice">
          <span className="field-label" id="questionnaire-format">
            {t('questionnaire.format')}
          </span>
          <ChoiceGroup
            labelledBy="questionnaire-format"
            values={questionnaireFormats}
            chosen={format}
            say={(each) => t(`questionnaire.formats.${each}`)}
            onChoose={setFormat}
          />
        </span>
        <span className="questionnaire-choice">
          <span className="field-label" id="questionnaire-language">
            {t('questionnaire.language')}
          </span>
          <ChoiceGroup
            labelledBy="questionnaire-language"
            values={languages}
            chosen={language}
            say={(each) => words.value('language', each)}
            onChoose={setLanguage}
          />
        </span>
      </div>
      {contracts.length > 0 && (
        <fieldset className="questionnaire-contracts">
          <legend className="field-label">{t('questionnaire.withContracts')}</legend>
          {contracts.map(({ id, code, name, open }) => (
            <label key={id}>
              <input type="checkbox" checked={chosen.has(id)} disabled={open === 0} onChange={() => toggle(id)} />{' '}
              <span className="code">{code}</span> {words.name(name)}{' '}
              <span className="muted">{t('questionnaire.openPoints', { count: open })}</span>
            </label>
          ))}
        </fieldset>
      )}
    </DialogForm>
  )
}
