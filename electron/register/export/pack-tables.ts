/** The tables of a pack's bundle: written once, and made again from the frozen data by whoever checks the bundle. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { entitiesOf, stateOfEntity } from '#shared/domain/entity-scope.ts'
import { heldIn } from '#shared/domain/horizon/rule-assessment.ts'
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import { computeKris } from '#shared/domain/metrics/kris.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'
import type { CsvFile } from './cell.ts'
import { changesFile } from './changes-file.ts'
import { entitiesFile } from './entities-file.ts'
import { horizonFile } from './horizon-file.ts'
import { kriFiles } from './kri-files.ts'
import { readinessFile } from './readiness-file.ts'
import { privacyFiles } from './privacy-files.ts'
import { registerFiles } from './register-files.ts'
import { requirementFiles } from './requirement-files.ts'
import { sharedControlsFile } from './shared-controls-file.ts'
import { thirdPartyFiles } from './third-party-files.ts'

/**
 * What follows from one frozen state and its day: all that can be made again from a bundle alone. A bundle of an earlier version of
 * the schema is never made again.
 * @param entityId of the records of one legal entity; the state is the whole
 */
export function tablesOfState(whole: RegisterState, asOf: Day, entityId: string | null = null): readonly CsvFile[] {
  const state = entityId === null ? whole : stateOfEntity(whole, entityId)
  return tablesOf({ snapshot: state, whole, asOf, schemaVersion: Infinity, isWhole: entityId === null })
}

/** All of them: those that look at earlier packs too, which only the register holds. */
export function tablesOfPack(facts: PackInput): readonly CsvFile[] {
  const { snapshot, whole = snapshot, asOf, schemaVersion, history, previous } = facts
  const isWhole = facts.entity == null
  const part = isWhole || previous === null ? null : { before: previous.snapshot, after: snapshot }
  const figures = () => figuresUnder(schemaVersion, computeKris(snapshot, asOf, history))
  return [
    ...tablesOf({ snapshot, whole, asOf, schemaVersion, isWhole }),
    requirementFiles(snapshot, asOf, figures, whole).questions,
    ...kriFiles(facts),
    changesFile(previous?.whole ?? previous?.snapshot ?? null, whole, part),
  ]
}

interface Frozen extends Pick<PackInput, 'snapshot' | 'asOf' | 'schemaVersion'> {
  readonly whole: RegisterState
  readonly isWhole: boolean
}

function tablesOf({ snapshot: state, whole, asOf, schemaVersion, isWhole }: Frozen): readonly CsvFile[] {
  const horizon = heldIn(state)
  // The questions of the board are told with figures over several packs.
  const { coverage, gaps, applicability } = requirementFiles(state, asOf, () => [], whole)
  return [
    ...registerFiles(state),
    coverage,
    gaps,
    applicability,
    ...Object.values(thirdPartyFiles(state, asOf)),
    ...Object.values(privacyFiles(state, asOf)),
    ...(horizon === null ? [] : [horizonFile(state, asOf, horizon)]),
    readinessFile(state, asOf),
    sharedControlsFile(state, asOf),
    ...(isWhole && entitiesOf(state.units).length > 1 ? [entitiesFile(state, asOf, schemaVersion)] : []),
  ]
}
