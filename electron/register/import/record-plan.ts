/**
 * What a list of records would do to the register, row by row: which record a row is, what it says otherwise, whom it names. A
 * plan is made from what stands there and writes nothing; the same plan is shown as a preview and then carried out
 * (`carry-out.ts`). Records that are to be made have ids of the plan in it, which the writing replaces.
 *
 * A second import changes a field only where the source's words for it have changed since its last one: what people have edited
 * here stays. An empty cell erases nothing, and a record that the list no longer holds stays until a person decides.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import { fields } from '#shared/domain/fields.ts'
import type { Mapping } from '#shared/domain/import-mapping.ts'
import type { ScaleLabels } from '#shared/domain/import-record/level-words.ts'
import type { RecordDraft, StatedCell } from '#shared/domain/import-record/record-row.ts'
import { owedChoices, type RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import type { SourceRow } from '#shared/domain/import-record/source-row.ts'
import type { FieldChange, LevelWord, RejectedRow, RepeatedKey, UnmatchedName } from '#shared/domain/import-report.ts'
import { quoteOf } from '#shared/domain/import-row.ts'
import { isEmptyWord } from '#shared/domain/import-values.ts'
import { codePrefixes, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type ImpactDimension, impactDimensions, type Impacts } from '#shared/domain/scoring.ts'
import { assessmentOn, type Stage, stages } from '#shared/domain/risk.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { assignmentsOf } from '../accountability.ts'
import { blankRecords } from '../blank-records.ts'
import { assertRules, type RecordSource } from '../record-rules.ts'
import { validated } from '../store/change.ts'
import { queries, type ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { KnownRecords, namesOf } from './known-records.ts'
import { keyOfRow, type RowKeys } from './row-keys.ts'
import { LevelWords } from './level-words.ts'
import { OwnEcho } from './own-echo.ts'
import { type MadeRecord, NameResolver } from './name-resolver.ts'
import { Repeats } from './repeats.ts'
import { type RowRefusal, type SaidOfRecord, saidOfRecord } from './said-of-record.ts'

type Values = Readonly<Record<string, unknown>>
type Known = RecordOf<RecordNoun>

export interface Judgement {
  readonly stage: Stage
  readonly likelihood: number
  readonly impacts: Impacts
  readonly on: Day
  /** Null: the source judged so, and says no more. */
  readonly rationale: string | null
}

export interface Holding {
  readonly personId: string | null
  readonly postId: string | null
  /** Null: nobody has answered for it yet, as far as the register knows. */
  readonly from: Day | null
}

export interface PlannedRow {
  readonly row: number
  readonly kind: 'add' | 'update' | 'unchanged'
  /** Of the register, or of the plan where the record is to be made. */
  readonly id: string
  /** What a new record is made with, or what changes of one that is there. */
  readonly values: Values
  /** The state in which a new record is, beyond how records begin. */
  readonly after: Values
  readonly holding: Holding | null
  readonly term: { readonly personId: string; readonly from: Day } | null
  readonly judgements: readonly Judgement[]
  /** Controls that are to answer the risk. */
  readonly controlIds: readonly string[]
  /** What the source says now; null where it says the same as before. */
  readonly source: { readonly knownId: string | null; readonly key: string; readonly cells: SourceRow['cells'] } | null
}

export interface RecordPlan {
  readonly made: readonly MadeRecord[]
  readonly rows: readonly PlannedRow[]
  /** References among the records of the list, once all of them are there. */
  readonly later: readonly { readonly id: string; readonly patch: Values }[]
  readonly counts: { readonly added: number; readonly updated: number; readonly unchanged: number }
  readonly rejected: readonly RejectedRow[]
  readonly changes: readonly FieldChange[]
  readonly names: readonly UnmatchedName[]
  readonly levels: readonly LevelWord[]
  readonly repeats: readonly RepeatedKey[]
  readonly needed: readonly string[]
  /** Codes of records of the earlier imports that the list no longer holds. */
  readonly missing: readonly string[]
  readonly alike: readonly { readonly row: number; readonly code: string }[]
  readonly unknown: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface RecordFacts {
  readonly noun: RecordNoun
  readonly mapping: Mapping
  readonly keys: RowKeys
  readonly today: Day
  readonly timeZone: string
  readonly scale: ScaleLabels
  /** Changes that a person has taken out, as `row field`. */
  readonly leave: ReadonlySet<string>
  /** The name of a record of which a row states none. */
  readonly nameFor: (values: Values, draft: RecordDraft) => Bilingual
}

/** The states that a list can say of a record, beside the field with the day that each of them owes. */
const states: {
  readonly [N in RecordNoun]?: { readonly field: string; readonly begins: string; readonly owes: string }
} = {
  risk: { field: 'status', begins: 'open', owes: 'closedOn' },
  action: { field: 'state', begins: 'open', owes: 'doneOn' },
}

export function planRecords(read: ReadHandle, drafts: readonly RecordDraft[], facts: RecordFacts): RecordPlan {
  return new Planner(read, facts).plan(drafts)
}

class Planner {
  readonly #read: ReadHandle
  readonly #facts: RecordFacts
  readonly #names: NameResolver
  readonly #levels: LevelWords
  readonly #known: KnownRecords
  readonly #rows: PlannedRow[] = []
  readonly #waiting: { id: string; said: SaidOfRecord['waiting'] }[] = []
  readonly #candidates = new Map<string, Known>()
  readonly #rejected: RejectedRow[] = []
  readonly #changes: FieldChange[] = []
  readonly #alike: { row: number; code: string }[] = []
  readonly #unknown = new Map<string, Map<string, number>>()
  readonly #repeats = new Repeats()
  readonly #owed = new Set<string>()
  readonly #echo: OwnEcho
  #unknowns = 0

  constructor(read: ReadHandle, facts: RecordFacts) {
    this.#read = read
    this.#facts = facts
    this.#names = new NameResolver(read, facts.mapping.said)
    this.#levels = new LevelWords(facts.mapping.said.levels, facts.scale)
    this.#known = new KnownRecords(read, facts.noun)
    this.#echo = new OwnEcho(read, facts.noun)
  }

  plan(drafts: readonly RecordDraft[]): RecordPlan {
    const keys = this.#known.trusted(drafts, this.#facts.keys)
    const seen = new Map<string, { readonly row: number; readonly count: number }>()
    const apart = new Set(this.#facts.mapping.said.apart)
    for (const draft of drafts) {
      const base = keyOfRow(draft, keys)
      const { row, count } = seen.get(base) ?? { row: draft.row, count: 0 }
      const occurrence = count + 1
      seen.set(base, { row, count: occurrence })
      if (this.#known.isRepeated(draft, occurrence)) {
        this.#reject(draft, this.#repeated(draft))
        continue
      }
      const word = keys.kind === 'column' && keys.repeats ? (draft.identifiers[keys.position] ?? '') : ''
      // One record would be made twice, or two be taken for one: which of both, nobody but a person knows.
      const key = occurrence === 1 ? base : `${base} #${String(occurrence)}`
      if (keys.kind === 'column' && word !== '' && key !== base && !apart.has(word) && !this.#known.cameAs(key)) {
        const repeated = { column: keys.label, reason: 'KEY_REPEATED', value: quoteOf(word) } as const
        this.#rejected.push({ row: draft.row, ...repeated, earlier: row })
        this.#repeats.note(word, { earlier: row, row: draft.row })
        continue
      }
      if (key !== base && apart.has(word)) this.#repeats.note(word, { earlier: row, row: draft.row })
      this.#take(draft, key, keys)
    }
    const later = this.#resolveWaiting()
    const count = (kind: PlannedRow['kind']) => this.#rows.filter((row) => row.kind === kind).length
    return {
      made: this.#names.made,
      rows: this.#rows,
      later,
      counts: { added: count('add'), updated: count('update'), unchanged: count('unchanged') },
      rejected: this.#rejected,
      changes: this.#changes,
      names: this.#names.unmatched,
      levels: this.#levels.list(),
      repeats: this.#repeats.list(),
      needed: [...this.#owed],
      missing: this.#known.missing(),
      alike: this.#alike,
      unknown: this.#unknown,
    }
  }

  #take(draft: RecordDraft, key: string, keys: RowKeys): void {
    const found = this.#known.match(draft, key, keys)
    if (found.alike !== null) this.#alike.push({ row: draft.row, code: found.alike })
    if (found.record === null) this.#add(draft, key)
    else if (found.record.withdrawn !== null)
      this.#reject(draft, { column: '', reason: 'RECORD_WITHDRAWN', value: found.record.code })
    else this.#compare(draft, key, found.record, found.source)
  }

  #reject(draft: RecordDraft, refused: RowRefusal): void {
    this.#rejected.push({ row: draft.row, ...refused })
  }

  #said(draft: RecordDraft, options: Parameters<typeof saidOfRecord>[2]): SaidOfRecord | null {
    const { noun, mapping, timeZone } = this.#facts
    const facts = {
      noun,
      mapping,
      timeZone,
      names: this.#names,
      levels: this.#levels,
      onUnknown: (label: string, words: string) => {
        this.#isUnknown(label, words)
      },
    }
    const said = saidOfRecord(draft, facts, options)
    if (!('reason' in said)) return said
    this.#reject(draft, said)
    return null
  }

  /** Whether this register wrote the row: its codes are unique in no other. */
  #isHere({ id }: RecordDraft): boolean | null {
    return id === null ? null : recordTables[this.#facts.noun].get(this.#read, id) !== undefined
  }

  /** Whether a row that names a record here says only what the register wrote of it. */
  #isEcho(draft: RecordDraft, said: SaidOfRecord, before: Values): boolean {
    if (draft.code === null && this.#isHere(draft) !== true) return false
    // A name of the list itself is looked up once all rows are there: whether it is somebody's is not known yet.
    if (said.waiting.length > 0 || !draft.stated.every((cell) => this.#isWhole(cell))) return false
    return this.#echo.saysNothingElse(draft, before)
  }

  /** Of words that may name a post and a person at once: whether they are the name of one, so that none of them goes by. */
  #isWhole({ how, words }: StatedCell): boolean {
    if (how.kind !== 'answering') return true
    return this.#names.find('post', words) !== null || this.#names.find('person', words) !== null
  }

  /** What a plan has to tell a person of so far: words without meaning, names that are nobody's, changes. */
  get #told(): number {
    return this.#unknowns + this.#names.listings + this.#changes.length
  }

  #isUnknown(label: string, words: string): void {
    this.#unknowns += 1
    const known = this.#unknown.get(label) ?? new Map<string, number>()
    known.set(words, (known.get(words) ?? 0) + 1)
    this.#unknown.set(label, known)
  }

  #add(draft: RecordDraft, key: string): void {
    const { noun, mapping } = this.#facts
    const said = this.#said(draft, {
      isOldNews: () => false,
      repeats: () => false,
      before: {},
      isHere: this.#isHere(draft),
    })
    if (said === null) return
    const links = Object.fromEntries(said.links.map(({ field, ids }) => [field, [...ids].sort()]))
    const { values, after } = this.#settled(draft, { ...said.values, ...links })
    const defaults = mapping.said.defaults ?? {}
    for (const field of owedChoices[noun] ?? []) {
      if (values[field] !== undefined) continue
      const fallback = defaults[field]
      if (fallback === undefined) {
        this.#owed.add(field)
        this.#reject(draft, this.#refused(draft, field, 'CHOICE_NEEDED'))
        return
      }
      values[field] = fallback
    }
    const lacking = fields[noun].find(
      (field) => field.kind === 'reference' && field.required === true && values[field.name] === undefined,
    )
    if (lacking !== undefined) {
      this.#reject(draft, this.#refused(draft, lacking.name, 'RECORD_NEEDED'))
      return
    }
    const id = this.#names.newId()
    const name = values.name ?? this.#facts.nameFor(values, draft)
    const own = { ...values, name, ...(noun === 'risk' ? { identifiedOn: values.identifiedOn ?? null } : {}) }
    const whole = { ...blankRecords[noun], ...own, ...after }
    const code = `${codePrefixes[noun]}-0000`
    if (!this.#stands(draft, { ...whole, id, code, version: 1, withdrawn: null }, null)) return
    this.#waiting.push({ id, said: said.waiting })
    this.#rows.push({
      row: draft.row,
      kind: 'add',
      id,
      values: own,
      after,
      holding: said.holder === null ? null : { ...said.holder, from: null },
      term: this.#termOf(said, null, values),
      judgements: this.#judgements(said, null),
      controlIds: said.controlIds,
      source: { knownId: null, key, cells: cellsOf(draft) },
    })
  }

  #compare(draft: RecordDraft, key: string, record: Known, source: SourceRow | null): void {
    const { row } = draft
    const before = record as unknown as Values
    const toldBefore = this.#told
    const lastly = new Map(source?.cells ?? [])
    const repeats = ({ label, words }: StatedCell) => source !== null && lastly.get(label) === words
    const isOldNews = (cell: StatedCell) => {
      if (!repeats(cell)) return false
      const { how } = cell
      if (how.kind === 'cell') return how.field.kind === 'bilingual' || !isNothing(before[how.field.name])
      if (how.kind === 'holder') return this.#isHeld(record)
      if (how.kind === 'answering') return !isNothing(before[how.post]) || !isNothing(before[how.person])
      return how.kind !== 'controls' && how.kind !== 'termHolder' && how.kind !== 'termFrom'
    }
    const said = this.#said(draft, { isOldNews, repeats, before, isHere: this.#isHere(draft) })
    if (said === null) return
    const linked: Values = Object.fromEntries(
      said.links.map(({ field, ids }) => [field, [...new Set([...(before[field] as string[]), ...ids])].sort()]),
    )
    const { values } = this.#settled(draft, { ...said.values, ...linked }, record)
    const patch: Record<string, unknown> = {}
    const wanted = (field: string, old: unknown, next: unknown) => {
      this.#changes.push({ row, id: record.id, code: record.code, field, before: old, after: next })
      return !this.#facts.leave.has(`${String(row)} ${field}`)
    }
    for (const [field, value] of Object.entries(values))
      if (!isSame(before[field], value) && wanted(field, before[field], value)) patch[field] = value
    if (Object.keys(patch).length > 0 && !this.#stands(draft, { ...before, ...patch }, record)) return
    this.#names.remember(this.#facts.noun, namesOf({ ...record, ...patch }), record.id)
    this.#waiting.push({ id: record.id, said: said.waiting })
    const wordsFor = (target: string) => draft.stated.find((cell) => cell.target === target)?.words ?? ''
    const holding = this.#holdingOf(said, record)
    const judgements = this.#judgements(said, { record, draft, repeats }).filter((each) =>
      wanted(`${each.stage}Level`, null, `${String(each.likelihood)} × ${String(highest(each.impacts))}`),
    )
    const controlIds = said.controlIds.filter((id) => !this.#answers(id, record.id))
    const term = this.#termOf(said, record, values)
    const planned = {
      row,
      id: record.id,
      values: patch,
      after: {},
      holding: holding !== null && wanted('owner', null, wordsFor('owner')) ? holding : null,
      term: term !== null && wanted('termHolder', null, wordsFor('termHolder')) ? term : null,
      judgements,
      controlIds:
        controlIds.length > 0 && wanted('controls', null, wordsFor('controls') || wordsFor('plannedControls'))
          ? controlIds
          : [],
    }
    const cells = cellsOf(draft)
    const touched =
      Object.keys(patch).length + judgements.length + planned.controlIds.length > 0 ||
      planned.holding !== null ||
      planned.term !== null
    // What nobody took, and a change that a person left out, are words of the source too.
    const echo = source === null && !touched && this.#told === toldBefore && this.#isEcho(draft, said, before)
    const news = !echo && (source === null || JSON.stringify(source.cells) !== JSON.stringify(cells))
    this.#rows.push({
      ...planned,
      kind: touched || news ? 'update' : 'unchanged',
      source: news ? { knownId: source?.id ?? null, key: source?.key ?? key, cells } : null,
    })
  }

  /** A state is taken only with the day that it owes; a record that is there is moved on by its verbs, not by a list. */
  #settled(
    draft: RecordDraft,
    said: Values,
    record: Known | null = null,
  ): { values: Record<string, unknown>; after: Values } {
    const values = { ...said }
    const state = states[this.#facts.noun]
    if (state === undefined) return { values, after: {} }
    const { [state.field]: stated, [state.owes]: on, closedReason, ...rest } = values
    const label = draft.stated.find(({ target }) => target === state.field)
    if (stated === undefined || stated === state.begins) return { values: rest, after: {} }
    const current = record === null ? undefined : (record as unknown as Values)[state.field]
    if (record !== null) {
      if (current === state.begins && label !== undefined) this.#isUnknown(label.label, label.words)
      return { values: rest, after: {} }
    }
    if (on === undefined || on === null) {
      if (label !== undefined) this.#isUnknown(label.label, label.words)
      return { values: rest, after: {} }
    }
    // Verification is by a second person of this register: what a list calls verified is done.
    const reached = stated === 'verified' ? 'done' : stated
    return {
      values: rest,
      after: { [state.field]: reached, [state.owes]: on, ...(closedReason === undefined ? {} : { closedReason }) },
    }
  }

  #refused(draft: RecordDraft, field: string, reason: RowRefusal['reason']): RowRefusal {
    const cell = draft.stated.find(({ target }) => target === field)
    return { column: cell?.label ?? '', reason, value: cell?.words.slice(0, 200) ?? field }
  }

  /** Told at the cell that says which record the row is. */
  #repeated(draft: RecordDraft): RowRefusal {
    const said = draft.id ?? draft.code
    const cell = draft.cells.find(([, words]) => words.trim().toLowerCase() === said?.toLowerCase())
    if (said === null || cell === undefined) return this.#refused(draft, 'item', 'ROW_REPEATED')
    return { column: cell[0], reason: 'ROW_REPEATED', value: said.slice(0, 200) }
  }

  /** Whether the record may stand so; the row is refused where it may not. */
  #stands(draft: RecordDraft, whole: Values, before: Known | null): boolean {
    const fault = this.#faultOf(whole, before)
    if (fault === null) return true
    const field = typeof fault.facts.field === 'string' ? fault.facts.field : ''
    const { column, value } = this.#refused(draft, field, 'RULE_BROKEN')
    const { issue } = fault.facts
    const said = typeof issue === 'string' ? `${issue}: ${value}` : fault.code
    this.#reject(draft, { column, reason: 'RULE_BROKEN', value: said })
    return false
  }

  /** What its schema or the rules of its noun have against a record; null where nothing, and it can be named from then on. */
  #faultOf(whole: Values, before: Known | null): Problem | null {
    const { noun } = this.#facts
    try {
      const record = validated(noun, whole)
      const source: RecordSource = {
        read: this.#read,
        get: (other, id) => {
          const stored = this.#candidates.get(id) ?? this.#madeRecord(id) ?? recordTables[other].get(this.#read, id)
          if (stored === undefined) throw new Problem('NOT_FOUND', { noun: other, id })
          return stored as never
        },
      }
      assertRules(source, noun, record as never, before as never)
      this.#candidates.set(record.id, record)
      this.#names.remember(noun, namesOf(record), record.id)
      return null
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  }

  /** A record that the plan makes of a name, as it will be: rules ask for what a record refers to. */
  #madeRecord(id: string): Values | undefined {
    const made = this.#names.madeRecord(id)
    if (made === undefined) return undefined
    const blank = made.noun === 'system' ? {} : blankRecords[made.noun]
    return { ...blank, ...made.values, id, version: 1, withdrawn: null }
  }

  #isHeld(record: Known): boolean {
    return assignmentsOf(this.#read, record.id).some((row) => row.withdrawn === null && row.to === null)
  }

  #holdingOf(said: SaidOfRecord, record: Known): Holding | null {
    const { holder } = said
    if (holder === null) return null
    const rows = assignmentsOf(this.#read, record.id).filter((row) => row.withdrawn === null && row.to === null)
    if (rows.some((row) => row.personId === holder.personId && row.postId === holder.postId)) return null
    return { ...holder, from: rows.length === 0 ? null : this.#facts.today }
  }

  /** Who holds a post: from the day that the list says, else from when the post is there, else from today. */
  #termOf(said: SaidOfRecord, record: Known | null, values: Values): PlannedRow['term'] {
    if (said.term === null) return null
    const { personId } = said.term
    const terms = record === null ? [] : termsOf(this.#read, record.id)
    if (terms.some((term) => term.personId === personId && term.to === null)) return null
    if (terms.some((term) => term.to === null)) return null
    const from = said.term.from ?? (typeof values.from === 'string' ? values.from : this.#facts.today)
    return { personId, from }
  }

  #judgements(
    said: SaidOfRecord,
    of: { readonly record: Known; readonly draft: RecordDraft; readonly repeats: (cell: StatedCell) => boolean } | null,
  ): Judgement[] {
    if (said.grades.size === 0) return []
    const dimension = this.#facts.mapping.said.impactDimension
    if (dimension === undefined) {
      this.#owed.add('impactDimension')
      return []
    }
    const known = of === null ? [] : assessmentsOf(this.#read, of.record.id)
    return stages.flatMap((stage): Judgement[] => {
      const { likelihood, impact } = said.grades.get(stage) ?? {}
      if (likelihood === undefined || impact === undefined) return []
      const on = said.judgedOn !== null && said.judgedOn <= this.#facts.today ? said.judgedOn : this.#facts.today
      const last = assessmentOn(known, stage, this.#facts.today)
      if (last !== null && last.likelihood === likelihood && last.impact === impact) return []
      const cells = of?.draft.stated.filter(({ how }) => how.kind === 'grade' && how.stage === stage) ?? []
      // What people have judged since stands, as long as the source says what it said before.
      if (of !== null && last !== null && cells.every(of.repeats)) return []
      return [{ stage, likelihood, impacts: impactsOf(dimension, impact), on, rationale: said.rationale }]
    })
  }

  #answers(controlId: string, riskId: string): boolean {
    return recordTables.control.get(this.#read, controlId)?.riskIds.includes(riskId) === true
  }

  /** Names of records that stand further down in the list; what is nobody's even then, or may not be, is listed. */
  #resolveWaiting(): { id: string; patch: Values }[] {
    return this.#waiting.flatMap(({ id, said }) => {
      const patch: Record<string, unknown> = {}
      for (const { field, words, label, named } of said) {
        if (isEmptyWord(words)) continue
        const { noun } = this.#facts
        const found =
          named === undefined ? this.#names.resolve(noun, words) : this.#names.resolveCoded(noun, words, named)
        const stored = this.#candidates.get(id) ?? recordTables[this.#facts.noun].get(this.#read, id)
        if (found === null || stored === undefined) continue
        const fault = this.#faultOf({ ...stored, ...patch, [field.name]: found }, null)
        if (fault === null) patch[field.name] = found
        else this.#isUnknown(label, words)
      }
      return Object.keys(patch).length === 0 ? [] : [{ id, patch }]
    })
  }
}

function cellsOf(draft: RecordDraft): SourceRow['cells'] {
  return draft.cells.map(([label, words]): [string, string] => [label, words])
}

function highest(impacts: Impacts): number {
  return Math.max(...Object.values(impacts).map((grade) => grade ?? 0))
}

function impactsOf(dimension: ImpactDimension, grade: number): Impacts {
  return Object.fromEntries(impactDimensions.map((each) => [each, each === dimension ? grade : null])) as Record<
    ImpactDimension,
    number | null
  >
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === 'unknown' || (Array.isArray(value) && value.length === 0)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function assessmentsOf(read: ReadHandle, riskId: string): RecordOf<'assessment'>[] {
  return read
    .all(queries.selectFrom('assessment').select('id').where('risk_id', '=', riskId).orderBy('id'))
    .map(({ id }) => recordTables.assessment.get(read, id))
    .filter((row) => row !== undefined)
}

function termsOf(read: ReadHandle, postId: string): RecordOf<'term'>[] {
  return read
    .all(queries.selectFrom('term').select('id').where('post_id', '=', postId).where('capacity', '=', 'holder'))
    .map(({ id }) => recordTables.term.get(read, id))
    .filter((row) => row !== undefined)
    .filter(({ withdrawn }) => withdrawn === null)
}
