/** Intakes (AI利用申請): uses of AI that are applied for or found, with the tier that their answers come to. */
import { IconInbox } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { TierValue } from '#renderer/records/marks.tsx'
import { IntakeAside, IntakeIdentity, IntakeNotices, IntakeTriage } from './intake-parts.tsx'
import { IntakeVerbs } from './intake-verbs.tsx'

export const intakeScreen: NounScreen<'intake'> = {
  noun: 'intake',
  icon: IconInbox,
  columns: [
    codeColumn('intake'),
    nameColumn('intake'),
    fieldColumn('intake', 'origin', 132),
    fieldColumn('intake', 'state', 112),
    fieldColumn('intake', 'triagedTier', 112, { Cell: ({ row }) => <TierValue tier={row.derived.triage.tier} /> }),
    fieldColumn('intake', 'requesterId', 140),
    fieldColumn('intake', 'unitId', 180),
    fieldColumn('intake', 'receivedOn', { ja: 148, en: 176 }),
  ],
  filters: ['state', 'origin', 'unregistered', 'triagedTier', 'unitId', 'requesterId'],
  sort: [
    { field: 'state', direction: 'ascending' },
    { field: 'receivedOn', direction: 'ascending' },
  ],
  createFields: [
    ['name', 12],
    ['origin', 4],
    ['requesterId', 4],
    ['unitId', 4],
    ['purpose', 12],
    ['service', 4],
    ['model', 4],
    ['kind', 4],
    ['data', 12],
    ['affected', 12],
    ['autonomy', 6],
    ['effect', 6],
    ['inUse', 4],
    ['inUseSince', 4],
    ['jurisdictions', 4],
    ['foundById', 4],
    ['receivedOn', 4],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['origin', 4],
        ['requesterId', 4],
        ['unitId', 4],
        ['receivedOn', 4],
        ['foundById', 4],
        ['state', 4],
        ['purpose', 12],
      ],
    },
    {
      name: 'intakeAnswers',
      fields: [
        ['service', 4],
        ['model', 4],
        ['kind', 4],
        ['data', 12],
        ['affected', 12],
        ['autonomy', 6],
        ['effect', 6],
        ['inUse', 4],
        ['inUseSince', 4],
        ['jurisdictions', 4],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'purpose',
    'origin',
    'requesterId',
    'unitId',
    'receivedOn',
    'foundById',
    'service',
    'inUse',
    'decidedOn',
    'decidedReason',
  ],
  Identity: IntakeIdentity,
  Notices: IntakeNotices,
  Aside: IntakeAside,
  Related: IntakeTriage,
  Verbs: IntakeVerbs,
}
