/** Entries of a source that are ticked and then put into the register: the same for every source. */
import { type ReactNode, useState } from 'react'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LibraryTaken } from '#shared/contract/library.ts'
import { Made } from './made.tsx'
import { TakeDialog, type TakeDialogProps } from './take-dialog.tsx'

export interface Taking {
  /** Ids of the entries that are ticked. */
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[], on: boolean) => void
  /** The button that asks what is to become of them; nothing where nothing may be changed. */
  readonly button: ReactNode
  /** What was made last. */
  readonly made: ReactNode
  /** The dialog, while it is open. */
  readonly dialog: (entries: Omit<TakeDialogProps, 'onDone' | 'onCancel'>) => ReactNode
}

export function useTaking(): Taking {
  const { t } = useWords()
  const mayChange = useMayChange()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<LibraryTaken | null>(null)
  return {
    chosen,
    choose: (ids, on) =>
      setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id)))),
    button: mayChange && (
      <button
        type="button"
        className="button primary"
        disabled={chosen.size === 0}
        onClick={() => {
          setMade(null)
          setAsking(true)
        }}
      >
        {t('library.take', { count: chosen.size })}
      </button>
    ),
    made: made !== null && <Made made={made} />,
    dialog: (entries) =>
      asking && (
        <TakeDialog
          {...entries}
          onDone={(taken) => {
            setAsking(false)
            setChosen(new Set())
            setMade(taken)
          }}
          onCancel={() => setAsking(false)}
        />
      ),
  }
}
