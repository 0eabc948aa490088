/** A window that is to be closed: asked first, waited for, and never ended without an answer. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Closing } from '#electron/closing.ts'

function closing() {
  const told: string[] = []
  let person: (now: boolean) => void = () => undefined
  const window = new Closing({
    askWindow: () => told.push('asked'),
    closeNow: () => {
      told.push('question')
      return new Promise((resolve) => (person = resolve))
    },
    close: () => told.push('closed'),
    patience: 1000,
  })
  return {
    window,
    told,
    person: async (now: boolean) => {
      person(now)
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('it is asked once, however often it is closed, and goes when it says so', () => {
  const { window, told } = closing()
  expect([window.mayClose(), window.mayClose()]).toEqual([false, false])
  window.answered('close')
  expect([told, window.mayClose()]).toEqual([['asked', 'closed'], true])
  vi.advanceTimersByTime(5000)
  expect(told).toEqual(['asked', 'closed'])
})

test('it stays where its person wants to, and is asked anew the next time', () => {
  const { window, told } = closing()
  window.mayClose()
  window.answered('stay')
  vi.advanceTimersByTime(5000)
  expect([window.mayClose(), told]).toEqual([false, ['asked', 'asked']])
})

test('while it asks its person itself, nobody else does', () => {
  const { window, told } = closing()
  window.mayClose()
  window.answered('asking')
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['asked'])
  window.answered('close')
  expect(told).toEqual(['asked', 'closed'])
})

test('where it is silent the person is asked, may wait on, and may close', async () => {
  const { window, told, person } = closing()
  window.mayClose()
  vi.advanceTimersByTime(1000)
  await person(false)
  expect(told).toEqual(['asked', 'question'])
  vi.advanceTimersByTime(1000)
  await person(true)
  expect(told).toEqual(['asked', 'question', 'question', 'closed'])
})

test('its own answer counts while the person is asked', async () => {
  const { window, told, person } = closing()
  window.mayClose()
  vi.advanceTimersByTime(1000)
  window.answered('close')
  await person(true)
  expect(told).toEqual(['asked', 'question', 'closed'])
})

test('an answer that nobody asked for does nothing', () => {
  const { window, told } = closing()
  window.answered('close')
  expect(told).toEqual([])
})
