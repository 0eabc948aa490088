/** Impact assessments (個人情報保護影響評価): the way from screening to approval, and what reopened one. */
import { IconListDetails } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { DpiaNotices, DpiaSteps } from './dpia-parts.tsx'
import { DpiaVerbs } from './dpia-verbs.tsx'

type Props = DetailProps<'dpia'>

function Identity({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('dpiaState', derived.state)}</span>
      <RecordLink id={record.systemId} labels={labels} />
    </>
  )
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
    fieldColumn('dpia', 'dpiaState', { ja: 124, en: 124 }),
    fieldColumn('dpia', 'wantedOn', 124),
    fieldColumn('dpia', 'startBy', 118),
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
