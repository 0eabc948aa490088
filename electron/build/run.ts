// `npm run build`: everything, whether or not somebody asks for it.
import { buildParts, ensureBuilt } from '../build.ts'

try {
  await ensureBuilt({ what: buildParts, report: process.stderr })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
