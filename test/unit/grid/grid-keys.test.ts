import { describe, expect, test } from 'vitest'
import { editorAction, gridAction, type Pressed, typesCharacter } from '#renderer/records/grid/grid-keys.ts'

/** A key as it is written in a manual: Ctrl+Shift+End. */
function pressed(written: string): Pressed {
  const parts = written.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key: key === 'Space' ? ' ' : key,
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  }
}

describe('keys of the grid', () => {
  test.each([
    ['ArrowDown', { kind: 'move', move: 'down', extend: false }],
    ['Shift+ArrowRight', { kind: 'move', move: 'right', extend: true }],
    ['Home', { kind: 'move', move: 'rowStart', extend: false }],
    ['Shift+End', { kind: 'move', move: 'rowEnd', extend: true }],
    ['Ctrl+Home', { kind: 'move', move: 'first', extend: false }],
    ['Ctrl+Shift+End', { kind: 'move', move: 'last', extend: true }],
    ['Meta+ArrowDown', { kind: 'move', move: 'columnEnd', extend: false }],
    ['Ctrl+Shift+ArrowUp', { kind: 'move', move: 'columnStart', extend: true }],
    ['PageDown', { kind: 'move', move: 'pageDown', extend: false }],
    ['Shift+PageUp', { kind: 'move', move: 'pageUp', extend: true }],
    ['Enter', { kind: 'enter' }],
    ['Shift+Enter', { kind: 'move', move: 'up', extend: false }],
    ['F2', { kind: 'edit' }],
    ['Backspace', { kind: 'editBlank' }],
    ['Delete', { kind: 'clear' }],
    ['Escape', { kind: 'letGo' }],
    ['Space', { kind: 'open' }],
    ['Alt+Enter', { kind: 'open' }],
    ['Shift+Space', { kind: 'chooseRow' }],
    ['Ctrl+a', { kind: 'chooseAll' }],
    ['Meta+A', { kind: 'chooseAll' }],
    ['Ctrl+d', { kind: 'fillDown' }],
    ['Ctrl+Enter', { kind: 'fillBlock' }],
  ] as const)('%s', (key, action) => {
    expect(gridAction(pressed(key))).toEqual(action)
  })

  test.each([
    'Ctrl+Space',
    'Alt+`',
    'F6',
    'F7',
    'F8',
    'F9',
    'F10',
    'Process',
    'Zenkaku',
    'Tab',
    'a',
    'Ctrl+k',
    'Alt+1',
  ])('%s is left to the input method, the browser or the window', (key) => {
    expect(gridAction(pressed(key))).toBeNull()
  })

  test('characters begin editing, keys with names and keys held with Ctrl do not', () => {
    expect(
      ['k', 'K', '7', 'あ', '𠮷', '-', 'Space', 'Enter', 'F2', 'Process', 'Ctrl+c', 'Alt+x'].filter((key) =>
        typesCharacter(pressed(key)),
      ),
    ).toEqual(['k', 'K', '7', 'あ', '𠮷', '-'])
  })
})

describe('keys of the editor', () => {
  const calm = { quick: false, long: false }
  test.each([
    ['Enter', { kind: 'commit', then: 'down' }],
    ['Shift+Enter', { kind: 'commit', then: 'up' }],
    ['Tab', { kind: 'commit', then: 'right' }],
    ['Shift+Tab', { kind: 'commit', then: 'left' }],
    ['Ctrl+Enter', { kind: 'commit', then: 'fill' }],
    ['Escape', { kind: 'cancel' }],
  ] as const)('%s', (key, action) => {
    expect(editorAction(pressed(key), calm)).toEqual(action)
  })

  test('arrows move inside the text, unless editing began by typing', () => {
    const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map(pressed)
    expect(arrows.map((arrow) => editorAction(arrow, calm))).toEqual([null, null, null, null])
    expect(arrows.map((arrow) => editorAction(arrow, { quick: true, long: false }))).toEqual(
      (['up', 'down', 'left', 'right'] as const).map((then) => ({ kind: 'commit', then })),
    )
    expect(editorAction(pressed('Shift+ArrowLeft'), { quick: true, long: false })).toBeNull()
  })

  test('Alt+Enter breaks the line where there are several', () => {
    expect(editorAction(pressed('Alt+Enter'), { quick: false, long: true })).toEqual({ kind: 'lineBreak' })
    expect(editorAction(pressed('Alt+Enter'), calm)).toBeNull()
  })
})
