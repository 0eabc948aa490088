/** From a figure to the records behind it: "which ones?". */
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { blankList, setListState } from './list/list-state.ts'
import { nounPath } from './noun-path.ts'

export type OpenList = (noun: CodedNoun, codes: readonly string[], title: string) => void

export function useOpenList(): OpenList {
  const [, navigate] = useLocation()
  return useCallback(
    (noun, codes, title) => {
      setListState(noun, { ...blankList, codes: { codes, title } })
      navigate(nounPath(noun))
    },
    [navigate],
  )
}

/** The list of a noun under conditions of its fields. */
export function useOpenFiltered(): (
  noun: CodedNoun,
  filters: Readonly<Record<string, readonly (string | null)[]>>,
) => void {
  const [, navigate] = useLocation()
  return useCallback(
    (noun, filters) => {
      setListState(noun, {
        ...blankList,
        filters: Object.fromEntries(
          Object.entries(filters).map(([field, values]) => [field, { kind: 'values' as const, values: [...values] }]),
        ),
      })
      navigate(nounPath(noun))
    },
    [navigate],
  )
}
