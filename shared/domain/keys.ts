/** Keys as data: how they are written down, whether they were pressed, and how each system shows them. */

/**
 * `Ctrl+Shift+E`: modifiers, then one key as it is printed on an American keyboard, `Plus` and `Minus` by name. The form is
 * Electron's, too, but for `Minus`.
 */
export interface Keys {
  readonly pc: string
  readonly mac: string
}

/** A key that was pressed, as the window's events tell it. */
export interface Pressed {
  readonly key: string
  /** The place of the key: on a Mac, Option and a digit types another sign. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Signs that lie on one key with or without Shift, depending on the keyboard; plus lies with `;` on a Japanese one. */
const signs: Readonly<Record<string, readonly string[]>> = { Plus: ['+', '=', ';'], Minus: ['-', '_'] }

export function isPressed(keys: string, pressed: Pressed): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const held = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const sign = signs[key]
  return (
    pressed.ctrlKey === held('Ctrl') &&
    pressed.metaKey === held('Cmd') &&
    pressed.altKey === held('Alt') &&
    (sign === undefined
      ? pressed.shiftKey === held('Shift') &&
        (pressed.key.toUpperCase() === key.toUpperCase() || (/^\d$/.test(key) && pressed.code === `Digit${key}`))
      : sign.includes(pressed.key))
  )
}

const macModifiers: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Cmd: '⌘' }
const printed: Readonly<Record<string, string>> = {
  Plus: '+',
  Minus: '−',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const macPrinted: Readonly<Record<string, string>> = { ...printed, Enter: '↩', Tab: '⇥', Backspace: '⌫', Delete: '⌦' }

/** Keys as they are shown beside a command: `Ctrl+Shift+E`, on a Mac `⇧⌘E`. */
export function keyWords(keys: Keys, onMac: boolean): string {
  const parts = (onMac ? keys.mac : keys.pc).split('+')
  const key = parts.at(-1) ?? ''
  const modifiers = parts.slice(0, -1)
  if (!onMac) return [...modifiers, printed[key] ?? key].join('+')
  const held = Object.entries(macModifiers).filter(([name]) => modifiers.includes(name))
  return held.map(([, sign]) => sign).join('') + (macPrinted[key] ?? key)
}

/** The same for `aria-keyshortcuts`, which has names of its own. */
export function ariaKeys(keys: Keys, onMac: boolean): string {
  return (onMac ? keys.mac : keys.pc).replace('Ctrl', 'Control').replace('Cmd', 'Meta')
}
