import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../../renderer')
const styles = globSync('**/*.css', { cwd: renderer })

/** The classes that style sheets name. */
function classesOf(files: readonly string[]): ReadonlySet<string> {
  const found = files.flatMap((file) => {
    const text = readFileSync(join(renderer, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    // Selectors stand before a brace; in a declaration a dot is a part of a number.
    return [...text.matchAll(/([^{};]+)\{/g)].flatMap(([, selector = '']) =>
      [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name),
    )
  })
  return new Set(found)
}

/** The pages of a pack are the same on the screen and on paper, which loads none of the window's own styles. */
test('no style of the window is that of a page', () => {
  const ofPages = classesOf(styles.filter((file) => file.startsWith('pack/')))
  const shared = classesOf(styles.filter((file) => /^(ui|charts|theme)\//.test(file)))
  const ofWindow = classesOf(styles.filter((file) => /^(app|features|records)\//.test(file)))
  expect(ofPages.size).toBeGreaterThan(60)
  expect(ofWindow.size).toBeGreaterThan(200)
  // The desk on which the pages lie says where they lie.
  expect([...ofPages].filter((name) => ofWindow.has(name) && !shared.has(name))).toEqual(['pack'])
})
