/** Where `npm run package` has put the program of this system, and how it and its command line are started. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface PackagedProgram {
  /** Shows the window. */
  readonly program: string
  /** The starter of the command line (resources/bin). */
  readonly commandLine: string
}

/** @throws Error where there is none: it is packed first */
export function packagedProgram(release: string, platform: NodeJS.Platform, arch: string): PackagedProgram {
  const folders = existsSync(release) ? readdirSync(release) : []
  const [prefix, program, resources] = places[platform] ?? places.linux
  // A processor other than the usual one stands in the folder's name.
  const found = [`${prefix}-${arch}`, `${prefix}-${arch}-unpacked`, prefix, `${prefix}-unpacked`].find((name) =>
    folders.includes(name),
  )
  if (found === undefined) throw new Error(`no packed program in ${release}: npm run package`)
  const commandLine = join(release, found, resources, 'bin', platform === 'win32' ? 'daicho.cmd' : 'daicho')
  return { program: join(release, found, program), commandLine }
}

const places: Readonly<Record<string, readonly [string, string, string]>> & {
  readonly linux: readonly [string, string, string]
} = {
  linux: ['linux', 'daicho', 'resources'],
  win32: ['win', 'Daicho.exe', 'resources'],
  darwin: ['mac', 'Daicho.app/Contents/MacOS/Daicho', 'Daicho.app/Contents/Resources'],
}
