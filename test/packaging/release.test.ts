/** The habits of a release: what its check names, what a workflow may call, who signs, and how two packs are compared. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { signing } from '#electron/build/signing.ts'
import { findBrowser } from '#electron/chromium/find-browser.ts'
import { launchOptions } from '#electron/chromium/launch-options.ts'
import { migrationSteps } from '#electron/register/store/migrate.ts'
import { packDifferences } from '#test/releasing/compare-packs.ts'
import { packagedProgram } from '#test/releasing/packaged-program.ts'
import { pictureProblems, schemaProblems, versionProblems } from '#test/releasing/release-problems.ts'
import { temporaryFolder } from '#test/support/register.ts'

const root = join(import.meta.dirname, '../..')

/** A small project: the given files, over those of a release that nothing speaks against. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder()
  const all = {
    'package.json': '{"version":"1.2.3"}',
    'package-lock.json': '{"version":"1.2.3","packages":{"":{"version":"1.2.3"}}}',
    'CHANGELOG.md': '# Changes\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-28\n\n## [1.2.2] - 2026-10-01\n',
    'README.md': '![one](docs/one.png)',
    'docs/one.png': '',
    ...files,
  }
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

describe('the check of a release', () => {
  test('finds nothing in this project’s versions, schema and pictures', () => {
    expect(versionProblems(root, null)).toEqual([])
    expect(
      schemaProblems(
        root,
        migrationSteps.filter((step) => step.version <= 10),
      ),
    ).toEqual([])
    expect(pictureProblems(root)).toEqual([])
  })

  test('names a version that is not the same everywhere', () => {
    expect(versionProblems(project(), 'v1.2.3')).toEqual([])
    expect(versionProblems(project(), 'v1.2.4')).toEqual(['the tag is v1.2.4, package.json says 1.2.3'])
    expect(versionProblems(project({ 'package.json': '{"version":"1.3.0"}' }), null)).toEqual([
      'package-lock.json does not say 1.3.0: npm install',
      'CHANGELOG.md has 1.2.3 as its newest, package.json 1.3.0',
    ])
    expect(versionProblems(project({ 'CHANGELOG.md': '## [1.2.3]\n' }), null)).toEqual([
      'CHANGELOG.md gives 1.2.3 no day',
      'CHANGELOG.md has no section [Unreleased]',
    ])
  })

  test('names a schema without its register, and a released migration that was edited or is gone', () => {
    const folder = project()
    const [first] = migrationSteps
    if (first === undefined) throw new Error('there is a first migration')
    expect(schemaProblems(folder, [first])).toEqual([
      'schema 10 has no kept register in test/fixtures/registers: npm run release:fixture',
    ])
    cpSync(join(root, 'test/fixtures/registers/0.1.0'), join(folder, 'test/fixtures/registers/0.1.0'), {
      recursive: true,
    })
    expect(schemaProblems(folder, [first])).toEqual([])
    expect(schemaProblems(folder, [{ ...first, sql: `${first.sql} ` }])).toEqual([
      'migration 10 was released with 0.1.0 and has been edited since',
    ])
    expect(schemaProblems(folder, [{ ...first, version: 20 }])).toEqual([
      'schema 20 has no kept register in test/fixtures/registers: npm run release:fixture',
      'migration 10 of 0.1.0 is gone',
    ])
  })

  test('names a picture that a document shows and that is not there', () => {
    expect(pictureProblems(project({ 'docs/more/a.md': '![x](../one.png) ![y](none.png "title")' }))).toEqual([
      'docs/more/a.md shows none.png, which is not there',
    ])
  })
})

describe('the workflows', () => {
  interface Step {
    readonly uses?: string
    readonly run?: string
  }
  interface Workflow {
    readonly on: unknown
    readonly permissions: unknown
    readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[]; readonly uses?: string }>>
  }
  const folder = join(root, '.github/workflows')
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }

  test.each(readdirSync(folder))('%s is read, is allowed little, and calls only what there is', (file) => {
    const workflow = parse(readFileSync(join(folder, file), 'utf8')) as Workflow
    expect(workflow.on).toBeTruthy()
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const jobs = Object.values(workflow.jobs)
    expect(jobs.length).toBeGreaterThan(0)
    for (const { uses, steps } of jobs) {
      if (uses !== undefined) expect(readdirSync(folder)).toContain(uses.replace('./.github/workflows/', ''))
      else expect(steps?.length).toBeGreaterThan(0)
      for (const step of steps ?? []) {
        if (step.uses !== undefined) expect(step.uses).toMatch(/^actions\/[a-z-]+@v\d+$/)
        for (const [, script] of (step.run ?? '').matchAll(/\bnpm (?:run )?((?!run\b|ci\b|install\b)[a-z:]+)/g))
          expect(Object.keys(scripts), step.run).toContain(script)
        // What a run is given stands in its environment: text in `${{ }}` would be run as a command.
        expect(step.run ?? '').not.toContain('${{')
      }
    }
  })
})

test('signing: only with the keys, and notarising only with all of them', () => {
  expect(signing({ PATH: '/bin', CSC_LINK: '', APPLE_ID: '' })).toEqual({
    environment: { PATH: '/bin', CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    options: [],
  })
  const keys = { CSC_LINK: 'a', CSC_KEY_PASSWORD: 'b', APPLE_ID: 'c', APPLE_APP_SPECIFIC_PASSWORD: 'd' }
  expect(signing({ ...keys, APPLE_TEAM_ID: '' })).toEqual({ environment: keys, options: [] })
  expect(signing({ ...keys, APPLE_TEAM_ID: 'e' }).options).toEqual(['-c.mac.notarize=true'])
})

test('the packed program is found where each system has it', () => {
  const release = temporaryFolder()
  expect(() => packagedProgram(release, 'linux', 'x64')).toThrow('npm run package')
  for (const folder of ['linux-unpacked', 'win-unpacked', 'mac-arm64', 'mac']) mkdirSync(join(release, folder))
  expect(packagedProgram(release, 'linux', 'x64')).toEqual({
    program: join(release, 'linux-unpacked/daicho'),
    commandLine: join(release, 'linux-unpacked/resources/bin/daicho'),
  })
  expect(packagedProgram(release, 'win32', 'x64').commandLine).toBe(
    join(release, 'win-unpacked/resources/bin/daicho.cmd'),
  )
  expect(packagedProgram(release, 'darwin', 'arm64').program).toBe(
    join(release, 'mac-arm64/Daicho.app/Contents/MacOS/Daicho'),
  )
  expect(packagedProgram(release, 'darwin', 'x64').program).toBe(join(release, 'mac/Daicho.app/Contents/MacOS/Daicho'))
})

test(
  'two printed packs: the same words are no difference, another word names its page',
  { timeout: 120_000 },
  async () => {
    const browser = await chromium.launch(launchOptions(await findBrowser()))
    try {
      const page = await browser.newPage()
      const print = async (second: string, colour = 'black') => {
        await page.setContent(
          `<html lang="ja"><body style="color:${colour}"><h1>Board pack</h1><h2 style="break-before:page">${second}</h2></body></html>`,
        )
        return page.pdf({ tagged: true, outline: true })
      }
      const one = await print('Vacancies: 3')
      expect(await packDifferences(one, await print('Vacancies: 3', 'navy'))).toEqual([])
      const other = await packDifferences(one, await print('Vacancies: 4'))
      expect(other.map((each) => each.split(':')[0])).toEqual(['outline', 'page 2'])
      expect(other[1]).toContain('"Vacancies:4"')
    } finally {
      await browser.close()
    }
  },
)
