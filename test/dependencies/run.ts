// `npm run check:deps`: the packages of others. What a registry's audit says, where there is one to ask; licences and the bill of
// materials of what is shipped; exact versions; and that everything is installed from the lockfile.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Audit, auditOf, installProblems } from '#test/checks/dependencies.ts'
import { findLockfileProblems } from '#test/checks/lockfile.ts'
import { shippedProblems } from '#test/checks/shipped.ts'

const root = join(import.meta.dirname, '../..')

function audit(): Audit {
  const npm = process.env.npm_execpath
  if (npm === undefined) return { kind: 'unavailable' }
  // The exit code says that something was found, or that nobody answered: the report tells which.
  const { stdout } = spawnSync(process.execPath, [npm, 'audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  })
  return auditOf(stdout)
}

/** Files that tell a person or a machine how to install. */
function instructions(): Record<string, string> {
  const inFolder = (folder: string, ending: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => `${folder}/${name}`)
  const files = ['README.md', 'CONTRIBUTING.md', ...inFolder('docs', '.md'), ...inFolder('.github/workflows', '.yml')]
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

let problems = 0
function tell(what: string, found: readonly string[]): void {
  problems += found.length
  console.log(found.length === 0 ? `${what}: nothing found` : `${what}: ${String(found.length)} found`)
  for (const each of found) console.log(`  ${each}`)
}

tell('lockfile and exact versions', findLockfileProblems(root))
tell('installed from the lockfile', installProblems(instructions()))
tell('licences and bill of materials of what is shipped', await shippedProblems(root))
const audited = audit()
if (audited.kind === 'looked') tell('audit of the registry', audited.found)
else console.log('audit of the registry: not available here. Advisories were not looked up, which is no pass')
process.exitCode = problems === 0 ? 0 : 1
