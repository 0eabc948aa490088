/** Printing what is on the screen: what the page is given, what the file is called, and what is refused. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import type { PrintJob } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { company, folderToken, refusal } from '#test/support/serving.ts'

const sheet: PrintedSheet = {
  title: '統制: 一覧 / "A?"',
  note: '2件のうち2件を表示',
  conditions: ['条件：状況：実施中'],
  orientation: 'landscape',
  blocks: [
    {
      kind: 'table',
      columns: [{ title: 'コード', share: 1, end: false }],
      rows: [{ kind: 'row', cells: ['CTL-0001'] }],
    },
  ],
}

test('the page is told whose it is and when, and the file bears the title of the screen', async () => {
  const jobs: PrintJob[] = []
  const setting = await company({
    print: async (job) => {
      jobs.push(job)
      const document = await PDFDocument.create()
      document.addPage()
      return document.save()
    },
  })
  const { client, folder } = setting
  const print = async () => client.printing.sheet({ sheet, language: 'ja', folder: await folderToken(setting) })
  expect((await print()).name).toBe('統制 一覧 A-2026-11-24.pdf')
  expect((await print()).name).toBe('統制 一覧 A-2026-11-24-2.pdf')
  expect(jobs[0]).toEqual({
    kind: 'sheet',
    language: 'ja',
    title: '統制: 一覧 / "A?"（2026-11-24）',
    model: {
      sheet,
      organisation: { ja: '試験商事', en: null },
      classification: 'board_only',
      sample: false,
      fileName: 'own.daicho',
      day: '2026-11-24',
      time: '09:00',
    },
  })
  const pdf = await PDFDocument.load(readFileSync(join(folder, '統制 一覧 A-2026-11-24.pdf')), {
    updateMetadata: false,
  })
  expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject()]).toEqual([jobs[0]?.title, '試験商事', sheet.title])
})

test('what cannot be printed is refused as the shell refuses it', async () => {
  const setting = await company({ print: () => Promise.reject(new Problem('PRINT_TOO_WIDE', { detail: '1' })) })
  const folder = await folderToken(setting)
  expect(await refusal(setting.client.printing.sheet({ sheet, language: 'en', folder }))).toEqual({
    code: 'PRINT_TOO_WIDE',
    facts: { detail: '1' },
  })
})
