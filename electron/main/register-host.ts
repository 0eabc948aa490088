/** The register process under Electron: a utility process whose port goes straight to the window, restarted when it dies. */
import { answerFromShell } from '#electron/control-channel.ts'
import type { FromRegister, StartMessage } from '#electron/register/register-process.ts'
import type { Shell } from '#electron/shell.ts'

interface Port {
  close(): void
}
export interface UtilityChild<P extends Port> {
  postMessage(message: unknown, transfer?: P[]): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  once(event: 'spawn', listener: () => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
}
export interface RegisterHostParts<P extends Port> {
  readonly fork: () => UtilityChild<P>
  readonly channel: () => { readonly port1: P; readonly port2: P }
  /** Hands a port to the window's page. */
  readonly handOver: (port: P) => void
  readonly shell: Shell
  readonly start: Omit<StartMessage, 'kind' | 'shell'>
}

export class RegisterHost<P extends Port> {
  readonly #parts: RegisterHostParts<P>
  #child: UtilityChild<P> | null = null
  #running = false
  #stopping = false
  #pageLoaded = false

  constructor(parts: RegisterHostParts<P>) {
    this.#parts = parts
    this.#spawn(parts.start.open)
  }

  /** The page was loaded, anew or again: it gets a fresh port. */
  pageLoaded(): void {
    this.#pageLoaded = true
    this.#connect()
  }

  /** Lets the process close the register, and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (child === null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.postMessage({ kind: 'stop' })
    await ended
  }

  #connect(): void {
    if (!this.#running || !this.#pageLoaded || this.#stopping || this.#child === null) return
    const { port1, port2 } = this.#parts.channel()
    this.#child.postMessage({ kind: 'serve' }, [port1])
    this.#parts.handOver(port2)
  }

  #spawn(open: string | null): void {
    const child = this.#parts.fork()
    this.#child = child
    const control = answerFromShell(this.#parts.shell, (message) => {
      child.postMessage(message)
    })
    child.on('message', (received) => {
      const message = received as FromRegister
      if (message.kind === 'started') {
        this.#running = true
        this.#connect()
      } else if (message.kind === 'answer' || message.kind === 'ask' || message.kind === 'refusal') control(message)
    })
    child.on('exit', () => {
      if (this.#child !== child) return
      const wasRunning = this.#running
      this.#child = null
      this.#running = false
      // One that dies before it could start would die again, without an end.
      if (!this.#stopping && wasRunning) this.#spawn(null)
    })
    child.once('spawn', () => {
      child.postMessage({ kind: 'start', shell: 'electron', ...this.#parts.start, open } satisfies StartMessage)
    })
  }
}
