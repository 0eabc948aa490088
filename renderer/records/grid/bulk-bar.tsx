/** What can be done with the chosen records, under the grid as soon as there are any: no row moves away from the pointer. */
import { type ReactNode, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { BulkFieldDialog } from './bulk-field-dialog.tsx'
import { readChosen } from './read-rows.ts'
import { allRows, chosenCount, noRows } from './row-choice.ts'
import type { BulkChange } from './use-bulk-change.ts'
import type { GridControl } from './use-grid-control.ts'

export interface BulkBarProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly control: Pick<GridControl<N>, 'choice' | 'setChoice' | 'source'>
  readonly bulk: BulkChange
  readonly found: number
  readonly onCopy: () => void
  /** Verbs of the noun over the chosen records. */
  readonly verbs: ReactNode
}

export function BulkBar<N extends CodedNoun>({ screen, control, bulk, found, onCopy, verbs }: BulkBarProps<N>) {
  const words = useWords()
  const { client } = useApi()
  const mayChange = useMayChange()
  const [asking, setAsking] = useState(false)
  const { choice, source } = control
  const count = chosenCount(choice, found)
  return (
    <div className="bulk-bar" role="region" aria-label={words.t('bulk.label')}>
      <b>{words.t('bulk.chosen', { count, noun: words.inSentence(screen.noun) })}</b>
      {count < found && (
        <button type="button" className="text-button" onClick={() => control.setChoice(allRows)}>
          {words.t('grid.chooseAll', { found })}
        </button>
      )}
      {mayChange && screen.createFields.length > 0 && (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {words.t('bulk.setField')}
        </button>
      )}
      {mayChange && verbs}
      <button type="button" className="button" onClick={onCopy}>
        {words.t('bulk.copy')}
      </button>
      <button type="button" className="text-button" onClick={() => control.setChoice(noRows)}>
        {words.t('bulk.letGo')}
      </button>
      {asking && (
        <BulkFieldDialog
          noun={screen.noun}
          count={count}
          onClose={() => setAsking(false)}
          onSet={async (field, value) => {
            const rows = await readChosen(client, { ...source, values: [] }, choice, found)
            const records = rows.map(({ record }) => ({ id: record.id, version: record.version }))
            return bulk.update(records, { [field]: value })
          }}
        />
      )}
    </div>
  )
}
