import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { shellWithoutWindow } from '#electron/shell.ts'
import { Desk } from '#electron/register/desk.ts'
import { routerOf } from '#electron/register/serve.ts'
import { FieldConflict, type RecordAccess, saveField } from '#renderer/records/save-field.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { testRegister } from '#test/support/register.ts'

/** A register served without a port, and a system as a window shows it. */
async function shownSystem() {
  const { register, file, surroundings } = testRegister()
  register.close()
  const desk = new Desk({
    shell: shellWithoutWindow({
      print: () => Promise.resolve(new Uint8Array()),
      preferences: { read: () => Promise.resolve({}), write: () => Promise.resolve() },
    }),
    language: 'ja',
    sampleFolder: file,
    surroundings,
  })
  desk.open(file, false)
  const client = createRouterClient(routerOf(desk))
  const shown = await client.system.create({ name: { ja: '需要予測', en: null } })
  const access: RecordAccess<RecordOf<'system'>> = {
    known: () => Promise.resolve(shown),
    update: (version, patch) => client.system.update({ id: shown.id, version, patch }),
  }
  return { client, shown, access }
}

test('a field is saved with the version it was read at', async () => {
  const { shown, access } = await shownSystem()
  const saved = await saveField(access, 'vendor', '北辰', null)
  expect(saved).toEqual({ ...shown, vendor: '北辰', version: 2 })
})

test('a change of another field meanwhile is kept, and this one is saved on top of it', async () => {
  const { client, shown, access } = await shownSystem()
  await client.system.update({ id: shown.id, version: shown.version, patch: { model: '1.8' } })
  const saved = await saveField(access, 'vendor', '北辰', null)
  expect(saved).toEqual({ ...shown, model: '1.8', vendor: '北辰', version: 3 })
})

test('a change of the same field meanwhile is a conflict that says what stands there, and nothing is overwritten', async () => {
  const { client, shown, access } = await shownSystem()
  await client.system.update({ id: shown.id, version: shown.version, patch: { vendor: '南斗' } })
  const refused = await saveField(access, 'vendor', '北辰', null).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(FieldConflict)
  expect(refused).toMatchObject({
    theirs: '南斗',
    by: 'tester (desk-1)',
    at: expect.stringMatching(/^2026-04-01T/) as string,
  })
  expect((await client.system.get({ id: shown.id })).record.vendor).toBe('南斗')
})
