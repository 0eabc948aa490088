/**
 * The contract as the window uses it: its own connection, a real message channel, real registers in a folder of the test's.
 */
import { basename, join } from 'node:path'
import { ORPCError } from '@orpc/client'
import { isContractProcedure } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import { type RegisterServer, serveRegister } from '#electron/register/serve.ts'
import { type Choice, type JsonValue, type Shell, shellWithoutWindow } from '#electron/shell.ts'
import type { Client } from '#renderer/api/client.tsx'
import { Connection } from '#renderer/api/connection.ts'
import type { Progress } from '#shared/contract/base.ts'
import { Problem } from '#shared/domain/problem.ts'
import { temporaryFolder, testSurroundings, type TestSurroundings } from './register.ts'

/** The day on which the clock of these tests begins. */
export const today = '2026-11-24'

/** What a test has asked of the contract, by path. */
export const called = new Set<string>()

/** Every operation of the contract, by path. */
export function operations(part: object, path = ''): string[] {
  if (isContractProcedure(part)) return [path]
  return Object.entries(part).flatMap(([name, inner]) =>
    operations(inner as object, path === '' ? name : `${path}.${name}`),
  )
}

/** The same client, keeping account of what is called. */
function counted(client: Client): Client {
  const follow = (part: object, path: string): object =>
    new Proxy(part, {
      get: (target, name) =>
        typeof name === 'string' && name !== 'then'
          ? follow(Reflect.get(target, name) as object, path === '' ? name : `${path}.${name}`)
          : (Reflect.get(target, name) as unknown),
      apply: (target, self, given) => {
        called.add(path)
        return Reflect.apply(target as (...values: unknown[]) => unknown, self, given)
      },
    })
  return follow(client, '') as Client
}

export interface Serving {
  readonly client: Client
  readonly connection: Connection
  readonly server: RegisterServer
  readonly surroundings: TestSurroundings
  readonly folder: string
  /** What the shell was asked and told. */
  readonly told: string[]
  readonly preferences: Record<string, JsonValue>
  /** What the person picks next in a dialog. */
  choice: Choice
  /** Closes the port at the register's end, as the death of its process does. */
  readonly cut: () => void
  /** A port to the same register process. */
  readonly joinAgain: () => void
}

export function serving(
  options: { print?: Shell['print']; writePreference?: Shell['preferences']['write'] } = {},
): Serving {
  const folder = temporaryFolder()
  const surroundings = testSurroundings(`${today}T00:00:00.000Z`)
  const told: string[] = []
  const preferences: Record<string, JsonValue> = {}
  const shell: Shell = {
    ...shellWithoutWindow({
      print: options.print ?? (() => Promise.reject(new Problem('NO_BROWSER'))),
      preferences: {
        read: () => Promise.resolve(preferences),
        write:
          options.writePreference ??
          ((key, value) => {
            preferences[key] = value
            return Promise.resolve()
          }),
      },
    }),
    choose: (request) => {
      told.push(`choose ${request.purpose} ${request.suggestedName ?? ''}`.trim())
      return Promise.resolve(setting.choice)
    },
    showing: (register) => {
      told.push(
        register === null ? 'showing nothing' : `showing ${basename(register.file)} ${String(register.mayChange)}`,
      )
      return Promise.resolve()
    },
    answerClosing: (answer) => {
      told.push(`closing ${answer}`)
      return Promise.resolve()
    },
  }
  const server = serveRegister({ shell, language: 'ja', sampleFolder: join(folder, 'samples'), surroundings })
  const connection = new Connection()
  let near: MessagePort | undefined
  const joinAgain = () => {
    const { port1, port2 } = new MessageChannel()
    near = port1
    server.upgrade(port1)
    port1.start()
    connection.use(port2)
  }
  joinAgain()
  const setting: Serving = {
    client: counted(connection.client),
    connection,
    server,
    surroundings,
    folder,
    told,
    preferences,
    choice: { kind: 'cancelled' },
    cut: () => near?.close(),
    joinAgain,
  }
  onTestFinished(() => {
    near?.close()
    server.close()
  })
  return setting
}

/** A new register of a company, open. */
export async function company(options: Parameters<typeof serving>[0] = {}): Promise<Serving> {
  const setting = serving(options)
  const token = await tokenFor(setting, 'own.daicho')
  await setting.client.file.create({ token, language: 'ja', name: '試験商事' })
  return setting
}

/** A token for a name in the setting's folder, as the window comes by one. */
export async function tokenFor(setting: Serving, name: string): Promise<string> {
  const folder = await folderToken(setting)
  const chosen = await setting.client.file.nameIn({ folder, name })
  if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
  return chosen.token
}

export async function folderToken(setting: Serving): Promise<string> {
  setting.choice = { kind: 'path', path: setting.folder }
  const chosen = await setting.client.file.choose({ purpose: 'output-folder' })
  if (chosen.kind !== 'chosen') throw new Error(chosen.kind)
  return chosen.token
}

/** Code and facts of a refusal; a refusal of anything but a typed kind fails the test. */
export async function refusal(work: Promise<unknown>): Promise<{ code: string; facts?: unknown; fields?: string[] }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Problem) return { code: error.code }
    if (error instanceof ORPCError && error.code === 'PROBLEM' && error.defined)
      return error.data as { code: string; facts: unknown }
    if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
      const { issues } = error.data as { issues: { path: (string | number)[] }[] }
      return { code: 'BAD_REQUEST', fields: issues.map((issue) => issue.path.join('.')) }
    }
    throw error
  }
  throw new Error('nothing was refused')
}

/** All that long work says. */
export async function reports<Result>(work: Promise<AsyncIterable<Progress<Result>>>): Promise<Progress<Result>[]> {
  const said: Progress<Result>[] = []
  for await (const report of await work) said.push(report)
  return said
}

export async function resultOf<Result>(work: Promise<AsyncIterable<Progress<Result>>>): Promise<Result> {
  const last = (await reports(work)).at(-1)
  if (last?.kind !== 'result') throw new Error('long work ended without a result')
  return last.result
}
