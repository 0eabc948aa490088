/** What can be done with the chosen records, under the grid as soon as there are any: no row moves away from the pointer. */
import { useState } from 'react'
import { nounClient, useApi } from '#renderer/api/client.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { BulkVerbsProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { useExportList } from '#renderer/records/export-list.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { reasonField } from '#renderer/records/verb-fields.ts'
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
  /** Columns that are shown, in their order. */
  readonly columns: readonly string[]
  readonly onCopy: () => void
}

export function BulkBar<N extends CodedNoun>({ screen, control, bulk, found, columns, onCopy }: BulkBarProps<N>) {
  const words = useWords()
  const { client } = useApi()
  const mayChange = useMayChange()
  const [asking, setAsking] = useState<'field' | 'withdraw' | null>(null)
  const { choice, source } = control
  const count = chosenCount(choice, found)
  const { BulkVerbs } = screen
  const chosenRecords = async () => {
    const rows = await readChosen(client, { ...source, values: [] }, choice, found)
    return rows.map(({ record }) => ({ id: record.id, version: record.version }))
  }
  const exportList = useExportList(screen.noun)
  /** The chosen records by their codes, in the order of the list, also where they have left its conditions meanwhile. */
  const chosenQuery = async () => {
    const { sort, group, withdrawn } = source.query
    const rows = await readChosen(client, { ...source, values: [] }, choice, found)
    return { sort, group, withdrawn, codes: rows.map(({ record }) => record.code) }
  }
  const carryOut: BulkVerbsProps['carryOut'] = async (verb, sentence) => {
    const records = await chosenRecords()
    await bulk.carryOut(() => verb(client, records), sentence)
  }
  return (
    <div className="bulk-bar" role="region" aria-label={words.t('bulk.label')}>
      <b>{words.t('bulk.chosen', { count, noun: words.inSentence(screen.noun) })}</b>
      {count < found && (
        <button type="button" className="text-button" onClick={() => control.setChoice(allRows)}>
          {words.t('grid.chooseAll', { found })}
        </button>
      )}
      {mayChange && screen.createFields.length > 0 && (
        <button type="button" className="button" onClick={() => setAsking('field')}>
          {words.t('bulk.setField')}
        </button>
      )}
      {mayChange && BulkVerbs !== undefined && <BulkVerbs count={count} carryOut={carryOut} />}
      {mayChange && screen.createFields.length > 0 && (
        <button type="button" className="button" onClick={() => setAsking('withdraw')}>
          {words.t('action.withdraw')}…
        </button>
      )}
      <button type="button" className="button" onClick={onCopy}>
        {words.t('bulk.copy')}
      </button>
      <button type="button" className="button" onClick={() => void exportList(chosenQuery, columns)}>
        {words.t('list.toCsv')}
      </button>
      <button type="button" className="text-button" onClick={() => control.setChoice(noRows)}>
        {words.t('bulk.letGo')}
      </button>
      {asking === 'field' && (
        <BulkFieldDialog
          noun={screen.noun}
          count={count}
          onClose={() => setAsking(null)}
          onSet={async (patch) => {
            if (typeof patch !== 'function') return bulk.update(await chosenRecords(), patch)
            const rows = await readChosen(client, { ...source, values: [] }, choice, found)
            return bulk.update(
              rows.map(({ record }) => ({ id: record.id, version: record.version, patch: patch(record) })),
            )
          }}
        />
      )}
      {asking === 'withdraw' && (
        <DialogForm
          name="withdraw-many"
          title={words.t('bulk.verbOf', { verb: words.t('action.withdraw'), count })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('bulk.withdraw', { count })}
          onCancel={() => setAsking(null)}
          onSubmit={async (values) => {
            await carryOut(
              (_client, records) =>
                nounClient(client, screen.noun).withdrawMany({ records, reason: textOf(values.reason) }),
              (changed) => words.t('bulk.withdrawn', { count: changed }),
            )
            setAsking(null)
            control.setChoice(noRows)
          }}
        />
      )}
    </div>
  )
}
