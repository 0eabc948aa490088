/** The other register while a person decides: opened and verified once, held until it is merged or let go. */
import type { MergePicture, SetBy, ShownConflict } from '#shared/contract/merge.ts'
import { shown } from '#shared/contract/merge.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import type { MergeAnswers, MergeConflict, MergePlan } from '#shared/domain/merge/merge-plan.ts'
import { isSame, type Values } from '#shared/domain/merge/treatment.ts'
import type { StagedWork } from '../long-work.ts'
import { labelOf } from '../labels.ts'
import { lastEventAt } from '../store/audit-log.ts'
import type { ReadHandle } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'
import { aboutOf } from './about-record.ts'
import { mergeRegisters, type MergeDone, type MergeSides, planOf, sidesOf } from './merge-registers.ts'
import { openOther, type OtherRegister } from './open-other.ts'

interface Held {
  readonly own: Register
  readonly path: string
  readonly other: OtherRegister
}

export class MergeSession {
  #held: Held | null = null
  #sides: { readonly ownHash: string; readonly sides: MergeSides } | null = null
  readonly #letGo = () => {
    this.close()
  }

  async look(own: Register, path: string, answers: MergeAnswers, work: StagedWork): Promise<MergePicture> {
    const sides = await this.#open(own, path, work)
    work.progress({ stage: 'comparing', done: 0, total: 0 })
    return pictureOf(own, sides, planOf(own, sides, answers))
  }

  async run(
    own: Register,
    path: string,
    input: { readonly answers: MergeAnswers; readonly headHash: string; readonly entityUnitId: string | null },
    work: StagedWork,
  ): Promise<MergeDone> {
    const sides = await this.#open(own, path, work)
    const done = await mergeRegisters(own, sides, input, (stage) => {
      work.progress({ stage, done: 0, total: 0 })
    })
    this.close()
    return done
  }

  close(): void {
    process.removeListener('exit', this.#letGo)
    this.#held?.other.close()
    this.#held = null
    this.#sides = null
  }

  async #open(own: Register, path: string, work: StagedWork): Promise<MergeSides> {
    if (this.#held?.path !== path || this.#held.own !== own) {
      this.close()
      const other = await openOther(own, path, work)
      this.#held = { own, path, other }
      // A copy of somebody's register is not left behind.
      process.once('exit', this.#letGo)
    }
    const ownHash = own.head().hash
    if (this.#sides?.ownHash !== ownHash) this.#sides = { ownHash, sides: sidesOf(own, this.#held.other) }
    return this.#sides.sides
  }
}

function pictureOf(own: Register, sides: MergeSides, plan: MergePlan): MergePicture {
  const { other, theirs, known, relation } = sides
  const head = other.register.head()
  // What is not answered yet comes first: answering it takes it out of the way.
  const matches = [...plan.matches].sort((one, two) => Number(one.answer !== null) - Number(two.answer !== null))
  const conflicts = [...plan.conflicts].sort((one, two) => Number(one.choice !== null) - Number(two.choice !== null))
  const some = conflicts.slice(0, shown).map((conflict) => withSetBy(own.read, other.register.read, conflict))
  const ids = new Set<string>()
  for (const { theirId, suggestions } of matches.slice(0, shown))
    for (const id of [theirId, ...suggestions.map((each) => each.id)]) ids.add(id)
  for (const conflict of some)
    addIds(ids, [
      ...[conflict.id, conflict.theirId, conflict.otherId, ...conflict.about],
      ...[conflict.base, conflict.ours, conflict.theirs],
    ])
  return {
    fileName: other.fileName,
    name: theirs.organisation.name,
    relation,
    headHash: head.hash,
    headSequence: head.sequence,
    headAt: lastEventAt(other.register.read),
    knownSequence: known.sequence,
    counts: plan.counts,
    matchCount: plan.matches.length,
    conflictCount: plan.conflicts.length,
    matches: matches.slice(0, shown),
    conflicts: some,
    settings: plan.settings,
    apart: [...Map.groupBy(plan.apart, ({ noun, reason }) => `${noun} ${reason}`).values()].flatMap((group) => {
      const [first] = group
      return first === undefined ? [] : [{ noun: first.noun, reason: first.reason, count: group.length }]
    }),
    writes: [...Map.groupBy(plan.writes, ({ noun }) => noun)].map(([noun, group]) => {
      const added = group.filter(({ before }) => before === null).length
      return { noun, added, changed: group.length - added }
    }),
    ours: labelsOf(own.read, ids),
    theirs: labelsOf(other.register.read, ids),
  }
}

/** All ids inside values. */
function addIds(ids: Set<string>, value: unknown): void {
  if (typeof value === 'string' && value.length === 36) ids.add(value)
  else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) addIds(ids, each)
}

function labelsOf(read: ReadHandle, ids: ReadonlySet<string>): Labels {
  const labels = [...ids].map((id) => [id, labelOf(read, id)] as const)
  return Object.fromEntries(labels.filter((entry): entry is [string, Label] => entry[1] !== null))
}

function withSetBy(here: ReadHandle, there: ReadHandle, conflict: MergeConflict): ShownConflict {
  const { noun, id, theirId, otherId, field } = conflict
  const ours = aboutOf(here, noun, id)
  const about = ours.length > 0 || labelOf(here, id) !== null ? ours : aboutOf(there, noun, theirId)
  return { ...conflict, about, setHere: setBy(here, otherId ?? id, field), setThere: setBy(there, theirId, field) }
}

interface Row {
  readonly at: string
  readonly account: string
  readonly person_id: string | null
  readonly operation: string
  readonly reason: string | null
  readonly payload: string | null
}

/** The last event in which the field (null: anything) of a record changed. */
function setBy(read: ReadHandle, recordId: string, field: string | null): SetBy | null {
  const rows = read
    .prepare(
      'SELECT at, account, person_id, operation, reason, payload FROM audit_event WHERE record_id = ? ORDER BY sequence DESC',
    )
    .iterate(recordId) as IterableIterator<Row>
  let found: Row | null = null
  for (const row of rows) {
    const { before, after } = JSON.parse(row.payload ?? '{}') as { before?: Values | null; after?: Values | null }
    if (field !== null && before != null && isSame(before[field], after?.[field])) continue
    found = row
    break
  }
  if (found === null) return null
  const { at, account, operation, reason, person_id: personId } = found
  return { at, account, operation, reason, person: personId === null ? null : (labelOf(read, personId)?.name ?? null) }
}
