/** The register process as the Chromium shell starts it: a forked child, restarted when it dies. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { builtFolder } from '#electron/build.ts'
import { answerFromShell, type ShellTold } from '#electron/control-channel.ts'
import type { FromRegister, StartMessage, ToRegister } from '#electron/register/register-process.ts'
import { Restarts, Tail } from '#electron/restarts.ts'
import type { Shell, Showing } from '#electron/shell.ts'

export interface RegisterChildOptions {
  readonly shell: Shell
  readonly start: Omit<StartMessage, 'kind' | 'shell'>
  readonly onPortMessage: (port: number, data: string | Uint8Array) => void
  /** The process has died; a new one is being started with the same register. */
  readonly onDeath: () => void
  readonly onStarted: () => void
  /** It cannot be started: a part of the program is missing, say. The next load of the page tries once more. */
  readonly onFailure: () => void
  /** It died too often to be started again; what it and those before it wrote last. */
  readonly onGivenUp: (lastWords: string) => void
}

export class RegisterChild {
  readonly #options: RegisterChildOptions
  #child: ChildProcess
  readonly #restarts = new Restarts()
  readonly #tail = new Tail()
  #stopping = false
  #started = false
  #failed = false
  /** The file to go on with after a death. */
  #file: string | null = null
  /** Files that were named while no process was there to be told. */
  #kept: ShellTold[] = []

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

  /** After a failure, when the person asks for it: without the file that it may have died of. */
  startAgain(): void {
    this.#failed = false
    this.#restarts.forgive()
    this.#child = this.#spawn(this.#file)
  }

  post(port: number, data: string | Uint8Array): void {
    this.#send({ kind: 'port', port, data })
  }

  /** Tells the window something, through the process. */
  tell(told: ShellTold): void {
    if (this.#started) this.#send({ kind: 'told', told })
    else if (told.kind === 'open') this.#kept.push(told)
  }

  get isRunning(): boolean {
    return this.#started
  }

  /** Which register is shown: after a death it is opened again. */
  showing(register: Showing | null): void {
    this.#file = register?.file ?? null
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
    // As built, like the one that Electron starts: it begins in less than half the time that its sources take.
    const child = fork(join(builtFolder('main'), 'register.js'), [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const control = answerFromShell(this.#options.shell, (message) => {
      if (child.connected) child.send(message)
    })
    child.stderr?.on('data', (piece: Buffer) => {
      this.#tail.write(piece.toString())
      process.stderr.write(piece)
    })
    // A message to a process that has just died: its exit is told below.
    child.on('error', () => undefined)
    child.on('message', (received) => {
      const message = received as FromRegister
      if (message.kind === 'port') this.#options.onPortMessage(message.port, message.data)
      else if (message.kind === 'started') {
        this.#started = true
        this.#options.onStarted()
        for (const told of this.#kept.splice(0)) this.tell(told)
      } else control(message)
    })
    child.on('exit', (code, signal) => {
      if (this.#stopping || child !== this.#child) return
      const cannotStart = !this.#started
      this.#started = false
      this.#tail.write(signal === null ? `\nexit code: ${String(code)}\n` : `\nsignal: ${signal}\n`)
      this.#options.onDeath()
      if (cannotStart) {
        // It would die again, without an end: it dies of what it opens, or of a part of the program that is missing.
        this.#failed = true
        this.#file = null
        this.#options.onFailure()
      } else if (this.#restarts.died(Date.now())) this.#child = this.#spawn(this.#file)
      else {
        this.#failed = true
        this.#options.onGivenUp(this.#tail.text)
      }
    })
    child.send({ kind: 'start', shell: 'chromium', ...this.#options.start, open } satisfies StartMessage)
    return child
  }
}
