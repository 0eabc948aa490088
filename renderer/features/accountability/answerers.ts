/** The periods in which somebody answered for a system: assignments of posts, crossed with the terms of those posts. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import { useWords } from '#renderer/records/words.ts'
import { addDays, holdsOn, type Period } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'

export interface AnswererPeriod extends Period {
  readonly post: string
  /** Null: the post stood empty. */
  readonly person: string | null
}

export function useAnswerers(
  systemId: string,
  day: string,
): { readonly periods: readonly AnswererPeriod[]; readonly onDay: AnswererPeriod | null } {
  const words = useWords()
  const { utils } = useApi()
  const { data: system } = useQuery(nounUtils(utils, 'system').get.queryOptions({ input: { id: systemId } }))
  const assignments = (system?.related.assignment ?? []).filter(
    (each) => each.withdrawn === null && each.role === 'accountable_executive' && each.postId !== null,
  )
  const postIds = [...new Set(assignments.map((each) => each.postId ?? ''))]
  const posts = useQueries({
    queries: postIds.map((id) => nounUtils(utils, 'post').get.queryOptions({ input: { id } })),
  })
  const periods = assignments.flatMap((assignment) => {
    const post = posts[postIds.indexOf(assignment.postId ?? '')]?.data
    if (post === undefined) return []
    const terms = (post.related.term ?? []).filter((term) => term.withdrawn === null && term.capacity === 'holder')
    return holderPeriods(assignment, terms).map(({ personId, ...period }) => ({
      ...period,
      post: words.name(post.record.name),
      person: personId === null ? null : words.label(post.labels, personId),
    }))
  })
  return { periods, onDay: periods.find((period) => holdsOn(period, day)) ?? null }
}

type HolderPeriod = Period & { readonly personId: string | null }

/** The assignment's period cut into the terms that fall into it and the gaps between them. */
export function holderPeriods(
  assignment: Period,
  terms: readonly Pick<RecordOf<'term'>, 'from' | 'to' | 'personId'>[],
): readonly HolderPeriod[] {
  const found: HolderPeriod[] = []
  let next = assignment.from
  const end = assignment.to
  const isBefore = (one: string | null, other: string | null) => one !== null && other !== null && one < other
  for (const term of [...terms].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    if (isBefore(term.to, assignment.from) || isBefore(end, term.from)) continue
    const from = assignment.from !== null && term.from < assignment.from ? assignment.from : term.from
    const to = end !== null && (term.to === null || end < term.to) ? end : term.to
    // Before the first term of an assignment without a beginning nothing is known, which is no vacancy.
    if (next !== null && next < from) found.push({ from: next, to: addDays(from, -1), personId: null })
    found.push({ from, to, personId: term.personId })
    if (to === null) return found
    next = addDays(to, 1)
  }
  if (end === null || next === null || next <= end) found.push({ from: next, to: end, personId: null })
  return found
}
