/** What the page of marks shows, known to the page and to its test. */
import type { HeatMapCell } from '#renderer/ui/heat-map.tsx'
import type { Force } from '#renderer/ui/legal-force.tsx'
import type { LevelStripProps, StripSignKind } from '#renderer/ui/level-strip.tsx'
import type { Status } from '#renderer/ui/status-mark.tsx'
import { type Band, bandOf, bandRank, defaultBandTable, isAbove } from '#shared/domain/scoring.ts'
import type { Language } from '#shared/domain/text.ts'

type Words = Readonly<Record<Language, string>>

export const statuses: readonly Status[] = ['within', 'warning', 'breach', 'no_data', 'na']

export interface StripCase extends Omit<LevelStripProps, 'width' | 'label'> {
  readonly name: string
  readonly words: Words
}

const level = (likelihood: number, impact: number) => ({
  likelihood,
  impact,
  band: bandOf(defaultBandTable, likelihood, impact),
})

export const stripCases: readonly StripCase[] = [
  {
    name: 'beyond',
    words: { ja: '超過、前回と同じ', en: 'Beyond, as before' },
    inherent: level(4, 5),
    residual: level(4, 4),
    target: level(2, 4),
    previous: null,
    appetite: 'moderate',
  },
  {
    name: 'worse',
    words: { ja: '超過、悪化', en: 'Beyond, worse' },
    inherent: level(5, 5),
    residual: level(4, 5),
    target: level(2, 3),
    previous: level(3, 4),
    appetite: 'moderate',
  },
  {
    name: 'within',
    words: { ja: '範囲内', en: 'Within' },
    inherent: level(4, 4),
    residual: level(2, 3),
    target: level(1, 3),
    previous: null,
    appetite: 'moderate',
  },
  {
    name: 'on target',
    words: { ja: '範囲内、目標に到達', en: 'Within, target reached' },
    inherent: level(4, 4),
    residual: level(2, 3),
    target: level(2, 3),
    previous: level(3, 3),
    appetite: 'high',
  },
  {
    name: 'everything allowed',
    words: { ja: '選好線なし', en: 'No line' },
    inherent: null,
    residual: level(5, 5),
    target: null,
    previous: null,
    appetite: 'severe',
  },
]

export const stripSigns: readonly StripSignKind[] = ['inherent', 'beyond', 'within', 'target', 'previous', 'limit']

export const legalForces: readonly { readonly force: Force; readonly words: Words }[] = [
  { force: 'in_force', words: { ja: '施行中', en: 'In force' } },
  { force: 'in_part', words: { ja: '一部施行', en: 'In force in part' } },
  { force: 'not_in_force', words: { ja: '公布済・未施行', en: 'Promulgated, not in force' } },
  { force: 'guidance', words: { ja: '指針', en: 'Guidance' } },
  { force: 'draft', words: { ja: '案', en: 'Draft' } },
  { force: 'voluntary', words: { ja: '任意規格', en: 'Voluntary standard' } },
  { force: 'foreign', words: { ja: '外国法', en: 'Foreign law' } },
  { force: 'superseded', words: { ja: '旧版', en: 'Superseded' } },
]

export const tierCases = [
  { tier: 'high', filled: 3 },
  { tier: 'medium', filled: 2 },
  { tier: 'low', filled: 1 },
] as const

/** The limit of the map: bands above it lie beyond the staircase. */
export const mapLimit: Band = 'moderate'

/** Two risks beyond the line, three within, one cell that has changed, all others empty. */
export function heatMapCells(letterOf: (band: Band) => string): HeatMapCell[] {
  const filled: Readonly<Record<string, readonly [count: number, previous: number, codes: readonly string[]]>> = {
    '4 5': [2, 2, ['RSK-0003', 'RSK-0011']],
    '2 2': [3, 1, []],
  }
  const grades = [1, 2, 3, 4, 5]
  return grades.flatMap((impact) =>
    grades.map((likelihood) => {
      const band = bandOf(defaultBandTable, likelihood, impact)
      const [count, previous, codes] = filled[`${String(likelihood)} ${String(impact)}`] ?? [0, 0, []]
      return {
        likelihood,
        impact,
        band: bandRank(band),
        letter: letterOf(band),
        count,
        previous,
        codes,
        more: null,
        beyond: isAbove(band, mapLimit),
      }
    }),
  )
}
