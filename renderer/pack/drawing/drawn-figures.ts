/** The figures of a pack that stands on the page, as drawings of their own: for slides, each with where it is from. */
import type { DrawnFigure } from '#shared/pack-model/drawn-figure.ts'
import type { Furniture } from '../page-furniture.tsx'
import { tokens } from '#renderer/theme/tokens.ts'
import type { Drawing, Item } from './drawing.ts'
import { itemsOf } from './drawing-of.ts'
import { pngOf } from './png-of.ts'
import { svgText } from './svg-text.ts'
import { widthOf } from './words-of.ts'

const margin = 14
/** Lines of the foot: size of the letters, distance of the lines. */
const [small, pitch] = [10.7, 14]
/** What stands upright on a page: a table that is longer goes over pages, and over as many drawings. */
const tallest = 1001

export function drawnFigures(root: ParentNode, furniture: Furniture): readonly DrawnFigure[] {
  return [...root.querySelectorAll('[data-figure]')].flatMap((figure) => {
    const drawings = inParts(figure, () => drawingOf(figure, furniture))
    return drawings.map((drawing, index) => ({
      number: Number(figure.getAttribute('data-figure-number')),
      key: figure.getAttribute('data-figure') ?? '',
      part: drawings.length === 1 ? null : index + 1,
      svg: svgText(drawing),
      png: pngOf(drawing),
    }))
  })
}

/** What a figure is parted into where it is too long: sheets of single records, else rows under the heads of their table. */
function piecesOf(figure: Element): readonly HTMLElement[] {
  const sheets = [...figure.querySelectorAll<HTMLElement>('.annex-risk')]
  return sheets.length > 0 ? sheets : [...figure.querySelectorAll<HTMLElement>('tbody > tr')]
}

/** Draws the figure as it stands, or, where it is too long for a page, again and again with as many of its pieces as fit. */
function inParts<Drawn>(figure: Element, draw: () => Drawn): readonly Drawn[] {
  const pieces = piecesOf(figure)
  const whole = figure.getBoundingClientRect().height
  if (whole <= tallest || pieces.length < 2) return [draw()]
  const heights = pieces.map((piece) => piece.getBoundingClientRect().height)
  const room = tallest - (whole - heights.reduce((sum, height) => sum + height, 0))
  const parts: Set<HTMLElement>[] = []
  let left = 0
  pieces.forEach((piece, index) => {
    const height = heights[index] ?? 0
    const part = parts.at(-1)
    if (part !== undefined && height <= left) part.add(piece)
    else {
      parts.push(new Set([piece]))
      left = room
    }
    left -= height
  })
  try {
    return parts.map((part) => {
      for (const piece of pieces) piece.hidden = !part.has(piece)
      return draw()
    })
  } finally {
    for (const piece of pieces) piece.hidden = false
  }
}

/** The figure over a rule and two lines: whose it is and how it may be handled, and of which data. */
function drawingOf(figure: Element, { runningHead, classification, identity, standing }: Furniture): Drawing {
  const box = figure.getBoundingClientRect()
  const style = getComputedStyle(figure)
  const items = itemsOf(figure, { left: box.left - margin, top: box.top - margin })
  const face = { bold: false, size: small, family: style.fontFamily }
  const foot = [
    { text: runningHead, bold: false },
    { text: identity, bold: false },
    { text: standing, bold: false },
    { text: classification, bold: true },
  ].map((line) => ({ ...line, width: widthOf(line.text, { ...face, bold: line.bold }) }))
  const width = Math.ceil(Math.max(box.width, ...foot.map((line) => line.width)) + 2 * margin)
  const ruleY = Math.ceil(box.height) + margin + 10
  const rows = rowsOf(foot, width - 2 * margin)
  const fill = tokens.paper['ink-3']
  const rule: Item = {
    kind: 'path',
    shape: `M${margin} ${ruleY}H${width - margin}`,
    matrix: null,
    fill: null,
    stroke: fill,
    strokeWidth: 0.5,
    dash: [],
  }
  const lines = rows.flatMap((row, index): Item[] => {
    let x = margin
    return row.map((line) => {
      const at = x
      x += line.width + gap
      return {
        kind: 'words',
        text: line.text,
        x: Math.round(at * 100) / 100,
        y: ruleY + pitch * (index + 1),
        width: line.width,
        size: small,
        bold: line.bold,
        fill,
        family: style.fontFamily,
        language: figure.closest('[lang]')?.getAttribute('lang') ?? 'ja',
        halo: null,
      }
    })
  })
  return {
    width,
    height: ruleY + pitch * rows.length + margin,
    title: figure.querySelector('.pack-figure-title > span')?.textContent.trim() ?? '',
    description: [runningHead, identity, standing, classification].join(' | '),
    language: figure.closest('[lang]')?.getAttribute('lang') ?? 'ja',
    items: [...items, rule, ...lines],
  }
}

const gap = 18

/** As many of them beside each other as there is room for. */
function rowsOf<Line extends { readonly width: number }>(lines: readonly Line[], room: number): readonly Line[][] {
  const rows: Line[][] = []
  let left = 0
  for (const line of lines) {
    const row = rows.at(-1)
    if (row !== undefined && line.width + gap <= left) {
      row.push(line)
      left -= line.width + gap
    } else {
      rows.push([line])
      left = room - line.width
    }
  }
  return rows
}
