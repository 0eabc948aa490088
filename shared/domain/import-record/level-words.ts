/**
 * Words of other scales and the grade that they may mean here. They are suggestions and nothing more: no grade is taken over
 * before a person has said what a word of the source means (`levels` of a mapping). Only words that name a step of five are
 * listed; a word of a scale with fewer or more steps has no place of its own here, and neither has a bare number.
 */
import type { Bilingual } from '../text.ts'
import { foldWord } from '../import-values.ts'
import type { GradeAxis } from './record-targets.ts'

const likelihoodWords = [
  'rare | very unlikely | very low | remote | negligible | improbable | 極めて低い | 非常に低い | 極低 | まれ | 稀 | ほぼ起こらない | très faible | très improbable',
  'unlikely | low | 低い | 低 | 起こりにくい | faible | peu probable',
  'possible | medium | moderate | 中 | 中程度 | 起こりうる | 起こり得る | moyen | moyenne',
  'likely | high | probable | 高い | 高 | 起こりやすい | élevé | élevée | fort | forte',
  'almost certain | very likely | very high | certain | frequent | 極めて高い | 非常に高い | 極高 | ほぼ確実 | 頻発 | très élevé | très probable | quasi certain',
]
const impactWords = [
  'negligible | insignificant | very low | 極めて小さい | 非常に小さい | 軽微 | 極小 | très faible | négligeable',
  'minor | low | limited | 小さい | 小 | 低い | 低 | faible | limité',
  'moderate | medium | 中 | 中程度 | moyen | moyenne | modéré',
  'major | high | significant | 大きい | 大 | 高い | 高 | 重大 | élevé | élevée | important | majeur',
  'catastrophic | critical | severe | very high | extreme | 極めて大きい | 非常に大きい | 極大 | 甚大 | 壊滅的 | très élevé | critique | catastrophique',
]
const meant: Readonly<Record<GradeAxis, ReadonlyMap<string, number>>> = {
  likelihood: byWord(likelihoodWords),
  impact: byWord(impactWords),
}

function byWord(grades: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  grades.forEach((words, index) => {
    for (const word of words.split('|').map(foldWord)) if (!found.has(word)) found.set(word, index + 1)
  })
  return found
}

/** The labels of the register's own scale in force, grade 1 to 5. */
export interface ScaleLabels {
  readonly likelihood: readonly Bilingual[]
  readonly impact: readonly Bilingual[]
}

/** The grade that a word may mean: one of the register's own labels, or a common word of a five-step scale; null otherwise. */
export function suggestedGrade(axis: GradeAxis, word: string, own: ScaleLabels): number | null {
  const folded = foldWord(word)
  const label = own[axis].findIndex(({ ja, en }) => [ja, en].some((each) => each !== null && foldWord(each) === folded))
  return label >= 0 ? label + 1 : (meant[axis].get(folded) ?? null)
}

/** Words by which tools say that a level was not judged. */
export function isUnrated(word: string): boolean {
  return ['', '--', '-', 'n/a', 'na', 'not rated', 'unrated', 'none', '未評価', '評価なし', '-1', '該当なし'].includes(
    foldWord(word),
  )
}
