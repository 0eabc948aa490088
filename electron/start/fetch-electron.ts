/**
 * Fetches the Electron binary, as a child of `npm start` that can be ended when nothing arrives. Says how far it is through
 * its channel; the package's own installer then unpacks what lies in the cache.
 */
import { createRequire } from 'node:module'
import { downloadArtifact } from '@electron/get'

const require = createRequire(import.meta.url)
const { version } = require('electron/package.json') as { version: string }
const checksums = require('electron/checksums.json') as Record<string, string>

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
  downloadOptions: {
    quiet: true,
    getProgressCallback: (progress: { readonly percent: number }) => {
      process.send?.(progress.percent)
      return Promise.resolve()
    },
  },
})
process.disconnect()
