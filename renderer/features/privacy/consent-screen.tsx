/** Consents (同意): the wordings to which people agreed, and the uses that rest on them. */
import { IconSignature } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'

function Related({ detail: { related } }: DetailProps<'consent'>) {
  return <RelatedList noun="dataUse" records={related.dataUse ?? []} />
}

function Aside(props: DetailProps<'consent'>) {
  return (
    <section className="sheet form-section">
      <Related {...props} />
    </section>
  )
}

const all = [
  ['name', 12],
  ['wording', 12],
  ['edition', 4],
  ['from', 4],
  ['to', 4],
  ['channel', 6],
  ['scope', 12],
  ['withdrawalWay', 12],
  ['evidenceIds', 12],
  ['notes', 12],
] as const

export const consentScreen: NounScreen<'consent'> = {
  noun: 'consent',
  icon: IconSignature,
  columns: [
    codeColumn('consent'),
    nameColumn('consent'),
    fieldColumn('consent', 'edition', 96),
    fieldColumn('consent', 'from', 118),
    fieldColumn('consent', 'to', 118),
    fieldColumn('consent', 'channel', { ja: 180, en: 200 }),
    fieldColumn(
      'consent',
      'uses',
      { ja: 124, en: 96 },
      { Cell: ({ row }) => <span className="figures">{row.derived.uses}</span> },
    ),
  ],
  filters: ['uses'],
  sort: [{ field: 'code', direction: 'ascending' }],
  createFields: all,
  sections: [{ name: 'identity', fields: all }],
  panelFields: ['wording', 'edition', 'from', 'to', 'channel', 'scope', 'withdrawalWay'],
  Aside,
  Related,
}
