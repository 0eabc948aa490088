/** What a person looks at in a list: kept while the register is open, so that coming back finds it as it was left. */
import { useSyncExternalStore } from 'react'
import type { ListInput } from '#shared/contract/records.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'

export interface ListState {
  readonly search: string
  readonly filters: Readonly<Record<string, readonly (string | null)[]>>
  /** Named records that a figure's "which ones?" opened; `title` says which figure. */
  readonly codes: { readonly codes: readonly string[]; readonly title: string } | null
  /** Null: the noun's own order. */
  readonly sort: NonNullable<ListInput['sort']> | null
  readonly withdrawn: boolean
  /** The record in the panel. */
  readonly openId: string | null
}

export const blankList: ListState = { search: '', filters: {}, codes: null, sort: null, withdrawn: false, openId: null }

const states = new Map<CodedNoun, ListState>()
const listeners = new Set<() => void>()

export function setListState(noun: CodedNoun, change: Partial<ListState>): void {
  states.set(noun, { ...(states.get(noun) ?? blankList), ...change })
  for (const listener of listeners) listener()
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

/** How many conditions narrow the list. */
export function conditionsOf(state: ListState): number {
  return (
    Object.keys(state.filters).length +
    (state.search === '' ? 0 : 1) +
    (state.codes === null ? 0 : 1) +
    (state.withdrawn ? 1 : 0)
  )
}
