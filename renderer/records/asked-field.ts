/** Whoever follows a finding to its record lands in the field in which it is put right. */
import { useEffect } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import type { CodedNoun } from '#shared/domain/nouns.ts'

/** The field is named in the state of the entry in the history of the window; a field of a verb has no control to go to. */
export function useAskedField(noun: CodedNoun, recordId: string): void {
  const state = useHistoryState<{ readonly field?: unknown } | null>()
  const field = typeof state?.field === 'string' ? state.field : null
  useEffect(() => {
    if (field !== null) document.getElementById(`${noun}-${field}`)?.focus()
  }, [noun, recordId, field])
}
