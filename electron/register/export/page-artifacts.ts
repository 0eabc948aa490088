/**
 * What the browser draws outside the tags of a page (its margins, rules and grounds) is marked as an artifact, so that whoever
 * has the page read aloud hears its content and not its furniture, and so that nothing on it is neither (ISO 14289-1, 7.1).
 * Only marks are put in between: the page looks as it did.
 */
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { type ContentOperator, operatorsOf } from './content-operators.ts'

export function markArtifacts(document: PDFDocument): void {
  const forms = new MarkedForms(document.context)
  for (const page of document.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'))
    const code = codeOf(document.context, contents)
    const marked = withArtifacts(code, forms.within(page.node.Resources()))
    if (marked === code) continue
    const stream = document.context.flateStream(Buffer.from(marked, 'latin1'))
    if (contents instanceof PDFRef) document.context.assign(contents, stream)
    else page.node.set(PDFName.of('Contents'), document.context.register(stream))
  }
}

/** A page may be drawn by several streams, parted between any two words. */
function codeOf(context: PDFContext, contents: unknown): string {
  const found = contents instanceof PDFRef ? context.lookup(contents) : contents
  if (found instanceof PDFArray)
    return found
      .asArray()
      .map((each) => codeOf(context, each))
      .join('\n')
  return found instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(found).decode()).toString('latin1') : ''
}

/** Drawings that a page calls by name: those with tags of their own are marked within, once; the others where they are called. */
class MarkedForms {
  readonly #context: PDFContext
  readonly #known = new Map<PDFRawStream, boolean>()

  constructor(context: PDFContext) {
    this.#context = context
  }

  within(resources: PDFDict | undefined): (operator: string) => boolean {
    const drawings = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    return (code) => {
      const reference = drawings?.get(PDFName.of(/\/(\S+)/.exec(code)?.[1] ?? ''))
      return reference instanceof PDFRef && this.#hasTags(reference)
    }
  }

  #hasTags(reference: PDFRef): boolean {
    const form = this.#context.lookup(reference)
    if (!(form instanceof PDFRawStream) || String(form.dict.get(PDFName.of('Subtype'))) !== '/Form') return false
    const known = this.#known.get(form)
    if (known !== undefined) return known
    const code = codeOf(this.#context, form)
    const tagged = operatorsOf(code).some(({ name }) => beginsMark(name))
    this.#known.set(form, tagged)
    if (!tagged) return false
    const marked = withArtifacts(code, this.within(form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)))
    const stream = this.#context.flateStream(Buffer.from(marked, 'latin1'))
    for (const [key, value] of form.dict.entries())
      if (!['Length', 'Filter', 'DecodeParms'].includes(key.decodeText())) stream.dict.set(key, value)
    this.#context.assign(reference, stream)
    return true
  }
}

const pathSteps = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])
const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const shows = new Set(['Tj', 'TJ', "'", '"'])
const drawnAtOnce = new Set(['sh', 'Do', 'BI'])
const beginsMark = (name: string) => name === 'BMC' || name === 'BDC'

/**
 * The content with everything that paints outside of marked content marked as an artifact. `marksItself` is asked of each call
 * of a drawing. Neighbours share one mark; none reaches over a saved or restored state of the graphics.
 */
export function withArtifacts(code: string, marksItself: (call: string) => boolean = () => false): string {
  const spans: { from: number; to: number }[] = []
  let open: { from: number; to: number } | undefined
  const close = () => {
    if (open !== undefined) spans.push(open)
    open = undefined
  }
  const paint = (from: number, to: number) => {
    open ??= { from, to }
    open.to = to
  }
  let depth = 0
  let path: number | undefined
  let text: { from: number; hasMarks: boolean } | undefined
  const operators = operatorsOf(code)
  operators.forEach((operator, index) => {
    const { name, from, to } = operator
    if (beginsMark(name)) {
      close()
      depth += 1
    } else if (name === 'EMC') depth = Math.max(0, depth - 1)
    else if (depth > 0) return
    else if (name === 'BT') {
      // A mark stands around whole texts, or whole within one.
      text = { from, hasMarks: textHasMarks(operators, index) }
      if (text.hasMarks) close()
    } else if (name === 'ET') {
      if (text?.hasMarks === false) paint(text.from, to)
      text = undefined
    } else if (text?.hasMarks === true && shows.has(name)) {
      paint(from, to)
      close()
    } else if (pathSteps.has(name)) path ??= from
    else if (name === 'n') path = undefined
    else if (paints.has(name)) {
      paint(path ?? from, to)
      path = undefined
    } else if (name === 'Do' && marksItself(code.slice(from, to))) close()
    else if (drawnAtOnce.has(name)) paint(from, to)
    else if (name === 'q' || name === 'Q') close()
  })
  close()
  let marked = ''
  let done = 0
  for (const { from, to } of spans) {
    marked += `${code.slice(done, from)}/Artifact BMC\n${code.slice(from, to)}\nEMC`
    done = to
  }
  return marked + code.slice(done)
}

function textHasMarks(operators: readonly ContentOperator[], begin: number): boolean {
  for (let at = begin + 1; at < operators.length; at += 1) {
    const name = operators[at]?.name ?? 'ET'
    if (name === 'ET') return false
    if (beginsMark(name)) return true
  }
  return false
}
