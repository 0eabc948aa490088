/**
 * Text with which a risk manager asks people for what they owe: one for each person, copied by hand into a mail. Nothing is
 * sent from here.
 */
import type { Labels } from '#shared/contract/base.ts'
import type { WorkLetter } from '#shared/contract/work-queue.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import {
  askedPerson,
  daysStatement,
  owedStatement,
  type WorkItem,
  type WorkStanding,
} from '#shared/domain/work-item.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { figureFacts } from './figure-facts.ts'
import { LabelCollector } from './labels.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { workQueue } from './work-queue.ts'

export interface LettersInput {
  readonly day: Day | null
  readonly personIds: readonly string[]
  readonly language: Language
}

/** What a letter asks for: what has run out, what is missing, and what is owed within 30 days. */
const asked: readonly WorkStanding[] = ['late', 'gap', 'soon']
/** A longer list is not read; the rest is counted. */
const longestList = 40

export function writeLetters(
  register: Register,
  input: LettersInput,
): { readonly letters: readonly WorkLetter[]; readonly labels: Labels } {
  const { day, items } = workQueue(register, input.day)
  const byPerson = new Map<string, WorkItem[]>(input.personIds.map((id) => [id, []]))
  for (const item of items) if (asked.includes(item.standing)) byPerson.get(askedPerson(item) ?? '')?.push(item)
  const collector = new LabelCollector()
  collector.add(...byPerson.keys())
  return {
    letters: [...byPerson].map(([personId, own]) => letterTo(register, personId, own, day, input.language)),
    labels: collector.labels(register.read),
  }
}

function letterTo(
  register: Register,
  personId: string,
  items: readonly WorkItem[],
  day: Day,
  language: Language,
): WorkLetter {
  const t = translate(language)
  const person = recordTables.person.get(register.read, personId)
  if (person === undefined) throw new Problem('NOT_FOUND', { noun: 'person', id: personId })
  const facts = figureFacts(register)
  const heldPosts = facts.posts.filter((post) => items.some((item) => item.answering.postId === post.id))
  const executive = heldPosts.some((post) => post.kind === 'executive')
  const late = items.filter((item) => item.standing === 'late').length
  const sender = senderOf(register, language)
  const sections = asked.flatMap((standing) => {
    const own = items.filter((item) => item.standing === standing)
    if (own.length === 0) return []
    return [
      [
        t(`letter.section.${standing}`, { count: own.length }),
        ...own.slice(0, longestList).map((item) => lineOf(item, language)),
        ...(own.length > longestList ? [t('letter.more', { count: own.length - longestList })] : []),
      ].join('\n'),
    ]
  })
  const manner = executive ? 'executive' : 'staff'
  const paragraphs = [
    [
      ...addressOf(register, person.unitId, heldPosts, language),
      t('letter.dear', { name: inLanguage(person.name, language) }),
    ].join('\n'),
    [sender === null ? t('letter.greeting') : t('letter.greetingFrom', { sender }), t(`letter.opening.${manner}`)].join(
      '\n',
    ),
    [
      t('letter.listed', {
        organisation: inLanguage(register.organisation().name, language),
        day,
        count: items.length,
      }),
      t(`letter.request.${manner}`),
    ].join('\n'),
    ...sections,
    t('letter.answer'),
    t('letter.closing'),
    ...(sender === null ? [] : [sender]),
  ]
  return {
    personId,
    email: person.email,
    subject:
      late === 0
        ? t('letter.subject', { count: items.length })
        : t('letter.subjectLate', { count: items.length, late }),
    text: `${paragraphs.filter((each) => each !== '').join('\n\n')}\n`,
    items: items.length,
  }
}

function lineOf(item: WorkItem, language: Language): string {
  const t = translate(language)
  const days = daysStatement(item.days)
  const what = t('letter.line', {
    code: item.code,
    name: inLanguage(item.name, language),
    owed: say(language, owedStatement(item)),
  })
  const deputising = item.answering.personId === null && item.answering.deputyId !== null ? t('letter.asDeputy') : ''
  return item.day === null || days === null
    ? what + deputising
    : what +
        t(item.kind === 'vacantPost' ? 'letter.since' : 'letter.due', { day: item.day, days: say(language, days) }) +
        deputising
}

/** Unit and posts stand over the name in a Japanese letter; an English one begins with the name. */
function addressOf(
  register: Register,
  unitId: string | null,
  posts: readonly { readonly name: { readonly ja: string | null; readonly en: string | null } }[],
  language: Language,
): readonly string[] {
  if (language === 'en') return []
  const unit = unitId === null ? undefined : recordTables.unit.get(register.read, unitId)
  return [
    ...(unit === undefined ? [] : [inLanguage(unit.name, language)]),
    ...posts.slice(0, 2).map((post) => inLanguage(post.name, language)),
  ]
}

/** Who writes: the person that the window acts as. */
function senderOf(register: Register, language: Language): string | null {
  const person = register.personId === null ? undefined : recordTables.person.get(register.read, register.personId)
  if (person === undefined) return null
  const unit = person.unitId === null ? undefined : recordTables.unit.get(register.read, person.unitId)
  return [unit === undefined ? null : inLanguage(unit.name, language), inLanguage(person.name, language)]
    .filter((part) => part !== null)
    .join(language === 'ja' ? '　' : ', ')
}
