// Packs the application for three systems around stub files: `node pack-with-stubs.ts FOLDER`. A process of its own, since
// electron-builder prints, changes the environment and keeps caches.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { buildParts, ensureBuilt } from '#electron/build.ts'
import { type PackedPlatform, writeStubElectron } from './stub-electron.ts'

const root = join(import.meta.dirname, '../..')
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('pack-with-stubs.ts needs a folder.')

await ensureBuilt({ what: buildParts, report: process.stderr })
const systems = [
  { platform: 'linux', target: Platform.LINUX, arch: Arch.x64 },
  { platform: 'win32', target: Platform.WINDOWS, arch: Arch.x64 },
  { platform: 'darwin', target: Platform.MAC, arch: Arch.arm64 },
] as const satisfies readonly { platform: PackedPlatform; target: Platform; arch: Arch }[]

// What would be asked of the network or of this computer's keys: nothing is signed.
process.env.CSC_IDENTITY_AUTO_DISCOVERY = 'false'
for (const { platform, target, arch } of systems) {
  const stub = join(folder, `stub-${platform}`)
  mkdirSync(stub, { recursive: true })
  writeStubElectron(stub, platform, root)
  const config: Configuration = {
    extends: join(root, 'electron-builder.yml'),
    electronDist: stub,
    directories: { output: join(folder, platform) },
  }
  await build({ projectDir: root, targets: target.createTarget('dir', arch), config, publish: 'never' })
}
