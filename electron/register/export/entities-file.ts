/**
 * entities.csv: the whole, each legal entity and what belongs to none, a row each: from where its records come and up to when, how
 * many systems and risks it has, and the figures that the pack's page of entities shows, each by numerator, denominator,
 * value and status.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import { entityFigures, type EntityFigures, entityFiguresOn } from '#shared/domain/metrics/entity-figures.ts'
import { figuresUnder, type KriResult, kriStatuses } from '#shared/domain/metrics/kri-result.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { originRows, whichOf } from '#shared/pack-model/entities-page.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { type Cell, type ColumnDescription, type CsvFile, joiner } from './cell.ts'
import { partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

interface Of {
  readonly column: ColumnDescription
  readonly of: (row: EntityFigures) => Cell
}

export function entitiesFile(state: RegisterState, asOf: Day, schemaVersion: number): CsvFile {
  const names = new Names(state)
  const sample = sampleMark(state)
  const origins = originRows({ state, asOf })
  const ofUnit = ({ unitId }: EntityFigures) =>
    origins.filter(({ unit, origin }) => unitId !== null && unit?.id === unitId && origin !== null)
  const count = (name: 'systems' | 'highTier' | 'openRisks', column: string): Of => ({
    column: { name: column, kind: 'integer', label: words(`entity.column.${name}`), required: true },
    of: (row) => row[name],
  })
  const columns: readonly Of[] = [
    {
      column: { name: 'entity', kind: 'text', label: words('bundle.entities.entity'), required: true },
      of: (row) => names.code(row.unitId === 'none' ? null : row.unitId) ?? whichOf(row),
    },
    { column: sampleColumn(sample), of: () => sample },
    {
      column: { name: 'entity_name', kind: 'text', label: words('entity.column.entity') },
      of: ({ unitId }) => (unitId === null || unitId === 'none' ? null : names.name(unitId)),
    },
    {
      column: { name: 'origins', kind: 'text', label: words('entity.column.origin'), joined: true },
      of: (row) => {
        const own = ofUnit(row)
        return own.length === 0
          ? null
          : own.map(({ origin }) => (origin === null ? '' : inLanguage(origin, 'ja'))).join(joiner)
      },
    },
    {
      column: { name: 'merged_on', kind: 'day', label: words('entity.column.mergedOn') },
      of: (row) =>
        ofUnit(row)
          .flatMap(({ mergedOn }) => mergedOn ?? [])
          .sort()
          .at(-1) ?? null,
    },
    { column: { name: 'cut_off', kind: 'day', label: words('entity.column.cutOff') }, of: ({ cutOff }) => cutOff },
    {
      column: {
        name: 'stale',
        kind: 'text',
        label: words('entity.column.stale'),
        codes: ['yes', 'no'],
        required: true,
      },
      of: ({ isStale }) => (isStale ? 'yes' : 'no'),
    },
    count('systems', 'systems'),
    count('highTier', 'high_tier'),
    count('openRisks', 'open_risks'),
    ...entityFigures.flatMap((id) => figureColumns(id)),
  ]
  return {
    name: 'entities.csv',
    title: words('bundle.file.entities'),
    key: ['entity'],
    columns: columns.map(({ column }) => column),
    *rows() {
      const runs = state.mergeRuns.filter(({ on }) => on <= asOf)
      for (const row of entityFiguresOn(state, state.units, runs, asOf)) {
        const told = { ...row, figures: figuresUnder(schemaVersion, row.figures) }
        yield columns.map(({ of }) => of(told))
      }
    },
  }
}

function figureColumns(id: (typeof entityFigures)[number]): readonly Of[] {
  const title = words(`kri.${id}.title`)
  const cell =
    (of: (result: KriResult) => Cell): Of['of'] =>
    ({ figures }) => {
      const result = figures.find((each) => each.id === id)
      return result === undefined ? null : of(result)
    }
  const name = (part: string) => `${id.toLowerCase()}_${part}`
  const label = (part: string) => partOf(title, words(`bundle.kri.${part}`))
  return [
    ...(['numerator', 'denominator', 'value'] as const).map((part): Of => ({
      column: { name: name(part), kind: 'number', label: label(part) },
      of: cell((result) => result[part]),
    })),
    {
      column: { name: name('status'), kind: 'text', label: label('status'), codes: kriStatuses },
      of: cell(({ status }) => status),
    },
  ]
}
