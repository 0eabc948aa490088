/** Figures and verify at 1,000, 10,000 and 100,000 systems. */
import { figureFacts } from '#electron/register/figure-facts.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import { milliseconds, onceOf, printRows, type Row, timeOf } from './measure.ts'
import { listWork } from '#electron/register/work-queue.ts'
import { registerOf } from './registers.ts'

const wholeQueue: Parameters<typeof listWork>[1] = {
  day: null,
  kinds: [],
  standings: [],
  personId: null,
  unitId: null,
  period: null,
  search: '',
  offset: 0,
  limit: 100,
}

/** A change before each run, so that nothing kept from the run before is measured. */
function afterChange(register: Register, work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    createSystem(register, { name: { ja: '一件', en: null } })
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((one, other) => one - other)[1] ?? Number.NaN
}

export async function benchSize(): Promise<void> {
  for (const count of [1_000, 10_000, 100_000]) {
    const register = registerOf(count)
    const today = register.today()
    const rows: Row[] = [
      {
        what: 'figures after a change (read and compute)',
        figure: milliseconds(afterChange(register, () => computeKris(figureFacts(register), today))),
        aim: '< 300 ms at 100,000',
      },
      {
        what: 'figures, nothing changed',
        figure: milliseconds(timeOf(() => computeKris(figureFacts(register), today))),
      },
      {
        what: 'work queue after a change (made, sorted, first page)',
        figure: milliseconds(afterChange(register, () => listWork(register, wholeQueue))),
      },
      {
        what: 'work queue, a page further down',
        figure: milliseconds(timeOf(() => listWork(register, { ...wholeQueue, offset: 500 }))),
        aim: '< 50 ms at 100,000',
      },
    ]
    const events = register.head().sequence
    const verified = await onceOf(() => verifyRegister(register))
    if (verified.result.length > 0) throw new Error(`verify found ${JSON.stringify(verified.result[0])}`)
    rows.push({ what: 'verify, per 100,000 events', figure: milliseconds((verified.ms / events) * 100_000) })
    printRows(`${count.toLocaleString('en')} systems, ${events.toLocaleString('en')} events`, rows)
    register.close()
  }
}
