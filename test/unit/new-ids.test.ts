import { validate, version } from 'uuid'
import { expect, test } from 'vitest'
import { idSource } from '#electron/register/store/new-ids.ts'

/** Milliseconds since 1970 in the first 48 bits. */
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

test('ids are UUIDv7 of their time, all different, each after the one before', () => {
  const times = [1_790_000_000_000, 1_790_000_000_000, 1_790_000_000_005, 1_789_999_999_000, 1_790_000_000_006]
  let count = 0
  const newId = idSource(() => times[Math.floor(count++ / 400)] ?? 0)
  const ids = Array.from({ length: 2000 }, newId)
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect(new Set(ids).size).toBe(2000)
  expect(ids.toSorted()).toEqual(ids)
  expect([0, 399, 400, 800, 1200, 1600].map((index) => timeOf(ids[index] ?? ''))).toEqual([
    1_790_000_000_000, 1_790_000_000_000, 1_790_000_000_000, 1_790_000_000_005, 1_790_000_000_005, 1_790_000_000_006,
  ])
})

test('two sources share no id within one millisecond', () => {
  const clock = () => 1_790_000_000_000
  const [one, other] = [idSource(clock), idSource(clock)]
  const ids = Array.from({ length: 1000 }, () => [one(), other()]).flat()
  expect(new Set(ids).size).toBe(2000)
})
