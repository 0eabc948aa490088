/** The parts of the torture, in the order in which they run. */
import { fuzz } from './fuzz/fuzz.ts'
import { kill } from './kill/kill.ts'
import type { TorturePart } from './part.ts'
import { power } from './power/power.ts'

export const parts: readonly TorturePart[] = [kill, power, fuzz]
