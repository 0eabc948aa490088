/** `npm run packs`: makes the packs of requirements and the horizon out of their readable sources. Both are committed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { horizonFolder, makeHorizonPacks } from '../horizon-pack/files.ts'
import { makeRequirementPacks, packsFolder } from './files.ts'

for (const [folder, made] of [
  [packsFolder, makeRequirementPacks()],
  [horizonFolder, makeHorizonPacks()],
] as const)
  for (const [name, text] of made) {
    writeFileSync(join(folder, name), text)
    console.log(`${name}: ${String(text.length)} characters`)
  }
