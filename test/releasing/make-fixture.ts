// `npm run release:fixture`: makes the register that the version in package.json leaves on a disk, and writes down what it
// holds. Run once, when a version with a new schema is released; a fixture that is there is never made again.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeReleasedRegister, emptyPlaces, makeReleasedRegister } from '#test/support/released-register.ts'

const root = join(import.meta.dirname, '../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const folder = join(root, 'test/fixtures/registers', version)
if (existsSync(folder)) {
  console.error(`${folder} is there. The register of a released version is never made again.`)
  process.exit(2)
}
const fresh = `${folder}.new`
rmSync(fresh, { recursive: true, force: true })
mkdirSync(fresh, { recursive: true })
try {
  const file = join(fresh, 'register.daicho')
  makeReleasedRegister(file)
  const holds = describeReleasedRegister(file, version)
  const empty = emptyPlaces(holds.tables)
  if (empty.length > 0) throw new Error(`The register fills nothing in: ${empty.join(', ')}`)
  writeFileSync(join(fresh, 'holds.json'), `${JSON.stringify(holds, null, 1)}\n`)
  renameSync(fresh, folder)
  console.log(`${folder}: schema ${String(holds.schemaVersion)}, ${String(holds.head.sequence)} events`)
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
