/** shared_controls.csv: each key control on which several open risks lean, or one that nothing else carries, and which they are. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { sharedControlsOn } from '#shared/domain/metrics/evidenced-level.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { type Cell, type ColumnDescription, type CsvFile, joiner } from './cell.ts'
import { words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

export function sharedControlsFile(state: RegisterState, day: Day): CsvFile {
  const names = new Names(state)
  const sample = sampleMark(state)
  const column = (name: string, more: Partial<ColumnDescription> = {}): ColumnDescription => ({
    name,
    kind: 'text',
    label: words(`bundle.shared.${name}`),
    ...more,
  })
  const codes = (records: readonly { readonly code: string }[]): Cell =>
    records.length === 0 ? null : records.map(({ code }) => code).join(joiner)
  return {
    name: 'shared_controls.csv',
    title: words('bundle.file.shared_controls'),
    key: ['control_code'],
    columns: [
      column('control_code', { required: true, refersTo: { file: 'controls.csv', column: 'code' } }),
      sampleColumn(sample),
      column('control_name'),
      column('status', { required: true, options: 'controlStatus' }),
      column('risks', { kind: 'integer', required: true }),
      column('risk_codes', { joined: true }),
      column('alone', { kind: 'integer', required: true }),
      column('alone_codes', { joined: true }),
    ],
    *rows() {
      const on = new RegisterOn(state, day)
      for (const { control, risks, alone } of sharedControlsOn(on))
        yield [
          control.code,
          sample,
          names.name(control.id),
          on.controlStatus(control),
          risks.length,
          codes(risks),
          alone.length,
          codes(alone),
        ]
    },
  }
}
