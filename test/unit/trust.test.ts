/** The page of trust names tests by their files: each of them is there, and every item of Electron's checklist has one. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/trust.md'), 'utf8')

/** The text of one part, up to the next heading. */
function part(heading: string): string {
  const [, ...parts] = page.split(/^#+ /m)
  const found = parts.find((each) => each.startsWith(`${heading}\n`))
  if (found === undefined) throw new Error(`docs/trust.md has no part "${heading}"`)
  return found
}

const testsIn = (text: string) => [...text.matchAll(/`(test\/[\w./-]+\.tsx?)`/g)].map(([, file]) => file ?? '')

test('every test that is named is there', () => {
  expect(testsIn(page).filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('each of the twenty items of the checklist says how it stands and names its test', () => {
  const rows = part("Electron's security checklist")
    .split('\n')
    .filter((line) => /^\| +\d+ +\|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)))
  for (const [, item = '', standing = '', tests = ''] of rows) {
    expect([item, item.length > 10, standing.length > 20]).toEqual([item, true, true])
    expect([item, testsIn(tests).length > 0]).toEqual([item, true])
  }
})
