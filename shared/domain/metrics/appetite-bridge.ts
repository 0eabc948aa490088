/**
 * How the risks that lie outside appetite without an acceptance became what they are since an earlier pack (chart C15). What
 * was, plus what came in, less what went out, is what is: each risk that changed sides stands in exactly one step.
 */
import { compareLevels } from './movement.ts'
import type { RiskPosition } from './risk-positions.ts'

/**
 * - `new`: the earlier pack did not count the risk, or it was not assessed then;
 * - `worsened`: its level rose; `lapsed`: its acceptance no longer holds; `lineIn`: its level did not rise, what moved is the
 *   line (appetite, scale, category);
 * - `treated`: its level fell to or below appetite; `accepted`: somebody has accepted it; `closed`: it is no longer counted;
 *   `lineOut`: its level did not fall, and it lies inside or is no longer assessed;
 * - of the risks of one legal entity: `movedIn` and `movedOut`: it lies outside appetite before and after, and another entity
 *   gave it up or took it over; `joined` and `left`: the same, and whoever else held it still does.
 */
const addingSteps = ['new', 'movedIn', 'joined', 'worsened', 'lapsed', 'lineIn'] as const
const takingSteps = ['treated', 'accepted', 'movedOut', 'left', 'closed', 'lineOut'] as const
export const bridgeSteps = [...addingSteps, ...takingSteps] as const
/** Those that only the pack of one legal entity has. */
export const stepsBetweenEntities: readonly BridgeStep[] = ['movedIn', 'joined', 'movedOut', 'left']
export type BridgeStep = (typeof bridgeSteps)[number]

export interface AppetiteBridge {
  readonly before: readonly string[]
  readonly now: readonly string[]
  /** Codes of the risks of each step. */
  readonly steps: Readonly<Record<BridgeStep, readonly string[]>>
}

type Standing = Pick<RiskPosition, 'id' | 'code' | 'residual' | 'outsideAppetite' | 'acceptance'>

/** Of the risks of one legal entity: how all of the register stood and stands, and the codes of those that changed hands. */
export interface Elsewhere {
  readonly before: readonly Standing[]
  readonly now: readonly Standing[]
  readonly moved: ReadonlySet<string>
}

/** Outside appetite, and no acceptance of it is in force. */
export function isOpenOutside({ outsideAppetite, acceptance }: Pick<Standing, 'outsideAppetite' | 'acceptance'>) {
  return outsideAppetite === true && acceptance?.state !== 'active'
}

export function adds(step: BridgeStep): boolean {
  return addingSteps.some((each) => each === step)
}

/** `elsewhere`: null of the whole register, where what was not there is new and what is no longer there is closed. */
export function appetiteBridge(
  before: readonly Standing[],
  now: readonly Standing[],
  elsewhere: Elsewhere | null = null,
): AppetiteBridge {
  const byId = (all: readonly Standing[]) => new Map(all.map((each) => [each.id, each]))
  const [past, present] = [byId(before), byId(now)]
  const [pastElsewhere, presentElsewhere] = [byId(elsewhere?.before ?? []), byId(elsewhere?.now ?? [])]
  const steps = Object.fromEntries(bridgeSteps.map((step) => [step, [] as string[]])) as Record<BridgeStep, string[]>
  const hasMoved = ({ code }: Standing) => elsewhere?.moved.has(code) === true
  for (const is of now) {
    const was = past.get(is.id)
    if (!isOpenOutside(is) || (was !== undefined && isOpenOutside(was))) continue
    const there = was ?? pastElsewhere.get(is.id)
    const staysOutside = there !== undefined && isOpenOutside(there)
    const step = staysOutside ? (hasMoved(is) ? 'movedIn' : 'joined') : stepIn(there, is)
    steps[step].push(is.code)
  }
  for (const was of before) {
    const is = present.get(was.id)
    if (!isOpenOutside(was) || (is !== undefined && isOpenOutside(is))) continue
    const there = is ?? presentElsewhere.get(was.id)
    const staysOutside = there !== undefined && isOpenOutside(there)
    const step = staysOutside ? (hasMoved(was) ? 'movedOut' : 'left') : stepOut(was, there)
    steps[step].push(was.code)
  }
  const codes = (all: readonly Standing[]) => all.filter(isOpenOutside).map(({ code }) => code)
  return { before: codes(before), now: codes(now), steps }
}

function stepIn(was: Standing | undefined, is: Standing): BridgeStep {
  if (was === undefined || was.residual === null || is.residual === null) return 'new'
  if (was.outsideAppetite === true) return 'lapsed'
  return compareLevels(was.residual, is.residual) === 'worse' ? 'worsened' : 'lineIn'
}

function stepOut(was: Standing, is: Standing | undefined): BridgeStep {
  if (is === undefined) return 'closed'
  if (is.outsideAppetite === true) return 'accepted'
  if (is.residual === null || was.residual === null) return 'lineOut'
  return compareLevels(was.residual, is.residual) === 'better' ? 'treated' : 'lineOut'
}
