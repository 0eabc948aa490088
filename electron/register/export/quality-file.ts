/** The findings of the rules of data quality as one CSV file for people, in the language of whoever writes it. */
import type { QualityFilter } from '#shared/contract/quality.ts'
import { fields } from '#shared/domain/fields.ts'
import type { Finding, QualityRule } from '#shared/domain/quality/quality-rule.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { labelOf } from '../labels.ts'
import { filtered, type QualityOfDay } from '../quality.ts'
import type { Register } from '../store/register-file.ts'
import type { Cell } from './cell.ts'
import { writeCsvFile, type WrittenCsv } from './csv-file.ts'

/** Every finding a row. FOLDER_NOT_WRITABLE, DISK_FULL. */
export function writeQualityFile(
  register: Register,
  quality: QualityOfDay,
  options: { readonly filter: QualityFilter; readonly folder: string; readonly language: Language },
): Promise<WrittenCsv> {
  const { folder, language, filter } = options
  const t = translate(language)
  const names = new Map<string, string>()
  const nameOf = (id: string | null): string => {
    if (id === null) return ''
    const known = names.get(id)
    if (known !== undefined) return known
    const label = labelOf(register.read, id)
    const name = label === null ? '' : inLanguage(label.name, language)
    names.set(id, name)
    return name
  }
  const isSample = register.organisation().sampleDay !== null
  const columns = [
    ...(['rule', 'severity', 'noun', 'code', 'name', 'field', 'owner', 'finding', 'ruleSentence'] as const).map(
      (column) => ({ name: t(`quality.column.${column}`) }),
    ),
    ...(isSample ? [{ name: t('bundle.column.sample') }] : []),
  ]
  const rowOf = (rule: QualityRule, finding: Finding): readonly Cell[] => [
    rule.id,
    t(`quality.severity.${rule.severity}`),
    t(`quality.noun.${rule.noun}`),
    finding.code,
    rule.noun === 'settings' || rule.noun === 'requirement' ? '' : nameOf(finding.recordId),
    fieldWord(rule, language),
    nameOf(quality.places.ownerOf(finding)),
    say(language, { key: `quality.finding.${rule.name}`, facts: finding.facts }),
    t(`quality.rule.${rule.name}`),
    ...(isSample ? [t('app.sample')] : []),
  ]
  const rows = function* (): Iterable<readonly Cell[]> {
    for (const { rule, findings } of filtered(quality, filter))
      for (const finding of findings) yield rowOf(rule, finding)
  }
  return writeCsvFile(folder, `${t('quality.title')}-${quality.derived.day}.csv`, { columns, rows })
}

/** The word of the field in which a finding is put right. */
function fieldWord({ noun, field }: QualityRule, language: Language): string {
  const isField = noun !== 'settings' && noun !== 'requirement' && fields[noun].some((each) => each.name === field)
  return translate(language)(isField ? `field.${noun}.${field}` : `quality.field.${field}`)
}
