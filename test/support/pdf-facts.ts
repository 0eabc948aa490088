/** What a reader or an auditor's tool would find in a PDF: paper, outline, fonts, language, tags and the words of each page. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

export interface PdfFacts {
  /** `landscape 297 × 210`, in millimetres. */
  readonly pages: readonly string[]
  /** Titles of the outline, in order, those beneath others included. */
  readonly outline: readonly string[]
  readonly fonts: readonly PdfFont[]
  readonly language: string | null
  readonly tagged: boolean
  /** The words of each page without white space, as text extraction finds them. */
  readonly text: readonly string[]
}

export interface PdfFont {
  readonly name: string
  readonly type: string
  readonly embedded: boolean
  readonly readable: boolean
}

export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = document
  const marked = look(document, catalog, 'MarkInfo')
  return {
    pages: document.getPages().map((page) => {
      const { width, height } = page.getSize()
      const millimetres = (points: number) => String(Math.round((points / 72) * 25.4))
      return `${width > height ? 'landscape' : 'portrait'} ${millimetres(width)} × ${millimetres(height)}`
    }),
    outline: outlineOf(document, look(document, catalog, 'Outlines')),
    fonts: context
      .enumerateIndirectObjects()
      .flatMap(([, found]) => (found instanceof PDFDict && nameIn(found, 'Type') === 'Font' ? [found] : []))
      .filter((font) => !(nameIn(font, 'Subtype') ?? '').startsWith('CIDFont'))
      .map((font) => fontOf(document, font)),
    language: textOf(catalog.get(PDFName.of('Lang'))),
    tagged: marked instanceof PDFDict && String(marked.get(PDFName.of('Marked'))) === 'true',
    text: document.getPages().map((page) => textOfPage(document, page.node)),
  }
}

/** What a reader of PDFs would do of itself or at a click: scripts, programs, addresses, files. */
export async function pdfActions(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const acting = new Set(['JavaScript', 'Launch', 'URI', 'SubmitForm', 'ImportData', 'GoToR', 'EmbeddedFile'])
  return document.context.enumerateIndirectObjects().flatMap(([, value]) => {
    if (!(value instanceof PDFDict)) return []
    return ['S', 'Type', 'Subtype'].flatMap((key) => {
      const name = value.get(PDFName.of(key))
      return name instanceof PDFName && acting.has(name.decodeText()) ? [name.decodeText()] : []
    })
  })
}

function look(document: PDFDocument, dictionary: PDFDict, key: string): PDFObject | undefined {
  const found = dictionary.get(PDFName.of(key))
  return found instanceof PDFRef ? document.context.lookup(found) : found
}

function nameIn(dictionary: PDFDict, key: string): string | null {
  const found = dictionary.get(PDFName.of(key))
  return found instanceof PDFName ? found.decodeText() : null
}

function textOf(found: PDFObject | undefined): string | null {
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : null
}

function outlineOf(document: PDFDocument, parent: PDFObject | undefined): string[] {
  const titles: string[] = []
  if (!(parent instanceof PDFDict)) return titles
  for (let item = look(document, parent, 'First'); item instanceof PDFDict; item = look(document, item, 'Next'))
    titles.push(textOf(look(document, item, 'Title')) ?? '', ...outlineOf(document, item))
  return titles
}

function fontOf(document: PDFDocument, font: PDFDict): PdfFont {
  const descendants = look(document, font, 'DescendantFonts')
  const first = descendants instanceof PDFArray ? descendants.lookup(0) : font
  const descriptor = first instanceof PDFDict ? look(document, first, 'FontDescriptor') : undefined
  const holds = (key: string) => descriptor instanceof PDFDict && descriptor.has(PDFName.of(key))
  return {
    name: nameIn(font, 'BaseFont') ?? '',
    type: first instanceof PDFDict ? (nameIn(first, 'Subtype') ?? '') : '',
    embedded: holds('FontFile') || holds('FontFile2') || holds('FontFile3'),
    readable: font.has(PDFName.of('ToUnicode')),
  }
}

/** The strings of a page's content, each letter put back by the Unicode map of its font. */
function textOfPage(document: PDFDocument, page: PDFDict): string {
  const maps = new Map<string, ReadonlyMap<number, string>>()
  const resources = look(document, page, 'Resources')
  const fonts = resources instanceof PDFDict ? look(document, resources, 'Font') : undefined
  if (fonts instanceof PDFDict)
    for (const [key] of fonts.entries()) {
      const font = look(document, fonts, key.decodeText())
      const map = font instanceof PDFDict ? look(document, font, 'ToUnicode') : undefined
      if (map instanceof PDFRawStream) maps.set(key.decodeText(), unicodeMap(contentOf(map)))
    }
  const content = look(document, page, 'Contents')
  const streams =
    content instanceof PDFArray ? content.asArray().map((each) => document.context.lookup(each)) : [content]
  const code = streams.map((each) => (each instanceof PDFRawStream ? contentOf(each) : '')).join('\n')
  let map: ReadonlyMap<number, string> = new Map()
  let text = ''
  for (const [, font, string] of code.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g))
    if (font !== undefined) map = maps.get(font) ?? new Map()
    else if (string !== undefined)
      for (let at = 0; at < string.length; at += 4) text += map.get(parseInt(string.slice(at, at + 4), 16)) ?? '\ufffd'
  return text.replace(/\s+/g, '')
}

function contentOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** Glyph numbers to letters, from `bfchar` and `bfrange`. */
function unicodeMap(code: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const [, block = ''] of code.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', letters = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      map.set(parseInt(glyph, 16), lettersOf(letters))
  for (const [, block = ''] of code.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', letters = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1)
        map.set(glyph, String.fromCodePoint((lettersOf(letters).codePointAt(0) ?? 0) + glyph - parseInt(from, 16)))
    for (const [, from = '', list = ''] of block.matchAll(/<(\w+)>\s*<\w+>\s*\[(.*?)\]/gs))
      [...list.matchAll(/<(\w+)>/g)].forEach(([, letters = ''], index) => {
        map.set(parseInt(from, 16) + index, lettersOf(letters))
      })
  }
  return map
}

function lettersOf(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}
