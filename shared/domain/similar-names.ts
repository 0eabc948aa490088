/**
 * How alike two names are, so that a person who types a name is told of a record that may be the same. Ours, not a standard:
 * pairs of neighbouring letters are compared (Dice), after case, width and kana are folded and spaces and marks left out.
 */
import { searchKey } from './text.ts'

/** Names at least this alike are shown. */
export const likeness = 0.7

/** The letters of a name that count in a comparison. */
export function nameLetters(name: string): string {
  return searchKey(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** From 0 (nothing in common) to 1 (the same letters). A name of four or more letters inside a longer one counts as 0.9. */
export function nameLikeness(one: string, other: string): number {
  const [first, second] = [[...nameLetters(one)], [...nameLetters(other)]]
  if (first.length === 0 || second.length === 0) return 0
  const [a, b] = [first.join(''), second.join('')]
  if (a === b) return 1
  const [shorter, longer] = first.length <= second.length ? [a, b] : [b, a]
  if ([...shorter].length >= 4 && longer.includes(shorter)) return 0.9
  const pairs = pairsOf(first)
  const others = pairsOf(second)
  let shared = 0
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0)
  const total = first.length + second.length - 2
  return total <= 0 ? 0 : (2 * shared) / total
}

function pairsOf(letters: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at] ?? ''}${letters[at + 1] ?? ''}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
