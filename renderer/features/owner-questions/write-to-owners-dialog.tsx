/** Writes a workbook to each owner of the chosen systems into a folder that a person chooses. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { textOrNull } from '#renderer/records/typed-text.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { type Language, languages } from '#shared/domain/text.ts'

interface Props {
  readonly owners: number
  readonly systemIds: readonly string[]
  readonly onClose: () => void
  readonly onWritten: () => void
}

export function WriteToOwnersDialog({ owners, systemIds, onClose, onWritten }: Props) {
  const words = useWords()
  const { t } = words
  const { client } = useApi()
  const queries = useQueryClient()
  const choose = useChooseFile()
  const tell = useTell()
  const [language, setLanguage] = useState<Language>(words.language)
  const write = async (answerBy: string | null) => {
    const refused = (error: unknown) => {
      tell.refused(sayError(words.language, error))
    }
    const folder = await choose('output-folder')
    if (folder === null) return
    const input = { folder: folder.token, language, answerBy, systemIds: [...systemIds] }
    try {
      const { files, token } = await tellSaving(() => client.ownerQuestions.write(input))
      onWritten()
      await queries.invalidateQueries()
      tell.done(t('ownerQuestions.written', { count: files.length }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch(refused)
        },
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <DialogForm
      name="write-to-owners"
      title={t('ownerQuestions.write', { count: owners })}
      fields={[{ name: 'answerBy', kind: 'day', label: t('ownerQuestions.answerBy'), span: 6 }]}
      initial={{ answerBy: null }}
      submitLabel={t('ownerQuestions.chooseFolder')}
      onCancel={onClose}
      onSubmit={(values) => {
        onClose()
        return write(textOrNull(values.answerBy))
      }}
    >
      <p className="hint">{t('ownerQuestions.writeHint')}</p>
      <p>
        <span className="field-label" id="owner-language">
          {t('ownerQuestions.language')}
        </span>
        <ChoiceGroup
          labelledBy="owner-language"
          values={languages}
          chosen={language}
          say={(each) => words.value('language', each)}
          onChoose={setLanguage}
        />
      </p>
    </DialogForm>
  )
}
