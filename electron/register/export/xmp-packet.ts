/**
 * The metadata of a PDF as XMP (ISO 16684-1): what a document store or an archive reads without opening the pages. It claims no
 * part of PDF/UA or PDF/A: nobody has checked one by the tools that judge it.
 */
import type { Instant } from '#shared/domain/calendar-date.ts'
import { type Language, languages } from '#shared/domain/text.ts'

export interface XmpFacts {
  readonly title: Readonly<Partial<Record<Language, string>>>
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  readonly language: Language
  readonly at: Instant
  /** What this paper is told apart by: code of a pack, digests. */
  readonly identifiers: readonly string[]
  /** 32 hex digits. */
  readonly id: string
  readonly producer: string
}

/** Not compressed and between marks, so that a program that knows no PDF finds it too. */
export function xmpPacket(facts: XmpFacts): string {
  const { title, author, subject, keywords, language, at, identifiers, id, producer } = facts
  const titles = languages.flatMap((each) => (title[each] === undefined ? [] : [[each, title[each]] as const]))
  const date = at.replace(/\.\d+Z$/, 'Z')
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${alternatives([['x-default', title[language] ?? ''], ...titles])}</dc:title>
<dc:description>${alternatives([
    ['x-default', subject],
    [language, subject],
  ])}</dc:description>
<dc:creator>${list('Seq', [author])}</dc:creator>
<dc:language>${list('Bag', [language])}</dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool>
<xmp:Identifier>${list('Bag', identifiers)}</xmp:Identifier>
<xmpMM:DocumentID>uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}</xmpMM:DocumentID>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
<pdf:Keywords>${escaped(keywords.join(' '))}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function alternatives(texts: readonly (readonly [language: string, text: string])[]): string {
  return `<rdf:Alt>${texts.map(([language, text]) => `<rdf:li xml:lang="${language}">${escaped(text)}</rdf:li>`).join('')}</rdf:Alt>`
}

function list(kind: 'Bag' | 'Seq', texts: readonly string[]): string {
  return `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('')}</rdf:${kind}>`
}

/** Names of a register may hold anything; XML knows no control characters, and none that stands for half a letter. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
