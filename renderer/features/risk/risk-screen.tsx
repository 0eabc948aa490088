/** Risks: columns, fields and parts of their screens. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { Holder, RiskStrip } from '#renderer/records/marks.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { RiskAside, RiskIdentity, RiskNotices, RiskPeople, RiskRelated } from './risk-parts.tsx'
import { RiskMain } from './levels.tsx'
import { RiskVerbs } from './risk-verbs.tsx'

export const riskScreen: NounScreen<'risk'> = {
  noun: 'risk',
  icon: IconAlertTriangle,
  columns: [
    codeColumn('risk'),
    nameColumn('risk'),
    fieldColumn('risk', 'category', { ja: 150, en: 170 }),
    fieldColumn('risk', 'owner', 140, {
      Cell: ({ row }) => <Holder holding={row.derived.owner} labels={row.labels} />,
    }),
    fieldColumn(
      'risk',
      'residual',
      { ja: 174, en: 196 },
      { Cell: ({ row }) => <RiskStrip position={row.derived.position} /> },
    ),
    fieldColumn('risk', 'treatment', { ja: 84, en: 128 }),
    fieldColumn(
      'risk',
      'nextReviewOn',
      { ja: 152, en: 172 },
      { Cell: ({ row }) => <DueDay day={row.record.nextReviewOn} /> },
    ),
  ],
  filters: ['category', 'status', 'reopened', 'treatment', 'onset', 'timing', 'evidenceGap', 'systemIds'],
  sort: [],
  createFields: [
    ['name', 12],
    ['event', 12],
    ['category', 6],
    ['treatment', 6],
    ['systemIds', 12],
  ],
  sections: [
    {
      name: 'statement',
      fields: [
        ['name', 12],
        ['cause', 4],
        ['event', 4],
        ['consequence', 4],
        ['systemIds', 6],
        ['category', 3],
        ['treatment', 3],
        ['identifiedOn', 3],
        ['targetOn', 3],
        ['nextReviewOn', 3],
        ['status', 3],
        ['onset', 3],
        ['timing', 3],
        ['sourceKey', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: ['category', 'cause', 'event', 'consequence', 'systemIds', 'treatment', 'targetOn'],
  Identity: RiskIdentity,
  Notices: RiskNotices,
  People: RiskPeople,
  Main: RiskMain,
  Aside: RiskAside,
  Related: RiskRelated,
  Verbs: RiskVerbs,
}
