/**
 * A damaged file read for what it still holds: a private copy of it, its pages one by one, and its tables row by row where SQLite
 * still finds them. The file itself is only copied.
 */
import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type SqliteDatabase from 'better-sqlite3'
import Database from 'better-sqlite3'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { latestVersion } from './migrate.ts'
import { privateFolder, wipe } from './private-folder.ts'
import { ReadHandle } from './query.ts'
import { recordTableOf } from './record-table.ts'
import { type SalvagedPages, salvagePages, usualPageSize } from './salvage-pages.ts'
import { problemOf } from './sqlite-problems.ts'

export interface Salvaged extends SalvagedPages {
  /** What the tables hold, where they could be read; of a file of an earlier schema nothing. */
  readonly rows: ReadonlyMap<Noun, readonly RecordOf<Noun>[]>
  /** Rows of the tables beside the records, as they stand. */
  readonly kept: ReadonlyMap<KeptTable, readonly Readonly<Record<string, unknown>>[]>
}

/** What belongs to merges and to saved lists; the log does not hold it. */
export const keptTables = ['merge_event', 'merge_entry', 'saved_view'] as const
export type KeptTable = (typeof keptTables)[number]

/** FILE_NOT_FOUND, FILE_NOT_READABLE, DISK_FULL. */
export function salvageFile(file: string): Salvaged {
  const folder = privateFolder()
  const copy = join(folder, 'damaged.daicho')
  let database: SqliteDatabase.Database | null = null
  try {
    copyFileSync(file, copy)
    // A write that was cut off is taken back in the copy, as the next editor would have done.
    if (existsSync(`${file}-journal`)) copyFileSync(`${file}-journal`, `${copy}-journal`)
    mendHeader(copy)
    database = opened(copy)
    const read = database === null ? null : new ReadHandle(database)
    const isOfToday = database?.pragma('user_version', { simple: true }) === latestVersion
    const rows = new Map<Noun, readonly RecordOf<Noun>[]>()
    const kept = new Map<KeptTable, readonly Readonly<Record<string, unknown>>[]>()
    if (read !== null && isOfToday) {
      for (const noun of nouns) rows.set(noun, recordsIn(read, noun))
      for (const table of keptTables) kept.set(table, rowsIn(read, table))
    }
    return { ...salvagePages(readFileSync(copy)), rows, kept }
  } catch (error) {
    throw problemOf(error, file)
  } finally {
    database?.close()
    wipe(folder)
  }
}

/** Null where not even the list of tables can be read: then the pages have to do. */
function opened(copy: string): SqliteDatabase.Database | null {
  let database: SqliteDatabase.Database | undefined
  try {
    database = new Database(copy, { fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch {
    database?.close()
    return null
  }
}

/**
 * The first hundred bytes say how the rest is read: where they are gone, those of our own files are put there. A file that was cut
 * short gets empty pages to the length that it says, since SQLite opens nothing that is shorter than it says.
 */
function mendHeader(copy: string): void {
  const bytes = readFileSync(copy)
  const { size } = statSync(copy)
  if (bytes.toString('latin1', 0, 16) !== magic) {
    const header = Buffer.alloc(100)
    header.write(magic, 'latin1')
    header.writeUInt16BE(usualPageSize, 16)
    header.set([1, 1, 0, 64, 32, 32], 18)
    header.writeUInt32BE(Math.floor(size / usualPageSize), 28)
    header.writeUInt32BE(4, 44)
    header.writeUInt32BE(1, 56)
    header.writeUInt32BE(latestVersion, 60)
    if (bytes.length < 100) return
    bytes.set(header)
    writeFileSync(copy, bytes)
    return
  }
  const wanted = bytes.readUInt32BE(28) * usualPageSize
  if (wanted > size && wanted < size * longestMended) truncateSync(copy, wanted)
}
const magic = 'SQLite format 3\0'
/** A header that asks for more than this is damaged itself. */
const longestMended = 64

function recordsIn(read: ReadHandle, noun: Noun): RecordOf<Noun>[] {
  const table = recordTableOf(noun)
  return numbersIn(read, table.table).flatMap((number) => {
    try {
      const record = table.at(read, number)
      return record === undefined ? [] : [record]
    } catch {
      // A page of the row, or of what it links to, is damaged.
      return []
    }
  })
}

function rowsIn(read: ReadHandle, table: KeptTable): Readonly<Record<string, unknown>>[] {
  return numbersIn(read, table).flatMap((number) => {
    try {
      return read.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).all(number) as Readonly<Record<string, unknown>>[]
    } catch {
      return []
    }
  })
}

/** So many numbers between two damaged places are tried one by one. */
const mostTried = 200_000

/** The numbers of rows that can be reached: from the beginning to the first damage, from the end back to the last, and between them. */
function numbersIn(read: ReadHandle, table: string): number[] {
  const forward = until(read, `SELECT rowid FROM ${table} NOT INDEXED ORDER BY rowid`)
  if (forward.isWhole) return forward.numbers
  const backward = until(read, `SELECT rowid FROM ${table} NOT INDEXED ORDER BY rowid DESC`).numbers.reverse()
  const [from, to] = [forward.numbers.at(-1) ?? 0, backward[0] ?? 0]
  const between: number[] = []
  for (let number = from + 1; number < to && number - from < mostTried; number += 1) {
    try {
      if (read.prepare(`SELECT 1 FROM ${table} WHERE rowid = ?`).get(number) !== undefined) between.push(number)
    } catch {
      // On a damaged page.
    }
  }
  return [...new Set([...forward.numbers, ...between, ...backward])]
}

function until(read: ReadHandle, sql: string): { readonly numbers: number[]; readonly isWhole: boolean } {
  const numbers: number[] = []
  try {
    for (const number of read.prepare(sql).pluck().iterate() as IterableIterator<number>) numbers.push(number)
    return { numbers, isWhole: true }
  } catch {
    return { numbers, isWhole: false }
  }
}
