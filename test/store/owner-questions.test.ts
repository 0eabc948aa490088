/** The workbook to a system owner, out and back: shown row by row, taken as far as a person says, one change, one undo. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commentsOn } from '#electron/register/comments.ts'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { askedOwners } from '#electron/register/owner-questions/owner-requests.ts'
import { digestOf, readOwnerAnswers, takeOwnerAnswers } from '#electron/register/owner-questions/read-owner-answers.ts'
import { writeOwnerQuestions } from '#electron/register/owner-questions/write-owner-questions.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { updateSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { readKey, readOwnerMark } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { daicho } from '#test/support/command-line.ts'
import { refusalOf, sourceOf, systemsOf } from '#test/support/import-files.ts'
import { temporaryFolder, testRegister } from '#test/support/register.ts'

const list =
  '管理番号,システム名,目的,部門,状態,担当者,次回見直し日\n1,与信の判定,=目的,審査部,本番,山本 彩,2026-09-01\n2,採用の選考,選考,人事部,試行,林 美咲,\n3,廃止済み,,人事部,廃止,林 美咲,\n'

async function asked() {
  const { register } = testRegister()
  await importSystems(register, sourceOf(list), {})
  const folder = temporaryFolder()
  const written = await writeOwnerQuestions(register, { folder, language: 'ja', ownerId: null, answerBy: '2026-05-31' })
  return { register, folder, written }
}

type Cells = string[][]

/** What the owner writes: cells by the field of the system, and the day and name on the cover. */
async function answered(
  path: string,
  answers: Readonly<Record<string, { answer?: string; correction?: string; remark?: string }>>,
  edit: (rows: Cells) => Cells = (rows) => rows,
  filledOn = '2026-04-20',
): Promise<void> {
  const sheets = await readWorkbook(readFileSync(path), { file: path })
  const table = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row): string[] => row.map(shownOf)) }))
  const [cover, questions] = table
  for (const row of cover?.rows ?? []) {
    if (row[0] === '記入日') row[1] = filledOn
    if (row[0] === '記入者') row[1] = '山本'
  }
  for (const row of questions?.rows ?? []) {
    const key = readKey(row[0] ?? '')
    const said = key === null ? undefined : answers[key.field]
    if (said === undefined) continue
    for (let column = 0; column < 9; column += 1) row[column] ??= ''
    row[6] = said.answer ?? ''
    row[7] = said.correction ?? ''
    row[8] = said.remark ?? ''
  }
  if (questions !== undefined) questions.rows = edit(questions.rows)
  const bytes = await writeWorkbook({
    title: 'x',
    at: '2026-04-20T00:00:00.000Z',
    sheets: table.map(({ name, rows }) => ({ name, columns: [], rows: rows.map((cells) => ({ cells })) })),
  })
  writeFileSync(path, bytes)
}

const states = async (register: Register, path: string) => {
  const { rows } = await readOwnerAnswers(register, path)
  return Object.fromEntries(rows.filter(({ state }) => state !== 'open').map(({ field, state }) => [field, state]))
}

test('each owner gets what the register believes of their systems, with hidden keys and words to choose', async () => {
  const { folder, written } = await asked()
  expect(written.map(({ code, systems, rows }) => [code, systems, rows])).toEqual([
    ['PSN-0001', 1, 18],
    ['PSN-0002', 1, 18],
  ])
  const [cover, questions, open] = await readWorkbook(readFileSync(join(folder, written[0]?.name ?? '')), { file: 'a' })
  expect([cover?.name, questions?.name, open?.name]).toEqual(['表紙', '確認', '未解決の点'])
  const row = questions?.rows.find((cells) => cells[4]?.shown === '目的')?.map(shownOf)
  expect(row?.slice(1, 6)).toEqual(['AIシステム', 'SYS-0001', '与信の判定', '目的', '=目的'])
  expect(readKey(row?.[0] ?? '')).toMatchObject({ noun: 'system', field: 'purpose', version: 1 })
  expect(open?.rows.length).toBeGreaterThan(1)
  expect(open?.rows.slice(1).every((cells) => cells[0]?.shown === 'SYS-0001')).toBe(true)
})

test('answers come back as a preview, are taken in one change with who said so, and one undo takes them back', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(
    path,
    {
      name: { answer: '正しい' },
      purpose: { answer: '違う', correction: '与信の可否を示す', remark: '4月に変わった' },
      lifecycle: { correction: '停止中' },
      kind: { correction: 'どれでもない' },
      nextReviewOn: { correction: '2026-10-01' },
      vendor: { answer: 'わからない' },
    },
    (rows) => [...rows.slice(0, 1), ...rows.slice(1).reverse()],
  )
  const [system] = systemsOf(register)
  if (system === undefined) throw new Error('no system')
  updateSystem(register, { id: system.id, version: system.version, patch: { nextReviewOn: '2026-08-01' } })
  const read = await readOwnerAnswers(register, path)
  expect(read).toMatchObject({ filledOn: '2026-04-20', filledBy: '山本', issuedOn: register.today(), lost: 0 })
  expect(await states(register, path)).toEqual({
    name: 'confirmed',
    purpose: 'change',
    lifecycle: 'byHand',
    kind: 'unreadable',
    nextReviewOn: 'conflict',
  })
  const conflict = read.rows.find(({ field }) => field === 'nextReviewOn')
  expect([conflict?.sent, conflict?.now, conflict?.after]).toEqual(['2026-09-01', '2026-08-01', '2026-10-01'])
  const byHand = read.rows.find(({ field }) => field === 'lifecycle')?.row ?? 0
  expect((await refusalOf(takeOwnerAnswers(register, path, [byHand]))).code).toBe('INVALID')
  expect(await takeOwnerAnswers(register, path, 'clear')).toMatchObject({ changed: 1, confirmed: 1 })
  const now = () => systemsOf(register)[0]
  expect([now()?.purpose.ja, now()?.nextReviewOn, now()?.lifecycle]).toEqual([
    '与信の可否を示す',
    '2026-08-01',
    'production',
  ])
  expect(commentsOn(register, system.id).comments.map(({ text }) => text)).toEqual([
    `山本の回答（2026-04-20記入、${register.today()}発行の確認票）\n目的：「与信の可否を示す」に訂正 4月に変わった\n名称：正しい`,
  ])
  // The same file again: what it corrected is so by now.
  expect(await states(register, path)).toMatchObject({ purpose: 'same', nextReviewOn: 'conflict' })
  // A row that changed meanwhile is taken only when a person names it.
  expect(await takeOwnerAnswers(register, path, [conflict?.row ?? 0])).toMatchObject({ changed: 1, confirmed: 0 })
  expect(now()?.nextReviewOn).toBe('2026-10-01')
  undoLast(register, null)
  expect(now()?.nextReviewOn).toBe('2026-08-01')
  undoLast(register, null)
  expect(now()?.purpose.ja).toBe('=目的')
  expect(commentsOn(register, system.id).comments).toEqual([])
  expect(await verifyRegister(register)).toEqual([])
})

test('an owner who is not says who is: another person owns the system from the day on which that is taken', async () => {
  const { register, written } = await asked()
  const [path = '', second = ''] = written.map(({ file }) => file)
  const owners = () =>
    [...recordTables.assignment.all(register.read)]
      .filter(({ role, withdrawn }) => role === 'system_owner' && withdrawn === null)
      .map(({ subjectId, personId, from, to }) => [
        recordTables.system.get(register.read, subjectId)?.code,
        recordTables.person.get(register.read, personId ?? '')?.code,
        from,
        to,
      ])
  const before = owners()
  expect(before).toEqual([
    ['SYS-0001', 'PSN-0001', null, null],
    ['SYS-0002', 'PSN-0002', null, null],
    ['SYS-0003', 'PSN-0002', null, null],
  ])
  await answered(path, {
    owner: { answer: '違う', correction: '林 美咲', remark: '4月に異動した' },
    name: { answer: '正しい' },
  })
  const row = (await readOwnerAnswers(register, path)).rows.find(({ field }) => field === 'owner')
  expect(row).toMatchObject({
    sent: 'PSN-0001 山本 彩',
    now: 'PSN-0001 山本 彩',
    after: 'PSN-0002 林 美咲',
    state: 'change',
  })
  expect(await takeOwnerAnswers(register, path, 'clear')).toMatchObject({ changed: 1, confirmed: 1 })
  const today = register.today()
  expect(owners()).toEqual([
    ['SYS-0001', 'PSN-0001', null, addDays(today, -1)],
    ...before.slice(1),
    ['SYS-0001', 'PSN-0002', today, null],
  ])
  const [system] = systemsOf(register)
  expect(commentsOn(register, system?.id ?? '').comments.map(({ text }) => text)).toEqual([
    expect.stringContaining('システム責任者：「PSN-0002 林 美咲」に訂正 4月に異動した') as unknown,
  ])
  expect(await states(register, path)).toMatchObject({ owner: 'same' })
  undoLast(register, null)
  expect(owners()).toEqual(before)
  // Written over what was sent; a name that nobody bears; nobody at all; confirmed.
  await answered(path, {}, (rows) =>
    rows.map((cells) => (readKey(cells[0] ?? '')?.field === 'owner' ? cells.with(5, '林 美咲') : cells)),
  )
  expect(await states(register, path)).toMatchObject({ owner: 'conflict' })
  for (const [answer, state] of [
    [{ correction: '誰か' }, 'unreadable'],
    [{ answer: '空にする' }, 'byHand'],
    [{ answer: '正しい' }, 'confirmed'],
  ] as const) {
    await answered(second, { owner: answer })
    expect(await states(register, second)).toEqual({ owner: state })
  }
  expect(await verifyRegister(register)).toEqual([])
})

test('who was asked when, and who has not answered', async () => {
  const { register, written } = await asked()
  const standings = () => askedOwners(register).owners.map(({ person, standing }) => [person.code, standing])
  expect(standings()).toEqual([
    ['PSN-0001', 'waiting'],
    ['PSN-0002', 'waiting'],
  ])
  expect(askedOwners(register)).toMatchObject({
    unowned: 0,
    counts: { never: 0, waiting: 2, overdue: 0, answered: 0 },
    owners: [{ requests: [{ issuedOn: register.today(), answerBy: '2026-05-31', systems: 1, questions: 18 }] }, {}],
  })
  const path = written[0]?.file ?? ''
  await answered(path, { name: { answer: 'わからない' } })
  // Nothing is to be taken, and that it came back is recorded all the same, once.
  expect(await takeOwnerAnswers(register, path, [])).toMatchObject({ changed: 0, confirmed: 0 })
  expect(standings()).toEqual([
    ['PSN-0001', 'answered'],
    ['PSN-0002', 'waiting'],
  ])
  expect(askedOwners(register).owners[0]?.requests.map(({ answeredOn }) => answeredOn)).toEqual([register.today()])
  const head = register.head()
  await takeOwnerAnswers(register, path, [])
  expect(register.head()).toEqual(head)
  undoLast(register, null)
  expect(standings()[0]).toEqual(['PSN-0001', 'waiting'])
  expect(await verifyRegister(register)).toEqual([])
})

test('chosen systems alone, and nobody is recorded where no file could be written', async () => {
  const { register } = await asked()
  const [, second] = systemsOf(register)
  const folder = temporaryFolder()
  const only = { language: 'en' as const, ownerId: null, answerBy: null }
  const written = await writeOwnerQuestions(register, { ...only, folder, systemIds: new Set([second?.id ?? '']) })
  expect(written.map(({ code, systems }) => [code, systems])).toEqual([['PSN-0002', 1]])
  const head = register.head()
  const gone = join(folder, 'gone')
  expect((await refusalOf(writeOwnerQuestions(register, { ...only, folder: gone }))).code).toBe('FOLDER_NOT_WRITABLE')
  expect((await refusalOf(writeOwnerQuestions(register, { ...only, folder, systemIds: new Set() }))).code).toBe(
    'NOT_FOUND',
  )
  expect(register.head()).toEqual(head)
})

test('values that are to be empty, and records by code or name', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(path, {
    purpose: { answer: '空にする' },
    nextReviewOn: { answer: '空にする' },
    name: { answer: '空にする' },
    model: { answer: '空にする' },
    unitId: { correction: '人事部' },
    dependsOnIds: { correction: 'SYS-0002 採用の選考' },
  })
  const read = await readOwnerAnswers(register, path)
  expect(
    Object.fromEntries(read.rows.filter(({ state }) => state !== 'open').map((row) => [row.field, row])),
  ).toMatchObject({
    purpose: { state: 'change', clears: true, after: '' },
    nextReviewOn: { state: 'change', clears: true, sent: '2026-09-01', after: '' },
    name: { state: 'unreadable' },
    model: { state: 'same', clears: true },
    unitId: { state: 'change', sent: 'UNT-0001 審査部', after: 'UNT-0002 人事部' },
    dependsOnIds: { state: 'change', sent: '', after: 'SYS-0002 採用の選考' },
  })
  await takeOwnerAnswers(register, path, 'clear')
  const [system, other] = systemsOf(register)
  expect(system).toMatchObject({
    name: { ja: '与信の判定', en: null },
    purpose: { ja: null, en: null },
    nextReviewOn: null,
    unitId: other?.unitId,
    dependsOnIds: [other?.id],
  })
  const [comment] = commentsOn(register, system?.id ?? '').comments
  expect(comment?.text.split('\n').slice(1)).toEqual([
    '目的：空に訂正',
    '部門：「UNT-0002 人事部」に訂正',
    '依存先のシステム：「SYS-0002 採用の選考」に訂正',
    '次回見直し：空に訂正',
  ])
  await answered(path, { unitId: { correction: 'どこにもない部' } })
  expect(await states(register, path)).toMatchObject({ unitId: 'unreadable', purpose: 'same' })
})

test('what is taken is what was shown', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(path, { purpose: { correction: '与信の可否を示す' } })
  const shown = digestOf(await readOwnerAnswers(register, path))
  const [system] = systemsOf(register)
  if (system === undefined) throw new Error('no system')
  updateSystem(register, { id: system.id, version: system.version, patch: { vendor: '甲社' } })
  expect((await refusalOf(takeOwnerAnswers(register, path, [], shown))).code).toBe('PREVIEW_OUTDATED')
})

test('lost rows are told, and what is no answer of ours is refused', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(path, { name: { answer: '正しい' } }, (rows) => rows.slice(0, 4))
  expect((await readOwnerAnswers(register, path)).lost).toBe(15)
  expect((await refusalOf(readOwnerAnswers(register, sourceOf('a,b\n1,2\n')))).code).toBe('QUESTIONNAIRE_EMPTY')
})

test('from the command line: out, shown, taken', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'register.daicho')
  await daicho(['new', file, '--language', 'ja'])
  await daicho(['import', file, sourceOf(list), '--as', 'systems'])
  const out = join(folder, 'out')
  const asked = await daicho(['ask-owners', file, '--out', out, '--owner', 'PSN-0001', '--json'])
  const { files } = JSON.parse(asked.output) as {
    files: [{ name: string; owner: string; systems: number; rows: number }]
  }
  expect(files).toMatchObject([{ owner: 'PSN-0001', systems: 1, rows: 18 }])
  const path = join(out, files[0].name)
  await answered(path, { purpose: { correction: '与信の可否を示す' } })
  const shown = await daicho(['take-answers', file, path], { environment: { LC_ALL: 'ja_JP.UTF-8' } })
  expect(shown.output).toContain('SYS-0001 目的：変更「=目的」→「与信の可否を示す」')
  const other = join(folder, 'other.daicho')
  await daicho(['new', other])
  const refused = await daicho(['take-answers', other, path, '--json'])
  expect([refused.exitCode, JSON.parse(refused.output)]).toMatchObject([
    2,
    { error: { code: 'ANSWERS_OF_ANOTHER_REGISTER' } },
  ])
  const taken = await daicho(['take-answers', file, path, '--take', '--json'])
  expect([taken.exitCode, JSON.parse(taken.output)]).toMatchObject([0, { taken: { changed: 1, confirmed: 0 } }])
  expect(JSON.parse((await daicho(['take-answers', file, path, '--json'])).output)).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ field: 'purpose', state: 'same' })]) as unknown,
  })
}, 120_000)

/** Rewrites the rows of the questions, cell by cell. */
const edited = (path: string, edit: (rows: Cells) => Cells) => answered(path, {}, edit)
const keyOf = (cells: readonly string[]) => readKey(cells[0] ?? '')?.field

test('a workbook answers the request that it went out with, and no other of that day', async () => {
  const { register, written } = await asked()
  const owner = askedOwners(register).owners[0]?.person.id ?? ''
  const [again] = await writeOwnerQuestions(register, {
    folder: temporaryFolder(),
    language: 'ja',
    ownerId: owner,
    answerBy: null,
  })
  const answeredOf = () =>
    askedOwners(register)
      .owners[0]?.requests.map(({ answerBy, answeredOn }) => [answerBy, answeredOn])
      .sort(([one], [other]) => String(one).localeCompare(String(other)))
  await takeOwnerAnswers(register, again?.file ?? '', [])
  expect(answeredOf()).toEqual([
    ['2026-05-31', null],
    [null, register.today()],
  ])
  await takeOwnerAnswers(register, written[0]?.file ?? '', [])
  expect(answeredOf()).toEqual([
    ['2026-05-31', register.today()],
    [null, register.today()],
  ])
})

test('a mark of the first form says who was asked on which day', () => {
  expect(readOwnerMark(['', '#daicho-owner-questions/1', 'r', 'p', '2026-04-01', 'ja', '17'])).toEqual({
    registerId: 'r',
    personId: 'p',
    issuedOn: '2026-04-01',
    language: 'ja',
    rows: 17,
    requestId: null,
  })
})

test('two rows of one field are for a person to decide, and count once', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(path, { purpose: { correction: '甲' }, name: { answer: '正しい' } }, (rows) => [
    ...rows.filter((cells) => keyOf(cells) !== 'vendor'),
    ...rows.filter((cells) => keyOf(cells) === 'purpose').map((cells) => cells.with(7, '乙')),
    ...rows.filter((cells) => keyOf(cells) === 'name'),
  ])
  const read = await readOwnerAnswers(register, path)
  const told = read.rows.filter(({ state }) => state !== 'open')
  expect(told.map(({ field, after, state }) => [field, after, state])).toEqual([
    ['name', '', 'conflict'],
    ['purpose', '甲', 'conflict'],
    ['purpose', '乙', 'conflict'],
    ['name', '', 'conflict'],
  ])
  expect(read.lost).toBe(1)
  expect(await takeOwnerAnswers(register, path, 'clear')).toMatchObject({ changed: 0, confirmed: 0 })
  const both = told.filter(({ field }) => field === 'purpose').map(({ row }) => row)
  expect((await refusalOf(takeOwnerAnswers(register, path, both))).code).toBe('INVALID')
  await takeOwnerAnswers(register, path, both.slice(0, 1))
  expect(systemsOf(register)[0]?.purpose.ja).toBe('甲')
})

test('an answer that says two things is for a person to decide', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(path, {
    purpose: { answer: '正しい', correction: '与信の可否を示す' },
    nextReviewOn: { answer: '空にする', correction: '2026-10-01' },
  })
  expect(await states(register, path)).toEqual({ purpose: 'conflict', nextReviewOn: 'conflict' })
})

test('what was written over the value that was sent is shown, and told from what has changed here since', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  const [system] = systemsOf(register)
  if (system === undefined) throw new Error('no system')
  updateSystem(register, { id: system.id, version: system.version, patch: { vendor: '甲社' } })
  await edited(path, (rows) =>
    rows.map((cells) => {
      const over = { purpose: '与信の可否を示す', nextReviewOn: '2026/9/1', model: '新しいモデル' }[keyOf(cells) ?? '']
      return over === undefined
        ? cells
        : [...cells.slice(0, 5), ...Array<string>(5 - Math.min(5, cells.length)).fill(''), over]
    }),
  )
  const read = await readOwnerAnswers(register, path)
  const told = read.rows.filter(({ state }) => state !== 'open')
  expect(told.map(({ field, sent, after, state }) => [field, sent, after, state])).toEqual([
    ['purpose', '=目的', '与信の可否を示す', 'conflict'],
    ['model', '', '新しいモデル', 'conflict'],
  ])
  await takeOwnerAnswers(
    register,
    path,
    told.map(({ row }) => row),
  )
  expect(systemsOf(register)[0]).toMatchObject({ purpose: { ja: '与信の可否を示す' }, vendor: '甲社' })
})

test('answered on a day between the asking and today', async () => {
  const { register, written } = await asked()
  const path = written[0]?.file ?? ''
  await answered(path, { name: { answer: '正しい' } }, undefined, '2026-03-15')
  const { filledOn, issuedOn } = await readOwnerAnswers(register, path)
  expect([filledOn, issuedOn]).toEqual(['2026-03-15', register.today()])
  await takeOwnerAnswers(register, path, 'clear')
  expect(askedOwners(register).owners[0]?.requests.map(({ answeredOn }) => answeredOn)).toEqual([register.today()])
})
