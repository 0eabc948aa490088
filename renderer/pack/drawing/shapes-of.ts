/** The shapes and words of a chart's own SVG, at their places on the page. */
import { colourOf, type Item, rounded, type Words } from './drawing.ts'
import { languageOf, type Origin } from './words-of.ts'

const unseen = new Set(['defs', 'clipPath', 'title', 'desc', 'style', 'mask', 'marker', 'symbol'])

export function addShapes(element: Element, origin: Origin, items: Item[]): void {
  for (const child of element.children) {
    if (!(child instanceof SVGElement) || unseen.has(child.tagName)) continue
    const style = getComputedStyle(child)
    if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) === 0) continue
    if (child instanceof SVGTextElement) addLabel(child, style, origin, items)
    else if (child instanceof SVGGeometryElement) addShape(child, style, origin, items)
    else addShapes(child, origin, items)
  }
}

function addShape(element: SVGGeometryElement, style: CSSStyleDeclaration, origin: Origin, items: Item[]): void {
  const fill = Number(style.fillOpacity) === 0 ? null : colourOf(style.fill)
  const strokeWidth = parseFloat(style.strokeWidth)
  const stroke = strokeWidth > 0 && Number(style.strokeOpacity) > 0 ? colourOf(style.stroke) : null
  const shape = shapeOf(element)
  if (shape === '' || (fill === null && stroke === null)) return
  items.push({
    kind: 'path',
    shape,
    matrix: matrixOf(element, origin),
    fill: element instanceof SVGLineElement ? null : fill,
    stroke,
    strokeWidth: stroke === null ? 0 : rounded(strokeWidth),
    dash: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map((part) => parseFloat(part)),
  })
}

function matrixOf(element: SVGGraphicsElement, origin: Origin) {
  const { a, b, c, d, e, f } = element.getScreenCTM() ?? new DOMMatrix()
  const whole = [a, b, c, d, e - origin.left, f - origin.top].map(rounded) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return whole
}

function shapeOf(element: SVGGeometryElement): string {
  const of = (length: SVGAnimatedLength) => rounded(length.baseVal.value)
  if (element instanceof SVGRectElement) {
    const [x, y, width, height] = [of(element.x), of(element.y), of(element.width), of(element.height)]
    return width > 0 && height > 0 ? boxShape(x, y, width, height, of(element.rx)) : ''
  }
  if (element instanceof SVGCircleElement) {
    const [x, y, r] = [of(element.cx), of(element.cy), of(element.r)]
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
  }
  if (element instanceof SVGLineElement)
    return `M${of(element.x1)} ${of(element.y1)}L${of(element.x2)} ${of(element.y2)}`
  if (element instanceof SVGPolygonElement || element instanceof SVGPolylineElement) {
    const points = [...element.points].map(({ x, y }) => `${rounded(x)} ${rounded(y)}`)
    return points.length === 0 ? '' : `M${points.join('L')}${element instanceof SVGPolygonElement ? 'Z' : ''}`
  }
  return element instanceof SVGPathElement ? (element.getAttribute('d') ?? '') : ''
}

/** A rectangle with corners of a radius. */
export function boxShape(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2)
  const [w, h] = [rounded(width - 2 * r), rounded(height - 2 * r)]
  if (r === 0) return `M${rounded(x)} ${rounded(y)}h${w}v${h}h${-w}Z`
  const corner = (toX: number, toY: number) => `a${r} ${r} 0 0 1 ${toX * r} ${toY * r}`
  return `M${rounded(x + r)} ${rounded(y)}h${w}${corner(1, 1)}v${h}${corner(-1, 1)}h${-w}${corner(-1, -1)}v${-h}${corner(1, -1)}Z`
}

/** Each run of letters by itself: a label may have several lines. */
function addLabel(element: SVGTextElement, style: CSSStyleDeclaration, origin: Origin, items: Item[]): void {
  const fill = colourOf(style.fill)
  const matrix = element.getScreenCTM()
  if (fill === null || matrix === null) return
  const halo = colourOf(style.stroke)
  let at = 0
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    const text = (node as Text).data.replace(/\s+/g, ' ')
    const [from, letters] = [at, (node as Text).data.length]
    at += letters
    if (text.trim() === '') continue
    const start = element.getStartPositionOfChar(from)
    const point = new DOMPoint(start.x, start.y).matrixTransform(matrix)
    items.push({
      kind: 'words',
      text,
      x: rounded(point.x - origin.left),
      y: rounded(point.y - origin.top),
      width: rounded(element.getSubStringLength(from, letters) * matrix.a),
      size: rounded(parseFloat(style.fontSize) * matrix.d),
      bold: Number(style.fontWeight) >= 600,
      fill,
      family: style.fontFamily,
      language: languageOf(element),
      halo: halo === null ? null : { colour: halo, width: rounded(parseFloat(style.strokeWidth)) },
    } satisfies Words)
  }
}
