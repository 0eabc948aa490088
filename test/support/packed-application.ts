/** The application as electron-builder packs it, around stub files of Electron, for the tests that read it. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PackedPlatform } from './stub-electron.ts'

const run = promisify(execFile)

export interface PackedApplication {
  readonly platform: PackedPlatform
  /** What Electron's fuses stand in. */
  readonly program: string
  readonly resources: string
  readonly asar: string
  /** All that lies beside app.asar in `resources`, files of subfolders included. */
  readonly beside: readonly string[]
}

/** Packs for all three systems at once: half a minute on a busy machine. */
export async function packWithStubs(folder: string): Promise<Readonly<Record<PackedPlatform, PackedApplication>>> {
  await run(process.execPath, [join(import.meta.dirname, 'pack-with-stubs.ts'), folder], { maxBuffer: 2 ** 26 })
  const packed = (platform: PackedPlatform, program: string, resources: string): PackedApplication => ({
    platform,
    program: join(folder, platform, program),
    resources: join(folder, platform, resources),
    asar: join(folder, platform, resources, 'app.asar'),
    beside: filesIn(join(folder, platform, resources)),
  })
  return {
    linux: packed('linux', 'linux-unpacked/daicho', 'linux-unpacked/resources'),
    win32: packed('win32', 'win-unpacked/Daicho.exe', 'win-unpacked/resources'),
    darwin: packed('darwin', 'mac-arm64/Daicho.app', 'mac-arm64/Daicho.app/Contents/Resources'),
  }
}

/** Paths of all files below a folder, with `/`, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
