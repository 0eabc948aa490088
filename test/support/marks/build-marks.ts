/** Builds the page of marks as the window itself is built, into a folder of the test's. */
import { join } from 'node:path'
import { build } from 'vite'

export async function buildMarks(folder: string): Promise<void> {
  await build({
    root: import.meta.dirname,
    base: './',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome140',
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  })
}
