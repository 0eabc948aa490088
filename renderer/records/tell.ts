/** A sentence at the edge of the window: what was done, with what can be done next, or why it was refused. */
import { notifications } from '@mantine/notifications'
import { createElement, useMemo } from 'react'

export interface Tell {
  done(sentence: string, next?: NextStep): void
  /** Stays until it is closed: a person must have been able to read it. */
  refused(sentence: string): void
}

export interface NextStep {
  readonly label: string
  readonly run: () => void
}

export function useTell(): Tell {
  return useMemo(
    () => ({
      done: (sentence, next) =>
        notifications.show({
          message: next === undefined ? sentence : withStep(sentence, next),
          withBorder: true,
          autoClose: 8000,
        }),
      refused: (message) => notifications.show({ message, withBorder: true, autoClose: false, role: 'alert' }),
    }),
    [],
  )
}

function withStep(sentence: string, { label, run }: NextStep) {
  return createElement(
    'span',
    { className: 'told' },
    sentence,
    createElement('button', { type: 'button', className: 'text-button', onClick: run }, label),
  )
}
