/** A noun's list with its panel: heading with counts, views, conditions, grid. */
import { ImportLink } from '../import-link.tsx'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { useDeferredText } from '../deferred-text.ts'
import { LeftInList } from '../draft-notice.tsx'
import { allColumns } from '../field-column.tsx'
import type { ColumnLayout } from '../grid/column.ts'
import { type GridHandle, RecordGrid } from '../grid/record-grid.tsx'
import type { NounScreen } from '../noun-screen.ts'
import { usePrintSource } from '../print/print-source.ts'
import { RecordPanel } from '../record-panel.tsx'
import { useValueWords } from '../value-words.ts'
import { useWords } from '../words.ts'
import { ColumnChoice } from './column-choice.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { EmptyList } from './empty-list.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type ListState, queryOf, setListState, useListState } from './list-state.ts'
import { GroupMenu, SortMenu } from './order-menus.tsx'
import { printedList } from './printed-list.ts'
import { usePlace, useStep } from './record-place.ts'
import { useRecordRows } from './record-rows.ts'
import { useViews, type Views } from './use-views.ts'
import { ViewTabs } from './view-tabs.tsx'
import { nounPath } from '../noun-path.ts'
import './list.css'

export interface ListScreenProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  /** Neighbouring lists of the same section, as tabs. */
  readonly tabs?: ReactNode
}

export function ListScreen<N extends CodedNoun>({ screen, tabs }: ListScreenProps<N>) {
  const state = useListState(screen.noun)
  const views = useViews(screen.noun, state)
  // The list is not drawn before it is known how it was left: otherwise it would be fetched and shown twice.
  return views.ready ? <List screen={screen} tabs={tabs} state={state} views={views} /> : null
}

interface ListProps<N extends CodedNoun> extends ListScreenProps<N> {
  readonly state: ListState
  readonly views: Views
}

function List<N extends CodedNoun>({ screen, tabs, state, views }: ListProps<N>) {
  const { noun } = screen
  const words = useWords()
  const mayChange = useMayChange()
  const search = useDeferredText(state.search)
  const columns = useMemo(() => allColumns(screen), [screen])
  const own = useMemo<ColumnLayout>(
    () => ({ shown: screen.columns.map(({ id }) => id), widths: {}, density: 'row' }),
    [screen],
  )
  const layout = state.layout ?? own
  const query = queryOf(state, search, screen.sort)
  const { sort = [], group = null, ...conditions } = query
  // Derived values come with the rows only where a column shows them; the noun's own columns bring their own cells.
  const values = columns
    .filter(({ id, field }) => field.derived === true && layout.shown.includes(id) && !own.shown.includes(id))
    .map(({ id }) => id)
  const records = useRecordRows(noun, { ...query, values }, state.collapsed)
  const grid = useRef<GridHandle>(null)
  const many = words.many(noun)
  const place = usePlace(noun, query, state.openId).data ?? null
  const step = useStep(noun, query)
  const set = (change: Partial<ListState>) => setListState(noun, change)
  const close = () => {
    set({ openId: null })
    // Who closes the panel at once does so before the register has said at which place the record stands.
    grid.current?.focusRecord(place)
  }
  const onLayout = (next: ColumnLayout) => set({ layout: next })
  const onGroup = (next: string | null) => set({ group: next, collapsed: [] })
  const { ListActions } = screen
  const { client } = useApi()
  const valueWords = useValueWords()
  usePrintSource({
    kind: 'sheet',
    // With what is typed by now, also where the list on the screen has not followed yet.
    make: () =>
      printedList({
        noun,
        client,
        words,
        valueWords,
        query: { ...query, search: state.search },
        state,
        columns,
        layout,
      }),
  })
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
          <ColumnChoice columns={columns} layout={layout} onLayout={onLayout} onReset={() => set({ layout: null })} />
          <ExportMenu noun={noun} query={query} columns={layout.shown} found={records.found ?? 0} />
          <ImportLink noun={screen.noun} />
          {ListActions !== undefined && <ListActions />}
          {mayChange && screen.createFields.length > 0 && (
            <Link href={`${nounPath(noun)}/new`} className="button primary">
              <IconPlus size={16} stroke={1.5} aria-hidden />
              {words.t('action.addNoun', { noun: words.inSentence(noun) })}
            </Link>
          )}
        </span>
      </div>
      {tabs}
      <ViewTabs noun={noun} state={state} views={views} />
      <div className="list-conditions">
        <FilterBar noun={noun} state={state} conditions={conditions} filters={screen.filters} />
        <div className="list-order">
          <GroupMenu noun={noun} group={group} onGroup={onGroup} />
          <SortMenu noun={noun} sort={sort} own={state.sort === null} onSort={(next) => set({ sort: next })} />
        </div>
      </div>
      <LeftInList noun={noun} />
      <div className="split" data-open={state.openId !== null}>
        {records.error !== null ? (
          <p className="empty" role="alert">
            {sayError(words.language, records.error)}
          </p>
        ) : records.found === 0 ? (
          <EmptyList noun={noun} state={state} creates={screen.createFields.length > 0} />
        ) : (
          <RecordGrid
            ref={grid}
            screen={screen}
            query={query}
            found={records.found ?? 0}
            label={many}
            columns={columns}
            layout={layout}
            onLayout={onLayout}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            rows={records}
            openId={state.openId}
            onOpen={(id) => set({ openId: id })}
            onToggleGroup={(value) =>
              set({
                collapsed: state.collapsed.includes(value)
                  ? state.collapsed.filter((each) => each !== value)
                  : [...state.collapsed, value],
              })
            }
            columnMenu={(column) => (
              <ColumnMenu
                column={column}
                layout={layout}
                sort={sort}
                group={group}
                onLayout={onLayout}
                onSort={(next) => set({ sort: next })}
                onGroup={onGroup}
              />
            )}
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
