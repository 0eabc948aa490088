/**
 * What a register that was made from the bundle of a pack names and does not hold: a bundle brings the frozen data, and neither
 * the files that evidence names nor the frozen data of earlier packs. They stand in their tables without content. Everywhere else
 * something that is named and has no content is something that was taken out.
 */
import type { Noun } from '#shared/domain/nouns.ts'
import { fromBundleOperation } from './decided.ts'
import type { ReadHandle, WriteHandle } from './query.ts'

/** The making is the first transaction: nearly every register is told apart by a look at its first event. */
export function isFromBundle(read: ReadHandle): boolean {
  return read.prepare('SELECT operation FROM audit_event WHERE sequence = 1').pluck().get() === fromBundleOperation
}

/** The ids of packs whose frozen data, and of merges whose kept logs, stayed with the register of origin: those that came with the making. */
export function packsLeftBehind(read: ReadHandle): ReadonlySet<string> {
  return broughtIn(read, 'pack')
}
export function mergesLeftBehind(read: ReadHandle): ReadonlySet<string> {
  return broughtIn(read, 'mergeRun')
}

function broughtIn(read: ReadHandle, noun: Noun): ReadonlySet<string> {
  if (!isFromBundle(read)) return new Set()
  return new Set(
    read
      .prepare('SELECT record_id FROM audit_event WHERE operation = ? AND noun = ?')
      .pluck()
      .all(fromBundleOperation, noun) as string[],
  )
}

/** The digests of files that stayed with the register of origin, and that nobody has kept again since. */
export function filesLeftBehind(read: ReadHandle): ReadonlySet<string> {
  if (!isFromBundle(read)) return new Set()
  return new Set(
    read
      .prepare(
        `SELECT json_extract(payload, '$.after.fileSha256') AS digest FROM audit_event
         WHERE operation = ? AND noun = 'evidence' AND json_valid(payload)
         AND digest IN (SELECT sha256 FROM stored_file WHERE length(content) = 0)`,
      )
      .pluck()
      .all(fromBundleOperation) as string[],
  )
}

/** Places without content for what records name and the register does not hold. To be asked only of one made from a bundle. */
export function leaveBehind(write: WriteHandle): void {
  write
    .statement(
      `INSERT INTO snapshot (digest, content) SELECT DISTINCT data_digest, zeroblob(0) FROM pack
       WHERE data_digest NOT IN (SELECT digest FROM snapshot)`,
    )
    .run()
  write
    .statement(
      `INSERT INTO stored_file (sha256, content) SELECT DISTINCT file_sha256, zeroblob(0) FROM evidence
       WHERE file_sha256 IS NOT NULL AND file_sha256 NOT IN (SELECT sha256 FROM stored_file)`,
    )
    .run()
}
