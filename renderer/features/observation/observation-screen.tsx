/** Monitoring results and changes (監視結果・変更): what deviates or is significant reopens the assessment of the system's risks. */
import { IconActivityHeartbeat } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { ObservationAside, ObservationIdentity, ObservationNotices, ObservationRisks } from './observation-parts.tsx'
import { ObservationVerbs } from './observation-verbs.tsx'

export const observationScreen: NounScreen<'observation'> = {
  noun: 'observation',
  icon: IconActivityHeartbeat,
  columns: [
    codeColumn('observation'),
    nameColumn('observation'),
    fieldColumn('observation', 'systemId', { ja: 210, en: 230 }),
    fieldColumn('observation', 'kind', { ja: 124, en: 148 }),
    fieldColumn('observation', 'on', { ja: 118, en: 118 }),
    fieldColumn('observation', 'outcome', { ja: 96, en: 110 }),
    fieldColumn('observation', 'significant', { ja: 96, en: 110 }),
    fieldColumn('observation', 'reopenedRisks', 96, {
      Cell: ({ row }) => <span>{row.derived.riskIds.length}</span>,
    }),
  ],
  filters: ['kind', 'outcome', 'significant', 'reopens', 'systemId'],
  sort: [{ field: 'on', direction: 'descending' }],
  createFields: [
    ['name', 12],
    ['systemId', 6],
    ['kind', 3],
    ['on', 3],
    ['metric', 4],
    ['measured', 4],
    ['allowed', 4],
    ['outcome', 4],
    ['periodFrom', 4],
    ['periodTo', 4],
    ['versionBefore', 6],
    ['versionAfter', 6],
    ['source', 12],
    ['significant', 4],
    ['reassessBy', 4],
    ['significantReason', 12],
    ['decision', 12],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['systemId', 6],
        ['kind', 3],
        ['on', 3],
        ['source', 9],
        ['reassessBy', 3],
        ['decision', 12],
        ['notes', 12],
      ],
    },
    {
      name: 'measure',
      fields: [
        ['metric', 4],
        ['measured', 4],
        ['allowed', 4],
        ['outcome', 4],
        ['periodFrom', 4],
        ['periodTo', 4],
      ],
    },
    {
      name: 'versions',
      fields: [
        ['versionBefore', 6],
        ['versionAfter', 6],
      ],
    },
  ],
  panelFields: [
    'systemId',
    'kind',
    'on',
    'metric',
    'measured',
    'allowed',
    'outcome',
    'versionBefore',
    'versionAfter',
    'significant',
    'significantReason',
    'decision',
    'reassessBy',
  ],
  Identity: ObservationIdentity,
  Notices: ObservationNotices,
  Aside: ObservationAside,
  Related: ObservationRisks,
  Verbs: ObservationVerbs,
}
