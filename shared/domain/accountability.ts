/**
 * Units, people, posts and terms (責任体制). Accountability is to a post held by a person: when a person leaves, every
 * record that loses its accountable executive shows at once, and who answered on any past day can be told.
 */
import { z } from 'zod'
import { addDays, type Day, daySchema, holdsOn, type Period } from './calendar-date.ts'
import { KeptParts } from './kept-parts.ts'
import { codedShape, idSchema, recordShape } from './record.ts'
import { nameSchema, plainTextSchema } from './text.ts'
import { sectors } from './third-party/check-point.ts'

export const unitKinds = ['legal_entity', 'division'] as const
export const unitSchema = z.object({
  ...codedShape,
  name: nameSchema,
  reading: plainTextSchema,
  kind: z.enum(unitKinds),
  parentId: idSchema.nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** The unit that carries on after a reorganisation. */
  successorId: idSchema.nullable(),
  /** The sectors whose guidance on what is bought from vendors applies to it, and to the units below it. */
  sectors: z.array(z.enum(sectors)),
})
export type Unit = z.infer<typeof unitSchema>

export const personSchema = z.object({
  ...codedShape,
  name: nameSchema,
  reading: plainTextSchema,
  email: plainTextSchema,
  unitId: idSchema.nullable(),
})
export type Person = z.infer<typeof personSchema>

export const postKinds = ['board', 'committee', 'executive', 'officer', 'owner'] as const
export const postSchema = z.object({
  ...codedShape,
  name: nameSchema,
  kind: z.enum(postKinds),
  unitId: idSchema.nullable(),
  /** The post in command of this one. */
  reportsToId: idSchema.nullable(),
  /** The post that oversees this one or hears its reports (dotted line). */
  overseenById: idSchema.nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})
export type Post = z.infer<typeof postSchema>

/** Who holds a post, or deputises for its holder, from when to when. A deputy does not fill a vacancy. */
export const termCapacities = ['holder', 'deputy'] as const
export const termSchema = z.object({
  ...recordShape,
  postId: idSchema,
  personId: idSchema,
  capacity: z.enum(termCapacities),
  from: daySchema,
  to: daySchema.nullable(),
})
export type Term = z.infer<typeof termSchema>

export const assignmentRoles = ['accountable_executive', 'system_owner', 'risk_owner', 'control_owner'] as const
export const assignmentSubjects = ['system', 'risk', 'control'] as const
/**
 * Which post, or for owners also which person directly, answers for a record from when to when. `from` null: since before
 * the register knew. The accountable executive of a system is always a post of kind executive.
 */
export const assignmentSchema = z.object({
  ...recordShape,
  role: z.enum(assignmentRoles),
  subject: z.enum(assignmentSubjects),
  subjectId: idSchema,
  postId: idSchema.nullable(),
  personId: idSchema.nullable(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})
export type Assignment = z.infer<typeof assignmentSchema>
export type AssignmentRole = (typeof assignmentRoles)[number]

/** An executive's dated confirmation of a system that the post answers for. A typed name is a record, not a signature. */
export const attestationSchema = z.object({
  ...recordShape,
  systemId: idSchema,
  postId: idSchema,
  personId: idSchema,
  on: daySchema,
  note: plainTextSchema,
})
export type Attestation = z.infer<typeof attestationSchema>

/** `held`: a person holds the post; `vacant`: the post stands empty; `unregistered`: nothing is assigned. */
export const holdingStates = ['held', 'vacant', 'unregistered'] as const

/** The state of the post or person that answers for a record on a day. */
export interface Holding {
  readonly state: (typeof holdingStates)[number]
  readonly postId: string | null
  readonly personId: string | null
  readonly deputyId: string | null
  readonly deputyUntil: Day | null
  /** The first day of the holder's term, where held. */
  readonly heldFrom: Day | null
  /** The first day without a holder, where vacant and known. */
  readonly vacantSince: Day | null
  /** Who held the post last, where vacant. */
  readonly formerPersonId: string | null
}

const nobody: Holding = {
  state: 'unregistered',
  postId: null,
  personId: null,
  deputyId: null,
  deputyUntil: null,
  heldFrom: null,
  vacantSince: null,
  formerPersonId: null,
}

type TermFacts = Pick<Term, 'postId' | 'personId' | 'capacity' | 'from' | 'to'> & { readonly withdrawn: unknown }
type AssignmentFacts = Pick<Assignment, 'role' | 'subjectId' | 'postId' | 'personId' | 'from' | 'to'> & {
  readonly withdrawn: unknown
}

/** Who answers, looked up by day. */
export class AnswerableOn {
  readonly #termsByPost: ReadonlyMap<string, readonly TermFacts[]>
  /** A register may hold 100,000 of them. */
  readonly #assignments: ReadonlyMap<string, readonly AssignmentFacts[]>
  readonly #posts: Map<string, Holding>
  /** Of a person who answers without a post, so that the same answer is the same object. */
  readonly #people: WeakMap<AssignmentFacts, Holding>
  readonly #day: Day

  /** `kept`: what was made of the terms and assignments of an earlier state. */
  constructor(
    terms: readonly TermFacts[],
    assignments: readonly AssignmentFacts[],
    day: Day,
    kept: KeptParts = new KeptParts(),
  ) {
    this.#day = day
    this.#termsByPost = kept.groups('terms by post', terms, (term) => (term.withdrawn === null ? [term.postId] : []))
    this.#assignments = kept.groups('assignments by subject', assignments, (assignment) =>
      assignment.withdrawn === null ? [assignment.subjectId] : [],
    )
    this.#posts = kept.get('holdings', [terms, day], () => new Map<string, Holding>())
    this.#people = kept.get('personal holdings', [], () => new WeakMap())
  }

  /** Who holds a post. */
  post(postId: string): Holding {
    const known = this.#posts.get(postId)
    if (known) return known
    const holding = this.#lookUp(postId)
    this.#posts.set(postId, holding)
    return holding
  }

  /** Who answers for a record in a role; of several assignments of the day the latest begun one. */
  of(role: AssignmentRole, subjectId: string): Holding {
    let assignment: AssignmentFacts | null = null
    for (const each of this.#assignments.get(subjectId) ?? [])
      if (each.role === role && holdsOn(each, this.#day) && (each.from ?? '') >= (assignment?.from ?? ''))
        assignment = each
    if (assignment === null) return nobody
    if (assignment.postId !== null) return this.post(assignment.postId)
    if (assignment.personId === null) return nobody
    const known = this.#people.get(assignment)
    if (known) return known
    const holding: Holding = { ...nobody, state: 'held', personId: assignment.personId, heldFrom: assignment.from }
    this.#people.set(assignment, holding)
    return holding
  }

  #lookUp(postId: string): Holding {
    const terms = this.#termsByPost.get(postId) ?? []
    const today = (capacity: Term['capacity']) =>
      terms
        .filter((term) => term.capacity === capacity && holdsOn(term, this.#day))
        .reduce<TermFacts | undefined>((best, each) => (best && best.from >= each.from ? best : each), undefined)
    const holder = today('holder')
    const deputy = today('deputy')
    const former = terms
      .filter((term) => term.capacity === 'holder' && term.to !== null && term.to < this.#day)
      .reduce<TermFacts | undefined>(
        (best, each) => (best && (best.to ?? '') >= (each.to ?? '') ? best : each),
        undefined,
      )
    return {
      state: holder ? 'held' : 'vacant',
      postId,
      personId: holder?.personId ?? null,
      deputyId: deputy?.personId ?? null,
      deputyUntil: deputy?.to ?? null,
      heldFrom: holder?.from ?? null,
      vacantSince: holder || former?.to == null ? null : addDays(former.to, 1),
      formerPersonId: holder ? null : (former?.personId ?? null),
    }
  }
}

/** True where two periods share a day. */
export function overlaps(one: Period, other: Period): boolean {
  const before = (end: Day | null, start: Day | null) => end !== null && start !== null && end < start
  return !before(one.to, other.from) && !before(other.to, one.from)
}
