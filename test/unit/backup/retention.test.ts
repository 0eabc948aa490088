/** Names of backups, and which of them stay. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  backupName,
  backupReasons,
  type KeptBackup,
  leastBudget,
  newestKept,
  readBackupName,
  retention,
} from '#shared/domain/backup.ts'
import { sayBackup } from '#shared/locales/say-backup.ts'

const zone = 'Asia/Tokyo'
const now = '2026-11-29T03:00:00.000Z'
const day = 86_400_000
const ago = (days: number, hours = 0) => new Date(Date.parse(now) - days * day - hours * 3_600_000).toISOString()
const kept = (at: string, reason: KeptBackup['reason'] = 'firstChange', bytes = 1): KeptBackup => ({
  at,
  reason,
  bytes,
})
const gone = (backups: readonly KeptBackup[], budget = leastBudget) =>
  retention(backups, now, { budget, timeZone: zone }).map(({ backup, why }) => [backup.at, why])

describe('names', () => {
  test('carry the instant and the reason', () => {
    expect(backupName('2026-10-11T14:32:00.123Z', 'import')).toBe('2026-10-11T143200Z.before-import.daicho')
    expect(backupName('2026-10-11T14:32:00.123Z', 'asked', 2)).toBe('2026-10-11T143200Z.on-demand-2.daicho')
    expect(readBackupName('2026-10-11T143200Z.on-demand-2.daicho')).toEqual({
      at: '2026-10-11T14:32:00.000Z',
      reason: 'asked',
      count: 2,
    })
  })

  test('of others are not ours', () => {
    for (const name of [
      'register.daicho',
      '2026-10-11T143200Z.before-lunch.daicho',
      '2026-13-41T143200Z.before-import.daicho',
      '2026-10-11T143200Z.before-import.daicho.partial',
      '../2026-10-11T143200Z.before-import.daicho',
      '2026-10-11T143200Z.constructor.daicho',
    ])
      expect(readBackupName(name)).toBeNull()
  })

  test('come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom(...backupReasons),
        fc.integer({ min: 1, max: 9 }),
        (date, reason, count) => {
          const at = `${date.toISOString().slice(0, 19)}.000Z`
          expect(readBackupName(backupName(at, reason, count))).toEqual({ at, reason, count })
        },
      ),
    )
  })

  test('are said in words', () => {
    const backup = { at: '2026-10-11T05:32:00.000Z', reason: 'import' } as const
    expect(sayBackup('en', backup, zone)).toBe('11 Oct 2026 14:32 · before import')
    expect(sayBackup('ja', backup, zone)).toBe('2026年10月11日 14:32・取込前')
  })
})

describe('what stays', () => {
  test('the newest five, then the newest of each day for 14 days, of each week, of each month, for a year', () => {
    const today = [0, 1, 2, 3, 4, 5, 6].map((hours) => kept(ago(0, hours / 10)))
    expect(gone(today)).toEqual([
      [today[5]?.at, 'thinned'],
      [today[6]?.at, 'thinned'],
    ])
    const twoADay = [1, 2, 3, 4].flatMap((days) => [kept(ago(days)), kept(ago(days, 1))])
    expect(gone([...today.slice(0, 5), ...twoADay]).map(([at]) => at)).toEqual([1, 2, 3, 4].map((days) => ago(days, 1)))
    // 1 October to 29 November: weeks, then a month.
    const daily = Array.from({ length: 59 }, (_, days) => kept(ago(days)))
    const stay = daily.filter(({ at }) => !gone(daily).some(([other]) => other === at)).map(({ at }) => at.slice(0, 10))
    expect(stay).toEqual([
      ...Array.from({ length: 14 }, (_, days) => ago(days).slice(0, 10)),
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-25',
      '2026-10-18',
      '2026-10-11',
      '2026-10-04',
    ])
    expect(gone([...today.slice(0, 5), kept(ago(400))])).toEqual([[ago(400), 'thinned']])
  })

  test('the newest before a migration and before a restore, however old and large', () => {
    const recent = [1, 2, 3, 4, 5, 6].map((days) => kept(ago(days), 'firstChange', 10))
    const lasting = [kept(ago(900), 'migration', 500), kept(ago(800), 'restore', 500), kept(ago(950), 'migration', 500)]
    expect(gone([...recent, ...lasting])).toEqual([[ago(950), 'thinned']])
    expect(gone([...recent, ...lasting.slice(0, 2)], 20)).toEqual([6, 5, 4, 3, 2].map((days) => [ago(days), 'budget']))
  })

  test('of those in the future one, as today’s; and always the one just made', () => {
    const ahead = [9, 8, 7, 6, 5, 4, 3].map((days) => kept(ago(-days)))
    expect(gone(ahead)).toEqual([
      [ago(-4), 'thinned'],
      [ago(-3), 'thinned'],
    ])
    const made = kept(ago(0), 'import', 2)
    const goes = retention([...ahead, made], now, { budget: 3, timeZone: zone, made }).map(({ backup }) => backup.at)
    expect(goes).toEqual([-4, -3, -5, -6, -7, -8].map((days) => ago(days)))
  })

  const backups = fc.array(
    fc.record({
      at: fc
        .integer({ min: -5 * 24, max: 800 * 24 })
        .map((hours) => new Date(Date.parse(now) - hours * 3_600_000).toISOString()),
      reason: fc.constantFrom(...backupReasons),
      bytes: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 60 },
  )
  const staying = (all: readonly KeptBackup[], budget: number) => {
    const goes = new Set(retention(all, now, { budget, timeZone: zone }).map(({ backup }) => backup))
    return all.filter((each) => !goes.has(each))
  }

  test('never less than the newest and the two ways back, and within the budget but for these', () => {
    fc.assert(
      fc.property(backups, fc.integer({ min: 1, max: 2000 }), (all, budget) => {
        const stay = staying(all, budget)
        const newest = (some: readonly KeptBackup[]) =>
          some
            .map(({ at }) => at)
            .sort()
            .at(-1)
        expect(newest(stay)).toBe(newest(all))
        for (const reason of ['migration', 'restore'] as const) {
          const of = (some: readonly KeptBackup[]) => newest(some.filter((each) => each.reason === reason))
          expect(of(stay)).toBe(of(all))
        }
        const bytes = stay.reduce((sum, each) => sum + each.bytes, 0)
        expect(bytes <= budget || stay.length <= 3).toBe(true)
      }),
    )
  })

  test('the same when it is asked again, and the newest five where there is room', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const stay = staying(all, Number.MAX_SAFE_INTEGER)
        expect(staying(stay, Number.MAX_SAFE_INTEGER)).toEqual(stay)
        expect(stay.length).toBeGreaterThanOrEqual(Math.min(all.length, newestKept))
        const budget = 300
        const within = staying(all, budget)
        expect(staying(within, budget)).toEqual(within)
      }),
    )
  })
})
