/** Real registers in temporary folders, with a clock and ids that a test decides. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister, type Register, type Surroundings } from '#electron/register/store/register-file.ts'

/** A folder that goes with the test. A short name: what a browser puts below it may have no path of more than 107 bytes. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'd'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

export interface TestSurroundings extends Surroundings {
  /** The time that the clock shows from now on. */
  setTime(instant: string): void
}

/** A clock that advances a second at each reading, ids that count, and a machine that does not exist. */
export function testSurroundings(start = '2026-04-01T00:00:00.000Z'): TestSurroundings {
  let time = Date.parse(start)
  let ids = 0
  return {
    clock: () => {
      time += 1000
      return new Date(time).toISOString()
    },
    newId: () => {
      ids += 1
      return `01900000-0000-7000-8000-${String(ids).padStart(12, '0')}`
    },
    account: 'tester',
    machine: 'desk-1',
    processId: process.pid,
    isRunning: (processId) => processId === process.pid,
    setTime(instant) {
      time = Date.parse(instant)
    },
  }
}

/** A new register, open for writing; closed with the test. */
export function testRegister(options: { surroundings?: TestSurroundings; file?: string } = {}): {
  register: Register
  file: string
  surroundings: TestSurroundings
} {
  const surroundings = options.surroundings ?? testSurroundings()
  const file = options.file ?? join(temporaryFolder(), 'register.daicho')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: 'Test Trading' }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  onTestFinished(() => {
    register.close()
  })
  return { register, file, surroundings }
}
