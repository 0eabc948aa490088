/**
 * What the company makes of a change of the rules: of an event of the horizon, or of one that it found by itself. One record an
 * event, made when the horizon is taken in: what nobody has looked at yet is then counted and owed, and not merely absent.
 */
import { z } from 'zod'
import { addDays, addMonths, type Day, daySchema } from '../calendar-date.ts'
import { codedShape, idSchema, recordShape } from '../record.ts'
import { packOrigins } from '../requirements/requirement-records.ts'
import { bilingualSchema, nameSchema, plainTextSchema } from '../text.ts'
import { lastDayOf } from './horizon-date.ts'
import { type HorizonEvent, type HorizonPack, horizonPackSchema } from './horizon-pack.ts'

/** A horizon that the register holds for a time, with its content, as it holds requirement packs. */
export const horizonPackRecordSchema = z.object({
  ...recordShape,
  packVersion: z.string().min(1),
  name: bilingualSchema,
  asOf: daySchema,
  origin: z.enum(packOrigins),
  fileName: z.string().max(500).nullable(),
  /** SHA-256 of the content's canonical JSON. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  content: horizonPackSchema,
  from: daySchema,
  to: daySchema.nullable(),
})
export type HorizonPackRecord = z.infer<typeof horizonPackRecordSchema>

/** The content that a state holds: the newest that was taken in; null where none was. Its days do not depend on when that was. */
export function heldIn(state: {
  readonly horizonPacks: readonly Readonly<Pick<HorizonPackRecord, 'withdrawn' | 'asOf' | 'content'>>[]
}): HorizonPack | null {
  const held = state.horizonPacks.filter(({ withdrawn }) => withdrawn === null)
  const [first, ...more] = held
  if (first === undefined) return null
  return more.reduce((newest, each) => (each.asOf > newest.asOf ? each : newest), first).content
}

/** How certain the day is: fixed (past or ahead), announced, or the latest of days that are not known. */
export const dayKinds = ['fixed', 'planned', 'latest'] as const
export type DayKind = (typeof dayKinds)[number]

/** What it means for the company (ours). */
export const ruleOutcomes = ['no_effect', 'to_prepare', 'prepared'] as const

export const ruleAssessmentSchema = z.object({
  ...codedShape,
  name: nameSchema,
  /** The event of the horizon; null for a change that the company found by itself. */
  eventId: plainTextSchema,
  /** Of a month or a fiscal year its last day. */
  eventDay: daySchema,
  dayKind: z.enum(dayKinds),
  ownerPostId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
  /** By when it is to be assessed. */
  dueOn: daySchema.nullable(),
  outcome: z.enum(ruleOutcomes).nullable(),
  meaning: bilingualSchema,
  assessedOn: daySchema.nullable(),
  assessorId: idSchema.nullable(),
  /** The version of the horizon that was assessed. */
  packVersion: plainTextSchema,
  /** The day on which a newer horizon changed the event: what was assessed before is to be assessed again. */
  changedOn: daySchema.nullable(),
  movedFrom: daySchema.nullable(),
  /** Systems that somebody has confirmed to be touched. */
  systemIds: z.array(idSchema),
  actionIds: z.array(idSchema),
  notes: plainTextSchema,
})
export type RuleAssessment = z.infer<typeof ruleAssessmentSchema>
export type RuleAssessmentFacts = Readonly<
  Pick<
    RuleAssessment,
    | 'id'
    | 'code'
    | 'withdrawn'
    | 'name'
    | 'eventId'
    | 'eventDay'
    | 'dayKind'
    | 'ownerPostId'
    | 'ownerId'
    | 'dueOn'
    | 'outcome'
    | 'assessedOn'
    | 'changedOn'
    | 'systemIds'
  >
>

/** Days after which a change that nobody has assessed counts (KRI-18 of the fact base). */
export const assessWithinDays = 30
/** Events that lie further back when the horizon is first taken in are history, and owed by nobody (ours). */
const owedMonthsBack = 12

export const assessmentStandings = ['overdue', 'open', 'assessed'] as const
export type AssessmentStanding = (typeof assessmentStandings)[number]

type Dated = Pick<RuleAssessmentFacts, 'eventDay' | 'dayKind' | 'assessedOn' | 'changedOn'>

/** Assessed by the day, and not changed since. */
export function isAssessed({ assessedOn, changedOn }: Dated, day: Day): boolean {
  if (assessedOn === null || assessedOn > day) return false
  return changedOn === null || changedOn > day || changedOn <= assessedOn
}

/** The last day on which it is assessed in time; null while nobody can say that it has happened. */
export function assessBy({ eventDay, dayKind, changedOn }: Dated): Day | null {
  if (dayKind !== 'fixed') return null
  return addDays(changedOn !== null && changedOn > eventDay ? changedOn : eventDay, assessWithinDays)
}

export function assessmentStandingOn(assessment: Dated, day: Day): AssessmentStanding {
  if (isAssessed(assessment, day)) return 'assessed'
  const by = assessBy(assessment)
  return by !== null && by < day ? 'overdue' : 'open'
}

/** What was announced, or had a latest day, and whose time has come: only newer content, or somebody who looks, can say. */
export function isToBeChecked({ eventDay, dayKind }: Dated, day: Day): boolean {
  return dayKind === 'latest' ? eventDay <= day : dayKind === 'planned' && eventDay < day
}

export function dayKindOf(event: HorizonEvent): DayKind {
  if (event.date.precision === 'latest') return 'latest'
  return event.kind === 'planned' ? 'planned' : 'fixed'
}

/** Whether an event is owed an assessment by a register that takes the horizon in on a day. */
export function isOwed(event: HorizonEvent, today: Day): boolean {
  return lastDayOf(event.date) >= addMonths(today, -owedMonthsBack)
}
