/** What authorities do (当局対応): requests, guidance, recommendations and orders, and how they were answered. */
import { IconGavel } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { EnforcementAside, EnforcementNotices, EnforcementRelated, EnforcementVerbs } from './enforcement-parts.tsx'

export const enforcementScreen: NounScreen<'enforcement'> = {
  noun: 'enforcement',
  icon: IconGavel,
  columns: [
    codeColumn('enforcement'),
    nameColumn('enforcement'),
    fieldColumn('enforcement', 'kind', { ja: 132, en: 140 }),
    fieldColumn('enforcement', 'authority', 180),
    fieldColumn('enforcement', 'receivedOn', 112),
    fieldColumn(
      'enforcement',
      'dueOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) =>
          row.record.state === 'done' ? (
            <span className="figures">{row.record.dueOn}</span>
          ) : (
            <DueDay day={row.record.dueOn} />
          ),
      },
    ),
    fieldColumn('enforcement', 'state', 96),
    fieldColumn('enforcement', 'ownerId', 140),
  ],
  filters: ['state', 'kind', 'systemIds', 'incidentId', 'ownerId'],
  sort: [
    { field: 'state', direction: 'ascending' },
    { field: 'dueOn', direction: 'ascending' },
  ],
  createFields: [
    ['name', 12],
    ['kind', 4],
    ['receivedOn', 4],
    ['dueOn', 4],
    ['authority', 6],
    ['reference', 6],
    ['subject', 12],
    ['systemIds', 6],
    ['incidentId', 6],
    ['ownerPostId', 6],
    ['ownerId', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['kind', 4],
        ['receivedOn', 4],
        ['dueOn', 4],
        ['authority', 6],
        ['reference', 6],
        ['subject', 12],
        ['systemIds', 6],
        ['incidentId', 6],
        ['ownerPostId', 6],
        ['ownerId', 6],
      ],
    },
    {
      name: 'enforcementResponse',
      fields: [
        ['response', 12],
        ['actionIds', 6],
        ['evidenceIds', 6],
        ['state', 4],
        ['doneOn', 4],
        ['doneById', 4],
        ['doneText', 12],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'kind',
    'authority',
    'receivedOn',
    'dueOn',
    'subject',
    'systemIds',
    'incidentId',
    'response',
    'ownerId',
  ],
  Notices: EnforcementNotices,
  Aside: EnforcementAside,
  Related: EnforcementRelated,
  Verbs: EnforcementVerbs,
}
