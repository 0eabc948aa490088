/**
 * All records of a register at one moment: what replay yields, what a snapshot freezes, what the figures are computed from.
 * Arrays are ordered by code, else by id, so that the canonical JSON of one state is always the same.
 */
import type { Noun, RecordOf } from './nouns.ts'

export type RegisterState = {
  readonly [N in Exclude<Noun, 'organisation'> as Plural<N>]: readonly RecordOf<N>[]
} & { readonly organisation: RecordOf<'organisation'> }

interface Irregular {
  person: 'people'
  evidence: 'evidence'
  importRun: 'importRuns'
}
type Plural<N extends string> = N extends keyof Irregular ? Irregular[N] : `${N}s`

/** The key of a noun's records in the state. */
export const stateKeys = {
  scale: 'scales',
  appetite: 'appetites',
  threshold: 'thresholds',
  unit: 'units',
  person: 'people',
  post: 'posts',
  term: 'terms',
  importRun: 'importRuns',
  system: 'systems',
  assignment: 'assignments',
  attestation: 'attestations',
  risk: 'risks',
  assessment: 'assessments',
  acceptance: 'acceptances',
  control: 'controls',
  controlTest: 'controlTests',
  evidence: 'evidence',
  action: 'actions',
  intake: 'intakes',
  comment: 'comments',
  pack: 'packs',
} as const satisfies { readonly [N in Exclude<Noun, 'organisation'>]: Plural<N> }

/** The version of the schema from which on the register has a noun; all others were there from the first. */
const nounsSince: { readonly [N in keyof typeof stateKeys]?: number } = { comment: 20, intake: 30 }

/** The nouns of a state that was frozen under a version of the schema. */
export function stateNounsOf(schemaVersion: number): readonly (keyof typeof stateKeys)[] {
  return (Object.keys(stateKeys) as (keyof typeof stateKeys)[]).filter(
    (noun) => (nounsSince[noun] ?? 0) <= schemaVersion,
  )
}

/** A state that was frozen earlier, without records of the nouns that came later. */
export function completeState(state: Partial<RegisterState> & Pick<RegisterState, 'organisation'>): RegisterState {
  const none = Object.fromEntries(Object.values(stateKeys).map((key) => [key, []]))
  return { ...none, ...state } as unknown as RegisterState
}
