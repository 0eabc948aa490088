/** AI policies and rules (AI方針・規程): the editions, which of them is in force, and when it is reviewed. */
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DueDay } from '#renderer/records/day-value.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'

type Props = DetailProps<'policy'>

function Identity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('policyStanding', derived.standing)}</span>
      {record.edition !== null && <span>{record.edition}</span>}
    </>
  )
}

/** What replaced it, and the training that rests on it. */
function Related({ detail: { related } }: Props) {
  const words = useWords()
  return (
    <>
      <RelatedList
        noun="policy"
        title={words.t('oversight.supersededBy')}
        records={related.policy ?? []}
        end={(each) => <span className="figures">{each.from}</span>}
      />
      <RelatedList noun="training" records={related.training ?? []} />
    </>
  )
}

function Aside({ detail }: Props) {
  const words = useWords()
  const { record, labels } = detail
  return (
    <>
      <section className="sheet form-section">
        <h2>{words.t('app.approval')}</h2>
        <dl className="key-values">
          <FieldList
            noun="policy"
            names={['approverPostId', 'approvedOn', 'approvedText']}
            record={record}
            labels={labels}
          />
        </dl>
      </section>
      <section className="sheet form-section">
        <Related detail={detail} />
      </section>
    </>
  )
}

function Verbs({ detail: { record, labels } }: Props) {
  const words = useWords()
  const { today } = useRegister()
  const [approving, setApproving] = useState(false)
  const close = () => setApproving(false)
  const approve = useChange((client, input: { approverPostId: string; on: string; from: string; text: string }) =>
    client.policy.approve({ id: record.id, version: record.version, ...input }),
  )
  if (record.approvedOn !== null) return null
  return (
    <>
      <button type="button" className="button" onClick={() => setApproving(true)}>
        {words.t('oversight.verb.approve')}
      </button>
      {approving && (
        <DialogForm
          name="policy-approve"
          title={words.t('oversight.title.approve', { code: record.code })}
          fields={[
            nounField(words, 'policy', 'approverPostId', { required: true } as object),
            dayField('on', words.field('policy', 'approvedOn'), { alias: 'approvedOn', span: 6 }),
            dayField('from', words.field('policy', 'from'), { span: 6 }),
            nounField(words, 'policy', 'approvedText', { required: true } as object),
          ]}
          initial={{ approverPostId: null, on: today, from: record.from ?? today, approvedText: '' }}
          labels={labels}
          submitLabel={words.t('oversight.verb.approve')}
          onCancel={close}
          onSubmit={async (values) => {
            await approve.mutateAsync({
              approverPostId: textOf(values.approverPostId),
              on: textOf(values.on),
              from: textOf(values.from),
              text: textOf(values.approvedText),
            })
            close()
          }}
        >
          <p className="hint">{words.t('oversight.approveHint')}</p>
        </DialogForm>
      )}
    </>
  )
}

export const policyScreen: NounScreen<'policy'> = {
  noun: 'policy',
  icon: IconScale,
  columns: [
    codeColumn('policy'),
    nameColumn('policy'),
    fieldColumn('policy', 'edition', 96),
    fieldColumn('policy', 'policyStanding', { ja: 112, en: 124 }),
    fieldColumn('policy', 'approverPostId', { ja: 180, en: 200 }),
    fieldColumn('policy', 'approvedOn', 118),
    fieldColumn('policy', 'from', 118),
    fieldColumn(
      'policy',
      'nextReviewOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) =>
          row.derived.standing === 'superseded' ? (
            <span className="figures">{row.record.nextReviewOn}</span>
          ) : (
            <DueDay day={row.record.nextReviewOn} />
          ),
      },
    ),
  ],
  filters: ['policyStanding', 'approverPostId', 'ownerPostId'],
  sort: [
    { field: 'policyStanding', direction: 'ascending' },
    { field: 'from', direction: 'descending' },
  ],
  createFields: [
    ['name', 12],
    ['edition', 4],
    ['from', 4],
    ['nextReviewOn', 4],
    ['description', 12],
    ['appliesTo', 12],
    ['location', 12],
    ['ownerPostId', 6],
    ['supersedesId', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['edition', 4],
        ['from', 4],
        ['nextReviewOn', 4],
        ['ownerPostId', 6],
        ['supersedesId', 6],
        ['description', 12],
        ['appliesTo', 12],
        ['location', 12],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'edition',
    'description',
    'appliesTo',
    'location',
    'ownerPostId',
    'supersedesId',
    'approverPostId',
    'approvedOn',
    'from',
    'nextReviewOn',
  ],
  Identity,
  Aside,
  Related,
  Verbs,
}
