/** Why a value is not in the register, in words: what the register answered, else what the noun's schema has against it. */
import { useCallback } from 'react'
import type { HeldField } from '#renderer/api/drafts.tsx'
import { fieldProblemsOf, sayError } from '#renderer/api/problem.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { type Noun, nounSchemas } from '#shared/domain/nouns.ts'
import { FieldConflict } from './save-field.ts'
import { useIssueWords } from './issue-words.ts'
import { useWords } from './words.ts'

interface Schema {
  safeParse(value: unknown): {
    readonly success: boolean
    readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined
  }
}

/** What the noun's schema has against a value: a code of the catalogue under `issue`; null where nothing. */
export function issueOfValue(noun: Noun, field: FieldDescription, value: unknown): string | null {
  const shape: Readonly<Record<string, Schema>> = nounSchemas[noun].shape
  const parsed = shape[field.name]?.safeParse(value)
  return parsed?.success === false ? (parsed.error?.issues[0]?.message ?? 'OTHER') : null
}

export interface Refusal {
  /** Null where nothing speaks against the value. */
  readonly sentence: string | null
  /** It is not about the field (a full disk, a file that was moved): the same value can be saved later. */
  readonly beside: boolean
}

/** `stored` is the value as it would be stored. */
export function useRefusal(): (noun: Noun, field: FieldDescription, held: HeldField, stored: unknown) => Refusal {
  const words = useWords()
  const issueWords = useIssueWords()
  return useCallback(
    (noun, field, { error, state }, stored) => {
      if (state === 'typed' || state === 'saving' || error instanceof FieldConflict)
        return { sentence: null, beside: false }
      if (error !== null) {
        const own = fieldProblemsOf(error).find((each) => each.field === field.name)
        return own === undefined
          ? { sentence: sayError(words.language, error), beside: true }
          : { sentence: issueWords(own.issue), beside: false }
      }
      const issue = issueOfValue(noun, field, stored)
      return { sentence: issue === null ? null : issueWords(issue), beside: issue === null }
    },
    [issueWords, words.language],
  )
}
