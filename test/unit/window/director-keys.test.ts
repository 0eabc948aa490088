import { expect, test } from 'vitest'
import {
  type DirectorOrder,
  directorOrder,
  type PressedKey,
  scaleOf,
  type Where,
} from '#renderer/features/director/director-keys.ts'

const plain: Where = { isTyping: false, isPressable: false, scrolls: false, isNumberTyped: false, letters: true }
const key = (name: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const turn = (by: 1 | -1, scroll = true): DirectorOrder => ({ kind: 'turn', by, scroll })

test.each([
  ['ArrowRight', turn(1, false)],
  ['ArrowLeft', turn(-1, false)],
  ['ArrowDown', turn(1)],
  ['ArrowUp', turn(-1)],
  ['PageDown', turn(1)],
  ['PageUp', turn(-1)],
  [' ', turn(1)],
  ['Home', { kind: 'first' }],
  ['End', { kind: 'last' }],
  ['7', { kind: 'digit', digit: '7' }],
  // Typed with Japanese input on, before anything is composed.
  ['７', { kind: 'digit', digit: '7' }],
  ['f', { kind: 'fullScreen' }],
  ['Ｆ', { kind: 'fullScreen' }],
  ['Escape', { kind: 'leave' }],
  ['Enter', null],
  ['Tab', null],
  ['c', null],
])('%s', (name, order) => {
  expect(directorOrder(key(name), plain)).toEqual(order)
})

test('what has the focus keeps the keys that are its own', () => {
  expect(directorOrder(key(' ', { shiftKey: true }), plain)).toEqual(turn(-1))
  expect(directorOrder(key(' '), { ...plain, isPressable: true })).toBeNull()
  expect(directorOrder(key('Enter'), { ...plain, isNumberTyped: true })).toEqual({ kind: 'goTo' })
  expect(directorOrder(key('ArrowDown'), { ...plain, scrolls: true })).toBeNull()
  expect(directorOrder(key('Escape'), { ...plain, scrolls: true, isTyping: true })).toEqual({ kind: 'leave' })
  expect(directorOrder(key('ArrowRight'), { ...plain, isTyping: true })).toBeNull()
  // Alt+3 goes to a section, Ctrl+F finds: they are the window's.
  expect(directorOrder(key('3', { altKey: true }), plain)).toBeNull()
  expect(directorOrder(key('f', { ctrlKey: true }), plain)).toBeNull()
})

test('single signs are no orders once they are switched off, and pages turn all the same', () => {
  const off = { ...plain, letters: false }
  expect([directorOrder(key('7'), off), directorOrder(key('f'), off)]).toEqual([null, null])
  expect(directorOrder(key('PageDown'), off)).toEqual(turn(1))
})

test('a page is as large as its place holds', () => {
  const page = { width: 1000, height: 500 }
  expect(scaleOf({ width: 2000, height: 750 }, page, 'whole')).toBe(1.5)
  expect(scaleOf({ width: 500, height: 750 }, page, 'whole')).toBe(0.5)
  expect(scaleOf({ width: 2000, height: 750 }, page, 'width')).toBe(2)
  // Not measured yet; and too small for anything.
  expect(scaleOf({ width: 0, height: 0 }, page, 'whole')).toBe(1)
  expect(scaleOf({ width: 100, height: 40 }, page, 'whole')).toBe(0.3)
})
