/** Workbooks as somebody writes them by hand: parts of an archive, packed as `pack` says, and archives that lie about themselves. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the directory says instead of the true size. */
  readonly declared?: number
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageOf = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook of one sheet, whose rows are given as XML. */
export function partsOf(
  rows: string,
  more: { readonly sheet?: string; readonly prolog?: string } = {},
): readonly Part[] {
  return [
    {
      name: '[Content_Types].xml',
      content: `${header}<Types xmlns="${packageOf}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${header}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${header}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${header}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${more.prolog ?? header}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${more.sheet ?? ''}</worksheet>`,
    },
  ]
}

/** An archive of the parts; deflated, with sizes of the directory as the parts declare them. */
export function archived(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes, { level: 9 })
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(declared ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

export interface CraftedSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Rows as XML, or cells as texts from the first row on. */
  readonly rows: string | readonly (readonly (string | number | null)[])[]
  /** What follows the rows, e.g. cells that are merged. */
  readonly after?: string
}

/** A workbook of several sheets, with the properties and formats that a test needs. */
export function craftedWorkbook(
  sheets: readonly CraftedSheet[],
  { properties = '', formats = '' }: { readonly properties?: string; readonly formats?: string } = {},
): Buffer {
  const [types, rels] = partsOf('')
  if (types === undefined || rels === undefined) throw new Error('no parts')
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${String(index + 1)}" ${state === undefined ? '' : `state="${state}" `}r:id="rId${String(index + 1)}"/>`,
  )
  const relations = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${office}/worksheet" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
  )
  return archived([
    types,
    rels,
    {
      name: 'xl/workbook.xml',
      content: `${header}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${entries.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${header}<Relationships xmlns="${packageOf}/relationships">${relations.join('')}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: `${header}<styleSheet xmlns="${main}">${formats}</styleSheet>` },
    ...sheets.map(({ rows, after = '' }, index) => ({
      name: `xl/worksheets/sheet${String(index + 1)}.xml`,
      content: `${header}<worksheet xmlns="${main}"><sheetData>${typeof rows === 'string' ? rows : rows.map(rowXml).join('')}</sheetData>${after}</worksheet>`,
    })),
  ])
}

function rowXml(cells: readonly (string | number | null)[], index: number): string {
  const written = cells.map((cell) => {
    if (cell === null) return '<c/>'
    if (typeof cell === 'number') return `<c><v>${String(cell)}</v></c>`
    return `<c t="inlineStr"><is><t xml:space="preserve">${cell.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`
  })
  return `<row r="${String(index + 1)}">${written.join('')}</row>`
}
