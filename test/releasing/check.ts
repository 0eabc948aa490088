// `npm run release:check [-- --tag v1.2.3] [--tests-elsewhere]`: names everything that speaks against a release of this folder.
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrationSteps } from '#electron/register/store/migrate.ts'
import { shippedProblems } from '#test/checks/shipped.ts'
import { pictureProblems, schemaProblems, versionProblems } from './release-problems.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: { tag: { type: 'string' }, 'tests-elsewhere': { type: 'boolean', default: false } },
})

const checks: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  'nothing is left to be committed': () =>
    execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean),
  'one version everywhere': () => versionProblems(root, values.tag ?? null),
  'the schema is kept, released migrations are unchanged': () => schemaProblems(root, migrationSteps),
  'every picture of the documents is there': () => pictureProblems(root),
  'licences and bill of materials': () => shippedProblems(root),
  'checks and tests': () => {
    if (values['tests-elsewhere']) return []
    const { status } = spawnSync(process.execPath, [join(root, 'test/run.ts')], { cwd: root, stdio: 'inherit' })
    return status === 0 ? [] : ['npm test failed']
  },
}

let found = 0
for (const [name, problemsOf] of Object.entries(checks)) {
  const problems = await problemsOf()
  found += problems.length
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name}`)
  for (const problem of problems) console.log(`    ${problem}`)
}
if (values['tests-elsewhere']) console.log('The tests were not run here.')
process.exitCode = found === 0 ? 0 : 1
