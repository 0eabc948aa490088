/** The tables of a pack's bundle: written once, and made again from the frozen data by whoever checks the bundle. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { heldIn } from '#shared/domain/horizon/rule-assessment.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import type { CsvFile } from './cell.ts'
import { changesFile } from './changes-file.ts'
import { horizonFile } from './horizon-file.ts'
import { kriFiles } from './kri-files.ts'
import { readinessFile } from './readiness-file.ts'
import { privacyFiles } from './privacy-files.ts'
import { registerFiles } from './register-files.ts'
import { requirementFiles } from './requirement-files.ts'
import { thirdPartyFiles } from './third-party-files.ts'

/** What follows from one frozen state and its day: all that can be made again from a bundle alone. */
export function tablesOfState(state: RegisterState, asOf: Day): readonly CsvFile[] {
  const horizon = heldIn(state)
  return [
    ...registerFiles(state),
    ...Object.values(requirementFiles(state, asOf)),
    ...Object.values(thirdPartyFiles(state, asOf)),
    ...Object.values(privacyFiles(state, asOf)),
    ...(horizon === null ? [] : [horizonFile(state, asOf, horizon)]),
    readinessFile(state, asOf),
  ]
}

/** All of them: those that look at earlier packs too, which only the register holds. */
export function tablesOfPack(facts: PackInput): readonly CsvFile[] {
  return [
    ...tablesOfState(facts.snapshot, facts.asOf),
    ...kriFiles(facts),
    changesFile(facts.previous?.snapshot ?? null, facts.snapshot),
  ]
}
