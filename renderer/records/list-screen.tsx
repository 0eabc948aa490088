/** A noun's list with its panel: heading with counts, conditions, table. */
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { FilterChips } from './filter-chips.tsx'
import { blankList, conditionsOf, setListState, useListState } from './list-state.ts'
import type { NounScreen } from './noun-screen.ts'
import { RecordPanel } from './record-panel.tsx'
import { RecordTable } from './record-table.tsx'
import { useRecordWindow } from './record-window.ts'
import { useDeferredText } from './deferred-text.ts'
import { useWords } from './words.ts'

export interface ListScreenProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  /** Neighbouring lists of the same section, as tabs. */
  readonly tabs?: ReactNode
}

export function ListScreen<N extends CodedNoun>({ screen, tabs }: ListScreenProps<N>) {
  const { noun } = screen
  const words = useWords()
  const mayChange = useMayChange()
  const state = useListState(noun)
  const search = useDeferredText(state.search)
  const sort = state.sort ?? screen.sort
  const records = useRecordWindow(noun, {
    search,
    filters: Object.fromEntries(Object.entries(state.filters).map(([field, values]) => [field, [...values]])),
    codes: state.codes === null ? null : [...state.codes.codes],
    sort,
    withdrawn: state.withdrawn,
  })
  const split = useRef<HTMLDivElement>(null)
  const conditions = conditionsOf(state)
  const many = words.many(noun)
  const openIndex = state.openId === null ? -1 : indexOf(records, state.openId)
  const openAt = (index: number) => {
    const row = records.rowAt(index)
    if (row !== undefined) setListState(noun, { openId: row.record.id })
  }
  const close = () => {
    setListState(noun, { openId: null })
    const row = split.current?.querySelector<HTMLElement>('tr[aria-selected="true"]')
    row?.focus()
  }
  const { ListActions } = screen
  return (
    <>
      <div className="page-head">
        <h1>{many}</h1>
        {records.found !== undefined && (
          <span className="page-note" role="status">
            {words.t('app.shownOf', { found: records.found, total: records.total ?? 0 })}
          </span>
        )}
        <span className="page-actions">
          {ListActions !== undefined && <ListActions />}
          {mayChange && screen.createFields.length > 0 && (
            <Link href={`/${noun}/new`} className="button primary">
              <IconPlus size={16} stroke={1.5} aria-hidden />
              {words.t('action.addNoun', { noun: words.inSentence(noun) })}
            </Link>
          )}
        </span>
      </div>
      {tabs}
      <FilterChips noun={noun} state={state} filters={screen.filters} />
      <div className="split" data-open={state.openId !== null} ref={split}>
        {records.error !== null ? (
          <p className="empty" role="alert">
            {sayError(words.language, records.error)}
          </p>
        ) : records.found === 0 ? (
          <div className="empty">
            {conditions > 0 ? (
              <>
                <p>{words.t('app.noMatch', { count: conditions })}</p>
                <button type="button" className="button" onClick={() => setListState(noun, blankList)}>
                  {words.t('action.clearConditions')}
                </button>
              </>
            ) : (
              <>
                <p>{words.t('app.noRecords', { noun: many })}</p>
                <p className="muted">{words.why(noun)}</p>
                {mayChange && screen.createFields.length > 0 && (
                  <Link href={`/${noun}/new`} className="button">
                    {words.t('action.addNoun', { noun: words.inSentence(noun) })}
                  </Link>
                )}
              </>
            )}
          </div>
        ) : (
          <RecordTable
            label={many}
            columns={screen.columns}
            window={records}
            sort={sort}
            onSort={(next) => setListState(noun, { sort: next })}
            openId={state.openId}
            onOpen={(id) => setListState(noun, { openId: id })}
          />
        )}
        {state.openId !== null && (
          <RecordPanel
            key={state.openId}
            screen={screen}
            id={state.openId}
            place={openIndex < 0 ? null : { index: openIndex, found: records.found ?? 0 }}
            onStep={openAt}
            onClose={close}
          />
        )}
      </div>
    </>
  )
}

/** The place of a record among the rows that are there; -1 where it is on another page. */
function indexOf(
  records: {
    readonly found: number | undefined
    rowAt(index: number): { readonly record: { readonly id: string } } | undefined
  },
  id: string,
): number {
  for (let index = 0; index < (records.found ?? 0); index += 1) {
    const row = records.rowAt(index)
    if (row === undefined && index > 5000) return -1
    if (row?.record.id === id) return index
  }
  return -1
}
