/**
 * The connection to the register process: one message port, handed over by the shell at every load of the page and again
 * after the process was restarted. Without this wrapper calls made after a loss would hang for ever.
 */
import { createORPCClient, type ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { Problem } from '#shared/domain/problem.ts'
import type { Client } from './client.tsx'

/**
 * `lost`: the process is gone and the shell has not yet brought a new port. `failed`: it could not be started, and no port will
 * come before the page is loaded again.
 */
export type ConnectionState = 'connecting' | 'ready' | 'lost' | 'failed'

/** The message under which both shells hand the port over. */
export const portMessage = 'daicho:port'

type Context = Record<PropertyKey, never>
type Link = ClientLink<Context>

interface Line {
  readonly link: Link
  /** Rejects with CONNECTION_LOST when the port closes; never resolves. */
  readonly lost: Promise<never>
  readonly close: () => void
}

export class Connection {
  readonly client: Client
  #state: ConnectionState = 'connecting'
  #line: Promise<Line>
  #arrive: (line: Line) => void = () => undefined
  #current: Line | null = null
  readonly #listeners = new Set<() => void>()

  constructor() {
    this.#line = this.#awaited()
    const link: Link = { call: (path, input, options) => this.#call(path, input, options) }
    this.client = createORPCClient(link)
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Calls `listener` at each change of the state; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes a new port into use. A port that was in use is left, and what waits for it is lost: its process is gone. */
  use(port: MessagePort): void {
    let reject: (problem: Problem) => void = () => undefined
    const lost = new Promise<never>((_resolve, refuse) => {
      reject = refuse
    })
    // Nobody may be waiting when the port closes: that is no error of its own.
    lost.catch(() => undefined)
    const close = () => {
      reject(new Problem('CONNECTION_LOST'))
    }
    const line: Line = { link: new RPCLink<Context>({ port }), lost, close }
    port.addEventListener('close', () => {
      close()
      this.#lose(line)
    })
    port.start()
    this.#current?.close()
    this.#arrive(line)
    this.#line = Promise.resolve(line)
    this.#current = line
    this.#set('ready')
  }

  /** The process could not be started. */
  fail(): void {
    this.#line = Promise.reject(new Problem('CONNECTION_LOST'))
    this.#line.catch(() => undefined)
    this.#set('failed')
  }

  #awaited(): Promise<Line> {
    return new Promise<Line>((resolve) => {
      this.#arrive = resolve
    })
  }

  #lose(line: Line): void {
    if (this.#current !== line) return
    this.#current = null
    // Calls are refused at once until the next port arrives, instead of waiting for one that may never come.
    this.#line = Promise.reject(new Problem('CONNECTION_LOST'))
    this.#line.catch(() => undefined)
    this.#set('lost')
  }

  #set(state: ConnectionState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  async #call(...[path, input, options]: Parameters<Link['call']>): Promise<unknown> {
    const line = await this.#line
    const answer = await Promise.race([line.link.call(path, input, options), line.lost])
    return isIterator(answer) ? untilLost(answer, line.lost) : answer
  }
}

/** Listens for ports that the shell hands to this page. */
export function connect(page: Window): Connection {
  const connection = new Connection()
  page.addEventListener('message', (event) => {
    if (event.source !== page || event.data !== portMessage) return
    const [port] = event.ports
    if (port === undefined) connection.fail()
    else connection.use(port)
  })
  return connection
}

function isIterator(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value
}

/** The same items; a loss in between is told by our own code, not by that of a closed queue. */
async function* untilLost(items: AsyncIterableIterator<unknown>, lost: Promise<never>): AsyncGenerator {
  try {
    for (;;) {
      const item = await Promise.race([items.next(), lost])
      if (item.done === true) return item.value as unknown
      yield item.value
    }
  } finally {
    // Also when the reader breaks off: the work at the other end is told to stop. Without another end nobody answers.
    const told = items.return?.() ?? Promise.resolve()
    await Promise.race([told, lost]).catch(() => undefined)
  }
}
