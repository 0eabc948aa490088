/** The register process under Electron: a utility process whose port goes straight to the window, restarted when it dies. */
import { answerFromShell, type ShellTold } from '#electron/control-channel.ts'
import type { FromRegister, StartMessage } from '#electron/register/register-process.ts'
import { Restarts, Tail } from '#electron/restarts.ts'
import type { Shell, Showing } from '#electron/shell.ts'

interface Port {
  close(): void
}
export interface UtilityChild<P extends Port> {
  /** What the process writes where errors go; null where nobody asked for it. */
  readonly stderr: { on(event: 'data', listener: (piece: unknown) => void): unknown } | null
  postMessage(message: unknown, transfer?: P[]): void
  kill(): boolean
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
  /** It died too often to be started again; what it and those before it wrote last. */
  readonly onGivenUp: (lastWords: string) => void
  readonly clock: () => number
}

export class RegisterHost<P extends Port> {
  readonly #parts: RegisterHostParts<P>
  readonly #restarts = new Restarts()
  readonly #tail = new Tail()
  #child: UtilityChild<P> | null = null
  #running = false
  #stopping = false
  #pageLoaded = false
  /** The file to go on with after a death. */
  #file: string | null = null
  /** Files that were named while no process was there to be told. */
  #kept: ShellTold[] = []

  constructor(parts: RegisterHostParts<P>) {
    this.#parts = parts
    this.#spawn(parts.start.open)
  }

  /** The page was loaded, anew or again: it gets a fresh port, and a process where none is left. */
  pageLoaded(): void {
    this.#pageLoaded = true
    if (this.#child === null && !this.#stopping) {
      this.#restarts.forgive()
      this.#spawn(this.#file)
    }
    this.#connect()
  }

  /** The page is gone: its port is of no use, and it gets none until it is loaded again. */
  pageGone(): void {
    this.#pageLoaded = false
  }

  /** Tells the window something, through the process. */
  tell(told: ShellTold): void {
    if (this.#running) this.#child?.postMessage({ kind: 'told', told })
    else if (told.kind === 'open') this.#kept.push(told)
  }

  /** True where there is a process that can pass something to the window. */
  get isRunning(): boolean {
    return this.#running
  }

  /** Which register is shown: after a death it is opened again. */
  showing(register: Showing | null): void {
    this.#file = register?.file ?? null
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

  /** Ends it without waiting: the person has decided so. */
  kill(): void {
    this.#stopping = true
    this.#child?.kill()
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
    child.stderr?.on('data', (piece) => {
      this.#tail.write(String(piece))
    })
    child.on('message', (received) => {
      const message = received as FromRegister
      if (message.kind === 'started') {
        this.#running = true
        this.#connect()
        for (const told of this.#kept.splice(0)) this.tell(told)
      } else if (message.kind === 'answer' || message.kind === 'ask' || message.kind === 'refusal') control(message)
    })
    child.on('exit', (code) => {
      if (this.#child === child) this.#died(code)
    })
    child.once('spawn', () => {
      child.postMessage({ kind: 'start', shell: 'electron', ...this.#parts.start, open } satisfies StartMessage)
    })
  }

  #died(code: number): void {
    // One that dies while it opens a file is followed by one without it.
    const next = this.#running ? this.#file : null
    this.#child = null
    this.#running = false
    if (this.#stopping) return
    this.#tail.write(`\nexit code: ${String(code)}\n`)
    if (this.#restarts.died(this.#parts.clock())) this.#spawn(next)
    else this.#parts.onGivenUp(this.#tail.text)
  }
}
