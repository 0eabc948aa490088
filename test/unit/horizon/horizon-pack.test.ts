/** The shipped horizon: made of its source as it stands, whole in number, honest about every date and title. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { horizonFolder, makeHorizonPacks } from '#electron/build/horizon-pack/files.ts'
import { Problem } from '#shared/domain/problem.ts'
import { dateText, firstDayOf, lastDayOf } from '#shared/domain/horizon/horizon-date.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { checkHorizonPack } from '#shared/domain/horizon/read-horizon-pack.ts'
import { event, instrument, shipped } from '#test/support/horizon.ts'

test('is what its source makes', () => {
  const made = makeHorizonPacks()
  expect([...made.keys()]).toEqual(readdirSync(horizonFolder).filter((name) => name.endsWith('.json')))
  for (const [name, text] of made) expect(readFileSync(join(horizonFolder, name), 'utf8')).toBe(text)
})

test('says when it was looked up, and of what it was made', () => {
  expect([shipped.version, shipped.asOf, shipped.sources.map(({ file }) => file)]).toEqual([
    '2026-11-22',
    '2026-11-22',
    ['horizon-2026-11-22.yaml'],
  ])
})

describe('holds what the fact base counts', () => {
  const count = <Part>(parts: readonly Part[], is: (part: Part) => boolean = () => true) => parts.filter(is).length
  test.each([
    ['instruments', count(shipped.instruments), 13],
    ['dated events', count(shipped.events), 30],
    ['events that happened', count(shipped.events, ({ kind }) => kind === 'past'), 20],
    ['events on a fixed day ahead', count(shipped.events, ({ kind }) => kind === 'upcoming'), 6],
    ['events that are announced', count(shipped.events, ({ kind }) => kind === 'planned'), 3],
    ['events with a latest day', count(shipped.events, ({ kind }) => kind === 'latest'), 1],
    ['standing periods', count(shipped.periods), 3],
    ['things that are often said', count(shipped.statements), 6],
    ['stages of the EU AI Act, and its amendment', count(instrument('REG-EUAIA').steps), 9 + 1],
    ['reform items of the APPI amendment', count(instrument('REG-APPI26').topics), 12],
    ['versions of the AI Guidelines for Business', count(instrument('REG-AIGB').steps), 4],
  ])('%s', (_what, found, expected) => {
    expect(found).toBe(expected)
  })

  test('events by their identifiers, in the order of their days', () => {
    expect(shipped.events.map(({ id }) => id)).toEqual(
      Array.from({ length: 30 }, (_, at) => `CAL-${String(at + 1).padStart(2, '0')}`),
    )
  })

  test('instruments by their identifiers', () => {
    expect(shipped.instruments.map(({ id }) => id.replace('REG-', '')).sort()).toEqual(
      [
        '42001',
        'AIA-JP',
        'AIGB',
        'APPI',
        'APPI26',
        'ART13',
        'BASICPLAN',
        'CCL',
        'CGC',
        'CMG',
        'CSF',
        'EUAIA',
        'RMF',
      ].sort(),
    )
  })
})

test('the dates of the events, each with how exactly it is known', () => {
  expect(
    shipped.events
      .filter(({ kind }) => kind !== 'past')
      .map(({ id, kind, date }) => [id, kind, date.precision, dateText(date), firstDayOf(date), lastDayOf(date)]),
  ).toEqual([
    ['CAL-21', 'upcoming', 'day', '2026-12-02', '2026-12-02', '2026-12-02'],
    ['CAL-22', 'upcoming', 'day', '2027-01-17', '2027-01-17', '2027-01-17'],
    ['CAL-23', 'planned', 'month', '2027-01', '2027-01-01', '2027-01-31'],
    ['CAL-24', 'planned', 'month', '2027-04', '2027-04-01', '2027-04-30'],
    ['CAL-25', 'planned', 'fiscal_year_end', '2027-03', '2027-03-01', '2027-03-31'],
    ['CAL-26', 'upcoming', 'day', '2027-07-31', '2027-07-31', '2027-07-31'],
    ['CAL-27', 'upcoming', 'day', '2027-08-02', '2027-08-02', '2027-08-02'],
    ['CAL-28', 'upcoming', 'day', '2027-12-02', '2027-12-02', '2027-12-02'],
    ['CAL-29', 'latest', 'latest', '2028-07-16', null, '2028-07-16'],
    ['CAL-30', 'upcoming', 'day', '2028-08-02', '2028-08-02', '2028-08-02'],
  ])
})

test('what nobody found is marked: the day of CSF 2.0 is recall, Japanese names of standards and working titles are ours', () => {
  expect(instrument('REG-CSF').steps.map(({ evidence }) => evidence)).toEqual(['M'])
  expect(
    shipped.instruments.flatMap(({ id, title }) => [
      ...(title.ja.evidence === 'F' ? [] : [`${id} ja ${title.ja.evidence}`]),
      ...(title.en.evidence === 'F' ? [] : [`${id} en ${title.en.evidence}`]),
    ]),
  ).toEqual(['REG-CCL en O', 'REG-42001 ja O', 'REG-RMF ja O', 'REG-CSF ja O', 'REG-CSF en FM'])
})

test('dates of an event and of the step that it begins agree', () => {
  const stepDates = new Map(
    shipped.instruments.map(({ id, steps }) => [
      id,
      steps.flatMap(({ date }) => (date === null ? [] : [dateText(date)])),
    ]),
  )
  const without = ['CAL-23', 'CAL-24', 'CAL-26']
  for (const { id, instrument: of, date } of shipped.events)
    if (of !== null && !without.includes(id))
      expect([id, stepDates.get(of)]).toEqual([id, expect.arrayContaining([dateText(date)])])
})

describe('a horizon that does not hold together is refused whole', () => {
  const spoiled = (spoil: (pack: { -readonly [Key in keyof HorizonPack]: HorizonPack[Key] }) => void) => {
    const pack = structuredClone(shipped)
    spoil(pack)
    try {
      checkHorizonPack(pack)
      return 'accepted'
    } catch (error) {
      if (error instanceof Problem) return [error.code, error.facts.item, error.facts.issue]
      throw error
    }
  }
  const first = shipped.events.slice(0, 1)
  test.each([
    ['a field it does not know', spoiled((pack) => Object.assign(pack, { extra: 1 })), '', 'PACK_FIELD_UNKNOWN'],
    ['an event twice', spoiled((pack) => (pack.events = [...first, ...first])), 'CAL-01', 'ITEM_TWICE'],
    [
      'an instrument that is not there',
      spoiled((pack) => (pack.events = [{ ...event('CAL-22'), instrument: 'REG-NONE' }])),
      'CAL-22',
      'ITEM_UNKNOWN',
    ],
    [
      'a month said to be fixed',
      spoiled((pack) => (pack.events = [{ ...event('CAL-23'), kind: 'upcoming' }])),
      'CAL-23',
      'KIND_AND_DATE',
    ],
    [
      'a latest day said to have happened',
      spoiled((pack) => (pack.events = [{ ...event('CAL-29'), kind: 'past' }])),
      'CAL-29',
      'KIND_AND_DATE',
    ],
    [
      'steps out of order',
      spoiled(
        (pack) =>
          (pack.instruments = [{ ...instrument('REG-AIA-JP'), steps: instrument('REG-AIA-JP').steps.toReversed() }]),
      ),
      'REG-AIA-JP',
      'STEPS_OUT_OF_ORDER',
    ],
    [
      'a title from recall',
      spoiled((pack) =>
        Object.assign(pack, {
          events: [{ ...event('CAL-22'), title: { ...event('CAL-22').title, ja: { text: 'x', evidence: 'M' } } }],
        }),
      ),
      'events.0.title.ja.evidence',
      'TITLE_FROM_RECALL',
    ],
  ])('%s', (_what, found, item, issue) => {
    expect(found).toEqual(['REQUIREMENT_PACK_REFUSED', item, issue])
  })
})
