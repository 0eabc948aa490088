/**
 * Full-text search: an FTS5 trigram index over a normalised key, and LIKE for one and two characters, since Japanese words
 * are often two. The index is written inline with the record: by trigger it costs more than twice as much.
 */
import type { Noun } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import type { ReadHandle, WriteHandle } from './query.ts'

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

/**
 * A condition on a record id for the words of a search, each of which must be found; null where nothing is searched for.
 * To be put into a WHERE clause: `id IN (<sql>)`.
 */
export function searchCondition(noun: Noun, text: string): { sql: string; parameters: string[] } | null {
  const words = searchKey(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const parameters: string[] = [noun]
  const conditions = words.map((word) => {
    if ([...word].length >= 3) {
      parameters.push(`"${word.replaceAll('"', '""')}"`)
      return 'rowid IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)'
    }
    parameters.push(`%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`)
    return `"key" LIKE ? ESCAPE '\\'`
  })
  return { sql: `SELECT record_id FROM search_entry WHERE noun = ? AND ${conditions.join(' AND ')}`, parameters }
}

/** Ids of the records of a noun in which all words are found, at most `limit`. */
export function findRecords(read: ReadHandle, noun: Noun, text: string, limit: number): string[] {
  const condition = searchCondition(noun, text)
  if (condition === null) return []
  const rows = read.prepare(`${condition.sql} LIMIT ?`).all(...condition.parameters, limit) as { record_id: string }[]
  return rows.map((row) => row.record_id)
}
