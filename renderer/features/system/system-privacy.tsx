/**
 * The personal data of a system: its uses with what they consist of and rest on, what is open, its impact assessments, and what
 * is coming for people under 16 and for face features. What is not in force says so, and nothing is read from a missing answer.
 */
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { nounClient, useApi } from '#renderer/api/client.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { isEmpty } from '#renderer/records/field-value.tsx'
import { ComingRules } from './coming-rules.tsx'
import { SystemAssessments } from './system-assessments.tsx'
import { UseTable } from './use-table.tsx'
import './system-privacy.css'

export function SystemPrivacy({ detail }: DetailProps<'system'>) {
  const { record } = detail
  const words = useWords()
  const mayChange = useMayChange()
  const { utils } = useApi()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(utils.dataUse.ofSystem.queryOptions({ input: { systemId: record.id } }))
  if (data === undefined) return null
  return (
    <section className="sheet form-section system-privacy" aria-label={words.t('privacy.system')}>
      <h2>
        {words.t('privacy.system')}{' '}
        {data.uses.length > 0 && <span className="hint">{words.t('privacy.countedAgainst')}</span>}
        {mayChange && (
          <button type="button" className="text-button sheet-action" onClick={() => setAdding(true)}>
            <IconPlus size={12} stroke={1.5} aria-hidden /> {words.t('privacy.addUse')}
          </button>
        )}
      </h2>
      {data.uses.length === 0 ? (
        <p className="muted">{words.t(data.need === null ? 'privacy.noPersonal' : 'privacy.noUse')}</p>
      ) : (
        <UseTable uses={data.uses} />
      )}
      <SystemAssessments need={data.need} dpias={data.dpias} />
      <ComingRules uses={data.uses} />
      {adding && <AddUse detail={detail} onClose={() => setAdding(false)} />}
    </section>
  )
}

const asked = [
  ['name', 12],
  ['personal', 6],
  ['sensitive', 6],
  ['under16', 6],
  ['faceFeatures', 6],
  ['purpose', 12],
] as const

/** A use of this system in one step; everything else is filled in on its own page. */
function AddUse({ detail: { record }, onClose }: DetailProps<'system'> & { readonly onClose: () => void }) {
  const words = useWords()
  const create = useChange((client, values: Readonly<Record<string, unknown>>) =>
    nounClient(client, 'dataUse').create(values),
  )
  return (
    <DialogForm
      name="system-data-use"
      title={words.t('privacy.title.addUse', { code: record.code })}
      fields={asked.map(([name, span]) => nounField(words, 'dataUse', name, { span }))}
      initial={{}}
      submitLabel={words.t('action.register')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))
        await create.mutateAsync({ ...filled, systemId: record.id })
        onClose()
      }}
    />
  )
}
