import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canRun, refusal, shippedPlatforms } from '#electron/require-node.js'

const root = join(import.meta.dirname, '../..')

describe('canRun', () => {
  test.each(['22.18.0', '22.22.1', '23.6.0', '24.0.0', '24.21.0', '26.1.0', '100.0.0'])('%s runs', (version) => {
    expect(canRun(version)).toBe(true)
  })
  test.each(['8.17.0', '18.20.8', '20.20.2', '21.7.3', '22.9.0', '22.14.0', '22.17.1', '23.5.0'])(
    '%s is refused',
    (version) => {
      expect(canRun(version)).toBe(false)
    },
  )
})

test('the sentence names the Node that runs and what to do about it', () => {
  expect(refusal('20.20.2', '/usr/bin/node', true)).toBe(
    'Daicho needs Node 22.18 or newer, but this is Node 20.20.2 (/usr/bin/node): install again with "npm ci --include=optional", which brings Node 24 into node_modules, and start with "npm run", not with "node".',
  )
  expect(refusal('20.20.2', '/usr/bin/node', false)).toBe(
    `Daicho needs Node 22.18 or newer, but this is Node 20.20.2 (/usr/bin/node): there is no Node package for ${process.platform}-${process.arch} in node_modules, so please install Node 24 from nodejs.org.`,
  )
})

test('the platforms said to be shipped are those of package.json', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const packages = shippedPlatforms.map((platform) => `node-${platform.replace('win32', 'win')}`)
  expect(Object.keys(optionalDependencies).sort()).toEqual(packages.sort())
})

test('the file holds to syntax that an old Node reads', () => {
  const source = readFileSync(join(root, 'electron/require-node.js'), 'utf8').replaceAll(
    /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
    '',
  )
  expect(source.match(/\?\.|\?\?|=>|`|\bconst\b|\blet\b|\bimport\b|\bawait\b/g)).toBe(null)
})
