/** What is asked of lists over the contract: conditions, counts, order, groups, places, saved views and the list as CSV. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtInViews } from '#shared/contract/built-in-views.ts'
import { contract } from '#shared/contract/contract.ts'
import type { Condition, ListInput } from '#shared/contract/list.ts'
import { isGroupable, isSortable, listFields } from '#shared/domain/list-fields.ts'
import { codedNouns } from '#shared/domain/nouns.ts'
import {
  called,
  company,
  folderToken,
  operations,
  refusal,
  reports,
  resultOf,
  type Serving,
  today,
} from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })
const nobody = '01900000-0000-7000-8000-999999999999'
const values = (...wanted: (string | null)[]): Condition => ({ kind: 'values', values: wanted })

/** Two divisions, one below the other, two executives, one of whom has left, and six systems. */
async function register(): Promise<Serving & { readonly ids: Readonly<Record<string, string>> }> {
  const setting = await company()
  const { client } = setting
  const head = await client.unit.create({ name: ja('物流事業部'), kind: 'division' })
  const centre = await client.unit.create({ name: ja('第二センター'), kind: 'division', parentId: head.id })
  const yoshioka = await client.person.create({ name: ja('吉岡 直樹'), reading: 'よしおか なおき' })
  const ishii = await client.person.create({ name: ja('石井 裕子'), reading: 'いしい ゆうこ' })
  const sales = await client.post.create({ name: ja('営業担当役員'), kind: 'executive' })
  const logistics = await client.post.create({ name: ja('物流担当役員'), kind: 'executive' })
  await client.accountability.startTerm({
    postId: sales.id,
    personId: yoshioka.id,
    capacity: 'holder',
    from: '2025-04-01',
    to: null,
  })
  const term = { postId: logistics.id, personId: ishii.id, capacity: 'holder' as const }
  await client.accountability.startTerm({ ...term, from: '2025-04-01', to: '2026-09-30' })
  const system = async (name: string, more: object, postId: string | null) => {
    const made = await client.system.create({ name: ja(name), ...more })
    if (postId !== null)
      await client.accountability.assign({
        role: 'accountable_executive',
        subject: 'system',
        subjectId: made.id,
        postId,
        personId: null,
        from: '2025-04-01',
      })
    return made
  }
  await system(
    '配送ルート最適化',
    { reading: 'はいそうるーと', tier: 'medium', unitId: head.id, nextReviewOn: '2026-11-10' },
    logistics.id,
  )
  await system(
    '倉庫カメラ検知',
    { reading: 'そうこかめら', tier: 'high', unitId: centre.id, nextReviewOn: '2026-12-01' },
    logistics.id,
  )
  await system('需要予測', { reading: 'じゅようよそく', tier: 'low', nextReviewOn: '2027-03-31' }, sales.id)
  await system('議事録の要約', { reading: 'ぎじろく', vendor: 'ｶﾅ商会', nextReviewOn: '2026-12-24' }, sales.id)
  await system('OCR', { tier: 'high', vendor: 'カナ商会' }, null)
  await system('あいさつ文', { reading: 'あいさつ', vendor: '=cmd|calc' }, null)
  return { ...setting, ids: { head: head.id, centre: centre.id, yoshioka: yoshioka.id, ishii: ishii.id } }
}

async function codes({ client }: Serving, window: ListInput): Promise<string[]> {
  const { rows } = await client.system.list(window)
  return rows.map(({ record }) => record.code.replace('SYS-000', ''))
}

describe('lists', () => {
  test('are narrowed by values, blanks, ranges, days from today, words in a text, and a unit with all below it', async () => {
    const setting = await register()
    const { ids } = setting
    const cases: readonly [filters: Readonly<Record<string, Condition>>, found: string][] = [
      [{ tier: values('high') }, '2 5'],
      [{ tier: values('low', null) }, '3 4 6'],
      [{ executive: values(ids.yoshioka ?? '') }, '3 4'],
      [{ executive: values('vacant') }, '1 2'],
      [{ executive: values(null) }, '5 6'],
      [{ executive: values('vacant', null), tier: values('high') }, '2 5'],
      [{ unitId: values(ids.head ?? '') }, '1'],
      [{ unitId: { kind: 'values', values: [ids.head ?? ''], below: true } }, '1 2'],
      [{ nextReviewOn: { kind: 'daysFromToday', from: null, to: -1 } }, '1'],
      [{ nextReviewOn: { kind: 'daysFromToday', from: 0, to: 30 } }, '2 4'],
      [{ nextReviewOn: { kind: 'range', from: '2026-12-01', to: '2027-03-31' } }, '2 3 4'],
      [{ nextReviewOn: { kind: 'blank' } }, '5 6'],
      [{ vendor: { kind: 'filled' } }, '4 5 6'],
      // Half-width and full-width kana are one.
      [{ vendor: { kind: 'contains', text: 'かな' } }, '4 5'],
      [{ risks: { kind: 'range', from: 0, to: 0 } }, '1 2 3 4 5 6'],
      [{ changedSincePack: values('yes') }, ''],
    ]
    for (const [filters, found] of cases)
      expect([filters, (await codes(setting, { filters })).join(' ')]).toEqual([filters, found])
    expect(await refusal(setting.client.system.list({ filters: { sourceNotes: { kind: 'filled' } } }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'system', field: 'sourceNotes', issue: 'NOT_A_LIST_FIELD' },
    })
  })

  test('find words of two characters, either kana, either width, and half-typed codes', async () => {
    const setting = await register()
    const cases: readonly [search: string, found: string][] = [
      ['予測', '3'],
      ['需要予測', '3'],
      ['ジュヨウ', '3'],
      ['ｏｃｒ', '5'],
      ['倉庫 検知', '2'],
      ['倉庫 予測', ''],
      ['sys-2', '2'],
      ['SYS4', '4'],
      ['ＳＹＳ－５', '5'],
      ['6', '6'],
      ['sys-0003', '3'],
      ['rsk-1', ''],
    ]
    for (const [search, found] of cases)
      expect([search, (await codes(setting, { search })).join(' ')]).toEqual([search, found])
  })

  test('are sorted by several columns, Japanese by reading, tiers by their meaning, what is blank last either way', async () => {
    const setting = await register()
    const by = (...keys: string[]) =>
      codes(setting, {
        sort: keys.map((key) => ({
          field: key.replace('-', ''),
          direction: key.startsWith('-') ? ('descending' as const) : ('ascending' as const),
        })),
      })
    expect((await by('name')).join(' ')).toBe('5 6 4 3 2 1')
    expect((await by('tier', '-nextReviewOn')).join(' ')).toBe('2 5 1 3 4 6')
    expect((await by('-tier', 'name')).join(' ')).toBe('3 1 5 2 6 4')
    // A vacancy before people, people by their reading, nobody at the end.
    expect((await by('executive', '-code')).join(' ')).toBe('2 1 4 3 6 5')
    await setting.client.person.update({
      id: setting.ids.yoshioka ?? '',
      version: 1,
      patch: { email: 'n@example.com' },
    })
    expect((await by('executive', '-code')).join(' ')).toBe('2 1 4 3 6 5')
  })

  test('follow each change: new records, other values, and who answers', async () => {
    const setting = await register()
    const { client, ids } = setting
    const query = { filters: { tier: values('high') }, sort: [{ field: 'name', direction: 'ascending' as const }] }
    expect(await codes(setting, query)).toEqual(['5', '2'])
    await client.system.create({ name: ja('異常検知'), reading: 'いじょう', tier: 'high' })
    expect(await codes(setting, query)).toEqual(['5', '7', '2'])
    const [first] = (await client.system.list({ search: 'OCR' })).rows
    await client.system.update({ id: first?.record.id ?? '', version: 1, patch: { tier: 'low', reading: 'んん' } })
    expect(await codes(setting, query)).toEqual(['7', '2'])
    expect(await codes(setting, { filters: { executive: values('vacant') } })).toEqual(['1', '2'])
    const [post] = (await client.post.list({ search: '物流' })).rows
    await client.accountability.startTerm({
      postId: post?.record.id ?? '',
      personId: ids.yoshioka ?? '',
      capacity: 'holder',
      from: '2026-10-01',
      to: null,
    })
    expect(await codes(setting, { filters: { executive: values('vacant') } })).toEqual([])
    expect(await codes(setting, { filters: { executive: values(ids.yoshioka ?? '') } })).toEqual(['1', '2', '3', '4'])
  })

  test('are parted into groups that come first in the order, days by month, with their counts', async () => {
    const setting = await register()
    const grouped = await setting.client.system.list({
      group: 'nextReviewOn',
      sort: [{ field: 'name', direction: 'descending' }],
      limit: 2,
    })
    expect(grouped.groups).toEqual([
      { value: '2026-11', count: 1 },
      { value: '2026-12', count: 2 },
      { value: '2027-03', count: 1 },
      { value: null, count: 2 },
    ])
    expect(grouped.rows.map(({ record }) => record.code)).toEqual(['SYS-0001', 'SYS-0002'])
    const byUnit = await setting.client.system.list({ group: 'unitId' })
    expect(byUnit.groups?.map(({ value }) => byUnit.labels[value ?? '']?.name.ja)).toEqual([
      '物流事業部',
      '第二センター',
      undefined,
    ])
    expect((await refusal(setting.client.system.list({ group: 'purpose' }))).code).toBe('INVALID')
  })

  test('tell counts under the other conditions, of each condition alone, and where a record stands', async () => {
    const { client } = await register()
    const facets = await client.lists.facets({
      noun: 'system',
      filters: { tier: values('high'), executive: values('vacant', null) },
      fields: ['tier', 'executive', 'vendor'],
    })
    expect(facets.fields).toEqual({
      tier: [
        { value: 'high', count: 2 },
        { value: 'medium', count: 1 },
        { value: null, count: 1 },
      ],
      executive: [
        { value: 'vacant', count: 1 },
        { value: null, count: 1 },
      ],
      vendor: [
        { value: 'カナ商会', count: 1 },
        { value: null, count: 1 },
      ],
    })
    expect(facets.alone).toEqual({ tier: 2, executive: 4 })
    const [last] = (await client.system.list({ offset: 5, limit: 1 })).rows
    expect(await client.lists.place({ noun: 'system', id: last?.record.id ?? nobody })).toEqual({ place: 5 })
    expect(
      await client.lists.place({ noun: 'system', id: last?.record.id ?? nobody, filters: { tier: values('high') } }),
    ).toEqual({ place: null })
  })

  test('mean the person acting by "me", and nobody where none is chosen', async () => {
    const setting = await register()
    const { client, ids } = setting
    const mine = { filters: { answering: values('@me') } }
    expect(await codes(setting, mine)).toEqual([])
    await client.file.actAs({ personId: ids.yoshioka ?? null })
    expect(await codes(setting, mine)).toEqual(['3', '4'])
    await client.file.actAs({ personId: ids.ishii ?? null })
    expect(await codes(setting, mine)).toEqual([])
  })

  test('bring derived values on request, and take every list field of every noun for a column, a key and a group', async () => {
    const { client } = await register()
    const { rows } = await client.system.list({ values: ['executive', 'answering', 'risks', 'counted'], limit: 1 })
    expect(rows[0]?.values).toEqual({ executive: 'vacant', answering: [], risks: 0, counted: 'no' })
    for (const noun of codedNouns) {
      const fields = listFields[noun].filter(isSortable)
      for (const field of fields) {
        const answer = await client[noun].list({
          sort: [{ field: field.name, direction: 'descending' }],
          filters: { [field.name]: { kind: 'blank' } },
          group: isGroupable(field) ? field.name : null,
          values: field.derived === true ? [field.name] : [],
        })
        expect(answer.found).toBeLessThanOrEqual(answer.total)
      }
    }
  })

  test('have built-in views that the register understands', async () => {
    const { client } = await register()
    const [minutes] = (await client.system.list({ search: '議事録' })).rows
    const { id = nobody } = minutes?.record ?? {}
    await client.system.moveLifecycle({ id, version: 1, to: 'production', reason: '運用を始めた' })
    const counts: Record<string, readonly number[]> = {}
    for (const noun of codedNouns)
      counts[noun] = await client.lists.count({
        noun,
        sets: builtInViews[noun].map(({ filters }) => ({ filters: { ...filters } })),
      })
    expect(counts.system).toEqual([0, 0, 0, 1, 0, 0])
    expect(counts.post).toEqual([1, 0])
    expect(Object.keys(counts).sort()).toEqual([...codedNouns].sort())
  })
})

describe('saved views', () => {
  const view = {
    search: '',
    filters: { tier: { kind: 'values' as const, values: ['high'], below: false } },
    withdrawn: false,
    sort: [{ field: 'name', direction: 'ascending' as const }],
    group: 'tier',
    layout: { shown: ['code', 'name'], widths: { name: 300 }, density: 'compact' as const },
  }

  test('are saved under a name, renamed, replaced and removed, and leave the log alone', async () => {
    const { client } = await company()
    const events = (await client.file.status()).register?.events
    const saved = await client.views.save({ noun: 'system', name: ' 高区分 ', view })
    expect(saved).toEqual({ id: saved.id, noun: 'system', name: '高区分', view })
    expect(await refusal(client.views.save({ noun: 'system', name: '高区分', view }))).toEqual({
      code: 'INVALID',
      facts: { noun: 'savedView', field: 'name', issue: 'NAME_TAKEN' },
    })
    const other = await client.views.save({ noun: 'system', name: '中区分', view })
    expect((await refusal(client.views.rename({ id: other.id, name: '高区分' }))).code).toBe('INVALID')
    expect(await client.views.rename({ id: other.id, name: '中' })).toEqual({ ...other, name: '中' })
    const narrower = { ...view, search: '倉庫' }
    expect(await client.views.replace({ id: saved.id, view: narrower })).toEqual({ ...saved, view: narrower })
    expect((await client.views.list({ noun: 'system' })).saved).toEqual([
      { ...other, name: '中' },
      { ...saved, view: narrower },
    ])
    expect((await client.views.list({ noun: 'risk' })).saved).toEqual([])
    await client.views.remove({ id: other.id })
    expect(await refusal(client.views.remove({ id: other.id }))).toEqual({
      code: 'NOT_FOUND',
      facts: { noun: '', id: other.id },
    })
    expect((await client.file.status()).register?.events).toBe(events)
  })

  test('what was looked at last is kept for each register and noun', async () => {
    const setting = await company()
    const { client, preferences } = setting
    expect((await client.views.list({ noun: 'system' })).last).toBeNull()
    await client.views.remember({ noun: 'system', last: { view: 'all', state: view } })
    await client.views.remember({ noun: 'risk', last: { view: 'outsideAppetite', state: { ...view, group: null } } })
    expect((await client.views.list({ noun: 'system' })).last).toEqual({ view: 'all', state: view })
    expect(Object.keys(preferences.lists ?? {})).toHaveLength(1)
    // What another version has written is no list: it is as if nothing had been kept.
    preferences.lists = 'broken'
    expect((await client.views.list({ noun: 'system' })).last).toBeNull()
  })
})

describe('the list as CSV', () => {
  test('holds the chosen columns of the records that are shown, in their order, guarded', async () => {
    const setting = await register()
    const { client, folder } = setting
    const said = await reports(
      client.lists.export({
        noun: 'system',
        filters: { executive: values('vacant', null) },
        sort: [{ field: 'name', direction: 'ascending' }],
        group: 'tier',
        columns: ['code', 'name', 'executive', 'vendor', 'nextReviewOn', 'risks'],
        folder: await folderToken(setting),
      }),
    )
    const name = `AIシステム-${today}.csv`
    const result = said.at(-1)
    expect(result).toMatchObject({ kind: 'result', result: { name, rows: 4, guardedCells: 1 } })
    expect(readFileSync(join(folder, name), 'utf8')).toBe(
      [
        '\ufeff"区分","コード","名称","担当役員","委託先","次回見直し","リスクの数"',
        '"高","SYS-0005","OCR",,"カナ商会",,0',
        '"高","SYS-0002","倉庫カメラ検知","空席",,"2026-12-01",0',
        '"中","SYS-0001","配送ルート最適化","空席",,"2026-11-10",0',
        `,"SYS-0006","あいさつ文",,"'=cmd|calc",,0`,
        '',
      ].join('\r\n'),
    )
    // Nothing is written over, and nothing is left beside it.
    const again = await reports(
      client.lists.export({ noun: 'system', columns: ['code'], folder: await folderToken(setting) }),
    )
    expect(again.at(-1)).toMatchObject({ result: { name: `AIシステム-${today}-2.csv`, rows: 6 } })
    expect(readdirSync(folder).filter((each) => each.endsWith('.partial'))).toEqual([])
    const token = result?.kind === 'result' ? result.result.token : ''
    expect(await refusal(client.file.reveal({ token }))).toMatchObject({ code: 'CANNOT_REVEAL' })
  })
})

test('writing a long list says how far it is; cancelled, it leaves nothing in the folder', async () => {
  const setting = await company()
  const { client, folder } = setting
  const create = Array.from({ length: 2500 }, (_each, index) => ({ name: ja(`配送${String(index)}`) }))
  await client.system.updateMany({ records: [], create })
  const input = { noun: 'system' as const, columns: ['code', 'name'] }
  const said = await reports(client.lists.export({ ...input, folder: await folderToken(setting) }))
  expect(said.map((report) => (report.kind === 'progress' ? [report.done, report.total] : report.result.rows))).toEqual(
    expect.arrayContaining([[1000, 2500], [2000, 2500], 2500]),
  )
  const files = () => readdirSync(folder).filter((name) => !/^own\.(daicho|backups)/.test(name))
  const before = files()
  expect(before).toHaveLength(1)
  const abort = new AbortController()
  const again = { ...input, folder: await folderToken(setting) }
  const cancelled = async () => {
    for await (const report of await client.lists.export(again, { signal: abort.signal }))
      if (report.kind === 'progress' && report.done > 0) abort.abort()
  }
  await cancelled().catch(() => undefined)
  await expect.poll(files).toEqual(before)
  // The register is free again, and writes the next one under a name of its own.
  expect((await resultOf(client.lists.export({ ...input, folder: await folderToken(setting) }))).rows).toBe(2500)
  expect(files()).toHaveLength(2)
})

test('what Shift_JIS cannot hold of a list is told with its place before it is written', async () => {
  const setting = await company()
  const { client } = setting
  await client.system.updateMany({ records: [], create: [{ name: ja('配送〜計画') }] })
  const list = { noun: 'system' as const, columns: ['name'], search: '配送〜' }
  const { rows, digest } = await resultOf(client.lists.unheld(list))
  expect(rows.map(({ field, character, count }) => [field, character, count])).toEqual([['名称', '〜', 1]])
  const written = { ...list, folder: await folderToken(setting), encoding: 'cp932' as const }
  expect(await refusal(reports(client.lists.export(written)))).toEqual({
    code: 'CHARACTERS_UNHELD',
    facts: { count: 1 },
  })
  const again = { ...written, folder: await folderToken(setting), seen: digest }
  expect((await resultOf(client.lists.export(again))).name).toBe(`AIシステム-${today}-cp932.csv`)
})

test('every operation on lists was called above', () => {
  const ofLists = (path: string) => /^(lists|views)\./.test(path)
  expect([...called].filter(ofLists).sort()).toEqual(operations(contract).filter(ofLists).sort())
})
