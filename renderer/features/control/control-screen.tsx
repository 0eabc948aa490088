/** Controls: design and operation, their tests and their evidence. */
import { IconShieldCheck } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { Holder } from '#renderer/records/marks.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import {
  ControlAside,
  ControlIdentity,
  ControlMain,
  ControlNotices,
  ControlPeople,
  ControlRelated,
  ControlStatusValue,
  NextTest,
} from './control-parts.tsx'
import { ControlVerbs } from './control-verbs.tsx'

export const controlScreen: NounScreen<'control'> = {
  noun: 'control',
  icon: IconShieldCheck,
  columns: [
    codeColumn('control'),
    nameColumn('control'),
    fieldColumn('control', 'domain', { ja: 150, en: 180 }),
    fieldColumn('control', 'weight', { ja: 86, en: 118 }),
    fieldColumn('control', 'controlStatus', 150, {
      Cell: ({ row }) => <ControlStatusValue status={row.derived.status} />,
    }),
    fieldColumn('control', 'owner', 140, {
      Cell: ({ row }) => <Holder holding={row.derived.owner} labels={row.labels} />,
    }),
    fieldColumn('control', 'nextTestOn', 140, { Cell: ({ row }) => <NextTest row={row} /> }),
    fieldColumn(
      'control',
      'evidenceUntil',
      { ja: 152, en: 172 },
      { Cell: ({ row }) => <DueDay day={row.derived.evidenceUntil} pastWord="app.expired" /> },
    ),
  ],
  filters: ['domain', 'weight', 'design', 'purposes', 'riskIds', 'systemIds'],
  sort: [],
  createFields: [
    ['name', 12],
    ['description', 12],
    ['domain', 4],
    ['weight', 4],
    ['design', 4],
    ['riskIds', 6],
    ['systemIds', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['description', 12],
        ['domain', 3],
        ['weight', 3],
        ['design', 3],
        ['nextReviewOn', 3],
        ['purposes', 6],
        ['testMonths', 3],
        ['riskIds', 6],
        ['systemIds', 6],
        ['sourceKey', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: ['description', 'domain', 'weight', 'design', 'purposes', 'riskIds', 'systemIds', 'nextReviewOn'],
  Identity: ControlIdentity,
  Notices: ControlNotices,
  People: ControlPeople,
  Main: ControlMain,
  Aside: ControlAside,
  Related: ControlRelated,
  Verbs: ControlVerbs,
}
