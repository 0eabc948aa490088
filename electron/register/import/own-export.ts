/**
 * Files that Daicho itself wrote: their cells may carry the guard against formulas. It is taken off where the manifest
 * beside the file lists exactly these bytes and says that cells are guarded; in any other file an apostrophe is a letter.
 */
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unguard } from '../export/formula-guard.ts'
import { manifestName, manifestSchema } from '../export/manifest.ts'
import type { SheetRecord } from './records.ts'

const largestManifest = 4 * 1024 * 1024

/** True where a manifest in the file's folder, or the one above it, says that this very file holds guarded cells. */
export async function wroteGuards(path: string, sha256: string): Promise<boolean> {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const text = await smallFile(join(folder, manifestName))
    const manifest = text === null ? null : manifestSchema.safeParse(jsonOf(text)).data
    if (manifest?.files.some((file) => file.sha256 === sha256 && (file.guardedCells ?? 0) > 0) === true) return true
  }
  return false
}

export async function* withoutGuards(
  batches: AsyncIterable<readonly SheetRecord[]>,
): AsyncGenerator<SheetRecord[], void, void> {
  for await (const batch of batches) yield batch.map(({ row, cells }) => ({ row, cells: cells.map(unguard) }))
}

async function smallFile(path: string): Promise<string | null> {
  const handle = await open(path, 'r').catch(() => null)
  if (handle === null) return null
  try {
    const facts = await handle.stat()
    return facts.isFile() && facts.size <= largestManifest ? await handle.readFile('utf8') : null
  } finally {
    await handle.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
