/** Hears the keys of commands. Nothing is heard while an input method composes, nor what something nearer has taken. */
import { useEffect } from 'react'
import { useDisplay } from '#renderer/api/display.ts'
import { isComposing } from '#renderer/records/composing.ts'
import { isTyping, takesLetters } from '#renderer/records/typing.ts'
import { type Command, commandFor, commandOf, commandOfLetter, finishFormKeys } from '#shared/domain/commands.ts'
import { isPressed } from '#shared/domain/keys.ts'
import { onMac } from '../on-mac.ts'
import { finishForm } from './save-now.ts'

export function useKeys(run: (command: Command) => void): void {
  const letters = useDisplay()?.letterKeys !== 'off'
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return
      if (isPressed(onMac ? finishFormKeys.mac : finishFormKeys.pc, event)) {
        if (event.repeat) return
        // A field that is in no form saves itself: it is saved now.
        if (finishForm(event.target)) event.preventDefault()
        else if (isTyping(event.target)) run(commandOf('save'))
        return
      }
      const command =
        commandFor(event, onMac) ?? (letters && !takesLetters(event.target) ? commandOfLetter(event) : undefined)
      if (command === undefined) return
      // In a text field these keys take back what was typed there.
      if ((command.id === 'undo' || command.id === 'redo') && isTyping(event.target)) return
      // Also where it cannot be carried out now: the browser would print, save or open something of its own.
      event.preventDefault()
      if (!event.repeat || command.anywhere) run(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [letters, run])
}
