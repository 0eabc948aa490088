/** `npm run packs`: makes resources/packs/*.json out of the readable sources beside them. Both are committed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeRequirementPacks, packsFolder } from './files.ts'

for (const [name, text] of makeRequirementPacks()) {
  writeFileSync(join(packsFolder, name), text)
  console.log(`${name}: ${String(text.length)} characters`)
}
