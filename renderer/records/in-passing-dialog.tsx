/** The dialog of a record that is made in passing (see create-in-passing.tsx). */
import { plainSchema } from '#shared/contract/records.ts'
import { type DialogProps, fieldsInPassing } from './create-in-passing.tsx'
import { DialogForm } from './dialog-form.tsx'
import { isEmpty } from './field-value.tsx'
import { nounField } from './verb-fields.ts'
import { useWords } from './words.ts'

export function InPassingDialog({ asked, initial, onCreate, onCancel }: DialogProps) {
  const words = useWords()
  const { noun } = asked
  return (
    <DialogForm
      name={`in-passing-${noun}`}
      title={words.t('app.newNoun', { noun: words.inSentence(noun) })}
      fields={fieldsInPassing(noun).map((name) => nounField(words, noun, name))}
      initial={initial}
      makes={noun}
      schema={plainSchema(noun, true)}
      submitLabel={words.t('action.register')}
      onCancel={onCancel}
      onSubmit={(values) => onCreate(Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value))))}
    >
      <p className="hint">{words.t('app.inPassingHint')}</p>
    </DialogForm>
  )
}
