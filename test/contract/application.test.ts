/** What comes to the window from outside, as the register process passes it on, and the registers opened last. */
import { unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { ShellEvents } from '#electron/register/shell-events.ts'
import type { ShellEvent } from '#shared/contract/application.ts'
import { contract } from '#shared/contract/contract.ts'
import { Problem } from '#shared/domain/problem.ts'
import { called, company, operations, refusal, serving, tokenFor } from '#test/support/serving.ts'

async function take(events: AsyncIterator<ShellEvent>, count: number): Promise<ShellEvent[]> {
  const taken: ShellEvent[] = []
  while (taken.length < count) {
    const next = await events.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

describe('events', () => {
  test('reach the window that listens, in their order', async () => {
    const { client, server } = serving()
    const events = await client.application.events()
    const first = events.next()
    await expect.poll(() => server.desk.events.publish({ kind: 'command', id: 'find' })).toBe(true)
    server.desk.hear({ kind: 'command', id: 'go.risk' })
    server.desk.hear({ kind: 'closing' })
    const rest = await take(events, 2)
    expect([(await first).value, ...rest]).toEqual([
      { kind: 'command', id: 'find' },
      { kind: 'command', id: 'go.risk' },
      { kind: 'closing' },
    ])
    await events.return()
  })

  test('of a file wait for a window, by token and name; the window opens it like any other', async () => {
    const setting = await company()
    const { client, server, folder } = setting
    const file = join(folder, 'own.daicho')
    await client.file.close()
    server.desk.hear({ kind: 'open', files: [join(folder, 'earlier.daicho')] })
    server.desk.hear({ kind: 'open', files: [file, join(folder, 'second.daicho'), '/elsewhere/third.daicho'] })
    const events = await client.application.events()
    const [event] = await take(events, 1)
    expect(event).toEqual({
      kind: 'open',
      token: expect.any(String) as string,
      name: 'own.daicho',
      others: ['second.daicho', 'third.daicho'],
    })
    expect(JSON.stringify(event)).not.toContain(folder)
    if (event?.kind !== 'open') throw new Error('no file')
    expect((await client.file.open({ token: event.token })).register?.fileName).toBe('own.daicho')
    await events.return()
  })

  test('of a file that is not there end in a refusal that names it', async () => {
    const { client, server, folder } = serving()
    server.desk.hear({ kind: 'open', files: [join(folder, 'gone.daicho')] })
    const events = await client.application.events()
    const [event] = await take(events, 1)
    if (event?.kind !== 'open') throw new Error('no file')
    expect(await refusal(client.file.open({ token: event.token }))).toEqual({
      code: 'FILE_NOT_FOUND',
      facts: { file: join(folder, 'gone.daicho') },
    })
    await events.return()
  })

  test('closing without a window is allowed at once; an order without one is dropped', () => {
    const { server, told } = serving()
    server.desk.hear({ kind: 'command', id: 'find' })
    server.desk.hear({ kind: 'closing' })
    expect(told).toEqual(['closing close'])
  })

  test('go to the page that asked last, as after a reload', async () => {
    const events = new ShellEvents()
    const before = events.listen(undefined)
    const waiting = before.next()
    const after = events.listen(undefined)
    const next = after.next()
    expect((await waiting).done).toBe(true)
    events.publish({ kind: 'closing' })
    expect((await next).value).toEqual({ kind: 'closing' })
  })

  test('end with the connection', async () => {
    const { client, server, cut } = serving()
    const events = await client.application.events()
    const waiting = events.next()
    await expect.poll(() => server.desk.events.publish({ kind: 'closing' })).toBe(true)
    await waiting
    const ended = events.next().catch((error: unknown) => (error as { code?: string }).code)
    cut()
    expect(await ended).toBe('CONNECTION_LOST')
    await expect.poll(() => server.desk.events.publish({ kind: 'closing' })).toBe(false)
  })
})

test("the window's answer reaches the shell", async () => {
  const { client, told } = serving()
  await client.application.answerClosing({ answer: 'stay' })
  await client.application.answerClosing({ answer: 'close' })
  expect(told).toEqual(['closing stay', 'closing close'])
})

describe('the registers opened last', () => {
  test('are listed by token, name and folder, the latest first; the sample is none of them', async () => {
    const setting = await company()
    const { client, folder, preferences } = setting
    await client.file.create({ token: await tokenFor(setting, 'second.daicho'), language: 'ja', name: '第二' })
    await client.file.openSample({ language: 'ja' })
    const files = await client.application.recentFiles()
    expect(files.map(({ name, folder: place }) => [name, place])).toEqual([
      ['second.daicho', folder],
      ['own.daicho', folder],
    ])
    const opened = await client.file.open({ token: files[1]?.token ?? '' })
    expect(opened.register?.fileName).toBe('own.daicho')
    expect((await client.application.recentFiles()).map(({ name }) => name)).toEqual(['own.daicho', 'second.daicho'])
    unlinkSync(join(folder, 'second.daicho'))
    expect((await client.application.recentFiles()).map(({ name }) => name)).toEqual(['own.daicho'])
    expect(await client.application.forgetRecentFiles()).toEqual([])
    expect(preferences.recentFiles).toBeNull()
  })

  test('a token among them is good once', async () => {
    const { client } = await company()
    const [file] = await client.application.recentFiles()
    await client.file.open({ token: file?.token ?? '' })
    expect(await refusal(client.file.open({ token: file?.token ?? '' }))).toEqual({ code: 'TOKEN_UNKNOWN', facts: {} })
  })

  test('a folder for preferences that cannot be written to is no reason to refuse a register', async () => {
    const setting = serving()
    setting.server.desk.shell.preferences.write = () => Promise.reject(new Error('full'))
    const created = await setting.client.file.create({
      token: await tokenFor(setting, 'own.daicho'),
      language: 'ja',
      name: '試験商事',
    })
    expect(basename(created.register?.fileName ?? '')).toBe('own.daicho')
    expect(dirname(setting.server.desk.register.file)).toBe(setting.folder)
  })
})

describe('what was used last', () => {
  test('comes back with the latest first: commands anywhere, records in their own register, none that was withdrawn', async () => {
    const setting = await company()
    const { client } = setting
    const noun = { kind: 'legal_entity' as const }
    const [one, two, three] = [
      await client.unit.create({ ...noun, name: { ja: '本社', en: null } }),
      await client.unit.create({ ...noun, name: { ja: '支社', en: null } }),
      await client.unit.create({ ...noun, name: { ja: '工場', en: null } }),
    ]
    const { list, note } = client.application.recentlyUsed
    for (const { id } of [one, two, three, one]) await note({ kind: 'record', id })
    for (const id of ['save', 'go.risk', 'save'] as const) await note({ kind: 'command', id })
    await client.unit.withdraw({ id: three.id, version: 1, reason: '閉鎖' })
    const known = await list()
    expect(known.commands).toEqual(['save', 'go.risk'])
    expect(known.records.map(({ label }) => label.code)).toEqual(['UNT-0001', 'UNT-0002'])
    await client.file.create({ token: await tokenFor(setting, 'second.daicho'), language: 'ja', name: '第二' })
    expect(await list()).toEqual({ commands: ['save', 'go.risk'], records: [] })
    await client.file.close()
    expect(await list()).toEqual({ commands: ['save', 'go.risk'], records: [] })
  })

  test('a list that is asked for while a note is being written waits for it', async () => {
    const held: { letGo?: () => void } = {}
    const setting = serving({ writePreference: () => new Promise<void>((resolve) => (held.letGo = resolve)) })
    const { list, note } = setting.client.application.recentlyUsed
    const noted = note({ kind: 'command', id: 'verify' })
    await vi.waitUntil(() => held.letGo !== undefined)
    const answered = vi.fn()
    const listed = list().finally(answered)
    await setting.client.file.status()
    expect(answered).not.toHaveBeenCalled()
    setting.preferences.recentlyUsed = { commands: ['verify'], records: [] }
    held.letGo?.()
    await noted
    expect((await listed).commands).toEqual(['verify'])
  })

  test('is empty where the preferences hold something else, and no reason for a refusal where they cannot be written', async () => {
    const setting = serving({ writePreference: () => Promise.reject(new Problem('PREFERENCES_NOT_WRITTEN')) })
    setting.preferences.recentlyUsed = { commands: 'save' }
    const { list, note } = setting.client.application.recentlyUsed
    expect(await note({ kind: 'command', id: 'save' })).toBeNull()
    expect(await list()).toEqual({ commands: [], records: [] })
  })
})

test('every operation between window and shell was called above', () => {
  const ours = (path: string) => path.startsWith('application.')
  expect([...called].filter(ours).sort()).toEqual(operations(contract).filter(ours).sort())
})
