/** What was decided of each record in a merge: by noun for the window, and as one CSV file in the language of whoever writes it. */
import { type MadeMergeEntry, type MadeMergeReport, shownOfGroup } from '#shared/contract/merge.ts'
import { type ApartReason, apartReasons, conflictChoices } from '#shared/domain/merge/merge-plan.ts'
import { mergeEntryKinds } from '#shared/domain/merge/merge-run.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Cell } from '../export/cell.ts'
import { writeCsvFile, type WrittenCsv } from '../export/csv-file.ts'
import { LabelCollector, labelOf } from '../labels.ts'
import { entriesOf, type MergeEntry } from '../store/kept-log.ts'
import type { ReadHandle } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'
import { aboutOf } from './about-record.ts'

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

/** The same for the window: nouns in the order of the register, what was added first. */
export function madeMergeReport(read: ReadHandle, run: RecordOf<'mergeRun'>): MadeMergeReport {
  const collector = new LabelCollector()
  const byKey = Map.groupBy(entriesOf(read, run.id), (entry) =>
    JSON.stringify([nounOf(entry), entry.kind, reasonOf(entry)]),
  )
  const groups = [...byKey.values()].flatMap((entries) => {
    const [first] = entries
    const noun = first === undefined ? null : nounOf(first)
    if (first === undefined || noun === null) return []
    const shown = entries.slice(0, shownOfGroup).map((entry) => entryShown(read, noun, entry, collector))
    return [{ noun, kind: first.kind, reason: reasonOf(first), count: entries.length, entries: shown }]
  })
  const place = ({ noun, kind, reason }: (typeof groups)[number]) =>
    (nouns.indexOf(noun) * mergeEntryKinds.length + mergeEntryKinds.indexOf(kind)) * (apartReasons.length + 1) +
    (reason === null ? 0 : apartReasons.indexOf(reason) + 1)
  groups.sort((one, other) => place(one) - place(other))
  return { run, groups, labels: collector.labels(read) }
}

function nounOf({ noun }: MergeEntry): Noun | null {
  return nouns.find((each) => each === noun) ?? null
}

function reasonOf({ detail }: MergeEntry): ApartReason | null {
  return apartReasons.find((each) => each === detail?.reason) ?? null
}

function entryShown(read: ReadHandle, noun: Noun, entry: MergeEntry, collector: LabelCollector): MadeMergeEntry {
  const { theirCode, ourId, detail } = entry
  const about = ourId === null ? [] : aboutOf(read, noun, ourId)
  collector.add(ourId, ...about)
  return {
    theirCode,
    ourId,
    about,
    field: typeof detail?.field === 'string' ? detail.field : null,
    choice: conflictChoices.find((each) => each === detail?.choice) ?? null,
  }
}
