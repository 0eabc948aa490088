/** What is done with the chosen block of cells, or with the chosen rows: copied, filled, emptied. */
import { useApi } from '#renderer/api/client.tsx'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import { useTell } from '#renderer/records/tell.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useValueWords } from '#renderer/records/value-words.ts'
import { useWords } from '#renderer/records/words.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { edgesOf, isOneCell } from './cell-range.ts'
import { cellText } from './cell-text.ts'
import { cellUse, emptied, storedIn } from './cell-use.ts'
import { type TextBlock, writeTabbed, writeTable } from './clipboard-text.ts'
import type { Column } from './column.ts'
import type { GridRows } from './grid-rows.ts'
import { readChosen, readPlaces } from './read-rows.ts'
import { chosenCount } from './row-choice.ts'
import type { BulkChange, RecordPatch } from './use-bulk-change.ts'
import { type GridControl, placesOf } from './use-grid-control.ts'
import type { EditedCell } from './use-grid-editing.ts'
import { recordAt } from './use-grid-focus.ts'

export interface GridBlock {
  /** Puts what is chosen on the clipboard: all columns of the chosen rows, or the block of cells. */
  copy(data: DataTransfer): void
  /** The chosen rows under the headings of their columns. */
  copyChosen(): Promise<void>
  fillDown(): Promise<void>
  /** The value of the active cell in all rows of the block. */
  fillBlock(): Promise<void>
  clear(): Promise<void>
}

export interface BlockParts<N extends CodedNoun> {
  readonly noun: N
  readonly shown: readonly Column<N>[]
  readonly rows: GridRows<N>
  readonly found: number
}

export function useGridBlock<N extends CodedNoun>(
  { noun, shown, rows, found }: BlockParts<N>,
  control: Pick<GridControl<N>, 'focus' | 'choice' | 'source' | 'edited' | 'editing'>,
  bulk: BulkChange,
  onCopied: (cells: number) => void,
): GridBlock & { fillWith(cell: EditedCell<N>, value: unknown): void } {
  const { client } = useApi()
  const words = useWords()
  const wordsOf = useValueWords()
  const tell = useTell()
  const edges = edgesOf(control.focus.block)
  const columnsIn = shown.slice(Math.max(edges.left, 1) - 1, edges.right)
  const editableIn = columnsIn.flatMap((column) => {
    const use = cellUse(noun, column.field)
    return use.kind === 'edit' ? [use.field] : []
  })

  const inView = (): ListRow<N>[] | null => {
    const read: ListRow<N>[] = []
    for (let index = edges.top; index <= edges.bottom; index += 1) {
      if (rows.itemAt(index).kind === 'group') continue
      const row = recordAt(rows, index)
      if (row === undefined) return null
      read.push(row)
    }
    return read
  }
  /** The records of the block, read where they are not in view. */
  const blockRows = async (): Promise<ListRow<N>[]> => {
    const known = inView()
    if (known !== null) return known
    const places = placesOf(rows, edges.top, edges.bottom)
    const wanted = new Set(places)
    const first = places[0] ?? 0
    const read = await readPlaces(client, control.source, first, places.at(-1) ?? 0)
    return read.filter((_row, index) => wanted.has(first + index))
  }
  const texts = (read: readonly ListRow<N>[], columns: readonly Column<N>[]): TextBlock =>
    read.map((row) => columns.map(({ field }) => cellText(row, field, words, wordsOf)))
  const put = (data: DataTransfer, block: TextBlock) => {
    data.setData('text/plain', writeTabbed(block))
    data.setData('text/html', writeTable(block))
    onCopied(block.length * (block[0]?.length ?? 0))
  }
  /** What had to be read first can no longer be given to the event that asked for it: the page asks for another one. */
  const copyLater = async (read: Promise<TextBlock>) => {
    let block: TextBlock = []
    const answer = (event: ClipboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (event.clipboardData !== null) put(event.clipboardData, block)
    }
    document.addEventListener('copy', answer, { capture: true })
    try {
      block = await read
      if (!document.execCommand('copy')) tell.refused(words.t('grid.copyRefused'))
    } catch (error) {
      tell.refused(sayError(words.language, error))
    } finally {
      document.removeEventListener('copy', answer, { capture: true })
    }
  }
  const copyChosen = () =>
    copyLater(
      readChosen(client, control.source, control.choice, found).then((read) => [
        shown.map((column) => column.heading(words)),
        ...texts(read, shown),
      ]),
    )
  const patches = (read: readonly ListRow<N>[], patchOf: (row: ListRow<N>) => Record<string, unknown>): RecordPatch[] =>
    read
      .filter(({ record }) => record.withdrawn === null)
      .map((row) => ({ id: row.record.id, version: row.record.version, patch: patchOf(row) }))

  const fillWith = (cell: EditedCell<N>, value: unknown) => {
    const { name } = cell.field
    if (isOneCell(control.focus.block)) control.editing.send(cell, value, storedIn(cell.row.record, cell.field))
    else void blockRows().then((read) => bulk.update(patches(read, () => ({ [name]: value }))))
  }
  return {
    copy: (data) => {
      const chosen = chosenCount(control.choice, found)
      if (chosen > 0) {
        void copyChosen()
        return
      }
      const known = inView()
      if (known !== null) put(data, texts(known, columnsIn))
      else void copyLater(blockRows().then((read) => texts(read, columnsIn)))
    },
    copyChosen,
    fillDown: async () => {
      // As in a spreadsheet: one row alone takes the values of the row above it.
      const above = edges.top === edges.bottom ? recordAt(rows, edges.top - 1) : undefined
      const [first, ...below] = await blockRows()
      const [from, to] = above === undefined ? [first, below] : [above, first === undefined ? [] : [first]]
      if (from === undefined || to.length === 0 || editableIn.length === 0) return
      const patch = Object.fromEntries(editableIn.map((field) => [field.name, storedIn(from.record, field)]))
      await bulk.update(patches(to, () => patch))
    },
    fillBlock: async () => {
      const { edited } = control
      if (edited !== null && !isOneCell(control.focus.block))
        fillWith(edited, storedIn(edited.row.record, edited.field))
    },
    clear: async () => {
      const { edited } = control
      if (isOneCell(control.focus.block)) {
        if (edited === null) return
        const value = storedIn(edited.row.record, edited.field)
        control.editing.send(edited, emptied(edited.field, value, words.language), value)
        return
      }
      if (editableIn.length === 0) return
      await bulk.update(
        patches(await blockRows(), ({ record }) =>
          Object.fromEntries(
            editableIn.map((field) => [field.name, emptied(field, storedIn(record, field), words.language)]),
          ),
        ),
      )
    },
    fillWith,
  }
}
