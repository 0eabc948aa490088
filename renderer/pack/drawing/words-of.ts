/** Words of a page as they were set: line by line, each with its place, cut with an ellipsis where the page cuts them. */
import type { Item, Words } from './drawing.ts'
import { colourOf, rounded } from './drawing.ts'

export interface Origin {
  readonly left: number
  readonly top: number
}

/** What cuts off its content, and what was cut. */
export interface Clip {
  readonly box: DOMRect
  readonly outer: Clip | null
  /** The last line that is seen whole. */
  last: number | null
  cut: boolean
}

const ellipsis = '…'
const pen = document.createElement('canvas').getContext('2d')

function penWith(style: CSSStyleDeclaration): CanvasRenderingContext2D {
  if (pen === null) throw new Error('no canvas to measure words with')
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  return pen
}

interface Line {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** The lines of a text, as the browser broke them. Spaces that it left out have no place and are left out too. */
function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  let at = 0
  for (const letter of node.data) {
    range.setStart(node, at)
    at += letter.length
    range.setEnd(node, at)
    const box = [...range.getClientRects()].findLast(({ width }) => width > 0)
    if (box === undefined) continue
    const line = lines.at(-1)
    const shown = /\s/.test(letter) ? ' ' : letter
    if (line !== undefined && Math.abs(line.top - box.top) < 3 && box.left > line.left - 1) {
      line.text += shown
      line.right = Math.max(line.right, box.right)
    } else lines.push({ text: shown, left: box.left, right: box.right, top: box.top, bottom: box.bottom })
  }
  return lines
}

/** Adds the words of a text to the items. */
export function addWords(node: Text, clip: Clip | null, origin: Origin, items: Item[]): void {
  const parent = node.parentElement
  if (parent === null || node.data.trim() === '') return
  const style = getComputedStyle(parent)
  const fill = colourOf(style.color)
  if (fill === null) return
  for (const line of linesOf(node)) {
    const text = line.text.trimEnd()
    if (text === '') continue
    const middle = (line.top + line.bottom) / 2
    if (clip !== null && (middle > clip.box.bottom || middle < clip.box.top)) {
      clip.cut = true
      continue
    }
    const width = line.right - line.left - (line.text.length > text.length ? penWith(style).measureText(' ').width : 0)
    const words = wordsIn(parent, fill, { text, width, left: line.left, line }, origin)
    if (clip !== null) clip.last = items.length
    items.push(clip !== null && line.right > clip.box.right + 0.5 ? shortened(words, clip, origin) : words)
  }
}

/** The number before an entry of a numbered list, which is no text of the page: it stands left of the first line. */
export function addMarker(entry: Element, origin: Origin, items: Item[]): void {
  const style = getComputedStyle(entry)
  const list = entry.parentElement
  if (style.display !== 'list-item' || style.listStyleType !== 'decimal' || list === null) return
  const number = [...list.children].filter((each) => each.matches('li')).findIndex((each) => each === entry) + 1
  const first = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT).nextNode()
  const fill = colourOf(style.color)
  if (first === null || fill === null) return
  const range = document.createRange()
  range.selectNodeContents(first)
  const line = range.getClientRects()[0]
  if (line === undefined) return
  const pen = penWith(style)
  const text = `${String(number)}.`
  const left = entry.getBoundingClientRect().left - pen.measureText(`${text} `).width
  items.push(wordsIn(entry, fill, { text, left, width: pen.measureText(text).width, line }, origin))
}

interface PlacedText {
  readonly text: string
  readonly left: number
  readonly width: number
  /** The line of the page in whose middle it stands. */
  readonly line: Readonly<Record<'top' | 'bottom', number>>
}

/** A text in the letters of the element to which it belongs. */
function wordsIn(
  element: Element,
  fill: Words['fill'],
  { text, left, width, line }: PlacedText,
  origin: Origin,
): Words {
  const style = getComputedStyle(element)
  const measure = penWith(style).measureText('x')
  const face = measure.fontBoundingBoxAscent + measure.fontBoundingBoxDescent
  return {
    kind: 'words',
    text,
    x: rounded(left - origin.left),
    y: rounded(line.top + (line.bottom - line.top - face) / 2 + measure.fontBoundingBoxAscent - origin.top),
    width: rounded(width),
    size: rounded(parseFloat(style.fontSize)),
    bold: Number(style.fontWeight) >= 600,
    fill,
    family: style.fontFamily,
    language: languageOf(element),
    halo: null,
  }
}

/** Once all that a clip holds has been added: the ellipsis where lines were cut off below. */
export function closeClip(clip: Clip, origin: Origin, items: Item[]): void {
  if (!clip.cut || clip.last === null) return
  const last = items[clip.last]
  if (last?.kind === 'words' && !last.text.endsWith(ellipsis))
    items[clip.last] = shortened({ ...last, text: `${last.text}${ellipsis}` }, clip, origin)
}

/** As many letters as leave room for an ellipsis. */
function shortened(words: Words, clip: Clip, origin: Origin): Words {
  if (pen === null) return words
  pen.font = fontOf(words)
  const room = clip.box.right - origin.left - words.x
  let letters = [...words.text.replace(/…$/, '')]
  const whole = () => `${letters.join('').trimEnd()}${ellipsis}`
  while (letters.length > 0 && pen.measureText(whole()).width > room) letters = letters.slice(0, -1)
  const text = whole()
  return { ...words, text, width: rounded(pen.measureText(text).width) }
}

export function fontOf({ bold, size, family }: Pick<Words, 'bold' | 'size' | 'family'>): string {
  return `${bold ? '700' : '400'} ${String(size)}px ${family}`
}

/** What words of a drawing's own take, in the face of an element. */
export function widthOf(text: string, style: Pick<Words, 'bold' | 'size' | 'family'>): number {
  if (pen === null) return 0
  pen.font = fontOf(style)
  return rounded(pen.measureText(text).width)
}

export function languageOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') ?? 'ja'
}
