/** Evidence: what supports the claim that a control works, and until when it counts. */
import { IconPaperclip } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'

function EvidenceNotices({ detail: { derived } }: DetailProps<'evidence'>) {
  const words = useWords()
  if (!derived.expired) return null
  return (
    <div className="notice">
      <b>{words.t('app.evidenceExpired')}</b>
    </div>
  )
}

function EvidenceRelated({ detail: { related } }: DetailProps<'evidence'>) {
  const words = useWords()
  return (
    <div className="sheet form-section">
      <RelatedList noun="control" records={related.control ?? []} end={(each) => words.value('design', each.design)} />
    </div>
  )
}

const fields = [
  ['name', 8],
  ['kind', 4],
  ['location', 12],
  ['obtainedOn', 4],
  ['validUntil', 4],
  ['controlIds', 12],
  ['notes', 12],
] as const

export const evidenceScreen: NounScreen<'evidence'> = {
  noun: 'evidence',
  icon: IconPaperclip,
  columns: [
    codeColumn('evidence'),
    nameColumn('evidence'),
    fieldColumn('evidence', 'kind', 130),
    fieldColumn('evidence', 'controlIds', 240),
    fieldColumn('evidence', 'obtainedOn', 112),
    fieldColumn('evidence', 'validUntil', 172, {
      Cell: ({ row }) => <DueDay day={row.record.validUntil} pastWord="app.expired" />,
    }),
  ],
  filters: ['kind', 'controlIds'],
  sort: [{ field: 'validUntil', direction: 'ascending' }],
  createFields: fields,
  sections: [{ name: 'identity', fields }],
  panelFields: ['kind', 'location', 'obtainedOn', 'validUntil', 'notes'],
  Notices: EvidenceNotices,
  Related: EvidenceRelated,
  Aside: EvidenceRelated,
}
