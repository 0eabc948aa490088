/** The director's view as the window calls it: pages, numbers and records as frozen, from the register and from a bundle alone. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Shown } from '#shared/contract/director.ts'
import { contract } from '#shared/contract/contract.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { edit, printOnePage, reseal } from '#test/support/bundle.ts'
import {
  called,
  company,
  folderToken,
  operations,
  refusal,
  resultOf,
  type Serving,
  serving,
  today,
} from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

/** A pack with a system that nobody has confirmed, whose name is changed afterwards; and its bundle. */
async function lockedAndChanged() {
  const setting = await company({ print: printOnePage })
  const { client } = setting
  const person = await client.person.create({ name: ja('髙橋 誠') })
  const post = await client.post.create({ name: ja('AI統括責任者'), kind: 'executive' })
  await client.accountability.startTerm({
    postId: post.id,
    personId: person.id,
    capacity: 'holder',
    from: '2026-04-01',
    to: null,
  })
  const { id, version } = await client.system.create({ name: ja('需要予測'), tier: 'high' })
  await client.accountability.assign({
    role: 'accountable_executive',
    subject: 'system',
    subjectId: id,
    postId: post.id,
    personId: null,
    from: '2026-04-01',
  })
  const system = await client.system.moveLifecycle({ id, version, to: 'production', reason: '稼働開始' })
  const pack = await resultOf(client.pack.lock({ asOf: today }))
  await client.system.update({ id, version: system.version, patch: { name: ja('別の名前') } })
  const folder = await folderToken(setting)
  const { name } = await resultOf(client.pack.write({ packId: pack.id, language: 'ja', folder }))
  return { setting, client, pack, system, post, dir: join(setting.folder, name) }
}

async function opened(setting: Serving, dir: string) {
  setting.choice = { kind: 'path', path: dir }
  const chosen = await setting.client.file.choose({ purpose: 'output-folder' })
  if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
  return resultOf(setting.client.director.openBundle({ folder: chosen.token }))
}

test('a number opens the records of the pack as they were frozen, and a bundle says the same without a register', async () => {
  const { client, pack, system, post, dir } = await lockedAndChanged()
  const ofRegister: Shown = { kind: 'register', packId: pack.id }
  const say = async ({ director }: Serving['client'], shown: Shown) => ({
    pages: await director.pages({ shown, language: 'ja' }),
    number: await director.behind({ shown, address: behindKey.kri('K03') }),
    record: await director.record({ shown, code: 'SYS-0001' }),
    posts: await director.posts({ shown }),
    attestation: await director.attestation({ shown, postId: post.id }),
  })
  const said = await say(client, ofRegister)
  expect(said.pages.model).toMatchObject({ code: pack.code, dataDigest: pack.dataDigest, language: 'ja' })
  expect(said.pages.behind).toMatchObject({ K03: 1, 'SYS-0001': 1, [behindKey.population('system', 'counted')]: 1 })
  expect(said.number).toMatchObject({
    figure: { id: 'K03', numerator: 0, denominator: 1, status: 'breach' },
    asOf: today,
    total: 1,
    records: [
      {
        noun: 'system',
        code: 'SYS-0001',
        name: ja('需要予測'),
        withdrawn: false,
        standing: { kind: 'field', field: 'lifecycle', value: 'production' },
      },
    ],
  })
  // The register has another name for it since; the pack has not.
  expect((await client.system.get({ id: system.id })).record.name).toEqual(ja('別の名前'))
  expect(said.record).toMatchObject({ code: 'SYS-0001', record: { id: system.id, name: ja('需要予測') } })
  expect(said.posts).toEqual([{ id: post.id, code: 'PST-0001', name: ja('AI統括責任者'), person: ja('髙橋 誠') }])
  expect(said.attestation).toMatchObject({
    asOf: today,
    content: { systems: [{ code: 'SYS-0001', name: ja('需要予測') }], post: { id: post.id } },
    latest: null,
  })

  const draft = await client.director.record({ shown: { kind: 'register', packId: null }, code: 'SYS-0001' })
  expect(draft.record).toMatchObject({ name: ja('別の名前') })
  expect((await client.director.behind({ shown: ofRegister, address: 'no/such' })).total).toBe(0)
  expect(await refusal(client.director.record({ shown: ofRegister, code: 'SYS-0999' }))).toMatchObject({
    code: 'NOT_FOUND',
  })

  const alone = serving()
  const bundle = await opened(alone, dir)
  expect(bundle).toMatchObject({ pages: 'shown', writtenBy: null, check: { findings: [], register: 'notAsked' } })
  const ofBundle: Shown = { kind: 'bundle', id: bundle.id }
  const { pages, ...rest } = await say(alone.client, ofBundle)
  const { pages: before, ...restBefore } = said
  expect(rest).toEqual(restBefore)
  expect([pages.model, pages.behind, pages.languages]).toEqual([before.model, before.behind, ['ja']])
  // What is not printed in the other language is shown in the one that is.
  expect((await alone.client.director.pages({ shown: ofBundle, language: 'en' })).model.language).toBe('ja')

  expect((await alone.client.director.recentBundles()).map(({ name }) => name)).toEqual([basename(dir)])
  expect(await alone.client.director.forgetBundles()).toEqual([])
  const again = await opened(alone, dir)
  expect(again.id).not.toBe(bundle.id)
  expect(await refusal(alone.client.director.posts({ shown: ofBundle }))).toMatchObject({ code: 'BUNDLE_NOT_OPEN' })
})

test('what would be shown and was changed is not shown; what else was changed is named', async () => {
  const { setting, dir } = await lockedAndChanged()
  let copies = 0
  const changed = async (change: (copy: string) => void) => {
    const copy = join(setting.folder, `copy-${String((copies += 1))}`)
    cpSync(dir, copy, { recursive: true })
    change(copy)
    const { pages, check } = await opened(serving(), copy)
    return { pages, files: check.findings.map(({ facts }) => facts.file) }
  }
  const screen = 'screen/pages.ja.json'
  const swap = (file: string) => (copy: string) => edit(copy, file, '需要予測', '需要測定')
  expect(await changed((copy) => edit(copy, 'csv/systems.csv', '需要予測', '需要測定'))).toEqual({
    pages: 'shown',
    files: ['csv/systems.csv'],
  })
  expect(await changed(swap('snapshot.json'))).toMatchObject({ pages: 'changed' })
  expect(await changed((copy) => edit(copy, screen, '"numerator":0', '"numerator":1'))).toEqual({
    pages: 'changed',
    files: [screen],
  })
  expect(await changed((copy) => edit(copy, 'manifest.json', '"kind": "pack"', '"kind": "draft"'))).toMatchObject({
    pages: 'changed',
  })
  // Sealed anew, so that every file fits its sum: pages of other data, and none.
  const digest = /"dataDigest":"[0-9a-f]{64}"/
  const foreign = await changed((copy) => {
    const text = readFileSync(join(copy, screen), 'utf8')
    if (!digest.test(text)) throw new Error('the pages name no digest')
    writeFileSync(join(copy, screen), text.replace(digest, `"dataDigest":"${'0'.repeat(64)}"`))
    reseal(copy)
  })
  expect(foreign).toEqual({ pages: 'changed', files: [] })
  expect(
    await changed((copy) => {
      writeFileSync(join(copy, screen), '{"format":"daicho-pages/1","model":[]}')
      reseal(copy)
    }),
  ).toEqual({ pages: 'changed', files: [] })
  expect(
    await changed((copy) => {
      rmSync(join(copy, 'screen'), { recursive: true })
      reseal(copy)
    }),
  ).toEqual({ pages: 'none', files: [] })
})

test('a folder that is no bundle is refused with a sentence', async () => {
  const setting = serving()
  writeFileSync(join(setting.folder, 'letter.txt'), 'no bundle')
  expect(await refusal(opened(setting, setting.folder))).toMatchObject({ code: 'NOT_A_BUNDLE' })
  expect(await setting.client.director.recentBundles()).toEqual([])
})

test('every operation of the director’s view was called above', () => {
  const ours = (path: string) => path.startsWith('director.')
  expect([...called].filter(ours).sort()).toEqual(operations(contract).filter(ours).sort())
})
