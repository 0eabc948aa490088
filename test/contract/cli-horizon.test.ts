/** The commands that need no register: how rules stand on a day, and by when a leak is reported. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { daicho, onlyJson } from '#test/support/command-line.ts'
import { eventKinds, ruleStatuses } from '#shared/domain/horizon/horizon-pack.ts'
import { shipped } from '#test/support/horizon.ts'

const horizonShape = z.array(
  z.strictObject({ id: z.string(), status: z.enum([...ruleStatuses, ...eventKinds]).nullable() }),
)
const horizon = async (...words: string[]) => onlyJson(await daicho(['horizon', ...words, '--json']), horizonShape)
const clockShape = z.strictObject({ early: z.iso.date(), final: z.iso.date() })

describe('horizon', () => {
  test('gives every instrument and every event, each with its status on the day', async () => {
    const found = await horizon('--on', '2026-11-22')
    expect(found.map(({ id }) => id)).toEqual([...shipped.instruments, ...shipped.events].map(({ id }) => id))
    expect(Object.fromEntries(found.map(({ id, status }) => [id, status]))).toMatchObject({
      'REG-AIA-JP': 'in_force',
      'REG-APPI26': 'promulgated_not_in_force',
      'REG-EUAIA': 'foreign_law',
      'CAL-20': 'past',
      'CAL-21': 'upcoming',
      'CAL-23': 'planned',
      'CAL-29': 'latest',
    })
  })

  test('on another day, before there was any, and without a day', async () => {
    const statusOf = async (id: string, ...words: string[]) => (await horizon(...words)).find((each) => each.id === id)
    expect(await statusOf('REG-APPI26', '--on', '2027-01-17')).toEqual({
      id: 'REG-APPI26',
      status: 'in_force_partially',
    })
    expect(await statusOf('REG-APPI26', '--on', '2028-07-17')).toEqual({
      id: 'REG-APPI26',
      status: 'in_force_partially',
    })
    expect(await statusOf('REG-AIA-JP', '--on', '2025-06-03')).toEqual({ id: 'REG-AIA-JP', status: null })
    expect((await horizon()).length).toBe(43)
  })

  test('in words says of which day its content is, and what is to be checked', async () => {
    const { output, exitCode, errors } = await daicho(['horizon', '--on', '2028-07-16'])
    const lines = output.split('\n')
    expect([exitCode, errors, lines.length]).toEqual([0, '', 2 + 43 + 1])
    expect(lines.slice(0, 2)).toEqual(['Rules on 2028-07-16', 'Content as of 2026-11-22: check before relying'])
    expect(lines.filter((line) => /REG-APPI26|CAL-29/.test(line))).toEqual([
      '  REG-APPI26  APPI amendment  Partly in force  The latest day for commencement has come: check whether and how it began',
      '  CAL-29  APPI amendment: main part  2028-07-16  latest possible day  The latest day for commencement has come: check whether and how it began',
    ])
  })
})

describe('clock', () => {
  test.each([
    ['BR-1', '2026-01-31T23:30:00+09:00', { early: '2026-02-02', final: '2026-03-01' }],
    ['BR-3', '2026-01-31T23:30+09:00', { early: '2026-02-02', final: '2026-03-31' }],
    ['BR-2', '2028-02-01T00:00:00+09:00', { early: '2028-02-03', final: '2028-03-01' }],
    ['BR-4', '2026-12-31T16:00Z', { early: '2027-01-03', final: '2027-01-30' }],
  ])('%s learned %s', async (trigger, learned, expected) => {
    const ended = await daicho(['clock', '--trigger', trigger, '--learned', learned, '--json'])
    expect([ended.exitCode, onlyJson(ended, clockShape)]).toEqual([0, expected])
  })

  test('in words shows the earliest reading as the deadline, and the later ones beside it', async () => {
    const { output } = await daicho(['clock', '--trigger', 'BR-3', '--learned', '2026-10-21T00:00Z'])
    expect(output.split('\n')).toEqual([
      'BR-3: the company learned of it on 2026-10-21 in Japan, which is day 1',
      '  Early report by 2026-10-23 (without delay; the guideline\'s "about 3 to 5 days" ends on 2026-10-25)',
      '  Final report by 2026-12-19 (60 days)',
      '  The last day is no working day: it may move to 2026-12-21, further where that is a public holiday. Confirm first',
      '  How days are counted is to be confirmed before relying on it',
      '',
    ])
  })
})
