/** The horizon that comes with the program, for tests. */
import horizon from '#resources/horizon/horizon-2026-11-22.json' with { type: 'json' }
import type { HorizonEvent, HorizonPack, Instrument } from '#shared/domain/horizon/horizon-pack.ts'
import { checkHorizonPack } from '#shared/domain/horizon/read-horizon-pack.ts'

export const shipped: HorizonPack = checkHorizonPack(horizon)

export function instrument(id: string): Instrument {
  const found = shipped.instruments.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no instrument ${id}`)
  return found
}

export function event(id: string): HorizonEvent {
  const found = shipped.events.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no event ${id}`)
  return found
}
