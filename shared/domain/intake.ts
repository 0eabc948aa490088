/**
 * Intake (AI利用申請): a new or newly found use of AI, before it is a system of the register. The answers are kept as they
 * were given; the tier follows from them by the rule below, which is ours and no country's class.
 */
import { z } from 'zod'
import { daySchema } from './calendar-date.ts'
import { codedShape, idSchema } from './record.ts'
import { answers, autonomies, systemKinds, type Tier, tiers } from './system.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from './text.ts'

/** `found`: in use without anybody having applied for it. */
export const intakeOrigins = ['applied', 'found'] as const
export const intakeStates = ['open', 'returned', 'approved', 'rejected'] as const
export const intakeData = ['none', 'personal', 'sensitive', 'customer', 'secret', 'unknown'] as const
export const intakeAffected = ['nobody', 'employees', 'applicants', 'customers', 'partners', 'public'] as const
/** The worst that a wrong answer does to somebody. */
export const intakeEffects = ['unknown', 'none', 'inconvenience', 'rights', 'safety'] as const

/** Identifiers of the rule's reasons, as the log keeps them: never given a second meaning. */
export const triageReasons = [
  'TRI-EFFECT-SAFETY',
  'TRI-EFFECT-RIGHTS',
  'TRI-EFFECT-UNKNOWN',
  'TRI-DECIDES-ALONE',
  'TRI-DECISION-UNKNOWN',
  'TRI-DATA-SENSITIVE',
  'TRI-DATA-UNKNOWN',
  'TRI-EFFECT-INCONVENIENCE',
  'TRI-DECIDES-WITH-PERSON',
  'TRI-DATA-PERSONAL',
  'TRI-DATA-CUSTOMER',
  'TRI-DATA-SECRET',
  'TRI-AFFECTS-OUTSIDE',
  'TRI-AFFECTED-UNKNOWN',
  'TRI-NOTHING',
] as const
export type TriageReason = (typeof triageReasons)[number]

export const triageSchema = z.object({
  tier: z.enum(tiers),
  reasons: z.array(z.enum(triageReasons)).min(1),
  /** Which edition of the rule decided. */
  rule: z.literal('daicho-1'),
})
export type Triage = z.infer<typeof triageSchema>

export const intakeSchema = z.object({
  ...codedShape,
  name: nameSchema,
  origin: z.enum(intakeOrigins),
  purpose: bilingualSchema,
  requesterId: idSchema.nullable(),
  unitId: idSchema.nullable(),
  receivedOn: daySchema.nullable(),
  /** Who found it, where nobody had applied. */
  foundById: idSchema.nullable(),
  kind: z.enum(systemKinds).nullable(),
  service: plainTextSchema,
  model: plainTextSchema,
  data: z.array(z.enum(intakeData)),
  affected: z.array(z.enum(intakeAffected)),
  autonomy: z.enum(autonomies).nullable(),
  effect: z.enum(intakeEffects),
  inUse: z.enum(answers),
  inUseSince: daySchema.nullable(),
  jurisdictions: z.array(z.string().regex(/^[A-Z]{2}$/, { error: 'BAD_JURISDICTION' })),
  notes: plainTextSchema,
  state: z.enum(intakeStates),
  decidedOn: daySchema.nullable(),
  deciderId: idSchema.nullable(),
  decidedReason: plainTextSchema,
  /** As it was when it was decided; null before. */
  triage: triageSchema.nullable(),
  /** The system that it became. */
  systemId: idSchema.nullable(),
})
export type Intake = z.infer<typeof intakeSchema>
type Answers = Pick<Intake, 'data' | 'affected' | 'autonomy' | 'effect'>

const weightOf: Readonly<Record<TriageReason, Tier>> = {
  'TRI-EFFECT-SAFETY': 'high',
  'TRI-EFFECT-RIGHTS': 'high',
  'TRI-EFFECT-UNKNOWN': 'high',
  'TRI-DECIDES-ALONE': 'high',
  'TRI-DECISION-UNKNOWN': 'high',
  'TRI-DATA-SENSITIVE': 'high',
  'TRI-DATA-UNKNOWN': 'high',
  'TRI-EFFECT-INCONVENIENCE': 'medium',
  'TRI-DECIDES-WITH-PERSON': 'medium',
  'TRI-DATA-PERSONAL': 'medium',
  'TRI-DATA-CUSTOMER': 'medium',
  'TRI-DATA-SECRET': 'medium',
  'TRI-AFFECTS-OUTSIDE': 'medium',
  'TRI-AFFECTED-UNKNOWN': 'medium',
  'TRI-NOTHING': 'low',
}

/** The tier and why, heaviest first. What is not known counts as the heaviest answer to its question. */
export function triageOf({ data, affected, autonomy, effect }: Answers): Triage {
  const found = new Set<TriageReason>()
  const add = (reason: TriageReason, holds: boolean) => {
    if (holds) found.add(reason)
  }
  add('TRI-EFFECT-SAFETY', effect === 'safety')
  add('TRI-EFFECT-RIGHTS', effect === 'rights')
  add('TRI-EFFECT-UNKNOWN', effect === 'unknown')
  add('TRI-EFFECT-INCONVENIENCE', effect === 'inconvenience')
  add('TRI-DECIDES-ALONE', autonomy === 'acts_alone' || autonomy === 'acts_supervised')
  add('TRI-DECIDES-WITH-PERSON', autonomy === 'acts_on_approval')
  add('TRI-DECISION-UNKNOWN', autonomy === null)
  add('TRI-DATA-SENSITIVE', data.includes('sensitive'))
  add('TRI-DATA-UNKNOWN', data.length === 0 || data.includes('unknown'))
  add('TRI-DATA-PERSONAL', data.includes('personal'))
  add('TRI-DATA-CUSTOMER', data.includes('customer'))
  add('TRI-DATA-SECRET', data.includes('secret'))
  add(
    'TRI-AFFECTS-OUTSIDE',
    affected.some((each) => each !== 'nobody' && each !== 'employees'),
  )
  add('TRI-AFFECTED-UNKNOWN', affected.length === 0)
  add('TRI-NOTHING', found.size === 0)
  const reasons = triageReasons.filter((reason) => found.has(reason))
  const tier = tiers.find((each) => reasons.some((reason) => weightOf[reason] === each)) ?? 'low'
  return { tier, reasons, rule: 'daicho-1' }
}

/** An intake as far as figures read it. */
export type IntakeFacts = Readonly<
  Pick<Intake, 'id' | 'code' | 'withdrawn' | 'name' | 'origin' | 'state' | 'unitId' | 'requesterId' | 'receivedOn'>
>

/** In use, found by somebody, and neither registered nor refused yet: what is counted as "found, not registered". */
export function isFoundUnregistered(intake: Pick<Intake, 'withdrawn' | 'origin' | 'state'>): boolean {
  return (
    intake.withdrawn === null && intake.origin === 'found' && (intake.state === 'open' || intake.state === 'returned')
  )
}
