/** The views of a noun: built in, saved in the register, and the list as this person left it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { type Client, useApi } from '#renderer/api/client.tsx'
import { onLeaving } from '#renderer/api/unsaved.ts'
import { builtInViews } from '#shared/contract/built-in-views.ts'
import { type Condition, me } from '#shared/contract/list.ts'
import type { ListView } from '#shared/contract/views.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Words, useWords } from '../words.ts'
import { blankList, everything, isListKnown, type ListState, setListState, viewOf } from './list-state.ts'

export interface NamedView {
  /** `all`, the name of a built-in view, or the id of a saved one. */
  readonly key: string
  readonly title: string
  readonly saved: boolean
  readonly view: ListView
}

export interface Views {
  readonly all: readonly NamedView[]
  /** The view that the list began from. */
  readonly current: NamedView
  /** False until it is known how the list was left. */
  readonly ready: boolean
}

type Remembered = Parameters<Client['views']['remember']>[0]

/** How long a list rests before it is remembered, in milliseconds. */
const restMilliseconds = 300

export function useViews(noun: CodedNoun, state: ListState): Views {
  const words = useWords()
  const { client, utils } = useApi()
  const { data, isError } = useQuery(utils.views.list.queryOptions({ input: { noun } }))
  const last = data?.last ?? null
  const left = data !== undefined && last !== null && !isListKnown(noun)
  useEffect(() => {
    if (left && !isListKnown(noun)) setListState(noun, { ...blankList, ...last.state, view: last.view })
  }, [noun, left, last])
  const known = isListKnown(noun)
  const remembered = JSON.stringify({ view: state.view, state: viewOf(state) })
  const seen = useRef(remembered)
  /** What is remembered as soon as the list has rested. */
  const waiting = useRef<Remembered | null>(null)
  const write = useCallback(async () => {
    const next = waiting.current
    waiting.current = null
    // A list that cannot be remembered is shown all the same: the next change of it tries again.
    if (next !== null) await client.views.remember(next).catch(() => undefined)
  }, [client])
  useEffect(() => {
    if (!known || seen.current === remembered) return
    seen.current = remembered
    waiting.current = { noun, last: JSON.parse(remembered) as Remembered['last'] }
    const timer = setTimeout(() => void write(), restMilliseconds)
    return () => clearTimeout(timer)
  }, [noun, known, remembered, write])
  useEffect(() => {
    const forget = onLeaving({ isWaiting: () => waiting.current !== null, finish: write })
    return () => {
      forget()
      // Left for another screen before it had rested: it is remembered as it was left.
      void write()
    }
  }, [write])
  const all = useMemo(() => viewsOf(words, noun, data?.saved ?? []), [words, noun, data?.saved])
  const [first] = all
  const current = all.find(({ key }) => key === state.view) ?? first
  if (current === undefined) throw new Error('there is always the view of everything')
  return { all, current, ready: known || isError || (data !== undefined && !left) }
}

type Saved = readonly { readonly id: string; readonly name: string; readonly view: ListView }[]

function viewsOf(words: Words, noun: CodedNoun, saved: Saved): readonly NamedView[] {
  return [
    { key: everything, title: words.t('app.all'), saved: false, view: viewOf(blankList) },
    ...builtInViews[noun].map(({ name, filters, sort }) => ({
      key: name,
      title: words.t(`view.${name}`),
      saved: false,
      view: { ...viewOf(blankList), filters: filters as ListView['filters'], sort: sort === null ? null : [...sort] },
    })),
    ...saved.map(({ id, name, view }) => ({ key: id, title: name, saved: true, view })),
  ]
}

/** Brings the list of views up to date after one was saved, renamed or removed. */
export function useRefreshViews(): () => Promise<void> {
  const { utils } = useApi()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: utils.views.key() })
}

/** True where a list asks for "me". */
export function asksForMe(filters: Readonly<Record<string, Condition>>): boolean {
  return Object.values(filters).some((condition) => condition.kind === 'values' && condition.values.includes(me))
}
