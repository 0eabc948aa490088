/** Requirements as the window calls them: packs taken in and replaced, items answered, controls that prove them, files. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse } from 'yaml'
import { readPackFile } from '#electron/register/requirements/pack-file.ts'
import { contract } from '#shared/contract/contract.ts'
import { Problem } from '#shared/domain/problem.ts'
import { readLibrary } from '#shared/domain/requirements/ciso-library.ts'
import type { Standing } from '#shared/domain/requirements/standing.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { called, company, folderToken, operations, refusal, resultOf, tokenFor, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const packsFolder = join(import.meta.dirname, '../../resources/packs')

async function withPacks() {
  const setting = await company()
  const { client } = setting
  const { id } = await client.requirement.adopt({ packId: 'AIGB', packVersion: '1.2' })
  const system = await client.system.create({
    name: ja('議事録の要約'),
    roles: ['business_user'],
    personalData: 'yes',
  })
  const approver = await client.person.create({ name: ja('久保 恵') })
  const post = await client.post.create({ name: ja('情報担当役員'), kind: 'executive' })
  const from = '2026-04-01'
  await client.accountability.startTerm({ postId: post.id, personId: approver.id, capacity: 'holder', from, to: null })
  await client.accountability.assign({
    role: 'accountable_executive',
    subject: 'system',
    subjectId: system.id,
    postId: post.id,
    personId: null,
    from,
  })
  const moved = await client.system.moveLifecycle({
    id: system.id,
    version: 1,
    to: 'production',
    reason: '稼働開始',
  })
  return { setting, client, packRecord: id, system: moved, approver }
}

const place = (itemId: string, systemId: string | null, packVersion = '1.2') => ({
  packId: 'AIGB',
  packVersion,
  itemId,
  systemId,
})

describe('a business-user system', () => {
  test('is asked the common items and those of its role, and is answered from nothing to complete', async () => {
    const { client, packRecord, system, approver } = await withPacks()
    const before = await client.requirement.system({ id: system.id })
    const [pack] = before.packs
    expect(before.packs).toHaveLength(1)
    expect(pack?.coverage).toEqual({
      evidenced: 0,
      claimed: 0,
      partly: 0,
      not_met: 0,
      unanswered: 38,
      not_applicable: 0,
    })
    const ids = pack?.items.filter(({ standing }) => standing !== null).map(({ item }) => item.id) ?? []
    expect(ids.filter((id) => id.startsWith('AIGB-C-'))).toHaveLength(31)
    expect(ids.filter((id) => id.startsWith('AIGB-U-'))).toHaveLength(7)

    const answered = ids.filter((id) => id !== 'AIGB-C-10-2' && id !== 'AIGB-C-3-2')
    const answers = await client.requirement.answer({
      places: answered.map((id) => place(id, system.id)),
      state: 'met',
      note: '規程と設定を確認',
    })
    expect(answers).toHaveLength(36)
    await client.requirement.answer({ places: [place('AIGB-C-3-2', system.id)], state: 'partly', note: null })
    await client.requirement.declareNotApplicable({
      places: [place('AIGB-C-10-2', system.id)],
      reason: '標準のない分野',
      approverPersonId: approver.id,
    })
    const after = await client.requirement.system({ id: system.id })
    expect(after.packs[0]?.coverage).toEqual({
      evidenced: 0,
      claimed: 36,
      partly: 1,
      not_met: 0,
      unanswered: 0,
      not_applicable: 1,
    })
    expect(after.labels[approver.id]?.name.ja).toBe('久保 恵')
    const item = await client.requirement.item({ id: packRecord, itemId: 'AIGB-C-3-2' })
    expect(item.systems.map(({ systemId, standing }) => ({ systemId, standing }))).toEqual([
      { systemId: system.id, standing: 'partly' },
    ])
    // All of that was four steps, each of which can be taken back.
    expect((await client.undo.state()).undo).toMatchObject({ operation: 'requirement.notApplicable', count: 1 })
    await client.undo.undo({ transaction: (await client.undo.state()).undo?.transaction ?? 0 })
    expect((await client.requirement.system({ id: system.id })).packs[0]?.coverage.unanswered).toBe(1)
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })

  test('is proved by a control with an effective test, for every pack at once', async () => {
    const { client, packRecord, system } = await withPacks()
    const cyber = await client.requirement.adopt({ packId: 'CMG', packVersion: '3.0' })
    const control = await client.control.create({
      name: ja('入力の検査'),
      domain: 'security',
      weight: 'key',
      design: 'in_place',
    })
    await client.requirement.linkControls({ links: [{ itemId: 'AIGB-U-5-1', controlId: control.id }], answers: true })
    const [linked] = await client.requirement.linkControls({
      links: [{ itemId: 'CMG-D05', controlId: control.id }],
      answers: true,
    })
    expect(linked?.requirementIds).toEqual(['AIGB-U-5-1', 'CMG-D05'])
    const standings = async () => {
      const { packs } = await client.requirement.system({ id: system.id })
      const { items } = await client.requirement.pack({ id: cyber.id })
      return [
        packs[0]?.items.find(({ item }) => item.id === 'AIGB-U-5-1')?.standing?.standing,
        items.find(({ item }) => item.id === 'CMG-D05')?.company?.standing,
      ]
    }
    expect(await standings()).toEqual(['claimed', 'claimed'])
    await client.control.test({
      controlId: control.id,
      on: today,
      result: 'effective',
      validUntil: '2027-05-24',
      testerId: null,
      note: '20件を抜き取り、20件とも検査されていた',
    })
    expect(await standings()).toEqual(['evidenced', 'evidenced'])
    // A lower word is a judgement that the control does not hold alone.
    await client.requirement.answer({ places: [place('AIGB-U-5-1', system.id)], state: 'partly', note: null })
    expect(await standings()).toEqual(['partly', 'evidenced'])
    const [unlinked] = await client.requirement.linkControls({
      links: [{ itemId: 'CMG-D05', controlId: control.id }],
      answers: false,
    })
    expect(unlinked?.requirementIds).toEqual(['AIGB-U-5-1'])
    expect(await standings()).toEqual(['partly', 'unanswered'])
    const { items } = await client.requirement.pack({ id: packRecord })
    expect(items.find(({ item }) => item.id === 'AIGB-U-5-1')).toMatchObject({
      company: null,
      systems: { partly: 1 },
      controls: [{ code: control.code, status: 'effective', systemIds: [], evidence: 0 }],
    })
  })

  test('is asked nothing of other roles, of later phases, of data it does not handle', async () => {
    const { client } = await withPacks()
    const asked = async (values: Parameters<typeof client.system.create>[0]) => {
      const { id } = await client.system.create(values)
      const { packs } = await client.requirement.system({ id })
      return (
        packs[0]?.items.flatMap(({ item, standing }) =>
          standing === null ? [] : [[item.id, standing.when] as const],
        ) ?? []
      )
    }
    const developed = await asked({ name: ja('開発中'), roles: ['developer'], personalData: 'no' })
    expect(developed.some(([id]) => id.startsWith('AIGB-U-') || id.startsWith('AIGB-P-'))).toBe(false)
    // What begins with the operation of a system is told, and not counted yet.
    expect(developed.filter(([, when]) => when === 'later').map(([id]) => id)).toEqual([
      'AIGB-D-5-2',
      'AIGB-D-6-2',
      'AIGB-D-7-1',
      'AIGB-D-7-2',
      'AIGB-D-10-1',
    ])
    expect(developed.some(([id]) => id.startsWith('AIGB-C-4'))).toBe(false)
    const nobody = await asked({ name: ja('役割不明') })
    expect(nobody.every(([id]) => id.startsWith('AIGB-C-'))).toBe(true)
  })
})

describe('an answer is refused', () => {
  test('of an item that is not asked, of a pack that is not held, without reason or approver', async () => {
    const { client, system, approver } = await withPacks()
    const answer = (one: ReturnType<typeof place>) =>
      refusal(client.requirement.answer({ places: [one], state: 'met', note: null }))
    expect(await answer(place('AIGB-P-2-1', system.id))).toMatchObject({
      code: 'REQUIREMENT_NOT_ASKED',
      facts: { item: 'AIGB-P-2-1', code: system.code },
    })
    expect(await answer(place('AIGB-C-1-1', null))).toMatchObject({
      code: 'REQUIREMENT_NOT_ASKED',
      facts: { code: '' },
    })
    expect(await answer(place('AIGB-X', system.id))).toMatchObject({ code: 'REQUIREMENT_UNKNOWN' })
    expect(await answer(place('AIGB-C-1-1', system.id, '1.1'))).toMatchObject({ code: 'REQUIREMENT_UNKNOWN' })
    expect(
      await refusal(
        client.requirement.declareNotApplicable({
          places: [place('AIGB-C-1-1', system.id)],
          reason: ' ',
          approverPersonId: approver.id,
        }),
      ),
    ).toMatchObject({ code: 'REASON_REQUIRED' })
    const control = await client.control.create({ name: ja('統制'), domain: 'data', weight: 'key', design: 'planned' })
    expect(
      await refusal(
        client.requirement.linkControls({ links: [{ itemId: 'CMG-D01', controlId: control.id }], answers: true }),
      ),
    ).toMatchObject({ code: 'REQUIREMENT_UNKNOWN' })
  })
})

describe('versions', () => {
  test('a register answered under 1.1 is taken to 1.2: answers carry over marked, what changed is asked again', async () => {
    const setting = await company()
    const { client } = setting
    const old = await client.requirement.adopt({ packId: 'AIGB', packVersion: '1.1' })
    const system = await client.system.create({ name: ja('要約'), roles: ['business_user'] })
    await client.requirement.answer({
      places: [place('AIGB-C-7-3', system.id, '1.1'), place('AIGB-U-2-1', system.id, '1.1')],
      state: 'met',
      note: '1.1で確認',
    })
    await client.requirement.answer({
      places: [place('AIGB-G-2-1', null, '1.1')],
      state: 'partly',
      note: null,
    })
    const overview = await client.requirement.overview()
    expect(overview.offered.find(({ id }) => id === 'AIGB')).toMatchObject({ version: '1.2', replaces: '1.1' })

    const adopted = await client.requirement.adopt({ packId: 'AIGB', packVersion: '1.2' })
    expect(adopted.carried).toBe(3)
    expect(adopted.reopened).toHaveLength(12)
    const { packs } = await client.requirement.system({ id: system.id })
    const answer = packs[0]?.items.find(({ item }) => item.id === 'AIGB-C-7-3')?.standing?.answer
    expect(answer).toMatchObject({ packVersion: '1.2', state: 'met', note: '1.1で確認', carriedFrom: '1.1' })
    const now = await client.requirement.overview()
    expect(now.held.map(({ head, to, carried }) => [head.version, to === null, carried])).toEqual([
      ['1.1', false, 0],
      ['1.2', true, 3],
    ])
    // The older version stays readable, and stays as it was.
    const before = await client.requirement.pack({ id: old.id })
    expect(before.items.find(({ item }) => item.id === 'AIGB-G-2-1')?.company?.standing).toBe('partly')
    // Answered anew, an answer is one of its own.
    await client.requirement.answer({ places: [place('AIGB-C-7-3', system.id)], state: 'met', note: '1.2で確認' })
    expect((await client.requirement.overview()).held.map(({ carried }) => carried)).toEqual([0, 2])
    expect(await refusal(client.requirement.adopt({ packId: 'AIGB', packVersion: '1.1' }))).toMatchObject({
      code: 'REQUIREMENT_PACK_HELD',
    })
    // One step back, and 1.1 holds again.
    const steps = await client.undo.state()
    await client.undo.undo({ transaction: steps.undo?.transaction ?? 0 })
    const { undo } = await client.undo.state()
    expect(undo?.operation).toBe('requirement.adopt')
    await client.undo.undo({ transaction: undo?.transaction ?? 0 })
    expect((await client.requirement.overview()).held.map(({ head, to }) => [head.version, to])).toEqual([
      ['1.1', null],
    ])
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })

  test('an older version does not replace a newer one', async () => {
    const { client } = await withPacks()
    expect(await refusal(client.requirement.adopt({ packId: 'AIGB', packVersion: '1.1' }))).toMatchObject({
      code: 'REQUIREMENT_PACK_OLDER',
      facts: { held: '1.2' },
    })
  })
})

describe('files', () => {
  test('a library is looked into, taken in as unverified, answered, and written out again', async () => {
    const { setting, client } = await withPacks()
    const nodes = [
      { urn: 'urn:x:1', assessable: false, ref_id: '1', name: 'Governance' },
      { urn: 'urn:x:1.1', parent_urn: 'urn:x:1', assessable: true, ref_id: '1.1', name: 'An owner is named' },
    ]
    writeFileSync(
      join(setting.folder, 'house.yaml'),
      JSON.stringify({
        urn: 'urn:x:library',
        locale: 'en',
        version: 2,
        objects: { framework: { urn: 'urn:x:framework', name: 'House rules', requirement_nodes: nodes } },
      })
        // JSON is YAML too; a line before it makes it no JSON.
        .replace(/^/, '# house rules\n'),
    )
    const token = await tokenFor(setting, 'house.yaml')
    expect(await client.requirement.lookInto({ token })).toMatchObject({
      fileName: 'house.yaml',
      origin: 'unverified',
      packs: [{ id: 'urn:x:framework', version: '2', count: 1, replaces: null }],
      matrices: [],
      horizon: null,
    })
    const {
      packs: [adopted],
    } = await client.requirement.install({ token })
    const id = adopted?.id ?? ''
    await client.requirement.answer({
      places: [{ packId: 'urn:x:framework', packVersion: '2', itemId: 'urn:x:1.1', systemId: null }],
      state: 'met',
      note: null,
    })
    const { pack } = await client.requirement.pack({ id })
    expect([pack.origin, pack.fileName, pack.company.claimed]).toEqual(['unverified', 'house.yaml', 1])
    const written = await client.requirement.writeLibrary({ id, folder: await folderToken(setting) })
    const library = readLibrary(parse(readFileSync(join(setting.folder, written.name), 'utf8')))
    expect(library.packs[0]?.items.map(({ number, title }) => [number?.ja, title.en?.text])).toEqual([
      ['1', 'Governance'],
      ['1.1', 'An owner is named'],
    ])
  })

  test('a pack is signed only by a key of the publisher', () => {
    const folder = temporaryFolder()
    const text = readFileSync(join(packsFolder, 'cmg-3.0.json'), 'utf8')
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    const signed = (pack: string, signature: Buffer) => {
      const file = join(folder, 'signed.json')
      const format = 'daicho-signed-requirement-pack/1'
      writeFileSync(file, JSON.stringify({ format, pack, signature: signature.toString('base64') }))
      return file
    }
    const good = sign(null, Buffer.from(text), privateKey)
    expect(readPackFile(signed(text, good), [pem])).toMatchObject({ origin: 'signed', packs: [{ id: 'CMG' }] })
    const issueOf = (file: string, keys: readonly string[]) => {
      try {
        readPackFile(file, keys)
      } catch (error) {
        if (error instanceof Problem) return error.facts.issue
      }
      return null
    }
    expect(issueOf(signed(text.replace('"3.0"', '"3.1"'), good), [pem])).toBe('SIGNATURE_WRONG')
    expect(issueOf(signed(text, good), [])).toBe('SIGNATURE_WRONG')
    const plain = join(folder, 'plain.json')
    writeFileSync(plain, text)
    expect(readPackFile(plain, [pem]).origin).toBe('unverified')
    const yaml = join(folder, 'broken.yaml')
    writeFileSync(yaml, 'urn: [1, 2')
    expect(issueOf(yaml, [])).toBe('NOT_YAML')
    writeFileSync(yaml, Buffer.from([0x93, 0xfa, 0x96, 0x7b]))
    expect(issueOf(yaml, [])).toBe('NOT_UTF8')
    // Nine lists of lists: unfolded, a thousand million entries.
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefgh'.charAt(index)}`).join(', ')}]`,
        ),
    ]
    writeFileSync(yaml, bomb.join('\n'))
    expect(issueOf(yaml, [])).toBe('NOT_YAML')
  })
})

test('the board is asked in the same way: spine and questions stand for the company', async () => {
  const { client } = await withPacks()
  const { id } = await client.requirement.adopt({ packId: 'XW', packVersion: '1' })
  const detail = await client.requirement.pack({ id })
  expect(detail.items.map(({ company }) => company?.standing)).toEqual(
    Array.from<Standing>({ length: 20 }).fill('unanswered'),
  )
  expect(detail.referred['CMG-D01']?.title.ja?.text).toBe(
    'サイバーセキュリティリスクの認識、組織全体での対応方針の策定',
  )
})

describe('what follows from how the items stand', () => {
  const answered = async () => {
    const setting = await withPacks()
    const { client, system, approver } = setting
    const spine = await client.requirement.adopt({ packId: 'XW', packVersion: '1' })
    await client.requirement.answer({
      places: [place('AIGB-C-3-1', system.id), place('AIGB-U-2-1', system.id)],
      state: 'met',
      note: '点検表 2026-10',
    })
    await client.requirement.answer({
      places: [place('AIGB-C-3-2', system.id)],
      state: 'not_met',
      note: '人の確認なし',
    })
    await client.requirement.declareNotApplicable({
      places: [place('AIGB-C-8-2', system.id)],
      reason: '対象者がいない',
      approverPersonId: approver.id,
    })
    return { ...setting, spine: spine.id }
  }

  test('coverage is counted by principle, role, unit and system, and each sum is the sum of its items', async () => {
    const { client, system, packRecord } = await answered()
    const { rows, packs } = await client.requirement.coverage()
    expect(packs.map(({ version }) => version)).toEqual(['1.2', '1'])
    const of = (dimension: string, key: string | null) =>
      rows.find((row) => row.packId === packRecord && row.dimension === dimension && row.key === key)?.coverage
    expect(of('principle', 'AIGB-C-3')).toEqual({
      evidenced: 0,
      claimed: 1,
      partly: 0,
      not_met: 1,
      unanswered: 1,
      not_applicable: 0,
    })
    expect(of('principle', 'AIGB-C-8')).toMatchObject({ not_applicable: 1, unanswered: 2 })
    const whole = { evidenced: 0, claimed: 2, partly: 0, not_met: 1, unanswered: 34, not_applicable: 1 }
    for (const [dimension, key] of [
      ['systems', null],
      ['role', 'business_user'],
      ['unit', null],
      ['system', system.id],
    ] as const)
      expect([dimension, of(dimension, key)]).toEqual([dimension, whole])
  })

  test('gaps are what is not met, unanswered or half there, the worst first, with who answers', async () => {
    const { client, system, packRecord, approver, spine } = await answered()
    const all = await client.requirement.gaps({ packId: null, standings: [], subject: 'all', most: 5000 })
    // Of the system; of the company: 12 of Hiroshima, 6 of the executives, 14 action goals and 7 below them; the spine.
    expect(all.counts).toEqual({ not_met: 1, unanswered: 34 + 39 + 20, partly: 0 })
    expect(all.total).toBe(all.rows.length)
    const [first] = all.rows
    expect(first).toMatchObject({
      packId: packRecord,
      item: { id: 'AIGB-C-3-2' },
      systemId: system.id,
      standing: 'not_met',
      given: { note: '人の確認なし', on: today },
      executive: { state: 'held', personId: approver.id },
      owner: { state: 'unregistered' },
    })
    expect(all.labels[approver.id]?.name.ja).toBe('久保 恵')
    const company = await client.requirement.gaps({ packId: spine, standings: [], subject: 'company', most: 3 })
    expect([company.total, company.rows.map(({ item }) => item.id)]).toEqual([20, ['XW-01', 'XW-02', 'XW-03']])
    const half = await client.requirement.gaps({ packId: null, standings: ['partly'], subject: 'all', most: 5000 })
    expect([half.total, half.counts.not_met]).toEqual([0, 1])
  })

  test('the statement of applicability says of every item whether it applies, and who decided that it does not', async () => {
    const { client, system, packRecord, approver } = await answered()
    const { rows } = await client.requirement.applicability({ id: packRecord })
    const of = (id: string) => rows.find(({ item }) => item.id === id)
    expect(of('AIGB-C-8-2')).toMatchObject({
      applies: 'no',
      asked: 1,
      exclusions: [{ systemId: system.id, reason: '対象者がいない', approverPersonId: approver.id, on: today }],
    })
    expect(of('AIGB-C-3-1')).toMatchObject({ applies: 'yes', asked: 1, exclusions: [] })
    expect(of('AIGB-D-2-1')).toMatchObject({ applies: 'not_asked', asked: 0 })
    expect(of('AIGB-D-4-1')).toBeUndefined()
  })

  test('each is a file of its own, whole, beside what is there', async () => {
    const { client, setting, system } = await answered()
    const folder = await folderToken(setting)
    const rows = async (table: 'coverage' | 'gaps' | 'applicability') => {
      const { name } = await client.requirement.writeTable({ table, folder })
      const text = readFileSync(join(setting.folder, name), 'utf8')
      return { name, rows: parseCsv<Record<string, string>>(text, { columns: true, bom: true }) }
    }
    const gaps = await rows('gaps')
    expect(gaps.name).toBe(`requirement_gaps-${today}.csv`)
    expect(gaps.rows).toHaveLength(94)
    expect(gaps.rows.find(({ item }) => item === 'AIGB-C-3-2')).toMatchObject({
      pack: 'AIGB',
      version: '1.2',
      system_code: system.code,
      standing_code: 'not_met',
      standing_ja: '未対応',
      executive: '久保 恵',
      owner_state_code: 'unregistered',
      note: '人の確認なし',
    })
    const applicability = await rows('applicability')
    expect(applicability.rows.find(({ item }) => item === 'AIGB-C-8-2')).toMatchObject({
      applies_code: 'no',
      exclusions: `${system.code}: 対象者がいない (久保 恵, ${today})`,
    })
    const coverage = await rows('coverage')
    expect(coverage.rows.find(({ key }) => key === 'AIGB-C-3')).toMatchObject({
      dimension_code: 'principle',
      name_ja: '公平性',
      applying: '3',
      claimed: '1',
      evidenced_share: '0',
    })
    expect((await rows('gaps')).name).toBe(`requirement_gaps-${today}-2.csv`)
  })

  test('the cross-walk proposes controls for items that none answers, with its reason, and a person takes them', async () => {
    const { client, packRecord, spine } = await answered()
    const control = await client.control.create({
      name: ja('リスク評価の手順'),
      domain: 'organisation',
      weight: 'key',
      design: 'planned',
    })
    await client.requirement.linkControls({ links: [{ itemId: 'XW-06', controlId: control.id }], answers: true })
    const { rows, referred } = await client.requirement.suggestions({ id: packRecord })
    const proposed = rows.map(({ item, controls }) => [item.id, controls.map(({ grounds }) => grounds)])
    expect(Object.fromEntries(proposed)).toMatchObject({ 'AIGB-G-1-1': [[{ itemId: 'XW-06', row: 'XW-06' }]] })
    expect(referred['XW-06']?.title.ja?.text).toBe('リスク評価')
    const links = rows.flatMap(({ item, controls }) =>
      controls.map((each) => ({ itemId: item.id, controlId: each.control.id })),
    )
    await client.requirement.linkControls({ links, answers: true })
    // What it answers now may stand in further rows: those propose it for further items, never for these.
    const after = await client.requirement.suggestions({ id: packRecord })
    const taken = new Set(links.map(({ itemId }) => itemId))
    expect(after.rows.filter(({ item }) => taken.has(item.id))).toEqual([])
    expect((await client.requirement.suggestions({ id: spine })).rows.map(({ item }) => item.id)).not.toContain('XW-06')
    await client.undo.undo({})
    expect((await client.requirement.suggestions({ id: packRecord })).rows).toHaveLength(rows.length)
  })
})

describe('the board’s questions', () => {
  test('are answered or open, with who owes what by when and what the figures say', async () => {
    const { setting, client, approver } = await withPacks()
    expect(await client.requirement.questions()).toEqual({ pack: null, questions: [], labels: {} })
    const { id } = await client.requirement.adopt({ packId: 'BQ', packVersion: '1' })
    const at = (itemId: string) => ({ packId: 'BQ', packVersion: '1', itemId, systemId: null })
    const says = (state: 'met' | 'partly' | 'not_met', itemIds: string[], owed: { ownerId?: string; dueOn?: string }) =>
      client.requirement.answer({ places: itemIds.map(at), state, note: '取締役会で説明', ...owed })
    await says('met', ['BQ-01'], {})
    await says('partly', ['BQ-02'], { ownerId: approver.id, dueOn: today })
    await says('not_met', ['BQ-03'], { ownerId: approver.id, dueOn: '2026-03-31' })
    // What is left out stays: the owner and the day of the first answer.
    await says('not_met', ['BQ-02'], {})
    await client.requirement.declareNotApplicable({
      places: [at('BQ-14')],
      reason: '外部の供給者がない',
      approverPersonId: approver.id,
    })
    const byNobody = client.requirement.answer({ places: [at('BQ-04')], state: 'met', note: null, ownerId: id })
    expect(await refusal(byNobody)).toMatchObject({ code: 'NOT_FOUND' })

    const { pack, questions, labels } = await client.requirement.questions()
    expect([pack?.packId, questions.length]).toEqual(['BQ', 22])
    const shown = questions
      .filter(({ answer }) => answer !== null)
      .map(({ item, state, answer }) => [item.id, state, answer?.ownerId ?? null, answer?.dueOn ?? null])
    expect(shown).toEqual([
      ['BQ-01', 'answered', null, null],
      // Due today is not overdue.
      ['BQ-02', 'open', approver.id, today],
      ['BQ-03', 'overdue', approver.id, '2026-03-31'],
      ['BQ-14', 'answered', null, null],
    ])
    expect(questions.filter(({ state }) => state === 'open')).toHaveLength(19)
    expect(labels[approver.id]?.name.ja).toBe('久保 恵')
    expect(questions[0]?.figures.map(({ id: figure, value, status }) => [figure, value, status])).toEqual([
      ['K01', 1, 'within'],
      ['K02', 1, 'within'],
    ])

    const { name } = await client.requirement.writeTable({ table: 'questions', folder: await folderToken(setting) })
    const rows = parseCsv<Record<string, string>>(readFileSync(join(setting.folder, name), 'utf8'), {
      columns: true,
      bom: true,
    })
    expect(rows).toHaveLength(22)
    expect(rows[2]).toMatchObject({
      item: 'BQ-03',
      title_evidence_ja: 'O',
      question_state_code: 'overdue',
      standing_code: 'not_met',
      figures: 'KRI-13: no_data',
      question_owner: '久保 恵',
      due_on: '2026-03-31',
      references: 'AIGB-C-8-1 | IB-2',
    })
    expect(rows[0]).toMatchObject({ figures: 'K01: 1 (within) | K02: 1 (within)', note: '取締役会で説明' })
    const page = (await client.pack.model({ packId: null, language: 'ja' })).pages.find(
      ({ key }) => key === 'boardQuestions',
    )
    expect(page?.title).toEqual({ key: 'pack.boardQuestions.title', facts: { count: 2, total: 22 } })
    expect(page?.lead).toEqual([{ key: 'pack.lead.boardQuestions', facts: { overdue: 1, ownerless: 18 } }])
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })
})

test('every operation on requirements was called above', () => {
  const own = (path: string) => path.startsWith('requirement.')
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
