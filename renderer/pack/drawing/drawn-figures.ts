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
/** What is taller goes over pages and is no picture: its file of the bundle holds it. */
const tallest = 700

export function drawnFigures(root: ParentNode, furniture: Furniture): readonly DrawnFigure[] {
  return [...root.querySelectorAll('[data-figure]')].flatMap((figure) => {
    if (figure.getBoundingClientRect().height > tallest) return []
    const drawing = drawingOf(figure, furniture)
    return [
      {
        number: Number(figure.getAttribute('data-figure-number')),
        key: figure.getAttribute('data-figure') ?? '',
        svg: svgText(drawing),
        png: pngOf(drawing),
      },
    ]
  })
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
