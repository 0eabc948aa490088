/** A value of a list field in words: in chips, in lists of choices, over groups. */
import { useCallback } from 'react'
import type { Labels } from '#shared/contract/base.ts'
import { me } from '#shared/contract/list.ts'
import { type ListField, vacant } from '#shared/domain/list-fields.ts'
import { useWords } from './words.ts'

export type ValueWords = (field: ListField, value: string | null, labels: Labels) => string

export function useValueWords(): ValueWords {
  const words = useWords()
  return useCallback(
    (field, value, labels) => {
      if (value === null) return words.t(field.maybeNone === true ? 'app.noneOfThese' : 'app.notRegistered')
      switch (field.kind) {
        case 'choice':
        case 'choices':
          return words.value(field.options, value)
        case 'holder':
          if (value === vacant) return words.t('app.vacant')
          break
        default:
          break
      }
      if (value === me) return words.t('app.me')
      return words.label(labels, value) || value
    },
    [words],
  )
}
