/** What the length of a passphrase says. Its letters say nothing that a person could be held to. */
export type Strength = 'none' | 'short' | 'fair' | 'long'

export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase].length
  if (letters === 0) return 'none'
  return letters < 12 ? 'short' : letters < 20 ? 'fair' : 'long'
}
