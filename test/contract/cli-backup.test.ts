/** `backup FILE` and `restore FILE BACKUP` as processes of their own, over a register that then is damaged. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createSystem } from '#electron/register/systems.ts'
import { daicho, onlyJson } from '#test/support/command-line.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

test('a register is backed up while it is open elsewhere, damaged, and put back', async () => {
  const { register, file } = testRegister({ surroundings: testSurroundings(new Date().toISOString()) })
  createSystem(register, { name: { ja: '需要予測', en: null } })
  const head = register.head()
  const made = await daicho(['backup', file, '--json'])
  const shape = z.object({ backup: z.string(), place: z.string(), bytes: z.int(), head: z.unknown() })
  const { backup, place, head: copied } = onlyJson(made, shape)
  expect([made.exitCode, place, copied]).toEqual([0, 'beside', head])
  expect(basename(dirname(backup))).toBe('register.backups')
  const held = await daicho(['restore', file, backup])
  expect(held.exitCode).toBe(2)
  expect(held.errors).toContain('desk-1')
  register.close()
  const sound = readFileSync(file)
  writeFileSync(file, Buffer.from(sound).fill(0, 0, 100))
  const restored = await daicho(['restore', file, backup])
  expect(restored.exitCode).toBe(0)
  const [aside = ''] = readdirSync(dirname(file)).filter((name) => name.includes('.damaged.'))
  expect(restored.output).toBe(
    `Restored to entry ${String(head.sequence)} of the change log\nWhat was replaced: ${join(dirname(file), aside)}\n`,
  )
  expect((await daicho(['verify', file])).exitCode).toBe(0)
})
