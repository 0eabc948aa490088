/** A slice of `npm run torture full`, so that it never rots: a few loads, with little room and under a limit for files. */
import { expect, test } from 'vitest'
import { fillUnder, whyNot } from './full/full.ts'
import { backups } from './kill/loads/backups.ts'
import { edits } from './kill/loads/edits.ts'
import { exports } from './kill/loads/exports.ts'

test.skipIf(whyNot() !== undefined)(
  'a disk that gets full takes nothing of what was acknowledged, and the refusal says why',
  async () => {
    const work = { seed: 20_261_130, kills: 0, share: 0.3, until: Number.POSITIVE_INFINITY, say: () => undefined }
    const { counts, broken } = await fillUnder([edits, exports, backups], work, 6)
    expect(broken).toEqual([])
    expect(counts['processes with little room']).toBe(6)
    expect(counts['ended by a refusal']).toBeGreaterThan(1)
  },
  300_000,
)
