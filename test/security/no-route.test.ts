/**
 * Where there is no network at all: a namespace of the kernel's without any route, in which a register full of markup is checked,
 * exported and printed, and worked on in a window. What the program says to the terminal meanwhile holds nothing of the register.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildParts, builtFolder, ensureBuilt } from '#electron/build.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { caches } from '#test/support/caches.ts'
import { fillWithMarks, mark, markup } from '#test/support/marked-register.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { pdfActions, pdfFacts } from '#test/support/pdf-facts.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'

/** Whether the kernel lets us make one. */
const hasNamespace = process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0
const built = join(builtFolder('renderer'), '..')
const entry = join(import.meta.dirname, '../../electron/cli/index.ts')

interface Ended {
  readonly status: number | null
  readonly said: string
}

async function withoutNetwork(program: string, words: readonly string[], home?: string): Promise<Ended> {
  const child = spawn('unshare', ['-rn', program, ...words], {
    env: { ...process.env, ...caches, LC_ALL: 'C', npm_lifecycle_event: undefined, ...(home && { HOME: home }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 240_000,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString()
    })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { status, said }
}

/** A register whose texts are markup, and words beside it that are none. */
function markedRegister(file: string): { readonly system: string } {
  const surroundings = testSurroundings()
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  fillOneOfEach(register)
  fillWithMarks(register, [`${mark} 台帳の中の言葉`, ...markup])
  const [system] = [...recordTables.system.all(register.read)]
  register.close()
  return { system: system?.id ?? '' }
}

test.skipIf(!hasNamespace)(
  'checks, exports and prints where nothing can be reached, and says nothing of what it read',
  { timeout: 600_000 },
  async () => {
    // There is not even a way to this computer itself.
    const probe = `require('node:net').connect(9, '127.0.0.1').on('error', ({ code }) => console.log(code))`
    expect((await withoutNetwork(process.execPath, ['-e', probe])).said.trim()).toBe('ENETUNREACH')

    const folder = temporaryFolder()
    const file = join(folder, 'marked.daicho')
    markedRegister(file)
    // At once: each waits for its own process most of the time.
    const said = await Promise.all(
      [
        ['verify', file],
        ['export', file, '--out', join(folder, 'exported')],
        ['pack', file, '--out', join(folder, 'packs'), '--language', 'ja'],
      ].map(async (words) => ({ words: words[0], ...(await withoutNetwork(process.execPath, [entry, ...words])) })),
    )
    expect(said.map(({ words, status }) => [words, status])).toEqual([
      ['verify', 0],
      ['export', 0],
      ['pack', 0],
    ])
    expect(existsSync(join(folder, 'exported', 'systems.csv'))).toBe(true)
    const [bundle = ''] = readdirSync(join(folder, 'packs'))
    const printed = readdirSync(join(folder, 'packs', bundle)).filter((name) => name.endsWith('.pdf'))
    expect(printed).toHaveLength(1)
    for (const each of said) expect(each.said).not.toContain(mark)

    // Printed by the browser, each text is read as the text that it is, and nothing in the file acts.
    const pdf = readFileSync(join(folder, 'packs', bundle, printed[0] ?? ''))
    const text = (await pdfFacts(pdf)).text.join('').replace(/\s+/g, '')
    for (const part of [`${mark}<script>`, `<imgsrc=xclass=${mark}`, '<iframe', 'javascript:'])
      expect(text).toContain(part)
    expect(await pdfActions(pdf)).toEqual([])
  },
)

test.skipIf(!hasNamespace)('a window is opened there, and what is typed is saved', { timeout: 300_000 }, async () => {
  await ensureBuilt({ what: ['main', 'renderer', 'notices'], report: process.stderr })
  const folder = temporaryFolder()
  const file = join(folder, 'marked.daicho')
  const { system } = markedRegister(file)
  const typed = '道のない所で書いた注記'
  const window = [join(import.meta.dirname, 'window-process.ts'), file, folder, system, typed]
  expect(await withoutNetwork(process.execPath, window, folder)).toEqual({ status: 0, said: '' })
  const register = openRegister(file, { surroundings: testSurroundings(), mode: 'read' })
  expect([...recordTables.comment.all(register.read)].map(({ text }) => text)).toContain(typed)
  register.close()
})

/** Ways to speak to a network, of Node and of a browser. */
const nodeWays =
  /(?:from|import|require\()\s*\(?['"`](?:node:)?(?:http|https|http2|net|tls|dgram|dns|inspector)(?:\/promises)?['"`]/
const browserWays =
  /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts)\b/g

test('nothing that is built can speak to a network: there is no telemetry to switch off', async () => {
  await ensureBuilt({ what: buildParts, report: process.stderr })
  const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?js$/.test(name))
  expect(scripts.length).toBeGreaterThan(5)
  const found = scripts.flatMap((name) => {
    const text = readFileSync(join(built, name), 'utf8')
    if (!name.startsWith('renderer')) return nodeWays.test(text) ? [`${name}: a module for networks`] : []
    // Files of its own, which its shell answers.
    const fetched = [...text.matchAll(/\bawait fetch\(([^)]*)\)/g)].map(([, address = '']) => address)
    return [
      ...[...text.matchAll(browserWays)].map(([way]) => `${name}: ${way}`),
      ...fetched
        .filter((address) => !/^[`'"]\.\/[a-z-]+\.json[`'"]$/.test(address))
        .map((address) => `${name}: fetches ${address}`),
    ]
  })
  expect(found).toEqual([])
})
