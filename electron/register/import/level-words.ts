/** The words of a source's scale as its rows come: which grade a person has given them, and which they might mean. */
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import { isUnrated, type ScaleLabels, suggestedGrade } from '#shared/domain/import-record/level-words.ts'
import { type GradeAxis, gradeAxes } from '#shared/domain/import-record/record-targets.ts'
import type { LevelWord } from '#shared/domain/import-report.ts'
import { quoteOf } from '#shared/domain/import-row.ts'
import { foldWord } from '#shared/domain/import-values.ts'

/** A scale has few words: more are a column of something else. */
const mostWords = 200

export class LevelWords {
  readonly #scale: ScaleLabels
  readonly #said: Readonly<Record<GradeAxis, ReadonlyMap<string, number | null>>>
  readonly #met = new Map<string, { axis: GradeAxis; word: string; rows: number }>()

  constructor(said: MappingFile['levels'], scale: ScaleLabels) {
    this.#scale = scale
    const saidOf = (axis: GradeAxis) =>
      new Map(Object.entries(said?.[axis] ?? {}).map(([word, grade]) => [foldWord(word), grade]))
    this.#said = { likelihood: saidOf('likelihood'), impact: saidOf('impact') }
  }

  /** The grade that a person has given the word; null where none was given, or the source has not judged. */
  grade(axis: GradeAxis, words: string): number | null {
    const word = foldWord(words)
    if (isUnrated(word)) return null
    const key = `${axis}\n${word}`
    const known = this.#met.get(key)
    if (known !== undefined) known.rows += 1
    else if (this.#met.size < mostWords) this.#met.set(key, { axis, word: quoteOf(words.trim()), rows: 1 })
    return this.#said[axis].get(word) ?? null
  }

  list(): LevelWord[] {
    const order = (each: { axis: GradeAxis }) => gradeAxes.indexOf(each.axis)
    return [...this.#met.values()]
      .map((each) => {
        const said = this.#said[each.axis].get(foldWord(each.word))
        return {
          ...each,
          suggestion: suggestedGrade(each.axis, each.word, this.#scale),
          grade: said ?? null,
          settled: said !== undefined,
        }
      })
      .sort((one, other) => order(one) - order(other) || (one.suggestion ?? 9) - (other.suggestion ?? 9))
  }
}
