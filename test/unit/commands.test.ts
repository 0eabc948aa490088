/** The one list of commands: what the menu, the keys and the palette are made from. */
import { describe, expect, test } from 'vitest'
import { allSections } from '#renderer/app/sections.ts'
import {
  type Availability,
  commandFor,
  commandOfLetter,
  commandOf,
  commands,
  isAvailable,
  sectionNames,
} from '#shared/domain/commands.ts'
import { ariaKeys, keyWords, type Pressed } from '#shared/domain/keys.ts'
import { translate } from '#shared/locales/translate.ts'

const pressed = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('the list', () => {
  test('has each command, each key and each sentence once', () => {
    const once = (values: readonly string[]) =>
      expect(values.filter((each, at) => values.indexOf(each) !== at)).toEqual([])
    once(commands.map(({ id }) => id))
    once(commands.flatMap(({ letter }) => letter ?? []))
    for (const system of ['pc', 'mac'] as const)
      once(commands.flatMap(({ keys }) => (keys === null ? [] : [keys[system]])))
    for (const language of ['ja', 'en'] as const) {
      const words = translate(language)
      once(commands.map(({ words: key, noun }) => words(key, noun === undefined ? {} : { noun })))
      expect(commands.filter(({ words: key }) => words(key) === key)).toEqual([])
    }
  })

  test('takes no key from the input method, and none that types', () => {
    for (const { keys } of commands)
      for (const each of [keys?.pc, keys?.mac]) {
        expect(each ?? '').not.toMatch(/Space|`|F(6|7|8|9|10)$/)
        expect(each ?? 'Ctrl+').toMatch(/^(Ctrl|Cmd|Alt)\+/)
      }
  })

  test('names the sections in the order of the navigation', () => {
    expect(allSections.map(({ name }) => name)).toEqual([...sectionNames])
  })
})

describe('a key that is pressed', () => {
  test.each([
    ['k with Ctrl', pressed('k', { ctrlKey: true }), 'find', undefined],
    ['K with Ctrl while capitals are locked', pressed('K', { ctrlKey: true }), 'find', undefined],
    ['k with Command', pressed('k', { metaKey: true }), undefined, 'find'],
    ['k with Ctrl and Alt', pressed('k', { ctrlKey: true, altKey: true }), undefined, undefined],
    ['k alone', pressed('k'), undefined, undefined],
    ['E with Ctrl and Shift', pressed('E', { ctrlKey: true, shiftKey: true }), 'export', undefined],
    ['e with Ctrl', pressed('e', { ctrlKey: true }), undefined, undefined],
    ['1 with Alt', pressed('1', { altKey: true, code: 'Digit1' }), 'go.overview', 'go.overview'],
    ['¡, which Option and 1 type', pressed('¡', { altKey: true, code: 'Digit1' }), 'go.overview', 'go.overview'],
    ['7 with Alt', pressed('7', { altKey: true, code: 'Digit7' }), 'go.workQueue', 'go.workQueue'],
    ['8 with Alt', pressed('8', { altKey: true, code: 'Digit8' }), undefined, undefined],
    ['+ with Shift, as on an American keyboard', pressed('+', { ctrlKey: true, shiftKey: true }), 'zoomIn', undefined],
    ['; with Ctrl, where plus lies on a Japanese keyboard', pressed(';', { ctrlKey: true }), 'zoomIn', undefined],
    ['- with Command', pressed('-', { metaKey: true }), undefined, 'zoomOut'],
    ['F10', pressed('F10'), undefined, undefined],
  ] as const)('%s', (_name, key, onPc, onMac) => {
    expect([commandFor(key, false)?.id, commandFor(key, true)?.id]).toEqual([onPc, onMac])
  })

  test.each([
    ['c', 'addHere'],
    ['C', 'addHere'],
    ['ｃ', 'addHere'],
    ['/', 'findHere'],
    ['?', 'keySheet'],
    ['x', undefined],
    ['Process', undefined],
  ])('%s alone', (key, id) => {
    expect(commandOfLetter(pressed(key, { shiftKey: key === '?' }))?.id).toBe(id)
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(commandOfLetter(pressed(key, { [held]: true }))).toBeUndefined()
  })

  test('is shown as each system writes it', () => {
    const { keys } = commandOf('export')
    if (keys === null) throw new Error('export has no keys')
    expect([keyWords(keys, false), keyWords(keys, true)]).toEqual(['Ctrl+Shift+E', '⇧⌘E'])
    expect([ariaKeys(keys, false), ariaKeys(keys, true)]).toEqual(['Control+Shift+E', 'Meta+Shift+E'])
  })
})

test.each<[Availability, boolean, boolean, boolean]>([
  ['always', true, true, true],
  ['register', false, true, true],
  ['change', false, false, true],
])('%s: on the start screen %s, read-only %s, otherwise %s', (when, closed, readOnly, editable) => {
  expect([
    isAvailable(when, { open: false, mayChange: false }),
    isAvailable(when, { open: true, mayChange: false }),
    isAvailable(when, { open: true, mayChange: true }),
  ]).toEqual([closed, readOnly, editable])
})

test('undo and redo have the keys of each system', () => {
  expect(commandFor(pressed('z', { ctrlKey: true }), false)?.id).toBe('undo')
  expect(commandFor(pressed('y', { ctrlKey: true }), false)?.id).toBe('redo')
  expect(commandFor(pressed('z', { metaKey: true }), true)?.id).toBe('undo')
  expect(commandFor(pressed('z', { metaKey: true, shiftKey: true }), true)?.id).toBe('redo')
})
