/** The parts of the torture, in the order in which they run. */
import { agreement } from './agreement/part.ts'
import { application } from './application/application.ts'
import { full } from './full/full.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { kill } from './kill/kill.ts'
import type { TorturePart } from './part.ts'
import { power } from './power/power.ts'

export const parts: readonly TorturePart[] = [kill, application, power, full, agreement, fuzz]
