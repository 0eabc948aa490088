/** Training by role (役割別研修): what is required of whom, how often, and who has done it. */
import { IconSchool } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { DueDay } from '#renderer/records/day-value.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { CompletionsDialog } from './completions-dialog.tsx'
import { TrainingGroups } from './training-groups.tsx'

type Props = DetailProps<'training'>

function Identity({ detail: { derived } }: Props) {
  const { t } = useWords()
  const { required, done } = derived
  if (required === 0) return <span>{t('training.nobody')}</span>
  return (
    <>
      <span>{t('training.sum', { done, required })}</span>
      {done < required && <StatusMark status="warning" word={t('training.notDone', { count: required - done })} />}
    </>
  )
}

function Main({ detail }: Props) {
  const { record } = detail
  const words = useWords()
  const { utils } = useApi()
  const { data } = useQuery(utils.training.picture.queryOptions({ input: { day: null, trainingId: record.id } }))
  const [training] = data?.trainings ?? []
  return (
    <>
      <section className="sheet form-section">
        <h2>{words.t('training.byRole')}</h2>
        {data !== undefined && training !== undefined && (
          <TrainingGroups
            groups={training.groups}
            people={training.people}
            labels={data.labels}
            caption={words.name(record.name)}
          />
        )}
        {data !== undefined && training === undefined && <p className="muted">{words.t('training.notInForce')}</p>}
      </section>
      <section className="sheet form-section">
        <Completions detail={detail} />
      </section>
    </>
  )
}

/** Who has done it when, the latest first. */
function Completions({ detail: { related, labels } }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const [withdrawing, setWithdrawing] = useState<RecordOf<'trainingCompletion'> | null>(null)
  const withdraw = useChange((client, input: { id: string; version: number; reason: string }) =>
    client.training.withdrawCompletion(input),
  )
  const rows = (related.trainingCompletion ?? []).filter((row) => row.withdrawn === null)
  return (
    <section className="related">
      <h3>
        {words.many('trainingCompletion')} <span className="muted">{rows.length}</span>
      </h3>
      {rows.length === 0 && <p className="muted">{words.t('app.noneLinked')}</p>}
      <ul className="training-choices training-completions">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="figures">{row.on}</span>
            <RecordLink id={row.personId} labels={labels} />
            <span className="related-name muted">{row.reference}</span>
            <span className="related-end">
              {row.validUntil !== null && <DueDay day={row.validUntil} pastWord="app.expired" />}
              {mayChange && (
                <button
                  type="button"
                  className="text-button"
                  aria-label={words.t('training.withdrawOf', { name: words.label(labels, row.personId) })}
                  onClick={() => setWithdrawing(row)}
                >
                  {words.t('action.withdraw')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {withdrawing !== null && (
        <DialogForm
          name="withdraw-completion"
          title={words.t('training.withdrawOf', { name: words.label(labels, withdrawing.personId) })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.withdraw')}
          onCancel={() => setWithdrawing(null)}
          onSubmit={async (values) => {
            const { id, version } = withdrawing
            await withdraw.mutateAsync({ id, version, reason: textOf(values.reason) })
            setWithdrawing(null)
          }}
        />
      )}
    </section>
  )
}

function Verbs({ detail: { record } }: Props) {
  const { t } = useWords()
  const { utils } = useApi()
  const [recording, setRecording] = useState(false)
  const { data } = useQuery({
    ...utils.training.picture.queryOptions({ input: { day: null, trainingId: record.id } }),
    enabled: recording,
  })
  return (
    <>
      <button type="button" className="button" onClick={() => setRecording(true)}>
        {t('training.record')}
      </button>
      {recording && data !== undefined && (
        <CompletionsDialog
          trainingId={record.id}
          code={record.code}
          people={data.trainings[0]?.people ?? []}
          labels={data.labels}
          onClose={() => setRecording(false)}
        />
      )}
    </>
  )
}

export const trainingScreen: NounScreen<'training'> = {
  noun: 'training',
  icon: IconSchool,
  columns: [
    codeColumn('training'),
    nameColumn('training'),
    fieldColumn('training', 'policyId', { ja: 180, en: 200 }),
    fieldColumn('training', 'cycleMonths', { ja: 96, en: 110 }),
    fieldColumn('training', 'from', 118),
    fieldColumn(
      'training',
      'requiredPeople',
      { ja: 84, en: 96 },
      {
        Cell: ({ row }) => <span className="figures">{row.derived.required}</span>,
      },
    ),
    fieldColumn(
      'training',
      'notDone',
      { ja: 112, en: 124 },
      {
        Cell: ({ row }) => (
          <span className="figures">
            {row.derived.required - row.derived.done}/{row.derived.required}
          </span>
        ),
      },
    ),
  ],
  filters: ['roles', 'postKinds', 'unitIds', 'policyId'],
  sort: [],
  createFields: [
    ['name', 12],
    ['description', 12],
    ['cycleMonths', 4],
    ['from', 4],
    ['to', 4],
    ['roles', 6],
    ['postKinds', 6],
    ['postIds', 6],
    ['unitIds', 6],
    ['personIds', 12],
    ['policyId', 6],
    ['ownerPostId', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['description', 12],
        ['policyId', 6],
        ['ownerPostId', 6],
        ['cycleMonths', 4],
        ['from', 4],
        ['to', 4],
      ],
    },
    {
      name: 'audience',
      fields: [
        ['roles', 6],
        ['postKinds', 6],
        ['postIds', 6],
        ['unitIds', 6],
        ['personIds', 12],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'description',
    'policyId',
    'cycleMonths',
    'from',
    'roles',
    'postKinds',
    'postIds',
    'unitIds',
    'personIds',
    'ownerPostId',
  ],
  Identity,
  Main,
  Related: Completions,
  Verbs,
}
