/** The organisation's own fields, saved as they are left. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { tellSaving } from '#renderer/api/save-state.ts'
import { AutosaveField } from '#renderer/records/autosave-field.tsx'
import { FieldConflict, type SaveField } from '#renderer/records/record-saver.ts'
import { sameValue } from '#renderer/records/same-value.ts'
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
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(
    (field, value, base) => {
      const save = async () => {
        const known = queries.getQueryData<Settings>(utils.organisation.settings.queryKey())?.organisation
        const { id, version, ...rest } = known ?? (await client.organisation.settings()).organisation
        const now = valueOf(rest, field)
        if (!sameValue(now, base)) throw new FieldConflict(now)
        try {
          await client.organisation.update({ id, version, patch: { [field]: value } })
        } finally {
          await queries.invalidateQueries()
        }
      }
      const running = queue.current.then(() => tellSaving(save))
      queue.current = running.catch(() => null)
      return running
    },
    [client, queries, utils],
  )
}
