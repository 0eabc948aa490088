/**
 * A share of the fuzz over the real thing: a register process of its own, called through the window's client over its port,
 * so that what the wire carries (numbers that are none, dates, sets, sheer size) arrives as it would.
 */
import { join } from 'node:path'
import { copyFileSync } from 'node:fs'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RegisterChild } from '#electron/chromium/register-child.ts'
import { type Choice, type Shell, shellWithoutWindow } from '#electron/shell.ts'
import type { Client } from '#renderer/api/client.tsx'
import { printWithFigures } from '#test/support/bundle.ts'
import { declared, walkContract } from './operations.ts'
import type { FuzzOptions } from './fuzz.ts'
import { livingRegister } from './living-register.ts'
import { mutated } from './mutate.ts'
import { Random } from './random.ts'
import { isMark, kindOf, replaceTexts, ValidInputs } from './valid-input.ts'

export interface PortResult {
  readonly calls: number
  readonly codes: ReadonlyMap<string, number>
  readonly failures: readonly string[]
}

type Caller = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>

export async function fuzzPort(options: FuzzOptions): Promise<PortResult> {
  const living = await livingRegister(options.folder)
  const work = join(options.folder, 'work.daicho')
  copyFileSync(living.file, work)
  let choice: Choice = { kind: 'cancelled' }
  const shell: Shell = {
    ...shellWithoutWindow({
      print: printWithFigures,
      preferences: { read: () => Promise.resolve({}), write: () => Promise.resolve() },
    }),
    choose: () => Promise.resolve(choice),
  }
  const failures: string[] = []
  const { port1, port2 } = new MessageChannel()
  const child = await new Promise<RegisterChild>((resolve) => {
    const started: RegisterChild = new RegisterChild({
      shell,
      start: { language: 'ja', sampleFolder: join(options.folder, 'samples'), open: work },
      onPortMessage: (_port, data) => {
        port1.postMessage(data)
      },
      onDeath: () => {
        failures.push('the register process died')
        port1.close()
      },
      onStarted: () => {
        resolve(started)
      },
      onFailure: () => undefined,
      onGivenUp: () => undefined,
    })
  })
  port1.addEventListener('message', ({ data }: MessageEvent<string | Uint8Array>) => {
    child.post(1, data)
  })
  port1.start()
  const client = createORPCClient<Client>(new RPCLink({ port: port2 }))
  port2.start()
  const codes = new Map<string, number>()
  let calls = 0

  const tokenOf = async (path: string): Promise<string> => {
    choice = { kind: 'path', path }
    const chosen = await client.file.choose({ purpose: 'open-register' })
    choice = { kind: 'cancelled' }
    return chosen.kind === 'chosen' ? chosen.token : ''
  }
  const attempt = async (name: string, caller: Caller, input: unknown): Promise<void> => {
    const abort = new AbortController()
    try {
      const answered = await caller(input, { signal: abort.signal })
      if (isIterator(answered)) await drained(answered)
    } catch (error) {
      const code = codeOf(error)
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (code !== unsent && !declared(code)) failures.push(`${name} over the port: ${code} ${String(error)}`)
    }
  }

  try {
    for (const { path, name, input: schema } of walkContract()) {
      if (options.only?.(name) === false) continue
      if (Date.now() > (options.until ?? Infinity)) break
      const random = new Random(`port ${String(options.seed)} ${name}`)
      const valid = new ValidInputs(living, random)
      const caller = path.reduce<unknown>((part, each) => (part as Record<string, unknown>)[each], client) as Caller
      const bases = Array.from({ length: 6 }, () => (schema === undefined ? undefined : valid.of(schema, path)))
      for (let made = 0; made < options.perOperation; made += 1) {
        let input: unknown = structuredClone(random.one(bases))
        for (let change = random.below(3); change >= 0; change -= 1) input = mutated(input, valid, random, bases)
        const tokens = new Map<string, string>()
        for (const mark of marksIn(input)) tokens.set(mark, await tokenOf(living.files[kindOf(mark)] ?? ''))
        calls += 1
        await attempt(
          name,
          caller,
          replaceTexts(input, (text) => tokens.get(text) ?? text),
        )
      }
      // Whatever was closed or opened in its place: the next operation finds the register.
      if (failures.length > 20) break
      await client.file.open({ token: await tokenOf(work) })
    }
    for await (const said of await client.file.verify())
      if (said.kind === 'result' && said.result.findings.length > 0)
        failures.push(`verify finds ${JSON.stringify(said.result.findings.slice(0, 3))}`)
  } catch (error) {
    failures.push(`the run broke off: ${String(error)}`)
  } finally {
    port1.close()
    await child.stop()
  }
  return { calls, codes, failures }
}

/** What long work says; what only waits for something to happen one day is left. */
async function drained(said: AsyncIterableIterator<unknown>): Promise<void> {
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const quiet = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        resolve(null)
      }, 1500)
    })
    const next = await Promise.race([said.next(), quiet])
    clearTimeout(timer)
    if (next === null) {
      await said.return?.()
      return
    }
    if (next.done === true) return
  }
}

function marksIn(input: unknown): Set<string> {
  const marks = new Set<string>()
  replaceTexts(input, (text) => {
    if (isMark(text)) marks.add(text)
    return text
  })
  return marks
}

const unsent = 'unsent'

function codeOf(error: unknown): string {
  if (error instanceof ORPCError)
    return error.code === 'PROBLEM' && error.defined ? (error.data as { code: string }).code : String(error.code)
  // What the client itself cannot put into a message (too deep for it, a key named `then`) has reached nobody.
  return error instanceof RangeError || error instanceof TypeError ? unsent : String(error)
}

function isIterator(value: unknown): value is AsyncIterableIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
