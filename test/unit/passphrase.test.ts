/** A passphrase that is typed at a terminal, with a stand-in for the terminal: its keys, and that nothing of them is echoed. */
import { PassThrough, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Call } from '#electron/cli/command.ts'
import { knownPassphrase, newPassphrase } from '#electron/cli/passphrase.ts'
import { Problem } from '#shared/domain/problem.ts'

/** Answers each question (they end in a colon and a space) with the next keys. */
function terminal(...answers: readonly string[]) {
  const raw: boolean[] = []
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (mode: boolean) => raw.push(mode) })
  const left = [...answers]
  let shown = ''
  const report = new Writable({
    write(bytes: Buffer, _encoding, done) {
      shown += bytes.toString()
      if (/\S $/.test(bytes.toString())) setImmediate(() => input.write(left.shift() ?? ''))
      done()
    },
  })
  const call = {
    language: 'en',
    options: {},
    absolute: (path: string) => path,
    help: 'daicho protect --help',
    input: input as unknown as NodeJS.ReadStream,
    report,
  } as unknown as Call
  return { call, raw, shown: () => shown }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'typed'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

test('is taken as it was typed, twice for a new one, and shown nowhere', async () => {
  const fresh = terminal('羅針盤 7\r', '羅針盤 7\r')
  expect(await newPassphrase(fresh.call)).toBe('羅針盤 7')
  expect(fresh.shown()).not.toContain('羅')
  // The terminal is given back as it was after each.
  expect(fresh.raw).toEqual([true, false, true, false])
  expect(await knownPassphrase(terminal('compass\r').call, '/a/x.daicho.age')).toBe('compass')
})

test('two that differ, an empty one, Ctrl+C and Ctrl+D are refused', async () => {
  expect(await codeOf(newPassphrase(terminal('one\r', 'two\r').call))).toBe('USAGE')
  expect(await codeOf(newPassphrase(terminal('\r').call))).toBe('USAGE')
  expect(await codeOf(knownPassphrase(terminal('half\u0003').call, 'x.age'))).toBe('CANCELLED')
  expect(await codeOf(knownPassphrase(terminal('\u0004').call, 'x.age'))).toBe('CANCELLED')
})
