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
  pack: 'packs',
} as const satisfies { readonly [N in Exclude<Noun, 'organisation'>]: Plural<N> }
