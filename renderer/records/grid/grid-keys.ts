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

const plainMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}
const controlMoves: Readonly<Record<string, Move>> = {
  ArrowUp: 'columnStart',
  ArrowDown: 'columnEnd',
  ArrowLeft: 'rowStart',
  ArrowRight: 'rowEnd',
  Home: 'first',
  End: 'last',
}

/** The action of a key, or null where the key is none of the grid's and goes on to the window. */
export function gridAction(pressed: Pressed): GridAction | null {
  const { key, shiftKey: extend, altKey } = pressed
  const control = pressed.ctrlKey || pressed.metaKey
  if (altKey) return key === 'Enter' && !control ? { kind: 'open' } : null
  if (control) {
    const move = controlMoves[key]
    if (move !== undefined) return { kind: 'move', move, extend }
    if (extend) return null
    switch (key.toLowerCase()) {
      case 'a':
        return { kind: 'chooseAll' }
      case 'd':
        return { kind: 'fillDown' }
      case 'enter':
        return { kind: 'fillBlock' }
      default:
        return null
    }
  }
  const move = plainMoves[key]
  if (move !== undefined) return { kind: 'move', move, extend }
  switch (key) {
    case ' ':
      return extend ? { kind: 'chooseRow' } : { kind: 'open' }
    case 'Enter':
      return extend ? { kind: 'move', move: 'up', extend: false } : { kind: 'enter' }
    case 'F2':
      return { kind: 'edit' }
    case 'Escape':
      return { kind: 'letGo' }
    case 'Delete':
      return { kind: 'clear' }
    case 'Backspace':
      return { kind: 'editBlank' }
    default:
      return null
  }
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
