/** What follows from how items stand: principles by number, applicability, and the same answer from tables and from a state. */
import { describe, expect, test } from 'vitest'
import { answeringOf } from '#electron/register/requirements/facts.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { Answering, requirementFactsOf } from '#shared/domain/requirements/answering.ts'
import {
  type Applies,
  appliesOf,
  applicabilityRows,
  coverageRows,
  gapRows,
  principleOf,
} from '#shared/domain/requirements/requirement-coverage.ts'
import { applyingOf } from '#shared/domain/requirements/standing.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister } from '#test/support/register.ts'

test.each([
  ['AIGB-C-3-2', 'AIGB-C-3'],
  ['AIGB-C-10-1', 'AIGB-C-10'],
  ['AIGB-C-9', 'AIGB-C-9'],
  ['AIGB-D-10-1', 'AIGB-C-10'],
  ['AIGB-P-2-1', 'AIGB-C-2'],
  ['AIGB-U-7-2', 'AIGB-C-7'],
  ['AIGB-H-03', null],
  ['AIGB-G-3-1', null],
  ['AIGB-C', null],
  ['AIGB-C-11-1', null],
  ['CMG-D03', null],
  ['XAIGB-C-3-1', null],
])('%s is of principle %s', (item, principle) => {
  expect(principleOf(item)).toBe(principle)
})

test.each<[number, number, Applies]>([
  [0, 0, 'not_asked'],
  [1, 0, 'yes'],
  [3, 0, 'yes'],
  [3, 2, 'partly'],
  [3, 3, 'no'],
  [1, 1, 'no'],
])('asked of %i with %i set aside: %s', (asked, excluded, applies) => {
  const exclusion = { system: null, reason: 'r', approverPersonId: 'p', on: '2026-11-24' }
  expect(appliesOf({ asked, exclusions: Array.from({ length: excluded }, () => exclusion) })).toBe(applies)
})

describe('of a whole register', () => {
  const both = () => {
    const { register } = testRegister()
    fillOneOfEach(register)
    const frozen = new Answering(requirementFactsOf(currentState(register.read), register.today()))
    return { tables: answeringOf(register), frozen }
  }

  test('tables and a frozen state give the same coverage, gaps and statements', () => {
    const { tables, frozen } = both()
    expect(tables.facts.packs.length).toBeGreaterThan(0)
    expect(coverageRows(frozen)).toEqual(coverageRows(tables))
    const gapsOf = (answering: Answering) =>
      [...gapRows(answering)].map(({ pack, item, system, standing, controls }) => [
        pack.packId,
        item.id,
        system?.code,
        standing,
        controls.map(({ code }) => code),
      ])
    expect(gapsOf(frozen)).toEqual(gapsOf(tables))
    for (const pack of tables.facts.packs)
      expect(applicabilityRows(frozen, pack).map((row) => [row.item.id, appliesOf(row), row.coverage])).toEqual(
        applicabilityRows(tables, pack).map((row) => [row.item.id, appliesOf(row), row.coverage]),
      )
  })

  test('what applies is evidenced, claimed or a gap, and nothing else', () => {
    const { tables } = both()
    const rows = coverageRows(tables).filter(({ dimension }) => dimension === 'company' || dimension === 'systems')
    const open = rows.reduce(
      (sum, { coverage }) => sum + applyingOf(coverage) - coverage.evidenced - coverage.claimed,
      0,
    )
    expect([...gapRows(tables)]).toHaveLength(open)
    expect(open).toBeGreaterThan(0)
  })
})
