/** What a part of the torture is: a promise, a way to try to break it, and counts of what was tried. */

export interface TortureWork {
  /** Everything by chance is drawn from it: the same seed draws the same. */
  readonly seed: number
  /** How many processes a part that kills ends at most. */
  readonly kills: number
  /** How often a part that tries many cases tries, as a multiple of its usual number. */
  readonly share: number
  /** Loads and operations whose names do not hold it are left out. */
  readonly only?: string
  /** A file that keeps what is finished: the next run with it goes on from there. */
  readonly keep?: string
  /** The moment (`performance.now()`) after which nothing new is begun. */
  readonly until: number
  readonly say: (line: string) => void
}

export interface TortureResult {
  /** What was tried, for the page that says so (docs/trust.md). */
  readonly counts: Readonly<Record<string, number>>
  /** A sentence for each time that the promise did not hold; empty where it held. */
  readonly broken: readonly string[]
  /** Why it could not be tried here. */
  readonly skipped?: string
}

export interface TorturePart {
  readonly name: string
  readonly promise: string
  readonly run: (work: TortureWork) => Promise<TortureResult>
}

export type Random = () => number

/** Numbers in [0, 1) that follow from the seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function pickFrom<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('there is nothing to pick from')
  return item
}

/** So many at a time: each work waits mostly for another process. */
export async function atATime<Item>(
  width: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
