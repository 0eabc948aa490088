/**
 * What a reader would see wrong with drawn pages of the pack. Runs inside the page, in print, and is sent there as text: it
 * closes over nothing.
 */
export interface LayoutFaults {
  /** Cut off, laid over each other, beyond the page, empty, without words or without a table: each with its page. */
  readonly faults: readonly string[]
  /** Shortened with an ellipsis, by rule: what a reader is told to look up. */
  readonly shortened: readonly string[]
}

export function layoutFaults(): LayoutFaults {
  interface Box {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  interface Line extends Box {
    readonly element: Element
    readonly words: string
  }
  /** Rounding of sizes in the browser. */
  const slack = 1.5
  const smallest = 10.6
  // Content of a page: A4 less its margins (print.css).
  const room = { landscape: 672, portrait: 1001 }
  const faults = new Set<string>()
  const shortened = new Set<string>()
  const short = (words: string) => words.replace(/\s+/g, ' ').trim().slice(0, 60)

  /** What of a line is seen past the boxes around it that cut, and the first of them that cuts it. */
  const seen = (box: Box, element: Element, sheet: Element): { readonly box: Box; readonly cutter: Element | null } => {
    let visible = box
    let cutter: Element | null = null
    for (let at: Element | null = element; at !== null && at !== sheet; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const edge = at.getBoundingClientRect()
      const cuts =
        visible.left < edge.left - slack ||
        visible.right > edge.right + slack ||
        visible.top < edge.top - slack ||
        visible.bottom > edge.bottom + slack
      if (cuts) cutter ??= at
      visible = {
        left: Math.max(visible.left, edge.left),
        right: Math.min(visible.right, edge.right),
        top: Math.max(visible.top, edge.top),
        bottom: Math.min(visible.bottom, edge.bottom),
      }
    }
    return { box: visible, cutter }
  }
  const isByRule = (element: Element) => {
    const style = getComputedStyle(element)
    return style.textOverflow === 'ellipsis' || style.getPropertyValue('-webkit-line-clamp') !== 'none'
  }

  for (const sheet of document.querySelectorAll<HTMLElement>('.pack-sheet')) {
    const name = sheet.dataset['page'] ?? 'sheet'
    const fault = (what: string, words = '') => faults.add(`${name}: ${what}${words === '' ? '' : `: ${short(words)}`}`)
    const content = sheet.querySelector<HTMLElement>('.pack-content')
    if (content === null) continue
    const page = content.getBoundingClientRect()
    if (sheet.dataset['orientation'] === 'landscape' && content.offsetHeight > room.landscape)
      fault(`is ${String(content.offsetHeight)} pixels high`)

    const lines: Line[] = []
    const unseen: { readonly cutter: Element; readonly words: string }[] = []
    const seenIn = new Map<Element, number>()
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement
      const words = node.nodeValue ?? ''
      if (
        element === null ||
        words.trim() === '' ||
        element.closest('.pack-hidden, .heat-map-corner, title, desc, style') !== null
      )
        continue
      const size = parseFloat(getComputedStyle(element).fontSize)
      // 8 pt. A page that is too full is scaled as a whole, which the size of its letters does not tell.
      if (size < smallest) fault(`set in ${String(size)} pixels`, words)
      const range = document.createRange()
      range.selectNodeContents(node)
      let isSeen = false
      let hiddenBy: Element | null = null
      for (const line of range.getClientRects()) {
        if (line.width === 0) continue
        // The letters themselves: the box of a line reaches above and below them.
        const middle = (line.top + line.bottom) / 2
        const half = Math.min(line.height, size * 0.7) / 2
        const letters = { left: line.left, right: line.right, top: middle - half, bottom: middle + half }
        const { box, cutter } = seen(letters, element, sheet)
        if (cutter !== null) {
          if (isByRule(cutter)) shortened.add(`${name}: ${short(cutter.textContent)}`)
          else
            fault(`cut off by <${cutter.tagName.toLowerCase()} class="${cutter.getAttribute('class') ?? ''}">`, words)
        }
        if (box.right - box.left < 1 || box.bottom - box.top < 1) {
          hiddenBy = cutter
          continue
        }
        isSeen = true
        if (cutter !== null && box.bottom - box.top < (letters.bottom - letters.top) * 0.8) fault('half a line', words)
        const frame = element.closest('.post-box')?.getBoundingClientRect()
        if (frame !== undefined && (box.top < frame.top + 1 || box.bottom > frame.bottom - 1))
          fault('runs out of its box', words)
        if (box.left < page.left - slack || box.right > page.right + slack) fault('beyond its page', words)
        lines.push({ ...box, element, words })
      }
      if (!isSeen && hiddenBy !== null) unseen.push({ cutter: hiddenBy, words })
      const clamp = element.closest('.pack-clamp, .board-clamp')
      if (isSeen && clamp !== null) seenIn.set(clamp, (seenIn.get(clamp) ?? 0) + words.trim().length)
    }
    // Shortened is a text whose beginning is there. A code or a label of a few letters is no beginning of what stands after it.
    for (const { cutter, words } of unseen) if ((seenIn.get(cutter) ?? 0) < 20) fault('nothing of it is seen', words)

    lines.sort((one, other) => one.top - other.top)
    lines.forEach((line, index) => {
      for (let at = index + 1; at < lines.length; at += 1) {
        const other = lines[at]
        if (other === undefined || other.top >= line.bottom - slack) break
        const across = Math.min(line.right, other.right) - Math.max(line.left, other.left)
        const down = Math.min(line.bottom, other.bottom) - other.top
        if (across > slack && down > slack && line.element !== other.element)
          fault('laid over each other', `${short(line.words).slice(0, 25)} | ${short(other.words).slice(0, 25)}`)
      }
    })

    for (const drawing of content.querySelectorAll('[role="img"], [role="figure"], [data-chart-marks]')) {
      const { width, height } = drawing.getBoundingClientRect()
      const label = drawing.getAttribute('aria-label') ?? ''
      if (width < 1 || height < 1) fault('an empty drawing', label)
      const isNamed = label.trim() !== '' || drawing.hasAttribute('aria-labelledby')
      if (drawing.hasAttribute('role') && !isNamed) fault('a drawing without words')
      if (drawing.closest('.pack-figure') === null) fault('a drawing outside of any figure', label)
    }
    // In greyscale a state is told by its word, or by its shape beside a count; a band by its letter.
    for (const mark of content.querySelectorAll('.status-mark'))
      if (!/[\p{L}\d]/u.test(mark.textContent)) fault('a mark without a word', mark.closest('tr')?.textContent)
    for (const cell of content.querySelectorAll('.heat-map td:not(.heat-map-corner)'))
      if (!/\p{L}/u.test(cell.textContent)) fault('a band without its letter', cell.textContent)
    for (const figure of content.querySelectorAll('.pack-figure')) {
      const isDrawn = figure.querySelector('[role="img"], [role="figure"], [data-chart-marks]') !== null
      // A table; posts in the order of command as a list; or the table in the bundle, by its name.
      const hasTable = figure.querySelector('table th[scope], ol > li') !== null || figure.textContent.includes('csv/')
      if (isDrawn && !hasTable)
        fault('a figure without its table', figure.querySelector('.pack-figure-title')?.textContent ?? '')
    }
  }
  return { faults: [...faults], shortened: [...shortened] }
}
