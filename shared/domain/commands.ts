/**
 * What a person can order, once: the application menu, the keys of the window, its palette and its sheet of keys are all
 * made from this list. A command stands here only when it does something.
 *
 * Keys are those of board packs' and office programs' habits. Never Ctrl+Space, Alt+`, 半角/全角 or F6 to F10: on Japanese
 * Windows they belong to the input method.
 */
import { isPressed, type Keys, type Pressed } from './keys.ts'
import type { CodedNoun } from './nouns.ts'

/** Sections in the order of Alt+1 … Alt+7; those after the seventh have no key. */
export const sectionNames = [
  'overview',
  'accountability',
  'system',
  'risk',
  'control',
  'action',
  'workQueue',
  'requirement',
  'mirror',
  'vendor',
  'horizon',
  'incident',
  'dataUse',
  'finding',
  'acceptance',
  'settings',
  'decision',
  'pack',
  'figure',
  'quality',
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
  'direction',
  'finding',
  'observation',
  'policy',
  'training',
  'vendor',
  'contract',
  'ruleAssessment',
  'checkPoint',
  'incident',
  'enforcement',
  'dataUse',
  'consent',
  'dpia',
  'deidentification',
  'decision',
  'meeting',
] as const satisfies readonly CodedNoun[]
export type CreatableNoun = (typeof creatableNouns)[number]

type PlainId =
  | 'newRegister'
  | 'newFromExport'
  | 'openRegister'
  | 'openSample'
  | 'clearRecent'
  | 'save'
  | 'saveCopy'
  | 'saveProtectedCopy'
  | 'importSystems'
  | 'handOver'
  | 'export'
  | 'exportProtected'
  | 'print'
  | 'verify'
  | 'showDraft'
  | 'showDirector'
  | 'openBundle'
  | 'lockPack'
  | 'closeRegister'
  | 'undo'
  | 'redo'
  | 'addHere'
  | 'find'
  | 'findHere'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | 'themeLight'
  | 'themeDark'
  | 'themeAuto'
  | 'languageJa'
  | 'languageEn'
  | 'manual'
  | 'keySheet'
  | 'licences'
export type CommandId = PlainId | `go.${SectionName}` | `add.${CreatableNoun}`

export const menuNames = ['file', 'record', 'view', 'go', 'help'] as const
export type MenuName = (typeof menuNames)[number]

/** When a command can be carried out: always, while a register is open, or while it may be changed. */
export type Availability = 'always' | 'register' | 'change'

export interface Command {
  readonly id: CommandId
  /** Key of the catalogue. */
  readonly words: string
  /** The record that the sentence names. */
  readonly noun?: CreatableNoun
  readonly keys: Keys | null
  /** A sign that orders the same by itself while nothing is typed and no cell waits for typing. Can be switched off. */
  readonly letter: string | null
  /** Holds in a dialog too, and as long as the key is held down. */
  readonly anywhere: boolean
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
  { letter = null, anywhere = false }: Partial<Pick<Command, 'letter' | 'anywhere'>> = {},
): Command => ({ id, words, keys, letter, anywhere, menu: place[0], group: place[1], when })

/** Ctrl on Windows and Linux, Command on macOS. */
const main = (key: string): Keys => ({ pc: `Ctrl+${key}`, mac: `Cmd+${key}` })

export const commands: readonly Command[] = [
  command('newRegister', 'command.newRegister', ['file', 1], 'always'),
  command('newFromExport', 'command.newFromExport', ['file', 1], 'always'),
  command('openRegister', 'command.openRegister', ['file', 1], 'always', main('O')),
  command('openSample', 'action.openSample', ['file', 1], 'always'),
  // The files that were opened last stand here in the menu.
  command('clearRecent', 'command.clearRecent', ['file', 2], 'always'),
  command('save', 'command.save', ['file', 3], 'change', main('S')),
  command('saveCopy', 'command.saveCopy', ['file', 3], 'register', main('Shift+S')),
  command('saveProtectedCopy', 'command.saveProtectedCopy', ['file', 3], 'register'),
  command('importSystems', 'action.importSystems', ['file', 4], 'change'),
  command('export', 'action.exportEverything', ['file', 4], 'register', main('Shift+E')),
  command('exportProtected', 'action.exportProtected', ['file', 4], 'register'),
  command('print', 'command.print', ['file', 5], 'register', main('P')),
  command('showDraft', 'action.showDraft', ['file', 5], 'register'),
  command('showDirector', 'command.showDirector', ['file', 5], 'register'),
  command('openBundle', 'director.openBundle', ['file', 5], 'always'),
  command('lockPack', 'action.lockPack', ['file', 5], 'change'),
  command('verify', 'action.verify', ['file', 5], 'register'),
  command('closeRegister', 'action.closeRegister', ['file', 6], 'register'),
  command('undo', 'action.undo', ['record', 0], 'change', main('Z')),
  command('redo', 'action.redo', ['record', 0], 'change', { pc: 'Ctrl+Y', mac: 'Cmd+Shift+Z' }),
  command('addHere', 'command.addHere', ['record', 1], 'change', main('N'), { letter: 'C' }),
  ...creatableNouns.map((noun): Command => ({
    ...command(`add.${noun}`, 'action.addNoun', ['record', 2], 'change'),
    noun,
  })),
  command('handOver', 'command.handOver', ['record', 3], 'change'),
  command('find', 'app.find', ['view', 1], 'register', main('K')),
  command('findHere', 'command.findHere', ['view', 1], 'register', main('F'), { letter: '/' }),
  command('themeAuto', 'action.themeAuto', ['view', 2], 'always'),
  command('themeLight', 'action.themeLight', ['view', 2], 'always'),
  command('themeDark', 'action.themeDark', ['view', 2], 'always'),
  command('languageJa', 'command.languageJa', ['view', 3], 'always'),
  command('languageEn', 'command.languageEn', ['view', 3], 'always'),
  command('zoomIn', 'command.zoomIn', ['view', 4], 'always', main('Plus'), { anywhere: true }),
  command('zoomOut', 'command.zoomOut', ['view', 4], 'always', main('Minus'), { anywhere: true }),
  command('zoomReset', 'command.zoomReset', ['view', 4], 'always', main('0'), { anywhere: true }),
  ...sectionNames.map((name, index) => {
    const key = `Alt+${String(index + 1)}`
    return command(`go.${name}`, `nav.${name}`, ['go', 1], 'register', index < 7 ? { pc: key, mac: key } : null)
  }),
  command('manual', 'action.openManual', ['help', 1], 'always'),
  command('keySheet', 'command.keySheet', ['help', 1], 'always', null, { letter: '?' }),
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

/** The command whose keys were pressed. */
export function commandFor(pressed: Pressed, onMac: boolean): Command | undefined {
  return commands.find(({ keys }) => keys !== null && isPressed(onMac ? keys.mac : keys.pc, pressed))
}

/** The command of a sign that was typed where nothing takes it. */
export function commandOfLetter({ key, ctrlKey, metaKey, altKey }: Pressed): Command | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  // A full-width sign is the same key with Japanese input on, before it composes anything.
  const typed = key.normalize('NFKC').toUpperCase()
  return commands.find(({ letter }) => letter !== null && letter === typed)
}

/** Finishes a form from wherever in it the focus is. No command: elsewhere there is nothing to finish. */
export const finishFormKeys: Keys = main('Enter')
