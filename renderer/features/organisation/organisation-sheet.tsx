/** The organisation's own fields, saved as they are left. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { AutosaveField } from '#renderer/records/autosave-field.tsx'
import { type SaveField, useSaveQueue } from '#renderer/records/record-saver.ts'
import { saveField } from '#renderer/records/save-field.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Settings } from '#shared/contract/organisation.ts'
import { fields } from '#shared/domain/fields.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { valueOf } from '#renderer/records/value-of.ts'

const spans: Readonly<Record<string, number>> = {
  name: 6,
  entityCode: 3,
  fiscalStartMonth: 3,
  language: 3,
  timeZone: 3,
  classification: 3,
  dayCalendar: 3,
}

export function OrganisationSheet({ organisation }: { readonly organisation: RecordOf<'organisation'> }) {
  const words = useWords()
  const save = useOrganisationSaver()
  return (
    <section className="sheet form-section">
      <h2>{words.one('organisation')}</h2>
      <div className="field-grid">
        {fields.organisation
          .filter((field) => field.byVerb !== true)
          .map((field) => (
            <AutosaveField
              key={field.name}
              noun="organisation"
              recordId={organisation.id}
              field={field}
              value={valueOf(organisation, field.name)}
              labels={{}}
              save={save}
              span={spans[field.name]}
            />
          ))}
      </div>
      <p className="hint">{words.t('app.registerId', { id: organisation.registerId })}</p>
    </section>
  )
}

/** As for other records: with the version that was read, one save after the other. */
function useOrganisationSaver(): SaveField {
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const inTurn = useSaveQueue()
  return useCallback(
    (field, value, base) =>
      inTurn(async () => {
        const options = utils.organisation.settings.queryOptions()
        const organisation = await saveField(
          {
            known: async () => (await queries.query({ ...options, staleTime: 'static' })).organisation,
            update: async (version, patch) => {
              const { id } = (await queries.query({ ...options, staleTime: 'static' })).organisation
              return client.organisation.update({ id, version, patch })
            },
          },
          field,
          value,
          base,
        )
        queries.setQueryData<Settings>(options.queryKey, (settings) => settings && { ...settings, organisation })
      }),
    [client, inTurn, queries, utils],
  )
}
