/** What the organisation has decided, with all versions, for the settings screen. */
import type { Settings } from '#shared/contract/organisation.ts'
import { LabelCollector } from './labels.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

export function settingsOf(register: Register): Settings {
  const { read } = register
  const byStart = <Row extends { readonly from: string; readonly withdrawn: unknown }>(rows: Iterable<Row>) =>
    [...rows].filter((row) => row.withdrawn === null).sort((one, other) => (one.from < other.from ? 1 : -1))
  const scales = byStart(recordTables.scale.all(read))
  const appetites = byStart(recordTables.appetite.all(read))
  const thresholds = byStart(recordTables.threshold.all(read))
  const collector = new LabelCollector()
  for (const row of [...scales, ...appetites, ...thresholds]) collector.add(row.approverPersonId)
  for (const row of thresholds) collector.add(row.ownerPostId)
  return { organisation: register.organisation(), scales, appetites, thresholds, labels: collector.labels(read) }
}
