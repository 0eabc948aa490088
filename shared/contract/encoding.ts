/** Files in an encoding that cannot hold every character: what it cannot hold is told before anything is written. */
import { z } from 'zod'

/** What a file is written in. `seen`: the digest of the report that a person has seen and decided on. */
export const encodedInput = {
  encoding: z.enum(['utf-8', 'cp932']).default('utf-8'),
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
}

/** Every place with a character that the encoding cannot hold. */
export interface UnheldCharacters {
  readonly total: number
  readonly characters: readonly string[]
  readonly rows: readonly {
    readonly file: string
    readonly record: string
    readonly field: string
    readonly character: string
    readonly count: number
  }[]
  readonly digest: string
}

/** `U+1F600`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
