/** Makes modules of the manual's pages: each exports its page as data, and its pictures become files of the window. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { manualPage } from './manual-page.ts'

export const manualPlugin: Plugin = {
  name: 'manual-pages',
  transform: {
    filter: { id: /\/docs\/manual\/\w+\/[\w-]+\.md$/ },
    handler(markdown, id) {
      const pictures: string[] = []
      const page = manualPage(markdown, (path) => {
        // A picture is made from the built window, so the window must be there before a new picture is; a test misses it.
        if (!existsSync(join(dirname(id), path))) return null
        pictures.push(path)
        return { source: placeholder(pictures.length - 1), ...sizeOfPng(join(dirname(id), path)) }
      })
      const imports = pictures.map(
        (path, index) => `import picture${String(index)} from ${JSON.stringify(`${path}?url`)}\n`,
      )
      const data = JSON.stringify(page).replaceAll(/"picture (\d+)"/g, 'picture$1')
      return { code: `${imports.join('')}export default ${data}\n`, map: null, moduleType: 'js' }
    },
  },
}

const placeholder = (index: number) => `picture ${String(index)}`

/** The size that stands in a PNG's header: a picture that is being loaded must not move the text below it. */
function sizeOfPng(file: string): { readonly width: number; readonly height: number } {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error(`${file} is no PNG.`)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
