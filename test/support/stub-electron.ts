/**
 * Stands for Electron's binaries where they cannot be had: just the files that electron-builder looks for, so that it packs
 * the real app.asar. Nothing in them runs.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type PackedPlatform = 'linux' | 'win32' | 'darwin'

/** Electron's fuses stand behind this mark: the version of the wire, its length, and a state for each fuse. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('1'.repeat(9)),
])

const locales = ['ja', 'en-US', 'fr', 'de']

/** Writes a folder for `electronDist`. */
export function writeStubElectron(folder: string, platform: PackedPlatform, root: string): void {
  const write = (path: string, content: string | Buffer = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  write('LICENSE', 'Electron')
  write('LICENSES.chromium.html', 'Chromium')
  write('version', '45.4.1')
  if (platform === 'darwin') {
    writeMac(write)
    return
  }
  for (const locale of locales) write(`locales/${locale}.pak`)
  if (platform === 'linux') write('electron', fuseWire)
  else {
    // Icon, version and the digest of app.asar are written into its resources: it must be a real program that has a version.
    copyFileSync(join(root, 'node_modules/electron-winstaller/vendor/7z-x64.exe'), join(folder, 'electron.exe'))
    writeFileSync(join(folder, 'electron.exe'), Buffer.concat([readFileSync(join(folder, 'electron.exe')), fuseWire]))
  }
}

function writeMac(write: (path: string, content?: string | Buffer) => void): void {
  const plist = (name: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string></dict></plist>
`
  const contents = 'Electron.app/Contents'
  write(`${contents}/Info.plist`, plist('Electron'))
  write(`${contents}/MacOS/Electron`)
  for (const locale of ['ja', 'en', 'fr']) {
    write(`${contents}/Resources/${locale}.lproj/locale.pak`)
    write(`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/${locale}.lproj/locale.pak`)
  }
  write(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, fuseWire)
  for (const suffix of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `Electron Helper${suffix}`
    write(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plist(helper))
    write(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`)
  }
}
