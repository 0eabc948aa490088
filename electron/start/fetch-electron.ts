/**
 * Fetches the Electron binary, as a child of `npm start` that can be ended when nothing arrives. Says how far it is through
 * its channel; the package's own installer then unpacks what lies in the cache.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { downloadArtifact } from '@electron/get'

/** A file of the Electron package is read, the package itself never loaded: it would begin a download of its own. */
const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const { version } = read('package.json') as { version: string }
const checksums = read('checksums.json') as Record<string, string>
const cacheRoot = process.env.electron_config_cache

// Who started it is gone.
process.on('disconnect', () => {
  process.exit()
})

await downloadArtifact({
  version,
  artifactName: 'electron',
  platform: process.platform,
  arch: process.arch,
  checksums,
  // Where the package's installer will look for it.
  ...(cacheRoot === undefined ? {} : { cacheRoot }),
  downloadOptions: {
    quiet: true,
    getProgressCallback: (progress: { readonly percent: number }) => {
      process.send?.(progress.percent)
      return Promise.resolve()
    },
  },
})
process.disconnect()
