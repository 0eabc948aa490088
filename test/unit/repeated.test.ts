/** Entries of a repeated field as the text of one cell, and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from '#renderer/records/entries-value.tsx'
import { freeFieldParts as parts, freeFieldsSchema, mergedFreeFields } from '#shared/domain/free-field.ts'
import { isBlankEntry, mostEntries, readEntries, writeEntries } from '#shared/domain/repeated.ts'

const entry = (name: string, value: string) => ({ name, value })

describe('entries in a cell', () => {
  test('are a line each, their parts set apart by a colon', () => {
    const entries = [entry('契約番号', 'A-1: 2026'), entry('備考：社内', '一行目\n二行目'), entry('C:\\', '')]
    const text = '契約番号: A-1: 2026\n備考\\：社内: 一行目\\n二行目\nC\\:\\\\: '
    expect(writeEntries(parts, entries)).toBe(text)
    expect(readEntries(parts, text)).toEqual(entries)
  })

  test('come back as they were, whatever stands in them', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(':', '：', '\\', '\n', '\r', ' ', 'n', 'あ') }),
    )
    const named = fc.record({ name: words.filter((name) => name.trim() !== ''), value: words })
    fc.assert(
      fc.property(fc.array(named), (entries) => {
        expect(readEntries(parts, writeEntries(parts, entries))).toEqual(entries)
      }),
    )
  })

  test('are read as people write them: with a colon of full width, without a space, with lines left empty', () => {
    expect(readEntries(parts, '契約番号：A-1\r\n\r\n部署:営業\r受付: ')).toEqual([
      entry('契約番号', 'A-1'),
      entry('部署', '営業'),
      entry('受付', ''),
    ])
    expect(readEntries(parts, '契約番号 A-1')).toBeNull()
    expect(readEntries(parts, '')).toEqual([])
  })
})

test('an entry has a name, at most so many of them, and nothing beside its parts', () => {
  const issueOf = (value: unknown) =>
    freeFieldsSchema.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message])
  expect(issueOf([entry('部署', '')])).toBeUndefined()
  expect(issueOf([entry('部署', '営業'), entry(' ', '営業')])).toEqual([['1.name', 'REQUIRED']])
  expect(issueOf([entry('名'.repeat(2001), '')])).toEqual([['0.name', 'TOO_LONG']])
  expect(issueOf(Array.from({ length: mostEntries + 1 }, () => entry('部署', '')))).toEqual([['', 'TOO_MANY_ENTRIES']])
  expect(issueOf([{ name: '部署', value: '', more: '' }])?.[0]?.[0]).toBe('0')
  expect([entry('', ' \n'), entry('', '値'), entry('名', '')].map(isBlankEntry)).toEqual([true, false, false])
})

test('what a source states takes the place of the same name, in turn, and leaves the others', () => {
  expect(
    mergedFreeFields(
      [entry('部署', '営業'), entry('電話', '1'), entry('電話', '2')],
      [entry('電話', '3'), entry('電話', '4'), entry('契約', 'A-1')],
    ),
  ).toEqual([entry('部署', '営業'), entry('電話', '3'), entry('電話', '4'), entry('契約', 'A-1')])
})

test('a change is told entry by entry: what came, went, or says something else; another order is no change of any', () => {
  const before = [entry('部署', '営業'), entry('電話', '1'), entry('電話', '1'), entry('契約', 'A-1')]
  const after = [entry('契約', 'A-2'), entry('電話', '1'), entry('部署', '営業'), entry('受付', '窓口')]
  expect(changesOf('name', before, after)).toEqual([
    { kind: 'removed', entry: entry('電話', '1') },
    { kind: 'changed', before: entry('契約', 'A-1'), after: entry('契約', 'A-2') },
    { kind: 'added', entry: entry('受付', '窓口') },
  ])
  expect(changesOf('name', before, [...before].reverse())).toEqual([])
})
