/**
 * A disk that gets full. Each load works on a file system of its own with little room (tmpfs, in a namespace of mounts), or under a
 * limit for the size of a file, until it has done all or is refused; then there is room again, and the folder is looked at as after
 * a kill. The room is drawn by chance, so that it ends at any write of any load.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { caches } from '#test/support/caches.ts'
import { problemCodes, type ProblemCode } from '#shared/domain/problem.ts'
import { faultsAfter } from '../kill/after-kill.ts'
import { lay, type Load, makeBeginning, registerName, type Told } from '../kill/load.ts'
import { loads } from '../kill/loads.ts'
import { makeUsualRegister } from '../kill/usual-register.ts'
import { atATime, randomFrom, type TorturePart, type TortureResult, type TortureWork } from '../part.ts'

const processFile = join(import.meta.dirname, '../kill/load-process.ts')
const kibibyte = 1024

/** What runs out: room for everything, or the size that one file may have (as under a quota of the system's administrator). */
const limits = ['room', 'file size'] as const
type Limit = (typeof limits)[number]

/** With which a load may be refused: each says that the disk took no more, or what could not be done for that reason. */
const fitting: ReadonlySet<ProblemCode> = new Set([
  'DISK_FULL',
  'DISK_FAILED',
  'BACKUP_FAILED',
  'MIGRATION_FAILED',
  'CLEANING_FAILED',
])

export const full: TorturePart = {
  name: 'full',
  promise: 'a disk that gets full at any moment takes nothing of what was acknowledged, and the refusal says why',
  run: (work) =>
    fillUnder(
      loads.filter(({ name }) => name.includes(work.only ?? '')),
      work,
      Math.ceil(work.kills / 4),
    ),
}

/** Why it cannot be tried here; undefined where it can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'a file system of a size can be had for a test on Linux alone'
  return spawnSync('unshare', ['-rm', 'true']).status === 0
    ? undefined
    : 'no namespace of mounts can be had (`unshare -rm`)'
}

/** So many processes in all, the loads in turn, every second one under a limit for files. */
export async function fillUnder(chosen: readonly Load[], work: TortureWork, times: number): Promise<TortureResult> {
  const skipped = whyNot()
  if (skipped !== undefined) return { counts: {}, broken: [], skipped }
  const room = mkdtempSync(join(tmpdir(), 'daicho-torture-'))
  const [refused, codes, broken] = [new Map<string, number>(), new Map<string, number>(), [] as string[]]
  let [begun, acknowledged] = [0, 0]
  const once = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  try {
    const usual = join(room, 'usual.daicho')
    makeUsualRegister(usual)
    const beginningOf = (load: Load) => join(room, `beginning-${load.name}`)
    const needs = new Map<Load, Needs>()
    for (const load of chosen) {
      await makeBeginning(load, beginningOf(load), usual)
      needs.set(load, await needsOf(load, beginningOf(load), join(room, 'whole'), work.share))
    }
    const random = randomFrom(work.seed)
    const plan = Array.from({ length: times }, (_each, index) => ({
      load: chosen[index % chosen.length] as Load,
      limit: limits[Math.floor(index / chosen.length) % limits.length] as Limit,
      seed: Math.floor(random() * 2 ** 31),
      part: random(),
      index,
    }))
    await atATime(2, plan, async ({ load, limit, seed, part, index }) => {
      if (performance.now() > work.until) return
      begun += 1
      const folder = join(room, String(index))
      const { before, after } = (needs.get(load) as Needs)[limit]
      const size = Math.floor(before + (after - before) * part)
      const { told, errors } = await runWithin(limit, size, load, beginningOf(load), folder, {
        seed,
        share: work.share,
      })
      const tell = (fault: string) =>
        broken.push(`${load.name}: ${fault} (${limit} ${String(size)} KiB, seed ${String(seed)})`)
      const code = /^(?:Uncaught )?Problem: ([A-Z_]+) /m.exec(errors)?.[1]
      const known = problemCodes.find((each) => each === code)
      if (known !== undefined) {
        once(refused, load.name)
        once(codes, known)
      }
      if (errors !== '' && (known === undefined || !fitting.has(known))) tell(`ended with: ${errors.slice(0, 2000)}`)
      acknowledged += told.filter(({ kind }) => kind === 'change' || kind === 'file').length
      for (const fault of await faultsAfter(load, { folder, file: join(folder, registerName), told })) tell(fault)
      rmSync(folder, { recursive: true, force: true })
    })
    const sum = [...refused.values()].reduce((total, count) => total + count, 0)
    return {
      counts: {
        'processes with little room': begun,
        'ended by a refusal': sum,
        ...Object.fromEntries([...refused].map(([name, count]) => [`of them under ${name}`, count])),
        ...Object.fromEntries([...codes].map(([code, count]) => [`of them with ${code}`, count])),
        'never begun: out of time': times - begun,
        'acknowledged changes and files looked for': acknowledged,
      },
      broken,
    }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** From less than a load begins with, to what it needs in all, in KiB. */
type Needs = Readonly<Record<Limit, { readonly before: number; readonly after: number }>>

async function needsOf(load: Load, beginning: string, folder: string, share: number): Promise<Needs> {
  const before = sizesIn(beginning)
  const plenty = 4 * 1024 * 1024
  const { told, errors } = await runWithin('room', plenty, load, beginning, folder, { seed: 1, share })
  if (told.at(-1)?.kind !== 'done') throw new Error(`the load of ${load.name} does not come to its end: ${errors}`)
  const after = sizesIn(folder)
  rmSync(folder, { recursive: true, force: true })
  // While it works it needs more than what it leaves: a second register beside the first, a journal.
  return {
    room: { before: before.sum + 64, after: Math.max(after.sum, before.sum) + after.largest },
    'file size': { before: Math.max(before.largest - 256, 64), after: after.largest + 64 },
  }
}

function sizesIn(folder: string): { readonly sum: number; readonly largest: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => Math.ceil(statSync(join(entry.parentPath, entry.name)).size / 4096) * 4)
  return { sum: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(0, ...sizes) }
}

/**
 * Lays what the load begins with, works, and leaves in `folder` what there is afterwards. Under `room` all of that happens in a
 * file system of that size in KiB, with the folder for temporary files, and what it holds at the end is taken out of it.
 */
async function runWithin(
  limit: Limit,
  size: number,
  load: Load,
  beginning: string,
  folder: string,
  { seed, share }: { readonly seed: number; readonly share: number },
): Promise<{ readonly told: readonly Told[]; readonly errors: string }> {
  const words = [process.execPath, processFile, load.name]
  const by = [String(seed), String(share)]
  if (limit === 'file size') {
    lay(beginning, folder)
    // The shell counts in halves of a KiB. Node does not die of the signal that comes with it.
    const script = 'ulimit -f "$1"; shift; exec "$@"'
    return heard('sh', ['-c', script, 'sh', String(size * 2), ...words, folder, ...by])
  }
  const disk = `${folder}-disk`
  mkdirSync(disk)
  mkdirSync(folder)
  const script = [
    'disk=$1 size=$2 beginning=$3 out=$4 seed=$5 share=$6; shift 6',
    'mount -t tmpfs -o "size=${size}k" tmpfs "$disk" || exit 99',
    'mkdir "$disk/tmp" && cp -a "$beginning" "$disk/register" || exit 99',
    'TMPDIR=$disk/tmp "$@" "$disk/register" "$seed" "$share"; ended=$?',
    'cp -a "$disk/register/." "$out" || exit 99',
    'exit $ended',
  ].join('\n')
  const found = await heard('unshare', [
    '-rm',
    'sh',
    '-c',
    script,
    'sh',
    disk,
    String(size + kibibyte),
    beginning,
    folder,
    ...by,
    ...words,
  ])
  rmSync(disk, { recursive: true, force: true })
  return found
}

async function heard(program: string, words: readonly string[]) {
  const child = spawn(program, words, { env: { ...process.env, ...caches }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => output.push(part))
  child.stderr.on('data', (part: Buffer) => errors.push(part))
  await new Promise((resolve) => child.once('close', resolve))
  const told = Buffer.concat(output)
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Told)
  return { told, errors: Buffer.concat(errors).toString() }
}
