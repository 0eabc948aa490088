// One of several processes that need the same part at once: `node build-beside-others.ts ROOT`. Its build is slow enough
// to overlap with the others', and it checks that what stands in place is whole as soon as ensureBuilt says so.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { builtFolder, ensureBuilt, type BuildInto } from '#electron/build.ts'

const root = process.argv[2] ?? ''
const files = Array.from({ length: 200 }, (_, index) => `${index}.js`)

const build: BuildInto = async (_part, folder) => {
  mkdirSync(folder, { recursive: true })
  for (const file of files) {
    writeFileSync(join(folder, file), file)
    await setImmediate()
  }
}

await ensureBuilt({ what: ['preload'], report: process.stderr, root, build })
const folder = builtFolder('preload', root)
process.stdout.write(files.every((file) => readFileSync(join(folder, file), 'utf8') === file) ? 'whole' : 'torn')
