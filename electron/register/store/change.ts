/**
 * What a use case may do inside its transaction. Each call writes the rows, the search key and the audit event together;
 * there is no other way to write a record.
 */
import { z } from 'zod'
import type { Day, Instant } from '#shared/domain/calendar-date.ts'
import { type CodedNoun, codePrefixes, type Noun, nounSchemas, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { codeOf } from '#shared/domain/record.ts'
import { isEveryTextWellFormed } from '#shared/domain/text.ts'
import type { LogWriter } from './audit-log.ts'
import { canonicalJson, inCanonicalOrder } from './canonical.ts'
import type { WriteHandle } from './query.ts'
import { recordTables } from './record-table.ts'
import { insertSearchEntry, updateSearchEntry } from './search.ts'

/** What the caller of `add` gives: all but identity, version and withdrawal; the code is given by the register. */
export type NewRecord<N extends Noun> = Omit<RecordOf<N>, 'id' | 'version' | 'withdrawn' | 'code'>

export class Change {
  readonly read: WriteHandle
  readonly at: Instant
  readonly today: Day
  readonly newId: () => string
  readonly #log: LogWriter
  readonly #codes = new Map<CodedNoun, number>()

  constructor(options: { write: WriteHandle; log: LogWriter; today: Day; newId: () => string }) {
    this.read = options.write
    this.#log = options.log
    this.at = options.log.at
    this.today = options.today
    this.newId = options.newId
  }

  /** Stores a new record: gives it an id and version 1, and the noun's next code where it brings none. */
  add<N extends Noun>(noun: N, values: NewRecord<N> & { readonly code?: string; readonly id?: string }): RecordOf<N> {
    if (noun in codePrefixes && values.code !== undefined) this.#passCode(noun as CodedNoun, values.code)
    return this.insert(noun, {
      id: this.newId(),
      ...(noun in codePrefixes && values.code === undefined ? { code: this.#nextCode(noun as CodedNoun) } : {}),
      ...values,
      version: 1,
      withdrawn: null,
    } as RecordOf<N>)
  }

  /** Stores a record whose identity is already known. */
  insert<N extends Noun>(noun: N, values: RecordOf<N>): RecordOf<N> {
    const record = validated(noun, values)
    const table = recordTables[noun]
    table.insert(this.read, record)
    this.#log.append(noun, record.id, null, record)
    const key = table.searchText(record)
    if (key !== null) insertSearchEntry(this.read, noun, record.id, key)
    return record
  }

  /**
   * Changes fields of a record as it was read. Nothing is written where nothing differs. CHANGED_MEANWHILE where the
   * register holds another version by now.
   */
  update<N extends Noun>(noun: N, before: RecordOf<N>, patch: Partial<RecordOf<N>>): RecordOf<N> {
    const table = recordTables[noun]
    const stored = this.get(noun, before.id)
    if (stored.version !== before.version) throw new Problem('CHANGED_MEANWHILE', { noun, id: before.id })
    const wanted = validated(noun, { ...stored, ...patch, id: stored.id, version: stored.version })
    if (canonicalJson(wanted) === canonicalJson(stored)) return stored
    const after = { ...wanted, version: stored.version + 1 }
    table.update(this.read, stored, after)
    this.#log.append(noun, after.id, stored, after)
    const key = table.searchText(after)
    if (key !== null) updateSearchEntry(this.read, after.id, key)
    return after
  }

  /**
   * Says in the log what has happened to the register itself: the organisation's record gets a new version in which nothing else
   * differs, with the operation and the reason of this transaction.
   */
  note(): void {
    const [stored] = recordTables.organisation.all(this.read)
    if (stored === undefined) throw new Problem('FILE_DAMAGED', { detail: 'no organisation' })
    const after = { ...stored, version: stored.version + 1 }
    recordTables.organisation.update(this.read, stored, after)
    this.#log.append('organisation', after.id, stored, after)
  }

  /** A record by id; NOT_FOUND where there is none. */
  get<N extends Noun>(noun: N, id: string): RecordOf<N> {
    const record = recordTables[noun].get(this.read, id)
    if (record === undefined) throw new Problem('NOT_FOUND', { noun, id })
    return record
  }

  /** No code is given twice: the next one counts on from one that a record brought. */
  #passCode(noun: CodedNoun, code: string): void {
    const last = this.#codes.get(noun)
    const number = Number(code.slice(codePrefixes[noun].length + 1))
    if (last !== undefined && number > last) this.#codes.set(noun, number)
  }

  #nextCode(noun: CodedNoun): string {
    let last = this.#codes.get(noun)
    if (last === undefined) {
      const prefix = codePrefixes[noun]
      const row = this.read
        .prepare(`SELECT max(CAST(substr(code, ?) AS INTEGER)) AS last FROM ${recordTables[noun].table}`)
        .get(prefix.length + 2) as { last: number | null }
      last = row.last ?? 0
    }
    this.#codes.set(noun, last + 1)
    return codeOf(codePrefixes[noun], last + 1)
  }
}

/** The fields of every noun in the order of their canonical text. */
const sortedFields = Object.fromEntries(
  Object.entries(nounSchemas).map(([noun, schema]) => [noun, Object.keys(schema.shape).sort()]),
) as unknown as Readonly<Record<Noun, readonly string[]>>

/** The record as its schema allows it, keys in canonical order and link lists sorted; INVALID otherwise. */
export function validated<N extends Noun>(noun: N, record: unknown): RecordOf<N> {
  const result = z.safeParse(nounSchemas[noun] as unknown as z.ZodType<RecordOf<N>>, record)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new Problem('INVALID', {
      noun,
      field: issue?.path.join('.') ?? '',
      issue: issue === undefined ? '' : issue.message,
      issues: result.error.issues.map((each) => `${each.path.join('.')}: ${each.message}`),
    })
  }
  const fields = result.data as Record<string, unknown>
  for (const link of recordTables[noun].links) fields[link.field] = [...new Set(fields[link.field] as string[])].sort()
  if (!isEveryTextWellFormed(fields)) throw new Problem('INVALID', { noun, field: '', issue: 'LONE_SURROGATE' })
  const sorted: Record<string, unknown> = {}
  for (const field of sortedFields[noun]) sorted[field] = inCanonicalOrder(fields[field])
  return sorted as RecordOf<N>
}
