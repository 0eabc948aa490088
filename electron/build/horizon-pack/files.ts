/** The horizon's files: readable sources, and what the program reads. Sources have the shape of what is made of them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { horizonFormat, type HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { checkHorizonPack } from '#shared/domain/horizon/read-horizon-pack.ts'

export const horizonFolder = join(import.meta.dirname, '../../../resources/horizon')

/** What the sources make: the name of each file, and its text. */
export function makeHorizonPacks(folder = join(horizonFolder, 'sources')): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return new Map(
    names.sort().map((name) => {
      const pack = horizonOf(name, readFileSync(join(folder, name)))
      return [name.replace(/\.yaml$/, '.json'), `${JSON.stringify(pack, null, 1)}\n`]
    }),
  )
}

function horizonOf(file: string, bytes: Buffer): HorizonPack {
  const source = parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return checkHorizonPack({ format: horizonFormat, ...source, sources: [{ file, sha256 }] })
}
