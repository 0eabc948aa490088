/** What the services that synchronise folders call the second of two files. */
import { expect, test } from 'vitest'
import { isConflictName } from '#shared/domain/conflict-copy.ts'

const own = '令和商事.daicho'

test.each([
  '令和商事-DESKTOP-12AB.daicho',
  "令和商事 (Taro's conflicted copy 2026-10-11).daicho",
  '令和商事 (山田 太郎 の競合コピー 2026-10-11).daicho',
  '令和商事（DESK-1 の競合コピー 2026-10-11）.daicho',
  '令和商事 (conflicted copy 2026-10-11 143200).daicho',
  '令和商事 (1).daicho',
  '令和商事(2).daicho',
  '令和商事 2.daicho',
  '令和商事 (Taro Yamada).daicho',
  '令和商事.sync-conflict-20261011-143200-ABCDEFG.daicho',
])('%s is a name of a conflict', (name) => {
  expect(isConflictName(own, name)).toBe(true)
})

test.each([
  own,
  '令和商事.backups',
  '令和商事2025.daicho',
  '別の会社 (1).daicho',
  '令和商事 (1).xlsx',
  '令和商事.damaged.2026-10-11T143200Z.daicho',
])('%s is not', (name) => {
  expect(isConflictName(own, name)).toBe(false)
})
