/** Drafts over the contract: kept by register in the profile folder, never in the register file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { Draft } from '#shared/contract/draft.ts'
import { Problem } from '#shared/domain/problem.ts'
import { called, company, operations, refusal, tokenFor } from '#test/support/serving.ts'

const nobody = '01900000-0000-7000-8000-999999999999'
const draftOf = (fields: Draft['fields'], more: Partial<Draft> = {}): Draft => ({
  noun: 'system',
  recordId: null,
  preset: {},
  at: '2026-11-24T05:00:00.000Z',
  fields,
  ...more,
})
const name = (ja: string) => ({ value: { ja, en: null }, base: null })

test('a draft is kept in place of the earlier one, comes back with the names in it, and goes when it is discarded', async () => {
  const { client, preferences, folder } = await company()
  const unit = await client.unit.create({ name: { ja: '物流事業部', en: null }, kind: 'division' })
  const system = await client.system.create({ name: { ja: '配送計画', en: null } })
  const begun = draftOf({ name: name('需要予') })
  const more = draftOf({ name: name('需要予測'), unitId: { value: unit.id, base: null } })
  const cell = draftOf(
    { nextReviewOn: { value: '2027-02-30', base: '2027-01-31' } },
    { recordId: system.id, at: '2026-11-24T05:01:00.000Z' },
  )
  const preset = draftOf({ name: name('配送計画の遅れ') }, { noun: 'risk', preset: { systemIds: [system.id] } })
  expect(await client.drafts.keep(begun)).toEqual({ isKept: true })
  await client.drafts.keep(cell)
  await client.drafts.keep(preset)
  await client.drafts.keep(more)
  expect(await client.drafts.list()).toEqual({
    drafts: [more, preset, cell],
    labels: {
      [unit.id]: { noun: 'unit', code: 'UNT-0001', name: unit.name },
      [system.id]: { noun: 'system', code: system.code, name: system.name },
    },
  })
  // A new risk that begins with the system is another draft than one that begins with nothing.
  await client.drafts.discard({ noun: 'risk', recordId: null, preset: {} })
  expect((await client.drafts.list()).drafts).toEqual([more, preset, cell])
  for (const { noun, recordId, preset: values } of [more, preset, cell])
    await client.drafts.discard({ noun, recordId, preset: values })
  expect((await client.drafts.list()).drafts).toEqual([])
  expect(preferences.drafts).toBeNull()
  expect(readFileSync(join(folder, 'own.daicho')).includes('需要予測')).toBe(false)
})

test('each register has its own drafts, and what makes no sense among them is passed over', async () => {
  const setting = await company()
  const { client, preferences } = setting
  const own = draftOf({ name: name('需要予測') })
  await client.drafts.keep(own)
  await client.file.create({ token: await tokenFor(setting, 'other.daicho'), language: 'ja', name: '別の会社' })
  expect(await client.drafts.list()).toEqual({ drafts: [], labels: {} })
  await client.drafts.keep(draftOf({ name: name('別') }))
  await client.file.open({ token: await tokenFor(setting, 'own.daicho') })
  const kept = preferences.drafts as Record<string, unknown[]>
  for (const drafts of Object.values(kept)) drafts.push({ noun: 'systm' }, null, 'x')
  expect((await client.drafts.list()).drafts).toEqual([own])
  preferences.drafts = 'nothing of ours'
  expect((await client.drafts.list()).drafts).toEqual([])
})

test('a draft names a noun and may hold what no field may, but not without an end', async () => {
  const { client } = await company()
  const tooLong = draftOf({ notes: { value: 'あ'.repeat(120_000), base: null } })
  expect(await client.drafts.keep(tooLong)).toEqual({ isKept: true })
  expect((await client.drafts.list()).drafts).toEqual([tooLong])
  const endless = draftOf({ notes: { value: 'あ'.repeat(3_000_000), base: null } })
  expect(await refusal(client.drafts.keep(endless))).toEqual({ code: 'BAD_REQUEST', fields: ['fields'] })
  const unknown = draftOf({ name: name('x') }, { noun: 'machine' as never })
  expect(await refusal(client.drafts.keep(unknown))).toEqual({ code: 'BAD_REQUEST', fields: ['noun'] })
})

test('where the profile folder cannot be written to it is said, and a record that is gone is named by nobody', async () => {
  const { client, preferences } = await company({
    writePreference: () => Promise.reject(new Problem('PREFERENCES_NOT_WRITTEN')),
  })
  const lost = draftOf({ name: name('x') }, { recordId: nobody })
  expect(await client.drafts.keep(lost)).toEqual({ isKept: false })
  expect(preferences).not.toHaveProperty('drafts')
  expect(await client.drafts.list()).toEqual({ drafts: [], labels: {} })
})

test('every operation on drafts was called above', () => {
  const ofDrafts = (path: string) => path.startsWith('drafts.')
  expect([...called].filter(ofDrafts).sort()).toEqual(operations(contract).filter(ofDrafts).sort())
})
