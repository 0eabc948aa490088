/** The mark by which a file that went out and comes back is known: a word of its own, then facts, in one row of cells. */

export function markRow(word: string, facts: readonly string[]): readonly string[] {
  return [word, ...facts]
}

/** The facts behind the word, wherever in a row it begins; null where it does not stand there. */
export function factsOfMark(word: string, cells: readonly string[]): readonly string[] | null {
  const at = cells.findIndex((cell) => cell.trim() === word)
  return at < 0 ? null : cells.slice(at + 1).map((cell) => cell.trim())
}
