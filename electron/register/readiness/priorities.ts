/** The immediate priorities under Japan's rules: how far each is, who sees to it and by when. */
import { mostReadinessShown, type ReadinessPicture } from '#shared/contract/readiness.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { readinessOn } from '#shared/domain/readiness/japan-readiness.ts'
import type { ReadinessId } from '#shared/domain/readiness/readiness-item.ts'
import { derivedToday } from '../derived.ts'
import { LabelCollector } from '../labels.ts'
import { assertRules } from '../record-rules.ts'
import type { Change } from '../store/change.ts'
import { queries } from '../store/query.ts'
import type { Register } from '../store/register-file.ts'

export function readinessPicture(register: Register): ReadinessPicture {
  const collector = new LabelCollector()
  const shown = (ids: readonly string[]) => ids.slice(0, mostReadinessShown)
  const lines = readinessOn(derivedToday(register).on).map((line) => ({
    ...line,
    done: shown(line.done),
    open: shown(line.open),
  }))
  for (const { ownerPostId, ownerId, done, open } of lines) collector.add(ownerPostId, ownerId, ...done, ...open)
  return { lines, labels: collector.labels(register.read) }
}

export interface ReadinessInput {
  readonly item: ReadinessId
  readonly ownerPostId: string | null
  readonly dueOn: Day | null
  readonly notes: string | null
}

/** Who sees to a priority and by when, in place of what was said before. */
export function setReadiness(register: Register, input: ReadinessInput): RecordOf<'readinessItem'> {
  return register.change({ operation: 'readiness.set' }, (change) => setReadinessIn(change, input))
}

export function setReadinessIn(change: Change, { item, ...said }: ReadinessInput): RecordOf<'readinessItem'> {
  if (said.ownerPostId !== null) change.get('post', said.ownerPostId)
  const known = change.read.first(
    queries.selectFrom('readiness_item').select('id').where('item', '=', item).where('withdrawn_on', 'is', null),
  )
  if (known !== undefined) return change.update('readinessItem', change.get('readinessItem', known.id), said)
  const made = change.add('readinessItem', { item, ...said })
  assertRules(change, 'readinessItem', made)
  return made
}
