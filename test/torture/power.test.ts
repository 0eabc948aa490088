/** A slice of `npm run torture power`, and that it finds what a weaker promise of SQLite loses. */
import { expect, test } from 'vitest'
import { edits } from './kill/loads/edits.ts'
import { losePower } from './power/power.ts'
import { whyNot } from './power/record.ts'

const missing = whyNot()
const work = { seed: 20_261_129, kills: 0, share: 1, until: Number.POSITIVE_INFINITY, say: () => undefined }
const few = { load: edits, share: 0.04, most: 60 }

test.skipIf(missing !== null)(
  `nothing acknowledged is lost when the power goes${missing === null ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const { counts, broken } = await losePower([few], work)
    expect(broken).toEqual([])
    expect(counts['states after a cut under edits']).toBeGreaterThan(20)
  },
  120_000,
)

test.skipIf(missing !== null).each([
  // The journal comes back with the folder as it was, and takes back what was acknowledged.
  ['FULL', /^edits with synchronous = FULL: \d+ changes are acknowledged, and the log ends at \d+/],
  ['OFF', /^edits with synchronous = OFF: .*FILE_DAMAGED/],
])(
  'with synchronous = %s it is',
  async (level, fault) => {
    const { broken } = await losePower([{ ...few, level }], work)
    expect(broken.filter((each) => fault.test(each)).length).toBeGreaterThan(0)
  },
  120_000,
)
