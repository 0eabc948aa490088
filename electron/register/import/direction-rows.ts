/** What lists of directions have of their own within the import of records: the titles of the ten, and names made of what was directed. */
import { type DirectionItem, directionItems, type DirectionSide } from '#shared/domain/direction.ts'
import type { Mapping } from '#shared/domain/import-mapping.ts'
import { DirectionRowReader, foldTitle, nameOfInstruction } from '#shared/domain/import-record/direction-row.ts'
import type { RecordRowReader } from '#shared/domain/import-record/record-row.ts'
import { sideItemAndDay } from '#shared/domain/import-report.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { shippedPacks } from '../requirements/shipped-packs.ts'
import type { RowKeys } from './row-keys.ts'

/** The reader puts the place of a direction where other lists have the words of their key column. */
export const directionKeys: RowKeys = {
  kind: 'column',
  label: sideItemAndDay,
  position: 0,
  named: false,
  numbers: false,
  repeats: false,
}

export function directionReader(rows: RecordRowReader, mapping: Mapping, side: DirectionSide): DirectionRowReader {
  return new DirectionRowReader(rows, { mapping, side, titles: titlesOfTen() })
}

/** The first line of what was directed; where nothing was, the title of the direction. */
export function nameOfDirection(values: Readonly<Record<string, unknown>>): Bilingual {
  const title = (language: 'ja' | 'en') => translate(language)(`value.directionItem.${String(values.item)}`)
  return nameOfInstruction(values.instruction as Bilingual | undefined) ?? { ja: title('ja'), en: title('en') }
}

let titles: ReadonlyMap<string, DirectionItem> | undefined

/** The titles of the ten as the packs have them and as the mirror shortens them, in both languages. */
function titlesOfTen(): ReadonlyMap<string, DirectionItem> {
  titles ??= new Map(
    directionItems.flatMap((id) => {
      const official = shippedPacks()
        .flatMap(({ items }) => items)
        .filter((item) => item.id === id)
        .flatMap(({ title }) => [title.ja?.text, title.en?.text])
      const short = [translate('ja'), translate('en')].map((t) => t(`value.directionItem.${id}`))
      return [...official, ...short]
        .filter((title) => title !== undefined)
        .map((title) => [foldTitle(title), id] as const)
    }),
  )
  return titles
}
