/**
 * `npm run torture [PART …] [--kills N] [--minutes M] [--seed S] [--only TEXT] [--keep FILE]`: tries to break what
 * docs/trust.md promises, and prints what was tried; `--only` takes the loads and operations alone whose names hold the text, and
 * the fuzz keeps what it has finished in FILE, from where the next run goes on. Bounded: `--minutes` is shared by the parts that run. Ends non-zero where a promise broke.
 */
import { parseArgs } from 'node:util'
import type { TortureResult } from './part.ts'
import { parts } from './parts.ts'

function numberOf(option: string, said: string | undefined, usual: number): number {
  const number = said === undefined ? usual : Number(said)
  if (Number.isFinite(number) && number >= 0) return number
  console.error(`--${option} takes a number.`)
  process.exit(2)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join(' ')}". The parts are: ${parts.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
const wanted = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const kills = numberOf('kills', values.kills, 1000)
const minutes = numberOf('minutes', values.minutes, 30)
const seed = numberOf('seed', values.seed, Math.floor(Math.random() * 2 ** 31))
const chosen = {
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.keep === undefined ? {} : { keep: values.keep }),
}
const end = performance.now() + minutes * 60_000

console.log(`seed ${String(seed)} (repeat with --seed ${String(seed)}), at most ${String(minutes)} minutes`)
let broken = 0
for (const [index, part] of wanted.entries()) {
  console.log(`\n── ${part.name}: ${part.promise} ──`)
  const start = performance.now()
  // What one part leaves of its time, those after it have.
  const until = start + Math.max(0, end - start) / (wanted.length - index)
  const result = await part.run({
    seed,
    kills,
    share: 1,
    ...chosen,
    until,
    say: (line) => console.log(`  ${line}`),
  })
  broken += tell(part.name, result, performance.now() - start)
}
process.exitCode = broken > 0 ? 1 : 0

function tell(name: string, { counts, broken: breaches, skipped }: TortureResult, took: number): number {
  for (const [what, count] of Object.entries(counts)) console.log(`  ${String(count).padStart(9)} ${what}`)
  for (const breach of breaches) console.log(`  ✗ ${breach}`)
  if (skipped !== undefined) console.log(`  skipped: ${skipped}`)
  const outcome = breaches.length > 0 ? `✗ broken ${String(breaches.length)} times` : skipped === undefined ? '✓' : '–'
  console.log(`${outcome} ${name} (${(took / 1000).toFixed(1)} s)`)
  return breaches.length
}
