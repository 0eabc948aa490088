/** One application per profile under the Chromium shell: a second start hands its files over. */
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { onlyInstance } from '#electron/chromium/single-instance.ts'
import { temporaryFolder } from '#test/support/register.ts'

async function first(profile: string): Promise<{ heard: (readonly string[])[] }> {
  const only = await onlyInstance(profile, [])
  if (only === null) throw new Error('somebody else is first')
  const heard: (readonly string[])[] = []
  only.hear((files) => heard.push(files))
  onTestFinished(() => only.release())
  return { heard }
}

describe.skipIf(process.platform === 'win32')('the second start', () => {
  test('hands its files to the first and is told so; without files it only calls it', async () => {
    const profile = temporaryFolder()
    const { heard } = await first(profile)
    expect(await onlyInstance(profile, ['/a.daicho', '/台帳 2.daicho'])).toBeNull()
    expect(await onlyInstance(profile, [])).toBeNull()
    expect(heard).toEqual([['/a.daicho', '/台帳 2.daicho'], []])
  })

  test('waits for a first one that does not listen yet', async () => {
    const profile = temporaryFolder()
    const only = await onlyInstance(profile, [])
    if (only === null) throw new Error('somebody else is first')
    onTestFinished(() => only.release())
    expect(await onlyInstance(profile, ['/early.daicho'])).toBeNull()
    const heard: (readonly string[])[] = []
    only.hear((files) => heard.push(files))
    expect(heard).toEqual([['/early.daicho']])
  })

  test('is the first where the one before has ended, or has died and left its socket', async () => {
    const profile = temporaryFolder()
    const only = await onlyInstance(profile, [])
    await only?.release()
    expect(await first(profile)).toEqual({ heard: [] })
    const left = temporaryFolder()
    writeFileSync(join(left, 'instance.sock'), '')
    expect(await first(left)).toEqual({ heard: [] })
  })

  test('of another profile is its own first', async () => {
    await first(temporaryFolder())
    expect(await first(temporaryFolder())).toEqual({ heard: [] })
  })

  test('with a profile whose name is too long for a socket opens a window of its own', async () => {
    const profile = join(temporaryFolder(), 'x'.repeat(120))
    await first(profile)
    expect(await first(profile)).toEqual({ heard: [] })
  })

  test.each(['nonsense\n', '{"files":"/a"}\n', '{"files":[1]}\n', 'x'.repeat(1_100_000)])(
    'that says something else is not heard (%#)',
    async (text) => {
      const profile = temporaryFolder()
      const { heard } = await first(profile)
      await new Promise<void>((resolve) => {
        const socket = connect(join(profile, 'instance.sock'), () => socket.write(text))
        socket.on('error', () => undefined)
        socket.on('close', () => {
          resolve()
        })
      })
      expect(heard).toEqual([])
    },
  )
})
