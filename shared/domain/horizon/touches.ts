/**
 * Which systems a rule touches: proposed by the rules of the horizon over roles, personal data and jurisdictions, each with its
 * reason, for a person to confirm. What is not recorded of a system counts as touched and says so: unknown is not no. Nothing is
 * decided here: whether a foreign law applies is never derived from a Japanese one, nor the other way round.
 */
import type { System } from '../system.ts'
import type { Bilingual } from '../text.ts'
import type { HorizonEvent, HorizonPack, Touch } from './horizon-pack.ts'

export type TouchedFacts = Readonly<
  Pick<System, 'lifecycle' | 'withdrawn' | 'roles' | 'personalData' | 'jurisdictions' | 'vendor'>
>

/** What of a system is not recorded, so that it may be touched. */
export const touchUnknowns = ['roles', 'personalData', 'jurisdictions'] as const
export type TouchUnknown = (typeof touchUnknowns)[number]

export interface TouchedBy {
  readonly reason: Bilingual
  /** Empty: it is touched by what is recorded. */
  readonly unknown: readonly TouchUnknown[]
}

/** Why the rules touch a system; null where they do not. What is certain goes before what is unknown. */
export function touchedBy(touches: readonly Touch[], system: TouchedFacts): TouchedBy | null {
  if (system.withdrawn !== null || system.lifecycle === 'retired') return null
  const found = touches.flatMap((touch) => {
    const unknown = unknownOf(touch, system)
    return unknown === null ? [] : [{ reason: touch.reason, unknown }]
  })
  return found.find(({ unknown }) => unknown.length === 0) ?? found[0] ?? null
}

/** What would have to be known; null where a condition does not hold. */
function unknownOf(touch: Touch, system: TouchedFacts): TouchUnknown[] | null {
  const unknown: TouchUnknown[] = []
  const ask = (name: TouchUnknown, answer: boolean | null) => {
    if (answer === null) unknown.push(name)
    return answer !== false
  }
  const oneOf = (wanted: readonly string[], recorded: readonly string[]) =>
    recorded.length === 0 ? null : wanted.some((each) => recorded.includes(each))
  const { roles, personalData, jurisdictions } = touch
  const holds =
    (touch.vendor !== true || (system.vendor ?? '').trim() !== '') &&
    (roles === undefined || ask('roles', oneOf(roles, system.roles))) &&
    (personalData === undefined ||
      ask('personalData', system.personalData === 'unknown' ? null : system.personalData === 'yes')) &&
    (jurisdictions === undefined || ask('jurisdictions', oneOf(jurisdictions, system.jurisdictions)))
  return holds ? unknown : null
}

/** The rules of an event: its own, else those of its instrument. */
export function touchesOf(content: HorizonPack, event: HorizonEvent): readonly Touch[] {
  if (event.touches !== null) return event.touches
  return content.instruments.find(({ id }) => id === event.instrument)?.touches ?? []
}
