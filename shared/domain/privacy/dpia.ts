/**
 * Impact assessments (個人情報保護影響評価, DPIA): steps in a fixed order, each with its words, its day and its person. No statute asks
 * for one for the exception for statistics (regulatory fact base 0.4 and 5.5, STAT-7): it is good practice, and shown as that.
 *
 * What was judged is kept as content at the screening and at the approval. Whether it still holds is never a flag: it is
 * compared with what the register says now (`dpia-changes.ts`), so that no change can pass it by. Doing it again is a new record
 * that names the one before it, since what was approved stays what it was.
 */
import { z } from 'zod'
import { type Day, daySchema } from '../calendar-date.ts'
import { codedShape, idSchema } from '../record.ts'
import { nameSchema, plainTextSchema } from '../text.ts'
import { type ContentChange, judgedContentSchema } from './dpia-changes.ts'

export const dpiaSteps = ['screening', 'description', 'necessity', 'risks', 'measures', 'consultation'] as const
export type DpiaStep = (typeof dpiaSteps)[number]

export const screeningOutcomes = ['required', 'not_required'] as const
/** Why one is required, or is not (ours). */
export const screeningReasons = [
  'sensitive',
  'under16',
  'biometrics',
  'large_scale',
  'decides_on_people',
  'monitoring',
  'new_technology',
  'combines_sources',
  'abroad',
  'statistics_planned',
  'unknown_data',
  'no_personal_data',
  'small_and_plain',
  'covered_elsewhere',
] as const
export type ScreeningReason = (typeof screeningReasons)[number]
/** The reasons that speak for the outcome "not required"; all others speak for "required". */
export const reasonsAgainst: readonly ScreeningReason[] = ['no_personal_data', 'small_and_plain', 'covered_elsewhere']

const step = <Step extends DpiaStep>(name: Step) =>
  ({ [`${name}Text`]: plainTextSchema, [`${name}On`]: daySchema.nullable(), [`${name}ById`]: idSchema.nullable() }) as {
    readonly [Key in `${Step}Text`]: typeof plainTextSchema
  } & { readonly [Key in `${Step}On`]: z.ZodNullable<typeof daySchema> } & {
    readonly [Key in `${Step}ById`]: z.ZodNullable<typeof idSchema>
  }

export const dpiaSchema = z.object({
  ...codedShape,
  name: nameSchema,
  systemId: idSchema,
  ownerId: idSchema.nullable(),
  /** The day for which it is to be approved. */
  wantedOn: daySchema.nullable(),
  /** The assessment that this one takes the place of. */
  previousId: idSchema.nullable(),
  outcome: z.enum(screeningOutcomes).nullable(),
  screeningReasons: z.array(z.enum(screeningReasons)),
  ...step('screening'),
  ...step('description'),
  ...step('necessity'),
  ...step('risks'),
  /** Risks of the register to people that were found. */
  riskIds: z.array(idSchema),
  ...step('measures'),
  actionIds: z.array(idSchema),
  ...step('consultation'),
  /** The post that approved, who held it that day, and until when the approval holds. */
  approverPostId: idSchema.nullable(),
  approverId: idSchema.nullable(),
  approvedOn: daySchema.nullable(),
  approvedText: plainTextSchema,
  validUntil: daySchema.nullable(),
  screenedContent: judgedContentSchema.nullable(),
  approvedContent: judgedContentSchema.nullable(),
  notes: plainTextSchema,
})
export type Dpia = z.infer<typeof dpiaSchema>

export const dpiaStates = ['not_started', 'in_progress', 'not_required', 'approved', 'reopened', 'expired'] as const
export type DpiaState = (typeof dpiaStates)[number]

export const dpiaActs = [...dpiaSteps, 'approval'] as const
export type DpiaAct = (typeof dpiaActs)[number]

type Steps = Pick<
  Dpia,
  | 'outcome'
  | 'approvedOn'
  | 'screeningOn'
  | 'descriptionOn'
  | 'necessityOn'
  | 'risksOn'
  | 'measuresOn'
  | 'consultationOn'
>

/** What has to be done next; null where nothing is. */
export function nextActOf(dpia: Steps): DpiaAct | null {
  if (dpia.approvedOn !== null || dpia.outcome === 'not_required') return null
  return dpiaSteps.find((name) => dpia[`${name}On`] === null) ?? 'approval'
}

/** The day of the last thing that was done; null where nothing was. */
export function lastActOn(dpia: Steps): Day | null {
  const days = dpiaSteps.map((name) => dpia[`${name}On`]).filter((day) => day !== null)
  return days.toSorted().at(-1) ?? null
}

/** How it stands on a day, where `changes` is what has changed since it was judged. */
export function dpiaStateOn(
  dpia: Steps & Pick<Dpia, 'validUntil'>,
  changes: readonly ContentChange[],
  day: Day,
): DpiaState {
  if (dpia.screeningOn === null) return 'not_started'
  const judged = dpia.approvedOn !== null || dpia.outcome === 'not_required'
  if (!judged) return 'in_progress'
  if (changes.length > 0) return 'reopened'
  if (dpia.outcome === 'not_required') return 'not_required'
  return dpia.validUntil !== null && dpia.validUntil < day ? 'expired' : 'approved'
}
