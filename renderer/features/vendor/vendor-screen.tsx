/** Vendors (ベンダ): who supplies models, services, development or data to which systems. */
import { IconBuildingFactory2 } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { TierValue } from '#renderer/records/marks.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import {
  StandingMark,
  VendorAside,
  VendorContracts,
  VendorIdentity,
  VendorMain,
  VendorNotices,
  VendorVerbs,
} from './vendor-parts.tsx'
import { VendorTexts } from './vendor-texts.tsx'

export const vendorScreen: NounScreen<'vendor'> = {
  noun: 'vendor',
  icon: IconBuildingFactory2,
  columns: [
    codeColumn('vendor'),
    nameColumn('vendor'),
    fieldColumn('vendor', 'tier', { ja: 76, en: 96 }, { Cell: ({ row }) => <TierValue tier={row.record.tier} /> }),
    fieldColumn('vendor', 'country', { ja: 110, en: 120 }),
    fieldColumn(
      'vendor',
      'systems',
      { ja: 110, en: 124 },
      {
        Cell: ({ row }) => <span className="figures">{row.derived.systems}</span>,
      },
    ),
    fieldColumn(
      'vendor',
      'contracts',
      { ja: 72, en: 96 },
      {
        Cell: ({ row }) => <span className="figures">{row.derived.contracts.length}</span>,
      },
    ),
    fieldColumn(
      'vendor',
      'security',
      { ja: 170, en: 190 },
      {
        Cell: ({ row }) => <StandingMark standing={row.record.security} age={row.derived.security} />,
      },
    ),
    fieldColumn(
      'vendor',
      'nextReviewOn',
      { ja: 140, en: 164 },
      { Cell: ({ row }) => <DueDay day={row.record.nextReviewOn} /> },
    ),
  ],
  filters: ['tier', 'security', 'finance', 'securityAge', 'country', 'ownerId'],
  sort: [
    { field: 'tier', direction: 'ascending' },
    { field: 'name', direction: 'ascending' },
  ],
  createFields: [
    ['name', 12],
    ['country', 3],
    ['group', 9],
    ['tier', 6],
    ['reviewMonths', 6],
    ['ownerPostId', 6],
    ['ownerId', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 6],
        ['reading', 3],
        ['country', 3],
        ['group', 6],
        ['tier', 6],
        ['ownerPostId', 6],
        ['ownerId', 6],
      ],
    },
    {
      name: 'vendorStanding',
      fields: [
        ['security', 6],
        ['securityOn', 6],
        ['securityEvidenceIds', 12],
        ['finance', 6],
        ['financeOn', 6],
        ['financeEvidenceIds', 12],
        ['reviewMonths', 6],
        ['nextReviewOn', 6],
      ],
    },
    {
      name: 'vendorContacts',
      fields: [
        ['contacts', 12],
        ['subProcessors', 12],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'country',
    'group',
    'ownerPostId',
    'ownerId',
    'securityOn',
    'financeOn',
    'nextReviewOn',
    'contacts',
    'subProcessors',
  ],
  note: (field, record, words) =>
    field === 'tier' && record.tier === null ? words.t('thirdParty.countedAsHigh') : null,
  Identity: VendorIdentity,
  Notices: VendorNotices,
  Main: VendorMain,
  Aside: VendorAside,
  Related: VendorContracts,
  Verbs: VendorVerbs,
  ListActions: VendorTexts,
}
