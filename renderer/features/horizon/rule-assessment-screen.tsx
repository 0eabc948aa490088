/** Changes of the rules (制度変更): what each means for the company, who looks at it by when, which systems it touches. */
import { IconTimelineEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { useRegister } from '#renderer/api/status.ts'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { isToBeChecked } from '#shared/domain/horizon/rule-assessment.ts'
import { AssessManyVerb } from './assess-many.tsx'
import { AssessVerb } from './assess-verb.tsx'
import { EventFacts, TouchedList } from './entry-parts.tsx'
import './horizon.css'

type Props = DetailProps<'ruleAssessment'>

function Identity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('assessmentStanding', derived.standing)}</span>
      <span className="figures">{record.eventDay}</span>
      <span>{words.value('dayKind', record.dayKind)}</span>
    </>
  )
}

function Notices({ detail: { record, derived } }: Props) {
  const { t } = useWords()
  const { today } = useRegister()
  return (
    <>
      {derived.standing === 'overdue' && (
        <p className="notice">
          <b>{t('horizon.overdueNotice', { day: derived.by ?? record.eventDay })}</b>
        </p>
      )}
      {record.changedOn !== null && derived.standing !== 'assessed' && (
        <p className="notice">
          {record.movedFrom === null
            ? t('horizon.changedNotice', { day: record.changedOn })
            : t('horizon.movedNotice', { day: record.changedOn, from: record.movedFrom, to: record.eventDay })}
        </p>
      )}
      {isToBeChecked(record, today) && (
        <p className="notice">
          {t(`horizon.check.${record.dayKind === 'latest' ? 'COMMENCEMENT_TO_CHECK' : 'ANNOUNCED_DAY_PASSED'}`)}
        </p>
      )}
      {record.dayKind === 'fixed' && record.eventDay === today && (
        <p className="notice">
          <b>{t('horizon.beginsToday')}</b>
        </p>
      )}
    </>
  )
}

/** What the horizon says of the event; nothing for a change that the company found by itself. */
function Main({ detail: { record } }: Props) {
  const { utils } = useApi()
  const { today } = useRegister()
  const { data } = useQuery(utils.horizon.picture.queryOptions())
  const event = data?.content.events.find(({ id }) => id === record.eventId)
  return data === undefined || event === undefined ? null : (
    <EventFacts event={event} content={data.content} day={today} />
  )
}

function Aside({ detail }: Props) {
  const words = useWords()
  const { record, labels } = detail
  return (
    <>
      <section className="sheet form-section">
        <h2>{words.t('horizon.assessment')}</h2>
        <dl className="key-values">
          <FieldList
            noun="ruleAssessment"
            names={['outcome', 'meaning', 'assessedOn', 'assessorId', 'packVersion']}
            record={record}
            labels={labels}
          />
        </dl>
      </section>
      {record.eventId !== null && <TouchedList id={record.eventId} />}
    </>
  )
}

function Related({ detail: { related } }: Props) {
  return (
    <>
      <RelatedList noun="system" records={related.system ?? []} />
      <RelatedList noun="action" records={related.action ?? []} end={(action) => <DueDay day={action.dueOn} />} />
    </>
  )
}

export const ruleAssessmentScreen: NounScreen<'ruleAssessment'> = {
  noun: 'ruleAssessment',
  icon: IconTimelineEvent,
  columns: [
    codeColumn('ruleAssessment'),
    nameColumn('ruleAssessment'),
    fieldColumn('ruleAssessment', 'eventDay', 118),
    fieldColumn('ruleAssessment', 'dayKind', { ja: 112, en: 124 }),
    fieldColumn('ruleAssessment', 'assessmentStanding', { ja: 136, en: 152 }),
    fieldColumn('ruleAssessment', 'outcome', { ja: 112, en: 124 }),
    fieldColumn('ruleAssessment', 'ownerPostId', { ja: 180, en: 200 }),
    fieldColumn(
      'ruleAssessment',
      'dueOn',
      { ja: 152, en: 172 },
      {
        Cell: ({ row }) =>
          row.derived.standing === 'assessed' ? (
            <span className="figures">{row.record.dueOn}</span>
          ) : (
            <DueDay day={row.record.dueOn} />
          ),
      },
    ),
  ],
  filters: ['assessmentStanding', 'outcome', 'dayKind', 'ownerId', 'ownerPostId', 'systemIds'],
  sort: [{ field: 'eventDay', direction: 'descending' }],
  createFields: [
    ['name', 12],
    ['eventDay', 4],
    ['dayKind', 4],
    ['dueOn', 4],
    ['ownerPostId', 6],
    ['ownerId', 6],
    ['systemIds', 12],
    ['notes', 12],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['eventDay', 4],
        ['dayKind', 4],
        ['dueOn', 4],
        ['ownerPostId', 6],
        ['ownerId', 6],
        ['systemIds', 6],
        ['actionIds', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'eventId',
    'eventDay',
    'dayKind',
    'outcome',
    'meaning',
    'assessedOn',
    'assessorId',
    'ownerPostId',
    'ownerId',
    'dueOn',
    'systemIds',
  ],
  Identity,
  Notices,
  Main,
  Aside,
  Related,
  Verbs: AssessVerb,
  BulkVerbs: AssessManyVerb,
}
