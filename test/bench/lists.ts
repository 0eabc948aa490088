/** Lists at 1,000, 10,000 and 100,000 systems: pages, search, conditions, counts, groups, and all of it after a change. */
import { countRecords, facetsOf, listRecords, placeOf } from '#electron/register/list.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { facetInput, listInput, placeInput } from '#shared/contract/list.ts'
import { milliseconds, printRows, type Row, timeOf } from './measure.ts'
import { afterEdit, registerOf } from './registers.ts'

const page = (input: object) => listInput.parse({ limit: 100, ...input })
const tierAndReview = [
  { field: 'tier', direction: 'ascending' },
  { field: 'nextReviewOn', direction: 'ascending' },
]
const byReview = { nextReviewOn: { kind: 'range', from: '2026-03-01', to: '2026-06-30' } }
const chips = ['tier', 'lifecycle', 'unitId', 'executive', 'personalData', 'kind']

/** The first record changes by one edit of a field that bears on who it is, how heavy and when it is reviewed; then `work`. */
const edited = (register: Register, work: () => unknown) =>
  afterEdit(
    register,
    (turn) => ({ name: { ja: `改称 ${String(turn)}`, en: null }, nextReviewOn: `2026-0${String(turn + 1)}-20` }),
    work,
  )

export function benchLists(counts: readonly number[] = [1_000, 10_000, 100_000]): void {
  for (const count of counts) {
    const register = registerOf(count)
    const cold = performance.now()
    listRecords(register, 'system', page({}))
    const first = performance.now() - cold
    const list = (input: object) => timeOf(() => listRecords(register, 'system', page(input)))
    // Another search word each time, so that nothing that was kept answers.
    let turn = 0
    const fresh = (input: object, words: readonly string[]) =>
      timeOf(() => listRecords(register, 'system', page({ ...input, search: words[turn++ % words.length] ?? '' })))
    const last = listRecords(register, 'system', page({ sort: tierAndReview, offset: count - 1 })).rows[0]?.record.id
    const rows: Row[] = [
      { what: 'first page after opening', figure: milliseconds(first) },
      { what: 'page, by code', figure: milliseconds(list({})), aim: '< 50 ms at 100,000' },
      { what: 'page, by tier and review, again', figure: milliseconds(list({ sort: tierAndReview })) },
      { what: 'page, the last one', figure: milliseconds(list({ sort: tierAndReview, offset: count - 100 })) },
      {
        what: 'page, search of two characters',
        figure: milliseconds(fresh({}, ['在庫', '書類', '検知', '需要', '回答', '異常'])),
      },
      {
        what: 'page, search of a word',
        figure: milliseconds(fresh({}, ['問い合わせ', '読み取り', '最適化', 'ベンダー', 'システム', '異常の検知'])),
      },
      { what: 'page, search of a code', figure: milliseconds(fresh({}, ['sys-9', 'SYS12', '77', '4', '81', '99'])) },
      { what: 'counts of six chips', figure: milliseconds(timeOf(() => facetsOf(register, facets()))) },
      { what: 'place of the last record', figure: milliseconds(timeOf(() => placeOf(register, placeIn(last ?? '')))) },
      {
        what: 'after an edit: page by tier and review',
        figure: milliseconds(edited(register, () => listRecords(register, 'system', page({ sort: tierAndReview })))),
        aim: '< 150 ms at 100,000',
      },
      {
        what: 'after an edit: page by executive, in groups by vendor',
        figure: milliseconds(
          edited(register, () =>
            listRecords(
              register,
              'system',
              page({ group: 'vendor', sort: [{ field: 'executive', direction: 'ascending' }] }),
            ),
          ),
        ),
      },
      {
        what: 'after an edit: counts of six chips and of four views',
        figure: milliseconds(
          edited(register, () => {
            facetsOf(register, facets())
            countRecords(register, { noun: 'system', sets: sets() })
          }),
        ),
      },
    ]
    printRows(`lists of ${count.toLocaleString('en')} systems`, rows)
    register.close()
  }
}

const facets = () => facetInput.parse({ noun: 'system', fields: chips, filters: byReview })
const placeIn = (id: string) => placeInput.parse({ noun: 'system', id, sort: tierAndReview })
const sets = () =>
  [
    { executive: { kind: 'values', values: ['vacant', null] } },
    { standing: { kind: 'values', values: ['beyond'] } },
    { nextReviewOn: { kind: 'daysFromToday', from: null, to: 30 } },
    { changedSincePack: { kind: 'values', values: ['yes'] } },
  ].map((filters) => listInput.parse({ filters }))
