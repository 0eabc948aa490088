/** What is put between the operators of a page: marks only, around what paints outside of all marks. */
import { inflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operatorsOf } from '#electron/register/export/content-operators.ts'
import { markArtifacts, withArtifacts } from '#electron/register/export/page-artifacts.ts'

/** The names in order, marks as brackets. */
function shape(code: string): string {
  return operatorsOf(code)
    .map(({ name, from, to }) =>
      name === 'EMC'
        ? ']'
        : name === 'BMC' || name === 'BDC'
          ? `${/\/(\w+)/.exec(code.slice(from, to))?.[1] ?? ''}[`
          : name,
    )
    .join(' ')
}

describe('operators of a page', () => {
  test.each([
    ['numbers and names', '1 0 0 -1 .5 +3 cm /F1 12 Tf', ['1 0 0 -1 .5 +3 cm', '/F1 12 Tf']],
    ['operators that stand close', '[(a)-3<0A>]TJ(b)Tj', ['[(a)-3<0A>]TJ', '(b)Tj']],
    ['words in strings', String.raw`(BT (nested) \) EMC) Tj ET`, [String.raw`(BT (nested) \) EMC) Tj`, 'ET']],
    ['words in comments', 'q % BT EMC\nQ', ['q', 'Q']],
    ['words in names', '/BT <</MCID 0/EMC true>>BDC f*', ['/BT <</MCID 0/EMC true>>BDC', 'f*']],
    ['a quote and its double', '(a) \' 1 2 (b) "', ["(a) '", '1 2 (b) "']],
    ['a picture in the line', 'q BI /W 1 ID \x01 EI \x02\x03 Q EI\nQ', ['q', 'BI /W 1 ID \x01 EI \x02\x03 Q EI', 'Q']],
    ['a string that does not end', 'q (abc', ['q']],
  ])('%s', (_name, code, expected) => {
    expect(operatorsOf(code).map(({ from, to }) => code.slice(from, to))).toEqual(expected)
  })
})

describe('artifacts', () => {
  test.each([
    ['a text', 'BT /F1 9 Tf (1) Tj ET', 'Artifact[ BT Tf Tj ET ]'],
    ['neighbours share a mark', 'BT (1) Tj ET 0 g 0 0 9 9 re f', 'Artifact[ BT Tj ET g re f ]'],
    ['none reaches over a saved state', 'q 0 0 9 9 re f Q BT (1) Tj ET', 'q Artifact[ re f ] Q Artifact[ BT Tj ET ]'],
    ['what is marked stays as it is', '/P <</MCID 0>>BDC BT (1) Tj ET EMC', 'P[ BT Tj ET ]'],
    ['what is an artifact too', '/Artifact BMC 0 0 9 9 re f EMC', 'Artifact[ re f ]'],
    ['marks within marks', '/P BMC /Span BMC f EMC f EMC f', 'P[ Span[ f ] f ] Artifact[ f ]'],
    ['before and after', '0 0 m 1 1 l S /P BMC f EMC 9 9 9 9 re f', 'Artifact[ m l S ] P[ f ] Artifact[ re f ]'],
    ['a path that only clips', '0 0 9 9 re W* n /P BMC f EMC', 're W* n P[ f ]'],
    ['a path that clips and paints', '0 0 9 9 re W f', 'Artifact[ re W f ]'],
    ['marks that end after the state they began in', 'q /P BMC f Q EMC f', 'q P[ f Q ] Artifact[ f ]'],
    [
      'a text with marks within',
      'BT (1) Tj /P BMC (2) Tj EMC (3) Tj ET',
      'BT Artifact[ Tj ] P[ Tj ] Artifact[ Tj ] ET',
    ],
    [
      'drawings, pictures and gradients',
      '/X1 Do q /S sh Q BI /W 1 ID x EI',
      'Artifact[ Do ] q Artifact[ sh ] Q Artifact[ BI ]',
    ],
    ['nothing painted', 'q 1 0 0 1 0 0 cm Q', 'q cm Q'],
  ])('%s', (_name, code, expected) => {
    const marked = withArtifacts(code)
    expect(shape(marked)).toBe(expected)
    expect(withArtifacts(marked)).toBe(marked)
  })

  test('nothing that is painted stays unmarked, no mark cuts a path or a text, and nothing else changes', () => {
    const pieces = fc.constantFrom(
      'q',
      'Q',
      '0 g',
      '0 0 9 9 re f',
      '0 0 m 1 1 l S',
      '0 0 9 9 re W n',
      'BT (a) Tj ET',
      'BT (a) Tj /Span BMC (b) Tj EMC ET',
      '/P <</MCID 1>>BDC 1 1 1 1 re f EMC',
      '/X Do',
    )
    fc.assert(
      fc.property(fc.array(pieces), (list) => {
        const code = list.join('\n')
        const marked = withArtifacts(code)
        let depth = 0
        let inside = false
        for (const { name } of operatorsOf(marked)) {
          if (name === 'BMC' || name === 'BDC') depth += 1
          if (name === 'EMC') depth -= 1
          if (name === 're' || name === 'm') inside = true
          if (inside) expect(name).not.toMatch(/^(BMC|BDC|EMC)$/)
          if (['f', 'S', 'n'].includes(name)) inside = false
          if (['Tj', 'f', 'S', 'Do'].includes(name)) expect(depth).toBe(1)
        }
        expect(depth).toBe(0)
        expect(
          marked
            .replaceAll('/Artifact BMC\n', '')
            .replaceAll('\nEMC', '')
            .replace(/\s*EMC/g, ''),
        ).toBe(code.replace(/\s*EMC/g, ''))
      }),
    )
  })
})

test('a drawing with tags of its own is marked within, one without where it is called, and several streams of a page are one', async () => {
  const document = await PDFDocument.create()
  const page = document.addPage()
  const form = (code: string) =>
    document.context.register(document.context.stream(code, { Type: 'XObject', Subtype: 'Form' }))
  const tagged = form('/P <</MCID 0>>BDC f EMC S')
  const plain = form('f')
  page.node.set(PDFName.of('Resources'), document.context.obj({ XObject: { T: tagged, P: plain } }))
  const streams = ['/T Do /P', 'Do'].map((code) => document.context.register(document.context.stream(code)))
  page.node.set(PDFName.of('Contents'), document.context.obj(streams))
  markArtifacts(document)
  const read = (found: unknown) =>
    found instanceof PDFRawStream ? shape(inflateSync(found.getContents()).toString('latin1')) : null
  const contents = page.node.get(PDFName.of('Contents'))
  expect({
    page: read(document.context.lookup(contents)),
    tagged: read(document.context.lookup(tagged)),
    plain: (document.context.lookup(plain) as PDFRawStream).getContentsString(),
  }).toEqual({ page: 'Do Artifact[ Do ]', tagged: 'P[ f ] Artifact[ S ]', plain: 'f' })
})
