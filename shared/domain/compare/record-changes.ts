/**
 * Which records differ between two frozen states, record by record: the one answer from which the counts of a pack, its
 * table of changes and the comparison of any two packs are made.
 */
import { type Noun, nouns, type RecordOf } from '../nouns.ts'
import { type RegisterState, stateKeys } from '../register-state.ts'

/** A record that was withdrawn since then counts as withdrawn only; one that came and went too. */
export const recordChangeKinds = ['added', 'changed', 'withdrawn'] as const
export type RecordChangeKind = (typeof recordChangeKinds)[number]

export interface RecordChange<N extends Noun = Noun> {
  readonly noun: N
  readonly kind: RecordChangeKind
  /** As it is in the later state. */
  readonly record: RecordOf<N>
  /** As it was in the earlier one; null where it was not there. */
  readonly before: RecordOf<N> | null
}

/** A pack lists the packs before it and what they were finished with: they are no change of what it says. */
const packNouns = ['pack', 'packNote', 'packSetup', 'packSignOff'] as const
type PackNoun = (typeof packNouns)[number]
export const comparedNouns: readonly Exclude<Noun, PackNoun>[] = nouns.filter(
  (noun): noun is Exclude<Noun, PackNoun> => !packNouns.some((each) => each === noun),
)

export function recordsOf(state: RegisterState, noun: Noun): readonly RecordOf<Noun>[] {
  return noun === 'organisation' ? [state.organisation] : state[stateKeys[noun]]
}

/**
 * Two whole states, and what each was narrowed to: of a part those changes count whose record is in either narrowed state. Narrowed
 * states are not compared themselves: what moved from one part to another was not created there, nor is it gone.
 */
export interface Compared {
  readonly before: RegisterState
  readonly after: RegisterState
  readonly part?: { readonly before: RegisterState; readonly after: RegisterState } | null
}

/** The changed records of a noun, in the order of the later state. Nothing is ever deleted, so that none is missed there. */
export function* recordChanges(noun: Noun, { before, after, part = null }: Compared): Generator<RecordChange> {
  const past = new Map(recordsOf(before, noun).map((record) => [record.id, record]))
  const meant = part && new Set([part.before, part.after].flatMap((one) => recordsOf(one, noun).map(({ id }) => id)))
  for (const record of recordsOf(after, noun)) {
    if (meant?.has(record.id) === false) continue
    const old = past.get(record.id) ?? null
    if (record.withdrawn !== null && (old === null || old.withdrawn === null))
      yield { noun, kind: 'withdrawn', record, before: old }
    else if (old === null) yield { noun, kind: 'added', record, before: null }
    // Changed and changed back: the record counts as changed, though no field differs.
    else if (old.version !== record.version) yield { noun, kind: 'changed', record, before: old }
  }
}

export interface ChangeCounts {
  readonly noun: Noun
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  /** Not withdrawn in the later state; what moved out of a part is none of them. */
  readonly total: number
}

/** How many records of each noun changed. Nouns without a record are left out, and the organisation where it is as it was. */
export function changeCounts(compared: Compared): readonly ChangeCounts[] {
  return comparedNouns.flatMap((noun) => {
    const counts: Record<RecordChangeKind, number> = { added: 0, changed: 0, withdrawn: 0 }
    for (const { kind } of recordChanges(noun, compared)) counts[kind] += 1
    const total = recordsOf(compared.part?.after ?? compared.after, noun).filter(
      (record) => record.withdrawn === null,
    ).length
    if (noun === 'organisation' && counts.changed === 0) return []
    return total + counts.added + counts.changed + counts.withdrawn === 0 ? [] : [{ noun, ...counts, total }]
  })
}
