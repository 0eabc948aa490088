/** `compare FILE PACK PACK` as a process of its own. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { daicho, onlyJson } from '#test/support/command-line.ts'
import { twoPacks } from '#test/support/two-packs.ts'

test('compares two packs in whichever order, a pack with the draft, and refuses what is no pack', async () => {
  const { register, file, risk } = await twoPacks()
  register.close()
  const shape = z.looseObject({
    earlier: z.looseObject({ code: z.string() }),
    later: z.looseObject({ code: z.string().nullable() }),
    risks: z.looseObject({ worse: z.array(z.string()) }),
    records: z.array(z.looseObject({ code: z.string(), change: z.string(), entries: z.array(z.looseObject({})) })),
  })
  const compare = async (...words: string[]) => onlyJson(await daicho(['compare', file, ...words, '--json']), shape)
  const found = await compare('PACK-2026Q1', 'PACK-2026Q2')
  expect(found.records).toHaveLength(1)
  expect(found.risks.worse).toEqual([risk.code])
  expect(found.records[0]).toMatchObject({
    code: risk.code,
    change: 'changed',
    standing: [
      { column: 'residual', before: '3×3 moderate', after: '4×4 high' },
      { column: 'outside', before: 'no', after: 'yes' },
    ],
    entries: [
      {
        at: '2026-09-28T10:00:01+09:00',
        person: '山本 彩',
        account: 'tester',
        operation: 'risk.assess',
        reason: '事故が二度起きた',
        late: true,
      },
    ],
  })
  expect(await compare('PACK-2026Q2', 'PACK-2026Q1')).toEqual(found)
  expect((await compare('PACK-2026Q2', 'draft')).later.code).toBeNull()
  const spoken = await daicho(['compare', file, 'PACK-2026Q1', 'PACK-2026Q2'])
  expect([spoken.exitCode, spoken.output]).toEqual([
    0,
    [
      'From PACK-2026Q1 (2026-06-30) to PACK-2026Q2 (2026-09-30)',
      'Risks: 0 new, 0 closed, 1 worse, 0 better',
      'Scored again in the 14 days before the as-of day or cut-off: 0 down, 1 up',
      `Risk ${risk.code} 要員の誤検知: Changed`,
      '    residual  3×3 moderate → 4×4 high',
      '    outside  no → yes',
      '    2026-09-28 10:00  山本 彩  Assessed: 事故が二度起きた',
      '',
    ].join('\n'),
  ])
  const refused = await daicho(['compare', file, 'PACK-2026Q1', 'PACK-1999Q1'])
  expect([refused.exitCode, refused.output, refused.errors]).toEqual([
    2,
    '',
    'There is no pack "PACK-1999Q1" in this register. Give the code of a locked pack\n',
  ])
  expect((await daicho(['compare', file, 'PACK-2026Q1'])).exitCode).toBe(2)
})
