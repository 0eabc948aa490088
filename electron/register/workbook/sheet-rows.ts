/** The rows of a sheet as they are read, some at a time: of a hundred thousand only those that are looked at are held. */
import { Problem } from '#shared/domain/problem.ts'
import { cellOf } from './cell-value.ts'
import type { Cell } from './cells.ts'
import type { WorkbookParts } from './workbook-parts.ts'
import { type Attributes, PartReader } from './xml-part.ts'

export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number
  /** Ends with the last cell in which something stands; null where nothing does. */
  readonly cells: readonly (Cell | null)[]
}

const lastRow = 1_048_576
const lastColumn = 16_384

/** Rows with anything in them, some for each piece of the part; also none. WORKBOOK_DAMAGED. */
export async function* readSheet(
  pieces: AsyncIterable<Uint8Array>,
  workbook: WorkbookParts,
  file: string,
): AsyncGenerator<readonly SheetRow[], void, void> {
  const sheet = new SheetReader(workbook, file)
  let reader: PartReader | null = null
  for await (const piece of pieces) {
    reader ??= new PartReader(piece, sheet, file)
    reader.read(piece)
    yield sheet.taken()
  }
  if (reader === null) throw new Problem('WORKBOOK_DAMAGED', { file })
  reader.end()
  yield sheet.taken()
}

class SheetReader {
  readonly #workbook: WorkbookParts
  readonly #file: string
  #rows: SheetRow[] = []
  #row = 0
  #cells: (Cell | null)[] = []
  #column = -1
  /** The cell that is being read. */
  #attributes: Attributes = {}
  #value: string | null = null
  #inline: string | null = null
  #isFormula = false
  #takes: 'value' | 'inline' | null = null
  #isReading = false

  constructor(workbook: WorkbookParts, file: string) {
    this.#workbook = workbook
    this.#file = file
  }

  taken(): readonly SheetRow[] {
    const taken = this.#rows
    this.#rows = []
    return taken
  }

  readonly open = (name: string, attributes: Attributes): void => {
    switch (name) {
      case 'row':
        this.#openRow(attributes['r'])
        break
      case 'c':
        this.#attributes = attributes
        this.#value = null
        this.#inline = null
        this.#isFormula = false
        break
      case 'v':
        this.#value = ''
        this.#takes = 'value'
        break
      case 'f':
        this.#isFormula = true
        break
      case 'is':
        this.#inline = ''
        break
      case 't':
        // A reading over the words is no part of them.
        this.#takes = this.#isReading || this.#inline === null ? null : 'inline'
        break
      case 'rPh':
        this.#isReading = true
        break
    }
  }

  readonly text = (piece: string): void => {
    if (this.#takes === 'value') this.#value = (this.#value ?? '') + piece
    else if (this.#takes === 'inline') this.#inline = (this.#inline ?? '') + piece
  }

  readonly close = (name: string): void => {
    switch (name) {
      case 'v':
      case 't':
        this.#takes = null
        break
      case 'rPh':
        this.#isReading = false
        break
      case 'c':
        this.#closeCell()
        break
      case 'row':
        if (this.#cells.length > 0) this.#rows.push({ row: this.#row, cells: this.#cells })
        break
    }
  }

  #openRow(said: string | undefined): void {
    const row = said === undefined ? this.#row + 1 : Number(said)
    if (!Number.isInteger(row) || row <= this.#row || row > lastRow) throw this.#damaged()
    this.#row = row
    this.#cells = []
    this.#column = -1
  }

  #closeCell(): void {
    const place = this.#attributes['r']
    const column = place === undefined ? this.#column + 1 : columnOf(place)
    if (column === null || column <= this.#column || column >= lastColumn) throw this.#damaged()
    this.#column = column
    const { formats, strings, from1904 } = this.#workbook
    const cell = cellOf(
      { type: this.#attributes['t'] ?? 'n', value: this.#value, inline: this.#inline, isFormula: this.#isFormula },
      { format: formats[Number(this.#attributes['s'] ?? 0)], strings, from1904 },
    )
    if (cell === null) return
    while (this.#cells.length < column) this.#cells.push(null)
    this.#cells.push(cell)
  }

  #damaged(): Problem {
    return new Problem('WORKBOOK_DAMAGED', { file: this.#file })
  }
}

/** `AB12` is in column 27, counted from 0; null where no letters stand first. */
export function columnOf(place: string): number | null {
  let column = 0
  let at = 0
  for (; at < place.length; at += 1) {
    const letter = (place.charCodeAt(at) | 0x20) - 0x60
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > lastColumn) return null
  }
  return at === 0 ? null : column - 1
}

/** Column 27, counted from 0, is AB. */
export function lettersOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : lettersOf(Math.floor(column / 26) - 1) + rest
}
