/**
 * The stocktaking with which the sample began: one file with all systems found, each at the stage that the file states, as an
 * import leaves it. The file is the sample's own; its digest is that of the text below.
 */
import type { RecordOf } from '#shared/domain/nouns.ts'
import { importOperation } from '../import/comparison.ts'
import { sha256 } from '../store/canonical.ts'
import type { NewRecord } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'
import type { SampleSystem } from './sample-steps.ts'

interface Names {
  /** The fields of a system with the ids of what it refers to. */
  readonly valuesOf: (
    system: SampleSystem,
  ) => Omit<NewRecord<'system'>, 'lifecycle' | 'sourceKey' | 'sourceNotes' | 'importId' | 'freeFields'>
  readonly unitOf: (system: SampleSystem) => RecordOf<'unit'>
  readonly keep: (code: string, record: RecordOf<'system'>) => void
}

export function takeInventory(
  register: Register,
  fileName: string,
  systems: readonly SampleSystem[],
  names: Names,
): void {
  register.change({ operation: importOperation }, (change) => {
    const columns = columnsOf(names)
    const run = change.add('importRun', {
      fileName,
      sha256: sha256(stocktaking(columns, systems)),
      encoding: 'utf-8',
      headerRow: 1,
      mapping: Object.fromEntries(columns.map(({ heading, target }) => [heading, target])),
      counts: { rows: systems.length, added: systems.length, updated: 0, unchanged: 0, rejected: 0 },
      sheet: null,
    })
    for (const system of systems) {
      const { lifecycle } = system
      const values = {
        ...names.valuesOf(system),
        lifecycle,
        sourceKey: null,
        sourceNotes: [],
        importId: run.id,
        freeFields: [],
      }
      names.keep(system.code, change.add('system', values))
    }
  })
}

interface Column {
  readonly heading: string
  /** What an import takes the column for. */
  readonly target: string
  readonly cell: (system: SampleSystem) => string | null
}

function columnsOf(names: Names): readonly Column[] {
  const column = (heading: string, target: string, cell: Column['cell']): Column => ({ heading, target, cell })
  return [
    column('システム名', 'name.ja', ({ fields }) => fields.name.ja),
    column('システム名（英語）', 'name.en', ({ fields }) => fields.name.en),
    column('よみ', 'reading', ({ fields }) => fields.reading),
    column('部門', 'unit', (system) => names.unitOf(system).name.ja),
    column('状態', 'lifecycle', ({ lifecycle }) => lifecycle),
    column('目的', 'purpose.ja', ({ fields }) => fields.purpose.ja),
    column('目的（英語）', 'purpose.en', ({ fields }) => fields.purpose.en),
    column('種類', 'kind', ({ fields }) => fields.kind),
    column('役割', 'roles', ({ fields }) => fields.roles.join('|')),
    column('区分', 'tier', ({ fields }) => fields.tier),
    column('モデル', 'model', ({ fields }) => fields.model),
    column('委託先', 'vendor', ({ fields }) => fields.vendor),
    column('契約', 'contract', ({ fields }) => fields.contract),
    column('自律性', 'autonomy', ({ fields }) => fields.autonomy),
    column('人の関与', 'humanOversight.ja', ({ fields }) => fields.humanOversight.ja),
    column('人の関与（英語）', 'humanOversight.en', ({ fields }) => fields.humanOversight.en),
    column('影響を受ける人', 'affected.ja', ({ fields }) => fields.affected.ja),
    column('影響を受ける人（英語）', 'affected.en', ({ fields }) => fields.affected.en),
    column('個人データ', 'personalData', ({ fields }) => fields.personalData),
    column('対象国', 'jurisdictions', ({ fields }) => fields.jurisdictions.join('|')),
    column('稼働開始日', 'goLiveOn', ({ fields }) => fields.goLiveOn),
    column('次回見直し日', 'nextReviewOn', ({ fields }) => fields.nextReviewOn),
    column('備考', 'notes', ({ fields }) => fields.notes),
  ]
}

function stocktaking(columns: readonly Column[], systems: readonly SampleSystem[]): string {
  const rows = systems.map((system) => columns.map((column) => column.cell(system) ?? ''))
  return [columns.map((column) => column.heading), ...rows]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('')
}
