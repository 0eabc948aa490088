/** All rules of data quality over many systems: when they are first asked, and after one record has changed. */
import { readQuality } from '#electron/register/quality.ts'
import { milliseconds, printRows, timeOf } from './measure.ts'
import { afterEdit, registerOf } from './registers.ts'

const counts = [10_000, 100_000]
const everything = { severity: null, noun: null, unitId: null, ownerId: null, day: null, rule: 'DQ-05', most: 200 }

export function benchQuality(): void {
  for (const count of counts) {
    const register = registerOf(count)
    const read = () => readQuality(register, everything)
    const start = performance.now()
    const { rules } = read()
    const first = performance.now() - start
    const found = rules.reduce((sum, rule) => sum + rule.found, 0)
    printRows(`data quality of ${count.toLocaleString('en')} systems, ${found.toLocaleString('en')} findings`, [
      { what: 'all rules after opening', figure: milliseconds(first) },
      { what: 'again', figure: milliseconds(timeOf(read)), aim: '< 100 ms' },
      {
        what: 'after a day of review has changed',
        figure: milliseconds(afterEdit(register, (at) => ({ nextReviewOn: `2026-0${String(at + 1)}-20` }), read)),
        aim: '< 1 s at 100,000',
      },
    ])
    register.close()
  }
}
