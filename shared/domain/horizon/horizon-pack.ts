/**
 * The horizon: what binds and what is coming, as data with the day on which it was looked up. Instruments have steps (what held
 * or starts from when), events have one date each. Titles of instruments are facts; labels, what an event changes and which
 * systems it touches are Daicho's own and shown as such.
 */
import { z } from 'zod'
import { daySchema } from '../calendar-date.ts'
import { evidenceTags } from '../requirements/requirement-pack.ts'
import { systemRoles } from '../system.ts'

/** Whether and how an instrument binds on a day. Source: the fact base's status vocabulary; exactly one holds. */
export const ruleStatuses = [
  'in_force',
  'promulgated_not_in_force',
  'in_force_partially',
  'guidance',
  'draft',
  'voluntary_standard',
  'foreign_law',
  'superseded',
] as const
export type RuleStatus = (typeof ruleStatuses)[number]

/** Swim lanes of what comes from outside; the company's own days have a lane of their own. */
export const lanes = ['act', 'guidance', 'foreign'] as const
export type Lane = (typeof lanes)[number]

/** As the calendar was on the day it was looked up: happened, fixed, announced, or a day that it cannot pass. */
export const eventKinds = ['past', 'upcoming', 'planned', 'latest'] as const
export type EventKind = (typeof eventKinds)[number]

const identifier = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/)
const short = z.string().min(1).max(500)
const both = z.strictObject({ ja: short, en: short })
const long = z.string().min(1).max(4_000)
const bothLong = z.strictObject({ ja: long, en: long })
const tag = z.enum(evidenceTags)
/** A title that is recall only is not shipped: a reader would take it for the official one. */
const titleTag = z.enum(['F', 'FM', 'O'], { error: 'TITLE_FROM_RECALL' })
const title = z.strictObject({ text: short, evidence: titleTag })
const titles = z.strictObject({ ja: title, en: title })
const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** How exactly a date is known. `latest`: on an unknown day, this one at the latest. */
export const horizonDateSchema = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), day: daySchema }),
  z.strictObject({ precision: z.literal('month'), month: monthSchema }),
  z.strictObject({
    precision: z.literal('fiscal_year_end'),
    fiscalYear: z.int().min(2000).max(9998),
    month: monthSchema,
  }),
  z.strictObject({ precision: z.literal('latest'), day: daySchema }),
])
export type HorizonDate = z.infer<typeof horizonDateSchema>

/**
 * A rule by which systems are touched: all of its conditions have to hold. No condition at all: every system. `reason` is said
 * with each system that it proposes.
 */
const touchSchema = z.strictObject({
  roles: z.array(z.enum(systemRoles)).min(1).optional(),
  personalData: z.literal(true).optional(),
  jurisdictions: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .optional(),
  vendor: z.literal(true).optional(),
  reason: both,
})
export type Touch = z.infer<typeof touchSchema>

/** What holds of an instrument from a date on. Null as a date: before everything this content covers. */
const stepSchema = z.strictObject({
  id: identifier,
  date: horizonDateSchema.nullable(),
  evidence: tag,
  /** The edition that begins; null where it is the same text. */
  version: both.nullable(),
  /** The instrument's status from then on; null where its status stays. */
  status: z.enum(ruleStatuses).nullable(),
  /** What starts, in our own words. */
  starts: bothLong,
})
export type RuleStep = z.infer<typeof stepSchema>

const instrumentSchema = z.strictObject({
  id: identifier,
  lane: z.enum(lanes),
  title: titles,
  /** Short, for a label; ours. */
  label: both,
  issuer: both,
  number: both.nullable(),
  evidence: tag,
  /** What qualifies the status ("comply or explain", "staged"). */
  note: both.nullable(),
  /** An edition came before the first step and is not in this content, so that "not there yet" cannot be said of it. */
  earlierEditions: z.boolean(),
  sources: z.array(identifier).max(20),
  steps: z.array(stepSchema).min(1).max(50),
  /** What it is made of, where its parts start on days that are not known part by part. */
  topics: z.array(z.strictObject({ id: identifier, title: both, content: bothLong, evidence: tag })).max(100),
  touches: z.array(touchSchema).max(20),
})
export type Instrument = z.infer<typeof instrumentSchema>

const eventSchema = z.strictObject({
  id: identifier,
  instrument: identifier.nullable(),
  lane: z.enum(lanes),
  date: horizonDateSchema,
  kind: z.enum(eventKinds),
  title: titles,
  label: both,
  evidence: tag,
  /** What is otherwise from that day on, in our own words. */
  changes: bothLong,
  sources: z.array(identifier).max(20),
  /** Null: as the instrument says. */
  touches: z.array(touchSchema).max(20).nullable(),
})
export type HorizonEvent = z.infer<typeof eventSchema>

export const horizonFormat = 'daicho-horizon-pack/1'

export const horizonPackSchema = z.strictObject({
  format: z.literal(horizonFormat),
  version: z.string().min(1).max(100),
  title: both,
  /** The day on which the facts were looked up. What is said of later days is to be checked before it is relied on. */
  asOf: daySchema,
  /** The first day about which this content can say anything. */
  coversFrom: daySchema,
  licence: bothLong,
  sources: z.array(z.strictObject({ file: z.string().max(300), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  references: z
    .array(
      z.strictObject({
        id: identifier,
        title: both,
        address: z.url({ protocol: /^https$/ }).nullable(),
        kind: z.enum(['official', 'primary', 'third_party']),
      }),
    )
    .max(500),
  instruments: z.array(instrumentSchema).min(1).max(500),
  events: z.array(eventSchema).min(1).max(2_000),
  periods: z.array(z.strictObject({ id: identifier, rule: bothLong, evidence: tag })).max(100),
  /** What is often said and is out of date or not confirmed. `evidence` null: nothing found, not to be used. */
  statements: z
    .array(z.strictObject({ id: identifier, said: bothLong, position: bothLong, evidence: tag.nullable() }))
    .max(100),
})
export type HorizonPack = z.infer<typeof horizonPackSchema>
