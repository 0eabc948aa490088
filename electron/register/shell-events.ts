/**
 * What comes to the window from outside, kept until a window listens: a file that a second start hands over must not be lost
 * while the page is being loaded. Orders and closing mean a window that is there.
 */
import type { ShellEvent } from '#shared/contract/application.ts'

export class ShellEvents {
  #kept: ShellEvent[] = []
  #listener: symbol | null = null
  #wake: () => void = () => undefined

  /** False where no window listens. */
  publish(event: ShellEvent): boolean {
    if (this.#listener === null && event.kind !== 'open') return false
    // The latest file counts: one window shows one register.
    this.#kept = [...this.#kept.filter((each) => each.kind !== 'open' || event.kind !== 'open'), event]
    this.#wake()
    return this.#listener !== null
  }

  /** The window that asked last gets the events; one that asked before it gets no more. */
  async *listen(signal: AbortSignal | undefined): AsyncGenerator<ShellEvent, void, void> {
    const self = Symbol('listener')
    this.#listener = self
    this.#wake()
    const stop = () => {
      if (this.#listener === self) this.#listener = null
      this.#wake()
    }
    signal?.addEventListener('abort', stop)
    try {
      while (this.#isListening(self, signal)) {
        const event = this.#kept.shift()
        if (event === undefined) await new Promise<void>((resolve) => (this.#wake = resolve))
        else yield event
      }
    } finally {
      signal?.removeEventListener('abort', stop)
      if (this.#listener === self) this.#listener = null
    }
  }

  #isListening(self: symbol, signal: AbortSignal | undefined): boolean {
    return this.#listener === self && signal?.aborted !== true
  }
}
