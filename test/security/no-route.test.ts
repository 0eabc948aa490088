/**
 * The command line where there is no network at all: a namespace of the kernel's without any route, in which a register full of
 * marks is checked, exported and printed. What the program says to the terminal meanwhile holds nothing of the register.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildParts, builtFolder, ensureBuilt } from '#electron/build.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { fillWithMarks, mark } from '#test/support/marked-register.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'

/** Whether the kernel lets us make one. */
const hasNamespace = process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0
const built = join(builtFolder('renderer'), '..')
const entry = join(import.meta.dirname, '../../electron/cli/index.ts')

function withoutNetwork(program: string, words: readonly string[]) {
  const ended = spawnSync('unshare', ['-rn', program, ...words], {
    env: { ...process.env, LC_ALL: 'C', npm_lifecycle_event: undefined },
    encoding: 'utf8',
    timeout: 240_000,
  })
  return { status: ended.status, said: `${ended.stdout}${ended.stderr}` }
}

test.skipIf(!hasNamespace)(
  'checks, exports and prints where nothing can be reached, and says nothing of what it read',
  { timeout: 600_000 },
  () => {
    // There is not even a way to this computer itself.
    const probe = `require('node:net').connect(9, '127.0.0.1').on('error', ({ code }) => console.log(code))`
    expect(withoutNetwork(process.execPath, ['-e', probe]).said.trim()).toBe('ENETUNREACH')

    const folder = temporaryFolder()
    const file = join(folder, 'marked.daicho')
    const surroundings = testSurroundings()
    newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: null }, from: '2026-04-01' })
    const register = openRegister(file, { surroundings, mode: 'write' })
    fillOneOfEach(register)
    fillWithMarks(register, [`${mark} 台帳の中の言葉`])
    register.close()

    const said = [
      ['verify', file],
      ['export', file, '--out', join(folder, 'exported')],
      ['pack', file, '--out', join(folder, 'packs'), '--language', 'ja'],
    ].map((words) => ({ words: words[0], ...withoutNetwork(process.execPath, [entry, ...words]) }))
    expect(said.map(({ words, status }) => [words, status])).toEqual([
      ['verify', 0],
      ['export', 0],
      ['pack', 0],
    ])
    expect(existsSync(join(folder, 'exported', 'systems.csv'))).toBe(true)
    const [bundle = ''] = readdirSync(join(folder, 'packs'))
    expect(readdirSync(join(folder, 'packs', bundle)).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
    for (const each of said) expect(each.said).not.toContain(mark)
  },
)

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
