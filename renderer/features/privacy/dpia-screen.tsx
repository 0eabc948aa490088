/** Impact assessments (個人情報保護影響評価): the way from screening to approval, and what reopened one. */
import { IconListDetails } from '@tabler/icons-react'
import { DpiaStateMark } from '#renderer/records/dpia-state-mark.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { DpiaNotices, DpiaSteps } from './dpia-parts.tsx'
import { DpiaVerbs } from './dpia-verbs.tsx'

type Props = DetailProps<'dpia'>

function Identity({ detail: { record, derived, labels } }: Props) {
  return (
    <>
      <DpiaStateMark state={derived.state} />
      <RecordLink id={record.systemId} labels={labels} />
    </>
  )
}

/** Only of what has not been begun is there a day by which it has to be. */
function StartBy({ day }: { readonly day: string | null }) {
  const { t } = useWords()
  return day === null ? <span className="muted">{t('app.noneOfThese')}</span> : <DueDay day={day} />
}

function Related({ detail: { related } }: Props) {
  return (
    <>
      <RelatedList noun="dataUse" records={related.dataUse ?? []} />
      <RelatedList noun="risk" records={related.risk ?? []} />
      <RelatedList noun="action" records={related.action ?? []} />
      <RelatedList noun="deidentification" records={related.deidentification ?? []} />
      <RelatedList noun="dpia" records={related.dpia ?? []} />
    </>
  )
}

function Aside(props: Props) {
  return (
    <section className="sheet form-section">
      <Related {...props} />
    </section>
  )
}

export const dpiaScreen: NounScreen<'dpia'> = {
  noun: 'dpia',
  icon: IconListDetails,
  columns: [
    codeColumn('dpia'),
    nameColumn('dpia'),
    fieldColumn('dpia', 'systemId', { ja: 200, en: 220 }),
    fieldColumn(
      'dpia',
      'dpiaState',
      { ja: 132, en: 124 },
      { Cell: ({ row }) => <DpiaStateMark state={row.derived.state} /> },
    ),
    fieldColumn('dpia', 'wantedOn', 124),
    fieldColumn('dpia', 'startBy', { ja: 152, en: 172 }, { Cell: ({ row }) => <StartBy day={row.derived.startBy} /> }),
    fieldColumn('dpia', 'approvedOn', 118),
    fieldColumn('dpia', 'validUntil', 118),
  ],
  filters: ['dpiaState', 'outcome', 'ownerId'],
  sort: [{ field: 'code', direction: 'ascending' }],
  createFields: [
    ['name', 12],
    ['systemId', 12],
    ['ownerId', 6],
    ['wantedOn', 6],
    ['notes', 12],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['systemId', 12],
        ['ownerId', 6],
        ['wantedOn', 6],
        ['riskIds', 12],
        ['actionIds', 12],
        ['notes', 12],
      ],
    },
  ],
  panelFields: ['systemId', 'ownerId', 'wantedOn', 'outcome', 'screeningReasons', 'approvedOn', 'validUntil'],
  Identity,
  Notices: DpiaNotices,
  Main: DpiaSteps,
  Aside,
  Related,
  Verbs: DpiaVerbs,
}
