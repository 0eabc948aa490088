// The command line: `npm run -s daicho -- COMMAND`, and the same in the packaged application.
import { run } from './run.ts'

const interrupted = new AbortController()
// The first Ctrl+C lets the command clean up; a second one ends the process at once.
process.once('SIGINT', () => interrupted.abort())
process.once('SIGTERM', () => interrupted.abort())
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  workingFolder: process.cwd(),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  signal: interrupted.signal,
})
