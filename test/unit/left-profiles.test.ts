/** A temporary folder that may be written but not listed keeps nobody from starting. */
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { removeLeftProfiles } from '#electron/chromium/application.ts'
import { temporaryFolder } from '#test/support/register.ts'

test('profiles that cannot be looked for stay', () => {
  vi.stubEnv('TMPDIR', join(temporaryFolder(), 'not there'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect(removeLeftProfiles).not.toThrow()
})
