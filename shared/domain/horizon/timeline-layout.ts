/**
 * Where the marks of a timeline and their labels stand, so that no label meets another, in any width: a label goes to the right of
 * its mark, else to its left, else a row further down; only one that no place is wide enough for is shortened. Days and widths in,
 * places out; nothing is drawn here.
 */
import { addDays, addMonths, type Day, daysBetween } from '../calendar-date.ts'

export type MarkShape = 'past' | 'upcoming' | 'planned' | 'latest' | 'own'

export interface TimelineMark<Lane extends string> {
  readonly id: string
  readonly lane: Lane
  readonly day: Day
  readonly shape: MarkShape
  readonly label: string
  /** Which way its day was moved: an arrow stands between mark and label. */
  readonly moved?: 'earlier' | 'later'
}

export interface PlacedMark<Lane extends string> extends TimelineMark<Lane> {
  /** Middle of the mark, and of its row. */
  readonly x: number
  readonly y: number
  /** Where the label begins; it is never wider than `labelWidth`. */
  readonly labelX: number
  readonly labelWidth: number
  /** The label, shortened where it has to be. */
  readonly shown: string
  /** On which side of its mark the label stands. */
  readonly side: 'left' | 'right'
  /** Where the arrow of a moved day stands, which is as wide as `arrowWidth`. */
  readonly arrowX: number | null
}

export interface TimelineLane<Lane extends string> {
  readonly lane: Lane
  readonly top: number
  readonly height: number
  /** Middle of the lane's name. */
  readonly nameY: number
  readonly marks: readonly PlacedMark<Lane>[]
}

export interface TimelineLayout<Lane extends string> {
  readonly width: number
  readonly height: number
  /** The plot begins here; left of it stand the names of the lanes, or nothing where these stand above. */
  readonly plotLeft: number
  readonly axisHeight: number
  readonly todayX: number | null
  readonly todayLabel: { readonly x: number; readonly width: number } | null
  /** `label` is null where it would meet today's. */
  readonly ticks: readonly { readonly x: number; readonly label: string | null }[]
  readonly lanes: readonly TimelineLane<Lane>[]
  /** Marks that lie outside the days shown, before and after. */
  readonly outside: { readonly before: number; readonly after: number }
}

export interface TimelineInput<Lane extends string> {
  readonly marks: readonly TimelineMark<Lane>[]
  /** In their order; a lane without marks is drawn too. */
  readonly lanes: readonly Lane[]
  readonly from: Day
  readonly to: Day
  readonly today: Day
  readonly todayText: string
  readonly width: number
  readonly nameWidth: number
  readonly fontSize: number
  /** Of a row of labels; on paper they stand closer than in the window. */
  readonly rowHeight?: number
  /** What a lane is high at least: its name can have two lines. */
  readonly leastLane?: number
}

export const usualRowHeight = 22
const [lanePadding, axis, gap, markHalf, edge] = [4, 24, 10, 7, 10]
/** The dashes that lead up to a latest day. */
export const latestDashes = 44
export const arrowWidth = 11
/** Under this width the names of the lanes stand above them. */
const narrow = 620
const narrowest = 28

/** No wider than this in the faces of the program; a full-width letter is as wide as its size. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const letter of text)
    width +=
      letter > '\u2E7F'
        ? 1
        : /[A-ZÀ-Ý@%&mwMW—–]/u.test(letter)
          ? 0.84
          : /[\s.,:;'’|!()[\]il-]/u.test(letter)
            ? 0.4
            : 0.62
  return Math.ceil(width * fontSize)
}

/** The text, or as much of it as the width holds with an ellipsis. */
function fitted(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text
  const letters = [...text]
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, fontSize) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

interface Span {
  readonly left: number
  readonly right: number
}
const meets = (one: Span, other: Span) => one.left < other.right + gap && other.left < one.right + gap

export function layoutTimeline<Lane extends string>(input: TimelineInput<Lane>): TimelineLayout<Lane> {
  const { marks, lanes, from, to, today, width, fontSize, rowHeight = usualRowHeight, leastLane = 0 } = input
  const above = width < narrow
  const plotLeft = above ? edge : input.nameWidth
  const plotRight = width - edge
  const days = Math.max(1, daysBetween(from, to))
  const xOf = (day: Day) =>
    plotLeft + markHalf + (daysBetween(from, day) / days) * (plotRight - plotLeft - 2 * markHalf)
  const inside = marks.filter(({ day }) => day >= from && day <= to)
  const todayX = today >= from && today <= to ? xOf(today) : null
  const plot: Span = { left: plotLeft, right: plotRight }
  let top = axis
  const placed = lanes.map((lane): TimelineLane<Lane> => {
    const own = inside
      .filter((mark) => mark.lane === lane)
      .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    const rows = placeRows(
      own.map((mark) => ({ mark, x: xOf(mark.day) })),
      { plot, todayX, fontSize },
    )
    const nameHeight = above ? rowHeight : 0
    const count = rows.reduce((most, { row }) => Math.max(most, row + 1), above ? 1 : 2)
    const begins = top + nameHeight + lanePadding
    const height = Math.max(nameHeight + count * rowHeight + 2 * lanePadding, leastLane)
    const placedLane = {
      lane,
      top,
      height,
      nameY: above ? top + rowHeight / 2 + 2 : top + height / 2,
      marks: rows.map(({ row, ...mark }) => ({ ...mark, y: begins + row * rowHeight + rowHeight / 2 })),
    }
    top += height
    return placedLane
  })
  const todayLabel = todayX === null ? null : labelOfToday(todayX, textWidth(input.todayText, fontSize) + 12, plot)
  return {
    width,
    height: top,
    plotLeft,
    axisHeight: axis,
    todayX,
    todayLabel,
    ticks: timeTicks(from, to, xOf, { plot, fontSize, todayLabel }),
    lanes: placed,
    outside: {
      before: marks.filter(({ day }) => day < from).length,
      after: marks.filter(({ day }) => day > to).length,
    },
  }
}

function labelOfToday(x: number, width: number, plot: Span): { x: number; width: number } {
  return { x: Math.min(Math.max(x - width / 2, plot.left), plot.right - width), width }
}

type Placed<Lane extends string> = Omit<PlacedMark<Lane>, 'y'> & { readonly row: number }

function placeRows<Lane extends string>(
  marks: readonly { readonly mark: TimelineMark<Lane>; readonly x: number }[],
  room: { readonly plot: Span; readonly todayX: number | null; readonly fontSize: number },
): Placed<Lane>[] {
  const rows: Span[][] = []
  return marks.map(({ mark, x }) => {
    const candidates = candidatesOf(mark, x, room)
    for (let row = 0; ; row += 1) {
      const taken = (rows[row] ??= [])
      const free = candidates.find(({ span }) => taken.every((other) => !meets(span, other)))
      if (free === undefined) continue
      taken.push(free.span)
      return { ...mark, ...free.place, x, row }
    }
  })
}

interface Candidate {
  readonly span: Span
  readonly place: Pick<PlacedMark<string>, 'labelX' | 'labelWidth' | 'shown' | 'side' | 'arrowX'>
}

/** The places beside a mark, the better first; at least one. */
function candidatesOf(
  mark: TimelineMark<string>,
  x: number,
  { plot, todayX, fontSize }: { readonly plot: Span; readonly todayX: number | null; readonly fontSize: number },
): readonly Candidate[] {
  const dashes = mark.shape === 'latest' ? latestDashes : markHalf
  const own: Span = { left: x - dashes, right: x + markHalf }
  const arrow = mark.moved === undefined ? 0 : arrowWidth + 2
  const wanted = textWidth(mark.label, fontSize)
  const beside = (side: 'left' | 'right', width: number): Candidate => {
    const labelX = side === 'right' ? own.right + 3 + arrow : own.left - 3 - arrow - width
    const arrowX = side === 'right' ? own.right + 2 : own.left - 2 - arrowWidth
    return {
      span: side === 'right' ? { left: own.left, right: labelX + width } : { left: labelX, right: own.right },
      place: {
        labelX,
        labelWidth: width,
        shown: fitted(mark.label, fontSize, width),
        side,
        arrowX: arrow === 0 ? null : arrowX,
      },
    }
  }
  const roomAt = { right: plot.right - own.right - 3 - arrow, left: own.left - 3 - arrow - plot.left }
  const sides = mark.shape === 'latest' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const fitting = sides.filter((side) => roomAt[side] >= wanted).map((side) => beside(side, wanted))
  // A label that the line of today would run through is the last choice.
  const clear = fitting.filter(
    ({ place }) => todayX === null || todayX < place.labelX - 2 || todayX > place.labelX + wanted + 2,
  )
  if (fitting.length > 0) return clear.length > 0 ? clear : fitting
  const widest = roomAt.right >= roomAt.left ? 'right' : 'left'
  return [beside(widest, Math.max(narrowest, roomAt[widest]))]
}

/** The first of every first, third, sixth month or year, as dense as their labels allow. */
export function timeTicks(
  from: Day,
  to: Day,
  xOf: (day: Day) => number,
  {
    plot,
    fontSize,
    todayLabel,
  }: {
    readonly plot: Span
    readonly fontSize: number
    readonly todayLabel: { readonly x: number; readonly width: number } | null
  },
): TimelineLayout<string>['ticks'] {
  const full = textWidth('2026-07', fontSize)
  const perMonth = (plot.right - plot.left) / Math.max(1, daysBetween(from, to) / 30.44)
  const step = [1, 3, 6, 12, 24].find((months) => months * perMonth >= full + gap) ?? 24
  const ticks: { x: number; label: string | null }[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  month = Math.ceil((month - 1) / Math.min(step, 12)) * Math.min(step, 12) + 1
  if (month > 12) [year, month] = [year + 1, 1]
  let day = `${String(year)}-${String(month).padStart(2, '0')}-01`
  if (day < from) day = addMonths(day, step)
  for (let first = true; day <= to; day = addMonths(day, step), first = false) {
    const x = xOf(day)
    const label = first || day.slice(5, 7) === '01' ? day.slice(0, 7) : day.slice(5, 7)
    const span = { left: x, right: x + 4 + textWidth(label, fontSize) }
    const hidden = todayLabel !== null && meets(span, { left: todayLabel.x, right: todayLabel.x + todayLabel.width })
    ticks.push({ x, label: hidden || span.right > plot.right + edge ? null : label })
  }
  return ticks
}

/** The days that a timeline shows: from some months before today to past the last mark, in whole quarters. */
export function shownDays(
  days: readonly Day[],
  today: Day,
  monthsBack: number | null,
): { readonly from: Day; readonly to: Day } {
  const sorted = days.toSorted()
  const firstOfQuarter = (day: Day) => {
    const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
    return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
  }
  const earliest = monthsBack === null ? (sorted[0] ?? today) : addMonths(today, -monthsBack)
  const last = sorted.at(-1) ?? today
  return {
    from: firstOfQuarter(earliest < today ? earliest : today),
    to: addDays(addMonths(firstOfQuarter(last > today ? last : today), 3), -1),
  }
}
