/**
 * What a noun says of its screens: columns, fields, parts and verbs. List, panel, page, form and history are built from it
 * once, for every noun, in this room.
 */
import type { TablerIcon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Client } from '#renderer/api/client.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { ChangedMany } from '#shared/contract/batch.ts'
import type { ListSort, RowValues } from '#shared/contract/list.ts'
import type { Derived, RecordDetail } from '#shared/contract/records.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import type { Column } from './grid/column.ts'
import type { Words } from './words.ts'

export interface ListRow<N extends CodedNoun> {
  readonly record: RecordOf<N>
  readonly derived: Derived[N]
  /** Derived list fields that the list has asked for: `values` of its query. */
  readonly values: RowValues
  readonly labels: Labels
}

export interface DetailProps<N extends CodedNoun> {
  readonly detail: RecordDetail<N>
}

export interface BulkVerbsProps {
  readonly count: number
  /** Carries a verb out over the chosen records, says what was done and offers to take it back; throws where it is refused. */
  readonly carryOut: (
    verb: (
      client: Client,
      records: readonly { readonly id: string; readonly version: number }[],
    ) => Promise<ChangedMany>,
    sentence: (count: number) => string,
  ) => Promise<void>
}

export interface FormSection {
  /** Key of the catalogue under `section`. */
  readonly name: string
  /** Field names with their width in twelfths. */
  readonly fields: readonly (readonly [field: string, span: number])[]
}

export interface NounScreen<N extends CodedNoun> {
  readonly noun: N
  readonly icon: TablerIcon
  /** The columns that a list begins with, in their order; every other field of the noun can be added (all-columns.ts). */
  readonly columns: readonly Column<N>[]
  /** List fields that are offered as chips at once; all others under "add a condition". */
  readonly filters: readonly string[]
  readonly sort: ListSort
  /** Empty where records of the noun come about by verbs of another one only. */
  readonly createFields: readonly (readonly [field: string, span: number])[]
  /** One of what it is about: a copy would be refused, and is not offered. */
  readonly single?: true
  readonly sections: readonly FormSection[]
  /** Fields of the panel, in its order. */
  readonly panelFields: readonly string[]
  /** What stands beside a value of the panel: that an unknown one counts as required, say. */
  readonly note?: (field: string, record: RecordOf<N>, words: Words) => string | null
  /** One line under the name: what it is at a glance. */
  readonly Identity?: ComponentType<DetailProps<N>>
  /** What is wrong and what to do. */
  readonly Notices?: ComponentType<DetailProps<N>>
  /** People who answer, in the panel and at the right of the page. */
  readonly People?: ComponentType<DetailProps<N>>
  /** More sheets in the main column of the page. */
  readonly Main?: ComponentType<DetailProps<N>>
  /** More sheets at the right of the page. */
  readonly Aside?: ComponentType<DetailProps<N>>
  /** Related records in the panel. */
  readonly Related?: ComponentType<DetailProps<N>>
  /** Buttons of the page's head, with their dialogs. */
  readonly Verbs?: ComponentType<DetailProps<N>>
  /** Verbs over records that are chosen in the list. */
  readonly BulkVerbs?: ComponentType<BulkVerbsProps>
  /** More buttons over the list. */
  readonly ListActions?: ComponentType
}
