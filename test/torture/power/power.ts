/**
 * Power loss. A process cannot lose what the system has taken in, so killing one shows nothing of it: here the writes, syncs and
 * names of a real run are recorded, and every state in which a disk may be after a cut is laid and opened by the program.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openRegister } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { filesFaults } from '../kill/after-kill.ts'
import { here, lay as layBeginning, type Load, makeBeginning, registerName, type Told } from '../kill/load.ts'
import { backups } from '../kill/loads/backups.ts'
import { bulk } from '../kill/loads/bulk.ts'
import { copies } from '../kill/loads/copies.ts'
import { edits } from '../kill/loads/edits.ts'
import { exports } from '../kill/loads/exports.ts'
import { imports } from '../kill/loads/imports.ts'
import { locks } from '../kill/loads/locks.ts'
import { merges } from '../kill/loads/merges.ts'
import { newRegisters } from '../kill/loads/new-registers.ts'
import { protecting } from '../kill/loads/protecting.ts'
import { recoveries } from '../kill/loads/recoveries.ts'
import { redactions } from '../kill/loads/redactions.ts'
import { restores } from '../kill/loads/restores.ts'
import { settings } from '../kill/loads/settings.ts'
import { makeUsualRegister } from '../kill/usual-register.ts'
import { type Random, randomFrom, type TorturePart, type TortureResult, type TortureWork } from '../part.ts'
import { type Cut, Disk, lay } from './disk.ts'
import { record, type Recording, whyNot } from './record.ts'
import type { DiskStep } from './trace.ts'

export interface PowerRun {
  readonly load: Load
  /** How much of the load is recorded. */
  readonly share: number
  /** States that are opened at most, drawn by chance from all that there are. */
  readonly most: number
  /** Weaker than the program's own promise, to see that this test can fail. */
  readonly level?: string
}

const usualRuns: readonly PowerRun[] = [
  { load: edits, share: 0.15, most: 2500 },
  { load: bulk, share: 0.25, most: 800 },
  { load: imports, share: 0.5, most: 800 },
  { load: locks, share: 0.5, most: 600 },
  { load: newRegisters, share: 0.25, most: 500 },
  { load: backups, share: 0.25, most: 600 },
  { load: restores, share: 0.5, most: 600 },
  { load: merges, share: 0.3, most: 600 },
  { load: recoveries, share: 0.25, most: 300 },
  { load: redactions, share: 0.34, most: 600 },
  { load: copies, share: 0.25, most: 500 },
  { load: protecting, share: 0.3, most: 200 },
  { load: exports, share: 0.3, most: 400 },
  { load: settings, share: 0.05, most: 300 },
]

export const power: TorturePart = {
  name: 'power',
  promise: 'whatever a cut leaves on the disk, every acknowledged change is in it and nothing half done',
  run: (work) =>
    losePower(
      usualRuns.filter(({ load }) => load.name.includes(work.only ?? '')),
      work,
    ),
}

export async function losePower(runs: readonly PowerRun[], work: TortureWork): Promise<TortureResult> {
  const missing = whyNot()
  if (missing !== null) return { counts: {}, broken: [], skipped: missing }
  const room = mkdtempSync(join(realpathSync(tmpdir()), 'daicho-power-'))
  const counts: Record<string, number> = {}
  const broken: string[] = []
  try {
    const usual = join(room, 'usual.daicho')
    makeUsualRegister(usual)
    for (const [index, run] of runs.entries()) {
      const { load, share, level } = run
      // What one load leaves of its time, those after it have.
      const now = performance.now()
      const until = now + Math.max(0, work.until - now) / (runs.length - index)
      const name = level === undefined ? load.name : `${load.name} with synchronous = ${level}`
      const [before, folder] = [join(room, 'before'), join(room, 'folder')]
      await makeBeginning(load, before, usual)
      layBeginning(before, folder)
      const told = { load: load.name, folder, seed: work.seed, share, ...(level === undefined ? {} : { level }) }
      const recording = await record(told, join(room, 'trace'))
      const tried = await tryStates(run, { recording, before, folder, room, work: { ...work, until } })
      counts[`states after a cut under ${name}`] = tried.states
      counts[`steps of the disk recorded under ${name}`] = tried.steps
      broken.push(...tried.broken.map((fault) => `${name}: ${fault}`))
      for (const used of [before, folder]) rmSync(used, { recursive: true, force: true })
    }
    return { counts, broken }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

interface Trial {
  readonly recording: Recording
  readonly before: string
  readonly folder: string
  readonly room: string
  readonly work: TortureWork
}

async function tryStates(
  run: PowerRun,
  { recording, before, folder, room, work }: Trial,
): Promise<{ states: number; steps: number; broken: string[] }> {
  const random = randomFrom(work.seed)
  const heads = headsOf(recording, before)
  const counting = new Disk(folder, before)
  const total = recording.steps.filter((step) => step.kind !== 'told' && counting.take(step)).length
  const atEach = cuts(random, 4096).length
  // All of them, or as many as were asked for, or as there is time for, spread over the whole of the run.
  const most = Math.min(1, (run.most * work.share) / (total * atEach))
  const begun = performance.now()
  let taken = 0
  const chance = (states: number): number => {
    const now = performance.now()
    const cost = (now - begun) / Math.max(1, states)
    return Math.min(most, (work.until - now) / (cost * (total - taken + 1) * atEach))
  }
  const disk = new Disk(folder, before)
  const seen = new Set<string>()
  const told: Told[] = []
  const broken: string[] = []
  let states = 0
  for (const step of recording.steps) {
    if (step.kind === 'told') {
      told.push(...step.told)
      continue
    }
    if (!disk.take(step)) continue
    taken += 1
    for (const { name, cut } of cuts(random, disk.lastWritten)) {
      if (random() >= chance(states) || performance.now() > work.until) continue
      const found = disk.after(cut)
      const digest = digestOf(found, told.length)
      if (seen.has(digest)) continue
      seen.add(digest)
      states += 1
      const place = join(room, 'state')
      lay(found, place)
      for (const fault of await faultsIn(run.load, place, told, heads))
        broken.push(`${fault} (${name}, after ${String(told.length)} acknowledgements, at ${describe(step)})`)
      rmSync(place, { recursive: true, force: true })
    }
  }
  return { states, steps: total, broken }
}

/** What may be there of what was not synced when the power went. */
function cuts(random: Random, lastWritten: number): readonly { readonly name: string; readonly cut: Cut }[] {
  const [all, none, some] = [() => true, () => false, () => random() < 0.5]
  const found: { name: string; cut: Cut }[] = [
    { name: 'all of it', cut: { hasEdit: all, hasNaming: all } },
    { name: 'nothing of it', cut: { hasEdit: none, hasNaming: none } },
    { name: 'the names and no content', cut: { hasEdit: none, hasNaming: all } },
    { name: 'the content and no names', cut: { hasEdit: all, hasNaming: none } },
    { name: 'some of it', cut: { hasEdit: some, hasNaming: all } },
    { name: 'some of it and of the names', cut: { hasEdit: some, hasNaming: some } },
  ]
  // A disk writes sectors, a system pages: the last write ends at the border of one, or begins there.
  for (const size of [512, 4096]) {
    if (lastWritten <= size) continue
    const border = size * (1 + Math.floor(random() * ((lastWritten - 1) / size)))
    const torn = random() < 0.5 ? { from: 0, to: border } : { from: border, to: lastWritten }
    found.push({ name: `the last write torn at ${String(border)}`, cut: { hasEdit: all, hasNaming: all, torn } })
    found.push({ name: `some of it, the last write torn`, cut: { hasEdit: some, hasNaming: some, torn } })
  }
  return found
}

/** The ends of the log, from the one at the beginning to the last acknowledged one. */
function headsOf({ steps }: Recording, before: string): readonly string[] {
  const register = openRegister(join(before, registerName), { surroundings: here(), mode: 'read' })
  const first = register.head().hash
  register.close()
  const told = steps.flatMap((step) => (step.kind === 'told' ? step.told : []))
  return [first, ...told.flatMap((each) => (each.kind === 'change' ? [each.hash] : []))]
}

async function faultsIn(
  load: Load,
  folder: string,
  told: readonly Told[],
  heads: readonly string[],
): Promise<string[]> {
  const file = join(folder, registerName)
  const acknowledged = told.filter(({ kind }) => kind === 'change').length
  const faults: string[] = []
  try {
    // On another day: nobody holds it any more. Holding it oneself would cost more than all that is looked at.
    const surroundings = { ...here(), isRunning: () => false }
    const register = openRegister(file, { surroundings, mode: 'write', hold: 'with the first change' })
    try {
      for (const { code, facts } of await verifyRegister(register))
        faults.push(`verify: ${code} ${JSON.stringify(facts)}`)
      const place = heads.indexOf(register.head().hash, acknowledged)
      // The change that was being written may be there whole: nobody was told of it yet.
      if (place < acknowledged || place > acknowledged + 1)
        faults.push(
          `${String(acknowledged)} changes are acknowledged, and the log ends at ${String(heads.indexOf(register.head().hash))}`,
        )
    } finally {
      register.close()
    }
    faults.push(...(load.check?.({ folder, file, told }) ?? []))
    faults.push(...(await filesFaults(load, { folder, file, told })))
  } catch (error) {
    faults.push(String(error))
  }
  return faults
}

function digestOf(found: ReadonlyMap<string, Buffer | null>, told: number): string {
  const hash = createHash('sha1').update(String(told))
  for (const [path, content] of found) hash.update(`\0${path}\0`).update(content ?? '')
  return hash.digest('hex')
}

function describe(step: DiskStep): string {
  const place =
    'path' in step ? basename(step.path) : `descriptor ${String('descriptor' in step ? step.descriptor : step.to)}`
  return `${step.kind} ${place}`
}
