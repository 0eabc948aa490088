/** The organisation's own decisions, its units, people, posts and terms, and the two packs. */
import { type Day, endOfDay } from '#shared/domain/calendar-date.ts'
import type { RiskCategory } from '#shared/domain/principles.ts'
import { defaultBandTable } from '#shared/domain/scoring.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { SamplePlan } from './sample-plan.ts'
import type { SamplePackDays } from './sample-dates.ts'

type Five<Item> = [Item, Item, Item, Item, Item]

export function planOrganisation(plan: SamplePlan): void {
  const { organisation } = plan.sources.organisation
  const began = plan.dates.working(organisation.registered)
  plan.record(began, { act: 'newRegister', name: organisation.name, from: plan.dates.resolve('FY/04-01') })
  const { entityCode, fiscalStartMonth, timeZone, classification } = organisation
  plan.record(began, { act: 'organisation', patch: { entityCode, fiscalStartMonth, timeZone, classification } })
  planScale(plan)
  planLimits(plan)
  const lock = (days: SamplePackDays) => {
    // Six hours before the end of the day: what was recorded during the working day is in.
    const cutOff = new Date(Date.parse(endOfDay(days.cutOff, timeZone)) - 6 * 3_600_000).toISOString()
    plan.record(days.lock, { act: 'lock', asOf: days.asOf, cutOff })
  }
  lock(plan.dates.first)
  lock(plan.dates.second)
}

function planScale(plan: SamplePlan): void {
  const { scale } = plan.sources.organisation
  const from = plan.dates.working(scale.from)
  plan.record(plan.dates.working(scale.registered), {
    act: 'scale',
    approver: scale.approver,
    values: {
      from,
      to: null,
      approvedOn: from,
      likelihoodLabels: scale.likelihood.map(({ ja, en }) => ({ ja, en })) as Five<Bilingual>,
      likelihoodRanges: scale.likelihood.map(({ range }) => range) as Five<string>,
      impactLabels: scale.impact as Five<Bilingual>,
      dimensionNotes: scale.dimensions,
      bandTable: defaultBandTable,
    },
  })
}

function planLimits(plan: SamplePlan): void {
  const { appetites, thresholds } = plan.sources.organisation
  const approval = (provisional: boolean, from: Day, approver: string) =>
    provisional ? { approver: null, approvedOn: null } : { approver, approvedOn: from }
  const appetiteFrom = plan.dates.working(appetites.from)
  for (const [category, row] of Object.entries(appetites.categories)) {
    const { approver, approvedOn } = approval(row.provisional, appetiteFrom, appetites.approver)
    plan.record(plan.dates.working(appetites.registered), {
      act: 'appetite',
      approver,
      values: {
        category: category as RiskCategory,
        appetite: row.appetite,
        tolerance: row.tolerance,
        statement: { ja: row.ja, en: row.en },
        level: row.level,
        reviewOn: plan.dates.resolve(appetites.review),
        from: appetiteFrom,
        to: null,
        approvedOn,
      },
    })
  }
  const thresholdFrom = plan.dates.working(thresholds.from)
  for (const [kri, row] of Object.entries(thresholds.figures)) {
    const { approver, approvedOn } = approval(row.provisional, thresholdFrom, thresholds.approver)
    plan.record(plan.dates.working(thresholds.registered), {
      act: 'threshold',
      approver,
      owner: row.owner ?? thresholds.owner,
      values: {
        kri,
        appetite: row.appetite,
        tolerance: row.tolerance,
        escalation: thresholds.escalation,
        from: thresholdFrom,
        to: null,
        approvedOn,
      },
    })
  }
}

export function planAccountability(plan: SamplePlan): void {
  const { units, people, posts, registered } = plan.sources.accountability
  for (const unit of units)
    plan.record(plan.dates.working(registered.units), {
      act: 'unit',
      key: unit.key,
      parent: unit.parent,
      successor: unit.successor,
      values: {
        name: unit.name,
        reading: unit.reading,
        kind: unit.kind,
        from: plan.dayOf(unit.from),
        to: plan.dayOf(unit.to),
        sectors: unit.sectors,
      },
    })
  for (const person of people)
    plan.record(plan.dates.working(registered.people), {
      act: 'person',
      key: person.key,
      unit: person.unit,
      values: { name: person.name, reading: person.reading, email: `${person.key}@reiwa-shoji.example` },
    })
  for (const post of posts) {
    plan.record(plan.dates.working(registered.posts), {
      act: 'post',
      key: post.key,
      unit: post.unit,
      reportsTo: post.reportsTo,
      overseenBy: post.overseenBy,
      values: { name: post.name, kind: post.kind, from: plan.dayOf(post.from), to: null },
    })
    planTerms(plan, post)
  }
  for (const { person, to, effective, registered: recorded, reason } of plan.sources.accountability.handovers)
    plan.record(plan.dates.working(recorded), {
      act: 'handOver',
      person,
      to,
      effective: plan.dates.resolve(effective),
      reason: plan.plain(reason),
    })
}

function planTerms(plan: SamplePlan, post: SamplePlan['sources']['accountability']['posts'][number]): void {
  const { registered } = plan.sources.accountability
  for (const term of post.terms) {
    const person = term.holder ?? term.deputy
    if (person === undefined) throw new RangeError(`${post.key}: a term without a person`)
    const to = plan.dayOf(term.to)
    plan.record(plan.dates.working(term.registered ?? registered.terms), {
      act: 'startTerm',
      post: post.key,
      person,
      capacity: term.holder === undefined ? 'deputy' : 'holder',
      from: plan.dates.resolve(term.from),
      to: term.endRecorded === undefined ? to : null,
    })
    if (term.endRecorded !== undefined && to !== null)
      plan.record(plan.dates.working(term.endRecorded), {
        act: 'endTerm',
        post: post.key,
        person,
        to,
        reason: plan.plain(term.endReason) ?? '',
      })
  }
}
