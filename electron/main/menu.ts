/** The application menu, made from the one list of commands; editing and window items are the system's own. */
import type { MenuItemConstructorOptions } from 'electron'
import { basename, dirname } from 'node:path'
import { type Command, type CommandId, commands, isAvailable, type MenuName } from '#shared/domain/commands.ts'
import type { Language } from '#shared/domain/text.ts'
import { nounWords } from '#shared/locales/noun-words.ts'
import { translate } from '#shared/locales/translate.ts'

export interface MenuState {
  readonly language: Language
  readonly platform: NodeJS.Platform
  readonly open: boolean
  readonly mayChange: boolean
  readonly recent: readonly string[]
}

export interface MenuOrders {
  readonly command: (id: CommandId) => void
  readonly openRecent: (path: string) => void
}

type Item = MenuItemConstructorOptions

export function menuTemplate(state: MenuState, orders: MenuOrders): Item[] {
  const words = translate(state.language)
  const onMac = state.platform === 'darwin'
  const role = (name: NonNullable<Item['role']>): Item => ({ role: name, label: words(`menu.${name}`) })
  const line: Item = { type: 'separator' }

  const item = (command: Command): Item => ({
    id: command.id,
    label: words(
      command.words,
      command.noun === undefined ? {} : { noun: nounWords(words, command.noun, state.language) },
    ),
    enabled: isAvailable(command.when, state) && (command.id !== 'clearRecent' || state.recent.length > 0),
    click: () => {
      orders.command(command.id)
    },
    // The window hears its keys itself, and knows when they belong to an input method. macOS asks the menu all the same.
    ...(command.keys === null
      ? {}
      : { accelerator: acceleratorOf(onMac ? command.keys.mac : command.keys.pc), registerAccelerator: onMac }),
  })
  const recent: Item = {
    label: words('start.recent'),
    enabled: state.recent.length > 0,
    submenu: [
      ...state.recent.map((path): Item => ({
        // An ampersand would be taken for the mark of a key.
        label: basename(path).replaceAll('&', '&&'),
        sublabel: dirname(path),
        click: () => {
          orders.openRecent(path)
        },
      })),
      line,
      ...commands.filter(({ id }) => id === 'clearRecent').map(item),
    ],
  }
  const itemsOf = (menu: MenuName): Item[] => {
    const own = commands.filter((command) => command.menu === menu && command.id !== 'clearRecent')
    return own.flatMap((command, index) => {
      const begins = index > 0 && own[index - 1]?.group !== command.group
      return [
        ...(begins ? [line] : []),
        ...(begins && menu === 'file' && command.group === 3 ? [recent, line] : []),
        item(command),
      ]
    })
  }
  return [
    ...(onMac
      ? [
          {
            label: words('app.name'),
            submenu: [
              role('about'),
              line,
              role('services'),
              line,
              role('hide'),
              role('hideOthers'),
              role('unhide'),
              line,
              role('quit'),
            ],
          },
        ]
      : []),
    { label: words('menu.file'), submenu: [...itemsOf('file'), ...(onMac ? [] : [line, role('quit')])] },
    {
      label: words('menu.edit'),
      submenu: [role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll')],
    },
    { label: words('menu.record'), submenu: itemsOf('record') },
    { label: words('menu.view'), submenu: [...itemsOf('view'), line, role('togglefullscreen')] },
    { label: words('menu.go'), submenu: itemsOf('go') },
    {
      label: words('menu.window'),
      submenu: onMac ? [role('minimize'), role('zoom'), line, role('front')] : [role('minimize'), role('close')],
    },
    { label: words('menu.help'), submenu: [...itemsOf('help'), ...(onMac ? [] : [line, role('about')])] },
  ]
}

/** Electron writes the sign of minus itself. */
function acceleratorOf(keys: string): string {
  return keys.replace('Minus', '-')
}
