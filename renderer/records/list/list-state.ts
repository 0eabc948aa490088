/** What a person looks at in a list: kept while the register is open, so that coming back finds it as it was left. */
import { useSyncExternalStore } from 'react'
import type { Condition, ListQuery, ListSort } from '#shared/contract/list.ts'
import type { ListView } from '#shared/contract/views.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { ColumnLayout } from '../grid/column.ts'

export interface ListState {
  /** The view that the list began from: `all`, the name of a built-in one, or the id of a saved one. */
  readonly view: string
  readonly search: string
  /** By list field. */
  readonly filters: Readonly<Record<string, Condition>>
  /** Named records that a figure's "which ones?" opened; `title` says which figure. */
  readonly codes: { readonly codes: readonly string[]; readonly title: string } | null
  readonly withdrawn: boolean
  /** Null: the noun's own order. */
  readonly sort: ListSort | null
  readonly group: string | null
  /** Groups that are closed, by their value. */
  readonly collapsed: readonly (string | null)[]
  /** Null: the columns that the noun begins with. */
  readonly layout: ColumnLayout | null
  /** The record in the panel. */
  readonly openId: string | null
}

export const everything = 'all'

export const blankList: ListState = {
  view: everything,
  search: '',
  filters: {},
  codes: null,
  withdrawn: false,
  sort: null,
  group: null,
  collapsed: [],
  layout: null,
  openId: null,
}

const states = new Map<CodedNoun, ListState>()
const listeners = new Set<() => void>()

export function setListState(noun: CodedNoun, change: Partial<ListState>): void {
  states.set(noun, { ...(states.get(noun) ?? blankList), ...change })
  for (const listener of listeners) listener()
}

/** True once somebody has looked at the list since the register was opened: what was left before is not put over it. */
export function isListKnown(noun: CodedNoun): boolean {
  return states.has(noun)
}

/** Another register has other records. */
export function forgetLists(): void {
  states.clear()
  for (const listener of listeners) listener()
}

export function useListState(noun: CodedNoun): ListState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => states.get(noun) ?? blankList,
  )
}

/** The same list without its conditions; its columns, order and panel stay. */
export const noConditions = {
  search: blankList.search,
  filters: blankList.filters,
  codes: blankList.codes,
  withdrawn: blankList.withdrawn,
}

/** How many conditions narrow the list. */
export function conditionsOf(state: ListState): number {
  return (
    Object.keys(state.filters).length +
    (state.search === '' ? 0 : 1) +
    (state.codes === null ? 0 : 1) +
    (state.withdrawn ? 1 : 0)
  )
}

/** What the register is asked for; `search` as far as the typing has come to rest. */
export function queryOf(state: ListState, search: string, ownSort: ListSort): ListQuery {
  return {
    search,
    filters: { ...state.filters },
    codes: state.codes === null ? null : [...state.codes.codes],
    withdrawn: state.withdrawn,
    sort: state.sort ?? ownSort,
    group: state.group,
  }
}

/** What a view keeps of a list. */
export function viewOf(state: ListState): ListView {
  const { search, filters, withdrawn, sort, group, layout } = state
  return {
    search,
    filters: filters as ListView['filters'],
    withdrawn,
    sort,
    group,
    layout: layout === null ? null : { ...layout, shown: [...layout.shown], widths: { ...layout.widths } },
  }
}

/** The list as a view shows it. A view without columns of its own leaves those that are shown. */
export function viewedAs(name: string, view: ListView, before: ListState): ListState {
  return { ...blankList, ...view, view: name, layout: view.layout ?? before.layout }
}

/** Has the list been changed since it was opened from the view? */
export function differsFrom(state: ListState, view: ListView): boolean {
  const now = viewOf(state)
  const compared = { ...now, layout: view.layout === null ? null : now.layout }
  return state.codes !== null || comparable(compared) !== comparable(view)
}

/** The same text for the same view, whatever the order of its keys; what is false may as well be left out. */
function comparable(view: ListView): string {
  return JSON.stringify(view, (_key, value: unknown) =>
    value === null || typeof value !== 'object' || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .filter(([, part]) => part !== false)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        ),
  )
}
