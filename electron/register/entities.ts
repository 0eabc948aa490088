/** The group by its legal entities on a day: figures of each and of the whole, with the days up to which they were merged. */
import type { EntityTable } from '#shared/contract/merge.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { entityFigures, entityFiguresOn } from '#shared/domain/metrics/entity-figures.ts'
import { valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Cell } from './export/cell.ts'
import { writeCsvFile, type WrittenCsv } from './export/csv-file.ts'
import { figureFacts } from './figure-facts.ts'
import { LabelCollector } from './labels.ts'
import { mergeRuns } from './store/kept-log.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export function entityTable(register: Register, day: Day | null): EntityTable {
  const { read } = register
  const asOf = day ?? register.today()
  const collector = new LabelCollector()
  const units = [...recordTables.unit.all(read)]
  const rows = entityFiguresOn(figureFacts(register), units, mergeRuns(read), asOf)
  for (const { unitId } of rows) collector.add(unitId)
  return { asOf, rows, labels: collector.labels(read) }
}

/** The table as CSV: an entity a row. FOLDER_NOT_WRITABLE, DISK_FULL. */
export function writeEntityFile(
  register: Register,
  { day, folder, language }: { readonly day: Day | null; readonly folder: string; readonly language: Language },
): Promise<WrittenCsv> {
  const t = translate(language)
  const { asOf, rows, labels } = entityTable(register, day)
  const isSample = register.organisation().sampleDay !== null
  const columns = [
    ...(['code', 'entity', 'cutOff', 'stale', 'systems', 'highTier', 'openRisks'] as const).map((name) =>
      t(`entity.column.${name}`),
    ),
    ...entityFigures.flatMap((id) => [`${id} ${t(`kri.${id}.title`)}`, `${id} ${t('entity.ofHow')}`]),
    ...(isSample ? [t('bundle.column.sample')] : []),
  ].map((name) => ({ name }))
  const cells = function* (): Iterable<readonly Cell[]> {
    for (const row of rows) {
      const label = row.unitId === null ? undefined : labels[row.unitId]
      yield [
        label?.code ?? '',
        label === undefined
          ? t(row.unitId === null ? 'entity.whole' : 'entity.none')
          : inLanguage(label.name, language),
        row.cutOff ?? '',
        t(`value.yesNo.${row.isStale ? 'yes' : 'no'}`),
        row.systems,
        row.highTier,
        row.openRisks,
        ...entityFigures.flatMap((id): Cell[] => {
          const figure = row.figures.find((each) => each.id === id)
          if (figure === undefined) return ['', '']
          const of =
            figure.denominator === null ? '' : `${String(figure.numerator ?? '')}/${String(figure.denominator)}`
          const value = valueStatement(figure)
          return [value === null ? '' : say(language, value), of]
        }),
        ...(isSample ? [t('app.sample')] : []),
      ]
    }
  }
  return writeCsvFile(folder, `${t('entity.title')}-${asOf}.csv`, { columns, rows: cells })
}
