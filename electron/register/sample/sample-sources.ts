/**
 * The sources of the sample register as they stand in resources/sample/*.yaml: what each file may hold, and how the folder
 * is read. A source that does not fit is refused with the place and the reason; nothing is guessed.
 */
import {
  euAnnexes,
  euGrounds,
  euRoles,
  euTiers,
  sectorDocumentIds,
} from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import { accountParts } from '#shared/domain/readiness/outward-account.ts'
import { readinessIds } from '#shared/domain/readiness/readiness-item.ts'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { dataCheckIds } from '#shared/domain/privacy/check-catalogue.ts'
import { checkFindings, dataKinds } from '#shared/domain/privacy/data-use.ts'
import { deidentificationTechniques, residualLikelihoods } from '#shared/domain/privacy/deidentification.ts'
import { dpiaSteps, screeningOutcomes, screeningReasons } from '#shared/domain/privacy/dpia.ts'
import { legalBases } from '#shared/domain/privacy/legal-basis.ts'
import { assignmentRoles, postKinds, unitKinds } from '#shared/domain/accountability.ts'
import { decisionBodies, decisionKinds, decisionOutcomes, followThroughs } from '#shared/domain/decision/decision.ts'
import {
  controlDomains,
  controlPurposes,
  designs,
  evidenceKinds,
  testResults,
  weights,
} from '#shared/domain/control.ts'
import { directionItems, directionSides, maturities } from '#shared/domain/direction.ts'
import { dayKinds, ruleOutcomes } from '#shared/domain/horizon/rule-assessment.ts'
import { findingRatings, findingResponses } from '#shared/domain/finding.ts'
import {
  affectedBases,
  breachAnswers,
  enforcementKinds,
  incidentKinds,
  incidentSeverities,
  reportItems,
  reportKinds,
} from '#shared/domain/incident/incident.ts'
import { observationKinds, observationOutcomes } from '#shared/domain/observation.ts'
import { appetiteLevels, classifications } from '#shared/domain/organisation.ts'
import { riskCategories } from '#shared/domain/principles.ts'
import { pointElements, pointHeads, pointMatters, sectors } from '#shared/domain/third-party/check-point.ts'
import { answerStates } from '#shared/domain/requirements/requirement-records.ts'
import {
  contractStages,
  contractTypes,
  crossBorderRoutes,
  dataBases,
  dutyForms,
  provisionForms,
  valueBands,
} from '#shared/domain/third-party/ai-contract.ts'
import { liabilityCaps, pointFindings, trainingUses } from '#shared/domain/third-party/contract-reading.ts'
import {
  supplyKinds,
  vendorAnswerSources,
  vendorAnswerValues,
  vendorStandings,
} from '#shared/domain/third-party/vendor.ts'
import { acceptanceKinds, confidences, onsets, stages, timings, treatments } from '#shared/domain/risk.ts'
import { bandSchema, gradeSchema, impactDimensions } from '#shared/domain/scoring.ts'
import {
  answers,
  autonomies,
  lifecycles,
  systemKinds,
  systemRoles,
  tiers,
  writeAccesses,
} from '#shared/domain/system.ts'
import { intakeAffected, intakeData, intakeEffects, intakeOrigins } from '#shared/domain/intake.ts'

/** Both languages: nothing in the sample is in one language only. */
const both = z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })
const day = z.union([z.string(), z.int()])
const key = z.string().regex(/^[a-zA-Z0-9]+$/)
const code = (prefix: string) => z.string().regex(new RegExp(`^${prefix}-\\d{4}$`))
const system = code('SYS')
const risk = code('RSK')
const control = code('CTL')
const acceptance = code('ACC')
const reading = z.string().regex(/^[\p{Script=Hiragana}ー ]+$/u)
const owner = z.union([z.strictObject({ post: key }), z.strictObject({ person: key })])

const impact = gradeSchema.nullable()
/** Likelihood, then the six dimensions of impact in their order; null where a dimension does not apply. */
const level = z.tuple([gradeSchema, impact, impact, impact, impact, impact, impact])

/** "P1+40 in_place": a day and the code that holds from then. The first of a list may be a code alone. */
const course = <Code extends string>(codes: readonly Code[]) =>
  z
    .array(z.string())
    .min(1)
    .transform((entries, context) =>
      entries.map((entry, index) => {
        const [first = '', second] = entry.split(' ')
        const found = codes.find((each) => each === (second ?? first))
        if (found === undefined || (second === undefined) !== (index === 0))
          context.addIssue({ code: 'custom', message: `not a day and one of ${codes.join(', ')}: ${entry}` })
        return { on: second === undefined ? null : first, code: found ?? codes[0] }
      }),
    ) as z.ZodType<readonly { readonly on: string | null; readonly code: Code }[]>

/** A review: the day it was done, and the next one where the usual cycle does not hold. */
const reviews = z
  .array(
    z
      .union([day, z.strictObject({ on: day, next: day })])
      .transform((each) => (typeof each === 'object' ? each : { on: each, next: null })),
  )
  .default([])

const organisationFile = z.strictObject({
  organisation: z.strictObject({
    name: both,
    entityCode: z.string(),
    fiscalStartMonth: z.int(),
    timeZone: z.string(),
    classification: z.enum(classifications),
    registered: day,
  }),
  scale: z.strictObject({
    from: day,
    registered: day,
    approver: key,
    likelihood: z.array(both.extend({ range: z.string() })).length(5),
    impact: z.array(both).length(5),
    dimensions: z.record(z.enum(impactDimensions), both),
  }),
  appetites: z.strictObject({
    from: day,
    registered: day,
    approver: key,
    review: day,
    categories: z.record(
      z.enum(riskCategories),
      both.extend({
        appetite: bandSchema,
        tolerance: bandSchema,
        level: z.enum(appetiteLevels),
        provisional: z.boolean().default(false),
      }),
    ),
  }),
  thresholds: z.strictObject({
    from: day,
    registered: day,
    approver: key,
    /** The post that looks after each figure; this one where a figure names none. */
    owner: key,
    escalation: both,
    figures: z.record(
      z.string().regex(/^(K\d{2}u?|KRI-\d{2})$/),
      z.strictObject({
        appetite: z.number(),
        tolerance: z.number(),
        owner: key.optional(),
        provisional: z.boolean().default(false),
      }),
    ),
  }),
})

const term = z.strictObject({
  holder: key.optional(),
  deputy: key.optional(),
  from: day,
  to: day.nullable().default(null),
  registered: day.optional(),
  /** The end became known only then; without it the end was known from the start. */
  endRecorded: day.optional(),
  endReason: both.optional(),
})

const accountabilityFile = z.strictObject({
  registered: z.strictObject({ units: day, people: day, posts: day, terms: day }),
  units: z.array(
    z.strictObject({
      key,
      name: both,
      reading,
      kind: z.enum(unitKinds).default('division'),
      parent: key.nullable().default(null),
      successor: key.nullable().default(null),
      sectors: z.array(z.enum(sectors)).default([]),
      from: day.nullable().default(null),
      to: day.nullable().default(null),
    }),
  ),
  people: z.array(z.strictObject({ key, name: both, reading, unit: key })),
  posts: z.array(
    z.strictObject({
      key,
      name: both,
      kind: z.enum(postKinds),
      unit: key,
      reportsTo: key.nullable().default(null),
      overseenBy: key.nullable().default(null),
      from: day.nullable().default(null),
      terms: z.array(term),
    }),
  ),
  handovers: z.array(z.strictObject({ person: key, to: key, effective: day, registered: day, reason: both })),
})

const systemsFile = z.strictObject({
  systems: z.array(
    z.strictObject({
      code: system,
      name: both,
      reading,
      purpose: both,
      unit: key,
      kind: z.enum(systemKinds),
      roles: z.array(z.enum(systemRoles)).min(1),
      tier: z.enum(tiers).nullable().default(null),
      model: both.optional(),
      vendor: both.optional(),
      contract: both.optional(),
      autonomy: z.enum(autonomies),
      oversight: both.optional(),
      affected: both,
      personalData: z.enum(answers),
      jurisdictions: z.array(z.string()),
      goLive: day.nullable().default(null),
      dependsOn: z.array(system).default([]),
      /** Absent: came with the stocktaking. */
      registered: day.optional(),
      lifecycle: course(lifecycles),
      lifecycleReason: both.optional(),
      executive: z.strictObject({ post: key, registered: day.optional() }).optional(),
      owner,
      nextReview: day.nullable().default(null),
      reviews,
      edits: z
        .array(z.strictObject({ on: day, tier: z.enum(tiers).optional(), personalData: z.enum(answers).optional() }))
        .default([]),
      notes: both.optional(),
      writeAccess: z.enum(writeAccesses).default('unknown'),
    }),
  ),
  lifecycleReasons: z.partialRecord(z.enum(lifecycles), both),
  inventory: z.strictObject({ registered: day, fileName: both }),
})

const risksFile = z.strictObject({
  rationales: z.strictObject({ inherent: both, target: both }),
  risks: z.array(
    z.strictObject({
      code: risk,
      name: both,
      cause: both,
      event: both,
      consequence: both,
      category: z.enum(riskCategories),
      systems: z.array(system),
      owner,
      treatment: z.enum(treatments).nullable().default(null),
      registered: day,
      identified: day.optional(),
      assessed: day.optional(),
      inherent: level.optional(),
      residual: level.optional(),
      target: level.optional(),
      because: both.optional(),
      confidence: z.enum(confidences).default('medium'),
      targetOn: day.nullable().default(null),
      onset: z.enum(onsets).nullable().default(null),
      timing: z.enum(timings).nullable().default(null),
      nextReview: day,
      reviews,
      again: z
        .array(
          z.strictObject({
            on: day,
            recorded: day.optional(),
            stage: z.enum(stages),
            level,
            confidence: z.enum(confidences).default('medium'),
            because: both,
          }),
        )
        .default([]),
      edits: z.array(z.strictObject({ on: day, treatment: z.enum(treatments) })).default([]),
      closed: z.strictObject({ on: day, because: both }).optional(),
    }),
  ),
})

const controlsFile = z.strictObject({
  findings: z.record(z.enum(controlDomains), both),
  controls: z.array(
    z.strictObject({
      code: control,
      name: both,
      description: both,
      domain: z.enum(controlDomains),
      weight: z.enum(weights),
      design: course(designs),
      risks: z.array(risk),
      systems: z.array(system).default([]),
      owner,
      registered: day,
      tests: z
        .array(
          z.strictObject({
            on: day,
            recorded: day.optional(),
            result: z.enum(testResults),
            until: day,
            by: key,
            note: both.optional(),
            method: both.optional(),
            sample: z
              .strictObject({ population: z.int().nullable().default(null), size: z.int(), passed: z.int() })
              .optional(),
          }),
        )
        .default([]),
      purposes: z.array(z.enum(controlPurposes)).default([]),
      testMonths: z.int().nullable().default(null),
      nextReview: day.nullable().default(null),
      notApplicable: z.strictObject({ on: day, approver: key, because: both }).optional(),
    }),
  ),
})

const evidenceFile = z.strictObject({
  acceptedBecause: both,
  evidence: z.array(
    z.strictObject({
      code: code('EVD'),
      name: both,
      kind: z.enum(evidenceKinds),
      location: both.optional(),
      link: z.string().optional(),
      file: z.strictObject({ name: both, text: both }).optional(),
      accepted: z.strictObject({ on: day, by: key }).optional(),
      obtained: day,
      recorded: day.optional(),
      until: day,
      controls: z.array(control).min(1),
    }),
  ),
})

const actionsFile = z.strictObject({
  actions: z.array(
    z.strictObject({
      code: code('ACT'),
      name: both,
      owner: key.nullable().default(null),
      registered: day,
      due: day.nullable().default(null),
      slips: z.array(z.strictObject({ on: day, to: day, because: both })).default([]),
      done: day.optional(),
      verified: z.strictObject({ on: day, by: key }).optional(),
      systems: z.array(system).default([]),
      risks: z.array(risk).default([]),
      controls: z.array(control).default([]),
    }),
  ),
})

const confirmationsFile = z.strictObject({
  campaigns: z.array(
    z.strictObject({
      key,
      name: both,
      registered: day,
      from: day,
      due: day,
      posts: z.array(key).min(1),
      notes: both.optional(),
      sheets: z.array(z.strictObject({ post: key, on: day, note: both.optional() })),
    }),
  ),
  attestations: z.array(
    z.strictObject({
      post: key,
      on: day,
      recorded: day.optional(),
      systems: z.array(system).min(1),
      note: both.optional(),
    }),
  ),
  acceptances: z.array(
    z.strictObject({
      code: acceptance,
      kind: z.enum(acceptanceKinds),
      subject: z.union([risk, control]),
      post: key,
      from: day,
      to: day,
      recorded: day.optional(),
      renews: acceptance.nullable().default(null),
      because: both,
      ended: z.strictObject({ on: day, because: both }).optional(),
    }),
  ),
})

const intakesFile = z.strictObject({
  intakes: z.array(
    z.strictObject({
      code: code('INT'),
      name: both,
      origin: z.enum(intakeOrigins),
      by: key,
      foundBy: key.nullable().default(null),
      unit: key,
      received: day,
      purpose: both,
      service: both,
      kind: z.enum(systemKinds),
      data: z.array(z.enum(intakeData)),
      affected: z.array(z.enum(intakeAffected)),
      autonomy: z.enum(autonomies).nullable(),
      effect: z.enum(intakeEffects),
      inUse: z.enum(answers),
      decided: z.strictObject({ as: z.enum(['returned', 'rejected']), on: day, because: both }).optional(),
    }),
  ),
})

const item = z.string().min(1)
const requirementsFile = z.strictObject({
  packs: z.array(z.strictObject({ pack: z.string(), version: z.string(), on: day })),
  /** Which items each control answers from its registration on. */
  controls: z.record(control, z.array(item).min(1)),
  /** Of the systems named, else of the company. */
  answers: z.array(
    z.strictObject({
      on: day,
      items: z.array(item).min(1),
      systems: z.array(system).default([]),
      state: z.enum(answerStates),
      note: both,
      owner: key.nullable().default(null),
      due: day.nullable().default(null),
    }),
  ),
  notApplicable: z.array(
    z.strictObject({
      on: day,
      items: z.array(item).min(1),
      systems: z.array(system).default([]),
      approver: key,
      because: both,
    }),
  ),
})

const directionsFile = z.strictObject({
  directions: z.array(
    z.strictObject({
      code: code('DIR'),
      recorded: day,
      side: z.enum(directionSides),
      item: z.enum(directionItems),
      name: both,
      instruction: both.optional(),
      /** By and to a post, with whoever held it on the day. */
      given: z.strictObject({ on: day, by: key, to: key, reference: both }).optional(),
      reportDue: day.optional(),
      reported: z.strictObject({ on: day, report: both }).optional(),
      maturity: z.enum(maturities),
      maturityOn: day.optional(),
      grounds: both.optional(),
      review: day.optional(),
    }),
  ),
})

const horizonFile = z.strictObject({
  takenIn: day,
  owners: z.array(z.strictObject({ on: day, events: z.array(item).min(1), person: key, post: key })),
  due: z.array(z.strictObject({ on: day, event: item, day })),
  assessments: z.array(
    z.strictObject({ on: day, events: z.array(item).min(1), by: key, outcome: z.enum(ruleOutcomes), meaning: both }),
  ),
  found: z.array(
    z.strictObject({ on: day, name: both, day, kind: z.enum(dayKinds), person: key, post: key, due: day, notes: both }),
  ),
})

const step = z.strictObject({ by: key, on: day, text: both })
/** A day and the time on it in the register's zone. */
const moment = z.strictObject({ on: day, at: z.string().regex(/^\d{2}:\d{2}$/) })
const incident = code('INC')

const incidentsFile = z.strictObject({
  incidents: z.array(
    z.strictObject({
      code: incident,
      registered: day,
      name: both,
      kind: z.enum(incidentKinds),
      severity: z.enum(incidentSeverities).nullable(),
      description: both,
      systems: z.array(system),
      risks: z.array(risk).default([]),
      controls: z.array(control).default([]),
      occurred: moment.optional(),
      detected: moment.optional(),
      learned: moment.optional(),
      affected: z.int().nullable().default(null),
      basis: z.enum(affectedBases).default('unknown'),
      personalData: z.enum(answers).default('unknown'),
      data: both.optional(),
      timeline: z.array(moment.extend({ who: both, what: both })).default([]),
      cause: both.optional(),
      rootCause: both.optional(),
      measures: both.optional(),
      lessons: both.optional(),
      ownerPost: key,
      owner: key,
      items: z.partialRecord(z.enum(reportItems), both).default({}),
      judged: step.extend({ answers: z.array(z.enum(breachAnswers)).length(5) }).optional(),
      reports: z
        .array(moment.extend({ registered: day, kind: z.enum(reportKinds), to: both, reference: both, by: key }))
        .default([]),
      resolved: moment.optional(),
      closed: step.optional(),
    }),
  ),
  enforcements: z.array(
    z.strictObject({
      code: code('ENF'),
      registered: day,
      name: both,
      kind: z.enum(enforcementKinds),
      authority: both,
      reference: both,
      received: day,
      due: day,
      subject: both,
      systems: z.array(system).default([]),
      incident: incident.nullable().default(null),
      ownerPost: key,
      owner: key,
      response: both.optional(),
    }),
  ),
  surchargeNotes: z.array(z.strictObject({ system, registered: day, owner: key, note: both })),
})

const jurisdictionsFile = z.strictObject({
  profiles: z.array(
    z.strictObject({
      system,
      jurisdiction: z.string(),
      registered: day,
      inScope: z.enum(answers),
      /** Where the system is said to be provided or used from that day on. */
      countries: z.array(z.string()).optional(),
      reason: both.optional(),
      grounds: z.array(z.enum(euGrounds)).default([]),
      roles: z.array(z.enum(euRoles)).default([]),
      tiers: z.array(z.enum(euTiers)).default([]),
      annex: z.enum(euAnnexes).nullable().default(null),
      guidance: z.array(z.enum(sectorDocumentIds)).default([]),
      meaning: both.optional(),
      notes: both.optional(),
      owner: key,
      judgedBy: key.optional(),
      review: day.optional(),
    }),
  ),
  priorities: z.array(
    z.strictObject({ item: z.enum(readinessIds), registered: day, post: key, due: day, notes: both.optional() }),
  ),
  account: z.strictObject({
    code: code('OAC'),
    registered: day,
    name: both,
    edition: both,
    preface: both,
    contact: both,
    marked: z.array(z.enum(accountParts)),
    /** In the order of the principles. */
    statements: z.array(both).max(10),
  }),
})

const meeting = code('MTG')
const decisionsFile = z.strictObject({
  meetings: z.array(
    z.strictObject({
      code: meeting,
      registered: day,
      name: both,
      body: z.enum(decisionBodies),
      on: day,
      deadline: day,
      attendees: z.array(key),
      steps: z
        .array(z.strictObject({ name: both, post: key, by: day, done: day.optional(), who: key.optional() }))
        .default([]),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      code: code('DEC'),
      registered: day,
      meeting,
      name: both,
      kind: z.enum(decisionKinds),
      ask: both,
      options: z.array(z.strictObject({ label: both, consequence: both })).default([]),
      recommendation: both,
      delay: both.optional(),
      ownerPost: key,
      owner: key,
      due: day.optional(),
      systems: z.array(system).default([]),
      risks: z.array(risk).default([]),
      kris: z.array(z.string()).default([]),
      ringi: z.string().nullable().default(null),
      outcome: z
        .strictObject({
          registered: day,
          as: z.enum(decisionOutcomes),
          option: both.optional(),
          conditions: both.optional(),
          on: day,
          text: both,
          minutes: both.optional(),
        })
        .optional(),
      followThrough: z.strictObject({ registered: day, state: z.enum(followThroughs), on: day, text: both }).optional(),
    }),
  ),
})

const oversightFile = z.strictObject({
  policies: z.array(
    z.strictObject({
      code: code('POL'),
      registered: day,
      name: both,
      edition: both,
      appliesTo: both,
      description: both,
      location: both,
      owner: key,
      supersedes: code('POL').nullable().default(null),
      review: day.optional(),
      approved: step.extend({ from: day }).optional(),
    }),
  ),
  trainings: z.array(
    z.strictObject({
      code: code('TRN'),
      registered: day,
      name: both,
      description: both,
      policy: code('POL'),
      owner: key,
      postKinds: z.array(z.enum(postKinds)).default([]),
      roles: z.array(z.enum(assignmentRoles)).default([]),
      units: z.array(key).default([]),
      people: z.array(key).default([]),
      cycle: z.int().nullable(),
      from: day,
      completions: z.array(z.strictObject({ recorded: day, people: z.array(key), on: day, reference: both })),
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: code('FND'),
      registered: day,
      name: both,
      rating: z.enum(findingRatings),
      audit: both,
      auditor: both,
      reported: day,
      description: both,
      rootCause: both,
      recommendation: both,
      ownerPost: key,
      owner: key.nullable(),
      due: day,
      systems: z.array(system).default([]),
      risks: z.array(risk).default([]),
      controls: z.array(control).default([]),
      items: z.array(item).default([]),
      response: step.extend({ as: z.enum(findingResponses) }).optional(),
      slips: z.array(z.strictObject({ on: day, to: day, because: both })).default([]),
      implemented: step.optional(),
      verified: step.optional(),
    }),
  ),
  observations: z.array(
    z.strictObject({
      code: code('OBS'),
      registered: day,
      name: both,
      system,
      kind: z.enum(observationKinds),
      on: day,
      metric: both.optional(),
      measured: both.optional(),
      allowed: both.optional(),
      outcome: z.enum(observationOutcomes).nullable().default(null),
      versionBefore: both.optional(),
      versionAfter: both.optional(),
      source: both,
      significant: z.enum(answers),
      reason: both.optional(),
      decision: both,
      reassessBy: day.optional(),
      waived: z.strictObject({ risks: z.array(risk).min(1), by: key, on: day, because: both }).optional(),
    }),
  ),
})

const standing = z.tuple([z.enum(vendorStandings)]).or(z.tuple([z.enum(vendorStandings), day]))
const vendor = code('VEN')
const country = z.string().regex(/^[A-Z]{2}$/)
const thirdPartyFile = z.strictObject({
  vendors: z.array(
    z.strictObject({
      code: vendor,
      registered: day,
      name: both,
      reading,
      country,
      group: both.optional(),
      tier: z.enum(tiers).nullable().default(null),
      post: key,
      owner: key.nullable().default(null),
      review: day.optional(),
      security: standing,
      finance: standing,
      contacts: z.array(z.strictObject({ name: both, role: both, email: z.string() })).default([]),
      subProcessors: z.array(z.strictObject({ name: both, country, work: both })).default([]),
      supplies: z.array(
        z.strictObject({
          system,
          kinds: z.array(z.enum(supplyKinds)).min(1),
          product: both,
          from: day,
          to: day.optional(),
        }),
      ),
    }),
  ),
  contracts: z.array(
    z.strictObject({
      code: code('CON'),
      registered: day,
      name: both,
      vendor,
      type: z.enum(contractTypes),
      provision: z.enum(provisionForms),
      duty: z.enum(dutyForms),
      stage: z.enum(contractStages).default('concluded'),
      ourRoles: z.array(z.enum(systemRoles)),
      theirRoles: z.array(z.enum(systemRoles)),
      systems: z.array(system),
      signed: day.optional(),
      from: day.optional(),
      to: day.optional(),
      renews: z.enum(answers),
      renewal: z.int().nullable().default(null),
      notice: z.int().nullable().default(null),
      terminated: day.optional(),
      law: both.optional(),
      court: both.optional(),
      value: z.enum(valueBands),
      post: key,
      owner: key.nullable().default(null),
      legal: key.nullable().default(null),
      personal: z.enum(answers),
      secret: z.enum(answers),
      basis: z.enum(dataBases).nullable().default(null),
      grounds: both.optional(),
      countries: z.array(country).default([]),
      route: z.enum(crossBorderRoutes).nullable().default(null),
      selected: day.optional(),
      agreed: day.optional(),
      checked: day.optional(),
      supervision: both.optional(),
      review: day.optional(),
      readings: z
        .array(
          z.strictObject({
            code: code('RDG'),
            on: day,
            edition: both,
            reader: key,
            training: z.enum(trainingUses),
            cap: z.enum(liabilityCaps),
            capValue: z.number().nullable().default(null),
            hours: z.int().nullable().default(null),
            complete: z.boolean(),
            rest: z.boolean(),
            findings: z.array(
              z.strictObject({
                point: z.string(),
                finding: z.enum(pointFindings),
                clause: both.optional(),
                quote: both.optional(),
                reason: both.optional(),
                position: both.optional(),
                agreed: both.optional(),
                owner: key.nullable().default(null),
                due: day.optional(),
                accepter: key.nullable().default(null),
                until: day.optional(),
                risks: z.array(risk).default([]),
                actions: z.array(code('ACT')).default([]),
              }),
            ),
          }),
        )
        .default([]),
    }),
  ),
  points: z.array(
    z.strictObject({
      code: code('CKP'),
      registered: day,
      name: both,
      replaces: z.string().nullable().default(null),
      element: z.enum(pointElements),
      head: z.enum(pointHeads),
      weight: z.enum(weights),
      matter: z.enum(pointMatters).nullable().default(null),
      from: day,
    }),
  ),
})

const vendorAnswersFile = z.strictObject({
  answers: z.array(
    z.strictObject({
      vendor,
      answered: day,
      registered: day,
      by: key,
      source: z.enum(vendorAnswerSources),
      /** Questions that were answered with yes and not a word more. */
      yes: z.array(z.string()),
      said: z.array(z.strictObject({ point: z.string(), answer: z.enum(vendorAnswerValues), text: both.optional() })),
    }),
  ),
})

const answer = z.union([z.enum(answers), z.boolean().transform((yes): 'yes' | 'no' => (yes ? 'yes' : 'no'))])
const privacyFile = z.strictObject({
  consents: z.array(
    z.strictObject({
      code: code('CNS'),
      registered: day,
      name: both,
      wording: both,
      edition: z.string(),
      from: day,
      channel: both,
      scope: both,
      withdrawal: both,
    }),
  ),
  uses: z.array(
    z.strictObject({
      code: code('PDU'),
      registered: day,
      system,
      name: both,
      answers: z.partialRecord(z.enum(dataKinds), answer),
      subjects: both,
      sources: both.optional(),
      purpose: both,
      where: both.optional(),
      told: day.nullable().default(null),
      consents: z.array(code('CNS')).default([]),
      covers: answer.default('unknown'),
      coverGrounds: both.optional(),
      countries: z.array(z.string()).default([]),
      route: z.enum(crossBorderRoutes).nullable().default(null),
      handling: z.enum(dataBases).nullable().default(null),
      handlingGrounds: both.optional(),
      contracts: z.array(code('CON')).default([]),
      fits: answer.default('unknown'),
      fitGrounds: both.optional(),
      retention: both.optional(),
      inputRules: both.optional(),
      wanted: day.nullable().default(null),
      basis: z.enum(legalBases).nullable().default(null),
      grounds: both.nullable().default(null),
      planned: z.enum(legalBases).nullable().default(null),
      statistics: answer.default('unknown'),
      findings: z
        .partialRecord(
          z.enum(dataCheckIds),
          z.union([
            z.enum(checkFindings).transform((finding) => ({ finding, grounds: undefined })),
            z.strictObject({ finding: z.enum(checkFindings), grounds: both.optional() }),
          ]),
        )
        .default({}),
      /** The countries from a later day on. */
      later: z.array(z.string()).default([]),
    }),
  ),
  dpias: z.array(
    z.strictObject({
      code: code('DPIA'),
      /** From here on its steps follow each other. */
      registered: z.string().regex(/^R\d+$/),
      system,
      name: both,
      outcome: z.enum(screeningOutcomes).default('required'),
      reasons: z.array(z.enum(screeningReasons)).default([]),
      approver: key.nullable().default(null),
      wanted: day.nullable().default(null),
      valid: day.nullable().default(null),
      risks: z.array(code('RSK')).default([]),
      actions: z.array(code('ACT')).default([]),
      /** What was written at each step that is done, in their order. */
      said: z.array(both).max(dpiaSteps.length).default([]),
      approval: both.optional(),
    }),
  ),
  deidentifications: z.array(
    z.strictObject({
      code: code('DEI'),
      registered: day,
      system,
      name: both,
      technique: z.enum(deidentificationTechniques),
      use: code('PDU'),
      parameters: both,
      tester: key.nullable(),
      method: both.nullable(),
      residual: z.enum(residualLikelihoods),
      residualText: both.nullable(),
    }),
  ),
})

const files = {
  organisation: organisationFile,
  accountability: accountabilityFile,
  systems: systemsFile,
  risks: risksFile,
  controls: controlsFile,
  evidence: evidenceFile,
  actions: actionsFile,
  confirmations: confirmationsFile,
  intakes: intakesFile,
  requirements: requirementsFile,
  directions: directionsFile,
  oversight: oversightFile,
  horizon: horizonFile,
  'third-party': thirdPartyFile,
  incidents: incidentsFile,
  jurisdictions: jurisdictionsFile,
  'vendor-answers': vendorAnswersFile,
  privacy: privacyFile,
  decisions: decisionsFile,
} as const

export type SampleFile = keyof typeof files
export type SampleSources = { readonly [F in SampleFile]: z.infer<(typeof files)[F]> }
export type SampleText = z.infer<typeof both>
export type SampleLevel = z.infer<typeof level>
export type SampleOwner = z.infer<typeof owner>
export const sampleFiles = Object.keys(files) as readonly SampleFile[]

/** The sources out of the YAML of each file. Throws with file, place and reason where one does not fit. */
export function parseSampleSources(textOf: (file: SampleFile) => string): SampleSources {
  const read = <F extends SampleFile>(file: F): SampleSources[F] => {
    const result = files[file].safeParse(parse(textOf(file)))
    if (!result.success) {
      const issue = result.error.issues[0]
      throw new Error(`${file}.yaml: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
    }
    return result.data as SampleSources[F]
  }
  return {
    organisation: read('organisation'),
    accountability: read('accountability'),
    systems: read('systems'),
    risks: read('risks'),
    controls: read('controls'),
    evidence: read('evidence'),
    actions: read('actions'),
    confirmations: read('confirmations'),
    intakes: read('intakes'),
    requirements: read('requirements'),
    directions: read('directions'),
    oversight: read('oversight'),
    horizon: read('horizon'),
    'third-party': read('third-party'),
    incidents: read('incidents'),
    jurisdictions: read('jurisdictions'),
    'vendor-answers': read('vendor-answers'),
    privacy: read('privacy'),
    decisions: read('decisions'),
  }
}

export function readSampleSources(folder: string = sampleFolder()): SampleSources {
  return parseSampleSources((file) => readFileSync(join(folder, `${file}.yaml`), 'utf8'))
}

/** resources/sample in the nearest folder above this file: the project's, or the one that the built program stands in. */
function sampleFolder(): string {
  for (let above = import.meta.dirname; dirname(above) !== above; above = dirname(above)) {
    const folder = join(above, 'resources/sample')
    if (existsSync(folder)) return folder
  }
  throw new Error('resources/sample is missing beside the program')
}
