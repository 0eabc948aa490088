// Builds one part of the application: `node electron/build/part.ts renderer FOLDER`, started by electron/build.ts.
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { build, type InlineConfig, type Plugin } from 'vite'
import type { BuildPart } from '../build.ts'
import { manualPlugin } from './manual-plugin.ts'
import { bundledList } from './shipped/bundled-list.ts'
import { listCopiedFiles } from './shipped/list-copied-files.ts'

type BundledPart = Exclude<BuildPart, 'notices'>

const root = join(import.meta.dirname, '../..')

/** What no bundle can hold: Electron itself, a native addon, and a browser driver that loads its own files by path. */
const external = ['electron', 'better-sqlite3', 'playwright-core', '@sparticuz/chromium']

/**
 * The font packages name each face twice, as WOFF2 and as WOFF, which no Chromium ever asks for: half of the built window.
 */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  generateBundle(_options, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (name.endsWith('.woff')) Reflect.deleteProperty(bundle, name)
      else if (file.type === 'asset' && name.endsWith('.css') && typeof file.source === 'string')
        file.source = file.source.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g, '')
    }
  },
}

function configuration(part: BundledPart, folder: string): InlineConfig {
  const common: InlineConfig = {
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    clearScreen: false,
  }
  // What a part really holds of other people's packages is known here alone: the build writes it down for the notices.
  const license = { fileName: bundledList }
  const output = { outDir: folder, emptyOutDir: true, reportCompressedSize: false, license }
  switch (part) {
    case 'main':
      // The bundle carries every package but the external ones, so the packed application has one dependency:
      // better-sqlite3. Nothing is made smaller: a stack trace in a report from the field must be readable.
      return {
        ...common,
        ssr: { noExternal: true, external },
        build: {
          ...output,
          ssr: true,
          target: 'node24',
          minify: false,
          rolldownOptions: {
            input: {
              index: join(root, 'electron/main/index.ts'),
              register: join(root, 'electron/register/index.ts'),
              cli: join(root, 'electron/cli/index.ts'),
            },
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
          },
        },
      }
    case 'preload':
      // A sandboxed preload is CommonJS and may require nothing but Electron.
      return {
        ...common,
        ssr: { noExternal: true, external: ['electron'] },
        build: {
          ...output,
          ssr: true,
          target: 'chrome140',
          minify: false,
          rolldownOptions: {
            input: { index: join(root, 'electron/preload/index.ts') },
            external: ['electron', ...builtinModules],
            output: { format: 'cjs', entryFileNames: '[name].cjs' },
          },
        },
      }
    case 'renderer':
      return {
        ...common,
        root: join(root, 'renderer'),
        plugins: [onlyWoff2, manualPlugin, listCopiedFiles(join(root, 'renderer'))],
        // The pages are served from app://, and from intercepted requests in an installed browser.
        base: './',
        build: {
          ...output,
          target: 'chrome140',
          // Inlined files would be data: addresses, which the content security policy refuses for fonts.
          assetsInlineLimit: 0,
          // The polyfill is an inline script, which the policy refuses, and Chromium does not need it.
          modulePreload: { polyfill: false },
          rolldownOptions: {
            input: {
              index: join(root, 'renderer/index.html'),
              print: join(root, 'renderer/print.html'),
              failure: join(root, 'renderer/failure.html'),
            },
          },
        },
      }
  }
}

const [part, folder] = process.argv.slice(2)
if ((part !== 'main' && part !== 'preload' && part !== 'renderer') || folder === undefined) {
  throw new Error('electron/build/part.ts needs a part (main, preload or renderer) and a folder.')
}
try {
  await build(configuration(part, folder))
} catch (error) {
  // The message names the file and the place; the stack is the build tool's own.
  console.error(stripVTControlCharacters(error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
}
