/** What a workbook says of itself: its sheets in their order, how its days are counted, its formats and its shared texts. */
import { Problem } from '#shared/domain/problem.ts'
import type { Archive } from './archive.ts'
import type { SheetState } from './cells.ts'
import { formatOf, type NumberFormat } from './number-format.ts'
import { type PartHandlers, readPart, relationOf, withoutEscapes } from './xml-part.ts'

export interface SheetEntry {
  readonly name: string
  readonly state: SheetState
  /** The part in which it stands. */
  readonly part: string
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[]
  readonly from1904: boolean
  readonly formats: readonly NumberFormat[]
  readonly strings: readonly string[]
}

const manifest = '[Content_Types].xml'

/** WORKBOOK_BINARY, WORKBOOK_OTHER_KIND (another kind of archive), WORKBOOK_DAMAGED and what reading a part refuses. */
export async function readWorkbookParts(archive: Archive, file: string): Promise<WorkbookParts> {
  const { names } = archive
  if (!names.includes(manifest)) throw new Problem('WORKBOOK_OTHER_KIND', { file })
  const read = (name: string, handlers: PartHandlers) => readPart(archive.pieces(name), handlers, file)
  const main = (await relationsOf(archive, '', file)).find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (main === undefined) throw new Problem('WORKBOOK_DAMAGED', { file })
  if (main.endsWith('.bin')) throw new Problem('WORKBOOK_BINARY', { file })
  if (!names.includes(main)) throw new Problem('WORKBOOK_DAMAGED', { file })
  const relations = await relationsOf(archive, main, file)
  const partOf = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const sheets: SheetEntry[] = []
  let from1904 = false
  const roots = new Set<string>()
  await read(main, {
    open: (name, attributes) => {
      roots.add(name)
      if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name !== 'sheet') return
      const relation = relations.find(({ id }) => id === relationOf(attributes))
      // Sheets of charts, dialogs and macros hold no cells.
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return
      const state = attributes['state']
      sheets.push({
        name: withoutEscapes(attributes['name'] ?? ''),
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        part: relation.target,
      })
    },
  })
  if (!roots.has('workbook')) throw new Problem('WORKBOOK_OTHER_KIND', { file })
  if (sheets.length === 0 || sheets.some(({ part }) => !names.includes(part)))
    throw new Problem('WORKBOOK_DAMAGED', { file })
  const styles = partOf('styles')
  const texts = partOf('sharedStrings')
  return {
    sheets,
    from1904,
    formats:
      styles !== undefined && names.includes(styles) ? await formatsOf((handlers) => read(styles, handlers)) : [],
    strings: texts !== undefined && names.includes(texts) ? await stringsOf((handlers) => read(texts, handlers)) : [],
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** What a part refers to; of links to other files nothing is read. */
async function relationsOf(archive: Archive, part: string, file: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!archive.names.includes(name)) return []
  const relations: Relation[] = []
  await readPart(
    archive.pieces(name),
    {
      open: (tag, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
        if (tag !== 'Relationship' || mode === 'External') return
        if (id !== undefined && type !== undefined && target !== undefined)
          relations.push({ id, type, target: placeOf(folder, target) })
      },
    },
    file,
  )
  return relations
}

function placeOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

type Read = (handlers: PartHandlers) => Promise<void>

/** The formats by the number that a cell names. Those of named styles and of conditions are others. */
async function formatsOf(read: Read): Promise<readonly NumberFormat[]> {
  const custom = new Map<string, string>()
  const formats: NumberFormat[] = []
  let within = false
  await read({
    open: (name, attributes) => {
      if (name === 'cellXfs') within = true
      const id = attributes['numFmtId'] ?? '0'
      if (name === 'numFmt') custom.set(id, attributes['formatCode'] ?? 'General')
      if (name === 'xf' && within) formats.push(formatOf(Number(id), custom.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') within = false
    },
  })
  return formats
}

/** The texts that cells share: runs of different looks in one, readings over Japanese words left out. */
async function stringsOf(read: Read): Promise<readonly string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isReading = false
  await read({
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') strings.push(withoutEscapes(text))
    },
  })
  return strings
}
