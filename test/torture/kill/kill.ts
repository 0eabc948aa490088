/** Processes over the register's own code, killed at random moments under each of the loads. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atATime, randomFrom, type TorturePart, type TortureResult, type TortureWork } from '../part.ts'
import { faultsAfter } from './after-kill.ts'
import { killAfter } from './kill-process.ts'
import { lay, type Load, makeBeginning, registerName } from './load.ts'
import { loads } from './loads.ts'
import { makeUsualRegister } from './usual-register.ts'

const processFile = join(import.meta.dirname, 'load-process.ts')
/** Processes at once: one waits for the disk while the other computes. */
const width = 2

export const kill: TorturePart = {
  name: 'kill',
  promise: 'a process that is killed loses nothing that it acknowledged and leaves nothing half done',
  run: (work) =>
    killUnder(
      loads.filter(({ name }) => name.includes(work.only ?? '')),
      work,
    ),
}

/** `within` milliseconds of its beginning each process is killed; unless said, as long as its load takes by itself. */
export async function killUnder(chosen: readonly Load[], work: TortureWork, within?: number): Promise<TortureResult> {
  const room = mkdtempSync(join(tmpdir(), 'daicho-torture-'))
  const tally = new Tally()
  try {
    const usual = join(room, 'usual.daicho')
    makeUsualRegister(usual)
    const beginningOf = (load: Load) => join(room, `beginning-${load.name}`)
    const lengths = new Map<Load, number>()
    for (const load of chosen) {
      await makeBeginning(load, beginningOf(load), usual)
      lengths.set(load, within ?? (await lengthOf(load, beginningOf(load), join(room, 'whole'), tally)))
    }
    const random = randomFrom(work.seed)
    const plan = Array.from({ length: work.kills }, (_each, index) => {
      const load = chosen[index % chosen.length] as Load
      return { load, index, seed: Math.floor(random() * 2 ** 31), after: random() * (lengths.get(load) ?? 0) }
    })
    await atATime(width, plan, async ({ load, index, seed, after }) => {
      if (performance.now() > work.until) return
      const folder = join(room, String(index))
      lay(beginningOf(load), folder)
      const { told, ended, errors } = await killAfter([processFile, load.name, folder, String(seed)], after)
      if (errors !== '') tally.breach(load, `wrote of itself: ${errors}`)
      tally.add(load, ended, told.filter((each) => each.kind === 'change' || each.kind === 'file').length)
      const faults = await faultsAfter(load, { folder, file: join(folder, registerName), told })
      for (const fault of faults) tally.breach(load, `${fault} (seed ${String(seed)}, after ${after.toFixed(2)} ms)`)
      rmSync(folder, { recursive: true, force: true })
      if ((index + 1) % 100 === 0) work.say(`${String(index + 1)} processes`)
    })
    return tally.result(work)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** How long a load takes that nobody kills; it must come to its end, and hold what is promised too. */
async function lengthOf(load: Load, beginning: string, folder: string, tally: Tally): Promise<number> {
  lay(beginning, folder)
  const { told, ended, milliseconds, errors } = await killAfter([processFile, load.name, folder, '1'], null)
  if (!ended) throw new Error(`the load of ${load.name} does not come to its end: ${errors}`)
  for (const fault of await faultsAfter(load, { folder, file: join(folder, registerName), told }))
    tally.breach(load, `without being killed: ${fault}`)
  rmSync(folder, { recursive: true, force: true })
  return milliseconds
}

class Tally {
  readonly #killed = new Map<string, number>()
  readonly #broken: string[] = []
  #acknowledged = 0
  #ended = 0

  add(load: Load, ended: boolean, acknowledged: number): void {
    this.#acknowledged += acknowledged
    if (ended) this.#ended += 1
    else this.#killed.set(load.name, (this.#killed.get(load.name) ?? 0) + 1)
  }

  breach(load: Load, fault: string): void {
    this.#broken.push(`${load.name}: ${fault}`)
  }

  result({ kills }: TortureWork): TortureResult {
    const killed = [...this.#killed.values()].reduce((sum, count) => sum + count, 0)
    return {
      counts: {
        'processes killed': killed,
        ...Object.fromEntries([...this.#killed].map(([name, count]) => [`of them under ${name}`, count])),
        'had ended before': this.#ended,
        'never begun: out of time': kills - killed - this.#ended,
        'acknowledged changes and files looked for': this.#acknowledged,
      },
      broken: this.#broken,
    }
  }
}
