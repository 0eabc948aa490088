/**
 * What a window that was taken over can write to its port, to the real register process: none of it ends the process, and
 * whatever bears a number is answered.
 */
import { join } from 'node:path'
import { v7 } from 'uuid'
import { beforeAll, afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { RegisterChild } from '#electron/chromium/register-child.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { realSurroundings } from '#electron/register/store/register-file.ts'
import { type Shell, shellWithoutWindow } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'

interface Answer {
  readonly i: string
  readonly t?: number
  readonly p: { readonly s?: number; readonly b?: { readonly json?: unknown } }
}

let folder: string
let child: RegisterChild
let deaths = 0
const heard = new Set<(port: number, answer: Answer) => void>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daicho-wire-'))
  const file = join(folder, 'own.daicho')
  newRegister(file, realSurroundings(v7, 'tester'), {
    language: 'ja',
    name: { ja: '試験商事', en: null },
    from: '2026-04-01',
  })
  const shell: Shell = shellWithoutWindow({
    print: () => Promise.reject(new Problem('NO_BROWSER')),
    preferences: { read: () => Promise.resolve({}), write: () => Promise.resolve() },
  })
  await new Promise<void>((resolve) => {
    child = new RegisterChild({
      shell,
      start: { language: 'ja', sampleFolder: join(folder, 'samples'), open: file },
      onPortMessage: (port, data) => {
        const answer = JSON.parse(typeof data === 'string' ? data : Buffer.from(data).toString()) as Answer
        for (const listener of heard) listener(port, answer)
      },
      onDeath: () => {
        deaths += 1
      },
      onStarted: resolve,
      onFailure: () => undefined,
      onGivenUp: () => undefined,
    })
  })
})

afterAll(async () => {
  await child.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What comes back under a number; `send` sends. */
function answerTo(number: string, port: number, send: () => void): Promise<Answer> {
  return new Promise((resolve) => {
    const listener = (from: number, answer: Answer) => {
      if (from !== port || answer.i !== number) return
      heard.delete(listener)
      resolve(answer)
    }
    heard.add(listener)
    onTestFinished(() => {
      heard.delete(listener)
    })
    send()
  })
}

/** The process answers, and it is the one that was started. */
async function isAlive(port: number): Promise<boolean> {
  const answer = await answerTo('alive', port, () => {
    child.post(port, JSON.stringify({ i: 'alive', p: { u: '/file/status', b: {} } }))
  })
  return deaths === 0 && answer.p.s === undefined
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
/** Nothing in these bears a number under which somebody could wait. */
const unanswerable: readonly (readonly [string, string | Uint8Array])[] = [
  ['no JSON', 'not json'],
  ['nothing', ''],
  ['half a message', '{"i":"1","p":{"u":"/file/status"'],
  ['null', 'null'],
  ['a number', '3'],
  ['an array', '[]'],
  ['an object without anything', '{}'],
  ['no number', '{"p":{"u":"/file/status","b":{}}}'],
  ['a number of another kind', '{"i":1,"p":{"u":"/file/status","b":{}}}'],
  ['bytes', new Uint8Array([0, 1, 2, 255, 254])],
  ['bytes that are JSON', new TextEncoder().encode('{"i":"1","p":{"u":"/file/status","b":{}}}')],
  [
    'JSON with a file behind it',
    new Uint8Array([...new TextEncoder().encode('{"i":"1","p":{"u":"/file/status"}}'), 255, 1, 2]),
  ],
  ['depth', deep(100_000)],
  ['a NUL', '\u0000'],
  ['a call given up that never was', '{"i":"none","t":4}'],
]
/** These do, and are refused. */
const refused: readonly (readonly [string, object])[] = [
  ['no request in it', { i: 'a' }],
  ['a request that is null', { i: 'a', p: null }],
  ['no address', { i: 'a', p: {} }],
  ['an address of another kind', { i: 'a', p: { u: 3, b: {} } }],
  ['an address elsewhere', { i: 'a', p: { u: 'https://example.com/file/status', b: {} } }],
  ['no address at all', { i: 'a', p: { u: '::', b: {} } }],
  ['another method', { i: 'a', p: { u: '/file/status', m: 'GET', b: {} } }],
  ['headers', { i: 'a', p: { u: '/file/status', h: { 'content-type': 'multipart/form-data; boundary=x' }, b: {} } }],
  ['a file', { i: 'a', p: { u: '/file/status', h: { 'content-disposition': 'filename="a"' } } }],
  ['a stream', { i: 'a', p: { u: '/file/status', h: { 'content-type': 'text/event-stream' } } }],
  ['an item of a stream', { i: 'a', t: 3, p: { e: 'message', d: 1 } }],
  ['an unknown kind', { i: 'a', t: 9, p: {} }],
  ['a body of another kind', { i: 'a', p: { u: '/file/status', b: 'text' } }],
  ['meta of another kind', { i: 'a', p: { u: '/file/status', b: { json: {}, meta: {} } } }],
  ['meta that names no place', { i: 'a', p: { u: '/file/open', b: { json: {}, meta: [[1, 'token']] } } }],
  ['meta on the prototype', { i: 'a', p: { u: '/file/open', b: { json: {}, meta: [[1, '__proto__', 'polluted']] } } }],
  ['meta of null', { i: 'a', p: { u: '/file/open', b: { json: {}, meta: [null] } } }],
  [
    'a number too large to hold',
    { i: 'a', p: { u: '/file/open', b: { json: { token: '9'.repeat(100_000) }, meta: [[0, 'token']] } } },
  ],
  ['a pattern', { i: 'a', p: { u: '/file/open', b: { json: { token: '/(a+)+$/' }, meta: [[5, 'token']] } } }],
  ['too much in it', { i: 'a', p: { u: '/file/status', b: {}, more: 1 } }],
  ['a query', { i: 'a', p: { u: '/file/open?data={}', b: {} } }],
]
/** Names of no operation: the transport itself says so, in words and with the status of what is not there. */
const unknown: readonly (readonly [string, object])[] = [
  ['an unknown operation', { i: 'a', p: { u: '/file/remove', b: {} } }],
  ['an operation of all objects', { i: 'a', p: { u: '/__proto__/toString', b: {} } }],
  ['a constructor', { i: 'a', p: { u: '/constructor', b: {} } }],
  ['a whole noun', { i: 'a', p: { u: '/system', b: {} } }],
  ['a way upwards', { i: 'a', p: { u: '/file/../../status', b: {} } }],
]

describe('the port of the register process', () => {
  // Exploit: one message that is no JSON ended the process, and five of them ended it for good.
  test.each(unanswerable)('%s: not heard, and the process lives', async (_name, message) => {
    child.post(1, message)
    expect(await isAlive(1)).toBe(true)
  })

  test.each(refused)('%s: refused with a code', async (_name, message) => {
    const { p } = await answerTo('a', 1, () => {
      child.post(1, JSON.stringify(message))
    })
    expect([p.s, (p.b as { json: { code: string } }).json.code]).toEqual([400, 'BAD_REQUEST'])
    expect(await isAlive(1)).toBe(true)
  })

  test.each(unknown)('%s: not there', async (_name, message) => {
    const { p } = await answerTo('a', 1, () => {
      child.post(1, JSON.stringify(message))
    })
    expect(p).toEqual({ s: 404, b: expect.any(String) as unknown })
    expect(await isAlive(1)).toBe(true)
  })

  test('the same request over and over is answered each time, one under way only once', async () => {
    const request = JSON.stringify({ i: 'again', p: { u: '/file/status', b: {} } })
    for (let time = 0; time < 20; time += 1)
      expect((await answerTo('again', 2, () => child.post(2, request))).p.s).toBeUndefined()
    let answers = 0
    const counting = (_port: number, { i }: Answer) => {
      if (i === 'again') answers += 1
    }
    heard.add(counting)
    onTestFinished(() => {
      heard.delete(counting)
    })
    for (let time = 0; time < 50; time += 1) child.post(2, request)
    expect(await isAlive(2)).toBe(true)
    expect(answers).toBeGreaterThan(0)
    expect(answers).toBeLessThanOrEqual(50)
  })

  test('a payload of 64 MB is refused, and the process lives', async () => {
    const token = 'x'.repeat(64_000_000)
    const { p } = await answerTo('large', 3, () => {
      child.post(3, JSON.stringify({ i: 'large', p: { u: '/file/actAs', b: { json: { personId: token } } } }))
    })
    expect((p.b?.json as { code: string }).code).toBe('BAD_REQUEST')
    expect(await isAlive(3)).toBe(true)
  })

  test('a thousand ports, opened and left, are no burden', async () => {
    for (let port = 100; port < 1100; port += 1) {
      child.post(port, JSON.stringify({ i: '1', p: { u: '/application/events', b: {} } }))
      child.closePort(port)
    }
    expect(await isAlive(4)).toBe(true)
  })
})
