/** Entries on their way into the register: for which systems, and with which of the controls that usually answer them. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LibraryPicture, LibraryTaken } from '#shared/contract/library.ts'

/** What is asked here of either source. */
interface Shelf {
  readonly risks: readonly { readonly id: string; readonly controls: readonly string[] }[]
  readonly controls: readonly Pick<LibraryPicture['controls'][number], 'id' | 'name' | 'taken'>[]
}

export interface TakeDialogProps {
  readonly picture: Shelf
  readonly riskIds: readonly string[]
  /** Controls that were chosen by themselves: they come with no risk. */
  readonly controlIds?: readonly string[]
  /** How many of them the conditions of the list hide. */
  readonly hidden: number
  readonly onDone: (taken: LibraryTaken) => void
  readonly onCancel: () => void
}

export function TakeDialog({ picture, riskIds, controlIds = [], hidden, onDone, onCancel }: TakeDialogProps) {
  const words = useWords()
  const { t } = words
  const risks = picture.risks.filter(({ id }) => riskIds.includes(id))
  const usual = picture.controls.filter(
    ({ id }) => controlIds.includes(id) || risks.some(({ controls }) => controls.includes(id)),
  )
  const byThemselves = controlIds.length > 0
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const take = useChange((client, input: Parameters<typeof client.library.take>[0]) => client.library.take(input))
  return (
    <DialogForm
      name="library-take"
      title={
        byThemselves
          ? t('library.takeControlsTitle', { count: controlIds.length })
          : t('library.takeTitle', { count: riskIds.length })
      }
      fields={[nounField(words, 'risk', 'systemIds')]}
      initial={{ systemIds: [] }}
      submitLabel={t('library.take', { count: byThemselves ? usual.length - left.size : riskIds.length })}
      onCancel={onCancel}
      onSubmit={async (values) => {
        const taken = await take.mutateAsync({
          riskIds: [...riskIds],
          controlIds: usual.filter(({ id }) => !left.has(id)).map(({ id }) => id),
          systemIds: Array.isArray(values.systemIds) ? (values.systemIds as string[]) : [],
        })
        onDone(taken)
      }}
    >
      {hidden > 0 && <p className="hint">{t('library.hiddenChosen', { count: hidden })}</p>}
      <fieldset className="library-controls">
        <legend>{t(byThemselves ? 'library.chosenControls' : 'library.withControls')}</legend>
        <div className="check-column">
          {usual.map(({ id, name, taken }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={!left.has(id)}
                onChange={(event) => {
                  const on = event.currentTarget.checked
                  setLeft((before) => new Set(on ? [...before].filter((each) => each !== id) : [...before, id]))
                }}
              />
              <span>
                <span className="code">{id}</span> {words.name(name)}
                {taken.length > 0 && (
                  <span className="muted"> {t('library.present', { codes: taken.map(({ code }) => code) })}</span>
                )}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="hint">{t('library.takeHint')}</p>
    </DialogForm>
  )
}
