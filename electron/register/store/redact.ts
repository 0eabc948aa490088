/**
 * A person's name taken out of a register, of what was as well: the log, kept logs, frozen data, rows and search keys. Each hash of
 * the log covers the digest of a payload and not the payload, so that one can be replaced; the entry of the redaction names the
 * digests of before and after, which is what `verify` goes by (redactions.ts). All of it is one transaction.
 */
import { deflateRawSync } from 'node:zlib'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type NameDoubt, NameMarks, strongerDoubt, textWithout } from '#shared/domain/retention/name-marks.ts'
import type { Replacement } from '#shared/domain/retention/retention-records.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { eventHash, eventOf, type EventRow } from './audit-log.ts'
import { canonicalJson, sha256 } from './canonical.ts'
import { type Change, validated } from './change.ts'
import { fitsField, isTechnical, rewrittenField, type Rewrite } from './free-texts.ts'
import { digestOfEntries, mergeRuns } from './kept-log.ts'
import { packsLeftBehind } from './left-behind.ts'
import type { ReadHandle, WriteHandle } from './query.ts'
import { recordTableOf, recordTables } from './record-table.ts'
import { Redactions } from './redactions.ts'
import { frozenTexts } from './replay.ts'
import { rebuildSearchIndex, updateSearchEntry } from './search.ts'

export interface NameToTakeOut {
  /** The person's id, and those that the person has in the kept logs of merges. */
  readonly ids: ReadonlySet<string>
  readonly marks: NameMarks
  readonly placeholder: Bilingual
  /** Keys of places that stay as they are. */
  readonly except: ReadonlySet<string>
}

/** Where the name stands: a field of a record whatever its version, or words of the log. */
export interface NamePlace {
  readonly key: string
  /** `own`: the person's own record; `account`, `machine`, `reason`: of entries of the log; `decisions`: of a merge; `view`: a saved list. */
  readonly kind: 'own' | 'field' | 'account' | 'machine' | 'reason' | 'decisions' | 'view'
  readonly noun: Noun | null
  readonly recordId: string | null
  readonly field: string
  /** Some text in which it stands. */
  readonly sample: string
  /** In how many entries of logs. */
  readonly entries: number
  /** Why what stands there, in any entry, may not be the name, or cannot be replaced. */
  readonly doubt: NameDoubt | null
}

/** What was found in a value. */
interface Sighting {
  sample: string | null
  doubt: NameDoubt | null
}
const unseen = (): Sighting => ({ sample: null, doubt: null })

/** What says of another person who they are: it is never touched. */
const ownFields: ReadonlySet<string> = new Set(['name', 'reading', 'email'])

type Values = Readonly<Record<string, unknown>>

/** Takes the name out of values, and notes where it stood. */
class Rewriting {
  readonly places = new Map<string, { -readonly [K in keyof NamePlace]: NamePlace[K] }>()
  readonly #name: NameToTakeOut

  constructor(name: NameToTakeOut) {
    this.#name = name
  }

  /** The payload without the name; the same text where it does not stand in it. */
  payload(row: Pick<EventRow, 'noun' | 'record_id' | 'payload'>): string | null {
    const { noun, record_id: id, payload } = row
    if (payload === null || !nouns.includes(noun as Noun)) return payload
    const isOwn = noun === 'person' && this.#name.ids.has(id)
    if (!isOwn && !this.#name.marks.mayStandIn(payload)) return payload
    const { after, before } = JSON.parse(payload) as { after: Values | null; before: Values | null }
    const seen = new Set<string>()
    const written = {
      after: after && this.#record(noun as Noun, id, after, seen),
      before: before && this.#record(noun as Noun, id, before, seen),
    }
    return written.after === after && written.before === before ? payload : canonicalJson(written)
  }

  record<N extends Noun>(noun: N, record: RecordOf<N>): RecordOf<N> {
    return this.#record(noun, record.id, record, new Set()) as unknown as RecordOf<N>
  }

  /** Words outside records. */
  words(place: Where, text: string): string {
    const seen = unseen()
    const written = this.#text(text, seen)
    if (written === text || this.#name.except.has(place.key)) return text
    this.#note(place, seen)
    return written
  }

  /** A JSON value outside records: all its texts. */
  value<Value>(place: Where, value: Value): Value {
    const seen = unseen()
    const written = this.#loose(value, seen)
    if (seen.sample === null || this.#name.except.has(place.key)) return value
    this.#note(place, seen)
    return written as Value
  }

  #record(noun: Noun, id: string, record: Values, counted: Set<string>): Values {
    const isPerson = noun === 'person'
    const isOwn = isPerson && this.#name.ids.has(id)
    if (isOwn) record = this.#ownRecord(id, record, counted)
    let written: Record<string, unknown> | null = null
    for (const [field, value] of Object.entries(record)) {
      if (value === null || typeof value === 'number' || (isPerson && ownFields.has(field))) continue
      const seen = unseen()
      const rewrite: Rewrite = (text) => this.#text(text, seen)
      const after =
        field === 'acceptedContent' || field === 'frozen'
          ? this.#inJson(value, seen)
          : rewrittenField(noun, field, value, rewrite)
      const key = `${id} ${field}`
      if (seen.sample === null || this.#name.except.has(key)) continue
      if (fitsField(noun, field, value) && !fitsField(noun, field, after))
        seen.doubt = strongerDoubt(seen.doubt, 'doesNotFit')
      this.#note({ key, kind: 'field', noun, recordId: id, field }, seen, !counted.has(field))
      counted.add(field)
      written ??= { ...record }
      written[field] = after
    }
    return written ?? record
  }

  /** Name, reading and address of the person go whatever they say. */
  #ownRecord(id: string, record: Values, counted: Set<string>): Values {
    const { placeholder } = this.#name
    const name = record.name as Bilingual
    if (name.ja === placeholder.ja && name.en === placeholder.en && record.reading === null && record.email === null)
      return record
    const sample = [name.ja, name.en, record.reading, record.email]
      .filter((each) => typeof each === 'string')
      .join(' / ')
    if (!counted.has('name'))
      this.#note(
        { key: `${id} name`, kind: 'own', noun: 'person', recordId: id, field: 'name' },
        { sample, doubt: null },
      )
    counted.add('name')
    return { ...record, email: null, name: placeholder, reading: null }
  }

  #inJson(value: unknown, seen: Sighting): unknown {
    try {
      const parsed: unknown = JSON.parse(value as string)
      return JSON.stringify(this.#loose(parsed, seen))
    } catch {
      return this.#loose(value, seen)
    }
  }

  /** A value whose shape is not known: texts, but none that are codes by their name; keys are none of a person's words. */
  #loose(value: unknown, seen: Sighting): unknown {
    if (typeof value === 'string') return this.#text(value, seen)
    if (Array.isArray(value)) {
      const written = value.map((each) => this.#loose(each, seen))
      return written.every((each, index) => each === value[index]) ? value : written
    }
    if (value === null || typeof value !== 'object') return value
    const before = Object.entries(value)
    const after = before.map(
      ([key, each]) => [key, isTechnical(key, each) ? (each as unknown) : this.#loose(each, seen)] as const,
    )
    return after.every(([, each], index) => each === before[index]?.[1]) ? value : Object.fromEntries(after)
  }

  #text(text: string, seen: Sighting): string {
    const marks = this.#name.marks.marks(text)
    if (marks.length === 0) return text
    seen.sample ??= text
    for (const { doubt } of marks) seen.doubt = strongerDoubt(seen.doubt, doubt)
    return textWithout(text, marks, this.#name.placeholder)
  }

  #note(place: Where, { sample, doubt }: Sighting, isAnother = true): void {
    const known = this.places.get(place.key)
    if (known === undefined) this.places.set(place.key, { ...place, sample: sample ?? '', entries: 1, doubt })
    else {
      known.doubt = strongerDoubt(known.doubt, doubt)
      if (!isAnother) return
      known.entries += 1
      // The latest is what a reader knows.
      known.sample = sample ?? known.sample
    }
  }
}

type Where = Pick<NamePlace, 'key' | 'kind' | 'noun' | 'recordId' | 'field'>

interface NewEvent {
  readonly row: EventRow
  readonly payload: string | null
  readonly words: Pick<EventRow, 'account' | 'machine' | 'reason'>
}

interface Found {
  readonly rewriting: Rewriting
  readonly events: readonly NewEvent[]
  readonly kept: readonly (NewEvent & { readonly runId: string })[]
  readonly decisions: readonly { readonly runId: string; readonly position: number; readonly detail: string }[]
  readonly views: readonly { readonly id: string; readonly name: string; readonly view: string }[]
}

/** Every place in which the name stands, in the order of the log; nothing is written. */
export function namePlaces(read: ReadHandle, name: NameToTakeOut): readonly NamePlace[] {
  return [...find(read, name).rewriting.places.values()]
}

const batch = 1000

function find(read: ReadHandle, name: NameToTakeOut): Found {
  const rewriting = new Rewriting(name)
  const rewritten = (row: EventRow): NewEvent | null => {
    const words = wordsOf(rewriting, row)
    const payload = rewriting.payload(row)
    const isSame =
      payload === row.payload &&
      words.account === row.account &&
      words.machine === row.machine &&
      words.reason === row.reason
    return isSame ? null : { row, payload, words }
  }
  const events: NewEvent[] = []
  const rows = read.prepare('SELECT * FROM audit_event WHERE sequence > ? ORDER BY sequence LIMIT ?')
  for (let after = 0; ;) {
    const some = rows.all(after, batch) as EventRow[]
    for (const row of some) {
      const found = rewritten(row)
      if (found !== null) events.push(found)
    }
    const last = some.at(-1)
    if (last === undefined) break
    after = last.sequence
  }
  const kept: (NewEvent & { readonly runId: string })[] = []
  const keptRow = read.prepare('SELECT * FROM merge_event WHERE run_id = ? AND sequence = ?')
  const numbers = read.prepare('SELECT run_id AS runId, sequence FROM merge_event ORDER BY run_id, sequence')
  for (const { runId, sequence } of numbers.all() as { runId: string; sequence: number }[]) {
    const found = rewritten(keptRow.get(runId, sequence) as EventRow)
    if (found !== null) kept.push({ ...found, runId })
  }
  return { rewriting, events, kept, decisions: decisionsOf(read, rewriting, name), views: viewsOf(read, rewriting) }
}

function wordsOf(rewriting: Rewriting, row: EventRow): NewEvent['words'] {
  const of = (kind: 'account' | 'machine', text: string) =>
    rewriting.words({ key: `${kind} ${text}`, kind, noun: null, recordId: null, field: kind }, text)
  const { noun, record_id: recordId, reason } = row
  return {
    account: of('account', row.account),
    machine: of('machine', row.machine),
    reason:
      reason === null
        ? null
        : rewriting.words(
            { key: `${recordId} reason`, kind: 'reason', noun: noun as Noun, recordId, field: 'reason' },
            reason,
          ),
  }
}

function decisionsOf(read: ReadHandle, rewriting: Rewriting, { marks }: NameToTakeOut): Found['decisions'] {
  const rows = read
    .prepare(
      'SELECT run_id AS runId, position, noun, their_id AS theirId, detail FROM merge_entry WHERE detail IS NOT NULL ORDER BY run_id, position',
    )
    .all() as { runId: string; position: number; noun: Noun; theirId: string; detail: string }[]
  return rows.flatMap(({ runId, position, noun, theirId, detail }) => {
    if (!marks.mayStandIn(detail)) return []
    const value: unknown = JSON.parse(detail)
    const key = `decisions ${runId} ${theirId}`
    const written = rewriting.value({ key, kind: 'decisions', noun, recordId: theirId, field: 'decisions' }, value)
    return written === value ? [] : [{ runId, position, detail: JSON.stringify(written) }]
  })
}

function viewsOf(read: ReadHandle, rewriting: Rewriting): Found['views'] {
  const rows = read.prepare('SELECT id, noun, name, view FROM saved_view ORDER BY id').all() as {
    id: string
    noun: Noun
    name: string
    view: string
  }[]
  return rows.flatMap(({ id, noun, name, view }) => {
    const value = { name, view: jsonOr(view) }
    const place = { key: `view ${id}`, kind: 'view', noun, recordId: id, field: 'view' } as const
    const written = rewriting.value(place, value)
    if (written === value) return []
    return [
      { id, name: written.name, view: typeof written.view === 'string' ? written.view : JSON.stringify(written.view) },
    ]
  })
}

function jsonOr(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? text : value
  } catch {
    return text
  }
}

export interface TakenOut {
  readonly places: readonly NamePlace[]
  readonly replaced: readonly Replacement[]
  /** Codes of packs whose frozen data were replaced. */
  readonly packs: readonly string[]
}

/**
 * Writes all of it inside a change; the caller adds the record of the redaction, whose entry names what was replaced.
 * REDACTION_DOES_NOT_FIT where a field cannot hold the placeholder.
 */
export function takeOut(change: Change, name: NameToTakeOut): TakenOut {
  const { read } = change
  const known = Redactions.of(read)
  const found = find(read, name)
  for (const { doubt, noun, recordId, field } of found.rewriting.places.values())
    if (doubt === 'doesNotFit' && noun !== null)
      throw new Problem('REDACTION_DOES_NOT_FIT', { noun, field, code: codeIn(read, noun, recordId) })
  const replaced: Replacement[] = []
  const guards = lowerGuards(read)
  writeEvents(read, known, found, replaced)
  writeRows(read, known, found, replaced)
  const packs = writeSnapshots(read, known, found, replaced)
  for (const { id, name: title, view } of found.views)
    read.statement('UPDATE saved_view SET name = ?, view = ? WHERE id = ?').run(title, view, id)
  for (const sql of guards) read.statement(sql).run()
  rebuildSearchIndex(read)
  // Until the file has been written anew, what was replaced can still lie in it.
  read.statement('INSERT INTO cleaning (id, since) VALUES (1, ?) ON CONFLICT (id) DO NOTHING').run(change.at)
  return { places: [...found.rewriting.places.values()], replaced, packs }
}

function codeIn(read: ReadHandle, noun: Noun, id: string | null): string {
  const record: object | undefined = id === null ? undefined : recordTableOf(noun).get(read, id)
  return record !== undefined && 'code' in record && typeof record.code === 'string' ? record.code : ''
}

/** Tables whose rows never change but here; the triggers are back before the transaction ends, in the same words. */
const guarded = [
  'audit_event_never_changes',
  'snapshot_never_changes',
  'merge_event_never_changes',
  'merge_entry_never_changes',
]

function lowerGuards(write: WriteHandle): readonly string[] {
  return guarded.map((trigger) => {
    const row = write.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?").get(trigger)
    write.statement(`DROP TRIGGER ${trigger}`).run()
    return (row as { readonly sql: string }).sql
  })
}

function writeEvents(write: WriteHandle, known: Redactions, found: Found, replaced: Replacement[]): void {
  const update = write.statement(
    'UPDATE audit_event SET payload = ?, account = ?, machine = ?, reason = ? WHERE sequence = ?',
  )
  for (const { row, payload, words } of found.events) {
    note(replaced, 'event', String(row.sequence), row.payload, payload)
    noteWords(replaced, 'entry', String(row.sequence), row, words)
    update.run(payload, words.account, words.machine, words.reason, row.sequence)
  }
  const updateKept = write.statement(
    'UPDATE merge_event SET payload = ?, account = ?, machine = ?, reason = ? WHERE run_id = ? AND sequence = ?',
  )
  for (const { row, payload, words, runId } of found.kept) {
    const key = `${runId}:${String(row.sequence)}`
    note(replaced, 'keptEvent', key, row.payload, payload)
    noteWords(replaced, 'keptEntry', key, row, words)
    updateKept.run(payload, words.account, words.machine, words.reason, runId, row.sequence)
  }
  const updateDecision = write.statement('UPDATE merge_entry SET detail = ? WHERE run_id = ? AND position = ?')
  for (const { runId, position, detail } of found.decisions) updateDecision.run(detail, runId, position)
  const runs = new Map(mergeRuns(write).map((run) => [run.id, run]))
  for (const runId of new Set(found.decisions.map((each) => each.runId))) {
    const from = known.expected('decisions', runId, runs.get(runId)?.entriesDigest ?? '')
    add(replaced, 'decisions', runId, from, digestOfEntries(write, runId))
  }
}

function noteWords(
  replaced: Replacement[],
  place: 'entry' | 'keptEntry',
  key: string,
  row: EventRow,
  words: NewEvent['words'],
): void {
  const before = eventHash(eventOf(row))
  const after = eventHash(eventOf({ ...row, ...words }))
  if (before !== after) add(replaced, place, key, before, after)
}

function note(
  replaced: Replacement[],
  place: Replacement['place'],
  key: string,
  from: string | null,
  to: string | null,
): void {
  if (from !== null && to !== null && from !== to) add(replaced, place, key, sha256(from), sha256(to))
}

function add(replaced: Replacement[], place: Replacement['place'], key: string, from: string | null, to: string): void {
  // A chain that was broken before is found by `verify`, which every redaction begins with.
  if (from !== null && from !== to) replaced.push({ from, key, place, to })
}

/** What was signed, with the digest that its record bears of it. */
const signedContents = [
  ['attestationSheet', 'contentDigest'],
  ['packSignOff', 'packDigest'],
] as const

function writeRows(write: WriteHandle, known: Redactions, found: Found, replaced: Replacement[]): void {
  const touched = new Map<string, Noun>()
  for (const { row, payload } of found.events) if (payload !== row.payload) touched.set(row.record_id, row.noun as Noun)
  for (const [id, noun] of touched) {
    const table = recordTableOf(noun)
    const stored = table.get(write, id)
    if (stored === undefined) continue
    const after = found.rewriting.record(noun, stored)
    if (after === stored) continue
    const record = validated(noun, after)
    table.update(write, stored, record)
    const key = table.searchText(record)
    if (key !== null) updateSearchEntry(write, id, key)
    for (const [signed, field] of signedContents) {
      if (noun !== signed) continue
      const { content, [field]: sealed } = stored as unknown as { content: unknown } & Readonly<Record<string, string>>
      const { content: now } = record as unknown as { readonly content: unknown }
      if (canonicalJson(content) !== canonicalJson(now))
        add(replaced, 'content', id, known.expected('content', id, sealed ?? ''), sha256(canonicalJson(now)))
    }
  }
}

/** Frozen data is the log at its moment: what the log says now is what they say now. */
function writeSnapshots(
  write: WriteHandle,
  known: Redactions,
  found: Found,
  replaced: Replacement[],
): readonly string[] {
  const first = found.events.find(({ row, payload }) => payload !== row.payload)?.row.sequence
  if (first === undefined) return []
  const elsewhere = packsLeftBehind(write)
  const packs = [...recordTables.pack.all(write)]
    .filter(({ id, auditSequence }) => !elsewhere.has(id) && auditSequence >= first)
    .sort((one, other) => one.auditSequence - other.auditSequence)
  if (packs.length === 0) return []
  const changed: { readonly code: string; readonly key: string; readonly content: Uint8Array }[] = []
  const done = new Set<string>()
  for (const { pack, text } of frozenTexts(write, packs)) {
    const from = known.expected('snapshot', pack.dataDigest, pack.dataDigest)
    const to = sha256(text)
    if (from === to || done.has(pack.dataDigest)) continue
    done.add(pack.dataDigest)
    add(replaced, 'snapshot', pack.dataDigest, from, to)
    changed.push({ code: pack.code, key: pack.dataDigest, content: deflateRawSync(text) })
  }
  const update = write.statement('UPDATE snapshot SET content = ? WHERE digest = ?')
  for (const { key, content } of changed) update.run(content, key)
  return changed.map(({ code }) => code)
}

/** Every name that the person's record has borne, in this log and in those that were merged. */
export function namesBorne(read: ReadHandle, ids: ReadonlySet<string>, placeholder: Bilingual): readonly string[] {
  const names = new Set<string>()
  const of = (sql: string, id: string) => read.prepare(sql).pluck().all(id) as (string | null)[]
  for (const id of ids)
    for (const payload of [
      ...of('SELECT payload FROM audit_event WHERE record_id = ? ORDER BY sequence', id),
      ...of('SELECT payload FROM merge_event WHERE record_id = ? ORDER BY run_id, sequence', id),
    ]) {
      const { after, before } = JSON.parse(payload ?? '{}') as Partial<Record<'after' | 'before', Values | null>>
      for (const each of [after, before].flatMap((record) => (record ? namesIn(record) : []))) names.add(each)
    }
  return [...names].filter((each) => each !== placeholder.ja && each !== placeholder.en)
}

/** Names, readings and addresses that other people's records have borne, of those in which one of the terms stands. */
export function namesOfOthers(read: ReadHandle, ids: ReadonlySet<string>, terms: readonly string[]): readonly string[] {
  const marks = new NameMarks(terms)
  const names = new Set<string>()
  for (const table of ['audit_event', 'merge_event'] as const) {
    const rows = read
      .prepare(`SELECT record_id AS id, payload FROM ${table} WHERE noun = 'person' AND payload IS NOT NULL`)
      .iterate() as IterableIterator<{ readonly id: string; readonly payload: string }>
    for (const { id, payload } of rows) {
      if (ids.has(id) || !marks.mayStandIn(payload)) continue
      const { after, before } = JSON.parse(payload) as Partial<Record<'after' | 'before', Values | null>>
      for (const each of [after, before].flatMap((record) => (record ? namesIn(record) : [])))
        if (marks.marks(each).length > 0) names.add(each)
    }
  }
  return [...names].sort()
}

function namesIn(record: Values): readonly string[] {
  const name = record.name as Bilingual | undefined
  return [name?.ja, name?.en, record.reading, record.email].filter(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  )
}

export function assertPerson(read: ReadHandle, id: string): RecordOf<'person'> {
  const person = recordTables.person.get(read, id)
  if (person === undefined) throw new Problem('NOT_FOUND', { noun: 'person', id })
  return person
}
