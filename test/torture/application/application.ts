/** The real application, its browser alone, its register process alone, and the command line, killed while they work. */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '#electron/build.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { caches } from '#test/support/caches.ts'
import { faultsAfter } from '../kill/after-kill.ts'
import { here, registerName, type Told } from '../kill/load.ts'
import { makeUsualRegister } from '../kill/usual-register.ts'
import { type Random, randomFrom, type TorturePart, type TortureResult, type TortureWork } from '../part.ts'

const kinds = ['the whole application', 'its browser', 'its register process', 'a command'] as const
type Kind = (typeof kinds)[number]

export const application: TorturePart = {
  name: 'application',
  promise: 'the real application and its commands lose nothing that they showed as taken',
  run: (work) => killApplications({ ...work, kills: Math.round(work.kills / 20) }),
}

export async function killApplications(work: TortureWork): Promise<TortureResult> {
  await ensureBuilt({ what: ['main', 'renderer'], report: process.stderr })
  const room = mkdtempSync(join(tmpdir(), 'daicho-torture-'))
  const counts = Object.fromEntries(kinds.map((kind) => [`${kind}: killed`, 0]))
  const broken: string[] = []
  let looked = 0
  try {
    const usual = join(room, 'usual.daicho')
    makeUsualRegister(usual)
    const random = randomFrom(work.seed)
    for (let index = 0; index < work.kills && performance.now() < work.until; index += 1) {
      const kind = kinds[index % kinds.length] as Kind
      const folder = join(room, String(index))
      mkdirSync(folder)
      const file = join(folder, registerName)
      copyFileSync(usual, file)
      const told =
        kind === 'a command' ? await killCommand(folder, file, random) : await killWindow(kind, folder, file, random)
      counts[`${kind}: killed`] = (counts[`${kind}: killed`] ?? 0) + 1
      const texts = told.flatMap((each) => (each.kind === 'comment' ? [each.text] : []))
      looked += texts.length
      for (const fault of [
        ...lostComments(file, texts),
        ...(await faultsAfter({ name: kind, run: () => Promise.resolve() }, { folder, file, told })),
      ])
        broken.push(`${kind}: ${fault}`)
      rmSync(folder, { recursive: true, force: true })
    }
    return { counts: { ...counts, 'acknowledged comments looked for': looked }, broken }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** The next one who opens it finds them. */
function lostComments(file: string, texts: readonly string[]): string[] {
  const register = openRegister(file, { surroundings: here(), mode: 'read' })
  try {
    const kept = new Set([...recordTables.comment.all(register.read)].map(({ text }) => text))
    return texts.filter((text) => !kept.has(text)).map((text) => `the comment "${text}" was shown and is gone`)
  } finally {
    register.close()
  }
}

async function killWindow(kind: Kind, folder: string, file: string, random: Random): Promise<readonly Told[]> {
  const home = join(folder, 'home')
  mkdirSync(home)
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'application-process.ts'), file, home, aSystem(file)],
    {
      env: { ...process.env, ...caches, HOME: home, USERPROFILE: home },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    },
  )
  const group = child.pid ?? 0
  const told: Told[] = []
  /** How many of them there are, and a while: in the middle of the next one. */
  const after = Math.floor(random() * 4)
  const moment = random() * 120
  const state = { struck: false }
  let rest = ''
  const killAll = () => {
    try {
      process.kill(-group, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  const strike = () => {
    if (kind === 'the whole application') killAll()
    else if (kind === 'its browser') for (const each of browsersOf(group)) process.kill(each, 'SIGKILL')
    else {
      const register = told.find((each) => each.kind === 'register')
      if (register !== undefined) process.kill(register.process, 'SIGKILL')
    }
  }
  let since = 0
  child.stdout.on('data', (part: Buffer) => {
    const lines = `${rest}${part.toString()}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      told.push(JSON.parse(line) as Told)
      if (state.struck) since += 1
      // A window whose register process was started anew goes on: two more, and it may end.
      if (kind === 'its register process' && since === 2) killAll()
    }
    if (state.struck || told.length <= after) return
    state.struck = true
    setTimeout(strike, moment)
  })
  // A browser that is gone takes the application with it; a window that does not go on would wait for ever.
  const patience = setTimeout(killAll, 180_000)
  await new Promise((resolve) => child.once('close', resolve))
  clearTimeout(patience)
  killAll()
  if (!state.struck) throw new Error(`${kind} ended before it could be killed`)
  if (kind === 'its register process' && since < 2)
    told.push({ kind: 'comment', text: 'what is typed after the register process came back' })
  return told
}

/** The processes of the browser itself, which the application has started. */
function browsersOf(parent: number): number[] {
  return readdirSync(`/proc/${String(parent)}/task`)
    .flatMap((thread) => readFileSync(`/proc/${String(parent)}/task/${thread}/children`, 'utf8').split(' '))
    .map(Number)
    .filter((each) => each > 0 && /chrom|headless/i.test(readFileSync(`/proc/${String(each)}/cmdline`, 'utf8')))
}

async function killCommand(folder: string, file: string, random: Random): Promise<readonly Told[]> {
  const source = join(folder, 'list.csv')
  writeFileSync(
    source,
    `システム名,目的\n${Array.from({ length: 80 }, (_each, row) => `取り込み ${String(row)},目的`).join('\n')}\n`,
  )
  const words =
    random() < 0.5 ? ['import', file, source, '--json'] : ['export', file, '--out', join(folder, 'out'), '--json']
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../electron/cli/index.ts'), ...words], {
    env: { ...process.env, ...caches },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  child.stdout.resume()
  const killer = setTimeout(() => child.kill('SIGKILL'), 300 + random() * 1500)
  await new Promise((resolve) => child.once('close', resolve))
  clearTimeout(killer)
  return []
}

function aSystem(file: string): string {
  const register = openRegister(file, { surroundings: here(), mode: 'read' })
  try {
    const [system] = recordTables.system.all(register.read)
    if (system === undefined) throw new Error('the register has no system')
    return system.id
  } finally {
    register.close()
  }
}
