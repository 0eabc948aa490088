/**
 * Full-text search: an FTS5 trigram index over a normalised key, and LIKE for one and two characters, since Japanese words
 * are often two. The index is written inline with the record: by trigger it costs more than twice as much.
 */
import Database from 'better-sqlite3'
import { type CodedNoun, codePrefixes, type Noun } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import type { ReadHandle, WriteHandle } from './query.ts'
import { tableOf } from './tables.ts'

/** As the first migration makes it. */
const indexSql =
  "CREATE VIRTUAL TABLE search_index USING fts5 (\"key\", content='search_entry', content_rowid='rowid', tokenize='trigram')"

export function insertSearchEntry(write: WriteHandle, noun: Noun, recordId: string, key: string): void {
  const { lastInsertRowid } = write
    .statement('INSERT INTO search_entry (noun, record_id, "key") VALUES (?, ?, ?)')
    .run(noun, recordId, key)
  write.statement('INSERT INTO search_index (rowid, "key") VALUES (?, ?)').run(lastInsertRowid, key)
}

export function updateSearchEntry(write: WriteHandle, recordId: string, key: string): void {
  const entry = write.prepare('SELECT rowid, "key" FROM search_entry WHERE record_id = ?').get(recordId) as
    { rowid: number; key: string } | undefined
  if (entry === undefined || entry.key === key) return
  write
    .statement(`INSERT INTO search_index (search_index, rowid, "key") VALUES ('delete', ?, ?)`)
    .run(entry.rowid, entry.key)
  write.statement('UPDATE search_entry SET "key" = ? WHERE rowid = ?').run(key, entry.rowid)
  write.statement('INSERT INTO search_index (rowid, "key") VALUES (?, ?)').run(entry.rowid, key)
}

/** The index anew from its entries: an entry that was changed leaves its letters in the index until then. */
export function rebuildSearchIndex(write: WriteHandle): void {
  write.statement("INSERT INTO search_index (search_index) VALUES ('rebuild')").run()
}

/** FTS5 reads a phrase up to a NUL and then misses its closing quote: like a space, it parts words. */
function searchable(text: string): string {
  return searchKey(text).replaceAll('\0', ' ')
}

/**
 * A condition on a record id for the words of a search, each of which must be found; null where nothing is searched for.
 * To be put into a WHERE clause: `id IN (<sql>)`.
 */
export function searchCondition(noun: Noun, text: string): { sql: string; parameters: string[] } | null {
  const words = searchable(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const parameters: string[] = [noun]
  const conditions = words.map((word) => {
    const inText = textCondition(word, parameters)
    const byCode = codeCondition(noun, word, parameters)
    return byCode === null ? inText : `(${inText} OR ${byCode})`
  })
  return { sql: `SELECT record_id FROM search_entry WHERE noun = ? AND ${conditions.join(' AND ')}`, parameters }
}

function textCondition(word: string, parameters: string[]): string {
  if ([...word].length >= 3) {
    parameters.push(`"${word.replaceAll('"', '""')}"`)
    return 'rowid IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)'
  }
  parameters.push(`%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`)
  return `"key" LIKE ? ESCAPE '\\'`
}

/**
 * A code that is half typed: `sys-1`, `SYS12` and `12` find SYS-0012, whose zeros nobody types. Null where the word can be no
 * beginning of a code of the noun.
 */
function codeCondition(noun: Noun, word: string, parameters: string[]): string | null {
  const prefix = noun in codePrefixes ? codePrefixes[noun as CodedNoun] : null
  const typed = /^([a-z]*)-?(\d{1,9})$/.exec(word)
  if (prefix === null || typed === null) return null
  const [, letters = '', digits = ''] = typed
  if (letters !== '' && letters !== prefix.toLowerCase()) return null
  parameters.push(String(prefix.length + 2), `${String(Number(digits))}%`)
  return `record_id IN (SELECT id FROM ${tableOf(noun)} WHERE CAST(substr(code, ?) AS INTEGER) LIKE ?)`
}

/** Ids of the records of a noun in which all words are found, at most `limit`. */
export function findRecords(read: ReadHandle, noun: Noun, text: string, limit: number): string[] {
  const condition = searchCondition(noun, text)
  if (condition === null) return []
  const rows = read.prepare(`${condition.sql} LIMIT ?`).all(...condition.parameters, limit) as { record_id: string }[]
  return rows.map((row) => row.record_id)
}

/**
 * Ids of the records of a noun that share runs of three letters with a text, those that share the most first; for a shorter
 * text, those in which it stands. For comparing closely, not for showing.
 */
export function candidatesFor(read: ReadHandle, noun: Noun, text: string, limit: number): string[] {
  const letters = [...searchable(text)]
  if (letters.length < 3) return findRecords(read, noun, text, limit)
  const runs = new Set<string>()
  for (let at = 0; at + 3 <= letters.length && runs.size < 60; at += 1) runs.add(letters.slice(at, at + 3).join(''))
  const match = [...runs].map((run) => `"${run.replaceAll('"', '""')}"`).join(' OR ')
  const rows = read
    .prepare(
      `SELECT record_id FROM search_index JOIN search_entry ON search_entry.rowid = search_index.rowid
        WHERE search_index MATCH ? AND noun = ? ORDER BY rank LIMIT ?`,
    )
    .all(match, noun, limit) as { record_id: string }[]
  return rows.map((row) => row.record_id)
}

/** The tables in which FTS5 keeps an index; `content` is ours. */
const indexTables = ['search_index_data', 'search_index_idx', 'search_index_docsize', 'search_index_config'] as const

/**
 * Does the full-text index hold just what the entries say? FTS5 can tell, but only by a statement that writes, and a register
 * is verified without being written: entries and index are copied into memory and asked there.
 */
export function isIndexOfEntries(read: ReadHandle): boolean {
  const copy = new Database(':memory:')
  try {
    // The index tables are made by hand first, so that FTS5 reads them as it would in the file.
    copy.unsafeMode(true)
    copy.exec('CREATE TABLE search_entry (rowid INTEGER PRIMARY KEY, "key" TEXT NOT NULL)')
    copy.exec(indexSql)
    for (const table of indexTables) {
      copy.exec(`DELETE FROM ${table}`)
      copyRows(read, copy, table)
    }
    copyRows(read, copy, 'search_entry', 'rowid, "key"')
    const reopened = new Database(copy.serialize())
    try {
      reopened.exec("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
    } finally {
      reopened.close()
    }
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  } finally {
    copy.close()
  }
}

function copyRows(read: ReadHandle, copy: Database.Database, table: string, columns = '*'): void {
  const source = read.prepare(`SELECT ${columns} FROM ${table}`).raw().safeIntegers()
  const width = source.columns().length
  const insert = copy.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`)
  copy.transaction(() => {
    for (const row of source.iterate()) insert.run(...(row as unknown[]))
  })()
}
