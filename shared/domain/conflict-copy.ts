/**
 * Names that services which synchronise folders give to the second of two files that were changed at once: OneDrive appends the
 * computer, Dropbox and Nextcloud say so in words, Google Drive and browsers count, iCloud counts without brackets, Box names the
 * person, Syncthing says when.
 */
const endings: readonly RegExp[] = [
  // OneDrive: register-DESKTOP-12AB.daicho
  /^-[^\\/]{1,60}$/u,
  // Dropbox: (Taro's conflicted copy 2026-10-11), （… の競合コピー 2026-10-11）; Nextcloud, ownCloud: (conflicted copy 2026-10-11 143200)
  /^ ?[(（].*(?:conflict(?:ed)? copy|競合コピー|競合するコピー).*[)）]$/iu,
  // Google Drive, and a copy by hand: (1)
  /^ ?\(\d{1,3}\)$/u,
  // iCloud: register 2.daicho
  /^ \d{1,3}$/u,
  // Box: register (Taro Yamada)
  /^ \([^()]{1,60}\)$/u,
  // Syncthing: register.sync-conflict-20261011-143200-ABCDEFG
  /^\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/u,
]
const extension = '.daicho'

/** Could `name` be what a synchronisation has made of a conflict over `own`? Both are names without a folder. */
export function isConflictName(own: string, name: string): boolean {
  if (!own.endsWith(extension) || !name.endsWith(extension) || name === own) return false
  const [stem, other] = [own.slice(0, -extension.length), name.slice(0, -extension.length)]
  if (!other.startsWith(stem)) return false
  const rest = other.slice(stem.length)
  return endings.some((ending) => ending.test(rest))
}
