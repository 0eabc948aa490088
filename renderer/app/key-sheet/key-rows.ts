/** What the sheet of keys says, made from the commands, the grid's own keys and those of forms; nothing is written twice. */
import type { Words } from '#renderer/records/words.ts'
import { gridKeys } from '#renderer/records/grid/grid-keys.ts'
import { type Command, commands, finishFormKeys, menuNames } from '#shared/domain/commands.ts'
import { keyWords } from '#shared/domain/keys.ts'
import { searchKey } from '#shared/domain/text.ts'

export interface KeyRow {
  readonly what: string
  readonly keys: readonly string[]
}

export interface KeyGroup {
  readonly title: string
  readonly rows: readonly KeyRow[]
}

export interface KeySheetParts {
  readonly words: Words
  readonly commandWords: (command: Command) => string
  readonly onMac: boolean
  /** Single letters are switched on. */
  readonly letters: boolean
}

export function keyGroups({ words, commandWords, onMac, letters }: KeySheetParts): readonly KeyGroup[] {
  const shown = (keys: string) => keyWords({ pc: keys, mac: onMac ? onCommandKey(keys) : keys }, onMac)
  const menus = menuNames.map((menu) => ({
    title: words.t(`menu.${menu}`),
    rows: commands
      .filter((command) => command.menu === menu)
      .map((command) => ({ what: commandWords(command), keys: keysOf(command, onMac, letters) }))
      .filter(({ keys }) => keys.length > 0),
  }))
  const forms: KeyGroup = {
    title: words.t('keySheet.forms'),
    rows: [
      { what: words.t('keySheet.finishForm'), keys: [keyWords(finishFormKeys, onMac)] },
      { what: words.t('keySheet.leave'), keys: ['Esc'] },
      { what: words.t('keySheet.nextField'), keys: [shown('Tab'), shown('Shift+Tab')] },
    ],
  }
  const groups = [...new Set(gridKeys.map(({ group }) => group))]
  const grouped = groups.map((group) => ({
    what: words.t(`gridKey.${group}`),
    keys: gridKeys.filter((key) => key.group === group).map(({ keys }) => shown(keys)),
  }))
  const grid: KeyGroup = {
    title: words.t('keySheet.grid'),
    rows: [...grouped, { what: words.t('gridKey.extend'), keys: [words.t('keySheet.shiftAndMove')] }],
  }
  const director: KeyGroup = {
    title: words.t('keySheet.director'),
    rows: [
      { what: words.t('keySheet.turnPages'), keys: ['←', '→', '↑', '↓', 'PageUp', 'PageDown', 'Space'] },
      { what: words.t('keySheet.firstAndLast'), keys: ['Home', 'End'] },
      ...(letters
        ? [
            { what: words.t('keySheet.pageByNumber'), keys: [words.t('keySheet.numberAndEnter')] },
            { what: words.t('director.fullScreen'), keys: ['F'] },
          ]
        : []),
      { what: words.t('director.leave'), keys: ['Esc'] },
    ],
  }
  return [...menus, forms, grid, director].filter(({ rows }) => rows.length > 0)
}

function keysOf({ keys, letter }: Command, onMac: boolean, letters: boolean): readonly string[] {
  return [...(keys === null ? [] : [keyWords(keys, onMac)]), ...(letters && letter !== null ? [letter] : [])]
}

/** The grid takes Ctrl and Command alike; on a Mac it is the latter that people look for. */
function onCommandKey(keys: string): string {
  return keys.replace('Ctrl', 'Cmd')
}

/** Rows whose sentence or keys hold what was typed; groups without any fall away. */
export function matching(groups: readonly KeyGroup[], typed: string): readonly KeyGroup[] {
  const text = searchKey(typed.trim())
  if (text === '') return groups
  return groups
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter(({ what, keys }) => [title, what, ...keys].some((each) => searchKey(each).includes(text))),
    }))
    .filter(({ rows }) => rows.length > 0)
}
