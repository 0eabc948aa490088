/**
 * How a number on a page is addressed, so that the records behind it can be asked for: its kind and what it is of. The page that
 * draws it and what looks the records up (`records-behind.ts`) make the address here and nowhere else. A record is addressed
 * by its code and a figure of the catalogue by its id, since that is how sentences name them.
 */
import type { ControlDomain, ControlStatus } from '../domain/control.ts'
import type { Noun } from '../domain/nouns.ts'
import type { AgeBucket } from '../domain/metrics/action-figures.ts'
import type { CountedNoun } from '../domain/metrics/completeness.ts'
import type { EvidenceState } from '../domain/metrics/control-domains.ts'
import type { RecordChangeKind } from '../domain/compare/record-changes.ts'
import type { KriId } from '../domain/metrics/kri-result.ts'
import type { RiskCategory } from '../domain/principles.ts'
import type { Stage } from '../domain/risk.ts'
import type { Band } from '../domain/scoring.ts'
import type { Lifecycle, Tier } from '../domain/system.ts'
import type { FunnelStep } from '../domain/privacy/funnel-counts.ts'
import type { ReadinessId } from '../domain/readiness/readiness-item.ts'
import type { MatrixColumn } from '../domain/third-party/gap-matrix.ts'
import type { BridgeRow } from './pages.ts'

const key = (...parts: readonly (string | number)[]) => parts.join('/')

export const behindKey = {
  kri: (id: KriId) => id,
  record: (code: string) => code,
  /** All records that a figure of the pack is made from. */
  figure: (name: string) => key('figure', name),
  cell: (stage: Stage, likelihood: number, impact: number) => key('cell', stage, likelihood, impact),
  band: (stage: Stage, band: Band) => key('band', stage, band),
  stage: (stage: Stage, which: 'all' | 'outside' | 'unassessed') => key('stage', stage, which),
  category: (category: RiskCategory, which: 'all' | 'outside' | 'unassessed') => key('category', category, which),
  control: (domain: ControlDomain, which: ControlStatus | 'implemented') => key('control', domain, which),
  evidence: (domain: ControlDomain, state: EvidenceState) => key('evidence', domain, state),
  age: (bucket: AgeBucket) => key('age', bucket),
  unit: (code: string | null, which: 'all' | 'without') => key('unit', code ?? '-', which),
  inventory: (tier: Tier | null | 'all', lifecycle: Lifecycle | 'all') => key('inventory', tier ?? 'unset', lifecycle),
  post: (code: string | null, which: 'all' | 'unconfirmed') => key('post', code ?? '-', which),
  population: (noun: CountedNoun, which: 'recorded' | 'withdrawn' | 'outOfScope' | 'counted') =>
    key('population', noun, which),
  gap: (name: string) => key('gap', name),
  change: (noun: Noun, kind: RecordChangeKind) => key('change', noun, kind),
  /** Records of a noun in which a counted field is blank. */
  blank: (noun: CountedNoun, field: string) => key('blank', noun, field),
  /** What the title of a page counts, and what a sentence of the catalogue does. */
  page: (page: string) => key('page', page),
  sentence: (sentence: string) => key('sentence', sentence),
  /** What came and went since the previous pack. */
  since: (block: (typeof sinceBlocks)[number]) => key('since', block),
  /** Of a pack of requirements: what is asked of the company, or of the systems. */
  requirement: (pack: string, subject: 'company' | 'systems') => key('requirement', pack, subject),
  principle: (principle: string) => key('principle', principle),
  /** Contracts in force with a vendor, and those with gaps at a head of the matrix; `all`: of every vendor, at every head. */
  contracts: (vendor: string) => key('contracts', vendor),
  contractGaps: (vendor: string, column: MatrixColumn | 'all') => key('contractGaps', vendor, column),
  funnel: (step: FunnelStep) => key('funnel', step),
  readiness: (item: ReadinessId, which: 'open' | 'all') => key('readiness', item, which),
  jurisdiction: (jurisdiction: string, answer: 'yes' | 'no' | 'unknown') => key('jurisdiction', jurisdiction, answer),
  /** Of a legal entity by its code, of the whole, or of what belongs to none. */
  entity: (which: string, number: 'systems' | 'highTier' | 'openRisks' | KriId) => key('entity', which, number),
  bridge: (step: BridgeRow['step']) => key('bridge', step),
} as const

export const sinceBlocks = ['risks', 'systems', 'controls', 'actions', 'rescored', 'incidents', 'rules'] as const

/** Codes of records and ids of figures, as sentences hold them; in brackets, so that `split` keeps them. */
export const addressInText = /\b([A-Z]{3,4}-\d{4}[0-9A-Z]*|KRI-\d{2}|K\d{2}u?)\b/
