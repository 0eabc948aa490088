/**
 * One field changed over ten thousand records, undone and pasted, against the bare writes: the same rows and events put into
 * the same tables by prepared statements in one transaction, without a check and without a look at what is there.
 */
import { join } from 'node:path'
import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { pasteInput } from '#shared/contract/batch.ts'
import { updateMany } from '#electron/register/batch.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { paste } from '#electron/register/paste.ts'
import { eventHash, readHead } from '#electron/register/store/audit-log.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { ReadHandle } from '#electron/register/store/query.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { undoLast } from '#electron/register/undo.ts'
import { milliseconds, onceOf, printRows, ratio, type Spent } from './measure.ts'
import { writeSource } from './import.ts'
import { benchFolder, emptyRegister, registerOf } from './registers.ts'

const count = 10_000

function bareUpdate(source: Register): Promise<Spent> {
  const file = join(benchFolder, 'bare-batch.sqlite')
  copyFileSync(source.file, file)
  const database = new Database(file)
  const head = readHead(new ReadHandle(database))
  const table = recordTables.system
  const prepared = [...table.all(source.read)].map((before) => {
    const after = { ...before, vendor: '別のベンダー', version: before.version + 1 }
    return {
      id: before.id,
      cells: table.cells(after),
      payload: canonicalJson({ after, before }),
      key: table.searchText(after),
    }
  })
  database.pragma('synchronous = EXTRA')
  const update = database.prepare(
    `UPDATE system SET ${table.columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
  )
  const entry = database.prepare('SELECT rowid, "key" FROM search_entry WHERE record_id = ?')
  const remove = database.prepare(`INSERT INTO search_index (search_index, rowid, "key") VALUES ('delete', ?, ?)`)
  const rename = database.prepare('UPDATE search_entry SET "key" = ? WHERE rowid = ?')
  const index = database.prepare('INSERT INTO search_index (rowid, "key") VALUES (?, ?)')
  const event = database.prepare(`INSERT INTO audit_event VALUES (${Array.from({ length: 15 }, () => '?').join(', ')})`)
  const at = '2030-04-01T00:00:00.000Z'
  const actor = { account: 'bench', machine: 'bench', personId: null }
  const write = database.transaction(() => {
    let previousHash = head.hash
    prepared.forEach(({ id, cells, payload, key }, position) => {
      update.run(...cells, id)
      const { rowid, key: old } = entry.get(id) as { rowid: number; key: string }
      remove.run(rowid, old)
      rename.run(key, rowid)
      index.run(rowid, key)
      const facts = {
        sequence: head.sequence + position + 1,
        transactionSequence: head.sequence + 1,
        at,
        actor,
        operation: 'system.updateMany',
        noun: 'system',
        recordId: id,
        reason: null,
        reverses: null,
        payloadDigest: sha256(payload),
        previousHash,
      } as const
      const hash = eventHash(facts)
      const { sequence, transactionSequence, operation, payloadDigest } = facts
      const who = ['bench', 'bench', null]
      event.run(
        sequence,
        transactionSequence,
        at,
        ...who,
        operation,
        'system',
        id,
        null,
        payload,
        payloadDigest,
        previousHash,
        hash,
        null,
      )
      previousHash = hash
    })
  })
  return onceOf(() => {
    write.immediate()
  }).finally(() => database.close())
}

export async function benchBatch(): Promise<void> {
  const register = registerOf(count)
  const bare = await bareUpdate(register)
  const shown = [...recordTables.system.all(register.read)].map(({ id, version }) => ({ id, version }))
  const many = await onceOf(() => updateMany(register, 'system', { patch: { vendor: '別のベンダー' }, records: shown }))
  if (many.result.changed.length !== count) throw new Error(`changed ${String(many.result.changed.length)}`)
  const undone = await onceOf(() => undoLast(register, null))
  const rows = shown.slice(0, 5000).map(({ id, version }, index) => ({
    id,
    version: version + 2,
    cells: [`名称${String(index)}`, '高', '令和8年9月30日'],
  }))
  const block = (commit: boolean) => pasteInput.parse({ columns: ['name', 'tier', 'nextReviewOn'], rows, commit })
  const quiet = { signal: new AbortController().signal, progress: () => undefined }
  const preview = await onceOf(() => paste(register, 'system', block(false), quiet))
  const written = await onceOf(() => paste(register, 'system', block(true), quiet))
  if (written.result.written?.changed.length !== rows.length) throw new Error('pasted rows are missing')
  register.close()
  const source = join(benchFolder, 'import-to-undo.csv')
  await writeSource(source, count, 'もとの表の備考')
  const target = emptyRegister('import-to-undo')
  const imported = await onceOf(() => importSystems(target, source, {}))
  if (imported.result.added !== count) throw new Error(`added ${String(imported.result.added)}`)
  const importUndone = await onceOf(() => undoLast(target, null))
  if (importUndone.result.step.count < count) throw new Error(`undone ${String(importUndone.result.step.count)}`)
  target.close()
  printRows('A whole import of 10,000 systems taken back, in one transaction', [
    { what: 'the import', figure: milliseconds(imported.ms) },
    { what: 'its undo', figure: milliseconds(importUndone.ms) },
    {
      what: 'time of the processor: undo against the import, ratio',
      figure: ratio(importUndone.processorMs, imported.processorMs),
    },
  ])
  printRows('A field of 10,000 systems changed at once, in one transaction', [
    { what: 'bare writes, same rows, index and events', figure: milliseconds(bare.ms) },
    { what: 'updateMany', figure: milliseconds(many.ms) },
    {
      what: 'time of the processor: updateMany, ratio',
      figure: ratio(many.processorMs, bare.processorMs),
      aim: '≤ 3 ×',
    },
    { what: 'undo of it', figure: milliseconds(undone.ms) },
    { what: 'time of the processor: undo, ratio', figure: ratio(undone.processorMs, bare.processorMs), aim: '≤ 3 ×' },
    { what: 'a pasted block of 5,000 rows of 3 cells: shown', figure: milliseconds(preview.ms) },
    { what: 'and written', figure: milliseconds(written.ms) },
  ])
}
