/** The files of the requirement packs: readable sources, and the packs that are made of them and read by the program. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packOf, type SourceFile } from './source.ts'

export const packsFolder = join(import.meta.dirname, '../../../resources/packs')

/** What the sources make: the name of each pack's file, and its text. */
export function makeRequirementPacks(folder = join(packsFolder, 'sources')): ReadonlyMap<string, string> {
  const fileOf = (name: string): SourceFile => {
    const bytes = readFileSync(join(folder, name))
    return { name, text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return new Map(
    names
      .sort()
      .map((name) => [name.replace(/\.yaml$/, '.json'), `${JSON.stringify(packOf(fileOf(name), fileOf), null, 1)}\n`]),
  )
}
