/** The timeline: labels never meet, in either language and any width, and what does not fit is shortened, not left out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#shared/domain/calendar-date.ts'
import { type OwnMark, ownMarks } from '#shared/domain/horizon/own-marks.ts'
import {
  latestDashes,
  layoutTimeline,
  shownDays,
  textWidth,
  type TimelineLayout,
  type TimelineMark,
  usualRowHeight,
} from '#shared/domain/horizon/timeline-layout.ts'
import { timelineLanes, timelineMarks } from '#shared/domain/horizon/timeline-marks.ts'
import type { Language } from '#shared/domain/text.ts'
import { shipped } from '#test/support/horizon.ts'

const today = '2026-11-28'

function boxesOf({ lanes }: TimelineLayout<string>) {
  return lanes.flatMap(({ marks }) =>
    marks.map((mark) => {
      const own = { left: mark.x - (mark.shape === 'latest' ? latestDashes : 7), right: mark.x + 7 }
      return {
        id: mark.id,
        y: mark.y,
        left: Math.min(own.left, mark.labelX),
        right: Math.max(own.right, mark.labelX + mark.labelWidth),
      }
    }),
  )
}

function collisions(layout: TimelineLayout<string>): string[] {
  const boxes = boxesOf(layout)
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter((other) => Math.abs(one.y - other.y) < usualRowHeight && one.left < other.right && other.left < one.right)
      .map((other) => `${one.id} meets ${other.id}`),
  )
}

function outside(layout: TimelineLayout<string>): string[] {
  return boxesOf(layout)
    .filter(({ left, right, y }) => left < layout.plotLeft - 1 || right > layout.width || y > layout.height)
    .map(({ id }) => id)
}

const labelOfOwn = (mark: OwnMark) =>
  mark.kind === 'quarter' ? `FY${String(mark.year)} Q${String(mark.quarter)} pack` : mark.code
function shippedAt(width: number, language: Language, monthsBack: number | null) {
  const marks = timelineMarks(shipped, ownMarks([], { fiscalStartMonth: 4 }, today), today, language, labelOfOwn)
  const { from, to } = shownDays(
    marks.map(({ day }) => day),
    today,
    monthsBack,
  )
  return layoutTimeline({
    marks,
    lanes: timelineLanes,
    from,
    to,
    today,
    todayText: language === 'ja' ? '今日' : 'Today',
    width,
    nameWidth: 132,
    fontSize: 13,
  })
}

describe.each(['ja', 'en'] as const)('the shipped horizon in %s', (language) => {
  // The plot of a window of 1440 and 1280, of a narrow pane, and of a page of the pack.
  test.each([1190, 1030, 700, 420, 300])('at a width of %i: no label meets another, none leaves the plot', (width) => {
    for (const monthsBack of [5, 12, null]) {
      const layout = shippedAt(width, language, monthsBack)
      expect(collisions(layout)).toEqual([])
      expect(outside(layout)).toEqual([])
    }
  })

  test('at full width every label is whole, and the line of today crosses only one that has no room at its other side', () => {
    const layout = shippedAt(1190, language, 5)
    const marks = layout.lanes.flatMap((lane) => lane.marks)
    expect(marks.filter(({ shown, label }) => shown !== label).map(({ id }) => id)).toEqual([])
    const crossed = marks.filter(
      ({ labelX, labelWidth }) => (layout.todayX ?? 0) > labelX && (layout.todayX ?? 0) < labelX + labelWidth,
    )
    expect(crossed.filter(({ x, labelWidth }) => x - labelWidth - 12 > layout.plotLeft).map(({ id }) => id)).toEqual([])
  })

  test('what lies before the days shown is counted, not drawn', () => {
    const layout = shippedAt(1190, language, 5)
    const drawn = layout.lanes.reduce((sum, { marks }) => sum + marks.length, 0)
    expect(drawn + layout.outside.before + layout.outside.after).toBe(30 + 4)
    expect(layout.outside.after).toBe(0)
  })
})

test('names of lanes stand above them where there is little room', () => {
  expect([shippedAt(1190, 'en', 5).plotLeft, shippedAt(420, 'en', 5).plotLeft]).toEqual([132, 10])
})

test('labels of the axis never meet each other or that of today', () => {
  for (const width of [1190, 1030, 700, 420, 300])
    for (const monthsBack of [5, null]) {
      const { ticks, todayLabel } = shippedAt(width, 'ja', monthsBack)
      const spans = ticks.flatMap(({ x, label }) =>
        label === null ? [] : [{ left: x + 4, right: x + 4 + textWidth(label, 13) }],
      )
      const all =
        todayLabel === null ? spans : [...spans, { left: todayLabel.x, right: todayLabel.x + todayLabel.width }]
      const sorted = all.toSorted((one, other) => one.left - other.left)
      expect(sorted.every((span, at) => at === 0 || span.left >= (sorted[at - 1]?.right ?? 0))).toBe(true)
    }
})

test('however many marks stand on one day, in whatever width', () => {
  const mark = fc.record({
    day: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-07-01', days)),
    shape: fc.constantFrom('past', 'upcoming', 'planned', 'latest', 'own'),
    label: fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom('a', 'W', 'i', ' ', '9', '個', '法') }),
      fc.constant('個人情報の保護に関する法律の改正の主要部分の施行'),
    ),
    lane: fc.constantFrom('act', 'own'),
    moved: fc.constantFrom(undefined, 'earlier' as const, 'later' as const),
  })
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), fc.integer({ min: 260, max: 1600 }), (found, width) => {
      const marks = found.map(({ moved, ...each }, at): TimelineMark<string> => ({
        ...each,
        id: String(at),
        ...(moved === undefined ? {} : { moved }),
      }))
      const layout = layoutTimeline({
        marks,
        lanes: ['act', 'own'],
        from: '2026-07-01',
        to: '2028-12-31',
        today,
        todayText: 'Today',
        width,
        nameWidth: 132,
        fontSize: 13,
      })
      expect(collisions(layout)).toEqual([])
      expect(layout.lanes.reduce((sum, lane) => sum + lane.marks.length, 0)).toBe(marks.length)
    }),
  )
})

test('the days shown are whole quarters around what there is', () => {
  expect(shownDays(['2024-02-14', '2028-08-02'], today, 5)).toEqual({ from: '2026-04-01', to: '2028-09-30' })
  expect(shownDays(['2024-02-14', '2028-08-02'], today, null)).toEqual({ from: '2024-01-01', to: '2028-09-30' })
  expect(shownDays([], today, 5)).toEqual({ from: '2026-04-01', to: '2026-12-31' })
})
