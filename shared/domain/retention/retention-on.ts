/** Whose names are due to be taken out on a day, and what keeps them. Pure: what names a person comes in as ties. */
import { addDays, type Day } from '../calendar-date.ts'
import type { Noun } from '../nouns.ts'
import type { Bilingual } from '../text.ts'
import type { LegalHold, Redaction, RetentionRule } from './retention-records.ts'

/** That a record names a person as one who answers, does or is asked: until a day, its own included, or with no end (null). */
export interface PersonTie {
  readonly personId: string
  readonly noun: Noun
  readonly id: string
  readonly until: Day | null
}

export interface RetainedPerson {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly withdrawnOn: Day | null
}

export interface RetentionInput {
  readonly people: readonly RetainedPerson[]
  readonly ties: readonly PersonTie[]
  readonly rules: readonly RetentionRule[]
  readonly holds: readonly LegalHold[]
  readonly redactions: readonly Pick<Redaction, 'personId' | 'placeholder' | 'withdrawn'>[]
}

/**
 * `due`: the period is over and nothing names them; `held`: a hold keeps what would be due; `back`: a name that was taken out is
 * there again (a backup that was put back, a register that was merged); `named`: something names them now; `running`: the period
 * runs; `noEnd`: nothing has ever named them, so that no period begins; `noRule`: no rule is about them; `redacted`: taken out.
 */
export const retentionStandings = ['back', 'due', 'held', 'named', 'running', 'noEnd', 'noRule', 'redacted'] as const
export type RetentionStanding = (typeof retentionStandings)[number]

export interface PersonRetention {
  readonly person: RetainedPerson
  readonly standing: RetentionStanding
  /** The last day on which anything named them; null where something does or nothing ever did. */
  readonly lastOn: Day | null
  /** The rule that decides, and the first day on which the name is due. */
  readonly ruleId: string | null
  readonly dueOn: Day | null
  /** What names them on the day. */
  readonly blocks: readonly PersonTie[]
  /** The holds that cover them. */
  readonly holdIds: readonly string[]
}

/**
 * The first day after a period of whole years that began on the day after `lastOn`. Counted as the Civil Code counts periods
 * (民法 140条, 143条): the first day is not counted, the period ends on the day before the one that corresponds to its beginning,
 * and where the last month has no such day on the month's last day.
 */
export function dueOn(lastOn: Day, years: number): Day {
  const begins = addDays(lastOn, 1)
  const year = String(Number(begins.slice(0, 4)) + years).padStart(4, '0')
  // Only 29 February can be missing: the period ends with February.
  return begins.endsWith('02-29') && !isLeap(Number(year)) ? `${year}-03-01` : `${year}${begins.slice(4)}`
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function isRuleInForce({ from, to, withdrawn }: RetentionRule, day: Day): boolean {
  return withdrawn === null && from <= day && (to === null || day <= to)
}

/** From its first day to the day before its release. */
export function isHoldInForce({ from, releasedOn, withdrawn }: LegalHold, day: Day): boolean {
  return withdrawn === null && from <= day && (releasedOn === null || day < releasedOn)
}

export function coversPerson({ scope, personIds }: LegalHold, personId: string): boolean {
  return scope === 'everyone' || personIds.includes(personId)
}

/** Everyone, those that ask for something first: in the order of `retentionStandings`, then by the day, then by code. */
export function retentionOn(input: RetentionInput, day: Day): readonly PersonRetention[] {
  const ties = Map.groupBy(input.ties, ({ personId }) => personId)
  const rules = input.rules.filter((rule) => isRuleInForce(rule, day))
  const holds = input.holds.filter((hold) => isHoldInForce(hold, day))
  const general = holds.filter(({ scope }) => scope === 'everyone').map(({ id }) => id)
  const named = new Map<string, string[]>()
  for (const { id, scope, personIds } of holds)
    if (scope === 'named') for (const personId of personIds) named.set(personId, [...(named.get(personId) ?? []), id])
  const redacted = new Map(
    input.redactions.filter(({ withdrawn }) => withdrawn === null).map((each) => [each.personId, each.placeholder]),
  )
  const order = new Map(retentionStandings.map((standing, place) => [standing, place]))
  return input.people
    .map((person) =>
      standingOf(person, day, {
        ties: ties.get(person.id) ?? [],
        rules,
        holdIds: [...general, ...(named.get(person.id) ?? [])],
        placeholder: redacted.get(person.id) ?? null,
      }),
    )
    .sort(
      (one, other) =>
        (order.get(one.standing) ?? 0) - (order.get(other.standing) ?? 0) ||
        compared(one.dueOn ?? '9999', other.dueOn ?? '9999') ||
        compared(one.person.code, other.person.code),
    )
}

function standingOf(
  person: RetainedPerson,
  day: Day,
  {
    ties,
    rules,
    holdIds,
    placeholder,
  }: {
    readonly ties: readonly PersonTie[]
    readonly rules: readonly RetentionRule[]
    readonly holdIds: readonly string[]
    readonly placeholder: Bilingual | null
  },
): PersonRetention {
  const blocks = ties.filter(({ until }) => until === null || until >= day)
  const ends = [...ties.map(({ until }) => until), person.withdrawnOn].filter((each) => each !== null)
  const lastOn = blocks.length > 0 ? null : (ends.sort().at(-1) ?? null)
  const holdsPosts = ties.some(({ noun }) => noun === 'term')
  // Where several rules are about somebody, the longest period decides: what one of them keeps is not taken out by another.
  const rule = rules
    .filter(({ scope }) => scope === 'everyone' || (scope === 'post_holders') === holdsPosts)
    .reduce<RetentionRule | null>((longest, each) => (longest && longest.years >= each.years ? longest : each), null)
  const due = rule === null || lastOn === null ? null : dueOn(lastOn, rule.years)
  const facts = { person, lastOn, ruleId: rule?.id ?? null, dueOn: due, blocks, holdIds }
  const standing = (): RetentionStanding => {
    if (placeholder !== null) return isSameName(placeholder, person.name) ? 'redacted' : 'back'
    if (blocks.length > 0) return 'named'
    if (rule === null) return 'noRule'
    if (due === null) return 'noEnd'
    if (due > day) return 'running'
    return holdIds.length > 0 ? 'held' : 'due'
  }
  return { ...facts, standing: standing() }
}

function isSameName(one: Bilingual, other: Bilingual): boolean {
  return one.ja === other.ja && one.en === other.en
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
