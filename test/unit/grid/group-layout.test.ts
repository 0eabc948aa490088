/** A grouped list is drawn as one run of headings and records: against the run written out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GroupLayout } from '#renderer/records/list/group-layout.ts'

const groups = [
  { value: 'high', count: 2 },
  { value: 'low', count: 3 },
  { value: null, count: 1 },
]
/** The run as text: a heading by its value, a record by its place among all records. */
const runOf = (layout: GroupLayout) =>
  Array.from({ length: layout.count }, (_none, index) => {
    const position = layout.at(index)
    return position.kind === 'group' ? `${String(position.placed.group.value)}:` : position.place
  })

test('each group is a heading and its records', () => {
  expect(runOf(new GroupLayout(groups, () => false))).toEqual(['high:', 0, 1, 'low:', 2, 3, 4, 'null:', 5])
})

test('the records of a collapsed group are not in the run, and the others keep their places', () => {
  const layout = new GroupLayout(groups, (value) => value === 'low')
  expect(runOf(layout)).toEqual(['high:', 0, 1, 'low:', 'null:', 5])
  expect([0, 1, 2, 3, 4, 5].map((place) => layout.indexOf(place))).toEqual([1, 2, -1, -1, -1, 5])
})

test('a heading knows its group, whether it is collapsed, and the place of its first record', () => {
  expect(new GroupLayout(groups, (value) => value === null).at(7)).toEqual({
    kind: 'group',
    placed: { group: { value: null, count: 1 }, collapsed: true, index: 7, place: 5 },
  })
})

test('a list whose groups are all gone has an empty run', () => {
  const layout = new GroupLayout([], () => false)
  expect([layout.count, layout.indexOf(0)]).toEqual([0, -1])
})

test('any groups, collapsed in any way, make the run that is written out', () => {
  const anyGroups = fc.array(fc.record({ count: fc.integer({ min: 1, max: 6 }), collapsed: fc.boolean() }))
  fc.assert(
    fc.property(anyGroups, (given) => {
      const layout = new GroupLayout(
        given.map(({ count }, number) => ({ value: String(number), count })),
        (value) => given[Number(value)]?.collapsed === true,
      )
      let place = 0
      const run: (string | number)[] = []
      const indexes: number[] = []
      for (const [number, { count, collapsed }] of given.entries()) {
        run.push(`${String(number)}:`)
        for (let record = 0; record < count; record += 1, place += 1) {
          indexes.push(collapsed ? -1 : run.length)
          if (!collapsed) run.push(place)
        }
      }
      expect(runOf(layout)).toEqual(run)
      expect(indexes.map((_index, record) => layout.indexOf(record))).toEqual(indexes)
    }),
  )
})
