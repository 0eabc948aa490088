/** Mappings that the register keeps: chosen for this list, kept under a name, written to a file and read from one. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import type { ImportNoun } from '#shared/domain/import-profile.ts'
import type { MappingFile } from '#shared/domain/import-mapping.ts'

interface Props {
  readonly noun: ImportNoun
  /** The mapping that the list is read with now, to be kept. */
  readonly current: MappingFile
  readonly onChoose: (mapping: MappingFile) => void
}

export function SavedMappings({ noun, current, onChoose }: Props) {
  const { t, language } = useWords()
  const { utils, client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const mayChange = useMayChange()
  const { data } = useQuery(utils.importing.mappings.queryOptions({ input: { noun } }))
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState('')
  const keep = useChange((api) => api.importing.keepMapping({ noun, title: title.trim(), mapping: current }))
  const drop = useChange((api) => api.importing.dropMapping({ id: chosen }))
  const kept = data ?? []
  const read = async () => {
    const file = await choose('import-mapping')
    if (file === null) return
    try {
      const { title: name, mapping } = await client.importing.readMapping({ token: file.token })
      setTitle(name)
      onChoose(mapping)
    } catch (error) {
      tell.refused(sayError(language, error))
    }
  }
  return (
    <section className="sheet form-section">
      <h2>{t('import.mappings')}</h2>
      <div className="import-mappings">
        <label className="field-label">
          {t('import.mappingUse')}
          <select
            className="input import-side"
            value={chosen}
            onChange={(event) => {
              const one = kept.find(({ id }) => id === event.currentTarget.value)
              setChosen(one?.id ?? '')
              if (one === undefined) return
              setTitle(one.title)
              onChoose(one.mapping)
            }}
          >
            <option value="">{t('import.mappingNone')}</option>
            {kept.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field-label">
          {t('import.mappingTitle')}
          <input
            className="input import-side"
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <span className="button-row">
          {mayChange && (
            <button
              type="button"
              className="button"
              disabled={title.trim() === '' || keep.isPending}
              onClick={() =>
                keep.mutate(undefined, { onSuccess: (one) => tell.done(t('import.mappingKept', { title: one.title })) })
              }
            >
              {t('import.mappingKeep')}
            </button>
          )}
          {mayChange && chosen !== '' && (
            <button
              type="button"
              className="button"
              disabled={drop.isPending}
              onClick={() => drop.mutate(undefined, { onSuccess: () => setChosen('') })}
            >
              {t('import.mappingDrop')}
            </button>
          )}
          <button type="button" className="button" onClick={() => void read()}>
            {t('import.mappingRead')}
          </button>
          <TableFileButton
            label={t('import.mappingWrite')}
            write={(folder) =>
              client.importing.writeMapping({ folder, title: title.trim() || t('import.mappings'), mapping: current })
            }
          />
        </span>
      </div>
    </section>
  )
}
