/** What speaks against a release, found in a folder of the project: each function names the problems of one kind. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '#electron/register/store/canonical.ts'
import type { MigrationStep } from '#electron/register/store/migrate.ts'

/** The version of package.json stands in the lockfile, in the changes as the newest one, and in the tag. */
export function versionProblems(root: string, tag: string | null): string[] {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const { version } = JSON.parse(read('package.json')) as { readonly version: string }
  const lock = JSON.parse(read('package-lock.json')) as {
    readonly version: string
    readonly packages: Readonly<Record<string, { readonly version?: string } | undefined>>
  }
  const newest = /^## \[(?!Unreleased\])([^\]]+)\](?: - (\S+))?$/m.exec(read('CHANGELOG.md'))
  const problems: string[] = []
  if (lock.version !== version || lock.packages['']?.version !== version)
    problems.push(`package-lock.json does not say ${version}: npm install`)
  if (newest?.[1] !== version)
    problems.push(`CHANGELOG.md has ${newest?.[1] ?? 'no version'} as its newest, package.json ${version}`)
  else if (!/^\d{4}-\d{2}-\d{2}$/.test(newest[2] ?? '')) problems.push(`CHANGELOG.md gives ${version} no day`)
  if (!/^## \[Unreleased\]$/m.test(read('CHANGELOG.md'))) problems.push('CHANGELOG.md has no section [Unreleased]')
  if (tag !== null && tag !== `v${version}`) problems.push(`the tag is ${tag}, package.json says ${version}`)
  return problems
}

interface Kept {
  readonly schemaVersion: number
  readonly tables: {
    readonly schema_step: readonly { readonly version: number; readonly name: string; readonly sha256: string }[]
  }
}

/** The schema has its kept register, and no migration of a kept one has been edited or taken away. */
export function schemaProblems(root: string, steps: readonly MigrationStep[]): string[] {
  const folder = join(root, 'test/fixtures/registers')
  const kept = (existsSync(folder) ? readdirSync(folder) : []).map((version) => ({
    version,
    ...(JSON.parse(readFileSync(join(folder, version, 'holds.json'), 'utf8')) as Kept),
  }))
  const latest = Math.max(...steps.map((step) => step.version))
  const problems = kept.some((each) => each.schemaVersion === latest)
    ? []
    : [`schema ${String(latest)} has no kept register in test/fixtures/registers: npm run release:fixture`]
  const today = new Map(steps.map((step) => [step.version, step]))
  for (const { version, tables } of kept)
    for (const released of tables.schema_step) {
      const step = today.get(released.version)
      if (step === undefined) problems.push(`migration ${String(released.version)} of ${version} is gone`)
      else if (sha256(step.sql) !== released.sha256 || step.name !== released.name)
        problems.push(`migration ${String(released.version)} was released with ${version} and has been edited since`)
    }
  return problems
}

/** Pictures that a document shows and that are not there. */
export function pictureProblems(root: string): string[] {
  const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: root })]
  return documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/!\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter((picture) => !existsSync(join(root, dirname(document), picture)))
      .map((picture) => `${document} shows ${picture}, which is not there`),
  )
}
