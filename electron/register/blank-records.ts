/** A record of each noun that lists bring in, before anything is said of it: what rules are held against before one is made. */
import type { RecordNoun } from '#shared/domain/import-record/record-targets.ts'
import { emptyAction } from './actions.ts'
import { emptyControl } from './controls.ts'
import { emptyDirection } from './directions.ts'
import { emptyIncident, unjudgedIncident } from './incident/incidents.ts'
import { emptyRisk } from './risks.ts'
import { emptyContract } from './third-party/contracts.ts'
import { emptyVendor } from './third-party/vendors.ts'

const noPeriod = { from: null, to: null }

export const blankRecords: Readonly<Record<RecordNoun, Readonly<Record<string, unknown>>>> = {
  direction: emptyDirection,
  person: { reading: null, email: null, unitId: null },
  unit: { reading: null, kind: 'division', parentId: null, ...noPeriod, successorId: null, sectors: [] },
  post: { unitId: null, reportsToId: null, overseenById: null, ...noPeriod },
  risk: emptyRisk,
  control: emptyControl,
  action: emptyAction,
  vendor: emptyVendor,
  contract: emptyContract,
  incident: { ...emptyIncident, ...unjudgedIncident },
}
