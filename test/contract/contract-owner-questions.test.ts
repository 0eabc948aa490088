/** What system owners are asked, out and back through real files, as the window calls it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shownOf } from '#electron/register/workbook/cells.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { writeWorkbook } from '#electron/register/workbook/write-workbook.ts'
import { contract } from '#shared/contract/contract.ts'
import { readKey } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { called, company, folderToken, operations, refusal, resultOf, type Serving } from '#test/support/serving.ts'

const ja = (text: string) => ({ ja: text, en: null })

async function withOwner() {
  const setting = await company()
  const { client } = setting
  const owner = await client.person.create({ name: ja('山本 彩') })
  const system = await client.system.create({ name: ja('与信の判定'), purpose: ja('審査') })
  await client.accountability.assign({
    role: 'system_owner',
    subject: 'system',
    subjectId: system.id,
    postId: null,
    personId: owner.id,
    from: '2026-04-01',
  })
  return { setting, client, owner, system }
}

/** The purpose corrected, in the workbook as its owner sends it back. */
async function correctPurpose(path: string, purpose: string): Promise<void> {
  const sheets = await readWorkbook(readFileSync(path), { file: path })
  const filled = sheets.map(({ name, rows }) => ({
    name,
    columns: [],
    rows: rows.map((row) => {
      const cells = row.map(shownOf)
      if (readKey(cells[0] ?? '')?.field !== 'purpose') return { cells }
      for (let column = 0; column < 8; column += 1) cells[column] ??= ''
      cells[7] = purpose
      return { cells }
    }),
  }))
  writeFileSync(path, await writeWorkbook({ title: 'x', at: '2026-11-24T00:00:00.000Z', sheets: filled }))
}

async function chosen(setting: Serving, path: string): Promise<string> {
  setting.choice = { kind: 'path', path }
  const choice = await setting.client.file.choose({ purpose: 'questionnaire' })
  if (choice.kind !== 'chosen') throw new Error(choice.kind)
  return choice.token
}

test('an owner is asked, answers, and what was ticked is taken in one change', async () => {
  const { setting, client, owner, system } = await withOwner()
  const { ownerQuestions } = client
  const before = await ownerQuestions.list({})
  expect(before.owners.map(({ person, standing }) => [person.id, standing])).toEqual([[owner.id, 'never']])
  expect(before.unowned).toBe(0)

  const folder = await folderToken(setting)
  const asked = { folder, language: 'ja' as const, answerBy: '2026-12-25', systemIds: [system.id] }
  const { files } = await ownerQuestions.write(asked)
  expect(files).toHaveLength(1)
  expect((await ownerQuestions.list({})).counts).toMatchObject({ waiting: 1, never: 0 })

  const path = join(setting.folder, files[0]?.name ?? '')
  await correctPurpose(path, '与信の可否を示す')
  const token = await chosen(setting, path)
  const preview = await ownerQuestions.lookInto({ token })
  const row = preview.rows.find(({ field }) => field === 'purpose')
  expect([row?.state, row?.sent, row?.now, row?.after]).toEqual(['change', '審査', '審査', '与信の可否を示す'])

  const rows = [row?.row ?? 0]
  expect(await refusal(ownerQuestions.take({ token, digest: 'another', rows }))).toMatchObject({
    code: 'PREVIEW_OUTDATED',
  })
  expect(await ownerQuestions.take({ token, digest: preview.digest, rows })).toEqual({ changed: 1, confirmed: 0 })
  const purpose = async () => (await client.system.get({ id: system.id })).record.purpose.ja
  expect(await purpose()).toBe('与信の可否を示す')
  expect((await ownerQuestions.list({})).counts).toMatchObject({ waiting: 0, answered: 1 })
  await client.undo.undo({})
  expect(await purpose()).toBe('審査')
  expect(await resultOf(client.file.verify())).toEqual({ findings: [] })
})

test('every operation of what owners are asked is called here', () => {
  const asked = operations(contract).filter((path) => path.startsWith('ownerQuestions.'))
  expect(asked.filter((path) => !called.has(path))).toEqual([])
})
