/** Vendors, what they supply and contracts as the window calls them: the verbs, what they refuse, and what follows. */
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { changesOperation } from '#test/support/changes-operation.ts'
import { called, company, operations, refusal, resultOf, today } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const supplied = { kinds: ['service' as const], product: null, from: null, to: null }

async function withVendor() {
  const { client } = await company()
  const system = await client.system.create({ name: ja('顧客応対'), tier: 'high', personalData: 'yes' })
  const vendor = await client.vendor.create({ name: ja('ひばりクラウド') })
  return { client, system, vendor }
}

describe('what a vendor supplies', () => {
  test('is registered once, changed, ended, begun anew, and taken back where it was a mistake', async () => {
    const { client, system, vendor } = await withVendor()
    const ids = { vendorId: vendor.id, systemId: system.id }
    const first = await client.vendor.addSupply({ ...ids, ...supplied, from: '2025-04-01' })
    expect(await refusal(client.vendor.addSupply({ ...ids, ...supplied, from: '2026-04-01' }))).toEqual({
      code: 'PERIOD_OVERLAPS',
      facts: { from: '2025-04-01', to: null },
    })
    expect(
      await refusal(client.vendor.changeSupply({ ...first, ...supplied, from: '2026-04-01', to: '2026-03-31' })),
    ).toMatchObject({ code: 'PERIOD_REVERSED' })
    const ended = await client.vendor.changeSupply({ ...first, from: '2025-04-01', to: '2026-03-31' })
    expect(ended).toEqual({ ...first, to: '2026-03-31', version: 2 })
    const again = await client.vendor.addSupply({ ...ids, ...supplied, from: '2026-04-01' })
    expect((await client.system.get({ id: system.id })).derived.supply).toEqual({
      vendorIds: [vendor.id],
      cover: 'missing',
      contracts: [],
    })
    expect(await refusal(client.vendor.withdrawSupply({ id: again.id, version: 1, reason: ' ' }))).toMatchObject({
      code: 'REASON_REQUIRED',
    })
    await client.vendor.withdrawSupply({ id: again.id, version: 1, reason: '誤記' })
    expect((await client.system.get({ id: system.id })).derived.supply).toEqual({
      vendorIds: [],
      cover: 'none',
      contracts: [],
    })
    const gone = await client.vendor.withdraw({ id: vendor.id, version: 1, reason: '取引終了' })
    expect(await refusal(client.vendor.addSupply({ ...ids, ...supplied, from: today }))).toEqual({
      code: 'WITHDRAWN',
      facts: { noun: 'vendor', id: gone.id },
    })
  })

  test('is made of what systems call their vendors: one change, one undo', async () => {
    const { client, vendor } = await withVendor()
    const named = async (name: string, text: string) =>
      (await client.system.create({ name: ja(name), vendor: text })).id
    const systems = [
      await named('応答', 'ひばりクラウド株式会社'),
      await named('要約', 'みなとデータ分析'),
      await named('予測', 'みなと データ分析'),
      await named('推薦', 'みなとデータ分析（株）'),
      await named('読取', '白樺ソフトウェア'),
    ]
    const { texts } = await client.vendor.texts()
    expect(texts).toEqual([
      { key: 'みなとでーた分析', text: 'みなと データ分析', systems: 2, vendorIds: [], like: null },
      { key: 'ひばりくらうど株式会社', text: 'ひばりクラウド株式会社', systems: 1, vendorIds: [vendor.id], like: null },
      {
        key: 'みなとでーた分析株',
        text: 'みなとデータ分析（株）',
        systems: 1,
        vendorIds: [],
        like: 'みなとでーた分析',
      },
      { key: '白樺そふとうぇあ', text: '白樺ソフトウェア', systems: 1, vendorIds: [], like: null },
    ])
    const row = (key: string, count: number, target: object) => ({ key, systems: count, target }) as never
    const minato = row('みなとでーた分析', 2, { kind: 'new', name: ja('みなとデータ分析') })
    const like = row('みなとでーた分析株', 1, { kind: 'like', key: 'みなとでーた分析' })
    const adopt = (...rows: never[]) => client.vendor.adoptTexts({ kinds: ['service'], rows })
    expect(await refusal(adopt(like))).toMatchObject({ code: 'INVALID', facts: { issue: 'LIKE_NOT_TAKEN' } })
    expect(
      await refusal(adopt(row('みなとでーた分析株', 1, { kind: 'like', key: 'みなとでーた分析株' }))),
    ).toMatchObject({ code: 'INVALID', facts: { issue: 'LIKE_NOT_TAKEN' } })
    expect(await refusal(adopt(row('みなとでーた分析', 3, { kind: 'new', name: ja('みなと') })))).toMatchObject({
      code: 'PREVIEW_OUTDATED',
    })
    const hibari = row('ひばりくらうど株式会社', 1, { kind: 'vendor', vendorId: vendor.id })
    expect(await adopt(like, minato, hibari)).toEqual({ vendors: 1, supplies: 4 })
    const suppliers = async () =>
      await Promise.all(
        systems.map(async (id) => {
          const { derived, labels } = await client.system.get({ id })
          return derived.supply.vendorIds.map((each) => labels[each]?.code)
        }),
      )
    expect(await suppliers()).toEqual([['VEN-0001'], ['VEN-0002'], ['VEN-0002'], ['VEN-0002'], []])
    expect((await client.vendor.texts()).texts.map(({ text }) => text)).toEqual(['白樺ソフトウェア'])
    // The text stays as it came.
    expect((await client.system.get({ id: systems[2] ?? '' })).record.vendor).toBe('みなと データ分析')
    expect((await client.undo.undo({})).step).toMatchObject({ operation: 'vendor.adoptTexts' })
    expect(await suppliers()).toEqual([[], [], [], [], []])
    await client.undo.redo({})
    expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
  })
})

test('a review sets what was found, its day and the next review by the cycle', async () => {
  const { client, vendor } = await withVendor()
  const evidence = await client.evidence.create({ name: ja('認証の写し'), kind: 'certificate' })
  const review = {
    id: vendor.id,
    version: 1,
    on: today,
    security: 'sound' as const,
    securityEvidenceIds: [evidence.id],
    finance: 'unknown' as const,
    financeEvidenceIds: [],
    nextReviewOn: null,
  }
  expect(await refusal(client.vendor.review({ ...review, on: '2999-01-01' }))).toMatchObject({
    facts: { field: 'securityOn', issue: 'IN_FUTURE' },
  })
  const reviewed = await client.vendor.review(review)
  const [year = '', ...rest] = today.split('-')
  expect(reviewed).toEqual({
    ...vendor,
    version: 2,
    security: 'sound',
    securityOn: today,
    securityEvidenceIds: [evidence.id],
    // Without a tier it counts as high: a year.
    nextReviewOn: [String(Number(year) + 1), ...rest].join('-'),
  })
  expect((await client.vendor.get({ id: vendor.id })).derived).toMatchObject({ security: 'recent', finance: 'unknown' })
  expect(await refusal(client.vendor.review(review))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
})

test('a contract says what the APPI asks of it and nobody has answered, on its systems and vendor too', async () => {
  const { client, system, vendor } = await withVendor()
  await client.vendor.addSupply({ vendorId: vendor.id, systemId: system.id, ...supplied })
  const made = await client.contract.create({
    name: ja('利用契約'),
    vendorId: vendor.id,
    systemIds: [system.id],
    personalData: 'no',
  })
  const open = async () => (await client.contract.get({ id: made.id })).derived.appi.map(({ question }) => question)
  expect(await open()).toEqual(['basis', 'countries'])
  const { derived } = await client.system.get({ id: system.id })
  expect(derived.supply.cover).toBe('covered')
  expect(derived.supply.contracts).toEqual([(await client.contract.get({ id: made.id })).derived])
  expect((await client.vendor.get({ id: vendor.id })).derived.contracts).toEqual(derived.supply.contracts)
  const patch = (version: number, values: object) => client.contract.update({ id: made.id, version, patch: values })
  expect(await refusal(patch(1, { dataBasis: 'not_handled' }))).toMatchObject({
    code: 'INVALID',
    facts: { field: 'dataBasis', issue: 'GROUNDS_REQUIRED' },
  })
  expect(await refusal(patch(1, { from: '2026-04-01', to: '2026-03-31' }))).toMatchObject({ code: 'PERIOD_REVERSED' })
  await patch(1, { dataBasis: 'entrustment', dataCountries: ['US'], selectedOn: '2026-01-10' })
  expect(await open()).toEqual(['agreement', 'checking', 'route'])
  const found = (await resultOfQuality(client)).map(({ rule, looked, count }) => [rule, looked, count])
  expect(found).toEqual([
    ['DQ-57', 1, 0],
    ['DQ-58', 1, 1],
    ['DQ-59', 1, 1],
    ['DQ-60', 1, 0],
    ['DQ-61', 1, 0],
    ['DQ-62', 0, 0],
    ['DQ-63', 1, 1],
  ])
})

type Client = Awaited<ReturnType<typeof withVendor>>['client']
async function resultOfQuality(client: Client) {
  const { rules } = await client.quality.read({
    day: null,
    unitId: null,
    ownerId: null,
    noun: null,
    severity: null,
    rule: null,
    most: 1,
  })
  return rules
    .filter(({ id }) => Number(id.slice(3)) >= 57 && Number(id.slice(3)) <= 63)
    .map(({ id, looked, found }) => ({ rule: id, looked, count: found }))
}

test('every operation of vendors and contracts was called above, or with those of all records', () => {
  const plain = /\.(?:list|get|create|update|withdraw)$/
  const own = (path: string) => /^(?:vendor|contract)\./.test(path) && !changesOperation(path) && !plain.test(path)
  expect([...called].filter(own).sort()).toEqual(operations(contract).filter(own).sort())
})
