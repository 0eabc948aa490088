/**
 * The highest memory of a process that does nothing but import 200 MB of CSV. It is a process of its own, since what earlier
 * parts have left in memory would count.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importSystems } from '#electron/register/import/import-systems.ts'
import { writeSource } from './import.ts'
import { milliseconds, onceOf, printRows } from './measure.ts'
import { benchFolder, emptyRegister } from './registers.ts'

/** With a remark of some hundred letters a row is 1 KB, as in real inventories. */
const rows = 200_000
const remark = 'もとの表の備考であり、どの欄にも当たらない。'.repeat(12)

const megabytes = (value: number) => `${String(Math.round(value / 1e6))} MB`

async function measure(source: string): Promise<void> {
  const register = emptyRegister('memory')
  const before = process.memoryUsage.rss()
  let highest = before
  let read = before
  const imported = await onceOf(() =>
    importSystems(
      register,
      source,
      {},
      {
        progress: ({ stage }) => {
          highest = Math.max(highest, process.memoryUsage.rss())
          if (stage !== 'writing') read = highest
        },
      },
    ),
  )
  if (imported.result.added !== rows) throw new Error(`added ${String(imported.result.added)}`)
  register.close()
  const whole = process.resourceUsage().maxRSS * 1024
  printRows(`Import of ${megabytes(statSync(source).size)} (${String(rows)} systems) in a process of its own`, [
    { what: 'import', figure: milliseconds(imported.ms) },
    { what: 'time of the processor', figure: milliseconds(imported.processorMs) },
    { what: 'memory before', figure: megabytes(before) },
    { what: 'highest while reading and comparing', figure: megabytes(read) },
    { what: 'highest in all, as the system counts it', figure: megabytes(whole) },
  ])
}

/** Writes the source, then runs this module by itself and waits for its end. */
export async function benchMemory(): Promise<void> {
  const source = join(benchFolder, 'large.csv')
  await writeSource(source, rows, remark)
  const child = fork(fileURLToPath(import.meta.url), [source])
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the process of its own ended with ${String(code)}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    await measure(process.argv[2] ?? '')
  } finally {
    rmSync(benchFolder, { recursive: true, force: true })
  }
