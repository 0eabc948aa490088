/**
 * A window that is to be closed: it is asked first, and answers when all is saved. Where it does not answer, because its page
 * or the register process hangs, the person is asked; nothing is ended without one of the two.
 */
import type { ClosingAnswer } from '#shared/contract/application.ts'

export interface ClosingParts {
  /** Asks the window. */
  readonly askWindow: () => void
  /** Asks the person whether to wait on; true: close now. */
  readonly closeNow: () => Promise<boolean>
  /** Closes the window for good. */
  readonly close: () => void
  /** How long the window may be silent, in milliseconds. */
  readonly patience: number
}

export class Closing {
  readonly #parts: ClosingParts
  #state: 'open' | 'asked' | 'closed' = 'open'
  #timer: NodeJS.Timeout | undefined

  constructor(parts: ClosingParts) {
    this.#parts = parts
  }

  /** May the window go now? Where it may not yet, it is asked. */
  mayClose(): boolean {
    if (this.#state === 'closed') return true
    if (this.#state === 'open') {
      this.#state = 'asked'
      this.#wait()
      this.#parts.askWindow()
    }
    return false
  }

  answered(answer: ClosingAnswer): void {
    if (this.#state !== 'asked') return
    clearTimeout(this.#timer)
    if (answer === 'close') this.#close()
    else if (answer === 'stay') this.#state = 'open'
  }

  /** The window is gone, however that came about: nobody is asked and nothing is waited for. */
  gone(): void {
    clearTimeout(this.#timer)
    this.#state = 'closed'
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      void this.#parts.closeNow().then((now) => {
        // The window has answered while the person was asked.
        if (this.#state !== 'asked') return
        if (now) this.#close()
        else this.#wait()
      })
    }, this.#parts.patience)
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#state = 'closed'
    this.#parts.close()
  }
}
