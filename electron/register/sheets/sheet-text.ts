/** What one-page sheets of records say alike: texts that are cut, names, days, people who answer, lists of which the rest is counted. */
import type { Holding } from '#shared/domain/accountability.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { PrintedBlock, PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'

/** Longer texts are read on the screen: the sheet is one page. A Japanese letter takes the room of two others. */
const longestText = { ja: 52, en: 100 } as const
/** A name in a row of a table. */
const longestName = { ja: 26, en: 52 } as const
/** One name of several. */
const shortName = { ja: 14, en: 26 } as const
/** Names in one line. */
const mostNamed = 2

export interface SheetColumn {
  readonly title: string
  readonly share: number
}

export class SheetText {
  readonly t: ReturnType<typeof translate>
  readonly language: Language
  readonly #labels: Labels
  readonly #timeZone: string

  constructor(language: Language, labels: Labels, timeZone: string) {
    this.t = translate(language)
    this.language = language
    this.#labels = labels
    this.#timeZone = timeZone
  }

  get missing(): string {
    return this.t('app.notRegistered')
  }

  text(words: string | null): string {
    return this.#cut(words, longestText)
  }

  both(words: Bilingual): string {
    return this.text(inLanguage(words, this.language))
  }

  /** As it stands in a row of a table. */
  name(words: Bilingual): string {
    return this.#cut(inLanguage(words, this.language), longestName)
  }

  /** In a narrow column. */
  brief(words: string | null): string {
    return this.#cut(words, longestName)
  }

  #cut(words: string | null, most: Readonly<Record<Language, number>>): string {
    const whole = (words ?? '').trim()
    if (whole === '') return this.missing
    const letters = [...whole]
    const longest = most[this.language]
    return letters.length > longest ? `${letters.slice(0, longest).join('')} …` : whole
  }

  named(ids: readonly (string | null)[]): string {
    const names = ids.flatMap((each) => {
      const label: Label | undefined = each === null ? undefined : this.#labels[each]
      return label === undefined
        ? []
        : [
            [label.noun === 'person' ? null : label.code, inLanguage(label.name, this.language)]
              .filter((part) => (part ?? '') !== '')
              .join(' '),
          ]
    })
    if (names.length === 0) return this.missing
    const shown = names.slice(0, mostNamed).map((each) => this.#cut(each, names.length > 1 ? shortName : longestName))
    const left = names.length - shown.length
    return [...shown, ...(left > 0 ? [this.t('sheet.more', { count: left })] : [])].join(this.t('app.listSeparator'))
  }

  /** A person on a post, a vacancy, or that nobody is registered. */
  answering({ state, postId, personId }: Pick<Holding, 'state' | 'postId' | 'personId'>): string {
    if (state === 'unregistered') return this.t('executiveState.unregistered')
    if (state === 'vacant') return `${this.named([postId])} ${this.t('executiveState.vacant')}`
    return this.named([personId, postId])
  }

  moment(at: string | null, zone = this.#timeZone): string {
    return at === null ? this.missing : `${localMoment(at, zone)} (${zone})`
  }

  day(day: string | null): string {
    return day ?? this.missing
  }

  level(level: Level | null): string {
    if (level === null) return this.t('paper.unassessed')
    const { likelihood, impact, band } = level
    return this.t('paper.gradesAndBand', {
      grades: this.t('paper.grades', { likelihood, impact }),
      band: this.t(`band.${band}`),
    })
  }

  /** Null: the risk is out of the scope of the figures. */
  standing(position: Pick<RiskPosition, 'outsideAppetite'> | null): string {
    if (position === null) return this.t('sheet.risk.notCounted')
    const { outsideAppetite } = position
    if (outsideAppetite === null) return this.t('paper.unassessed')
    return this.t(outsideAppetite ? 'status.breach' : 'status.within')
  }

  field(noun: Noun, name: string, value: string): { readonly label: string; readonly value: string } {
    return { label: this.t(`field.${noun}.${name}`), value }
  }

  heading(text: string): PrintedBlock {
    return { kind: 'heading', text }
  }

  /** The first rows under a heading that counts them all; where there are none it says so. */
  list<Row>(
    title: string,
    columns: readonly SheetColumn[],
    rows: readonly Row[],
    given: { readonly most: number; readonly cells: (row: Row) => readonly string[] },
  ): readonly PrintedBlock[] {
    const heading = this.heading(`${title} ${String(rows.length)}`)
    if (rows.length === 0) return [heading]
    const left = rows.length - given.most
    return [
      heading,
      {
        kind: 'table',
        columns: columns.map((column) => ({ ...column, end: false })),
        rows: [
          ...rows.slice(0, given.most).map((row) => ({ kind: 'row' as const, cells: [...given.cells(row)] })),
          ...(left > 0 ? [{ kind: 'group' as const, text: this.t('sheet.more', { count: left }) }] : []),
        ],
      },
    ]
  }

  /** The frame of all of them: code and name over it, that whole texts stand in the register under them. */
  sheet(
    kind: 'incident' | 'risk' | 'system',
    record: { readonly code: string; readonly name: Bilingual },
    blocks: readonly PrintedBlock[],
  ): PrintedSheet {
    return {
      title: `${record.code} ${this.#cut(inLanguage(record.name, this.language), longestText)}`,
      note: this.t(`sheet.note.${kind}`),
      conditions: [],
      orientation: 'portrait',
      dense: true,
      blocks: [...blocks],
    }
  }
}
