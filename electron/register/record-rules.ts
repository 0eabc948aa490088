/** What must hold of a record beside its schema after any change of its fields, whichever way the change came. */
import { overlaps } from '#shared/domain/accountability.ts'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { queries, type ReadHandle } from './store/query.ts'

/** Where records are looked up: a change, or what a change would make of them. */
export interface RecordSource {
  readonly read: ReadHandle
  get<N extends Noun>(noun: N, id: string): RecordOf<N>
}

/** PERIOD_REVERSED where a period ends before it begins. */
export function assertPeriod(from: string | null, to: string | null): void {
  if (from !== null && to !== null && to < from) throw new Problem('PERIOD_REVERSED', { from, to })
}

/** TREE_LOOP where following a reference upwards comes back to the record. */
function assertTree<N extends 'unit' | 'post' | 'policy'>(source: RecordSource, noun: N, record: RecordOf<N>): void {
  const parent = (each: RecordOf<N>) =>
    'parentId' in each
      ? each.parentId
      : 'reportsToId' in each
        ? each.reportsToId
        : 'supersedesId' in each
          ? each.supersedesId
          : null
  const seen = new Set([record.id])
  let next = parent(record)
  while (next !== null) {
    if (seen.has(next)) throw new Problem('TREE_LOOP', { noun, code: record.code })
    seen.add(next)
    next = parent(source.get(noun, next))
  }
}

export function termsOf(source: RecordSource, postId: string): RecordOf<'term'>[] {
  return source.read
    .all(queries.selectFrom('term').select('id').where('post_id', '=', postId))
    .map((row) => source.get('term', row.id))
}

/** PERIOD_OVERLAPS where somebody else holds the post then: a post has one holder; a deputy stands beside. */
export function assertTermFree(
  source: RecordSource,
  term: Pick<RecordOf<'term'>, 'postId' | 'capacity' | 'from' | 'to'> & { readonly id?: string },
): void {
  for (const other of termsOf(source, term.postId))
    if (other.id !== term.id && other.withdrawn === null && other.capacity === term.capacity && overlaps(other, term))
      throw new Problem('PERIOD_OVERLAPS', { from: other.from, to: other.to })
}

type Rule<N extends Noun> = (source: RecordSource, record: RecordOf<N>) => void

const rules: { readonly [N in Noun]?: Rule<N> } = {
  unit: (source, unit) => {
    assertPeriod(unit.from, unit.to)
    assertTree(source, 'unit', unit)
  },
  post: (source, post) => {
    assertPeriod(post.from, post.to)
    assertTree(source, 'post', post)
  },
  term: (source, term) => {
    assertPeriod(term.from, term.to)
    if (term.withdrawn === null) assertTermFree(source, term)
  },
  policy: (source, policy) => {
    assertTree(source, 'policy', policy)
  },
  training: (_source, training) => {
    assertPeriod(training.from, training.to)
  },
  observation: (_source, observation) => {
    assertPeriod(observation.periodFrom, observation.periodTo)
    assertPeriod(observation.on, observation.reassessBy)
  },
  evidence: (_source, evidence) => {
    assertPeriod(evidence.obtainedOn, evidence.validUntil)
  },
}

/** Holds a record that was just written against the rules of its noun. */
export function assertRules<N extends Noun>(source: RecordSource, noun: N, record: RecordOf<N>): void {
  rules[noun]?.(source, record)
}
