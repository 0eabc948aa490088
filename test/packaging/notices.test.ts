/** Whose work is shipped, under which licences: gathered from what the bundles really contain. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validation } from '@cyclonedx/cyclonedx-library'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildParts, builtFolder, ensureBuilt } from '#electron/build.ts'
import { billOfMaterials, billVersion } from '#electron/build/shipped/bill-of-materials.ts'
import { type Component, shippedComponents } from '#electron/build/shipped/components.ts'
import { licenceProblems } from '#electron/build/shipped/licence-problems.ts'
import { filesIn } from '#test/support/packed-application.ts'

const root = join(import.meta.dirname, '../..')
let components: readonly Component[] = []

beforeAll(async () => {
  await ensureBuilt({ what: buildParts, report: process.stderr })
  components = shippedComponents(root, join(root, 'dist/app'))
}, 180_000)

const notice = (file: string) => readFileSync(join(builtFolder('notices'), file), 'utf8')

test('everything shipped has a licence that is allowed, and its text', () => {
  expect(licenceProblems(components)).toEqual([])
})

test('the list holds what the bundles contain, the fonts, the addon and the runtime', () => {
  const names = components.map((component) => component.name)
  for (const expected of [
    'react',
    'zod',
    'kysely',
    '@fontsource/biz-udpgothic',
    'better-sqlite3',
    'SQLite',
    'electron',
  ])
    expect(names).toContain(expected)
  // Tools that build and test are no part of it.
  for (const tool of ['vite', 'typescript', 'vitest', 'electron-builder', 'playwright-core', '@sparticuz/chromium'])
    expect(names).not.toContain(tool)
})

test('every package that the code of a bundle names is in the list', () => {
  // The build marks each module of the program with the file that it came from.
  const names = new Set(components.map((component) => component.name))
  const text = filesIn(builtFolder('main'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(builtFolder('main'), file), 'utf8'))
    .join('\n')
  const named = [...text.matchAll(/^\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/gm)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(20)
  expect([...new Set(named)].filter((name) => !names.has(name))).toEqual([])
})

test('what may not be shipped is named with its reason', () => {
  const component = (licence: string, text = 'text'): Component => ({
    name: 'a',
    version: '1.0.0',
    licence,
    text,
    kind: 'library',
    fromNpm: true,
  })
  const problemsOf = (licence: string) => licenceProblems([component(licence)])
  for (const licence of ['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'Apache-2.0 WITH LLVM-exception', 'Commercial', ''])
    expect(problemsOf(licence)).toEqual([
      `a 1.0.0: licence "${licence}" is not in the list of those that may be shipped`,
    ])
  for (const licence of ['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC']) expect(problemsOf(licence)).toEqual([])
  expect(licenceProblems([component('MIT', '')])).toEqual([
    'a 1.0.0: no text of its licence; put it into resources/licences',
  ])
})

test('the notices hold every name, licence and text', () => {
  const text = notice('THIRD-PARTY-NOTICES.txt')
  for (const { name, version, licence, text: licenceText } of components) {
    expect(text).toContain(`${version === null ? name : `${name} ${version}`}\n${licence}\n`)
    expect(text).toContain(licenceText.replaceAll('\r\n', '\n'))
  }
  const shown = JSON.parse(notice('licences.json')) as readonly Record<string, unknown>[]
  expect(shown).toEqual(
    components.map(({ name, version, licence, text: licenceText }) => ({ name, version, licence, text: licenceText })),
  )
})

describe('the bill of materials', () => {
  test('is valid CycloneDX, and lists just what is shipped', async () => {
    const text = notice('sbom.cdx.json')
    expect(await new Validation.JsonStrictValidator(billVersion).validate(text)).toBeNull()
    interface Bill {
      readonly metadata: { readonly component: Readonly<Record<string, unknown>> }
      readonly components: readonly {
        readonly group?: string
        readonly name: string
        readonly version?: string
        readonly purl?: string
        readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
      }[]
    }
    const bill = JSON.parse(text) as Bill
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'daicho', version })
    const label = (name: string, of: string | null | undefined) => `${name} ${of ?? ''}`
    expect(
      bill.components.map((each) => label([each.group, each.name].filter(Boolean).join('/'), each.version)).sort(),
    ).toEqual(components.map((each) => label(each.name, each.version)).sort())
    expect(bill.components.find((each) => each.name === 'zod')).toMatchObject({
      purl: `pkg:npm/zod@${components.find((each) => each.name === 'zod')?.version ?? ''}`,
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) as string }],
    })
  })

  test('is the same text for the same components, and a false one is found', async () => {
    const application = { name: 'daicho', version: '1.0.0', licence: 'Apache-2.0', description: 'a register' }
    const one = billOfMaterials(application, components, {})
    expect(billOfMaterials(application, [...components].reverse(), {})).toBe(one)
    const validator = new Validation.JsonStrictValidator(billVersion)
    expect(await validator.validate(one.replace('"type": "application"', '"type": "programme"'))).not.toBeNull()
  })
})
