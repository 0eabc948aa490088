/**
 * What an auditor's or a reader's tool would find wrong with a finished print, as sentences: tags, headings, tables, drawings,
 * language, title, fonts, metadata, and anything painted that is neither content nor artifact. Read from the file itself.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import { pdfFacts } from '#test/support/pdf-facts.ts'

export async function paperFaults(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const facts = await pdfFacts(bytes)
  const tree = tagsOf(document)
  const said = (fault: string, wrong: boolean) => (wrong ? [fault] : [])
  return [
    ...said('is not tagged', !facts.tagged),
    ...said('says no language', facts.language !== 'ja' && facts.language !== 'en'),
    ...said('has no title', (document.getTitle() ?? '') === ''),
    ...said('shows the name of its file instead of its title', !showsTitle(document)),
    ...facts.fonts.flatMap(({ name, type, embedded, readable }) =>
      said(`font ${name} is ${type}`, type !== 'CIDFontType2' || !embedded || !readable),
    ),
    ...facts.text.flatMap((text, page) => said(`page ${String(page + 1)} has an unknown letter`, text.includes('�'))),
    ...document
      .getPages()
      .flatMap((page, at) => unmarkedOn(page.node).map((what) => `page ${String(at + 1)}: ${what}`)),
    ...headingFaults(tree, facts.outline),
    ...tree.flatMap(tableFaults),
    ...tree.flatMap(figureFaults),
    ...metadataFaults(document),
  ]
}

interface Tag {
  readonly kind: string
  readonly alt: string | null
  readonly scope: string | null
  readonly hasContent: boolean
  readonly children: readonly Tag[]
}

/** All tags in reading order, those within others included. */
function tagsOf(document: PDFDocument): readonly Tag[] {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const all: Tag[] = []
  const read = (dictionary: PDFDict): Tag => {
    const place = all.length
    const children: Tag[] = []
    let hasContent = false
    for (const child of listed(dictionary.lookup(PDFName.of('K')))) {
      if (child instanceof PDFNumber) hasContent = true
      else if (child instanceof PDFDict && child.has(PDFName.of('S'))) children.push(read(child))
      else if (child instanceof PDFDict) hasContent = true
    }
    const scope = listed(dictionary.lookup(PDFName.of('A')))
      .flatMap((each) => (each instanceof PDFDict ? [each.lookup(PDFName.of('Scope'))] : []))
      .find((each) => each instanceof PDFName)
    const tag: Tag = {
      kind: dictionary.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '',
      alt: words(dictionary.lookup(PDFName.of('Alt'))),
      scope: scope?.decodeText() ?? null,
      hasContent,
      children,
    }
    all.splice(place, 0, tag)
    return tag
  }
  if (root !== undefined)
    for (const each of listed(root.lookup(PDFName.of('K')))) if (each instanceof PDFDict) read(each)
  return all
}

function listed(found: PDFObject | undefined): PDFObject[] {
  if (found === undefined) return []
  if (!(found instanceof PDFArray)) return [found]
  return Array.from({ length: found.size() }, (_, at) => found.lookup(at)).filter((each) => each !== undefined)
}

function words(found: PDFObject | undefined): string | null {
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : null
}

function showsTitle(document: PDFDocument): boolean {
  const preferences = document.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
  return preferences?.lookupMaybe(PDFName.of('DisplayDocTitle'), PDFBool)?.asBoolean() === true
}

function headingFaults(tree: readonly Tag[], outline: readonly string[]): string[] {
  const levels = tree.flatMap(({ kind }) => (/^H[1-6]$/.test(kind) ? [Number(kind[1])] : []))
  const jumps = levels.flatMap((level, at) => {
    const before = levels[at - 1] ?? 0
    return level > before + 1 ? [`heading ${String(at + 1)} jumps from H${String(before)} to H${String(level)}`] : []
  })
  return [
    ...jumps,
    ...(levels.length === 0 ? ['has no heading'] : []),
    ...(levels.length === outline.length
      ? []
      : [`has ${String(levels.length)} headings and ${String(outline.length)} lines of outline`]),
  ]
}

const within = (tag: Tag): readonly Tag[] => tag.children.flatMap((child) => [child, ...within(child)])

function tableFaults(tag: Tag): string[] {
  if (tag.kind === 'TH') return tag.scope === null ? ['a head of a table says not what it is the head of'] : []
  if (tag.kind !== 'Table') return []
  const kinds = new Set(within(tag).map(({ kind }) => kind))
  return kinds.has('TR') && kinds.has('TH') ? [] : [`a table has only ${[...kinds].join(' ')}`]
}

function figureFaults(tag: Tag): string[] {
  if (tag.kind !== 'Figure') return []
  const drawn = [tag, ...within(tag)].some(({ hasContent }) => hasContent)
  return [
    ...((tag.alt ?? '').trim() === '' ? ['a figure has no words'] : []),
    ...(drawn ? [] : [`nothing is drawn in the figure: ${tag.alt ?? ''}`]),
  ]
}

function metadataFaults(document: PDFDocument): string[] {
  const stream = document.catalog.lookupMaybe(PDFName.of('Metadata'), PDFStream)
  if (stream === undefined) return ['has no metadata']
  const xmp = Buffer.from(stream.getContents()).toString()
  return [
    ...(xmp.includes('<x:xmpmeta') ? [] : ['its metadata are not XMP']),
    ...(/pdfuaid|pdfaid/.test(xmp) ? ['claims a standard that nobody checked'] : []),
  ]
}

const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do'])

/** Operators that paint while neither content with a tag nor an artifact is open. */
function unmarkedOn(page: PDFDict): string[] {
  const code = listed(page.lookup(PDFName.of('Contents')))
    .map((each) =>
      each instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(each).decode()).toString('latin1') : '',
    )
    .join('\n')
  // The browser writes every string in hexadecimal, so that what is left are names, numbers and operators.
  const operators = code.replace(/<[0-9A-Fa-f\s]*>/g, ' ').split(/\s+|(?<=>>)/)
  const found = new Map<string, number>()
  let depth = 0
  for (const operator of operators)
    if (operator === 'BDC' || operator === 'BMC') depth += 1
    else if (operator === 'EMC') depth -= 1
    else if (depth === 0 && painting.has(operator)) found.set(operator, (found.get(operator) ?? 0) + 1)
  return [
    ...[...found].map(([operator, times]) => `${operator} outside of all marks, ${String(times)} times`),
    ...(depth === 0 ? [] : [`${String(depth)} marks are not closed`]),
  ]
}
