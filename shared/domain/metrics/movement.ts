/** What moved between two packs. Levels are compared by band, then grade by grade: no arithmetic on scores. */
import { addDays, type Day, type Instant } from '../calendar-date.ts'
import { bandRank } from '../scoring.ts'
import type { Level, RegisterOn } from './register-on.ts'
import type { PastPosition } from './risk-positions.ts'

/** `not_comparable`: the residual level was not assessed then or is not now. */
export type Movement = 'new' | 'worse' | 'better' | 'unchanged' | 'not_comparable'

/** Codes of the risks by what became of them; `gone` were counted before and are not now (closed or out of scope). */
export type RiskMovement = { readonly [M in Movement | 'gone']: readonly string[] }

/** How a risk moved; null where there is no earlier pack to compare with. */
export function movementOf(now: PastPosition, previous: ReadonlyMap<string, PastPosition> | null): Movement | null {
  if (previous === null) return null
  const before = previous.get(now.id)
  if (!before) return 'new'
  if (now.residual === null || before.residual === null)
    return now.residual === before.residual ? 'unchanged' : 'not_comparable'
  return compareLevels(before.residual, now.residual)
}

/**
 * Worse: a higher band, or in the same band no grade lower and one higher. Better: the reverse. One grade up and the other
 * down within a band counts as unchanged.
 */
export function compareLevels(before: Level, now: Level): 'worse' | 'better' | 'unchanged' {
  const bandStep = bandRank(now.band) - bandRank(before.band)
  if (bandStep !== 0) return bandStep > 0 ? 'worse' : 'better'
  const steps = [now.likelihood - before.likelihood, now.impact - before.impact]
  const up = steps.some((step) => step > 0)
  const down = steps.some((step) => step < 0)
  if (up === down) return 'unchanged'
  return up ? 'worse' : 'better'
}

export function riskMovement(now: readonly PastPosition[], previous: readonly PastPosition[]): RiskMovement {
  const before = new Map(previous.map((position) => [position.id, position]))
  const present = new Set(now.map((position) => position.id))
  const movement: Record<Movement | 'gone', string[]> = {
    new: [],
    gone: previous.filter((position) => !present.has(position.id)).map((position) => position.code),
    worse: [],
    better: [],
    unchanged: [],
    not_comparable: [],
  }
  for (const position of now) movement[movementOf(position, before) ?? 'unchanged'].push(position.code)
  return movement
}

/** How many days before a pack a change is late. */
export const lateDays = 14

/** From when on what is recorded comes late for a pack that takes in what was recorded up to the cut-off. */
export function lateFrom(cutOff: Instant): Instant {
  return new Date(Date.parse(cutOff) - lateDays * 86_400_000).toISOString()
}

/** Codes of the risks that were judged anew late, by where that took them. */
export interface Rescored {
  readonly up: readonly string[]
  readonly down: readonly string[]
  readonly same: readonly string[]
}

/**
 * Risks in scope whose residual level was judged anew in the last 14 days (the day itself is the fourteenth), or by an
 * assessment that was recorded so late, however it is dated: a pack prints them, since scores that move just before a lock
 * deserve a second look. A first judgement is not a new one.
 */
export function rescoredBefore(on: RegisterOn, recordedLate: ReadonlySet<string>): Rescored {
  const start = addDays(on.asOf, -lateDays)
  const moved: Record<'worse' | 'better' | 'unchanged', string[]> = { worse: [], better: [], unchanged: [] }
  for (const risk of on.risks) {
    const isLate = ({ id, on: day }: { readonly id: string; readonly on: Day }) => day > start || recordedLate.has(id)
    const now = on.level(risk.id, 'residual')
    const before = on.level(risk.id, 'residual', on.asOf, (row) => !isLate(row))
    if (now === null || before === null) continue
    if (on.assessmentsOf(risk.id).some((row) => row.stage === 'residual' && row.on <= on.asOf && isLate(row)))
      moved[compareLevels(before, now)].push(risk.code)
  }
  return { up: moved.worse, down: moved.better, same: moved.unchanged }
}
