/** Before each file of tests: see `brought-about.ts`. */
import { noteCodes } from './brought-about.ts'

const folder = process.env.DAICHO_CODES
if (folder !== undefined) noteCodes(folder)
