/** The merge of two registers: nothing is lost, nothing is doubled, and what was said once is not asked again. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fields } from '#shared/domain/fields.ts'
import {
  type MergeAnswers,
  type MergeInput,
  type MergePlan,
  merged,
  noAnswers,
  noMemory,
  planMerge,
  recordsByNoun,
} from '#shared/domain/merge/merge-plan.ts'
import { exclusiveKey, identityFields, isSame, type Values } from '#shared/domain/merge/treatment.ts'
import { overlaps } from '#shared/domain/accountability.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { edited, edits, idOf, smallRegister } from '../../support/merge-registers.ts'

const today = '2026-11-01'
const input = (given: Partial<MergeInput> & Pick<MergeInput, 'ours' | 'theirs'>): MergeInput => ({
  base: null,
  isCopy: true,
  memory: noMemory,
  answers: noAnswers,
  today,
  ...given,
})

/** Answers everything that is asked, one way; `new` where a record could be one of ours. */
function settled(
  given: MergeInput,
  choice: 'ours' | 'theirs',
  match: 'first' | 'new',
): { plan: MergePlan; answers: MergeAnswers } {
  let { answers } = given
  for (;;) {
    const plan = planMerge({ ...given, answers })
    const matches = plan.matches.filter(({ answer }) => answer === null)
    const open = plan.conflicts.filter((each) => each.choice === null)
    if (matches.length + open.length === 0) return { plan, answers }
    answers = {
      matches: {
        ...answers.matches,
        ...Object.fromEntries(
          matches.map(({ theirId, suggestions: [first] }) => [
            theirId,
            match === 'first' && first !== undefined ? { same: first.id } : ('new' as const),
          ]),
        ),
      },
      choices: {
        ...answers.choices,
        ...Object.fromEntries(open.map(({ key, canTakeTheirs }) => [key, canTakeTheirs ? choice : 'ours'])),
      },
    }
  }
}

function all(state: RegisterState): Map<string, Values> {
  return new Map([...recordsByNoun(state).values()].flat().map((record) => [record.id, record as Values]))
}

function said(record: Values): Values {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !identityFields.has(name)))
}

/** Ids that records name and that nobody is. */
function dangling(state: RegisterState): string[] {
  const known = all(state)
  return [...recordsByNoun(state)].flatMap(([noun, records]) =>
    records.flatMap((record) =>
      fields[noun].flatMap((field) => {
        if (field.kind !== 'reference' && field.kind !== 'references') return []
        return [(record as Values)[field.name]]
          .flat()
          .filter((id): id is string => typeof id === 'string' && !known.has(id))
      }),
    ),
  )
}

function overlapping(state: RegisterState): number {
  const rows = [
    ...state.terms.map((each) => ['term', each] as const),
    ...state.assignments.map((each) => ['assignment', each] as const),
  ]
  return [...Map.groupBy(rows, ([noun, row]) => exclusiveKey(noun, row) ?? row.id).values()].reduce(
    (sum, group) =>
      sum + group.filter(([, one], at) => group.slice(at + 1).some(([, other]) => overlaps(one, other))).length,
    0,
  )
}

describe('two copies of one register that went apart', () => {
  const base = smallRegister('base')
  const sides = fc.record({ a: edits, b: edits })

  /** Both hand a post over to one person on one day, and one of them hands it on. */
  const first = { kind: 'hand over', at: 0, value: 0 } as const
  const bothHandOver = { a: [first], b: [first, { ...first, value: 1 }] }

  test('hold what either changed, or ask', () => {
    fc.assert(
      fc.property(sides, ({ a, b }) => {
        const [ours, theirs] = [edited(base, 'a', a), edited(base, 'b', b)]
        const plan = planMerge(input({ ours, theirs, base }))
        const [now, was, one, other] = [all(merged(ours, plan)), all(base), all(ours), all(theirs)]
        const asked = new Set(plan.conflicts.map(({ theirId, field }) => `${theirId} ${field ?? ''}`))
        const periods = new Set(
          plan.conflicts.flatMap(({ kind, theirId, otherId, followers }): readonly (string | null)[] =>
            kind === 'period' ? [theirId, otherId] : followers,
          ),
        )
        // A record that both have made, each under an id of its own: both hand a post over to one person on one day.
        const theirIdOf = new Map([...plan.same].map(([theirId, ourId]) => [ourId, theirId]))
        expect([...now.keys()].filter((id) => !periods.has(id)).sort()).toEqual(
          [...new Set([...one.keys(), ...other.keys()])].filter((id) => !periods.has(id) && !plan.same.has(id)).sort(),
        )
        for (const [id, record] of now) {
          if (periods.has(id)) continue
          for (const field of Object.keys(record)) {
            const theirId = theirIdOf.get(id) ?? id
            if (identityFields.has(field) || asked.has(`${theirId} ${field}`)) continue
            const [before, left, right] = [was.get(id)?.[field], one.get(id)?.[field], other.get(theirId)?.[field]]
            const either = [left, right].filter((value) => value !== undefined && !isSame(value, before))
            // Of a row that both have made, an end that only one side knows is asked.
            if (field === 'to' && theirId !== id) expect(isSame(left, right)).toBe(true)
            if (Array.isArray(record[field])) continue
            expect(
              either.length === 0
                ? isSame(record[field], before)
                : either.some((value) => isSame(value, record[field])),
            ).toBe(true)
          }
        }
      }),
      { examples: [[bothHandOver]] },
    )
  })

  test('hold links that either side set, and none that either took away', () => {
    fc.assert(
      fc.property(sides, ({ a, b }) => {
        const [ours, theirs] = [edited(base, 'a', a), edited(base, 'b', b)]
        const now = merged(ours, planMerge(input({ ours, theirs, base })))
        for (const [at, { id, systemIds }] of base.risks.entries()) {
          const of = (state: RegisterState) => new Set(state.risks.find((risk) => risk.id === id)?.systemIds)
          const [o, t, n] = [of(ours), of(theirs), of(now)]
          const wanted = new Set(
            [...o, ...t].filter((each) => !systemIds.includes(each) || (o.has(each) && t.has(each))),
          )
          expect([at, [...n].sort()]).toEqual([at, [...wanted].sort()])
        }
      }),
    )
  })

  test('give nothing when they are merged again, and the codes are each there once', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom('ours' as const, 'theirs' as const), ({ a, b }, choice) => {
        const [ours, theirs] = [edited(base, 'a', a), edited(base, 'b', b)]
        const { plan } = settled(input({ ours, theirs, base }), choice, 'new')
        const now = merged(ours, plan)
        const codes = [...recordsByNoun(now).values()]
          .flat()
          .flatMap((record) => ('code' in record ? [record.code] : []))
        expect(new Set(codes).size).toBe(codes.length)
        expect(overlapping(now)).toBe(0)
        expect(dangling(now)).toEqual([])
        const leftOut = new Set(plan.apart.filter(({ reason }) => reason === 'left_out').map(({ theirId }) => theirId))
        const again = planMerge(input({ ours: now, theirs, base: theirs, memory: { same: plan.same, leftOut } }))
        expect([again.writes, again.conflicts, again.matches]).toEqual([[], [], []])
      }),
    )
  })

  test('are the same in the other direction where nothing is asked', () => {
    fc.assert(
      fc.property(sides, ({ a, b }) => {
        const [one, other] = [edited(base, 'a', a), edited(base, 'b', b)]
        const forth = planMerge(input({ ours: one, theirs: other, base }))
        const back = planMerge(input({ ours: other, theirs: one, base }))
        expect(forth.conflicts.length > 0).toBe(back.conflicts.length > 0)
        fc.pre(forth.conflicts.length + forth.matches.length + back.matches.length + forth.same.size === 0)
        const sorted = (state: RegisterState) =>
          [...all(state)]
            .map(
              ([id, record]) =>
                [
                  id,
                  Object.fromEntries(
                    Object.entries(said(record)).map(([name, value]) => [
                      name,
                      Array.isArray(value) ? [...(value as string[])].sort() : value,
                    ]),
                  ),
                ] as const,
            )
            .sort(([x], [y]) => (x < y ? -1 : 1))
        const organisation = base.organisation.id
        const without = (state: RegisterState) => sorted(state).filter(([id]) => id !== organisation)
        expect(without(merged(one, forth))).toEqual(without(merged(other, back)))
      }),
    )
  })
})

describe('an open end against an end, of a row that both have made', () => {
  const handedOn = { kind: 'hand over', at: 0 } as const
  const once = [{ ...handedOn, value: 0 }]
  const twice = [...once, { ...handedOn, value: 1 }]
  const base = smallRegister('base')
  const firstTerm = (side: string) => idOf(side, 8000)
  const endOf = (state: RegisterState, side: string) => state.terms.find(({ id }) => id === firstTerm(side))?.to

  test.each([
    ['ours is open', once, twice, { ours: null, theirs: '2026-05-28' }],
    ['theirs is open', twice, once, { ours: '2026-05-28', theirs: null }],
  ])('is asked and never filled: %s', (_which, left, right, ends) => {
    const given = input({ ours: edited(base, 'a', left), theirs: edited(base, 'b', right), base })
    const plan = planMerge(given)
    const key = `term:${firstTerm('b')}:to`
    expect(plan.conflicts.find((each) => each.key === key)).toMatchObject({
      kind: 'field',
      id: firstTerm('a'),
      field: 'to',
      base: null,
      ...ends,
      canTakeTheirs: true,
      choice: null,
    })
    expect(endOf(merged(given.ours, plan), 'a')).toBe(ends.ours)
    const taken = settled(given, 'theirs', 'new').plan
    expect(taken.conflicts.find((each) => each.key === key)?.choice).toBe('theirs')
    expect(endOf(merged(given.ours, taken), 'a')).toBe(ends.theirs)
    expect(overlapping(merged(given.ours, taken))).toBe(0)
  })

  test('is asked once where theirs has a successor too: the end answers for both', () => {
    const given = input({ ours: edited(base, 'a', once), theirs: edited(base, 'b', twice), base })
    const successor = idOf('b', 8001)
    expect(given.theirs.terms.map(({ id }) => id)).toContain(successor)
    const plan = planMerge(given)
    expect(plan.conflicts.map(({ key, followers }) => [key, followers])).toEqual([
      [`term:${firstTerm('b')}:to`, [successor]],
    ])
    const [taken, kept] = [settled(given, 'theirs', 'new').plan, settled(given, 'ours', 'new').plan]
    expect([taken.conflicts.length, kept.conflicts.length]).toEqual([1, 1])
    expect(merged(given.ours, taken).terms.some(({ id }) => id === successor)).toBe(true)
    expect(merged(given.ours, kept).terms.some(({ id }) => id === successor)).toBe(false)
    expect(kept.apart).toContainEqual({ noun: 'term', theirId: successor, code: null, reason: 'left_out' })
  })

  test('is filled where a common state says which side has changed it', () => {
    const left = edited(base, 'a', once)
    const given = input({ ours: left, theirs: edited(left, 'b', [{ ...handedOn, value: 1 }]), base: left })
    const plan = planMerge(given)
    expect([plan.conflicts, endOf(merged(left, plan), 'a')]).toEqual([[], '2026-05-28'])
  })
})

describe('a register of its own', () => {
  test('comes in whole, once, whichever records a person takes for the same', () => {
    fc.assert(
      fc.property(edits, edits, fc.constantFrom('first' as const, 'new' as const), (a, b, match) => {
        const ours = edited(smallRegister('base'), 'a', a)
        const theirs = edited(smallRegister('sub'), 'b', b)
        const given = input({ ours, theirs, isCopy: false })
        const { plan } = settled(given, 'theirs', match)
        const now = merged(ours, plan)
        const [known, apart] = [all(now), new Set(plan.apart.map(({ theirId }) => theirId))]
        expect(dangling(now)).toEqual([])
        expect(overlapping(now)).toBe(0)
        for (const [noun, records] of recordsByNoun(theirs)) {
          if (['organisation', 'scale', 'appetite', 'threshold'].includes(noun)) continue
          for (const { id } of records)
            expect([noun, known.has(plan.same.get(id) ?? id) || apart.has(id)]).toEqual([noun, true])
        }
        expect(now.systems.length).toBe(
          ours.systems.length +
            theirs.systems.length -
            [...plan.same.keys()].filter((id) => theirs.systems.some((each) => each.id === id)).length,
        )
        const leftOut = new Set(plan.apart.filter(({ reason }) => reason === 'left_out').map(({ theirId }) => theirId))
        const again = planMerge(
          input({ ours: now, theirs, base: theirs, isCopy: false, memory: { same: plan.same, leftOut } }),
        )
        expect([again.writes, again.conflicts, again.matches]).toEqual([[], [], []])
      }),
    )
  })

  test('keeps its ids, and gets a code of this register where its own is taken', () => {
    const [ours, theirs] = [smallRegister('base'), smallRegister('sub', 5)]
    const { plan } = settled(input({ ours, theirs, isCopy: false }), 'ours', 'new')
    expect(
      plan.writes
        .filter(({ noun }) => noun === 'system')
        .map(({ theirCode, after }) => [theirCode, (after as Values).code, after.id]),
    ).toEqual([
      ['SYS-0001', 'SYS-0006', idOf('sub', 501)],
      ['SYS-0002', 'SYS-0007', idOf('sub', 502)],
      ['SYS-0003', 'SYS-0008', idOf('sub', 503)],
      ['SYS-0004', 'SYS-0009', idOf('sub', 504)],
      ['SYS-0005', 'SYS-0005', idOf('sub', 505)],
    ])
  })
})
