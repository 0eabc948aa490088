/** What the horizon's screens show: the content in use, what is made of it, and the systems that it touches. */
import type { HorizonPicture } from '#shared/contract/horizon.ts'
import { ownMarks } from '#shared/domain/horizon/own-marks.ts'
import { LabelCollector } from '../labels.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { heldHorizon } from './held-horizon.ts'
import { shippedHorizon } from './shipped-horizon.ts'
import { touchedCounts } from './touched-systems.ts'

export function horizonPicture(register: Register): HorizonPicture {
  const { read } = register
  const record = heldHorizon(read)
  const shipped = shippedHorizon()
  const content = record?.content ?? shipped
  const assessments = [...recordTables.ruleAssessment.all(read)].filter(({ withdrawn }) => withdrawn === null)
  const collector = new LabelCollector()
  for (const each of assessments) collector.addReferences('ruleAssessment', each)
  return {
    content,
    held: record && { id: record.id, origin: record.origin, fileName: record.fileName, from: record.from },
    newer: record !== null && shipped.asOf > record.asOf ? { version: shipped.version, asOf: shipped.asOf } : null,
    assessments,
    own: ownMarks(assessments, register.organisation(), register.today()),
    touched: touchedCounts(read, content),
    labels: collector.labels(read),
  }
}
