/**
 * What a key does in a grid that is not being edited, and in the editor of a cell. Keys that Japanese input methods take
 * (Ctrl+Space, Alt+`, F6 to F10) do nothing here. Keys pressed while composing never come this far.
 */
import type { Move } from './cell-range.ts'

/** The part of a keyboard event that decides. */
export interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export type GridAction =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly kind: 'chooseRow' }
  | { readonly kind: 'chooseAll' }
  /** Takes the block back to one cell, then the chosen rows back to none. */
  | { readonly kind: 'letGo' }
  /** Edits the cell, or opens the record where nobody can edit it. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'edit' }
  /** Edits from an empty cell. */
  | { readonly kind: 'editBlank' }
  | { readonly kind: 'open' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fillDown' }
  | { readonly kind: 'fillBlock' }

/** A group of the sheet of keys; its sentence is the catalogue's `gridKey.<name>`. */
export type GridKeyGroup =
  | 'move'
  | 'moveEdge'
  | 'movePage'
  | 'chooseRow'
  | 'chooseAll'
  | 'letGo'
  | 'edit'
  | 'editBlank'
  | 'open'
  | 'clear'
  | 'fillDown'
  | 'fillBlock'

export interface GridKey {
  /** As commands write theirs; Ctrl stands for Command too. */
  readonly keys: string
  readonly action: GridAction
  readonly group: GridKeyGroup
}

const key = (keys: string, group: GridKeyGroup, action: GridAction): GridKey => ({ keys, action, group })
const move = (keys: string, group: GridKeyGroup, to: Move): GridKey =>
  key(keys, group, { kind: 'move', move: to, extend: false })

/** Every key of the grid, once: what is pressed is looked up here, and the sheet of keys is made from it. */
export const gridKeys: readonly GridKey[] = [
  move('ArrowUp', 'move', 'up'),
  move('ArrowDown', 'move', 'down'),
  move('ArrowLeft', 'move', 'left'),
  move('ArrowRight', 'move', 'right'),
  move('Shift+Enter', 'move', 'up'),
  move('Home', 'moveEdge', 'rowStart'),
  move('End', 'moveEdge', 'rowEnd'),
  move('Ctrl+Home', 'moveEdge', 'first'),
  move('Ctrl+End', 'moveEdge', 'last'),
  move('Ctrl+ArrowUp', 'moveEdge', 'columnStart'),
  move('Ctrl+ArrowDown', 'moveEdge', 'columnEnd'),
  move('Ctrl+ArrowLeft', 'moveEdge', 'rowStart'),
  move('Ctrl+ArrowRight', 'moveEdge', 'rowEnd'),
  move('PageUp', 'movePage', 'pageUp'),
  move('PageDown', 'movePage', 'pageDown'),
  key('Shift+Space', 'chooseRow', { kind: 'chooseRow' }),
  key('Ctrl+A', 'chooseAll', { kind: 'chooseAll' }),
  key('Escape', 'letGo', { kind: 'letGo' }),
  key('Enter', 'edit', { kind: 'enter' }),
  key('F2', 'edit', { kind: 'edit' }),
  key('Backspace', 'editBlank', { kind: 'editBlank' }),
  key('Space', 'open', { kind: 'open' }),
  key('Alt+Enter', 'open', { kind: 'open' }),
  key('Delete', 'clear', { kind: 'clear' }),
  key('Ctrl+D', 'fillDown', { kind: 'fillDown' }),
  key('Ctrl+Enter', 'fillBlock', { kind: 'fillBlock' }),
]
const actions = new Map(gridKeys.map(({ keys, action }) => [keys, action]))

/** The action of a key, or null where the key is none of the grid's and goes on to the window. */
export function gridAction(pressed: Pressed): GridAction | null {
  const { shiftKey, altKey } = pressed
  const control = pressed.ctrlKey || pressed.metaKey
  const name = pressed.key === ' ' ? 'Space' : pressed.key.length === 1 ? pressed.key.toUpperCase() : pressed.key
  const held = [...(control ? ['Ctrl'] : []), ...(altKey ? ['Alt'] : [])]
  const exact = actions.get([...held, ...(shiftKey ? ['Shift'] : []), name].join('+'))
  if (exact !== undefined || !shiftKey) return exact ?? null
  // Shift extends the block by every move, and changes no key that has a name of its own.
  const plain = actions.get([...held, name].join('+'))
  if (plain?.kind === 'move') return { ...plain, extend: true }
  return control ? null : (plain ?? null)
}

/** True for a key that types a character: it begins editing. */
export function typesCharacter({ key, ctrlKey, metaKey, altKey }: Pressed): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
}

export type EditorAction =
  | { readonly kind: 'commit'; readonly then: 'up' | 'down' | 'left' | 'right' | 'fill' | 'stay' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'lineBreak' }

export interface EditorMode {
  /** Editing began by typing: arrow keys commit and move on, as in a spreadsheet. F2 ends that. */
  readonly quick: boolean
  /** The editor takes several lines. */
  readonly long: boolean
}

/** The action of a key in the editor of a cell, or null where the key belongs to the editor. */
export function editorAction(pressed: Pressed, { quick, long }: EditorMode): EditorAction | null {
  const { key, shiftKey, altKey } = pressed
  const control = pressed.ctrlKey || pressed.metaKey
  if (key === 'Escape') return { kind: 'cancel' }
  if (key === 'Tab' && !control && !altKey) return { kind: 'commit', then: shiftKey ? 'left' : 'right' }
  if (key === 'Enter') {
    if (control) return { kind: 'commit', then: 'fill' }
    if (altKey) return long ? { kind: 'lineBreak' } : null
    return { kind: 'commit', then: shiftKey ? 'up' : 'down' }
  }
  if (!quick || control || altKey || shiftKey) return null
  switch (key) {
    case 'ArrowUp':
      return { kind: 'commit', then: 'up' }
    case 'ArrowDown':
      return { kind: 'commit', then: 'down' }
    case 'ArrowLeft':
      return { kind: 'commit', then: 'left' }
    case 'ArrowRight':
      return { kind: 'commit', then: 'right' }
    default:
      return null
  }
}
