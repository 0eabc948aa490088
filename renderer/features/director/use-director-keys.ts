/** Hears the keys of the director's view before those of commands: nothing is added, undone or saved from here. */
import { useEffect, useRef, useState } from 'react'
import { useDisplay } from '#renderer/api/display.ts'
import { isComposing } from '#renderer/records/composing.ts'
import { isTyping } from '#renderer/records/typing.ts'
import { commandFor, commandOfLetter } from '#shared/domain/commands.ts'
import { directorOrder } from './director-keys.ts'
import { turnFullScreen } from './full-screen.ts'

interface Orders {
  readonly turn: (by: 1 | -1) => void
  /** Along a page that is longer than its place; false where it is at its end. */
  readonly scroll: (by: 1 | -1) => boolean
  readonly goTo: (page: number) => void
  readonly last: number
  readonly leave: () => void
}

export function useDirectorKeys(orders: Orders): { readonly typed: string } {
  const letters = useDisplay()?.letterKeys !== 'off'
  const [typed, setTyped] = useState('')
  const latest = useRef({ orders, typed, letters })
  useEffect(() => {
    latest.current = { orders, typed, letters }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog above (the sheet of keys, the palette) has its own keys.
      if (isComposing(event) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      const { orders: act, typed: number, letters: single } = latest.current
      const target = event.target instanceof HTMLElement ? event.target : null
      const order = directorOrder(event, {
        isTyping: isTyping(target),
        isPressable: target?.closest('button, a, input, summary') != null,
        scrolls: target?.closest('[data-director-scrolls]') != null,
        isNumberTyped: number !== '',
        letters: single,
      })
      if (order === null) {
        const command = isTyping(target)
          ? undefined
          : (commandOfLetter(event) ?? commandFor(event, false) ?? commandFor(event, true))
        // Nothing is added, saved or taken back from here; and there is no field to find in.
        if (command !== undefined && (command.when === 'change' || command.id === 'findHere')) {
          event.preventDefault()
          event.stopPropagation()
        }
        return
      }
      event.preventDefault()
      event.stopPropagation()
      setTyped(order.kind === 'digit' ? `${number}${order.digit}`.slice(-3) : '')
      switch (order.kind) {
        case 'turn':
          if (!order.scroll || !act.scroll(order.by)) act.turn(order.by)
          break
        case 'digit':
          break
        case 'first':
          act.goTo(1)
          break
        case 'last':
          act.goTo(act.last)
          break
        case 'goTo':
          act.goTo(Number(number))
          break
        case 'fullScreen':
          turnFullScreen()
          break
        case 'leave':
          // Given up first: the number that is being typed.
          if (number === '') act.leave()
      }
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
  return { typed }
}
