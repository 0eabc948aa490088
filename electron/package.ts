// `npm run package [-- --linux|--win|--mac …]`: builds all parts, refuses what may not be shipped, and packs into release/.
// Arguments are electron-builder's own.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { buildParts, ensureBuilt } from './build.ts'
import { shippedComponents } from './build/shipped/components.ts'
import { licenceProblems } from './build/shipped/licence-problems.ts'
import { signing } from './build/signing.ts'

const project = dirname(import.meta.dirname)

function pack(options: readonly string[]): Promise<number> {
  const script = join(project, 'node_modules/electron-builder/out/cli/cli.js')
  return new Promise((resolve, reject) => {
    const { environment, options: ofSigning } = signing(process.env)
    const child = spawn(process.execPath, [script, ...options, ...ofSigning, '--publish', 'never'], {
      cwd: project,
      env: environment,
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code ?? 1)
    })
  })
}

await ensureBuilt({ what: buildParts, report: process.stderr })
const problems = licenceProblems(shippedComponents(project, join(project, 'dist/app')))
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
} else process.exitCode = await pack(process.argv.slice(2))
