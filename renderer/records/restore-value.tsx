/** Puts a field back to the value that it had before a change: an ordinary change, with its own event. */
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { fields } from '#shared/domain/fields.ts'
import { type CodedNoun, nounSchemas } from '#shared/domain/nouns.ts'
import { useRecordSaver } from './record-saver.ts'
import { sameValue } from './same-value.ts'
import { useTell } from './tell.ts'
import { valueOf } from './value-of.ts'
import { useWords } from './words.ts'

/** The record whose history is shown, as it is now. */
export interface Current {
  readonly noun: CodedNoun
  readonly record: { readonly id: string; readonly withdrawn: unknown }
}

export interface RestoreValueProps {
  readonly current: Current
  readonly field: string
  readonly value: unknown
}

/** May the value stand in the record now? Decisions are not taken back by writing over them, and a value must still be valid. */
function mayRestore({ noun, record }: Current, field: string, value: unknown): boolean {
  const description = fields[noun].find((each) => each.name === field)
  const shape: Readonly<Record<string, { safeParse(value: unknown): { readonly success: boolean } }>> =
    nounSchemas[noun].shape
  return (
    record.withdrawn === null &&
    description !== undefined &&
    description.byVerb !== true &&
    !sameValue(valueOf(record, field), value) &&
    shape[field]?.safeParse(value).success === true
  )
}

export function RestoreValue({ current, field, value }: RestoreValueProps) {
  const words = useWords()
  const tell = useTell()
  const mayChange = useMayChange()
  const save = useRecordSaver(current.noun, current.record.id)
  if (!mayChange || !mayRestore(current, field, value)) return null
  const name = words.field(current.noun, field)
  return (
    <button
      type="button"
      className="text-button"
      aria-label={words.t('action.restoreField', { field: name })}
      onClick={() => {
        save(field, value, valueOf(current.record, field)).then(
          () => tell.done(words.t('app.fieldRestored', { field: name })),
          (error: unknown) => tell.refused(sayError(words.language, error)),
        )
      }}
    >
      {words.t('action.restoreValue')}
    </button>
  )
}
