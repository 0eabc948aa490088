/** Acceptances and exceptions: one kind of record, made on a risk or control and ended here. */
import { IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { AcceptDialog } from '#renderer/records/accept-dialog.tsx'
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { codeColumn, fieldColumn } from '#renderer/records/field-column.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import type { DetailProps, ListRow, NounScreen } from '#renderer/records/noun-screen.ts'
import { dayField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Derived } from '#shared/contract/records.ts'
import { textOf } from '#renderer/records/typed-text.ts'

function Subject({ row }: { readonly row: ListRow<'acceptance'> }) {
  const words = useWords()
  const label = row.labels[row.record.subjectId]
  return (
    <span className="cell-line">
      <span className="code">{label?.code}</span> {words.label(row.labels, row.record.subjectId)}
    </span>
  )
}

function State({ derived }: { readonly derived: Derived['acceptance'] }) {
  const words = useWords()
  if (derived.reliedOn) return <StatusMark status="breach" word={words.t('value.acceptanceState.relied_on')} />
  if (derived.reopened) return <StatusMark status="breach" word={words.t('oversight.toBeReassessed')} />
  if (derived.stale) return <StatusMark status="breach" word={words.t('value.acceptanceState.stale')} />
  return <span>{words.value('acceptanceState', derived.state)}</span>
}

function Identity({ detail: { record, derived, labels } }: DetailProps<'acceptance'>) {
  const words = useWords()
  return (
    <>
      <State derived={derived} />
      <span>{words.value('acceptanceKind', record.kind)}</span>
      <RecordLink id={record.subjectId} labels={labels} />
    </>
  )
}

function Subjects({ detail: { record, labels, related } }: DetailProps<'acceptance'>) {
  const words = useWords()
  return (
    <section className="sheet form-section">
      <h2>{words.field('acceptance', 'subjectId')}</h2>
      <RecordLink id={record.subjectId} labels={labels} />
      {record.likelihood !== null && record.impact !== null && (
        <p>
          {words.t('app.acceptedLevel')}{' '}
          <b>
            {record.impact} × {record.likelihood}
          </b>
        </p>
      )}
      <p className="hint">{words.t('app.typedName')}</p>
      <DecisionsOf
        decisions={related.decision}
        values={{ acceptanceIds: [record.id] }}
        labels={{
          [record.id]: {
            noun: 'acceptance',
            code: record.code,
            name: labels[record.subjectId]?.name ?? { ja: null, en: null },
          },
        }}
      />
    </section>
  )
}

function Verbs({ detail: { record, labels } }: DetailProps<'acceptance'>) {
  const words = useWords()
  const { today } = useRegister()
  const [dialog, setDialog] = useState<'end' | 'renew' | null>(null)
  const close = () => setDialog(null)
  const end = useChange((client, input: Parameters<typeof client.acceptance.end>[0]) => client.acceptance.end(input))
  return (
    <>
      <button type="button" className="button" onClick={() => setDialog('renew')}>
        {words.t('action.renew')}
      </button>
      {record.endedOn === null && (
        <button type="button" className="button" onClick={() => setDialog('end')}>
          {words.t('action.endAcceptance')}
        </button>
      )}
      {dialog === 'renew' && (
        <AcceptDialog
          subject={record.subject}
          subjectId={record.subjectId}
          code={labels[record.subjectId]?.code ?? record.code}
          renewsId={record.id}
          onClose={close}
        />
      )}
      {dialog === 'end' && (
        <DialogForm
          name="end-acceptance"
          title={words.t('app.endAcceptance', { code: record.code })}
          fields={[dayField('on', words.field('acceptance', 'endedOn'), { alias: 'endedOn' }), reasonField(words)]}
          initial={{ on: today, reason: '' }}
          submitLabel={words.t('action.endAcceptance')}
          onCancel={close}
          onSubmit={async (values) => {
            await end.mutateAsync({
              id: record.id,
              version: record.version,
              on: textOf(values.on),
              reason: textOf(values.reason),
            })
            close()
          }}
        />
      )}
    </>
  )
}

export const acceptanceScreen: NounScreen<'acceptance'> = {
  noun: 'acceptance',
  icon: IconWritingSign,
  columns: [
    codeColumn('acceptance'),
    fieldColumn('acceptance', 'subjectRecord', undefined, { Cell: Subject }),
    fieldColumn('acceptance', 'kind', 100),
    fieldColumn('acceptance', 'personId', 140),
    fieldColumn('acceptance', 'postId', 190),
    fieldColumn('acceptance', 'from', 112),
    fieldColumn('acceptance', 'to', 112),
    fieldColumn('acceptance', 'acceptanceState', 170, { Cell: ({ row }) => <State derived={row.derived} /> }),
  ],
  filters: ['kind', 'subject', 'postId', 'personId'],
  sort: [{ field: 'to', direction: 'descending' }],
  createFields: [],
  sections: [
    {
      name: 'acceptance',
      fields: [
        ['kind', 3],
        ['personId', 3],
        ['postId', 6],
        ['from', 3],
        ['to', 3],
        ['endedOn', 3],
        ['renewsId', 3],
        ['reason', 12],
        ['endedReason', 12],
      ],
    },
  ],
  panelFields: ['kind', 'personId', 'postId', 'from', 'to', 'reason', 'endedOn', 'endedReason', 'renewsId'],
  Identity,
  Aside: Subjects,
  Verbs,
}
