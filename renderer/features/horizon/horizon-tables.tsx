/** The tables behind the timeline: instruments with their force on the day, and dated events with what is made of them. */
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { HorizonPicture } from '#shared/contract/horizon.ts'
import { firstDayOf } from '#shared/domain/horizon/horizon-date.ts'
import type { HorizonEvent, Instrument } from '#shared/domain/horizon/horizon-pack.ts'
import { assessBy, assessmentStandingOn, type RuleAssessment } from '#shared/domain/horizon/rule-assessment.ts'
import { eventOn, statusOn } from '#shared/domain/horizon/status-on.ts'
import { Link } from 'wouter'
import { checkWords, dateWords, EntryLink, EntryTitle } from './horizon-words.tsx'
import { StatusForce } from '#renderer/records/rule-force.tsx'

interface Props {
  readonly picture: HorizonPicture
  readonly day: string
}

const byEventOf = (picture: HorizonPicture) => new Map(picture.assessments.map((each) => [each.eventId, each]))

export function InstrumentTable({
  picture,
  day,
  instruments,
}: Props & { readonly instruments: readonly Instrument[] }) {
  const words = useWords()
  const { t } = words
  const byEvent = byEventOf(picture)
  return (
    <section className="sheet form-section">
      <h2>
        {t('horizon.instruments')} <span className="muted figures">{instruments.length}</span>
      </h2>
      <div className="table-scroll">
        <table className="plain-table horizon-table">
          <thead>
            <tr>
              <th scope="col">{t('horizon.column.id')}</th>
              <th scope="col">{t('horizon.column.instrument')}</th>
              <th scope="col">{t('horizon.column.status', { day })}</th>
              <th scope="col">{t('horizon.column.from')}</th>
              <th scope="col" className="figure-column">
                {t('horizon.column.systems')}
              </th>
              <th scope="col">{t('horizon.column.assessed')}</th>
              <th scope="col">{t('horizon.column.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {instruments.map((instrument) => {
              const standing = statusOn(instrument, day, picture.content)
              const own = picture.content.events
                .filter((event) => event.instrument === instrument.id)
                .flatMap((event) => byEvent.get(event.id) ?? [])
              return (
                <tr key={instrument.id}>
                  <td className="code">
                    <EntryLink id={instrument.id}>{instrument.id}</EntryLink>
                  </td>
                  <th scope="row">
                    <EntryTitle entry={instrument} words={words} />
                    <span className="horizon-sub">
                      {[words.name(instrument.issuer), instrument.number === null ? '' : words.name(instrument.number)]
                        .filter((part) => part !== '')
                        .join(t('app.listSeparator'))}
                    </span>
                  </th>
                  <td>
                    <StatusForce instrument={instrument} standing={standing} words={words} />
                    <Below lines={checkWords(words, standing.checks)} />
                  </td>
                  <td>
                    <From instrument={instrument} standing={standing} />
                  </td>
                  <td className="figure-column">
                    <Touched count={picture.touched[instrument.id]} />
                  </td>
                  <td>
                    <AssessedOf assessments={own} day={day} />
                  </td>
                  <td>{meaningOf(own, (text) => words.name(text))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** What was made of it last. */
function meaningOf(assessments: readonly RuleAssessment[], name: (text: RuleAssessment['meaning']) => string): string {
  const newest = assessments
    .filter(({ assessedOn }) => assessedOn !== null)
    .sort((one, other) => ((one.assessedOn ?? '') < (other.assessedOn ?? '') ? 1 : -1))[0]
  return newest === undefined ? '' : name(newest.meaning)
}

/** Since when the edition or the status holds, and what comes next. */
function From({
  instrument,
  standing: { begun, ahead },
}: {
  readonly instrument: Instrument
  readonly standing: ReturnType<typeof statusOn>
}) {
  const words = useWords()
  const { t } = words
  const next = ahead.find(({ date }) => date !== null)
  // The edition that holds, or the step by which the status came.
  const held = begun.findLast(({ version, status }) => version !== null || status !== null)
  const unconfirmed = instrument.steps.some(({ evidence }) => evidence === 'M')
  return (
    <>
      {unconfirmed ? (
        <Unknown word={t('horizon.toConfirm')} />
      ) : (
        held !== undefined && (
          <span className="figures">{held.date === null ? t('horizon.notGiven') : dateWords(words, held.date)}</span>
        )
      )}
      {held?.version != null && <span className="horizon-sub">{words.name(held.version)}</span>}
      {next?.date != null && (
        <span className="horizon-sub figures">{t('horizon.next', { date: dateWords(words, next.date) })}</span>
      )}
    </>
  )
}

function AssessedOf({ assessments, day }: { readonly assessments: readonly RuleAssessment[]; readonly day: string }) {
  const { t } = useWords()
  if (assessments.length === 0) return <span className="muted">{t('horizon.nothingOwed')}</span>
  const standings = assessments.map((each) => assessmentStandingOn(each, day))
  const done = standings.filter((each) => each === 'assessed').length
  const status = done === assessments.length ? 'within' : standings.includes('overdue') ? 'warning' : 'no_data'
  return <StatusMark status={status} word={`${String(done)} / ${String(assessments.length)}`} />
}

function Touched({ count }: { readonly count: HorizonPicture['touched'][string] | undefined }) {
  const { t } = useWords()
  if (count === undefined) return <span className="muted">{t('horizon.notPerSystem')}</span>
  return (
    <>
      <span className="figures">{count.touched.toLocaleString('en')}</span>
      {count.unknown > 0 && <span className="horizon-sub">{t('horizon.ofThemUnknown', { count: count.unknown })}</span>}
    </>
  )
}

function Below({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className="horizon-sub horizon-check">
      {line}
    </span>
  ))
}

export function EventTable({ picture, day, events }: Props & { readonly events: readonly HorizonEvent[] }) {
  const words = useWords()
  const { t } = words
  const byEvent = byEventOf(picture)
  const sorted = events.toSorted((one, other) => {
    const [first, second] = [firstDayOf(one.date) ?? '9999', firstDayOf(other.date) ?? '9999']
    return first < second ? 1 : first > second ? -1 : 0
  })
  return (
    <section className="sheet form-section">
      <h2>
        {t('horizon.events')} <span className="muted figures">{events.length}</span>
      </h2>
      <div className="table-scroll">
        <table className="plain-table horizon-table">
          <thead>
            <tr>
              <th scope="col">{t('horizon.column.id')}</th>
              <th scope="col">{t('horizon.column.date')}</th>
              <th scope="col">{t('horizon.column.event')}</th>
              <th scope="col">{t('horizon.column.kind', { day })}</th>
              <th scope="col" className="figure-column">
                {t('horizon.column.systems')}
              </th>
              <th scope="col">{t('horizon.column.assessment')}</th>
              <th scope="col">{words.field('ruleAssessment', 'ownerId')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((event) => {
              const { kind, checks } = eventOn(event, day, picture.content)
              const assessment = byEvent.get(event.id)
              return (
                <tr key={event.id}>
                  <td className="code">
                    <EntryLink id={event.id}>{event.id}</EntryLink>
                  </td>
                  <td className="figures">
                    {dateWords(words, event.date)}
                    {assessment?.movedFrom != null && (
                      <span className="horizon-sub">{t('horizon.movedFrom', { day: assessment.movedFrom })}</span>
                    )}
                  </td>
                  <th scope="row">
                    <EntryTitle entry={event} words={words} />
                  </th>
                  <td>
                    {t(`horizon.kind.${kind}`)}
                    <Below lines={checkWords(words, checks)} />
                  </td>
                  <td className="figure-column">
                    <Touched count={picture.touched[event.id]} />
                  </td>
                  <td>
                    <AssessmentStanding assessment={assessment} day={day} />
                  </td>
                  <td>
                    {assessment !== undefined &&
                      (words.label(picture.labels, assessment.ownerId) ||
                        words.label(picture.labels, assessment.ownerPostId))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

export function AssessmentStanding({
  assessment,
  day,
}: {
  readonly assessment: RuleAssessment | undefined
  readonly day: string
}) {
  const words = useWords()
  const { t } = words
  if (assessment === undefined) return <span className="muted">{t('horizon.nothingOwed')}</span>
  const standing = assessmentStandingOn(assessment, day)
  const due = assessment.dueOn ?? assessBy(assessment)
  const mark = { assessed: 'within', overdue: 'warning', open: 'no_data' } as const
  return (
    <>
      <Link href={recordPath('ruleAssessment', assessment.id)} className="link">
        <StatusMark
          status={mark[standing]}
          word={
            standing === 'assessed' && assessment.outcome !== null
              ? words.value('ruleOutcome', assessment.outcome)
              : words.value('assessmentStanding', standing)
          }
        />
      </Link>
      {standing !== 'assessed' && due !== null && (
        <span className="horizon-sub figures">{t('horizon.assessBy', { day: due })}</span>
      )}
    </>
  )
}
