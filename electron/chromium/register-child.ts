/** The register process as the Chromium shell starts it: a forked child, restarted when it dies. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { answerFromShell } from '#electron/control-channel.ts'
import type { FromRegister, StartMessage, ToRegister } from '#electron/register/register-process.ts'
import type { Shell } from '#electron/shell.ts'

export interface RegisterChildOptions {
  readonly shell: Shell
  readonly start: Omit<StartMessage, 'kind' | 'shell'>
  readonly onPortMessage: (port: number, data: string | Uint8Array) => void
  /** The process has died; a new one is being started, without a register, if this one had ever been ready. */
  readonly onDeath: () => void
  readonly onStarted: () => void
  /** It cannot be started: a part of the program is missing, say. The next load of the page tries once more. */
  readonly onFailure: () => void
}

export class RegisterChild {
  readonly #options: RegisterChildOptions
  #child: ChildProcess
  #stopping = false
  #started = false
  #failed = false

  constructor(options: RegisterChildOptions) {
    this.#options = options
    this.#child = this.#spawn(options.start.open)
  }

  /** The process id, for tests that end it. */
  get processId(): number | undefined {
    return this.#child.pid
  }

  get hasFailed(): boolean {
    return this.#failed
  }

  /** After a failure. */
  startAgain(): void {
    this.#failed = false
    this.#child = this.#spawn(this.#options.start.open)
  }

  post(port: number, data: string | Uint8Array): void {
    this.#send({ kind: 'port', port, data })
  }

  closePort(port: number): void {
    this.#send({ kind: 'portClosed', port })
  }

  /** Lets it close the register, and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    this.#send({ kind: 'stop' })
    await ended
  }

  #send(message: ToRegister): void {
    if (this.#child.connected) this.#child.send(message)
  }

  #spawn(open: string | null): ChildProcess {
    const entry = fileURLToPath(new URL('../register/index.ts', import.meta.url))
    const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const control = answerFromShell(this.#options.shell, (message) => {
      if (child.connected) child.send(message)
    })
    // A message to a process that has just died: its exit is told below.
    child.on('error', () => undefined)
    child.on('message', (received) => {
      const message = received as FromRegister
      if (message.kind === 'port') this.#options.onPortMessage(message.port, message.data)
      else if (message.kind === 'started') {
        this.#started = true
        this.#options.onStarted()
      } else control(message)
    })
    child.on('exit', () => {
      if (this.#stopping || child !== this.#child) return
      this.#options.onDeath()
      // One that dies before it could start would die again, without an end.
      if (!this.#started) {
        this.#failed = true
        this.#options.onFailure()
        return
      }
      this.#started = false
      this.#child = this.#spawn(null)
    })
    child.send({ kind: 'start', shell: 'chromium', ...this.#options.start, open } satisfies StartMessage)
    return child
  }
}
