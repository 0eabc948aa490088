/** The files that a start names: of the first start, of a second one, of the system's file manager. */
import { resolve } from 'node:path'

/**
 * Everything that is no option is a file, by its place as seen from the folder of that start. Options of Electron and Chromium
 * are written in one word (`--name=value`); on macOS the system adds `-psn_…`. After `--` all words are files.
 *
 * @param words the arguments after the program (and, where Electron is started with a folder, after that folder)
 */
export function filesNamed(words: readonly string[], folder: string): string[] {
  const end = words.indexOf('--')
  const before = end < 0 ? words : words.slice(0, end)
  const after = end < 0 ? [] : words.slice(end + 1)
  return [...before.filter((word) => word !== '' && !word.startsWith('-')), ...after].map((word) =>
    resolve(folder, word),
  )
}

/** The words after the program itself: a packaged application has one of its own, `electron .` two. */
export function ownWords(arguments_: readonly string[], started: { readonly withFolder: boolean }): readonly string[] {
  const words = arguments_.slice(1)
  if (!started.withFolder) return words
  // Electron's own options may stand before the folder.
  const at = words.findIndex((word) => !word.startsWith('-'))
  return at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 1)]
}

/** `--cli COMMAND …`: the command line in the packaged application. Null where a window is wanted. */
export function commandLineIn(words: readonly string[]): readonly string[] | null {
  const at = words.indexOf('--cli')
  return at < 0 || words.slice(0, at).some((word) => !word.startsWith('-')) ? null : words.slice(at + 1)
}
