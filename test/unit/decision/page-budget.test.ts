/** The page budget against printed pages: what runs over, and what is proposed to be left out, in words of both languages. */
import { expect, test } from 'vitest'
import { budgetExceeded, type PageSheets, pagesToDoWithout } from '#shared/domain/decision/page-budget.ts'
import { budgetFacts, budgetFromFacts, sayBudget } from '#shared/locales/say-budget.ts'
import { translate } from '#shared/locales/translate.ts'

const core: readonly PageSheets[] = [
  { page: 'summary', sheets: 1 },
  { page: 'controls', sheets: 1 },
  { page: 'dataQuality', sheets: 3 },
]
const glossary = { page: 'annexGlossary', sheets: 2 }
const extract = { page: 'annexExtract', sheets: 8 }
const told = (budget: number, pages: readonly PageSheets[], isCounted = true) =>
  budgetExceeded({ budget, pages, isCounted }, pagesToDoWithout)

test.each([
  ['within', 5, core, null],
  ['nothing to do without', 4, core, [5, ['dataQuality'], [], 1]],
  [
    'the shortest annex that is enough',
    13,
    [...core, glossary, extract],
    [15, ['annexExtract', 'dataQuality', 'annexGlossary'], ['annexGlossary'], 0],
  ],
  [
    'the longer one where the shorter is not enough',
    10,
    [...core, glossary, extract],
    [15, ['annexExtract', 'dataQuality', 'annexGlossary'], ['annexExtract'], 0],
  ],
  [
    'both',
    5,
    [...core, glossary, extract],
    [15, ['annexExtract', 'dataQuality', 'annexGlossary'], ['annexExtract', 'annexGlossary'], 0],
  ],
  [
    'both and still over',
    3,
    [...core, glossary, extract],
    [15, ['annexExtract', 'dataQuality', 'annexGlossary'], ['annexExtract', 'annexGlossary'], 2],
  ],
] as const)('%s', (_name, budget, pages, expected) => {
  const exceeded = told(budget, pages)
  expect(
    exceeded && [exceeded.sheets, exceeded.longer.map(({ page }) => page), exceeded.leaveOut, exceeded.stillOver],
  ).toEqual(expected)
})

test.each([
  [
    10,
    true,
    '印刷すると15ページになり、上限の10ページを5ページ超えます。2ページ以上に続くもの：別紙 台帳の抜粋（8ページ）、データ品質・検証（3ページ）、別紙 用語（2ページ）。別紙 台帳の抜粋を外すと収まります',
    '15 printed pages, 5 more than the 10 allowed. Runs over more than one: Annex: extract of the register (8 pages), Data quality and verification (3 pages), Annex: glossary (2 pages). It fits without Annex: extract of the register',
  ],
  [
    3,
    false,
    '少なくとも15ページになり、上限の3ページを超えます（印刷での確認はまだです）。2ページ以上に続くもの：別紙 台帳の抜粋（8ページ）、データ品質・検証（3ページ）、別紙 用語（2ページ）。別紙 台帳の抜粋、別紙 用語を外しても2ページ超えます。ほかのページも外すか、上限を変えてください',
    'At least 15 pages, 3 allowed (not counted in print yet). Runs over more than one: Annex: extract of the register (8 pages), Data quality and verification (3 pages), Annex: glossary (2 pages). Without Annex: extract of the register, Annex: glossary it is still 2 over: leave out other pages too, or change the page budget',
  ],
])('a budget of %d in words, the same from the facts of a problem', (budget, isCounted, ja, en) => {
  const exceeded = told(budget, [...core, glossary, extract], isCounted)
  const again = budgetFromFacts(budgetFacts(exceeded))
  expect(again).toEqual(exceeded)
  expect(again && [sayBudget(translate('ja'), again), sayBudget(translate('en'), again)]).toEqual([ja, en])
})
