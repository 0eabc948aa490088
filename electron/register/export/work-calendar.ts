/**
 * The queue as an iCalendar file (RFC 5545): all-day events that a second import updates, since what is owed keeps its
 * identifier while its day moves. Items without a day are left out.
 */
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Day, Instant } from '#shared/domain/calendar-date.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { daysStatement, owedStatement, type WorkItem, workKey } from '#shared/domain/work-item.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'

export interface WorkCalendarFacts {
  readonly registerId: string
  readonly name: string
  readonly language: Language
  /** The day of the queue: what is late stands on it, where it is seen. */
  readonly day: Day
  readonly at: Instant
  /** Grows with every change of the register, so that a calendar takes the later of two files. */
  readonly sequence: number
  /** The name of a person, post or unit by its id. */
  readonly nameOf: (id: string | null) => string | null
}

const hour = 3600
/** Nine o'clock of the day before, and of the day itself for what is late. */
const reminder = { before: 15 * hour, on: 9 * hour }

export function workCalendar(
  items: readonly WorkItem[],
  facts: WorkCalendarFacts,
): { readonly text: string; readonly events: number } {
  const { language } = facts
  const t = translate(language)
  const calendar = ical({
    name: t('calendarFile.name', { name: facts.name }),
    prodId: { company: 'Daicho', product: 'Daicho', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  const dated = items.filter((item) => item.day !== null)
  for (const item of dated) {
    const late = item.standing === 'late'
    const day = late || item.day === null ? facts.day : item.day
    const owed = say(language, owedStatement(item))
    const name = inLanguage(item.name, language)
    const days = daysStatement(item.days)
    const summary = t(late ? 'calendarFile.summaryLate' : 'calendarFile.summary', { code: item.code, owed })
    const event = calendar.createEvent({
      id: `${workKey(item)}@${facts.registerId}`,
      // Midnight UTC: a date without a time is read from its UTC parts.
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(facts.at),
      sequence: facts.sequence,
      summary,
      transparency: ICalEventTransparency.TRANSPARENT,
      description: [
        `${item.code} ${name}`.trim(),
        owed,
        t('calendarFile.day', { day: item.day ?? '', days: days === null ? '' : say(language, days) }),
        ...answerLines(item, facts),
      ].join('\n'),
    })
    const alarm = event.createAlarm({
      type: ICalAlarmType.display,
      trigger: late ? -reminder.on : reminder.before,
      description: summary,
    })
    // Counted from the end unless said, which of an all-day event is the next day.
    alarm.relatesTo(ICalAlarmRelatesTo.start)
  }
  return { text: calendar.toString(), events: dated.length }
}

function answerLines({ answering }: WorkItem, { language, nameOf }: WorkCalendarFacts): readonly string[] {
  const t = translate(language)
  const person = nameOf(answering.personId)
  const post = nameOf(answering.postId)
  const deputy = nameOf(answering.deputyId)
  return [
    person === null && post === null
      ? t('calendarFile.nobody')
      : t('calendarFile.answers', {
          who: [post, person ?? t('workQueue.vacant')].filter((each) => each !== null).join(' '),
        }),
    ...(deputy === null ? [] : [t('calendarFile.deputy', { name: deputy })]),
  ]
}
