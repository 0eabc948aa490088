/**
 * Files that the register keeps, by the SHA-256 of their bytes: the same file is there once however often it is named. What
 * was kept is never taken out, so that every state of the log still has its bytes; records and log hold the digest alone.
 */
import { createHash } from 'node:crypto'
import { Problem } from '#shared/domain/problem.ts'
import type { ReadHandle, WriteHandle } from './query.ts'

/** Keeps the bytes and gives their digest. */
export function keepFile(write: WriteHandle, content: Uint8Array): string {
  const digest = digestOf(content)
  write
    .statement(
      // A place without content is one whose file stayed with the register of origin (left-behind.ts).
      `INSERT INTO stored_file (sha256, content) VALUES (?, ?)
       ON CONFLICT (sha256) DO UPDATE SET content = excluded.content WHERE length(content) = 0`,
    )
    .run(digest, content)
  return digest
}

/** The bytes of a digest, held against it. STORED_FILE_DAMAGED where they are gone or are others. */
export function storedFile(read: ReadHandle, digest: string, name: string): Uint8Array {
  const content = keptContent(read, digest)
  if (content === null || digestOf(content) !== digest) throw new Problem('STORED_FILE_DAMAGED', { file: name })
  return content
}

/** The bytes as they lie in the file. */
export function keptContent(read: ReadHandle, digest: string): Uint8Array | null {
  const row = read.prepare('SELECT content FROM stored_file WHERE sha256 = ?').get(digest) as
    { content: Uint8Array } | undefined
  return row?.content ?? null
}

export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The digests of all files that are kept, in their order. */
export function keptDigests(read: ReadHandle): readonly string[] {
  const rows = read.prepare('SELECT sha256 FROM stored_file ORDER BY sha256').all() as { sha256: string }[]
  return rows.map((row) => row.sha256)
}
