/** The sheet of one contract in a real browser and on paper: built pages, real fonts, real PDF. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { finishPdf } from '#electron/register/export/finish-pdf.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { contractOn } from '#shared/domain/metrics/third-party-on.ts'
import { languages } from '#shared/domain/text.ts'
import { positionOf } from '#shared/domain/third-party/contract-positions.ts'
import type { ContractSheet } from '#shared/domain/third-party/contract-sheet.ts'
import { matterRowsOf } from '#shared/domain/third-party/vendor-rows.ts'
import { translate } from '#shared/locales/translate.ts'
import { register } from '#test/support/hand-made-register.ts'
import { paperFaults } from '#test/support/paper-faults.ts'
import { type PdfFacts, pdfFacts } from '#test/support/pdf-facts.ts'
import { answersTo, contract, reading, vendor } from '#test/support/third-party-register.ts'

const slow = 240_000
const squeezed = (text: string) => text.replace(/\s+/g, '')
const quotation = '当社は、サービスの改善のために入力を利用することがある。（髙橋・𠮷田）'

/** Every state there is; what is written fills its cells. */
function sheetOf(): ContractSheet {
  const written = { clause: '第5条第2項', quotation, position: '学習に使わないと明記する', agreedText: '覚書 第2条' }
  const state = register({
    vendors: [vendor('VEN-0001')],
    contracts: [contract('CON-0001', 'VEN-0001', { personalData: 'yes', to: '2027-03-31', noticeMonths: 3 })],
    contractReadings: [reading('RDG-0001', 'CON-0001', '2026-04-01', { trainingUse: 'opt_out_open' })],
    pointAnswers: answersTo('RDG-0001', {
      'CC-IN-08': { finding: 'needs_change', dueOn: '2026-12-20', ...written },
      'CC-GN-02': { carriedOver: true, ...written },
      'CC-OUT-01': { finding: 'risk_accepted', reason: '影響が小さい', acceptedUntil: '2026-09-29' },
      'CC-GN-09': { finding: 'not_applicable', reason: '日本法である' },
    }),
  })
  const [agreed] = state.contracts
  if (agreed === undefined) throw new Error('there is a contract')
  const standing = contractOn(new RegisterOn(state, '2026-09-30'), agreed)
  return {
    organisation: { ja: '令和商事株式会社', en: 'Reiwa Shoji Co., Ltd.' },
    classification: 'confidential',
    sample: true,
    fileName: 'reiwa.daicho',
    day: '2026-09-30',
    time: '09:00',
    contract: agreed,
    end: { endsOn: '2027-03-31', noticeBy: '2026-12-31', renews: 'unknown', past: false },
    inForce: true,
    vendor: { code: 'VEN-0001', name: { ja: '株式会社北斗', en: 'Hokuto K.K.' }, group: null },
    systems: [{ code: 'SYS-0001', name: { ja: '社内文書検索', en: 'Document search' } }],
    owner: null,
    ownerPost: null,
    legalReviewer: { ja: '法務 花子', en: 'Hanako Homu' },
    reading: { code: 'RDG-0001', edition: '第3版', startedOn: '2026-04-01', completedOn: null, reader: null },
    position: positionOf(standing),
    count: standing.count,
    matters: matterRowsOf([standing]).map(({ matter, count }) => ({ matter, count })),
    points: standing.points.map((point) => ({
      id: point.id,
      question: point.question,
      own: false,
      element: point.element,
      head: point.head,
      matter: point.matter,
      weight: point.weight,
      state: point.state,
      gap: point.gap,
      written: point.answer,
      owner: null,
      ownerPost: null,
      accepter: null,
      links: point.gap ? ['ACT-0001'] : [],
    })),
  }
}

let printer: ChromiumPrinter
beforeAll(async () => {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  printer = await ChromiumPrinter.start({ assets: builtFolder('renderer'), browser: await findBrowser() })
}, slow)
afterAll(async () => {
  await printer.close()
})

describe.each(languages)('on paper, %s', (language) => {
  let facts: PdfFacts
  let faults: string[]
  const t = translate(language)
  beforeAll(async () => {
    const raw = await printer.print({ kind: 'contract', model: sheetOf(), language, title: 'CON-0001' })
    const finished = await finishPdf(raw, {
      title: 'CON-0001',
      author: 'Reiwa',
      subject: t('contractSheet.title'),
      keywords: [],
      language,
      at: '2026-09-30T00:00:00.000Z',
      id: '5b1e90c47d2af3e8'.repeat(4),
    })
    facts = await pdfFacts(finished)
    faults = await paperFaults(finished)
  }, slow)

  it('is A4 upright, in its language, and good paper', () => {
    expect(new Set(facts.pages)).toEqual(new Set(['portrait 210 × 297']))
    expect({ language: facts.language, faults }).toEqual({ language, faults: [] })
  })

  it('says on every page whose it is, how it may be handled, that it is a draft and of what', () => {
    const missing = facts.text.flatMap((text, index) =>
      [
        t('contractSheet.draft', { day: '2026-09-30', time: '09:00' }),
        t('contractSheet.title'),
        t('app.sample'),
        '社外秘 Confidential',
        'CON-0001 · reiwa.daicho',
        `${String(index + 1)} / ${String(facts.pages.length)}`,
      ].filter((words) => !text.includes(squeezed(words))),
    )
    expect(missing).toEqual([])
  })

  it('has the gaps before what is settled, with clause, quotation, position, agreed text and due day', () => {
    const text = facts.text.join('')
    const places = ['CC-IN-08', t('contractSheet.settled'), 'CC-IN-01'].map((words) => text.indexOf(squeezed(words)))
    expect(
      places.every((place) => place >= 0) && places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0)),
    ).toBe(true)
    const wanted = [
      quotation,
      '第5条第2項',
      '学習に使わないと明記する',
      '覚書 第2条',
      '2026-12-20',
      '2026-12-31',
      'ACT-0001',
      t('value.trainingUse.opt_out_open'),
      t('value.pointFinding.needs_change'),
      t('reading.state.carried_over'),
      t('reading.state.acceptance_lapsed'),
      t('contractSheet.draftMark'),
      ...['due_diligence', 'liability', 'purpose'].map((matter) => t(`value.pointMatter.${matter}`)),
    ]
    expect(wanted.filter((words) => !text.includes(squeezed(words)))).toEqual([])
    expect(text).not.toContain('\ufffd')
  })
})
