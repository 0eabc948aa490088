/** The work queue at 1,000, 10,000 and 100,000 systems: made from nothing, a page of it, and the same after a change. */
import { listWork } from '#electron/register/work-queue.ts'
import { milliseconds, printRows, timeOf } from './measure.ts'
import { afterEdit, registerOf } from './registers.ts'

const everything = { day: null, kinds: [], standings: [], personId: null, unitId: null, period: null, search: '' }

export function benchQueue(counts: readonly number[] = [1_000, 10_000, 100_000]): void {
  for (const count of counts) {
    const register = registerOf(count)
    const page = (input: object = {}) => listWork(register, { ...everything, offset: 0, limit: 100, ...input })
    const start = performance.now()
    const { total } = page()
    const first = performance.now() - start
    let offset = 0
    let turn = 0
    const words = ['在庫', '書類', '検知', '需要', '回答', '異常']
    printRows(`work queue of ${count.toLocaleString('en')} systems, ${total.toLocaleString('en')} items`, [
      { what: 'first page after opening', figure: milliseconds(first) },
      { what: 'next page', figure: milliseconds(timeOf(() => page({ offset: (offset += 100) }))), aim: '< 100 ms' },
      {
        what: 'first page of other conditions',
        figure: milliseconds(timeOf(() => page({ personId: turn++ % 2 === 0 ? 'none' : null }))),
      },
      { what: 'a search', figure: milliseconds(timeOf(() => page({ search: words[turn++ % words.length] ?? '' }))) },
      {
        what: 'after a day of review has changed: first page',
        figure: milliseconds(afterEdit(register, (at) => ({ nextReviewOn: `2026-0${String(at + 1)}-20` }), page)),
        aim: '< 150 ms at 100,000',
      },
    ])
    register.close()
  }
}
