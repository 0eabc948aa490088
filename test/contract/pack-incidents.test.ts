/** Incidents and regulatory actions on the page of the pack, on paper: none, one, some and very many, with names without end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { ActionsPage, PackModel } from '#shared/pack-model/pages.ts'
import { acceptance, action, register, risk, system } from '#test/support/hand-made-register.ts'
import { enforcement, incident, report } from '#test/support/incident-records.ts'
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

const endless = { ja: '終わりのない名称'.repeat(50), en: 'A name that does not end '.repeat(20) }
const squeezed = (text: string) => text.replace(/\s+/g, '')
const codeOf = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(4, '0')}`

function crowdedBy(count: number): RegisterState {
  const of = <Row>(make: (index: number) => Row) => Array.from({ length: count }, (_, index) => make(index))
  return register({
    systems: [system('SYS-0001')],
    risks: of((index) => risk(codeOf('RSK', index))),
    actions: of((index) => action(codeOf('ACT', index), '2026-05-01', { name: endless })),
    acceptances: of((index) => acceptance(codeOf('ACC', index), codeOf('RSK', index), '2026-01-01', '2026-12-31')),
    incidents: of((index) =>
      incident(codeOf('INC', index), {
        name: endless,
        lessons: endless,
        severity: index % 3 === 0 ? null : 'major',
        kind: index % 5 === 4 ? 'near_miss' : 'incident',
        leak: index % 2 === 0 ? 'yes' : 'no',
        leakMany: 'yes',
        detectedAt: '2026-09-20T01:00:00.000Z',
        learnedAt: index % 4 === 0 ? '2026-09-20T01:00:00.000Z' : null,
        systemIds: ['SYS-0001'],
      }),
    ),
    incidentReports: of((index) => report(codeOf('INC', index), 'early', '2026-09-22T01:00:00.000Z')),
    enforcements: of((index) =>
      enforcement(codeOf('ENF', index), {
        name: endless,
        dueOn: index % 2 === 0 ? '2026-09-01' : '2026-12-01',
        incidentId: codeOf('INC', index),
      }),
    ),
  })
}

function packOf(snapshot: RegisterState, language: Language, schemaVersion = 130): PackModel {
  return buildPackModel({
    snapshot,
    asOf: september,
    cutOff: '2026-10-09T14:59:59.999Z',
    code: 'PACK-2026Q2',
    title: null,
    lockedAt: '2026-10-09T15:00:00.000Z',
    dataDigest: '5b'.repeat(32),
    auditHead: '0f'.repeat(32),
    previous: null,
    history: [],
    decisions: { asked: [], none: null },
    packsBefore: 0,
    recordedLate: [],
    finishing: nothingFinished(snapshot.organisation),
    language,
    preparedBy: null,
    appVersion: '0.1.0',
    schemaVersion,
    sample: false,
  })
}
const actionsOf = ({ pages }: PackModel) => pages.find((page): page is ActionsPage => page.key === 'actions')

describe.each(languages)('%s', (language) => {
  const t = translate(language)

  it.each([40])(
    'the page is one sheet with %d of everything and names without end, the rest counted and left to files',
    async (count) => {
      const model = packOf(crowdedBy(count), language)
      const { pages, text } = await pdfFacts(await printer.print({ kind: 'pack', model, language, title: 'incidents' }))
      const at = pages.lastIndexOf('landscape 297 × 210')
      expect(text.filter((each) => each.includes(squeezed(t('pack.page.actions'))))).toEqual([text[at]])
      const page = text[at] ?? ''
      const left = (shown: number, file: string) =>
        count > shown ? [squeezed(t('pack.more', { count: count - shown, file: `csv/${file}.csv` }))] : []
      const words = [
        ...(count === 0 ? [squeezed(t('pack.empty.incidentsNone'))] : ['INC-0001', 'ENF-0001']),
        ...left(4, 'incidents'),
        ...left(3, 'enforcements'),
      ]
      expect(words.filter((each) => !page.includes(each))).toEqual([])
    },
    slow,
  )
})

it('a pack of a file that could not hold incidents says nothing of them', () => {
  const page = actionsOf(packOf(register(), 'en', 120))
  expect([page?.incidents, page?.enforcements]).toEqual([null, null])
})

it('nothing was ever received: the page has no list of regulatory actions', () => {
  const page = actionsOf(packOf(register({ incidents: [incident('INC-0001')] }), 'en'))
  expect([page?.incidents?.data.total, page?.enforcements]).toEqual([1, null])
})

it('late reports first, then what is open by seriousness, near misses after incidents, then what is resolved', () => {
  const at = (day: string) => `2026-${day}T01:00:00.000Z`
  const rows = actionsOf(
    packOf(
      register({
        incidents: [
          incident('INC-1', {
            severity: 'critical',
            detectedAt: at('08-01'),
            resolvedAt: at('08-02'),
            state: 'resolved',
          }),
          incident('INC-2', { severity: 'minor', detectedAt: at('09-20') }),
          incident('INC-3', { severity: 'critical', kind: 'near_miss', detectedAt: at('09-21') }),
          incident('INC-4', { severity: null, detectedAt: at('09-01') }),
          incident('INC-5', { severity: 'minor', leak: 'yes', leakMany: 'yes', learnedAt: at('08-01') }),
          incident('INC-6', { severity: 'major', detectedAt: '2025-01-01T00:00:00.000Z' }),
          incident('INC-7', {
            detectedAt: '2025-01-01T00:00:00.000Z',
            resolvedAt: '2025-01-02T00:00:00.000Z',
            state: 'resolved',
          }),
        ],
      }),
      'en',
    ),
  )?.incidents?.data
  expect(rows?.rows.map(({ code, inTime, hours, daysOpen }) => [code, inTime, hours, daysOpen])).toEqual([
    ['INC-5', 'no', null, 60],
    ['INC-4', null, null, 29],
    ['INC-6', null, null, 637],
    ['INC-2', null, null, 10],
  ])
  expect(rows?.total).toBe(6)
})

it('what an authority asks for stands by its deadline until it is done', () => {
  const rows = actionsOf(
    packOf(
      register({
        incidents: [incident('INC-1')],
        enforcements: [
          enforcement('ENF-1', { dueOn: '2026-10-09', incidentId: 'INC-1' }),
          enforcement('ENF-2'),
          enforcement('ENF-3', { dueOn: '2026-09-29', kind: 'recommendation' }),
          enforcement('ENF-4', { dueOn: '2026-09-01', state: 'done', doneOn: '2026-09-30' }),
          enforcement('ENF-5', { dueOn: '2026-09-30', state: 'done', doneOn: '2026-10-02' }),
          enforcement('ENF-6', { receivedOn: '2026-10-01', dueOn: '2026-10-02' }),
        ],
      }),
      'en',
    ),
  )?.enforcements?.data.rows
  expect(rows?.map(({ code, daysOverdue, incident: from }) => [code, daysOverdue, from])).toEqual([
    ['ENF-3', 1, null],
    ['ENF-5', 0, null],
    ['ENF-1', 0, 'INC-1'],
  ])
})
