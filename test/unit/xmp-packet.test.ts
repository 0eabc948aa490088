/** The metadata that a document store reads from a print. */
import { expect, test } from 'vitest'
import { xmpPacket } from '#electron/register/export/xmp-packet.ts'

const facts = {
  title: { ja: '令和商事 取締役会資料', en: 'Reiwa Shoji board pack' },
  author: 'R&D <令和>',
  subject: '確定',
  keywords: ['PACK-2026Q2', 'ab'.repeat(32)],
  language: 'ja',
  at: '2026-10-20T01:02:03.456Z',
  identifiers: ['PACK-2026Q2', 'ab'.repeat(32)],
  id: 'ab'.repeat(16),
  producer: 'Daicho',
} as const

test('title by language, creator, dates of the lock, tool and identifiers; no claim of a standard', () => {
  const fields = [...xmpPacket(facts).matchAll(/<((?:dc|xmp|xmpMM|pdf):\w+)>(.*)<\/\1>/g)].map(([, name, value]) => [
    name,
    value?.replace(/<\/?rdf:(Alt|Seq|Bag)>/g, ''),
  ])
  expect(Object.fromEntries(fields)).toEqual({
    'dc:format': 'application/pdf',
    'dc:title':
      '<rdf:li xml:lang="x-default">令和商事 取締役会資料</rdf:li><rdf:li xml:lang="ja">令和商事 取締役会資料</rdf:li><rdf:li xml:lang="en">Reiwa Shoji board pack</rdf:li>',
    'dc:description': '<rdf:li xml:lang="x-default">確定</rdf:li><rdf:li xml:lang="ja">確定</rdf:li>',
    'dc:creator': '<rdf:li>R&amp;D &lt;令和&gt;</rdf:li>',
    'dc:language': '<rdf:li>ja</rdf:li>',
    'xmp:CreateDate': '2026-10-20T01:02:03Z',
    'xmp:ModifyDate': '2026-10-20T01:02:03Z',
    'xmp:MetadataDate': '2026-10-20T01:02:03Z',
    'xmp:CreatorTool': 'Daicho',
    'xmp:Identifier': `<rdf:li>PACK-2026Q2</rdf:li><rdf:li>${'ab'.repeat(32)}</rdf:li>`,
    'xmpMM:DocumentID': 'uuid:abababab-abab-abab-abab-abababababab',
    'pdf:Producer': 'Daicho',
    'pdf:Keywords': `PACK-2026Q2 ${'ab'.repeat(32)}`,
  })
  expect(xmpPacket(facts)).not.toMatch(/pdfaid|pdfuaid/)
})

test('a name may hold what XML may not', () => {
  const packet = xmpPacket({ ...facts, author: 'a\0b\u001bc\ud842d\uffffe', title: { ja: ']]>' } })
  expect(packet).toContain('<rdf:li>abc\ufffdde</rdf:li>')
  expect(packet).toContain(']]&gt;')
})
