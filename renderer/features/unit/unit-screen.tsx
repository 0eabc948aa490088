/** Units of the organisation: legal entities and divisions as a tree. */
import { IconSitemap } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { GuidanceList } from '#renderer/records/guidance-list.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'

/** The guidance of its sectors, and of those of the units above it. */
function UnitGuidance({ detail: { record } }: DetailProps<'unit'>) {
  return (
    <section className="sheet form-section jurisdiction-guidance">
      <GuidanceList of={{ noun: 'unit', id: record.id }} />
    </section>
  )
}

function UnitRelated({ detail: { related } }: DetailProps<'unit'>) {
  return (
    <div className="sheet form-section">
      <RelatedList noun="unit" records={related.unit ?? []} />
      <RelatedList noun="post" records={related.post ?? []} />
      <RelatedList noun="system" records={related.system ?? []} />
    </div>
  )
}

const fields = [
  ['name', 6],
  ['reading', 6],
  ['kind', 4],
  ['parentId', 8],
  ['from', 3],
  ['to', 3],
  ['successorId', 6],
  ['sectors', 12],
] as const

export const unitScreen: NounScreen<'unit'> = {
  noun: 'unit',
  icon: IconSitemap,
  columns: [
    codeColumn('unit'),
    nameColumn('unit'),
    fieldColumn('unit', 'kind', 110),
    fieldColumn('unit', 'parentId', 220),
    fieldColumn('unit', 'from', 140),
    fieldColumn('unit', 'to', 120),
    fieldColumn('unit', 'systems', 110, { Cell: ({ row }) => <span>{row.derived.systems}</span> }),
  ],
  filters: ['kind', 'parentId'],
  sort: [],
  createFields: fields,
  sections: [{ name: 'identity', fields }],
  panelFields: ['kind', 'parentId', 'reading', 'from', 'to', 'successorId', 'sectors'],
  Main: UnitGuidance,
  Related: UnitRelated,
  Aside: UnitRelated,
}
