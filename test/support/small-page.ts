/** Small pages of our own in place of the built window, served by the shells as they serve the real one. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/** A page as the build leaves it: no script or style in the page itself, which the policy would refuse. */
export function writePage(
  folder: string,
  page: { name: 'index' | 'print'; body?: string; style?: string; script?: string; title?: string },
): void {
  mkdirSync(folder, { recursive: true })
  const { name, body = '', style = '', script = '', title = '' } = page
  writeFileSync(join(folder, `${name}.css`), style)
  writeFileSync(join(folder, `${name}.js`), script)
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="stylesheet" href="./${name}.css" />
  </head>
  <body>
    ${body}
    <script type="module" src="./${name}.js"></script>
  </body>
</html>
`,
  )
}

/** A page that holds the window's own connection, as `window.connection`, and nothing to look at. */
export async function writeConnectionPage(folder: string): Promise<void> {
  writePage(folder, { name: 'index' })
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome140',
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'pages/connection-page.ts'),
        formats: ['es'],
        fileName: () => 'index.js',
      },
    },
  })
}
