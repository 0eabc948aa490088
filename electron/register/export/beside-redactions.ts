/**
 * Data from before names were taken out, held against what the register made of them. Equal they must be but for the names: a
 * text of ours that bears a placeholder may say anything in its place and nothing else around it, and the person's own record
 * has lost name, reading and address. Whatever else differs no redaction explains.
 */
import type { Bilingual } from '#shared/domain/text.ts'
import { theirIdsOf } from '../store/kept-log.ts'
import type { ReadHandle } from '../store/query.ts'

interface TakenOut {
  readonly personId: string
  readonly placeholder: Bilingual
}

type Values = Readonly<Record<string, unknown>>

/** Where the first difference stands that is no name taken out (`systems 3 tier`, or a code in place of a number); null for none. */
export function changedBeside(
  read: ReadHandle,
  before: unknown,
  now: unknown,
  since: readonly TakenOut[],
): string | null {
  const ids = since.flatMap(({ personId }) => [personId, ...theirIdsOf(read, personId).map(({ theirId }) => theirId)])
  const words = since.flatMap(({ placeholder: { ja, en } }) => [ja, en]).filter((word) => word !== null)
  return new Comparison(words, new Set(ids)).difference(before, now, [])
}

const ownFields = ['name', 'reading', 'email'] as const

class Comparison {
  readonly #words: readonly string[]
  readonly #ids: ReadonlySet<unknown>

  constructor(words: readonly string[], ids: ReadonlySet<unknown>) {
    this.#words = words
    this.#ids = ids
  }

  difference(before: unknown, now: unknown, at: readonly string[]): string | null {
    if (typeof before === 'string' && typeof now === 'string') return this.#isTaken(before, now) ? null : at.join(' ')
    if (Array.isArray(before) && Array.isArray(now)) {
      if (before.length !== now.length) return at.join(' ')
      return first(now, (each, index) => this.difference(before[index], each, [...at, nameIn(each, index)]))
    }
    if (isValues(before) && isValues(now)) return this.#ofRecord(before, now, at)
    return before === now ? null : at.join(' ')
  }

  #ofRecord(before: Values, now: Values, at: readonly string[]): string | null {
    const rest = new Map(Object.entries(before))
    const isOwn = this.#ids.has(now.id) && before.id === now.id && this.#isNameless(now)
    return (
      first(Object.entries(now), ([key, value]) => {
        // A heading of a list can be a name too.
        const theirs = rest.has(key) ? key : [...rest.keys()].find((each) => !(each in now) && this.#isTaken(each, key))
        if (theirs === undefined) return [...at, key].join(' ')
        const known = rest.get(theirs)
        rest.delete(theirs)
        return isOwn && (ownFields as readonly string[]).includes(key)
          ? null
          : this.difference(known, value, [...at, key])
      }) ?? (rest.size === 0 ? null : [...at, ...rest.keys()].join(' '))
    )
  }

  #isNameless({ name, reading, email }: Values): boolean {
    const isPlaceholder = (each: unknown) => each === null || this.#words.includes(each as string)
    return isValues(name) && isPlaceholder(name.ja) && isPlaceholder(name.en) && reading === null && email === null
  }

  /** Whether the second text is the first one with placeholders in place of some of it. */
  #isTaken(before: string, now: string): boolean {
    if (before === now) return true
    const parts = this.#partsOf(now)
    const [head = '', ...others] = parts
    const tail = others.pop()
    if (tail === undefined || !before.startsWith(head)) return false
    let from = head.length
    for (const part of others) {
      // One letter at least stood in each place.
      const found = before.indexOf(part, from + 1)
      if (found === -1) return false
      from = found + part.length
    }
    return before.length - tail.length > from && before.endsWith(tail)
  }

  /** What stands around the placeholders. */
  #partsOf(text: string): readonly string[] {
    return this.#words.reduce<readonly string[]>((parts, word) => parts.flatMap((part) => part.split(word)), [text])
  }
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function first<Item>(items: readonly Item[], of: (item: Item, index: number) => string | null): string | null {
  for (const [index, item] of items.entries()) {
    const found = of(item, index)
    if (found !== null) return found
  }
  return null
}

function nameIn(value: unknown, index: number): string {
  const code = isValues(value) ? (value.code ?? value.id) : null
  return typeof code === 'string' ? code : String(index + 1)
}
