/**
 * What a person can order, once: the application menu, the keys of the window, its palette and its sheet of keys are all
 * made from this list. A command stands here only when it does something.
 *
 * Keys are those of board packs' and office programs' habits. Never Ctrl+Space, Alt+`, 半角/全角 or F6 to F10: on Japanese
 * Windows they belong to the input method.
 */
import type { CodedNoun } from './nouns.ts'

/** Sections in the order of Alt+1 … Alt+7; those after the seventh have no key. */
export const sectionNames = [
  'overview',
  'accountability',
  'system',
  'risk',
  'control',
  'action',
  'work',
  'acceptance',
  'settings',
  'pack',
  'log',
] as const
export type SectionName = (typeof sectionNames)[number]

export const creatableNouns = [
  'system',
  'risk',
  'control',
  'evidence',
  'action',
  'post',
  'person',
  'unit',
  'intake',
] as const satisfies readonly CodedNoun[]
export type CreatableNoun = (typeof creatableNouns)[number]

type PlainId =
  | 'newRegister'
  | 'openRegister'
  | 'openSample'
  | 'clearRecent'
  | 'save'
  | 'importSystems'
  | 'handOver'
  | 'export'
  | 'verify'
  | 'showDraft'
  | 'lockPack'
  | 'closeRegister'
  | 'undo'
  | 'redo'
  | 'addHere'
  | 'find'
  | 'themeLight'
  | 'themeDark'
  | 'themeAuto'
  | 'languageJa'
  | 'languageEn'
  | 'manual'
  | 'licences'
export type CommandId = PlainId | `go.${SectionName}` | `add.${CreatableNoun}`

export const menuNames = ['file', 'record', 'view', 'go', 'help'] as const
export type MenuName = (typeof menuNames)[number]

/** When a command can be carried out: always, while a register is open, or while it may be changed. */
export type Availability = 'always' | 'register' | 'change'

/** `Ctrl+Shift+E`: modifiers, then one key as it is printed on an American keyboard. The form is Electron's, too. */
export interface Keys {
  readonly pc: string
  readonly mac: string
}

export interface Command {
  readonly id: CommandId
  /** Key of the catalogue. */
  readonly words: string
  /** The record that the sentence names. */
  readonly noun?: CreatableNoun
  readonly keys: Keys | null
  readonly menu: MenuName
  /** Commands of one menu that stand together; a line parts them from the next. */
  readonly group: number
  readonly when: Availability
}

const command = (
  id: CommandId,
  words: string,
  place: readonly [menu: MenuName, group: number],
  when: Availability,
  keys: Keys | null = null,
): Command => ({ id, words, keys, menu: place[0], group: place[1], when })

/** Ctrl on Windows and Linux, Command on macOS. */
const main = (key: string): Keys => ({ pc: `Ctrl+${key}`, mac: `Cmd+${key}` })

export const commands: readonly Command[] = [
  command('newRegister', 'command.newRegister', ['file', 1], 'always'),
  command('openRegister', 'command.openRegister', ['file', 1], 'always', main('O')),
  command('openSample', 'action.openSample', ['file', 1], 'always'),
  // The files that were opened last stand here in the menu.
  command('clearRecent', 'command.clearRecent', ['file', 2], 'always'),
  command('save', 'command.save', ['file', 3], 'change', main('S')),
  command('importSystems', 'action.importSystems', ['file', 4], 'change'),
  command('export', 'action.exportEverything', ['file', 4], 'register', main('Shift+E')),
  command('showDraft', 'action.showDraft', ['file', 5], 'register', main('P')),
  command('lockPack', 'action.lockPack', ['file', 5], 'change'),
  command('verify', 'action.verify', ['file', 5], 'register'),
  command('closeRegister', 'action.closeRegister', ['file', 6], 'register'),
  command('undo', 'action.undo', ['record', 0], 'change', main('Z')),
  command('redo', 'action.redo', ['record', 0], 'change', { pc: 'Ctrl+Y', mac: 'Cmd+Shift+Z' }),
  command('addHere', 'command.addHere', ['record', 1], 'change', main('N')),
  ...creatableNouns.map((noun): Command => ({
    ...command(`add.${noun}`, 'action.addNoun', ['record', 2], 'change'),
    noun,
  })),
  command('handOver', 'command.handOver', ['record', 3], 'change'),
  command('find', 'app.find', ['view', 1], 'register', main('K')),
  command('themeAuto', 'action.themeAuto', ['view', 2], 'always'),
  command('themeLight', 'action.themeLight', ['view', 2], 'always'),
  command('themeDark', 'action.themeDark', ['view', 2], 'always'),
  command('languageJa', 'command.languageJa', ['view', 3], 'always'),
  command('languageEn', 'command.languageEn', ['view', 3], 'always'),
  ...sectionNames.map((name, index) => {
    const key = `Alt+${String(index + 1)}`
    return command(`go.${name}`, `nav.${name}`, ['go', 1], 'register', index < 7 ? { pc: key, mac: key } : null)
  }),
  command('manual', 'action.openManual', ['help', 1], 'always'),
  command('licences', 'app.licences', ['help', 2], 'register'),
]

export const commandIds: readonly CommandId[] = commands.map(({ id }) => id)

/** The command of an id. */
export function commandOf(id: CommandId): Command {
  const found = commands.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no command ${id}`)
  return found
}

/** Can it be carried out now? */
export function isAvailable(
  when: Availability,
  state: { readonly open: boolean; readonly mayChange: boolean },
): boolean {
  return when === 'always' || (state.open && (when === 'register' || state.mayChange))
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

/** The command whose keys were pressed. */
export function commandFor(pressed: Pressed, onMac: boolean): Command | undefined {
  return commands.find(({ keys }) => keys !== null && isPressed(onMac ? keys.mac : keys.pc, pressed))
}

function isPressed(keys: string, pressed: Pressed): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const held = (modifier: string) => parts.slice(0, -1).includes(modifier)
  return (
    pressed.ctrlKey === held('Ctrl') &&
    pressed.metaKey === held('Cmd') &&
    pressed.altKey === held('Alt') &&
    pressed.shiftKey === held('Shift') &&
    (pressed.key.toUpperCase() === key || (/^\d$/.test(key) && pressed.code === `Digit${key}`))
  )
}

/** Keys as they are shown beside a command: `Ctrl+Shift+E`, on a Mac `⇧⌘E`. */
export function keyWords(keys: Keys, onMac: boolean): string {
  if (!onMac) return keys.pc
  const signs: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Cmd: '⌘' }
  const parts = keys.mac.split('+')
  const modifiers = Object.entries(signs).filter(([name]) => parts.slice(0, -1).includes(name))
  return modifiers.map(([, sign]) => sign).join('') + (parts.at(-1) ?? '')
}

/** The same for `aria-keyshortcuts`, which has names of its own. */
export function ariaKeys(keys: Keys, onMac: boolean): string {
  return (onMac ? keys.mac : keys.pc).replace('Ctrl', 'Control').replace('Cmd', 'Meta')
}
