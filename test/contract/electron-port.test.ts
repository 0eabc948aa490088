/**
 * The register process as Electron runs it: the contract over a port that comes through the parent port. The stand-ins behave
 * as Electron documents its parts: a port keeps its messages until it is started, and every message comes as an event.
 */
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ElectronPort, overParentPort, type ParentPort } from '#electron/register/register-process.ts'
import { Connection } from '#renderer/api/connection.ts'
import { temporaryFolder } from '#test/support/register.ts'

/** A port of Electron's main and utility processes, over one of Node's, which would begin with its first listener. */
function electronPort(port: MessagePort): ElectronPort {
  const kept: (() => void)[] = []
  let started = false
  return {
    on: (name, listener) => {
      const listen = () => {
        port.addEventListener(name, (event) => {
          listener(event instanceof MessageEvent ? { data: event.data as unknown } : undefined)
        })
      }
      if (started) listen()
      else kept.push(listen)
    },
    postMessage: (data) => {
      port.postMessage(data)
    },
    start: () => {
      started = true
      for (const listen of kept.splice(0)) listen()
    },
  }
}

class Parent extends EventEmitter implements ParentPort {
  readonly told: unknown[] = []
  postMessage(message: unknown): void {
    const { question, id } = message as { readonly question?: unknown; readonly id?: unknown }
    // What the person has chosen is asked for with every status: nothing was.
    if (question === 'readPreferences') queueMicrotask(() => this.says({ kind: 'answer', id, answer: {} }))
    else this.told.push(message)
  }
  says(data: unknown, ports: readonly ElectronPort[] = []): void {
    this.emit('message', { data, ports })
  }
}

function registerProcess() {
  const parent = new Parent()
  const ends: string[] = []
  overParentPort(parent, () => ends.push('ended'))
  const sampleFolder = join(temporaryFolder(), 'samples')
  parent.says({ kind: 'start', shell: 'electron', language: 'ja', sampleFolder, open: null })
  const connection = new Connection()
  /** What the shell does at every load of the page. */
  const load = () => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    parent.says({ kind: 'serve' }, [electronPort(port1)])
    connection.use(port2)
    return port1
  }
  return { parent, ends, connection, load }
}

describe('the register process under Electron', () => {
  test('says when it serves, and answers the window over the port it was given', async () => {
    const { parent, connection, load } = registerProcess()
    expect(parent.told).toEqual([{ kind: 'started' }])
    load()
    expect((await connection.client.file.status()).register).toBeNull()
  })

  test('answers a page that was loaded again over its own port', async () => {
    const { connection, load } = registerProcess()
    load()
    await connection.client.file.status()
    load()
    expect((await connection.client.file.status()).register).toBeNull()
    expect(connection.state).toBe('ready')
  })

  test('asks its shell over the parent port, and passes the answer on', async () => {
    const { parent, connection, load } = registerProcess()
    load()
    const chosen = connection.client.file.choose({ purpose: 'open-register' })
    await expect.poll(() => parent.told).toHaveLength(2)
    const [, asked] = parent.told
    expect(asked).toEqual({ kind: 'ask', id: 1, question: 'choose', ask: { purpose: 'open-register' } })
    parent.says({ kind: 'answer', id: 1, answer: { kind: 'cancelled' } })
    expect(await chosen).toEqual({ kind: 'cancelled' })
  })

  test('ends when it is told to', () => {
    const { parent, ends } = registerProcess()
    parent.says({ kind: 'stop' })
    expect(ends).toEqual(['ended'])
  })
})
