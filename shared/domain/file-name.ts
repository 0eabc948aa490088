/**
 * Names of files that came from somewhere else. A name is data: what hides in it (control characters, marks that turn the
 * direction of writing) is taken out before it is kept or shown, and what a system takes for more than a name before it is
 * written to a disk.
 */

/** Beside its own letters a new file bears a number and the mark of one that is being written: 255 bytes hold all of it. */
const longestName = 200

/** Control characters, and the marks that turn or hide text: a name ending in `fdp.exe` can be made to look like `exe.pdf`. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Names that Windows takes for a device, with any ending. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i

/** The name as it is kept and shown: the last part of a path, composed, without what hides in it. `file` where nothing is left. */
export function keptFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return cut(last.replace(hidden, '').normalize('NFC').trim()) || 'file'
}

/** The name as every system can write it into a folder. */
export function writtenFileName(name: string): string {
  const plain = keptFileName(name)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, (dots) => '_'.repeat(dots.length))
    .replace(/[. ]+$/, '')
  const stem = plain.split('.')[0] ?? ''
  return devices.test(stem.trim()) ? `_${plain}` : plain || 'file'
}

/** Is it a name and nothing more, on every system: no way elsewhere, no stream of another file, no device, nothing hidden in it? */
export function isPlainFileName(name: string): boolean {
  return (
    name.isWellFormed() &&
    !/[/\\<>:"|?*]|[. ]$|^\s/.test(name) &&
    name.search(hidden) === -1 &&
    !devices.test((name.split('.')[0] ?? '').trim())
  )
}

/** At most so many bytes of UTF-8, with its ending, and no half letter. */
function cut(name: string): string {
  if (bytesOf(name) <= longestName) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && bytesOf(name.slice(dot)) <= 20 ? name.slice(dot) : ''
  let stem = ''
  let bytes = bytesOf(ending)
  for (const letter of name.slice(0, name.length - ending.length)) {
    bytes += bytesOf(letter)
    if (bytes > longestName) break
    stem += letter
  }
  return stem.trimEnd() + ending
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
