/**
 * The rows of a grid as a flat run of items, of which only those in view are fetched and drawn: records, and the headings of
 * groups between them. `useRecordRows` makes it of the register's pages.
 */
import type { ListRow } from '#renderer/records/noun-screen.ts'
import type { ListGroup } from '#shared/contract/list.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'

export type GridItem<N extends CodedNoun> =
  /** `place`: among the records of the whole list, from 0. Without a row while its page is on the way. */
  | { readonly kind: 'record'; readonly place: number; readonly row: ListRow<N> | undefined }
  | { readonly kind: 'group'; readonly group: ListGroup; readonly label: string; readonly collapsed: boolean }

export interface GridRows<N extends CodedNoun> {
  readonly count: number
  itemAt(index: number): GridItem<N>
  /** The index of the record at a place; -1 where its group is collapsed. */
  indexOf(place: number): number
  /** Tells which items are to be seen. */
  readonly show: (first: number, last: number) => void
}
