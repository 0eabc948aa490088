/** A noun's list with its panel: heading with counts, conditions, table. */
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { FilterChips } from './filter-chips.tsx'
import { allColumns } from './field-column.tsx'
import type { ColumnLayout } from './grid/column.ts'
import { type GridHandle, RecordGrid } from './grid/record-grid.tsx'
import { conditionsOf, noConditions, queryOf, setListState, useListState } from './list-state.ts'
import type { NounScreen } from './noun-screen.ts'
import { RecordPanel } from './record-panel.tsx'
import { useRecordRows } from './record-rows.ts'
import { useDeferredText } from './deferred-text.ts'
import { usePlace, useStep } from './record-place.ts'
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
  const columns = useMemo(() => allColumns(screen), [screen])
  const own = useMemo<ColumnLayout>(
    () => ({ shown: screen.columns.map(({ id }) => id), widths: {}, density: 'row' }),
    [screen],
  )
  const layout = state.layout ?? own
  const query = queryOf(state, search, screen.sort)
  // Derived values come with the rows only where a column shows them.
  const described = new Set(own.shown)
  const values = columns
    .filter(({ id, field }) => field.derived === true && layout.shown.includes(id) && !described.has(id))
    .map(({ id }) => id)
  const records = useRecordRows(noun, { ...query, values }, state.collapsed)
  const grid = useRef<GridHandle>(null)
  const conditions = conditionsOf(state)
  const many = words.many(noun)
  const place = usePlace(noun, query, state.openId).data ?? null
  const step = useStep(noun, query)
  const close = () => {
    setListState(noun, { openId: null })
    if (place !== null) grid.current?.focusRecord(place)
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
      <div className="split" data-open={state.openId !== null}>
        {records.error !== null ? (
          <p className="empty" role="alert">
            {sayError(words.language, records.error)}
          </p>
        ) : records.found === 0 ? (
          <div className="empty">
            {conditions > 0 ? (
              <>
                <p>{words.t('app.noMatch', { count: conditions })}</p>
                <button type="button" className="button" onClick={() => setListState(noun, noConditions)}>
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
          <RecordGrid
            ref={grid}
            screen={screen}
            query={query}
            found={records.found ?? 0}
            label={many}
            columns={columns}
            layout={layout}
            onLayout={(next) => setListState(noun, { layout: next })}
            sort={query.sort ?? []}
            onSort={(sort) => setListState(noun, { sort })}
            rows={records}
            openId={state.openId}
            onOpen={(id) => setListState(noun, { openId: id })}
            onToggleGroup={(value) =>
              setListState(noun, {
                collapsed: state.collapsed.includes(value)
                  ? state.collapsed.filter((each) => each !== value)
                  : [...state.collapsed, value],
              })
            }
            columnMenu={() => null}
          />
        )}
        {state.openId !== null && (
          <RecordPanel
            key={state.openId}
            screen={screen}
            id={state.openId}
            place={place === null ? null : { index: place, found: records.found ?? 0 }}
            onStep={(next) => {
              void step(next)
              grid.current?.revealRecord(next)
            }}
            onClose={close}
          />
        )}
      </div>
    </>
  )
}
