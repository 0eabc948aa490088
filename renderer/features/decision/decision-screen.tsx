/** What boards are asked and decide (決議・協議・報告事項), and what comes of it. */
import { IconRubberStamp } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { DecisionAside, DecisionIdentity, DecisionMain, DecisionNotices, DecisionRelated } from './decision-parts.tsx'
import { DecisionVerbs } from './decision-verbs.tsx'

export const decisionScreen: NounScreen<'decision'> = {
  noun: 'decision',
  icon: IconRubberStamp,
  columns: [
    codeColumn('decision'),
    nameColumn('decision'),
    fieldColumn('decision', 'kind', { ja: 92, en: 104 }),
    fieldColumn('decision', 'body', { ja: 132, en: 156 }),
    fieldColumn('decision', 'meetingId', 168),
    fieldColumn('decision', 'decisionStanding', { ja: 124, en: 148 }),
    fieldColumn('decision', 'outcome', { ja: 120, en: 140 }),
    fieldColumn(
      'decision',
      'dueOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) =>
          row.derived.standing === 'late' || row.derived.standing === 'under_way' ? (
            <DueDay day={row.record.dueOn} />
          ) : (
            <span className="figures">{row.record.dueOn}</span>
          ),
      },
    ),
    fieldColumn('decision', 'ownerId', 140),
  ],
  filters: ['decisionStanding', 'kind', 'body', 'meetingId', 'outcome', 'ownerId', 'riskIds'],
  sort: [{ field: 'code', direction: 'descending' }],
  createFields: [
    ['name', 12],
    ['kind', 4],
    ['body', 4],
    ['dueOn', 4],
    ['meetingId', 12],
    ['ask', 12],
    ['options', 12],
    ['recommendation', 12],
    ['delayConsequence', 12],
    ['ownerPostId', 6],
    ['ownerId', 6],
    ['riskIds', 6],
    ['systemIds', 6],
    ['controlIds', 6],
    ['acceptanceIds', 6],
    ['contractIds', 6],
    ['findingIds', 6],
    ['incidentIds', 6],
    ['kriIds', 6],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['kind', 4],
        ['body', 4],
        ['dueOn', 4],
        ['ownerPostId', 6],
        ['ownerId', 6],
        ['meetingId', 6],
        ['packId', 6],
      ],
    },
    {
      name: 'decisionAsked',
      fields: [
        ['ask', 12],
        ['options', 12],
        ['recommendation', 12],
        ['delayConsequence', 12],
      ],
    },
    {
      name: 'decisionLinks',
      fields: [
        ['riskIds', 6],
        ['systemIds', 6],
        ['controlIds', 6],
        ['acceptanceIds', 6],
        ['contractIds', 6],
        ['findingIds', 6],
        ['incidentIds', 6],
        ['kriIds', 6],
        ['actionIds', 6],
        ['evidenceIds', 6],
        ['minutesReference', 6],
        ['ringiNumber', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'kind',
    'body',
    'ask',
    'recommendation',
    'meetingId',
    'ownerId',
    'dueOn',
    'outcome',
    'outcomeText',
    'followThrough',
    'riskIds',
  ],
  Identity: DecisionIdentity,
  Notices: DecisionNotices,
  Main: DecisionMain,
  Aside: DecisionAside,
  Related: DecisionRelated,
  Verbs: DecisionVerbs,
}
