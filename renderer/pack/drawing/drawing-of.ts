/**
 * A figure of the page as a drawing: grounds, rules, charts and words exactly where the browser set them. Whatever a figure is
 * made of (a chart, a heat map, a table with bars) becomes one picture in this one way, so that it cannot say anything else
 * than the page does.
 */
import { colourOf, type Item, rounded } from './drawing.ts'
import { addShapes, boxShape } from './shapes-of.ts'
import { addMarker, addWords, type Clip, closeClip, type Origin } from './words-of.ts'

interface Rule {
  readonly item: Item
  readonly width: number
  readonly darkness: number
}

export function itemsOf(figure: Element, origin: Origin): Item[] {
  const items: Item[] = []
  addElement(figure, null, origin, items, items, null)
  return items
}

/** @param rules of the table around: where cells meet, the heavier rule is drawn last. */
function addElement(
  element: Element,
  clip: Clip | null,
  origin: Origin,
  items: Item[],
  grounds: Item[],
  rules: Rule[] | null,
): void {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || isHidden(style)) return
  if (element instanceof SVGSVGElement) {
    addShapes(element, origin, items)
    return
  }
  const box = element.getBoundingClientRect()
  addGround(element, style, origin, grounds)
  addMarker(element, origin, items)
  const own: Rule[] | null = style.borderCollapse === 'collapse' && style.display === 'table' ? [] : null
  const meeting = own ?? rules
  addRules(box, style, origin, meeting !== null && isTablePart(style) ? meeting : null, items)
  const inner: Clip | null =
    style.overflowX === 'hidden' || style.overflowY === 'hidden' ? { box, outer: clip, last: null, cut: false } : clip
  for (const child of element.childNodes) {
    if (child instanceof Text) addWords(child, inner, origin, items)
    else if (child instanceof Element) addElement(child, inner, origin, items, items, meeting)
  }
  if (inner !== null && inner !== clip) closeClip(inner, origin, items)
  if (own !== null)
    items.push(
      ...own.sort((one, other) => one.width - other.width || one.darkness - other.darkness).map(({ item }) => item),
    )
}

/** Said for those who do not see the page, and seen by nobody. */
function isHidden(style: CSSStyleDeclaration): boolean {
  return style.position === 'absolute' && style.clipPath !== 'none'
}

function isTablePart({ display }: CSSStyleDeclaration): boolean {
  return display.startsWith('table')
}

function addGround(element: Element, style: CSSStyleDeclaration, origin: Origin, items: Item[]): void {
  const fill = colourOf(style.backgroundColor)
  if (fill === null) return
  for (const { left, top, width, height } of element.getClientRects())
    items.push({
      kind: 'path',
      shape: boxShape(left - origin.left, top - origin.top, width, height, parseFloat(style.borderTopLeftRadius)),
      matrix: null,
      fill,
      stroke: null,
      strokeWidth: 0,
      dash: [],
    })
}

const sides = ['top', 'right', 'bottom', 'left'] as const

function addRules(
  box: DOMRect,
  style: CSSStyleDeclaration,
  origin: Origin,
  meeting: Rule[] | null,
  items: Item[],
): void {
  const rules = sides.flatMap((side) => {
    const [width, kind] = [
      parseFloat(style.getPropertyValue(`border-${side}-width`)),
      style.getPropertyValue(`border-${side}-style`),
    ]
    const colour = colourOf(style.getPropertyValue(`border-${side}-color`))
    return width === 0 || kind === 'none' || kind === 'hidden' || colour === null ? [] : [{ side, width, kind, colour }]
  })
  const [first] = rules
  const radius = parseFloat(style.borderTopLeftRadius)
  // A label: one line all round, with its corners.
  if (first !== undefined && rules.length === 4 && radius > 0 && rules.every(({ width }) => width === first.width)) {
    const half = first.width / 2
    items.push({
      kind: 'path',
      shape: boxShape(
        box.left - origin.left + half,
        box.top - origin.top + half,
        box.width - first.width,
        box.height - first.width,
        radius,
      ),
      matrix: null,
      fill: null,
      stroke: first.colour,
      strokeWidth: first.width,
      dash: dashOf(first.kind, first.width),
    })
    return
  }
  for (const { side, width, kind, colour } of rules) {
    // Where rules of cells meet they lie on the edge; of any other box they lie within it.
    const half = meeting === null ? width / 2 : 0
    // Half a pixel over the edge, so that the pieces of one rule meet.
    const over = meeting === null ? 0 : 0.5
    const [left, top] = [box.left - origin.left, box.top - origin.top]
    const [right, bottom] = [left + box.width, top + box.height]
    const line = {
      top: [left - over, top + half, right + over, top + half],
      right: [right - half, top, right - half, bottom],
      bottom: [left - over, bottom - half, right + over, bottom - half],
      left: [left + half, top, left + half, bottom],
    }[side].map(rounded)
    const item: Item = {
      kind: 'path',
      shape: `M${String(line[0])} ${String(line[1])}L${String(line[2])} ${String(line[3])}`,
      matrix: null,
      fill: null,
      stroke: colour,
      strokeWidth: width,
      dash: dashOf(kind, width),
    }
    if (meeting === null) items.push(item)
    else meeting.push({ item, width, darkness: -parseInt(colour.slice(1), 16) })
  }
}

function dashOf(kind: string, width: number): readonly number[] {
  if (kind === 'dashed') return [rounded(width * 3), rounded(width * 2)]
  return kind === 'dotted' ? [width, width] : []
}
