/** A list as it is printed: the shown columns, the conditions, the order and the groups, whether their rows were drawn or not. */
import type { Client } from '#renderer/api/client.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { ListGroup, ListQuery } from '#shared/contract/list.ts'
import { type ListField, listField } from '#shared/domain/list-fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { mostPrintedRows, type PrintedBlock, type PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { nounClient } from '#renderer/api/client.tsx'
import { headingOf } from '../field-column.tsx'
import { cellText } from '../grid/cell-text.ts'
import { type Column, type ColumnLayout, widthOf } from '../grid/column.ts'
import { readPlaces } from '../grid/read-rows.ts'
import type { ListRow } from '../noun-screen.ts'
import type { ValueWords } from '../value-words.ts'
import type { Words } from '../words.ts'
import { conditionWords } from './condition-words.ts'
import type { ListState } from './list-state.ts'

export interface PrintedListParts<N extends CodedNoun> {
  readonly noun: N
  readonly client: Client
  readonly words: Words
  readonly valueWords: ValueWords
  readonly query: ListQuery
  readonly state: ListState
  readonly columns: readonly Column<N>[]
  readonly layout: ColumnLayout
}

type Row = Extract<PrintedBlock, { kind: 'table' }>['rows'][number]

/** Pixels that a column without a width is given. */
const nameWidth = 300

export async function printedList<N extends CodedNoun>(parts: PrintedListParts<N>): Promise<PrintedSheet> {
  const { noun, client, words, query, columns, layout } = parts
  const { t } = words
  const shown = layout.shown.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const values = shown.filter(({ field }) => field.derived === true).map(({ id }) => id)
  const first = await nounClient(client, noun).list({ ...query, values, offset: 0, limit: 1 })
  const rows = await readPlaces(client, { noun, query, values }, 0, Math.min(first.found, mostPrintedRows) - 1)
  const cut = first.found > rows.length
  return {
    title: words.many(noun),
    note: t('app.shownOf', { found: first.found, total: first.total }),
    conditions: conditionsIn(parts, first.labels),
    orientation: 'landscape',
    blocks: [
      ...(cut ? [{ kind: 'text' as const, text: t('printed.cut', { count: rows.length, found: first.found }) }] : []),
      {
        kind: 'table',
        columns: shown.map((column) => ({
          title: column.heading(words),
          share: widthOf(column, layout, words.language) ?? nameWidth,
          end: column.end === true,
        })),
        rows: grouped(parts, rows, first.groups, (row) => ({
          kind: 'row',
          // An empty cell on paper could as well have been forgotten.
          cells: shown.map(({ field }) => cellText(row, field, words, parts.valueWords) || t(missingWord(field))),
        })),
      },
    ],
  }
}

/** The word of the mark that stands there on the screen. */
function missingWord(field: ListField): string {
  if (field.maybeNone === true) return 'app.noneOfThese'
  return field.kind === 'choice' && field.options === 'band' ? 'app.notAssessed' : 'app.notRegistered'
}

/** Headings of groups before their rows, with the number of records in the group. */
function grouped<N extends CodedNoun>(
  { noun, words, valueWords, query }: PrintedListParts<N>,
  rows: readonly ListRow<N>[],
  groups: readonly ListGroup[] | null,
  rowOf: (row: ListRow<N>) => Row,
): Row[] {
  const field = query.group == null ? undefined : listField(noun, query.group)
  if (groups === null || field === undefined) return rows.map(rowOf)
  const printed: Row[] = []
  let place = 0
  for (const { value, count } of groups) {
    const own = rows.slice(place, place + count)
    place += count
    const [head] = own
    if (head === undefined) break
    printed.push(
      { kind: 'group', text: words.t('printed.group', { value: valueWords(field, value, head.labels), count }) },
      ...own.map(rowOf),
    )
  }
  return printed
}

function conditionsIn<N extends CodedNoun>(
  { noun, words, valueWords, query, state }: PrintedListParts<N>,
  labels: Labels,
): string[] {
  const { t } = words
  const named = (field: ListField) => headingOf(words, noun, field)
  const conditions = [
    ...(state.search === '' ? [] : [t('app.condition', { field: t('printed.search'), values: state.search })]),
    ...(state.codes === null
      ? []
      : [t('app.fromFigure', { title: state.codes.title, count: state.codes.codes.length })]),
    ...Object.entries(state.filters).flatMap(([name, condition]) => {
      const field = listField(noun, name)
      return field === undefined
        ? []
        : [
            t('app.condition', {
              field: named(field),
              values: conditionWords(words, valueWords, field, condition, labels),
            }),
          ]
    }),
    ...(state.withdrawn ? [t('app.withdrawn')] : []),
  ]
  const sort = (query.sort ?? []).flatMap(({ field: name, direction }) => {
    const field = listField(noun, name)
    return field === undefined ? [] : [t(`list.sortedBy.${direction}`, { field: named(field) })]
  })
  const group = query.group == null ? undefined : listField(noun, query.group)
  return [
    ...(conditions.length === 0 ? [] : [t('printed.conditions', { conditions: conditions.join(' / ') })]),
    ...(sort.length === 0 ? [] : [t('list.order', { keys: sort.join(t('app.listSeparator')) })]),
    ...(group === undefined ? [] : [t('list.groupedBy', { field: named(group) })]),
  ]
}
