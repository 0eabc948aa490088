/** What a list no longer holds, and the records that its changes mention: the same for systems and for all other lists. */
import type { FieldChange, RecordFindings } from '#shared/domain/import-report.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { LabelCollector } from '../labels.ts'
import { withdrawIn } from '../records.ts'
import type { Change } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

/** Records that a person withdraws since their list no longer holds them, by code, with the reason. */
export interface WithdrawMissing {
  readonly codes: readonly string[]
  readonly reason: string
}

/** NOT_FOUND where a code is no record's here, WITHDRAWN where it is withdrawn already. */
export function withdrawMissing(change: Change, noun: CodedNoun, { codes, reason }: WithdrawMissing): void {
  const byCode = new Map<string, RecordOf<CodedNoun>>(
    [...recordTables[noun].all(change.read)].map((record) => [record.code, record]),
  )
  for (const code of codes) {
    const record = byCode.get(code)
    if (record === undefined) throw new Problem('NOT_FOUND', { noun, id: code })
    withdrawIn(change, noun, { id: record.id, version: record.version, reason })
  }
}

/** The records that changes of references mention. */
export function labelsOfChanges(register: Register, changes: readonly FieldChange[]): RecordFindings['labels'] {
  const collector = new LabelCollector()
  for (const { before, after } of changes)
    for (const value of [before, after]) collector.add(...[value].flat().filter((each) => typeof each === 'string'))
  return collector.labels(register.read)
}
