/** What is asked of the board on the pages of the pack, on paper: none, one, five and very many, with texts without end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { DecisionsPage, PackInput, PackModel, SummaryPage } from '#shared/pack-model/pages.ts'
import { approved, decision, meeting } from '#test/support/decision-records.ts'
import { action, register, system } from '#test/support/hand-made-register.ts'
import { september } from '#test/support/office-register.ts'
import { pdfFacts } from '#test/support/pdf-facts.ts'
import { nothingFinished } from '#shared/domain/finishing.ts'

/** Building the pages and starting a browser takes its time on a small machine. */
const slow = 240_000
let printer: ChromiumPrinter
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  printer = await ChromiumPrinter.start({ assets: builtFolder('renderer'), browser: await findBrowser() })
}, slow)
afterAll(() => printer.close())

const endless = { ja: '終わりのない文章'.repeat(60), en: 'A text that does not end '.repeat(40) }
const squeezed = (text: string) => text.replace(/\s+/g, '')
const codeOf = (index: number) => `DEC-${String(index + 1).padStart(4, '0')}`
const many = <Row>(count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_none, index) => make(index))

const asking = (count: number): PackInput['decisions'] => ({
  asked: many(count, (index) => ({
    decision: decision(codeOf(index), {
      name: endless,
      ask: endless,
      recommendation: endless,
      delayConsequence: endless,
      options: many(4, () => ({ label: endless.ja, consequence: endless.en })),
      dueOn: index % 2 === 0 ? '2026-12-31' : null,
      kriIds: ['K05'],
    }),
    person: endless,
    post: endless,
    meeting: null,
    codes: many(40, (place) => `RSK-${String(place).padStart(4, '0')}`),
  })),
  none: null,
})

function packOf(language: Language, given: Partial<PackInput> = {}): PackModel {
  return buildPackModel({
    snapshot: register(),
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: 'PACK-2026Q2',
    title: null,
    lockedAt: '2026-10-09T15:00:00.000Z',
    dataDigest: '5b'.repeat(32),
    auditHead: '0f'.repeat(32),
    previous: null,
    history: [],
    packsBefore: 0,
    recordedLate: [],
    finishing: nothingFinished(register().organisation),
    decisions: { asked: [], none: null },
    language,
    preparedBy: null,
    appVersion: '0.1.0',
    schemaVersion: 150,
    sample: false,
    ...given,
  })
}
const pageOf = ({ pages }: PackModel) => pages.find((page): page is DecisionsPage => page.key === 'decisions')
const summaryOf = ({ pages }: PackModel) => pages.find((page): page is SummaryPage => page.key === 'summary')

describe.each(languages)('%s', (language) => {
  const t = translate(language)

  it.each([0, 40])(
    'the page is one sheet with %d requests and as many earlier decisions, the rest named with its count',
    async (count) => {
      const snapshot = register({
        systems: [system('SYS-0001')],
        actions: many(3, (index) => action(`ACT-${String(index)}`, '2026-01-01')),
        decisions: many(count, (index) =>
          approved(`DEC-9${String(index)}`, '2026-05-01', '2026-08-31', { name: endless }),
        ),
      })
      const model = packOf(language, { snapshot, decisions: asking(count) })
      const { pages, text } = await pdfFacts(await printer.print({ kind: 'pack', model, language, title: 'decisions' }))
      // One sheet each: summary and decisions too.
      expect(pages.filter((page) => page === 'landscape 297 × 210')).toHaveLength(
        model.pages.filter(({ orientation }) => orientation === 'landscape').length,
      )
      const page = text[1] ?? ''
      expect(page).toContain(squeezed(t('pack.page.decisions')))
      const words = [
        ...(count === 0 ? [t('pack.decisions.open')] : [codeOf(0), 'DEC-90']),
        ...(count > 5 ? [codeOf(4), codeOf(5), codeOf(6), codeOf(7)] : []),
      ]
      expect(words.filter((each) => !page.includes(squeezed(each)))).toEqual([])
    },
    slow,
  )
})

it('that nothing is asked is said by a person, or it is open', () => {
  const said = { asked: [], none: { person: { ja: '山本 彩', en: 'Aya Yamamoto' }, on: '2026-10-05' } }
  expect(pageOf(packOf('en', { decisions: said }))?.cards.empty).toEqual({
    key: 'pack.decisions.none',
    facts: { person: said.none.person, on: '2026-10-05' },
  })
  expect(pageOf(packOf('en'))?.cards.empty?.key).toBe('pack.decisions.open')
  expect(summaryOf(packOf('en'))?.decisions?.note?.key).toBe('pack.decisions.open')
})

it('a pack of a file that could not hold decisions says nothing of them', () => {
  const model = packOf('en', { schemaVersion: 130 })
  expect([pageOf(model), summaryOf(model)?.decisions]).toEqual([undefined, null])
})

it('what came of earlier decisions: overdue first, and what this pack asks is not among them', () => {
  const asked = asking(1)
  const decisions = [
    ...asked.asked.map(({ decision: request }) => request),
    approved('DEC-11', '2026-05-01', '2026-09-29'),
    approved('DEC-12', '2026-05-01', '2026-08-31'),
    approved('DEC-13', '2026-05-01', '2026-12-31'),
    approved('DEC-14', '2026-05-01', '2026-07-31', { implementedOn: '2026-07-01' }),
    decision('DEC-15', { meetingId: 'MTG-1', packId: 'PACK-1' }),
    decision('DEC-16', { state: 'deferred', outcome: 'deferred', decidedOn: '2026-09-01' }),
    approved('DEC-17', '2026-10-01', null),
  ]
  const snapshot = register({ decisions, meetings: [meeting('MTG-1', '2026-09-01')] })
  const rows = pageOf(packOf('en', { snapshot, decisions: asked }))?.earlier.data.rows ?? []
  expect(rows.map(({ code, standing, daysLate }) => [code, standing, daysLate])).toEqual([
    ['DEC-12', 'late', 30],
    ['DEC-11', 'late', 1],
    ['DEC-15', 'unrecorded', null],
    ['DEC-16', 'deferred', null],
    ['DEC-13', 'under_way', null],
    ['DEC-14', 'implemented', null],
  ])
})

it('a figure beyond its tolerance is answered by a request, a decision under way or one that was noted; else it is open', () => {
  const overdue = register({
    actions: [action('ACT-1', '2026-01-01')],
    decisions: [],
  })
  const answers = (decisions: ReturnType<typeof decision>[]) =>
    pageOf(packOf('en', { snapshot: { ...overdue, decisions } }))
      ?.breaches.data.rows.filter(({ id }) => id === 'K12')
      .map(({ answer, code }) => [answer, code])
  expect(answers([])).toEqual([['open', null]])
  const kriIds = ['K12']
  expect(answers([approved('DEC-1', '2026-05-01', '2026-12-31', { kriIds })])).toEqual([['underWay', 'DEC-1']])
  const noted = { kriIds, kind: 'report', outcome: 'noted', followThrough: 'not_needed' } as const
  expect(answers([approved('DEC-1', '2026-05-01', null, noted)])).toEqual([['noted', 'DEC-1']])
  expect(answers([approved('DEC-1', '2026-05-01', null, { ...noted, outcome: 'rejected' })])).toEqual([['open', null]])
})
