/** KRI-13: who must have done which training on a day, by role, and who has. */
import type { AssignmentRole } from '../accountability.ts'
import { type Day, holdsOn } from '../calendar-date.ts'
import type { CompletionFacts, TrainingFacts } from '../training.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

/** `expired`: done once, and run out; `missing`: never done. Neither counts as done. */
export const trainingStates = ['done', 'expired', 'missing'] as const
export type TrainingState = (typeof trainingStates)[number]

export interface RequiredPerson {
  readonly personId: string
  readonly state: TrainingState
  /** The completion that holds longest; of one that has run out the last. */
  readonly on: Day | null
  readonly validUntil: Day | null
}

/** One way in which a training is required: of a kind of post, of a role, of a post, of a unit, of people by name. */
export interface TrainingGroup {
  readonly kind: 'postKind' | 'role' | 'post' | 'unit' | 'people'
  /** The code of the kind or role, or the id of the post or unit; empty for people by name. */
  readonly key: string
  readonly people: readonly RequiredPerson[]
}

export interface TrainingStanding {
  readonly training: TrainingFacts
  readonly groups: readonly TrainingGroup[]
  /** Each person once, however many groups require it. */
  readonly people: readonly RequiredPerson[]
}

/** The trainings that are required on the day, in their order, with the people of whom they are. */
export function trainingsOn(on: RegisterOn): readonly TrainingStanding[] {
  const { trainings, trainingCompletions, people, posts, units, terms, assignments } = on.input
  const inForce = trainings.filter((training) => training.withdrawn === null && holdsOn(training, on.asOf))
  // Who answers for records is asked only where a training is required of them.
  const byRole = inForce.some(({ roles }) => roles.length > 0)
  const answering = byRole ? [assignments, on.systems, on.openRisks, on.controls] : []
  const from = [byRole, trainings, trainingCompletions, people, posts, units, terms, on.asOf, ...answering]
  return on.kept.get('trainings', from, () => {
    const latest = latestCompletions(trainingCompletions, on.asOf)
    const memo = new Map<AssignmentRole, readonly string[]>()
    return inForce.map((training) => standingOf(on, training, latest, memo))
  })
}

function standingOf(
  on: RegisterOn,
  training: TrainingFacts,
  latest: ReadonlyMap<string, CompletionFacts>,
  memo: Map<AssignmentRole, readonly string[]>,
): TrainingStanding {
  const known = new Map<string, RequiredPerson>()
  const required = (ids: readonly (string | null)[]) =>
    [...new Set(ids)].flatMap((id) => {
      const person = on.person(id)
      if (person === null || person.withdrawn !== null) return []
      const made = known.get(person.id) ?? requiredOf(person.id, latest.get(`${training.id} ${person.id}`), on.asOf)
      known.set(person.id, made)
      return [made]
    })
  const group = (kind: TrainingGroup['kind'], key: string, ids: readonly (string | null)[]) => ({
    kind,
    key,
    people: required(ids),
  })
  const answering = (role: AssignmentRole) => {
    const found = memo.get(role) ?? answeringIn(on, role)
    memo.set(role, found)
    return found
  }
  const groups: TrainingGroup[] = [
    ...training.postKinds.map((kind) =>
      group(
        'postKind',
        kind,
        on.input.posts.filter((post) => post.kind === kind).flatMap((post) => holdersOf(on, post.id)),
      ),
    ),
    ...training.roles.map((role) => group('role', role, answering(role))),
    ...training.postIds.map((id) => group('post', id, holdersOf(on, id))),
    ...training.unitIds.map((id) => group('unit', id, peopleOf(on, id))),
    ...(training.personIds.length === 0 ? [] : [group('people', '', training.personIds)]),
  ]
  return { training, groups, people: [...known.values()] }
}

function requiredOf(personId: string, completion: CompletionFacts | undefined, day: Day): RequiredPerson {
  if (completion === undefined) return { personId, state: 'missing', on: null, validUntil: null }
  const { on, validUntil } = completion
  return { personId, state: validUntil === null || validUntil >= day ? 'done' : 'expired', on, validUntil }
}

/** Of each training and person the completion by the day that holds longest. */
function latestCompletions(rows: readonly CompletionFacts[], day: Day): ReadonlyMap<string, CompletionFacts> {
  const latest = new Map<string, CompletionFacts>()
  const until = (row: CompletionFacts) => row.validUntil ?? '9999-12-31'
  for (const row of rows) {
    if (row.withdrawn !== null || row.on > day) continue
    const key = `${row.trainingId} ${row.personId}`
    const known = latest.get(key)
    if (known === undefined || until(known) <= until(row)) latest.set(key, row)
  }
  return latest
}

/** Whoever sits in a post that exists, and whoever deputises. */
function holdersOf(on: RegisterOn, postId: string): readonly (string | null)[] {
  const post = on.post(postId)
  if (post === null || post.withdrawn !== null || !holdsOn(post, on.asOf)) return []
  const { personId, deputyId } = on.answerable.post(postId)
  return [personId, deputyId]
}

/** Whoever answers in a role for a record that counts on the day. */
function answeringIn(on: RegisterOn, role: AssignmentRole): readonly string[] {
  const subjects = role === 'risk_owner' ? on.openRisks : role === 'control_owner' ? on.controls : on.systems
  return [...new Set(subjects.map(({ id }) => on.answerable.of(role, id).personId))].filter((id) => id !== null)
}

/** The people of a unit and of the units under it. */
function peopleOf(on: RegisterOn, unitId: string): readonly string[] {
  const isUnder = (id: string | null, seen: ReadonlySet<string> = new Set()): boolean =>
    id !== null && !seen.has(id) && (id === unitId || isUnder(on.unit(id)?.parentId ?? null, new Set([...seen, id])))
  return on.input.people.filter((person) => isUnder(person.unitId ?? null)).map(({ id }) => id)
}

export function trainingFigure(on: RegisterOn): Count {
  const required = trainingsOn(on).flatMap(({ people }) => people)
  const open = required.filter(({ state }) => state !== 'done')
  const codes = new Set(open.map(({ personId }) => on.person(personId)?.code ?? personId))
  return {
    id: 'KRI-13',
    known: on.input.trainings.some((training) => training.withdrawn === null),
    numerator: required.length - open.length,
    denominator: required.length,
    parts: {
      expired: open.filter(({ state }) => state === 'expired').length,
      missing: open.filter(({ state }) => state === 'missing').length,
    },
    contributing: [...codes].sort(),
  }
}
