/** Timing by repeated runs: the median of a few, in milliseconds. Figures are printed, never asserted. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The median time of `runs` runs, after one run that nobody counts. */
export function timeOf(work: () => unknown, runs = 5): number {
  work()
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

/** What one run takes: time, and time of the processor, which others on the machine do not lengthen as much. */
export interface Spent {
  readonly ms: number
  /** Of this process, by itself and for it by the system. */
  readonly processorMs: number
}

export async function onceOf<Result>(work: () => Promise<Result> | Result): Promise<Spent & { result: Result }> {
  const used = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(used)
  return { ms, processorMs: (user + system) / 1000, result }
}

export interface Row {
  readonly what: string
  readonly figure: string
  readonly aim?: string
}

export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`)
  const width = Math.max(...rows.map((row) => row.what.length))
  for (const row of rows)
    console.log(`  ${row.what.padEnd(width)}  ${row.figure}${row.aim === undefined ? '' : `   (aim ${row.aim})`}`)
}

export const milliseconds = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value).toString()} ms`
export const ratio = (value: number, other: number) => `${(value / other).toFixed(2)} ×`
