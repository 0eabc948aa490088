/** Elements of the tag tree are named by their place, whatever numbers the browser gave them. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { renameStructure } from '#electron/register/export/structure-names.ts'

/** Two heads and a cell that both belong to, named by the given numbers; the list of names in two leaves. */
async function withNames([one, other]: readonly [string, string]): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const { context, catalog } = document
  const element = (kind: string, given: object) => context.register(context.obj({ S: kind, ...given }))
  const first = element('TH', { ID: PDFString.of(one), K: 0 })
  const second = element('TH', { ID: PDFString.of(other), K: 1 })
  const headers = [PDFString.of(other), PDFString.of(one)]
  const cell = element('TD', { A: [{ O: 'Table', Headers: headers }], K: 2 })
  const table = element('Table', { K: [element('TR', { K: [first, second] }), element('TR', { K: cell })] })
  const leaves = [[one, first] as const, [other, second] as const]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, ref]) => context.register(context.obj({ Names: [PDFString.of(name), ref] })))
  catalog.set(PDFName.of('StructTreeRoot'), context.obj({ K: table, IDTree: context.obj({ Kids: leaves }) }))
  return document
}

function found(document: PDFDocument) {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const tree = root.lookup(PDFName.of('IDTree'), PDFDict)
  const named = document.context
    .enumerateIndirectObjects()
    .flatMap(([, each]) =>
      each instanceof PDFDict && (each.has(PDFName.of('ID')) || each.has(PDFName.of('A'))) ? [each] : [],
    )
  return {
    elements: named.map((each) => String(each)),
    leaves: tree.has(PDFName.of('Kids')),
    names: tree
      .lookup(PDFName.of('Names'), PDFArray)
      .asArray()
      .map((each) => (each instanceof PDFString ? each.decodeText() : String(document.context.lookup(each)))),
  }
}

test('the same tree has the same names, its heads still found by them', async () => {
  const prints = []
  for (const numbers of [
    ['node00000412', 'node00000093'],
    ['node00000001', 'node00000002'],
  ] as const) {
    const document = await withNames(numbers)
    renameStructure(document)
    prints.push(found(document))
  }
  expect(prints[0]).toEqual(prints[1])
  expect(prints[0]?.leaves).toBe(false)
  expect(prints[0]?.names).toEqual([
    'node00000000',
    expect.stringContaining('/ID (node00000000)'),
    'node00000001',
    expect.stringContaining('/ID (node00000001)'),
  ])
  expect(prints[0]?.elements.join()).toMatch(/Headers \[ \(node00000001\) \(node00000000\) \]/)
})

test('a print without tags is left as it is', async () => {
  const document = await PDFDocument.create()
  renameStructure(document)
  expect(document.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false)
})
