/** Jurisdiction profiles (法域プロファイル): how the rules of each jurisdiction bear on each system, judged one by one. */
import { IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn } from '#renderer/records/field-column.tsx'
import { jurisdictionName } from '#renderer/records/jurisdiction-name.ts'
import { JurisdictionsSheet, JurisdictionWarning } from '#renderer/records/jurisdictions.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'

type Props = DetailProps<'jurisdictionProfile'>

function Identity({ detail: { record, labels } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{jurisdictionName(words, record.jurisdiction)}</span>
      <RecordLink id={record.systemId} labels={labels} />
      <span>{words.value('scopeAnswer', record.inScope)}</span>
    </>
  )
}

/** Beside the profile all of its system, each by its own rules. */
function Main({ detail: { record } }: Props) {
  const { utils } = useApi()
  const { data } = useQuery(utils.system.get.queryOptions({ input: { id: record.systemId } }))
  return data === undefined ? null : <JurisdictionsSheet detail={data} />
}

function Related({ detail: { related } }: Props) {
  const words = useWords()
  return (
    <>
      <JurisdictionWarning />
      <RelatedList
        noun="jurisdictionProfile"
        records={related.jurisdictionProfile ?? []}
        end={(each) => (
          <>
            {jurisdictionName(words, each.jurisdiction)} {words.value('scopeAnswer', each.inScope)}
          </>
        )}
      />
    </>
  )
}

export const jurisdictionProfileScreen: NounScreen<'jurisdictionProfile'> = {
  noun: 'jurisdictionProfile',
  icon: IconWorld,
  single: true,
  columns: [
    codeColumn('jurisdictionProfile'),
    fieldColumn('jurisdictionProfile', 'systemId', 260),
    fieldColumn('jurisdictionProfile', 'jurisdiction', { ja: 80, en: 112 }),
    fieldColumn('jurisdictionProfile', 'inScope', { ja: 96, en: 92 }),
    fieldColumn('jurisdictionProfile', 'scopeReason', 220),
    fieldColumn('jurisdictionProfile', 'euTiers', { ja: 128, en: 150 }),
    fieldColumn('jurisdictionProfile', 'ownerId', 124),
    fieldColumn('jurisdictionProfile', 'judgedOn', 112),
    fieldColumn(
      'jurisdictionProfile',
      'nextReviewOn',
      { ja: 140, en: 164 },
      { Cell: ({ row }) => <DueDay day={row.record.nextReviewOn} /> },
    ),
  ],
  filters: ['jurisdiction', 'inScope', 'euTiers', 'ownerId'],
  sort: [
    { field: 'systemId', direction: 'ascending' },
    { field: 'jurisdiction', direction: 'descending' },
  ],
  createFields: [
    ['systemId', 8],
    ['jurisdiction', 4],
    ['inScope', 4],
    ['scopeReason', 12],
    ['euGrounds', 12],
    ['ownerId', 6],
    ['judgedById', 6],
    ['judgedOn', 6],
    ['nextReviewOn', 6],
  ],
  sections: [
    {
      name: 'scope',
      fields: [
        ['systemId', 6],
        ['jurisdiction', 3],
        ['inScope', 3],
        ['scopeReason', 12],
        ['meaning', 12],
        ['ownerId', 6],
        ['judgedById', 6],
        ['judgedOn', 6],
        ['nextReviewOn', 6],
      ],
    },
    { name: 'japan', fields: [['guidance', 12]] },
    {
      name: 'europe',
      fields: [
        ['euGrounds', 12],
        ['euRoles', 12],
        ['euTiers', 12],
        ['euAnnex', 6],
      ],
    },
    { name: 'review', fields: [['notes', 12]] },
  ],
  panelFields: [
    'systemId',
    'jurisdiction',
    'inScope',
    'scopeReason',
    'euGrounds',
    'euRoles',
    'euTiers',
    'euAnnex',
    'guidance',
    'meaning',
    'ownerId',
    'judgedById',
    'judgedOn',
    'nextReviewOn',
  ],
  Identity,
  Main,
  Related,
}
