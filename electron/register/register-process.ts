/**
 * What the register process does with the messages of its shell, whichever shell it is and however they arrive. The first
 * message says what it needs to know; the window's ports come after it.
 */
import type { MessagePortMainLike } from '@orpc/client/message-port'
import { type ControlMessage, type ShellTold, shellOverChannel } from '#electron/control-channel.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import { type RegisterServer, serveRegister } from './serve.ts'

/** What a shell tells the process at its start. */
export interface StartMessage {
  readonly kind: 'start'
  readonly shell: 'electron' | 'chromium'
  readonly language: Language
  /** The system's, where the person has chosen another one. */
  readonly systemLanguage?: Language
  readonly sampleFolder: string
  readonly open: string | null
}

/** A message of one of the window's ports, carried over a channel that has none of its own. */
export interface PortMessage {
  readonly kind: 'port'
  readonly port: number
  readonly data: string | Uint8Array
}
export interface PortClosed {
  readonly kind: 'portClosed'
  readonly port: number
}
/** What the shell tells unasked. */
export interface ToldMessage {
  readonly kind: 'told'
  readonly told: ShellTold
}
export type ToRegister =
  StartMessage | PortMessage | PortClosed | ControlMessage | ToldMessage | { readonly kind: 'stop' }
export type FromRegister = PortMessage | ControlMessage | { readonly kind: 'started' }

/** A port as Electron hands it over. It keeps its messages until it is started, and may be collected before. */
export type ElectronPort = MessagePortMainLike & { start(): void }

/** The part of Electron's parent port that is used; its ports come with the messages. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: ElectronPort[] }) => void): unknown
  postMessage(message: unknown): void
}

/** The part of a forked child's channel that is used. */
export interface ForkChannel {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'disconnect' | 'SIGTERM', listener: () => void): unknown
  send(message: unknown): unknown
}

class ForkedPort {
  readonly #receivers: ((data: unknown) => void)[] = []
  readonly #enders: (() => void)[] = []
  readonly postMessage: (data: unknown) => void
  readonly onMessage = { addListener: (callback: (data: unknown) => void) => this.#receivers.push(callback) }
  readonly onDisconnect = { addListener: (callback: () => void) => this.#enders.push(callback) }

  constructor(send: (data: unknown) => void) {
    this.postMessage = send
  }

  receive(data: unknown): void {
    for (const receiver of this.#receivers) receiver(data)
  }

  close(): void {
    for (const ender of this.#enders) ender()
  }
}

class RegisterProcess {
  readonly #send: (message: FromRegister) => void
  readonly #end: () => void
  readonly #ports = new Map<number, ForkedPort>()
  #server: RegisterServer | null = null
  #control: ((message: ControlMessage) => void) | null = null

  constructor(send: (message: FromRegister) => void, end: () => void) {
    this.#send = send
    this.#end = end
  }

  receive(message: ToRegister): void {
    switch (message.kind) {
      case 'start':
        this.#start(message)
        break
      case 'port':
        this.#portOf(message.port).receive(message.data)
        break
      case 'portClosed':
        this.#ports.get(message.port)?.close()
        this.#ports.delete(message.port)
        break
      case 'told':
        this.#server?.desk.hear(message.told)
        break
      case 'stop':
        this.stop()
        break
      default:
        this.#control?.(message)
    }
  }

  /** A port of Electron's: the window's messages come straight through it. */
  upgrade(port: ElectronPort): void {
    this.#server?.upgrade(port)
    port.start()
  }

  /** Closes the register and ends the process. A write that runs is synchronous: it is over before this is heard. */
  stop(): void {
    this.#server?.close()
    this.#end()
  }

  #start(message: StartMessage): void {
    const { shell, receive } = shellOverChannel(message.shell, (asked) => {
      this.#send(asked)
    })
    this.#control = receive
    const { open, language, ...start } = message
    this.#server = serveRegister({ ...start, language, shell })
    if (open !== null) this.#open(this.#server, open, language)
    this.#send({ kind: 'started' })
  }

  /** A file that was named at the start and is refused: the window shows why, and so does the terminal. */
  #open(server: RegisterServer, file: string, language: Language): void {
    try {
      server.desk.open(file, false)
      void server.desk.show()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      console.error(sayProblem(language, error))
    }
  }

  #portOf(id: number): ForkedPort {
    const known = this.#ports.get(id)
    if (known) return known
    const port = new ForkedPort((data) => {
      this.#send({ kind: 'port', port: id, data: data as string | Uint8Array })
    })
    this.#ports.set(id, port)
    this.#server?.upgrade(port)
    return port
  }
}

/** Under Electron: a utility process, whose parent port brings the window's ports. `end` ends the process. */
export function overParentPort(parentPort: ParentPort, end: () => void): void {
  const registerProcess = new RegisterProcess((message) => {
    parentPort.postMessage(message)
  }, end)
  parentPort.on('message', ({ data, ports: [port] }) => {
    if (port === undefined) registerProcess.receive(data as ToRegister)
    else registerProcess.upgrade(port)
  })
}

/** Under the Chromium shell: a forked child, whose one channel carries the messages of the window's ports too. */
export function overForkChannel(channel: ForkChannel, end: () => void): void {
  const registerProcess = new RegisterProcess((message) => {
    channel.send(message)
  }, end)
  const stop = () => {
    registerProcess.stop()
  }
  channel.on('message', (message) => {
    registerProcess.receive(message as ToRegister)
  })
  channel.on('SIGTERM', stop)
  // The shell is gone, however it went: nobody is left to serve.
  channel.on('disconnect', stop)
}
