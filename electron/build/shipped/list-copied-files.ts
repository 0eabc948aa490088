/** Vite's own list knows the code of a bundle; fonts and other files that it copies come from packages too. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { type BundledPackage, copiedList } from './bundled-list.ts'

/** Writes the packages from which a build of `root` copies files. */
export function listCopiedFiles(root: string): Plugin {
  return {
    name: 'list-copied-files',
    generateBundle(_options, bundle) {
      const packages = new Map<string, BundledPackage>()
      for (const file of Object.values(bundle))
        if (file.type === 'asset')
          for (const name of file.originalFileNames) {
            const folder = packageFolderOf(resolve(root, name))
            if (folder !== null && !packages.has(folder)) packages.set(folder, readPackage(folder))
          }
      const list = [...packages.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
      this.emitFile({ type: 'asset', fileName: copiedList, source: JSON.stringify(list, null, 2) })
    },
  }
}

/** The folder of the package in which a file stands, null where it stands in none. */
function packageFolderOf(file: string): string | null {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(dirname(file))?.[0] ?? null
}

/** Name, version, licence and its text as a package states them. */
export function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  return {
    name,
    version,
    ...(license === undefined ? {} : { identifier: license }),
    ...(file === undefined ? {} : { text: readFileSync(join(folder, file), 'utf8').trim() }),
  }
}
