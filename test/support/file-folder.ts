import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder that all tests of one file share; it goes with the last of them. */
export function folderOfFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daicho-test-'))
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
