/** What was decided of each record in a merge, as one CSV file for people, in the language of whoever writes it. */
import { inLanguage, type Language } from '#shared/domain/text.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Cell } from '../export/cell.ts'
import { writeCsvFile, type WrittenCsv } from '../export/csv-file.ts'
import { labelOf } from '../labels.ts'
import { entriesOf } from '../store/kept-log.ts'
import type { Register } from '../store/register-file.ts'

/** Every record, and every field that was asked, a row. FOLDER_NOT_WRITABLE, DISK_FULL. */
export function writeMergeReport(
  register: Register,
  run: RecordOf<'mergeRun'>,
  { folder, language }: { readonly folder: string; readonly language: Language },
): Promise<WrittenCsv> {
  const t = translate(language)
  const names = ['kind', 'noun', 'theirCode', 'code', 'name', 'reason', 'field', 'choice', 'ours', 'theirs'] as const
  const columns = names.map((name) => ({ name: t(`merge.column.${name}`) }))
  const text = (value: unknown): string =>
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const rows = function* (): Iterable<readonly Cell[]> {
    for (const { kind, noun, theirCode, ourId, detail } of entriesOf(register.read, run.id)) {
      const label = ourId === null ? null : labelOf(register.read, ourId)
      const { reason, field, choice, ours, theirs } = detail ?? {}
      yield [
        t(`merge.entry.${kind}`),
        t(`noun.${noun}.one`),
        theirCode,
        label?.code ?? '',
        label === null ? '' : inLanguage(label.name, language),
        typeof reason === 'string' ? t(`merge.apartReason.${reason}`) : '',
        typeof field === 'string' ? t(field === 'withdrawn' ? 'merge.withdrawal' : `field.${noun}.${field}`) : '',
        typeof choice === 'string' ? t(`merge.choice.${choice}`) : '',
        text(ours),
        text(theirs),
      ]
    }
  }
  return writeCsvFile(folder, `${t('merge.title')}-${run.on}.csv`, { columns, rows })
}
