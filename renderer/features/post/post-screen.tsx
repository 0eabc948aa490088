/** Posts: accountability is to a post held by a person, so a vacancy shows on the day a term ends. */
import { IconUserShield } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { Holder } from '#renderer/records/marks.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { PostAside, PostNotices, PostTerms, PostVerbs } from './post-parts.tsx'

const fields = [
  ['name', 6],
  ['kind', 6],
  ['unitId', 6],
  ['reportsToId', 6],
  ['overseenById', 6],
  ['from', 3],
  ['to', 3],
] as const

export const postScreen: NounScreen<'post'> = {
  noun: 'post',
  icon: IconUserShield,
  columns: [
    codeColumn('post'),
    nameColumn('post'),
    fieldColumn('post', 'kind', 120),
    fieldColumn('post', 'holder', 150, {
      Cell: ({ row }) => <Holder holding={row.derived.holding} labels={row.labels} />,
    }),
    fieldColumn('post', 'unitId', 190),
    fieldColumn('post', 'reportsToId', 190),
    fieldColumn('post', 'systems', 110, { Cell: ({ row }) => <span>{row.derived.systems}</span> }),
  ],
  filters: ['kind', 'unitId', 'reportsToId'],
  sort: [{ field: 'kind', direction: 'ascending' }],
  createFields: fields,
  sections: [{ name: 'identity', fields }],
  panelFields: ['kind', 'unitId', 'reportsToId', 'overseenById', 'from', 'to'],
  Notices: PostNotices,
  Related: PostTerms,
  Main: PostTerms,
  Aside: PostAside,
  Verbs: PostVerbs,
}
