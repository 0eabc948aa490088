/** What a person looks at in the queue: kept while the register is open, so that coming back finds it as it was left. */
import { useSyncExternalStore } from 'react'
import type { Label } from '#shared/contract/base.ts'
import type { WorkConditionsInput } from '#shared/contract/work-queue.ts'
import type { WorkKind, WorkStanding } from '#shared/domain/work-item.ts'

/** A person or unit that narrows the queue; `none`: whatever has none. */
export interface Chosen {
  readonly id: string
  readonly label: Label | null
}

export interface WorkState {
  /** Null: today. */
  readonly day: string | null
  readonly search: string
  readonly kinds: readonly WorkKind[]
  readonly standings: readonly WorkStanding[]
  readonly person: Chosen | null
  readonly unit: Chosen | null
  /** A month, a day, or `none`. */
  readonly period: string | null
  /** The people chosen for letters. */
  readonly letterTo: readonly string[]
  /** How far the list was scrolled. */
  readonly scrolled: number
}

/** What is due within 30 days, late or missing: what lies further ahead is one choice away. */
export const usualStandings: readonly WorkStanding[] = ['late', 'gap', 'soon']

export const blankWork: WorkState = {
  day: null,
  search: '',
  kinds: [],
  standings: usualStandings,
  person: null,
  unit: null,
  period: null,
  letterTo: [],
  scrolled: 0,
}

let state = blankWork
const listeners = new Set<() => void>()

export function setWork(change: Partial<WorkState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

/** Another register owes other things. */
export function forgetWork(): void {
  setWork(blankWork)
}

export function useWork(): WorkState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

export function conditionsOf(work: WorkState, search = work.search): WorkConditionsInput {
  return {
    day: work.day,
    search,
    kinds: [...work.kinds],
    standings: [...work.standings],
    personId: work.person?.id ?? null,
    unitId: work.unit?.id ?? null,
    period: work.period,
  }
}

/** How many conditions narrow the queue beyond what is shown at first. */
export function conditionCount(work: WorkState): number {
  const usual = work.standings.join() === usualStandings.join()
  return [work.search !== '', work.kinds.length > 0, !usual, work.person, work.unit, work.period].filter(Boolean).length
}
