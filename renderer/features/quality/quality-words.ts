/** How rules and findings are worded, and where a finding leads. */
import type { QualityNoun } from '#shared/domain/quality/quality-rule.ts'
import { fields } from '#shared/domain/fields.ts'
import type { Words } from '#renderer/records/words.ts'
import { recordPath } from '#renderer/records/noun-path.ts'

/** The word of the field in which a finding is put right. */
export function fieldWord({ t }: Words, noun: QualityNoun, field: string): string {
  const isField = noun !== 'settings' && noun !== 'requirement' && fields[noun].some((each) => each.name === field)
  return t(isField ? `field.${noun}.${field}` : `quality.field.${field}`)
}

export function placeOf({ noun, recordId }: { readonly noun: QualityNoun; readonly recordId: string }): string {
  return noun === 'settings' ? '/settings' : recordPath(noun, recordId)
}
