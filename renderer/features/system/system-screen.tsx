/** AI systems: columns, fields and parts of their screens. */
import { IconCpu } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { Holder, RiskStrip, TierValue } from '#renderer/records/marks.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { SystemAside, SystemIdentity, SystemNotices, SystemPeople, SystemRelated, SystemMain } from './system-parts.tsx'
import { SystemBulkVerbs } from './system-bulk-verbs.tsx'
import { SystemVerbs } from './system-verbs.tsx'

export const systemScreen: NounScreen<'system'> = {
  noun: 'system',
  icon: IconCpu,
  columns: [
    codeColumn('system'),
    nameColumn('system'),
    fieldColumn('system', 'tier', { ja: 76, en: 96 }, { Cell: ({ row }) => <TierValue tier={row.record.tier} /> }),
    fieldColumn('system', 'lifecycle', { ja: 72, en: 104 }),
    fieldColumn(
      'system',
      'executive',
      { ja: 112, en: 150 },
      { Cell: ({ row }) => <Holder holding={row.derived.executive} labels={row.labels} /> },
    ),
    fieldColumn(
      'system',
      'residual',
      { ja: 166, en: 188 },
      { Cell: ({ row }) => <RiskStrip position={row.derived.highest} /> },
    ),
    fieldColumn(
      'system',
      'nextReviewOn',
      { ja: 140, en: 164 },
      { Cell: ({ row }) => <DueDay day={row.record.nextReviewOn} /> },
    ),
  ],
  filters: ['tier', 'lifecycle', 'unitId', 'personalData', 'kind'],
  sort: [
    { field: 'tier', direction: 'ascending' },
    { field: 'nextReviewOn', direction: 'ascending' },
  ],
  createFields: [
    ['name', 12],
    ['purpose', 12],
    ['unitId', 6],
    ['tier', 6],
    ['kind', 6],
    ['personalData', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 6],
        ['reading', 3],
        ['unitId', 3],
        ['purpose', 12],
        ['lifecycle', 3],
        ['tier', 3],
        ['kind', 3],
        ['goLiveOn', 3],
        ['roles', 12],
      ],
    },
    {
      name: 'operation',
      fields: [
        ['humanOversight', 6],
        ['affected', 6],
        ['autonomy', 3],
        ['writeAccess', 3],
        ['personalData', 3],
        ['jurisdictions', 3],
      ],
    },
    {
      name: 'supply',
      fields: [
        ['model', 4],
        ['vendor', 4],
        ['contract', 4],
        ['dependsOnIds', 12],
      ],
    },
    {
      name: 'review',
      fields: [
        ['nextReviewOn', 3],
        ['notes', 9],
        ['freeFields', 12],
      ],
    },
    {
      name: 'surcharge',
      fields: [
        ['surchargeNote', 12],
        ['surchargeOwnerId', 6],
        ['surchargeOn', 6],
      ],
    },
  ],
  panelFields: ['unitId', 'purpose', 'vendor', 'humanOversight', 'personalData', 'goLiveOn'],
  note: (field, record, words) =>
    field === 'personalData' && record.personalData === 'unknown' ? words.t('app.countedAsRequired') : null,
  Identity: SystemIdentity,
  Notices: SystemNotices,
  People: SystemPeople,
  Main: SystemMain,
  Aside: SystemAside,
  Related: SystemRelated,
  Verbs: SystemVerbs,
  BulkVerbs: SystemBulkVerbs,
}
