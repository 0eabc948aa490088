/** Reads the sheet that a screen shows from what is drawn: headings, fields, tables, lists and sentences, in their order. */
import type { PrintedBlock, PrintedSheet } from '#shared/domain/printed-sheet.ts'

/** Orders, ways to elsewhere and ornaments: nothing that paper could do. */
const leftOut =
  'nav, svg, [aria-hidden="true"], .button, .page-actions, .page-icon, .text-button, .chips, .hint-button, [role="menu"], [role="tablist"], [role="toolbar"], .visually-hidden, button.link, .block-link, [data-print="none"], .button-row, .form-buttons, kbd, form:has(#comment-new), dialog, [role="dialog"]'
const blocks = 'h1, h2, h3, h4, table, dl, ul, ol, li, p, .field, [role="img"], [role="figure"], section, article, div'

/** What stands in place of nothing: an empty place on paper could as well have been forgotten. */
export interface EmptyWords {
  readonly missing: string
  /** Of a field that need not have a value. */
  readonly none: string
}

/** `main` as it is shown now. Null where nothing is shown that has a heading. */
export function readScreen(main: Element, empty: EmptyWords): PrintedSheet | null {
  const head = main.querySelector('h1')
  if (head === null) return null
  const note = main.querySelector('.page-note')
  const reader = new ScreenReader(empty)
  for (const child of main.children)
    if (!child.contains(head)) reader.read(child)
    else reader.readBeside(child, head)
  return {
    title: textOf(head),
    note: note === null ? null : textOf(note) || null,
    conditions: [],
    orientation: orientationFor(reader.blocks),
    blocks: reader.blocks,
  }
}

class ScreenReader {
  readonly blocks: PrintedBlock[] = []
  readonly #empty: EmptyWords

  constructor(empty: EmptyWords) {
    this.#empty = empty
  }

  /** The rest of the element in which the heading stands, without the heading and its note. */
  readBeside(element: Element, head: Element): void {
    if (element === head || element.classList.contains('page-head')) return
    for (const child of element.children) {
      if (child === head) continue
      if (child.contains(head)) this.readBeside(child, head)
      else this.read(child)
    }
  }

  read(element: Element): void {
    if (element.matches(leftOut) || !isShown(element)) return
    if (element.matches('h2, h3, h4')) this.#add({ kind: 'heading', text: textOf(element) })
    else if (element instanceof HTMLTableElement) this.#table(element)
    else if (element.matches('dl')) this.#terms(element)
    else if (element.matches('.field')) this.#field(element)
    else if (element.matches('[role="img"], [role="figure"]') && element.querySelector('table') === null)
      this.#add({ kind: 'text', text: element.getAttribute('aria-label') ?? textOf(element) })
    else if (element.matches('[data-print="row"]')) this.#row(element)
    else if (element.matches('a, button')) this.#add({ kind: 'text', text: textOf(element) })
    else if (element.matches('li')) this.#item(element)
    else if ([...element.children].some((child) => child.matches(blocks) || isPlaced(child))) this.#inside(element)
    else this.#add({ kind: 'text', text: textOf(element) })
  }

  #inside(element: Element): void {
    for (const child of element.childNodes)
      if (child instanceof Element) this.read(child)
      else this.#add({ kind: 'text', text: squeezed(child.textContent ?? '') })
  }

  /** Rows that follow each other stand in columns, like what is drawn in them. */
  #row(element: Element): void {
    const cells = [...element.children].filter((child) => !child.matches(leftOut)).map(textOf)
    const before = this.blocks.at(-1)
    const rows = before?.kind === 'table' && before.columns.every(({ title }) => title === '') ? before.rows : []
    if (rows.length > 0) this.blocks.pop()
    const all = [...rows, { kind: 'row' as const, cells }]
    const width = Math.max(...all.map((row) => (row.kind === 'row' ? row.cells.length : 0)))
    this.#add({
      kind: 'table',
      columns: Array.from({ length: width }, (_, column) => ({
        title: '',
        share: shareOf(all.map((row) => (row.kind === 'row' ? (row.cells[column] ?? '') : ''))),
        end: false,
      })),
      rows: all,
    })
  }

  #item(element: Element): void {
    if (element.querySelector('table, dl, .field, h2, h3, h4') !== null) this.#inside(element)
    else this.#add({ kind: 'text', text: textOf(element) })
  }

  #add(block: PrintedBlock): void {
    if ('text' in block && block.text === '') return
    const before = this.blocks.at(-1)
    // A name that is drawn beside what it names is often there twice, once for those who cannot see it.
    if (block.kind === 'text' && before?.kind === 'text' && before.text === block.text) return
    if (block.kind === 'fields' && before?.kind === 'fields') {
      this.blocks[this.blocks.length - 1] = { kind: 'fields', rows: [...before.rows, ...block.rows] }
      return
    }
    this.blocks.push(block)
  }

  #field(element: Element): void {
    const label = element.querySelector('.field-label')
    const own = label?.cloneNode(true)
    if (own instanceof Element) for (const mark of own.querySelectorAll('.field-required')) mark.remove()
    const value = [...element.children]
      .filter((child) => child !== label && !child.matches('.hint, .field-problem'))
      // Both languages of a text, one under the other.
      .flatMap((child) => (child.matches('.bilingual') ? [...child.querySelectorAll('input, textarea')] : [child]))
      .map(textOf)
      .filter((text) => text !== '')
      .join('\n')
    const nothing = element.matches('[data-may-be-none]') ? this.#empty.none : this.#empty.missing
    this.#add({
      kind: 'fields',
      rows: [{ label: own instanceof Element ? squeezed(own.textContent) : '', value: value || nothing }],
    })
  }

  #terms(element: Element): void {
    const rows: { label: string; value: string }[] = []
    for (const part of element.querySelectorAll('dt, dd')) {
      const last = rows.at(-1)
      if (part.tagName === 'DT') rows.push({ label: textOf(part), value: '' })
      else if (last !== undefined) last.value = [last.value, textOf(part)].filter((text) => text !== '').join(' ')
    }
    if (rows.length > 0) this.#add({ kind: 'fields', rows })
  }

  #table(table: HTMLTableElement): void {
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => cellsOf(row))
    const heads = [...table.querySelectorAll('thead tr')].slice(-1).flatMap((row) => cellsOf(row))
    const width = Math.max(heads.length, ...rows.map((row) => row.length))
    // Columns of boxes and buttons are empty on paper.
    const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
      rows.length === 0 ? (heads[column] ?? '') !== '' : rows.some((row) => (row[column] ?? '') !== ''),
    )
    if (kept.length === 0) return
    if (table.caption !== null) this.#add({ kind: 'heading', text: textOf(table.caption) })
    this.#add({
      kind: 'table',
      columns: kept.map((column) => ({
        title: heads[column] ?? '',
        share: shareOf([heads, ...rows].map((row) => row[column] ?? '')),
        end: false,
      })),
      rows: rows.map((row) => ({ kind: 'row', cells: kept.map((column) => row[column] ?? '') })),
    })
  }
}

/** More than that a column is not given for its longest word, and for its longest text. */
const [longestWord, longestText] = [14, 44]

/** What a column needs: room for its longest word, and some for its longest text, which is broken into lines. */
function shareOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(' ').map((word) => Math.min(widthOf(word), longestWord)))
  const whole = texts.map((text) => Math.min(widthOf(text), longestText) * 0.6)
  return Math.max(4, ...words, ...whole) + 1
}

/** In half-width signs: those of Japanese take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (/[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(sign) ? 2 : 1), 0)
}

/** As many half-width signs stand in a line of an upright page. */
const uprightWidth = 90

/** A wide table is read only on a page that is wide. */
function orientationFor(blocks: readonly PrintedBlock[]): PrintedSheet['orientation'] {
  const needs = (block: PrintedBlock) =>
    block.kind === 'table' ? block.columns.reduce((sum, { share }) => sum + share, 0) : 0
  return blocks.some((block) => needs(block) > uprightWidth) ? 'landscape' : 'portrait'
}

/** One text for each column that the cells of a row take up. */
function cellsOf(row: Element): string[] {
  return [...row.querySelectorAll<HTMLTableCellElement>(':scope > td, :scope > th')].flatMap((cell) => [
    textOf(cell) || hiddenTextOf(cell),
    ...Array.from({ length: cell.colSpan - 1 }, () => ''),
  ])
}

/** A cell that shows a sign alone says in words what it is. */
function hiddenTextOf(cell: Element): string {
  const said =
    cell.querySelector('.visually-hidden')?.textContent ??
    cell.querySelector('[aria-label]:not(button, input)')?.getAttribute('aria-label')
  return squeezed(said ?? '')
}

/** What has no box of its own shows what stands in it. */
function isShown(element: Element): boolean {
  return element.checkVisibility() || getComputedStyle(element).display === 'contents'
}

/** Drawn at a place of its own: a box of a chart. */
function isPlaced(element: Element): boolean {
  return getComputedStyle(element).position === 'absolute' && !element.matches('.visually-hidden')
}

/** What a person reads in an element: its words, and what stands in its controls. */
function textOf(element: Element): string {
  return squeezed(wordsOf(element))
}

function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element)) return ''
  if (node instanceof HTMLSelectElement) return ` ${[...node.selectedOptions].map(({ text }) => text).join(', ')} `
  if (node instanceof HTMLTextAreaElement) return ` ${node.value} `
  if (node instanceof HTMLInputElement) {
    if (node.type === 'checkbox' || node.type === 'radio') return node.checked ? ' ■ ' : ' □ '
    return ` ${node.value} `
  }
  if (node.matches(leftOut) || !isShown(node)) return ''
  // Two elements beside each other, or one that stands off from the words before it, are parted by the style, not by a sign.
  const { display } = getComputedStyle(node)
  const parted = /flex|grid/.test(display)
  const inside = [...node.childNodes]
    .map((child) => {
      const apart =
        child instanceof Element &&
        (child.previousSibling instanceof Element || parseFloat(getComputedStyle(child).marginLeft) > 0)
      return (parted || apart ? ' ' : '') + wordsOf(child)
    })
    .join('')
  return display === 'inline' || display === 'inline-block' ? inside : ` ${inside} `
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
