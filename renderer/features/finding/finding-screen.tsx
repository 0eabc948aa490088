/** Findings of internal audit (内部監査の指摘): what was found, what management answered, and how it is followed up. */
import { IconZoomExclamation } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { FindingAside, FindingIdentity, FindingMain, FindingNotices, FindingRelated } from './finding-parts.tsx'
import { FindingVerbs } from './finding-verbs.tsx'

export const findingScreen: NounScreen<'finding'> = {
  noun: 'finding',
  icon: IconZoomExclamation,
  columns: [
    codeColumn('finding'),
    nameColumn('finding'),
    fieldColumn('finding', 'rating', { ja: 84, en: 96 }),
    fieldColumn('finding', 'state', { ja: 124, en: 140 }),
    fieldColumn('finding', 'response', { ja: 112, en: 124 }),
    fieldColumn('finding', 'ownerId', 140),
    fieldColumn(
      'finding',
      'dueOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) =>
          row.record.state === 'closed' ? (
            <span className="figures">{row.record.dueOn}</span>
          ) : (
            <DueDay day={row.record.dueOn} />
          ),
      },
    ),
    fieldColumn('finding', 'slipCount', 84, { Cell: ({ row }) => <span>{row.record.slips.length}</span> }),
  ],
  filters: ['state', 'rating', 'response', 'ownerId', 'systemIds', 'riskIds', 'controlIds'],
  sort: [
    { field: 'state', direction: 'ascending' },
    { field: 'dueOn', direction: 'ascending' },
  ],
  createFields: [
    ['name', 12],
    ['rating', 4],
    ['reportedOn', 4],
    ['dueOn', 4],
    ['audit', 6],
    ['auditor', 6],
    ['description', 12],
    ['recommendation', 12],
    ['ownerPostId', 6],
    ['ownerId', 6],
    ['systemIds', 6],
    ['riskIds', 6],
    ['controlIds', 6],
    ['requirementIds', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['audit', 6],
        ['auditor', 3],
        ['reportedOn', 3],
        ['rating', 4],
        ['state', 4],
        ['dueOn', 4],
        ['ownerPostId', 6],
        ['ownerId', 6],
      ],
    },
    {
      name: 'finding',
      fields: [
        ['description', 12],
        ['rootCause', 12],
        ['recommendation', 12],
        ['systemIds', 6],
        ['riskIds', 6],
        ['controlIds', 6],
        ['actionIds', 6],
        ['requirementIds', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'description',
    'rating',
    'audit',
    'reportedOn',
    'recommendation',
    'response',
    'ownerPostId',
    'ownerId',
    'dueOn',
    'systemIds',
  ],
  Identity: FindingIdentity,
  Notices: FindingNotices,
  Main: FindingMain,
  Aside: FindingAside,
  Related: FindingRelated,
  Verbs: FindingVerbs,
}
