/**
 * Undo, history, replay and audit under any sequence of what people do, held against a small model of a register: what each record
 * says, what can be undone, and how many entries the log has of it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { updateMany } from '#electron/register/batch.ts'
import { createControl } from '#electron/register/controls.ts'
import { readHistory } from '#electron/register/history.ts'
import { fillRegister } from '#electron/register/new-register.ts'
import { updateRecord, withdrawRecord } from '#electron/register/records.ts'
import { createRisk } from '#electron/register/risks.ts'
import { canonicalJson } from '#electron/register/store/canonical.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import {
  createRegister,
  openRegister,
  type Register,
  type Surroundings,
} from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { redoLast, undoLast, undoState } from '#electron/register/undo.ts'
import { Problem } from '#shared/domain/problem.ts'

const nouns = ['system', 'risk', 'control'] as const
type ModelNoun = (typeof nouns)[number]

/** What the model knows of a record; `withdrawn` is the reason. */
interface Kept {
  readonly noun: ModelNoun
  readonly notes: string | null
  readonly withdrawn: string | null
}
/** What one transaction did to each record. */
type Step = ReadonlyMap<string, { readonly before: Kept | null; readonly after: Kept }>

export class Model {
  readonly records = new Map<string, Kept>()
  readonly entries = new Map<string, number>()
  undo: Step[] = []
  redo: Step[] = []
  /** What the register held at moments of its past. */
  readonly past: { readonly at: string; readonly state: string }[] = []

  /** A change by a person: what was undone cannot be done again any more. */
  did(step: Step): void {
    if (step.size === 0) return
    this.undo.push(step)
    this.redo = []
    this.#write(step)
  }

  undone(): void {
    const step = this.undo.pop()
    if (step === undefined) return
    this.redo.push(step)
    const back = [...step].map(([id, { before, after }]) => {
      // Nothing is deleted: what was made is withdrawn.
      const was = before ?? { ...after, withdrawn: 'undo' }
      return [id, { before: after, after: was }] as const
    })
    this.#write(new Map(back))
  }

  redone(): void {
    const step = this.redo.pop()
    if (step === undefined) return
    this.undo.push(step)
    this.#write(step)
  }

  #write(step: Step): void {
    for (const [id, { after }] of step) {
      this.records.set(id, after)
      this.entries.set(id, (this.entries.get(id) ?? 0) + 1)
    }
  }

  live(noun?: ModelNoun): string[] {
    return [...this.records]
      .filter(([, kept]) => kept.withdrawn === null && (noun === undefined || kept.noun === noun))
      .map(([id]) => id)
  }
}

export class Real {
  readonly file: string
  readonly surroundings: Surroundings
  register: Register

  constructor(file: string, surroundings: Surroundings) {
    this.file = file
    this.surroundings = surroundings
    this.register = openRegister(file, { surroundings, mode: 'write' })
  }

  reopen(): void {
    this.register.close()
    this.register = openRegister(this.file, { surroundings: this.surroundings, mode: 'write' })
  }

  version(noun: ModelNoun, id: string): number {
    return recordTables[noun].get(this.register.read, id)?.version ?? 0
  }
}

type Command = fc.AsyncCommand<Model, Real>

function command(
  name: string,
  run: (model: Model, real: Real) => void | Promise<void>,
  check = (_model: Readonly<Model>) => true,
): Command {
  return { check, run: async (model, real) => run(model, real), toString: () => name }
}

function expectEqual(what: string, found: unknown, wanted: unknown): void {
  const [one, other] = [canonicalJson(found), canonicalJson(wanted)]
  if (one !== other) throw new Error(`${what}: ${one} and not ${other}`)
}

function refusalOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

function pick(model: Readonly<Model>, index: number): [string, Kept] {
  const entries = [...model.records]
  return entries[index % entries.length] as [string, Kept]
}

const create = (noun: ModelNoun, notes: string | null) =>
  command(`create ${noun} ${String(notes)}`, (model, { register }) => {
    const name = { ja: '名称', en: null }
    const { id } =
      noun === 'system'
        ? createSystem(register, { name, notes })
        : noun === 'risk'
          ? createRisk(register, { name, category: 'AIGB-C-2', notes })
          : createControl(register, { name, domain: 'model', notes })
    model.did(new Map([[id, { before: null, after: { noun, notes, withdrawn: null } }]]))
  })

const hasRecords = (model: Readonly<Model>) => model.records.size > 0

const update = (index: number, notes: string | null) =>
  command(
    `update ${String(index)} ${String(notes)}`,
    (model, real) => {
      const [id, kept] = pick(model, index)
      const work = () =>
        updateRecord(real.register, kept.noun, { id, version: real.version(kept.noun, id), patch: { notes } })
      if (kept.withdrawn !== null) {
        expectEqual('a withdrawn record', refusalOf(work), 'WITHDRAWN')
        return
      }
      work()
      if (kept.notes !== notes) model.did(new Map([[id, { before: kept, after: { ...kept, notes } }]]))
    },
    hasRecords,
  )

const withdraw = (index: number, reason: string) =>
  command(
    `withdraw ${String(index)}`,
    (model, real) => {
      const [id, kept] = pick(model, index)
      const work = () => withdrawRecord(real.register, kept.noun, { id, version: real.version(kept.noun, id), reason })
      if (kept.withdrawn !== null) {
        expectEqual('a withdrawn record', refusalOf(work), 'WITHDRAWN')
        return
      }
      work()
      model.did(new Map([[id, { before: kept, after: { ...kept, withdrawn: reason } }]]))
    },
    hasRecords,
  )

const changeMany = (noun: ModelNoun, notes: string) =>
  command(
    `change all of ${noun} to ${notes}`,
    (model, real) => {
      const ids = model.live(noun)
      const records = ids.map((id) => ({ id, version: real.version(noun, id) }))
      updateMany(real.register, noun, { records, patch: { notes } })
      const changed = ids.flatMap((id) => {
        const before = model.records.get(id) as Kept
        return before.notes === notes ? [] : [[id, { before, after: { ...before, notes } }] as const]
      })
      model.did(new Map(changed))
    },
    (model) => model.live(noun).length > 0,
  )

const failing = command('a change that fails', (_model, { register }) => {
  const before = register.head()
  const work = () => {
    register.change({ operation: 'test' }, (change) => {
      change.add('person', { name: { ja: '甲', en: null }, reading: null, email: null, unitId: null })
      throw new Problem('CANCELLED')
    })
  }
  expectEqual('its refusal', refusalOf(work), 'CANCELLED')
  expectEqual('the log after it', register.head(), before)
})

const undo = command('undo', (model, { register }) => {
  if (model.undo.length === 0) {
    expectEqual(
      'undo of nothing',
      refusalOf(() => undoLast(register, null)),
      'UNDO_NOTHING',
    )
    return
  }
  undoLast(register, null)
  model.undone()
})
const redo = command('redo', (model, { register }) => {
  if (model.redo.length === 0) {
    expectEqual(
      'redo of nothing',
      refusalOf(() => redoLast(register, null)),
      'UNDO_NOTHING',
    )
    return
  }
  redoLast(register, null)
  model.redone()
})

const reopen = command('close and open', (_model, real) => {
  real.reopen()
})

const second = command('a second editor', (_model, real) => {
  const other = { ...real.surroundings, account: 'second', processId: 2, isRunning: () => true }
  const register = openRegister(real.file, { surroundings: other, mode: 'write' })
  try {
    expectEqual('the second editor', register.readOnly?.code, 'HELD_BY_ANOTHER')
    expectEqual('what the second one reads', currentState(register.read), currentState(real.register.read))
    const write = () => createSystem(register, { name: { ja: '二人目', en: null } })
    expectEqual('what the second one writes', refusalOf(write), 'HELD_BY_ANOTHER')
  } finally {
    register.close()
  }
})

const takeOver = command('a second editor after a crash of the first', (_model, real) => {
  const first = real.register
  // The first one is taken for dead, and is not: it hears of it with its next change.
  real.register = openRegister(real.file, {
    surroundings: { ...real.surroundings, isRunning: () => false },
    mode: 'write',
  })
  expectEqual('the one who takes over', real.register.readOnly, null)
  const write = () => createSystem(first, { name: { ja: '一人目', en: null } })
  expectEqual('what the first one writes', refusalOf(write), 'LEASE_LOST')
  first.close()
})

const remember = command('remember the state', (model, { register, surroundings }) => {
  model.past.push({ at: surroundings.clock(), state: canonicalJson(currentState(register.read)) })
})

const agree = command('all of it agrees', async (model, { register }) => {
  for (const [id, kept] of model.records) {
    const record = recordTables[kept.noun].get(register.read, id)
    const found = { notes: record?.notes ?? null, withdrawn: record?.withdrawn?.reason ?? null }
    expectEqual(`the ${kept.noun} ${id}`, found, { notes: kept.notes, withdrawn: kept.withdrawn })
    const { total } = readHistory(register, { recordId: id, noun: null, before: null, limit: 1 })
    expectEqual(`the entries of ${id}`, total, model.entries.get(id) ?? 0)
  }
  const { undoable, redoable } = undoState(register)
  expectEqual('what can be undone and redone', [undoable, redoable], [model.undo.length, model.redo.length])
  expectEqual('replay', replay(register.read).state(), currentState(register.read))
  for (const { at, state } of model.past) {
    if (canonicalJson(replay(register.read, at).state()) !== state)
      throw new Error(`replay up to ${at} is another state`)
  }
  expectEqual('verify', await verifyRegister(register), [])
})

const text = fc.constantFrom('甲', '乙', '長い文'.repeat(40), ' ', '\u0000', "'=1+1")
const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(fc.constantFrom(...nouns), fc.option(text, { nil: null })).map((given) => create(...given)),
  fc.tuple(fc.nat(30), fc.option(text, { nil: null })).map((given) => update(...given)),
  fc.tuple(fc.nat(30), fc.constantFrom('重複', '誤り')).map((given) => withdraw(...given)),
  fc.tuple(fc.constantFrom(...nouns), text).map((given) => changeMany(...given)),
  ...[undo, undo, undo, redo, redo, failing, reopen, second, takeOver, remember, agree].map((each) =>
    fc.constant(each),
  ),
]

export interface Agreement {
  readonly sequences: number
  readonly commands: number
}

/** Tries so many sequences; throws with the shortest one that shows a difference. */
export async function tryAgreement(
  sequences: number,
  seed: number,
  until = Number.POSITIVE_INFINITY,
): Promise<Agreement> {
  const room = mkdtempSync(join(tmpdir(), 'daicho-agreement-'))
  let tried = 0
  let ran = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: '+1' }), async (sequence) => {
        if (performance.now() > until) return
        tried += 1
        const real = new Real(newFile(join(room, `${String(tried)}.daicho`), tried), surroundingsOf(tried))
        const model = new Model()
        try {
          await fc.asyncModelRun(() => ({ model, real }), sequence)
          await agree.run(model, real)
        } finally {
          ran += [...sequence].length
          real.register.close()
        }
      }),
      { numRuns: sequences, seed },
    )
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
  return { sequences: tried, commands: ran }
}

function newFile(file: string, run: number): string {
  createRegister(file, {
    surroundings: surroundingsOf(run),
    durable: false,
    fill: (register) => {
      fillRegister(register, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
    },
  })
  return file
}

/** Ids and a clock that count on over all openings of a run. */
const counters = new Map<number, { ids: number; time: number }>()

function surroundingsOf(run: number): Surroundings {
  const counter = counters.get(run) ?? { ids: 0, time: Date.parse('2026-04-01T00:00:00.000Z') }
  counters.set(run, counter)
  return {
    clock: () => {
      counter.time += 1000
      return new Date(counter.time).toISOString()
    },
    newId: () => {
      counter.ids += 1
      return `01900000-0000-7000-8000-${String(counter.ids).padStart(12, '0')}`
    },
    account: 'tester',
    machine: 'desk-1',
    processId: process.pid,
    isRunning: (processId) => processId === process.pid,
  }
}
