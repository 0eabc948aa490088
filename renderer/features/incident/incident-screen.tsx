/** Incidents and near misses (インシデント・ヒヤリハット). */
import { IconBolt } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { reportItems } from '#shared/domain/incident/incident.ts'
import { IncidentAside, IncidentIdentity, IncidentMain, IncidentNotices, IncidentRelated } from './incident-parts.tsx'
import { IncidentVerbs } from './incident-verbs.tsx'
import { NothingToReport, Reportability } from './reportability.tsx'

export const incidentScreen: NounScreen<'incident'> = {
  noun: 'incident',
  icon: IconBolt,
  columns: [
    codeColumn('incident'),
    nameColumn('incident'),
    fieldColumn('incident', 'kind', { ja: 112, en: 96 }),
    fieldColumn('incident', 'severity', { ja: 112, en: 128 }),
    fieldColumn('incident', 'state', { ja: 112, en: 104 }),
    fieldColumn('incident', 'reportability', { ja: 140, en: 140 }, { Cell: ({ row }) => <Reportability row={row} /> }),
    fieldColumn(
      'incident',
      'finalDueOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) => {
          const final = row.derived.breach?.final
          if (final === undefined) return <NothingToReport />
          return final.madeOn === null ? <DueDay day={final.dueOn} /> : <span className="figures">{final.dueOn}</span>
        },
      },
    ),
    fieldColumn('incident', 'ownerId', 140),
  ],
  filters: ['state', 'kind', 'severity', 'reportability', 'systemIds', 'vendorIds', 'ownerId'],
  sort: [{ field: 'code', direction: 'descending' }],
  createFields: [
    ['name', 12],
    ['kind', 4],
    ['severity', 4],
    ['personalData', 4],
    ['description', 12],
    ['systemIds', 6],
    ['vendorIds', 6],
    ['ownerPostId', 6],
    ['ownerId', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['kind', 4],
        ['severity', 4],
        ['state', 4],
        ['description', 12],
        ['systemIds', 6],
        ['vendorIds', 6],
        ['contractIds', 6],
        ['ownerPostId', 6],
        ['ownerId', 6],
      ],
    },
    {
      name: 'incidentReach',
      fields: [
        ['affectedCount', 4],
        ['affectedBasis', 4],
        ['personalData', 4],
        ['dataInvolved', 12],
        ['timeline', 12],
      ],
    },
    {
      name: 'incidentCause',
      fields: [
        ['cause', 12],
        ['rootCause', 12],
        ['measures', 12],
        ['lessons', 12],
        ['riskIds', 6],
        ['controlIds', 6],
        ['actionIds', 6],
        ['evidenceIds', 6],
        ['notes', 12],
      ],
    },
    { name: 'incidentReportItems', fields: reportItems.map((item) => [item, 12] as const) },
  ],
  panelFields: [
    'description',
    'systemIds',
    'vendorIds',
    'affectedCount',
    'affectedBasis',
    'cause',
    'measures',
    'lessons',
    'ownerPostId',
    'ownerId',
  ],
  Identity: IncidentIdentity,
  Notices: IncidentNotices,
  Main: IncidentMain,
  Aside: IncidentAside,
  Related: IncidentRelated,
  Verbs: IncidentVerbs,
}
