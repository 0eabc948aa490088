/** Actions: who does what by when, and every move of the due date. */
import { IconCheckbox } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { ActionAside, ActionIdentity, ActionNotices, ActionRelated, ActionSlips } from './action-parts.tsx'
import { ActionVerbs } from './action-verbs.tsx'

export const actionScreen: NounScreen<'action'> = {
  noun: 'action',
  icon: IconCheckbox,
  columns: [
    codeColumn('action'),
    nameColumn('action'),
    fieldColumn('action', 'ownerId', 140),
    fieldColumn('action', 'state', { ja: 124, en: 140 }),
    fieldColumn(
      'action',
      'dueOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) =>
          row.record.state === 'verified' ? (
            <span className="figures">{row.record.dueOn}</span>
          ) : (
            <DueDay day={row.record.dueOn} />
          ),
      },
    ),
    fieldColumn('action', 'daysOverdue', 84, { Cell: ({ row }) => <span>{row.derived.daysOverdue ?? 0}</span> }),
    fieldColumn('action', 'slipCount', 84, { Cell: ({ row }) => <span>{row.record.slips.length}</span> }),
  ],
  filters: ['state', 'ownerId', 'systemIds', 'riskIds', 'controlIds'],
  sort: [
    { field: 'state', direction: 'ascending' },
    { field: 'dueOn', direction: 'ascending' },
  ],
  createFields: [
    ['name', 12],
    ['description', 12],
    ['ownerId', 6],
    ['dueOn', 6],
    ['systemIds', 6],
    ['riskIds', 6],
    ['controlIds', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['description', 12],
        ['ownerId', 4],
        ['dueOn', 4],
        ['state', 4],
        ['systemIds', 6],
        ['riskIds', 6],
        ['controlIds', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'description',
    'ownerId',
    'dueOn',
    'doneOn',
    'verifiedOn',
    'verifierId',
    'systemIds',
    'riskIds',
    'controlIds',
  ],
  Identity: ActionIdentity,
  Notices: ActionNotices,
  Main: ActionSlips,
  Aside: ActionAside,
  Related: ActionRelated,
  Verbs: ActionVerbs,
}
