/**
 * A record once more: its plain fields, its links and who answers for it, under a new code and a name that says that it is a
 * copy. What was decided, tested or signed is not copied, since nobody decided it of the copy; nor do other records come to
 * name the copy (a risk was judged for the system that it names). An e-mail address belongs to one person only.
 */
import type { CreateInput } from '#shared/contract/records.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import { fields } from '#shared/domain/fields.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { assignIn, assignmentsOf } from './accountability.ts'
import { createIn, type PlainNoun } from './new-records.ts'
import type { Change } from './store/change.ts'
import type { Register } from './store/register-file.ts'

/** An address belongs to one person; that something is not significant was judged of the one record. */
const ofOneRecordOnly = new Set(['email', 'significant', 'significantReason', 'minutesReference', 'ringiNumber'])

/** What is judged of a system and a jurisdiction stands in one place: it has no copy. */
type CopiedNoun = Exclude<PlainNoun, 'jurisdictionProfile'>

export function duplicateRecord<N extends CopiedNoun>(register: Register, noun: N, id: string): RecordOf<N> {
  return register.change({ operation: `${noun}.duplicate` }, (change) => {
    const source = change.get(noun, id)
    if (source.withdrawn !== null) throw new Problem('WITHDRAWN', { noun, id })
    const values = Object.fromEntries(
      fields[noun]
        .filter((field) => field.byVerb !== true || field.atCreation === true)
        .filter((field) => !ofOneRecordOnly.has(field.name))
        .map((field) => [field.name, (source as Readonly<Record<string, unknown>>)[field.name]]),
    )
    const copy = createIn(change, noun, { ...values, name: copyOf(source.name) } as unknown as CreateInput<N>)
    copyAnswering(change, source.id, copy.id)
    return copy
  })
}

function copyOf(name: Bilingual): Bilingual {
  const words = (language: 'ja' | 'en') => {
    const text = name[language]
    return text === null || text === '' ? text : translate(language)('record.copyOf', { name: text })
  }
  return { ja: words('ja'), en: words('en') }
}

/** Who answers today answers for the copy from today. */
function copyAnswering(change: Change, sourceId: string, copyId: string): void {
  for (const { role, subject, postId, personId, ...row } of assignmentsOf(change.read, sourceId))
    if (row.withdrawn === null && holdsOn(row, change.today))
      assignIn(change, { role, subject, subjectId: copyId, postId, personId, from: change.today })
}
