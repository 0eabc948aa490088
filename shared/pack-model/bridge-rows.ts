/** The bridge of risks outside appetite as the bars of a waterfall: each begins where the one before it ended. */
import { adds, appetiteBridge, type BridgeStep, bridgeSteps } from '../domain/metrics/appetite-bridge.ts'
import type { RiskPosition } from '../domain/metrics/risk-positions.ts'
import { capped } from './pack-context.ts'
import type { BridgeRow } from './pages.ts'

/** Steps that a reader looks for even where nothing took them; the others stand only where they have a risk. */
const always: readonly BridgeStep[] = ['new', 'worsened', 'treated', 'accepted', 'closed']

export function bridgeRows(before: readonly RiskPosition[], now: readonly RiskPosition[]): readonly BridgeRow[] {
  const bridge = appetiteBridge(before, now)
  const bar = (step: BridgeRow['step'], codes: readonly string[], from: number, to: number): BridgeRow => ({
    step,
    count: codes.length,
    from,
    to,
    codes: capped(codes, 8, 'risks'),
  })
  let place = bridge.before.length
  const steps = bridgeSteps
    .filter((step) => always.includes(step) || bridge.steps[step].length > 0)
    .map((step) => {
      const codes = bridge.steps[step]
      const from = place
      place += adds(step) ? codes.length : -codes.length
      return bar(step, codes, from, place)
    })
  return [bar('before', bridge.before, 0, bridge.before.length), ...steps, bar('now', bridge.now, 0, bridge.now.length)]
}
