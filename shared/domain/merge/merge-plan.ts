/**
 * Two registers as one: what becomes of each record of the other register, what is written, and what a person is asked. Pure:
 * the same registers, memory and answers give the same plan. What is not answered yet stands as ours, and is named.
 */
import { z } from 'zod'
import { addDays, type Day } from '../calendar-date.ts'
import { overlaps } from '../accountability.ts'
import { fields } from '../fields.ts'
import { type CodedNoun, codePrefixes, type Noun, nounSchemas, nouns, type RecordOf } from '../nouns.ts'
import { codeOf, mergeReason } from '../record.ts'
import { type RegisterState, stateKeys } from '../register-state.ts'
import { mergeFields } from './merge-fields.ts'
import { nameKeyOf, type Suggestion, SuggestionIndex } from './suggestions.ts'
import {
  type AnyRecord,
  areOne,
  exclusiveKey,
  identityFields,
  isSame,
  receiverNouns,
  sameKey,
  treatmentOf,
  type Values,
} from './treatment.ts'

/** `same`: it is this record of ours. `new`: it is none of them. `leave_out`: it is not brought in, now and later. */
export type MatchAnswer = { readonly same: string } | 'new' | 'leave_out'
export const conflictChoices = ['ours', 'theirs'] as const
export type ConflictChoice = (typeof conflictChoices)[number]

export interface MergeAnswers {
  /** By the id of their record. */
  readonly matches: Readonly<Record<string, MatchAnswer>>
  /** By the key of the conflict. */
  readonly choices: Readonly<Record<string, ConflictChoice>>
}
export const noAnswers: MergeAnswers = { matches: {}, choices: {} }

/** What earlier merges of the same register were told. */
export interface MergeMemory {
  readonly same: ReadonlyMap<string, string>
  readonly leftOut: ReadonlySet<string>
}
export const noMemory: MergeMemory = { same: new Map(), leftOut: new Set() }

export interface MergeInput {
  readonly ours: RegisterState
  readonly theirs: RegisterState
  /** Their state at the newest moment that this register knows of: a common ancestor or an earlier merge. */
  readonly base: RegisterState | null
  /** Both are copies of one register. */
  readonly isCopy: boolean
  readonly memory: MergeMemory
  readonly answers: MergeAnswers
  readonly today: Day
  /** What rules say of records as they would be merged, by the id of their record: found by trying. */
  readonly broken?: ReadonlyMap<string, BrokenRule>
}

/** A rule of a noun that a merged record would break, as a problem's code and facts. */
export interface BrokenRule {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

interface OfTheirs {
  readonly noun: Noun
  readonly theirId: string
  readonly code: string | null
}

/** A record of theirs that may be one of ours. `answer` null: a person has not said. */
export interface MergeMatch extends OfTheirs {
  readonly suggestions: readonly Suggestion[]
  readonly answer: MatchAnswer | null
}

export const conflictKinds = ['field', 'withdrawn', 'period', 'rule'] as const

export interface MergeConflict extends OfTheirs {
  /** Stays the same while answers change. */
  readonly key: string
  readonly kind: (typeof conflictKinds)[number]
  /** The id that the record has, or would have, in this register. */
  readonly id: string
  readonly field: string | null
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
  /** Whether theirs can be taken: a record that breaks a rule can only be left out. */
  readonly canTakeTheirs: boolean
  /** Our record that stands in the way of theirs. */
  readonly otherId: string | null
  /** Of the end of a row: their rows that follow it. They come in where theirs is taken, and stay out where ours stands. */
  readonly followers: readonly string[]
  readonly broken: BrokenRule | null
  readonly choice: ConflictChoice | null
}

export interface MergeWrite {
  readonly noun: Noun
  readonly theirId: string | null
  readonly theirCode: string | null
  /** Null where the record is new here. */
  readonly before: AnyRecord | null
  readonly after: AnyRecord
}

export const apartReasons = ['of_their_packs', 'of_their_company', 'belongs_to_apart', 'left_out'] as const
export type ApartReason = (typeof apartReasons)[number]
/** What is not brought in and stays in the kept log of the other register. */
export interface MergeApart extends OfTheirs {
  readonly reason: ApartReason
}

/** A setting that reads otherwise there: ours stands. */
export interface SettingDifference {
  readonly noun: Noun
  /** The category, figure or pack that it is about; null where there is only one. */
  readonly about: string | null
  readonly field: string
  readonly ours: unknown
  readonly theirs: unknown
}

export interface MergeCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly apart: number
  readonly settings: number
  readonly undecided: number
}

export interface MergePlan {
  readonly matches: readonly MergeMatch[]
  readonly conflicts: readonly MergeConflict[]
  readonly writes: readonly MergeWrite[]
  readonly apart: readonly MergeApart[]
  readonly settings: readonly SettingDifference[]
  readonly counts: MergeCounts
  /** Their records that are one of ours, by their id, where the ids differ. */
  readonly same: ReadonlyMap<string, string>
}

export function planMerge(input: MergeInput): MergePlan {
  const planner = new Planner(input)
  return planner.plan()
}

/** All records of a state by noun, the organisation too. */
export function recordsByNoun(state: RegisterState): ReadonlyMap<Noun, readonly AnyRecord[]> {
  return new Map(
    nouns.map((noun) => [
      noun,
      noun === 'organisation' ? [state.organisation] : (state[stateKeys[noun]] as readonly AnyRecord[]),
    ]),
  )
}

/** Nouns whose fields name others, those that are named first: what a record is, is known before what is part of it. */
const inOrder: readonly Noun[] = (() => {
  const done = new Set<Noun>()
  const order: Noun[] = []
  const visit = (noun: Noun, on: ReadonlySet<Noun>) => {
    if (done.has(noun) || on.has(noun)) return
    for (const field of fields[noun])
      if (field.kind === 'reference' || field.kind === 'references') visit(field.noun, new Set([...on, noun]))
    done.add(noun)
    order.push(noun)
  }
  // What a part is about is of any noun, so parts come last.
  const parts: readonly Noun[] = ['assignment', 'acceptance', 'comment']
  for (const noun of nouns) if (!parts.includes(noun)) visit(noun, new Set(parts))
  return [...order, ...nouns.filter((noun) => !done.has(noun))]
})()

/** References that a record cannot be without, by noun. */
const owed = new Map<Noun, ReadonlySet<string>>(
  nouns.map((noun) => [
    noun,
    new Set(
      Object.entries(nounSchemas[noun].shape as Readonly<Record<string, z.ZodType>>)
        .filter(([name, schema]) => name.endsWith('Id') && !z.safeParse(schema, null).success)
        .map(([name]) => name),
    ),
  ]),
)

class Planner {
  readonly #input: MergeInput
  readonly #ours: ReadonlyMap<Noun, readonly AnyRecord[]>
  readonly #theirs: ReadonlyMap<Noun, readonly AnyRecord[]>
  readonly #ourById = new Map<string, AnyRecord>()
  readonly #nounOfOurs = new Map<string, Noun>()
  readonly #theirById = new Map<string, AnyRecord>()
  readonly #baseById = new Map<string, AnyRecord>()
  /** Their id → ours; null where the record is not here. What is not named keeps its id. */
  readonly #ids = new Map<string, string | null>()
  readonly #taken = new Set<string>()
  readonly #matches: MergeMatch[] = []
  readonly #apart: MergeApart[] = []
  readonly #settings: SettingDifference[] = []
  readonly #conflicts: MergeConflict[] = []
  /** Our records by id as they are and as they become, only those that their records touch. */
  readonly #merged = new Map<string, { noun: Noun; theirs: AnyRecord; before: AnyRecord | null; after: AnyRecord }>()
  readonly #trimmed = new Map<string, { noun: Noun; before: AnyRecord; after: AnyRecord }>()

  constructor(input: MergeInput) {
    this.#input = input
    this.#ours = recordsByNoun(input.ours)
    this.#theirs = recordsByNoun(input.theirs)
    for (const [noun, records] of this.#ours)
      for (const record of records) {
        this.#ourById.set(record.id, record)
        this.#nounOfOurs.set(record.id, noun)
      }
    for (const records of this.#theirs.values()) for (const record of records) this.#theirById.set(record.id, record)
    if (input.base !== null)
      for (const records of recordsByNoun(input.base).values())
        for (const record of records) this.#baseById.set(record.id, record)
  }

  plan(): MergePlan {
    this.#settle()
    for (const noun of inOrder) this.#identify(noun)
    this.#setApart()
    for (const noun of inOrder) this.#mergeNoun(noun)
    this.#dropBroken()
    this.#clearPeriods()
    const writes = this.#writes()
    const undecided =
      this.#matches.filter(({ answer }) => answer === null).length +
      this.#conflicts.filter(({ choice }) => choice === null).length
    const added = writes.filter(({ before }) => before === null).length
    const same = new Map(
      [...this.#ids].filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== entry[0]),
    )
    return {
      matches: this.#matches,
      conflicts: this.#conflicts,
      writes,
      apart: this.#apart,
      settings: this.#settings,
      counts: {
        added,
        changed: writes.length - added,
        unchanged: this.#merged.size - writes.filter(({ theirId }) => theirId !== null).length,
        apart: this.#apart.length,
        settings: this.#settings.length,
        undecided,
      },
      same,
    }
  }

  /** Settings: ours stand. What is judged by theirs is judged by ours from now on; what reads otherwise is shown. */
  #settle(): void {
    const { today } = this.#input
    for (const noun of receiverNouns) {
      const ours = this.#ours.get(noun) ?? []
      const about = (record: AnyRecord) => settingOf(noun, record)
      for (const theirs of this.#theirs.get(noun) ?? []) {
        const alike = ours.filter((each) => each.withdrawn === null && about(each) === about(theirs))
        const own = this.#ourById.get(theirs.id) ?? inForce(alike, today) ?? alike.at(-1)
        if (own === undefined) {
          // A set of requirements that nobody here has taken in comes along: answers speak of it.
          const isUnknown = noun === 'requirementPack' && !ours.some((each) => samePack(each, theirs))
          if (!isUnknown) this.#ids.set(theirs.id, null)
          continue
        }
        this.#ids.set(theirs.id, own.id)
        if (theirs.withdrawn !== null || !isInForce(theirs, today)) continue
        for (const field of Object.keys(theirs)) {
          if (identityFields.has(field) || unshownSettings.has(field)) continue
          const [one, other] = [(own as Values)[field], (theirs as Values)[field]]
          if (!isSame(one, other)) this.#settings.push({ noun, about: about(theirs), field, ours: one, theirs: other })
        }
      }
    }
  }

  /** Which record of ours each of theirs is, or that it is none. */
  #identify(noun: Noun): void {
    if (receiverNouns.includes(noun)) return
    const { memory, answers, isCopy } = this.#input
    const theirs = this.#theirs.get(noun) ?? []
    const open: AnyRecord[] = []
    for (const record of theirs) {
      const remembered = memory.same.get(record.id)
      if (treatmentOf(noun, record, isCopy) === 'apart') {
        // Of copies the packs that both hold are the same ones.
        if (this.#ourById.has(record.id)) continue
        this.#ids.set(record.id, null)
        const reason = treatmentOf(noun, record, true) === 'apart' ? 'of_their_packs' : 'of_their_company'
        this.#apart.push({ noun, theirId: record.id, code: codeIn(record), reason })
      } else if (this.#ourById.has(record.id)) this.#take(record.id, record.id)
      else if (remembered !== undefined && this.#ourById.has(remembered)) this.#take(record.id, remembered)
      else if (memory.leftOut.has(record.id)) this.#leaveOut(noun, record)
      else open.push(record)
    }
    if (open.length === 0) return
    const byKey = Map.groupBy(
      (this.#ours.get(noun) ?? []).filter((each) => !this.#taken.has(each.id)),
      (each) => sameKey(noun, each) ?? '',
    )
    const index = isNamed(noun) ? this.#index(noun) : null
    for (const record of open) {
      const moved = this.#moved(record)
      const key = sameKey(noun, moved)
      const twin =
        key === null
          ? undefined
          : byKey.get(key)?.find((each) => !this.#taken.has(each.id) && areOne(noun, each, moved))
      if (twin !== undefined) {
        this.#take(record.id, twin.id)
        continue
      }
      if (index === null || key !== null) continue
      const suggestions = index.of(record, this.#unitNameOf(record), (id) => !this.#taken.has(id))
      const answer = this.#answerTo(noun, record.id, answers.matches[record.id])
      if (suggestions.length === 0 && answer === null) continue
      this.#matches.push({ noun, theirId: record.id, code: codeIn(record), suggestions, answer })
      if (answer === 'leave_out') this.#leaveOut(noun, record)
      else if (answer !== null && answer !== 'new') this.#take(record.id, answer.same)
    }
  }

  #take(theirId: string, ourId: string): void {
    this.#ids.set(theirId, ourId)
    this.#taken.add(ourId)
  }

  #leaveOut(noun: Noun, record: AnyRecord): void {
    this.#ids.set(record.id, null)
    this.#apart.push({ noun, theirId: record.id, code: codeIn(record), reason: 'left_out' })
  }

  /** An answer that can stand: the record that it names is of the noun, and nobody else's. */
  #answerTo(noun: Noun, theirId: string, answer: MatchAnswer | undefined): MatchAnswer | null {
    if (answer === undefined) return null
    if (typeof answer === 'string') return answer
    return this.#nounOfOurs.get(answer.same) === noun && !this.#taken.has(answer.same) && theirId !== answer.same
      ? answer
      : null
  }

  #index(noun: Noun): SuggestionIndex {
    return new SuggestionIndex(noun, this.#ours.get(noun) ?? [], (id) => {
      const unit = this.#ourById.get(id)
      return unit === undefined ? null : nameKeyOf(unit)
    })
  }

  #unitNameOf(record: AnyRecord): string | null {
    const { unitId } = record as Values
    const unit = typeof unitId === 'string' ? this.#theirById.get(unitId) : undefined
    return unit === undefined ? null : nameKeyOf(unit)
  }

  /** What cannot be without a record that is not here, is not here either. */
  #setApart(): void {
    for (let found = true; found;) {
      found = false
      for (const [noun, records] of this.#theirs)
        for (const record of records) {
          if (this.#ids.get(record.id) === null || this.#ourById.has(this.#ids.get(record.id) ?? record.id)) continue
          const values = record as Values
          const names = [...(owed.get(noun) ?? []), ...(noun === 'decision' || noun === 'meeting' ? ['packId'] : [])]
          const isOrphan = names.some((name) => {
            const id = values[name]
            return typeof id === 'string' && this.#ids.get(id) === null
          })
          if (!isOrphan) continue
          this.#ids.set(record.id, null)
          this.#apart.push({ noun, theirId: record.id, code: codeIn(record), reason: 'belongs_to_apart' })
          found = true
        }
    }
  }

  #mergeNoun(noun: Noun): void {
    for (const theirs of this.#theirs.get(noun) ?? []) {
      const target = this.#ids.has(theirs.id) ? this.#ids.get(theirs.id) : theirs.id
      if (target === null || target === undefined) continue
      if (receiverNouns.includes(noun) && this.#ourById.has(target)) continue
      const moved = this.#moved(theirs)
      const ours = this.#ourById.get(target)
      if (ours === undefined) {
        this.#merged.set(target, { noun, theirs, before: null, after: moved })
        continue
      }
      if (treatmentOf(noun, theirs, this.#input.isCopy) === 'apart') continue
      const base = this.#baseById.get(theirs.id)
      const { record, conflicts } = mergeFields(noun, ours, moved, base === undefined ? null : this.#moved(base))
      const after: Record<string, unknown> = { ...record }
      for (const conflict of conflicts) {
        const key = `${noun}:${theirs.id}:${conflict.field}`
        const choice = this.#input.answers.choices[key] ?? null
        if (choice === 'theirs') after[conflict.field] = conflict.theirs
        this.#conflicts.push({
          ...this.#about(noun, theirs, target),
          ...conflict,
          key,
          kind: conflict.field === 'withdrawn' ? 'withdrawn' : 'field',
          choice,
        })
      }
      this.#merged.set(target, { noun, theirs, before: ours, after: after as AnyRecord })
    }
  }

  #about(noun: Noun, theirs: AnyRecord, id: string) {
    const none = { field: null, base: null, ours: null, theirs: null, otherId: null, followers: [], broken: null }
    return { noun, theirId: theirs.id, code: codeIn(theirs), id, canTakeTheirs: true, ...none }
  }

  /** What would break a rule of its noun is asked, not refused: ours stays, or theirs is taken whole. */
  #dropBroken(): void {
    for (const [theirId, broken] of this.#input.broken ?? []) {
      const entry = [...this.#merged].find(([, each]) => each.theirs.id === theirId)
      if (entry === undefined) continue
      const [id, { noun, theirs, before }] = entry
      const key = `${noun}:${theirId}:rule`
      const choice = this.#input.answers.choices[key] ?? null
      const moved = this.#moved(theirs)
      this.#conflicts.push({
        ...this.#about(noun, theirs, id),
        key,
        kind: 'rule',
        ours: before,
        theirs: moved,
        canTakeTheirs: before !== null,
        broken,
        choice,
      })
      if (choice === 'theirs' && before !== null) {
        const identity = { id: before.id, version: before.version, ...('code' in before ? { code: before.code } : {}) }
        this.#merged.set(id, { noun, theirs, before, after: { ...moved, ...identity } })
      } else if (before !== null) this.#merged.set(id, { noun, theirs, before, after: before })
      else this.#drop(id, noun, theirs, choice)
    }
  }

  /** A new record that is not brought in after all. */
  #drop(id: string, noun: Noun, theirs: AnyRecord, choice: ConflictChoice | null): void {
    this.#merged.delete(id)
    if (choice !== null) this.#apart.push({ noun, theirId: theirs.id, code: codeIn(theirs), reason: 'left_out' })
  }

  /** One holder at a time: where a period of theirs lies over one of ours, one of the two gives way. */
  #clearPeriods(): void {
    const groups = new Map<string, { noun: Noun; record: AnyRecord; theirs: AnyRecord | null }[]>()
    const put = (noun: Noun, record: AnyRecord, theirs: AnyRecord | null) => {
      const key = exclusiveKey(noun, record)
      if (key === null) return
      const group = groups.get(key)
      if (group) group.push({ noun, record, theirs })
      else groups.set(key, [{ noun, record, theirs }])
    }
    for (const noun of ['term', 'assignment', 'supply'] as const) {
      for (const record of this.#ours.get(noun) ?? []) if (!this.#merged.has(record.id)) put(noun, record, null)
      for (const [, each] of this.#merged) if (each.noun === noun) put(noun, each.after, each.theirs)
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue
      for (const [at, own] of group.entries())
        for (const other of group.slice(at + 1)) {
          const [two, one] = this.#isBrought(own) ? [own, other] : [other, own]
          if (two.theirs === null || !this.#isBrought(two)) continue
          const [ours, theirs] = [this.#now(one.record), this.#now(two.record)]
          if (ours === null || theirs === null || !overlaps(ours as Period, theirs as Period)) continue
          this.#clearPeriod(one.noun, ours, { record: theirs, theirs: two.theirs })
        }
    }
  }

  /** Theirs has made or changed the row. */
  #isBrought({ record, theirs }: { readonly record: AnyRecord; readonly theirs: AnyRecord | null }): boolean {
    const merged = this.#merged.get(record.id)
    return theirs !== null && merged !== undefined && (merged.before === null || !isSame(merged.before, merged.after))
  }

  #now(record: AnyRecord): AnyRecord | null {
    const now =
      this.#trimmed.get(record.id)?.after ?? this.#merged.get(record.id)?.after ?? this.#ourById.get(record.id) ?? null
    return now?.withdrawn === null ? now : null
  }

  #clearPeriod(noun: Noun, ours: AnyRecord, { record, theirs }: { record: AnyRecord; theirs: AnyRecord }): void {
    const key = `${noun}:${theirs.id}:period:${ours.id}`
    const choice = this.#input.answers.choices[key] ?? null
    const entry = this.#merged.get(record.id)
    if (entry === undefined) return
    // Theirs has ended the row and let another follow: whether it has ended is asked already, and that answers for both.
    const end = entry.before === null ? this.#endAsked(ours.id, record as Period) : undefined
    if (end !== undefined) {
      this.#conflicts[this.#conflicts.indexOf(end)] = { ...end, followers: [...end.followers, theirs.id] }
      this.#drop(record.id, noun, theirs, end.choice)
      return
    }
    this.#conflicts.push({
      ...this.#about(noun, theirs, record.id),
      key,
      kind: 'period',
      ours,
      theirs: record,
      otherId: ours.id,
      choice,
    })
    if (choice !== 'theirs') {
      if (entry.before !== null) this.#merged.set(record.id, { ...entry, after: entry.before })
      else this.#drop(record.id, noun, theirs, choice)
      return
    }
    const [period, begins] = [ours as Period, (record as Period).from]
    const isEarlier = begins !== null && (period.from === null || period.from < begins)
    const after = {
      ...ours,
      ...(isEarlier ? { to: addDays(begins, -1) } : { withdrawn: { on: this.#input.today, reason: mergeReason } }),
    } as AnyRecord
    const own = this.#merged.get(ours.id)
    if (own !== undefined) this.#merged.set(ours.id, { ...own, after })
    else this.#trimmed.set(ours.id, { noun, before: this.#ourById.get(ours.id) ?? ours, after })
  }

  /** The question about the end of our row, where the end that theirs has lets the row that follows begin. */
  #endAsked(id: string, { from }: Period): MergeConflict | undefined {
    return this.#conflicts.find(
      ({ id: asked, field, theirs }) =>
        asked === id && field === 'to' && typeof theirs === 'string' && from !== null && theirs < from,
    )
  }

  #writes(): readonly MergeWrite[] {
    const codes = new Codes(this.#ours)
    const writes: MergeWrite[] = []
    // First those whose codes nobody here has, so that as many as can keep theirs.
    const given = new Map<string, string>()
    const fresh = [...this.#merged].filter(([, { before, after }]) => before === null && 'code' in after)
    for (const isTaken of [false, true])
      for (const [id, { noun, theirs }] of fresh)
        if (codes.has(codeIn(theirs) ?? '') === isTaken && !given.has(id))
          given.set(id, codes.take(noun as CodedNoun, codeIn(theirs) ?? ''))
    for (const noun of inOrder) {
      for (const [, entry] of this.#merged) {
        if (entry.noun !== noun) continue
        const { before, theirs } = entry
        if (before !== null && isSame(before, entry.after)) continue
        const theirCode = codeIn(theirs)
        const code = given.get(entry.after.id)
        const after = code === undefined ? entry.after : ({ ...entry.after, code } as AnyRecord)
        writes.push({ noun, theirId: theirs.id, theirCode, before, after })
      }
      for (const [, { noun: own, before, after }] of this.#trimmed)
        if (own === noun) writes.push({ noun, theirId: null, theirCode: null, before, after })
    }
    return writes
  }

  /** A record of theirs under our ids. What is not here is not named; in the texts of a record nothing is changed. */
  #moved(record: AnyRecord): AnyRecord {
    const moved: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(record)) moved[name] = this.#movedValue(value, true)
    return moved as unknown as AnyRecord
  }

  #movedValue(value: unknown, isTop: boolean): unknown {
    if (typeof value === 'string') {
      if (value.length !== 36) return value
      const id = this.#ids.get(value)
      return id === undefined || (id === null && !isTop) ? value : id
    }
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) {
      const isLinks = isTop && value.every((each) => typeof each === 'string')
      const moved = value.map((each) => this.#movedValue(each, isLinks)).filter((each) => each !== null)
      return isLinks ? [...new Set(moved)].sort() : moved
    }
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.#movedValue(each, false)]))
  }
}

type Period = Pick<RecordOf<'assignment'>, 'from' | 'to'>

/** Nouns whose records people know by a name or a source. */
function isNamed(noun: Noun): boolean {
  return noun in codePrefixes && 'name' in nounSchemas[noun].shape
}

function codeIn(record: AnyRecord): string | null {
  return 'code' in record ? record.code : null
}

/** What a setting is about, so that ours and theirs are laid beside each other. */
function settingOf(noun: Noun, record: AnyRecord): string | null {
  const values = record as Values
  if (noun === 'appetite') return String(values.category)
  if (noun === 'threshold') return String(values.kri)
  if (noun === 'requirementPack') return `${String(values.packId)} ${String(values.packVersion)}`
  return null
}

/** What differs by nature, or is too large to be laid beside each other. */
const unshownSettings: ReadonlySet<string> = new Set([
  'withdrawn',
  'from',
  'to',
  'registerId',
  'originRegisterId',
  'parentRegisterId',
  'content',
  'sha256',
  'fileName',
  'approverPersonId',
  'approvedOn',
  'ownerPostId',
])

function samePack(one: AnyRecord, other: AnyRecord): boolean {
  return (one as Values).packId === (other as Values).packId
}

function isInForce(record: AnyRecord, day: Day): boolean {
  const { from, to } = record as Values
  return (typeof from !== 'string' || from <= day) && (typeof to !== 'string' || to >= day)
}

function inForce(records: readonly AnyRecord[], day: Day): AnyRecord | undefined {
  return records.find((record) => isInForce(record, day))
}

/** The codes of this register: one that is taken is never given again. */
class Codes {
  readonly #taken = new Set<string>()
  readonly #last = new Map<Noun, number>()

  constructor(ours: ReadonlyMap<Noun, readonly AnyRecord[]>) {
    for (const [noun, records] of ours)
      for (const record of records) if ('code' in record) this.#note(noun, record.code)
  }

  #note(noun: Noun, code: string): void {
    this.#taken.add(code)
    const prefix: string | undefined = (codePrefixes as Readonly<Record<string, string>>)[noun]
    const number = prefix === undefined ? NaN : Number(code.slice(prefix.length + 1))
    if (Number.isSafeInteger(number)) this.#last.set(noun, Math.max(number, this.#last.get(noun) ?? 0))
  }

  has(code: string): boolean {
    return this.#taken.has(code)
  }

  /** Their code where nobody here has it, else the next one of ours. */
  take(noun: CodedNoun, theirs: string): string {
    const code = this.#taken.has(theirs)
      ? codeOf((codePrefixes as Readonly<Record<string, string>>)[noun] ?? '', (this.#last.get(noun) ?? 0) + 1)
      : theirs
    this.#note(noun, code)
    return code
  }
}

/** The state that a plan makes of ours: what the store writes, as data. */
export function merged(ours: RegisterState, plan: MergePlan): RegisterState {
  const after = new Map(plan.writes.map((write) => [write.after.id, write]))
  const lists = Object.entries(stateKeys).map(([noun, key]) => {
    const records = ours[key] as readonly AnyRecord[]
    const known = records.map((record) => after.get(record.id)?.after ?? record)
    const added = plan.writes
      .filter((write) => write.noun === noun && write.before === null)
      .map((write) => write.after)
    return [key, [...known, ...added].sort(byCode)]
  })
  return { ...(Object.fromEntries(lists) as Omit<RegisterState, 'organisation'>), organisation: ours.organisation }
}

function byCode(one: AnyRecord, other: AnyRecord): number {
  const label = (record: AnyRecord) => codeIn(record) ?? record.id
  return label(one) < label(other) ? -1 : label(one) > label(other) ? 1 : 0
}
