/**
 * How many lines a text takes in a breadth, in pixels: broken between words and before a bracket, and within what is broader
 * than the line. Estimated by the letters, since places are needed before anything is drawn.
 */
export interface LetterBreadths {
  /** A Japanese letter, and a Latin one, on average. */
  readonly broad: number
  readonly narrow: number
}

export function linesOfText(text: string, breadth: number, { broad, narrow }: LetterBreadths): number {
  let lines = 1
  let used = 0
  for (const word of text.split(/(?<=\s)|(?=（)/)) {
    const long = [...word].reduce((sum, letter) => sum + (letter > '\u2e7f' ? broad : narrow), 0)
    if (used > 0 && used + long > breadth) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(long / breadth) - 1)
    used += long
  }
  return lines
}
