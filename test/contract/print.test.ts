/** Printing in a real browser: bytes that repeat, tags that stay, and every way in which a page can fail to be printed. */
import { createHash } from 'node:crypto'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Browser, findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter, printWithChromium } from '#electron/chromium/print.ts'
import { finishPdf, type PdfFacts } from '#electron/register/export/finish-pdf.ts'
import type { PrintJob } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import { paperFaults } from '#test/support/paper-faults.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { writePage } from '#test/support/small-page.ts'

let browser: Browser

beforeAll(async () => {
  browser = await findBrowser()
}, 120_000)

const style = `
  @page { size: A4 landscape; margin: 62px 57px 60px; @bottom-right { content: counter(page) ' / ' counter(pages) } }
  @page tall { size: A4 portrait; margin: 62px }
  body { margin: 0; font: 16px sans-serif }
  section { break-after: page }
  section:last-child { break-after: auto }
  .tall { page: tall }
`
/** Draws the job's model: the page's own half of the bargain. */
const drawing = `
  const job = await (await fetch('./print-job.json')).json()
  document.documentElement.lang = job.language
  document.title = job.title
  document.body.innerHTML = job.model
  document.documentElement.dataset.packReady = 'true'
`

function job(model: string): PrintJob {
  return { kind: 'pack', model, language: 'ja', title: '取締役会資料' }
}

function pages(script = drawing): string {
  const folder = temporaryFolder()
  writePage(folder, { name: 'print', style, script })
  return folder
}

const facts: PdfFacts = {
  title: '取締役会資料',
  author: '令和商事株式会社',
  subject: '2026年度第2四半期',
  keywords: ['PACK-2026Q2'],
  language: 'ja',
  at: '2026-10-20T01:02:03.000Z',
  id: createHash('sha256').update('content').digest('hex'),
}

/** Sections with headings, a table and a list: what becomes tags and outline. */
const threePages = `
  <section><h1>要約</h1><h2>数値</h2><table><thead><tr><th id="a">区分</th><th id="b">件数</th></tr></thead>
    <tbody><tr><th headers="a">高</th><td headers="b">3</td></tr></tbody></table></section>
  <section class="tall"><h1>データ品質</h1><ul><li>一</li><li>二</li></ul></section>
  <section><h1>附属</h1><p>本文</p></section>`

async function refusal(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw new Error('no problem was told', { cause: error })
  return { code: error.code, facts: error.facts }
}

function dictionary(document: PDFDocument, ...path: string[]): PDFDict {
  let at: PDFDict = document.catalog
  for (const name of path) at = at.lookup(PDFName.of(name), PDFDict)
  return at
}

const text = (value: unknown) =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : undefined

/** Titles of the outline with how deep they stand. */
function outline(document: PDFDocument): string[] {
  const titles: string[] = []
  const follow = (item: PDFDict | undefined, depth: number): void => {
    if (item === undefined) return
    titles.push(`${'  '.repeat(depth)}${text(item.lookup(PDFName.of('Title'))) ?? ''}`)
    follow(item.lookupMaybe(PDFName.of('First'), PDFDict), depth + 1)
    follow(item.lookupMaybe(PDFName.of('Next'), PDFDict), depth)
  }
  follow(dictionary(document, 'Outlines').lookupMaybe(PDFName.of('First'), PDFDict), 0)
  return titles
}

/** Kinds of structure elements, counted. */
function tags(document: PDFDocument): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !(object.get(PDFName.of('P')) instanceof PDFRef)) continue
    const kind = object.get(PDFName.of('S'))
    if (kind instanceof PDFName) counts[kind.decodeText()] = (counts[kind.decodeText()] ?? 0) + 1
  }
  return counts
}

describe('a page that is ready', () => {
  test('is printed to the same bytes by two fresh browsers, and keeps tags, outline, language and title', async () => {
    const assets = pages()
    const prints: Uint8Array[] = []
    for (const before of [0, 1]) {
      const printer = await ChromiumPrinter.start({ assets, browser })
      // A browser that has printed before counts its elements on from there.
      for (let print = 0; print < before; print += 1) await printer.print(job('<section><h1>other</h1></section>'))
      prints.push(await printer.print(job(threePages)))
      await printer.close()
    }
    const [first, second] = await Promise.all(prints.map((printed) => finishPdf(printed, facts)))
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true)
    // This small page brings no fonts of its own; those of the real pages are held to account where they are printed.
    const faults = (await paperFaults(first ?? new Uint8Array())).filter((fault) => !/^font|unknown letter/.test(fault))
    expect(faults).toEqual([])
    expect(await paperFaults(prints[0] ?? new Uint8Array())).toContain('has no metadata')

    const printed = await PDFDocument.load(prints[0] ?? new Uint8Array(), { updateMetadata: false })
    const document = await PDFDocument.load(first ?? new Uint8Array(), { updateMetadata: false })
    const sizes = document.getPages().map((page) => [Math.round(page.getWidth()), Math.round(page.getHeight())])
    expect(sizes).toEqual([
      [842, 595],
      [595, 842],
      [842, 595],
    ])
    expect(outline(document)).toEqual(['要約', '  数値', 'データ品質', '附属'])
    expect(outline(document)).toEqual(outline(printed))
    expect(tags(document)).toEqual(tags(printed))
    expect(tags(document)).toMatchObject({ H1: 3, H2: 1, Table: 1, TH: 3, TD: 1, L: 1, LI: 2 })
    expect(dictionary(document, 'MarkInfo').get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(text(document.catalog.get(PDFName.of('Lang')))).toBe('ja')
    expect(dictionary(document, 'ViewerPreferences').get(PDFName.of('DisplayDocTitle'))?.toString()).toBe('true')
    expect({
      title: document.getTitle(),
      author: document.getAuthor(),
      subject: document.getSubject(),
      keywords: document.getKeywords(),
      creator: document.getCreator(),
      producer: document.getProducer(),
      created: document.getCreationDate()?.toISOString(),
      changed: document.getModificationDate()?.toISOString(),
      id: document.context.trailerInfo.ID?.toString(),
    }).toEqual({
      title: facts.title,
      author: facts.author,
      subject: facts.subject,
      keywords: 'PACK-2026Q2',
      creator: 'Daicho',
      producer: 'Daicho',
      created: facts.at,
      changed: facts.at,
      id: `[ <${facts.id.slice(0, 32)}> <${facts.id.slice(0, 32)}> ]`,
    })
  })

  test('other contents have other bytes', async () => {
    const printer = await ChromiumPrinter.start({ assets: pages(), browser })
    onTestFinished(() => printer.close())
    const one = await finishPdf(await printer.print(job('<section><h1>1</h1></section>')), facts)
    const other = await finishPdf(await printer.print(job('<section><h1>2</h1></section>')), facts)
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  })

  test('two prints at once do not see each other', async () => {
    const printer = await ChromiumPrinter.start({ assets: pages(), browser })
    onTestFinished(() => printer.close())
    const names = ['壱', '弐', '参']
    const printed = await Promise.all(names.map((name) => printer.print(job(`<section><h1>${name}</h1></section>`))))
    const outlines = await Promise.all(printed.map(async (bytes) => outline(await PDFDocument.load(bytes))))
    expect(outlines).toEqual(names.map((name) => [name]))
  })
})

describe('a page that fails', () => {
  const failing: readonly (readonly [string, string, string])[] = [
    [
      'says why',
      `Object.assign(document.documentElement.dataset, { packError: 'a chart has no size', packReady: 'error' })`,
      'a chart has no size',
    ],
    ['throws', `throw new Error('the model has no pages')`, 'the model has no pages'],
    ['does not end', '', 'waiting'],
  ]
  test.each(failing)('%s', async (_name, script, detail) => {
    expect(await refusal(printWithChromium(job(''), { assets: pages(script), browser, patience: 1500 }))).toEqual({
      code: 'PRINT_FAILED',
      facts: { detail },
    })
  })

  test('is not there at all', async () => {
    const { code } = await refusal(printWithChromium(job(''), { assets: temporaryFolder(), browser, patience: 1500 }))
    expect(code).toBe('PRINT_FAILED')
  })

  test('in a browser that does not start', async () => {
    const broken: Browser = { kind: 'named', executable: '/bin/false', environment: {} }
    const { code } = await refusal(printWithChromium(job(''), { assets: pages(), browser: broken }))
    expect(code).toBe('BROWSER_FAILED')
  })

  test('leaves the browser good for the next print', async () => {
    const printer = await ChromiumPrinter.start({ assets: pages(), browser })
    onTestFinished(() => printer.close())
    expect((await refusal(printer.print(job('x'.repeat(400))))).code).toBe('PRINT_TOO_WIDE')
    const printed = await PDFDocument.load(await printer.print(job(threePages)))
    expect(printed.getPageCount()).toBe(3)
  })
})

describe('what is wider than its paper', () => {
  // A4 less its margins: 1008 pixels across, 669 upright.
  const bar = (width: number) => `<p class="w${String(width)}">${String(width)}</p>`
  const widths = [1008, 1009, 1200, 669, 670, 900].map(
    (width) => `.w${String(width)} { width: ${String(width)}px; margin: 0 }`,
  )
  const assets = () => {
    const folder = temporaryFolder()
    writePage(folder, {
      name: 'print',
      style: `${style} ${widths.join('\n')} .hidden { overflow: hidden } .deep { padding-left: 10px }`,
      script: drawing,
    })
    return folder
  }
  const upright = (inside: string) => `<section class="tall">${inside}</section>`
  const across = (inside: string) => `<section>${inside}</section>`

  test.each([
    ['fits exactly', across(bar(1008)) + upright(bar(669)) + across(bar(900)), null],
    ['one pixel across', across(bar(1009)) + upright(bar(669)), '1009 > 1008 px'],
    ['far across, not on the first page', across('a') + across(bar(1200)), '1200 > 1008 px'],
    ['one pixel upright', across(bar(1008)) + upright(bar(670)), 'tall 670 > 669 px'],
    ['upright, as wide as fits across', across(bar(1008)) + upright(bar(900)), 'tall 900 > 669 px'],
    ['upright first', upright(bar(669)) + across(bar(1008)), null],
    ['both', upright(bar(900)) + across(bar(1200)), '1200 > 1008 px, tall 900 > 669 px'],
    ['a word that does not break', across('x'.repeat(400)), /^\d+ > 1008 px$/],
    ['within another element', across(`<div class="deep"><div>${bar(1008)}</div></div>`), '1018 > 1008 px'],
    ['cut off on purpose', across(`<div class="hidden">${bar(1200)}</div>`), null],
    ['upright within the page across', `<main>${across(bar(1008))}${upright(bar(670))}</main>`, 'tall 670 > 669 px'],
  ])('%s', async (_name, model, detail) => {
    const printer = await ChromiumPrinter.start({ assets: assets(), browser })
    onTestFinished(() => printer.close())
    if (detail === null) {
      expect((await PDFDocument.load(await printer.print(job(model)))).getPageCount()).toBeGreaterThan(0)
      return
    }
    const refused = await refusal(printer.print(job(model)))
    expect(refused.code).toBe('PRINT_TOO_WIDE')
    expect(refused.facts.detail).toEqual(typeof detail === 'string' ? detail : expect.stringMatching(detail))
  })
})
