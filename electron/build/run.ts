// `npm run build`: everything, whether or not somebody asks for it.
import { buildParts, ensureBuilt } from '../build.ts'

await ensureBuilt({ what: buildParts, report: process.stderr })
