/** Due diligence of a vendor, and the questionnaire out and back through real files, as the window calls them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { contract } from '#shared/contract/contract.ts'
import type { QuestionnaireFormat, QuestionnairePreview, SaveVendorAnswer } from '#shared/contract/questionnaire.ts'
import type { Language } from '#shared/domain/text.ts'
import { called, company, folderToken, operations, refusal, type Serving, tokenFor } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function withVendor() {
  const setting = await company()
  const { client } = setting
  const person = await client.person.create({ name: ja('久保 恵') })
  const vendor = await client.vendor.create({ name: { ja: '北辰クラウド', en: 'Hokushin Cloud' } })
  const agreed = await client.contract.create({
    name: ja('会話サービス利用契約'),
    vendorId: vendor.id,
    type: 'CT-1',
    personalData: 'yes',
    notes: '社内限りのメモ：値下げを求める',
  })
  return { setting, client, person, vendor, agreed }
}

interface Sheet {
  readonly name: string
  rows: string[][]
}

/** The file as somebody has it open: sheets of shown cells, which are written again as they stand then. */
async function opened(path: string): Promise<Sheet[]> {
  if (path.endsWith('.csv'))
    return [{ name: 'csv', rows: parse(readFileSync(path), { bom: true, relax_column_count: true }) }]
  const sheets = await readWorkbook(readFileSync(path), { file: path })
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(shownOf)) }))
}

async function saved(path: string, sheets: readonly Sheet[]): Promise<void> {
  if (path.endsWith('.csv')) {
    writeFileSync(path, `\ufeff${stringify(sheets[0]?.rows ?? [], { record_delimiter: '\r\n' })}`)
    return
  }
  const rows = (sheet: Sheet) => sheet.rows.map((cells) => ({ cells }))
  const written = sheets.map((sheet) => ({ name: sheet.name, columns: [], rows: rows(sheet) }))
  writeFileSync(path, await writeWorkbook({ title: 'x', at: '2026-11-24T00:00:00.000Z', sheets: written }))
}

async function chosen(setting: Serving, path: string): Promise<string> {
  setting.choice = { kind: 'path', path }
  const choice = await setting.client.file.choose({ purpose: 'questionnaire' })
  if (choice.kind !== 'chosen') throw new Error(choice.kind)
  return choice.token
}

async function written(
  setting: Serving,
  input: { vendorId: string; format: QuestionnaireFormat; language: Language; contractIds?: string[] },
) {
  const folder = await folderToken(setting)
  const { name, questions } = await setting.client.questionnaire.write({
    contractIds: [],
    answerBy: '2026-12-25',
    purpose: '年次の見直し',
    ...input,
    folder,
  })
  return { path: join(setting.folder, name), questions }
}

const byId = ({ rows }: QuestionnairePreview, id: string) => rows.find((row) => row.id === id)
/** The sheet with the questions, and where its columns are. */
function table(sheets: readonly Sheet[]) {
  const sheet = sheets.find(({ rows }) => rows.some((row) => row.includes('DD-SEC-01')))
  if (sheet === undefined) throw new Error('no questions')
  const head = sheet.rows.findIndex((row) => row[0] === 'ID')
  const heading = sheet.rows[head] ?? []
  const row = (id: string) => {
    const found = sheet.rows.find((cells) => cells.includes(id))
    if (found === undefined) throw new Error(id)
    while (found.length < heading.length) found.push('')
    return found
  }
  return { sheet, head, heading, row }
}
const words = { ja: { yes: 'はい', partly: '一部' }, en: { yes: 'Yes', partly: 'Partly' } } as const

for (const format of ['xlsx', 'csv'] as const)
  for (const language of ['ja', 'en'] as const)
    test(`out and back with answers edited, rows moved and a column taken out (${format}, ${language})`, async () => {
      const { setting, client, person, vendor, agreed } = await withVendor()
      const { path, questions } = await written(setting, {
        vendorId: vendor.id,
        format,
        language,
        contractIds: [agreed.id],
      })
      expect(
        path.endsWith(language === 'ja' ? `北辰クラウド-2026-11-24.${format}` : `Hokushin Cloud-2026-11-24.${format}`),
      ).toBe(true)

      const sheets = await opened(path)
      const { sheet, head, heading, row } = table(sheets)
      expect(sheet.rows.length - head - 1).toBe(questions)
      const [answer, text, document] = [3, 4, 5]
      row('DD-SEC-01')[answer] = language === 'ja' ? '○' : 'Ｙｅｓ'
      row('DD-SEC-01')[text] = '=1+1 ISO/IEC 27001'
      row('DD-SEC-01')[document] = 'ISO-2026.pdf'
      row('DD-DAT-01')[answer] = words[language].partly
      row('DD-DAT-02')[answer] = 'x'
      row('DD-DAT-03')[text] = '契約書のとおり'
      row('DD-SEC-02')[answer] = 'いいえ'
      row('CC-IN-08')[answer] = words[language].yes
      const day = sheets
        .flatMap(({ rows }) => rows)
        .find(([label]) => label === (language === 'ja' ? '記入日' : 'Filled in on'))
      if (day === undefined) throw new Error('no day')
      day[1] = '2026年11月20日'
      // Rows are moved, the column of areas is taken out, one is put in at the left, and the one of answers is renamed.
      heading[answer] = language === 'ja' ? '貴社の回答（必須）' : 'What we say'
      const body = sheet.rows.splice(head + 1).reverse()
      body.push(['DD-NONE-99', '', '?', 'はい'], ['DD-SEC-02', '', '', 'はい'])
      sheet.rows.push(...body)
      sheet.rows = sheet.rows.map((cells, index) =>
        index < head ? cells : ['', ...cells.filter((_, column) => column !== 1)],
      )
      await saved(path, sheets)

      const token = await chosen(setting, path)
      const preview = await client.questionnaire.lookInto({ vendorId: vendor.id, token })
      expect(preview).toMatchObject({
        issuedOn: '2026-11-24',
        filledOn: '2026-11-20',
        warnings: [],
        otherVendor: null,
        missing: [],
      })
      const line = language === 'ja' ? '資料：ISO-2026.pdf' : 'Document: ISO-2026.pdf'
      expect(byId(preview, 'DD-SEC-01')).toMatchObject({
        state: 'new',
        suggested: true,
        answer: 'yes',
        before: null,
        after: `=1+1 ISO/IEC 27001\n${line}`,
      })
      expect(byId(preview, 'DD-DAT-01')).toMatchObject({ state: 'new', answer: 'partly' })
      expect(byId(preview, 'DD-DAT-02')).toMatchObject({ state: 'unreadable', word: 'x', suggested: false })
      expect(byId(preview, 'DD-DAT-03')).toMatchObject({ state: 'unreadable', word: '', after: '契約書のとおり' })
      expect(byId(preview, 'CC-IN-08')).toMatchObject({ state: 'new', answer: 'yes', subject: 'contract' })
      expect(preview.rows.filter(({ writtenId }) => writtenId === 'DD-SEC-02').map(({ state }) => state)).toEqual([
        'duplicate',
        'duplicate',
      ])
      expect(preview.rows.find(({ writtenId }) => writtenId === 'DD-NONE-99')).toMatchObject({
        state: 'unknown_id',
        id: null,
      })
      expect(preview.rows.filter(({ state }) => state === 'unanswered')).toHaveLength(questions - 6)

      const place = (id: string) => preview.rows.findIndex((each) => each.id === id)
      const take = {
        vendorId: vendor.id,
        token,
        digest: preview.digest,
        takenById: person.id,
        answeredOn: preview.filledOn,
      }
      expect(
        await refusal(client.questionnaire.take({ ...take, rows: [{ place: place('DD-DAT-02'), answer: null }] })),
      ).toMatchObject({
        code: 'INVALID',
      })
      const events = (await client.file.status()).register?.events ?? 0
      expect(
        await client.questionnaire.take({
          ...take,
          rows: [
            { place: place('DD-SEC-01'), answer: null },
            { place: place('DD-DAT-02'), answer: 'no' },
            { place: place('CC-IN-08'), answer: null },
          ],
        }),
      ).toEqual({ taken: 3 })
      const due = await client.questionnaire.dueDiligence({ id: vendor.id })
      expect(
        due.rows.filter((each) => each.answer !== null).map((each) => [each.id, each.answer?.answer, each.standing]),
      ).toEqual([
        ['DD-SEC-01', 'yes', 'favourable'],
        ['DD-DAT-02', 'no', 'to_look_at'],
      ])
      expect(due.rows[0]?.answer).toMatchObject({
        text: `=1+1 ISO/IEC 27001\n${line}`,
        source: 'vendor',
        answeredOn: '2026-11-20',
        takenById: person.id,
        takenOn: '2026-11-24',
      })
      // What the vendor says of a point of a contract is kept beside it, and finds nothing there.
      expect(due.ofContracts.map((each) => [each.id, each.answer?.answer])).toEqual([['CC-IN-08', 'yes']])
      expect((await client.file.status()).register?.events).toBe(events + 3)

      // The same file again: what was taken is the same, and the rest as it was.
      const again = await client.questionnaire.lookInto({ vendorId: vendor.id, token })
      expect([byId(again, 'DD-SEC-01')?.state, byId(again, 'DD-DAT-01')?.state]).toEqual(['same', 'new'])
      expect(
        await refusal(client.questionnaire.take({ ...take, rows: [{ place: place('DD-DAT-01'), answer: null }] })),
      ).toMatchObject({
        code: 'PREVIEW_OUTDATED',
      })

      // One undo takes all of it back.
      await client.undo.undo({ transaction: null })
      const undone = await client.questionnaire.dueDiligence({ id: vendor.id })
      expect(undone.rows.every((each) => each.answer === null)).toBe(true)
    })

test('what goes out holds no finding, position, weight, answer or note of ours; what the vendor said before stands in it', async () => {
  const { setting, client, vendor, agreed } = await withVendor()
  const secret = '社内限り'
  await client.vendor.update({ id: vendor.id, version: 1, patch: { notes: `${secret}：財務に不安` } })
  await client.checkPoint.create({
    name: ja(`${secret}の観点`),
    subject: 'contract',
    element: 'general',
    head: 'none',
    weight: 'key',
    notes: `${secret}の理由`,
  })
  await client.checkPoint.create({
    name: ja('工場の見学に応じますか'),
    subject: 'vendor',
    element: 'general',
    head: 'none',
    weight: 'minor',
    notes: `${secret}のねらい`,
  })
  const answer = { vendorId: vendor.id, version: null, answeredOn: null, evidenceIds: [] }
  await client.questionnaire.saveAnswer({
    ...answer,
    pointId: 'DD-SEC-01',
    answer: 'no',
    text: `${secret}：認証は期限切れと判断`,
    source: 'company',
  })
  await client.questionnaire.saveAnswer({
    ...answer,
    pointId: 'DD-SEC-02',
    answer: 'partly',
    text: '保存時は暗号化',
    source: 'vendor',
  })
  for (const format of ['xlsx', 'csv'] as const) {
    const { path } = await written(setting, { vendorId: vendor.id, format, language: 'ja', contractIds: [agreed.id] })
    const sheets = await opened(path)
    const all = sheets.flatMap(({ rows }) => rows.flat())
    expect(all.filter((cell) => cell.includes(secret))).toEqual([])
    const { row, sheet, head } = table(sheets)
    expect(row('DD-SEC-01').slice(3, 6)).toEqual(['', '', ''])
    expect(row('DD-SEC-02').slice(3, 5)).toEqual(['一部', '保存時は暗号化'])
    expect(sheet.rows.slice(head + 1).map(([id]) => id)).toContain('CKP-0002')
    expect(sheet.rows.slice(head + 1).map(([id]) => id)).not.toContain('CKP-0001')
    expect(row('CC-IN-08').at(-1)).toBe('CON-0001 会話サービス利用契約')
    // Points that are for ourselves to find out are never asked.
    expect(all).not.toContain('CC-GN-02')
    expect(all.filter((cell) => cell.includes('経済産業省'))).toEqual([
      '質問は質問する会社が定めたもので、経済産業省など公的機関の質問項目ではありません。',
    ])
    const before = readFileSync(path)
    const twice = await written(setting, { vendorId: vendor.id, format, language: 'ja', contractIds: [agreed.id] })
    expect(Buffer.compare(before, readFileSync(twice.path))).toBe(0)
  }
})

test('without the column of ids the questions are known by their words, as a proposal; without words or answers it is refused', async () => {
  const { setting, client, vendor } = await withVendor()
  const { path } = await written(setting, { vendorId: vendor.id, format: 'xlsx', language: 'ja' })
  const sheets = await opened(path)
  const { sheet, row } = table(sheets)
  row('DD-SEC-01')[3] = '対応済'
  sheet.rows = sheet.rows.map((cells) => cells.slice(1))
  await saved(path, sheets)
  const look = async () => client.questionnaire.lookInto({ vendorId: vendor.id, token: await chosen(setting, path) })
  const preview = await look()
  expect([preview.warnings, preview.missing]).toEqual([['by_words'], ['id']])
  expect(byId(preview, 'DD-SEC-01')).toMatchObject({ state: 'new', answer: 'yes', writtenId: null, suggested: false })

  sheet.rows = sheet.rows.map((cells) => cells.filter((_, column) => column !== 1))
  await saved(path, sheets)
  expect(await refusal(look())).toMatchObject({ code: 'QUESTIONNAIRE_EMPTY' })
})

test('a questionnaire without answers, a file of another kind and a damaged one are refused in a sentence', async () => {
  const { setting, client, vendor } = await withVendor()
  const { path } = await written(setting, { vendorId: vendor.id, format: 'csv', language: 'en' })
  const sheets = await opened(path)
  const { sheet } = table(sheets)
  sheet.rows = sheet.rows.map((cells) => cells.filter((_, column) => column !== 3))
  await saved(path, sheets)
  const look = async (file: string) =>
    client.questionnaire.lookInto({ vendorId: vendor.id, token: await chosen(setting, file) })
  expect(await refusal(look(path))).toMatchObject({ code: 'QUESTIONNAIRE_NO_ANSWERS' })
  const other = join(setting.folder, 'old.xlsx')
  writeFileSync(other, Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect(await refusal(look(other))).toMatchObject({ code: 'WORKBOOK_OTHER_KIND', facts: { file: 'old.xlsx' } })
  writeFileSync(other, 'PK\u0003\u0004')
  expect(await refusal(look(other))).toMatchObject({ code: 'WORKBOOK_DAMAGED' })
})

test('a questionnaire of another vendor or register is told, and nothing of it is taken by itself', async () => {
  const { setting, client, vendor } = await withVendor()
  const other = await client.vendor.create({ name: ja('南光データ') })
  const { path } = await written(setting, { vendorId: other.id, format: 'xlsx', language: 'ja' })
  const token = await chosen(setting, path)
  const preview = await client.questionnaire.lookInto({ vendorId: vendor.id, token })
  expect([preview.warnings, preview.otherVendor]).toEqual([['other_vendor'], { code: other.code, name: other.name }])
  await client.file.create({ token: await tokenFor(setting, 'other.daicho'), language: 'ja', name: '別会社' })
  const elsewhere = await client.vendor.create({ name: ja('南光データ') })
  const read = await client.questionnaire.lookInto({ vendorId: elsewhere.id, token })
  expect([read.warnings, read.otherVendor]).toEqual([['other_vendor', 'other_register'], null])
})

test('an answer by hand is the company’s own, and what somebody else changed meanwhile is not written over', async () => {
  const { client, vendor } = await withVendor()
  const input: SaveVendorAnswer = {
    vendorId: vendor.id,
    pointId: 'DD-INC-01',
    version: null,
    answer: 'partly',
    text: '口頭で48時間と聞いた',
    source: 'company',
    answeredOn: '2026-11-20',
    evidenceIds: [],
  }
  const made = await client.questionnaire.saveAnswer(input)
  expect(made).toMatchObject({ answer: 'partly', source: 'company', takenOn: '2026-11-24', version: 1 })
  expect(await refusal(client.questionnaire.saveAnswer(input))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(await client.questionnaire.saveAnswer({ ...input, version: 1, answer: 'yes' })).toMatchObject({ version: 2 })
  expect(await refusal(client.questionnaire.saveAnswer({ ...input, pointId: 'DD-NONE-01' }))).toMatchObject({
    code: 'QUESTION_UNKNOWN',
  })
  expect(
    await refusal(client.questionnaire.saveAnswer({ ...input, version: 2, answeredOn: '2026-11-25' })),
  ).toMatchObject({ code: 'INVALID', facts: { field: 'answeredOn', issue: 'IN_FUTURE' } })
  await client.vendor.withdraw({ id: vendor.id, version: 1, reason: '取引終了' })
  expect(await refusal(client.questionnaire.saveAnswer({ ...input, version: 2 }))).toMatchObject({ code: 'WITHDRAWN' })
})

test('every operation of due diligence is called here', () => {
  const asked = operations(contract).filter((path) => path.startsWith('questionnaire.'))
  expect(asked.filter((path) => !called.has(path))).toEqual([])
})
