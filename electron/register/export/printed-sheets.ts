/** On how many sheets a pack is printed, page by page: read off a print by the engine that makes the PDF of the bundle. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { PageSheets } from '#shared/domain/decision/page-budget.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'

/**
 * The outline of a print holds the title of each page and the sheet on which it stands, in their order: a page takes the sheets
 * up to the next one. Null where the print has no such outline (a browser that writes none): then nothing can be counted.
 */
export async function sheetsOf(printed: Uint8Array, model: PackModel): Promise<readonly PageSheets[] | null> {
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  const sheets = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index]))
  const starts = firstSheets(document).map((sheet) => sheets.get(sheet) ?? -1)
  if (starts.length !== model.pages.length || starts.some((start) => start < 0)) return null
  return model.pages.map(({ key }, index) => ({
    page: key,
    sheets: (starts[index + 1] ?? sheets.size) - (starts[index] ?? 0),
  }))
}

/** The references of the sheets to which the entries of the outline lead. */
function firstSheets({ catalog, context }: PDFDocument): readonly string[] {
  const dictionary = (parent: PDFDict, key: string): PDFDict | undefined => {
    const found = parent.get(PDFName.of(key))
    return context.lookupMaybe(found, PDFDict)
  }
  const found: string[] = []
  const outlines = dictionary(catalog, 'Outlines')
  for (let item = outlines && dictionary(outlines, 'First'); item !== undefined; item = dictionary(item, 'Next')) {
    const destination = context.lookupMaybe(item.get(PDFName.of('Dest')), PDFArray)
    const sheet = destination?.get(0)
    found.push(sheet instanceof PDFRef ? sheet.toString() : '')
  }
  return found
}
