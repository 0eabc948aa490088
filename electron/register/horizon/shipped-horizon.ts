/** The horizon that comes with the program: resources/horizon, made of the readable source beside it. */
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { checkHorizonPack } from '#shared/domain/horizon/read-horizon-pack.ts'
import horizon from '#resources/horizon/horizon-2026-11-22.json' with { type: 'json' }

let read: HorizonPack | undefined

export function shippedHorizon(): HorizonPack {
  read ??= checkHorizonPack(horizon)
  return read
}
