/** Rows of a list that were never on the screen: what is copied, filled or changed in bulk beyond the pages in view. */
import { type Client, nounClient } from '#renderer/api/client.tsx'
import type { ListRow } from '#renderer/records/noun-screen.ts'
import type { ListQuery } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { isChosen, type RowChoice } from './row-choice.ts'

/** As many as the register gives at once. */
const windowSize = 500

export interface RowQuery<N extends CodedNoun> {
  readonly noun: N
  readonly query: ListQuery
  /** Derived fields that are read with the rows. */
  readonly values: readonly string[]
}

/** The records from one place of the list to another, both included. */
export async function readPlaces<N extends CodedNoun>(
  client: Client,
  { noun, query, values }: RowQuery<N>,
  from: number,
  to: number,
): Promise<ListRow<N>[]> {
  const rows: ListRow<N>[] = []
  for (let offset = from; offset <= to; offset += windowSize) {
    const limit = Math.min(windowSize, to - offset + 1)
    const answer = await nounClient(client, noun).list({ ...query, values: [...values], offset, limit })
    rows.push(...answer.rows.map((row) => ({ ...row, labels: answer.labels })))
    if (answer.rows.length < limit) break
  }
  return rows
}

/** The chosen records (by code), in the order of the list. */
export async function readChosen<N extends CodedNoun>(
  client: Client,
  source: RowQuery<N>,
  choice: RowChoice,
  found: number,
): Promise<ListRow<N>[]> {
  if (choice.kind === 'all') {
    const rows = await readPlaces(client, source, 0, found - 1)
    return rows.filter(({ record }) => isChosen(choice, record.code))
  }
  // By their codes alone: a change in bulk may have moved some of them out of the list's own conditions.
  const { sort, group, withdrawn } = source.query
  const query = { sort, group, withdrawn, codes: [...choice.codes] }
  return readPlaces(client, { ...source, query }, 0, choice.codes.size - 1)
}
