/**
 * Import of 100,000 systems from CSV, against a bare loop of prepared statements that writes the same rows, search entries
 * and log events, from values that are already in memory: what no import of any kind can undercut on this schema.
 */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { stringify } from 'csv-stringify/sync'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { eventHash, genesisHash } from '#electron/register/store/audit-log.ts'
import { sha256 } from '#electron/register/store/canonical.ts'
import { migrate } from '#electron/register/store/migrate.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { milliseconds, onceOf, printRows, ratio, type Spent } from './measure.ts'
import { benchFolder, emptyRegister } from './registers.ts'

const count = 100_000

/** An inventory of `rows` systems; `remark` stands in its last column. */
export async function writeSource(path: string, rows: number, remark: string): Promise<void> {
  const out = createWriteStream(path)
  out.write('﻿管理番号,システム名,目的,部門,状態,区分,ベンダー,次回見直し日,備考欄\r\n')
  for (let from = 0; from < rows; from += 5000) {
    const records = Array.from({ length: Math.min(5000, rows - from) }, (_each, offset) => {
      const index = from + offset
      return [
        `K-${String(index)}`,
        `在庫と発注の最適化システム ${String(index)}`,
        `在庫と発注の最適化のために使う。対象は第${String(index % 97)}拠点`,
        `第${String(index % 40)}事業部`,
        ['本番', '試行', '開発中', '廃止'][index % 4] ?? '',
        ['高', '中', '低'][index % 3] ?? '',
        `ベンダー${String(index % 50)}（架空）`,
        `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
        remark,
      ]
    })
    if (!out.write(stringify(records, { record_delimiter: 'windows', quoted: true }))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** The bare loop: the cells and payloads are at hand, each table has its prepared statement, one transaction. */
async function bareLoop(systems: readonly RecordOf<'system'>[], file: string): Promise<Spent> {
  const database = new Database(file)
  database.pragma('journal_mode = DELETE')
  database.pragma('synchronous = EXTRA')
  database.pragma('cache_size = -65536')
  migrate(database)
  database.pragma('foreign_keys = OFF')
  const table = recordTables.system
  const prepared = systems.map((system) => ({
    id: system.id,
    cells: table.cells(system),
    key: table.searchText(system) ?? '',
    payload: `{"after":${JSON.stringify(system)},"before":null}`,
  }))
  const insert = database.prepare(
    `INSERT INTO system (${table.columns.map((column) => `"${column}"`).join(', ')}) VALUES (${table.columns.map(() => '?').join(', ')})`,
  )
  const entry = database.prepare('INSERT INTO search_entry (noun, record_id, "key") VALUES (?, ?, ?)')
  const index = database.prepare('INSERT INTO search_index (rowid, "key") VALUES (?, ?)')
  const event = database.prepare(`INSERT INTO audit_event VALUES (${Array.from({ length: 15 }, () => '?').join(', ')})`)
  const at = '2026-04-01T00:00:00.000Z'
  const actor = { account: 'bench', machine: 'bench', personId: null }
  const write = database.transaction(() => {
    let previousHash = genesisHash
    prepared.forEach(({ id, cells, key, payload }, position) => {
      insert.run(...cells)
      const { lastInsertRowid } = entry.run('system', id, key)
      index.run(lastInsertRowid, key)
      const facts = {
        sequence: position + 1,
        transactionSequence: 1,
        at,
        actor,
        operation: 'system.import',
        noun: 'system',
        recordId: id,
        reason: null,
        reverses: null,
        payloadDigest: sha256(payload),
        previousHash,
      } as const
      const hash = eventHash(facts)
      event.run(
        facts.sequence,
        1,
        at,
        'bench',
        'bench',
        null,
        facts.operation,
        'system',
        id,
        null,
        payload,
        facts.payloadDigest,
        previousHash,
        hash,
        null,
      )
      previousHash = hash
    })
  })
  const spent = await onceOf(() => {
    write.immediate()
  })
  database.close()
  return spent
}

export async function benchImport(): Promise<void> {
  const source = join(benchFolder, 'systems.csv')
  await writeSource(source, count, 'もとの表の備考')
  const register = emptyRegister('import')
  let longestTurn = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longestTurn = Math.max(longestTurn, performance.now() - last)
    last = performance.now()
  }, 5)
  const imported = await onceOf(() => importSystems(register, source, {}))
  clearInterval(watch)
  if (imported.result.added !== count) throw new Error(`added ${String(imported.result.added)}`)
  const again = await onceOf(() => importSystems(register, source, {}))
  if (again.result.unchanged !== count) throw new Error(`unchanged ${String(again.result.unchanged)}`)
  const bare = await bareLoop([...recordTables.system.all(register.read)], join(benchFolder, 'bare.sqlite'))
  register.close()
  printRows('Import of 100,000 systems from CSV (27 MB)', [
    { what: 'import', figure: milliseconds(imported.ms) },
    { what: 'bare loop, same rows, index and events', figure: milliseconds(bare.ms) },
    { what: 'ratio', figure: ratio(imported.ms, bare.ms), aim: '≤ 2.5 ×' },
    { what: 'time of the processor: import', figure: milliseconds(imported.processorMs) },
    { what: 'time of the processor: bare loop', figure: milliseconds(bare.processorMs) },
    { what: 'time of the processor: ratio', figure: ratio(imported.processorMs, bare.processorMs), aim: '≤ 2.5 ×' },
    { what: 'the same file again, all unchanged', figure: milliseconds(again.ms) },
    { what: 'longest time without a turn of the event loop (the write)', figure: milliseconds(longestTurn) },
  ])
}
