/**
 * Files that Daicho itself wrote. A list of systems is known by its headings, also after somebody has edited it: its columns
 * are fields, or labels beside them, and its rows are records. Cells of our files may carry the guard against formulas. It is
 * taken off from such a list, and where the manifest beside a file lists exactly these bytes and says that cells are
 * guarded; in any other file an apostrophe is a letter.
 */
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fields } from '#shared/domain/fields.ts'
import { type Column, mapColumns, type Mapping, type MappingFile, type OwnPart } from '#shared/domain/import-mapping.ts'
import { type Target, targetReadings } from '#shared/domain/import-targets.ts'
import { baseName, nounColumns } from '../export/noun-columns.ts'
import { unguard } from '#shared/domain/formula-guard.ts'
import { manifestName, manifestSchema } from '../export/manifest.ts'
import type { SheetRecord } from './records.ts'

/** Headings that no other list has together; with them `id` or `code`. */
const signature = ['name_ja', 'name_en', 'lifecycle_code', 'source_key'] as const
const partColumns: Readonly<Record<OwnPart, string>> = {
  id: 'id',
  code: 'code',
  version: 'version',
  unitCode: 'unit_code',
  dependsOn: 'depends_on_codes',
  surchargeOwner: 'surcharge_owner_code',
  surchargeOwnerName: 'surcharge_owner_name',
  withdrawnOn: 'withdrawn_on',
  withdrawnReason: 'withdrawn_reason',
}

/** Every column of our list of systems, with the field that is read from it; null: none. */
function ownTargets(): ReadonlyMap<string, Target | null> {
  const targets = new Map<string, Target | null>(nounColumns('system', null).map((column) => [column.name, null]))
  for (const field of fields.system) {
    const base = baseName(field)
    const columns =
      field.kind === 'bilingual'
        ? ([
            [`${base}_ja`, `${field.name}.ja`],
            [`${base}_en`, `${field.name}.en`],
          ] as const)
        : ([[targets.has(base) ? base : `${base}_code`, field.name]] as const)
    for (const [column, target] of columns) if (targetReadings.has(target)) targets.set(column, target)
  }
  return targets.set('unit_name', 'unit')
}

let labelled: ReadonlyMap<string, string> | undefined

/** The headings of the sheet of systems in a workbook of ours, in either language, with the columns that they are. */
function labelledColumns(): ReadonlyMap<string, string> {
  labelled ??= new Map(
    nounColumns('system', null).flatMap(({ name, label }) =>
      [label.ja, label.en].flatMap((words) => (words === null ? [] : [[words, name] as const])),
    ),
  )
  return labelled
}

/**
 * The mapping of a list of systems that Daicho wrote; null where the headings are another's, or a mapping file names a key.
 * What a mapping file says of a column goes before what the column is.
 */
export function ownMapping(
  columns: readonly Column[],
  sample: readonly (readonly string[])[],
  file: MappingFile | null,
): Mapping | null {
  const at = new Map<string, number>()
  for (const { heading, index } of columns) {
    const name = labelledColumns().get(heading) ?? heading
    if (!at.has(name)) at.set(name, index)
  }
  const key = at.has('id') ? 'id' : 'code'
  const identifier = at.get(key)
  if (identifier === undefined || file?.key !== undefined || !signature.every((name) => at.has(name))) return null
  const own = [...ownTargets()].flatMap(([name, target]) => {
    const index = at.get(name)
    return index === undefined ? [] : [{ index, target }]
  })
  const said = Object.fromEntries(own.map(({ index, target }) => [`#${index + 1}`, target]))
  const mapping = mapColumns(columns, sample, { version: 1, ...file, columns: { ...said, ...file?.columns } })
  return {
    ...mapping,
    // The key of a system is kept under one name, whichever heading stood above it.
    columns: mapping.columns.map((column) => (column.index === identifier ? { ...column, label: key } : column)),
    identifiers: [identifier],
    own: {
      columns: new Set(own.map(({ index }) => index)),
      parts: Object.fromEntries(
        Object.entries(partColumns).flatMap(([part, name]) => (at.has(name) ? [[part, at.get(name)]] : [])),
      ),
    },
  }
}

const largestManifest = 4 * 1024 * 1024

/** True where a manifest in the file's folder, or the one above it, says that this very file holds guarded cells. */
export async function wroteGuards(path: string, sha256: string): Promise<boolean> {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const text = await smallFile(join(folder, manifestName))
    const manifest = text === null ? null : manifestSchema.safeParse(jsonOf(text)).data
    if (manifest?.files.some((file) => file.sha256 === sha256 && (file.guardedCells ?? 0) > 0) === true) return true
  }
  return false
}

export async function* withoutGuards(
  batches: AsyncIterable<readonly SheetRecord[]>,
): AsyncGenerator<SheetRecord[], void, void> {
  for await (const batch of batches) yield batch.map(({ row, cells }) => ({ row, cells: cells.map(unguard) }))
}

async function smallFile(path: string): Promise<string | null> {
  const handle = await open(path, 'r').catch(() => null)
  if (handle === null) return null
  try {
    const facts = await handle.stat()
    return facts.isFile() && facts.size <= largestManifest ? await handle.readFile('utf8') : null
  } finally {
    await handle.close()
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
