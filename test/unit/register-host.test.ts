/** The register process under Electron, through stand-ins of Electron's parts: ports, restarts and the way it ends. */
import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { type ControlMessage, shellOverChannel } from '#electron/control-channel.ts'
import { RegisterHost, type UtilityChild } from '#electron/main/register-host.ts'
import { shellWithoutWindow, type Shell } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'

interface FakePort {
  readonly name: string
  close(): void
}

/** A utility process that says and does what a test tells it. */
class FakeChild extends EventEmitter implements UtilityChild<FakePort> {
  readonly stderr = new EventEmitter()
  killed = false
  kill(): boolean {
    this.killed = true
    return true
  }
  readonly received: unknown[] = []
  postMessage(message: unknown, transfer: FakePort[] = []): void {
    this.received.push(transfer.length === 0 ? message : [message, transfer.map((port) => port.name)])
  }
}

const start = { language: 'ja', sampleFolder: '/samples', open: '/own.daicho' } as const
const startMessage = (open: string | null) => ({ kind: 'start', shell: 'electron', ...start, open })
const serve = (name: string) => [{ kind: 'serve' }, [name]]

function hosting(shell: Partial<Shell> = {}) {
  const children: FakeChild[] = []
  const handed: string[] = []
  const givenUp: string[] = []
  const clock = { now: 0 }
  let channels = 0
  const none = shellWithoutWindow({
    print: () => Promise.reject(new Problem('NO_BROWSER')),
    preferences: { read: () => Promise.resolve({}), write: () => Promise.resolve() },
  })
  const port = (name: string): FakePort => ({ name, close: () => undefined })
  const host = new RegisterHost<FakePort>({
    fork: () => {
      const child = new FakeChild()
      children.push(child)
      return child
    },
    channel: () => {
      channels += 1
      return { port1: port(`register ${String(channels)}`), port2: port(`window ${String(channels)}`) }
    },
    handOver: (each) => handed.push(each.name),
    shell: { ...none, ...shell },
    start,
    onGivenUp: (lastWords) => givenUp.push(lastWords),
    clock: () => clock.now,
  })
  const child = (at: number) => {
    const found = children[at]
    if (found === undefined) throw new Error(`no process ${String(at)}`)
    return found
  }
  const started = (at: number) => {
    child(at).emit('spawn')
    child(at).emit('message', { kind: 'started' })
  }
  return { host, children, child, handed, started, givenUp, clock }
}

describe('a port is handed over', () => {
  test('when both the process and the page are there, whichever comes first', () => {
    const first = hosting()
    first.started(0)
    expect([first.handed, first.child(0).received]).toEqual([[], [startMessage('/own.daicho')]])
    first.host.pageLoaded()
    expect(first.handed).toEqual(['window 1'])
    expect(first.child(0).received).toEqual([startMessage('/own.daicho'), serve('register 1')])

    const second = hosting()
    second.host.pageLoaded()
    expect(second.handed).toEqual([])
    second.started(0)
    expect(second.handed).toEqual(['window 1'])
  })

  test('anew at every load of the page', () => {
    const { host, handed, started, child } = hosting()
    started(0)
    host.pageLoaded()
    host.pageLoaded()
    expect(handed).toEqual(['window 1', 'window 2'])
    expect(child(0).received.slice(1)).toEqual([serve('register 1'), serve('register 2')])
  })
})

describe('a process that dies', () => {
  test('is followed by another with the same register, which gets a port for the page', () => {
    const { host, handed, started, child, children } = hosting()
    started(0)
    host.pageLoaded()
    host.showing({ file: '/other.daicho', mayChange: true })
    child(0).emit('exit', 1)
    expect(children.length).toBe(2)
    expect(handed).toEqual(['window 1'])
    started(1)
    expect(child(1).received).toEqual([startMessage('/other.daicho'), serve('register 2')])
    expect(handed).toEqual(['window 1', 'window 2'])
  })

  test('while it opens a file is followed by one without it', () => {
    const { child, started } = hosting()
    child(0).emit('spawn')
    child(0).emit('exit', 1)
    started(1)
    expect(child(1).received).toEqual([startMessage(null)])
  })

  test('three times within a minute is followed by none, and its last words are kept; the page may try again', () => {
    const { host, child, children, started, givenUp, clock, handed } = hosting()
    host.pageLoaded()
    host.showing({ file: '/own.daicho', mayChange: true })
    started(0)
    child(0).emit('exit', 1)
    clock.now = 61_000
    started(1)
    child(1).emit('exit', 1)
    clock.now = 62_000
    started(2)
    child(2).emit('exit', 1)
    expect([children.length, givenUp]).toEqual([4, []])
    clock.now = 63_000
    child(3).stderr.emit('data', Buffer.from('FATAL ERROR: heap'))
    child(3).emit('exit', 134)
    expect(children.length).toBe(4)
    expect(givenUp[0]).toContain('FATAL ERROR: heap\nexit code: 134')
    host.pageLoaded()
    started(4)
    expect([children.length, handed.length]).toEqual([5, 4])
  })
})

describe('what the window is told', () => {
  test('goes through the process that runs; a file waits for one', () => {
    const { host, child, started } = hosting()
    host.tell({ kind: 'command', id: 'find' })
    host.tell({ kind: 'open', files: ['/b.daicho'] })
    started(0)
    host.tell({ kind: 'closing' })
    expect(child(0).received).toEqual([
      startMessage('/own.daicho'),
      { kind: 'told', told: { kind: 'open', files: ['/b.daicho'] } },
      { kind: 'told', told: { kind: 'closing' } },
    ])
  })

  test('a page that is gone gets no port until it is loaded again', () => {
    const { host, child, handed, started } = hosting()
    started(0)
    host.pageLoaded()
    host.pageGone()
    child(0).emit('exit', 1)
    started(1)
    expect(handed).toEqual(['window 1'])
    host.pageLoaded()
    expect(handed).toEqual(['window 1', 'window 2'])
  })
})

describe('stop', () => {
  test('kills where the person has decided so, and nothing follows', () => {
    const { host, child, children, started } = hosting()
    started(0)
    host.kill()
    child(0).emit('exit', null)
    expect([child(0).killed, children.length]).toEqual([true, 1])
  })

  test('asks the process to close the register and waits for its end; nothing follows', async () => {
    const { host, child, children, started, handed } = hosting()
    started(0)
    let stopped = false
    const stopping = host.stop().then(() => (stopped = true))
    host.pageLoaded()
    await Promise.resolve()
    expect([stopped, handed, child(0).received.at(-1)]).toEqual([false, [], { kind: 'stop' }])
    child(0).emit('exit', 0)
    await stopping
    expect([stopped, children.length]).toEqual([true, 1])
  })

  test('is over at once where nothing runs', async () => {
    const { host, child } = hosting()
    for (const at of [0, 1, 2]) child(at).emit('exit', 1)
    await host.stop()
  })
})

describe('the control channel', () => {
  test('carries questions of the register process to the shell, and answers and refusals back', async () => {
    const told: string[] = []
    const { child, started } = hosting({
      choose: (request) => Promise.resolve({ kind: 'path', path: `/chosen/${request.suggestedName ?? ''}` }),
      reveal: (path) => Promise.reject(new Problem('CANNOT_REVEAL', { path })),
      print: () => Promise.reject(new Error('unforeseen')),
      showing: (register) => {
        told.push(register === null ? 'nothing' : `${register.file} ${String(register.mayChange)}`)
        return Promise.resolve()
      },
      answerClosing: (answer) => {
        told.push(`answer ${answer}`)
        return Promise.resolve()
      },
      preferences: {
        read: () => Promise.resolve({ language: 'ja' }),
        write: (key, value) => {
          told.push(`${key}=${JSON.stringify(value)}`)
          return Promise.resolve()
        },
      },
    })
    started(0)
    // The other end, as the register process holds it.
    const { shell, receive } = shellOverChannel('electron', (message) => {
      child(0).emit('message', message)
    })
    const post = child(0).postMessage.bind(child(0))
    child(0).postMessage = (message: unknown, transfer?: FakePort[]) => {
      receive(message as ControlMessage)
      post(message, transfer)
    }
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof Problem ? [error.code, error.facts] : error),
      )
    expect(await shell.choose({ purpose: 'new-register', suggestedName: 'a.daicho' })).toEqual({
      kind: 'path',
      path: '/chosen/a.daicho',
    })
    expect(await code(shell.reveal('/a'))).toEqual(['CANNOT_REVEAL', { path: '/a' }])
    expect(await code(shell.print({ kind: 'pack', model: null, language: 'ja', title: '' }))).toEqual([
      'INTERNAL',
      { detail: 'Error: unforeseen' },
    ])
    await shell.showing({ file: '/own.daicho', mayChange: true })
    await shell.showing(null)
    await shell.answerClosing('stay')
    await shell.preferences.write('language', 'en')
    expect(await shell.preferences.read()).toEqual({ language: 'ja' })
    expect(told).toEqual(['/own.daicho true', 'nothing', 'answer stay', 'language="en"'])
  })
})
