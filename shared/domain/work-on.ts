/**
 * Everything that is owed on a day, of all nouns: the one list from which the queue, the calendar and the overview's "act
 * now" and "near dates" are made. What is late and what is missing is decided by the same rules as the figures.
 */
import { type Day, holdsOn } from './calendar-date.ts'
import type { AssignmentRole, Holding } from './accountability.ts'
import { nextTestOn, operationOn } from './control.ts'
import { openFindingsOn } from './finding.ts'
import { decisionWorkOn, meetingWorkOn } from './decision/decision-work.ts'
import { assessBy, isAssessed, isToBeChecked } from './horizon/rule-assessment.ts'
import type { AcceptanceStanding } from './metrics/acceptance-standing.ts'
import { confirmationRunsOut } from './metrics/accountability-figures.ts'
import { vacantExecutivePosts } from './metrics/accountability-path.ts'
import { openActionsOn } from './metrics/action-figures.ts'
import type { ActionFacts, ControlFacts, EvidenceFacts, SystemFacts } from './metrics/figure-input.ts'
import { incidentsOn } from './metrics/incident-on.ts'
import type { KriId } from './metrics/kri-result.ts'
import { breachedOf } from './metrics/kris.ts'
import type { RegisterOn } from './metrics/register-on.ts'
import { isUncovered, type RiskPosition } from './metrics/risk-positions.ts'
import { trainingsOn } from './metrics/training-figures.ts'
import { deidentificationWorkOn, dpiaWorkOn, type PrivacyOwed, useWorkOn } from './privacy/privacy-work.ts'
import { policyStandingOn } from './policy.ts'
import { acceptedRisksOn, contractsOn, dueGapsOn, isUsedOn, systemsByVendorOn } from './third-party/third-party-on.ts'
import { noText } from './text.ts'
import { type Answering, standingOf, type WorkItem, type WorkKind } from './work-item.ts'

export interface WorkFacts {
  readonly on: RegisterOn
  readonly positions: readonly RiskPosition[]
  readonly acceptances: readonly AcceptanceStanding[]
}

/** The nouns whose records owe something, in the order in which it is gathered. */
export const workNouns = [
  'post',
  'system',
  'acceptance',
  'risk',
  'control',
  'evidence',
  'action',
  'intake',
  'finding',
  'policy',
  'ruleAssessment',
  'training',
  'vendor',
  'contract',
  'incident',
  'enforcement',
  'dataUse',
  'dpia',
  'deidentification',
  'decision',
  'meeting',
] as const
export type WorkNoun = (typeof workNouns)[number]

/** In the order of the records within each noun, not yet by weight. */
export function workOn(facts: WorkFacts): readonly WorkItem[] {
  return workNouns.flatMap((noun) => workOfNoun(facts, noun, null))
}

/** What the records of one noun owe; of systems and risks also of some of them. */
export function workOfNoun(facts: WorkFacts, noun: WorkNoun, ids: ReadonlySet<string> | null): readonly WorkItem[] {
  return new Collector(facts).collect(noun, ids)
}

/** The figures whose breach makes what is late or missing heavy; lighter it is a warning. */
const figureOf: { readonly [K in WorkKind]?: KriId } = {
  systemNoExecutive: 'K01',
  riskUncovered: 'K07',
  action: 'K12',
  actionUnverified: 'K12',
  finding: 'KRI-14',
  findingUnverified: 'KRI-14',
  training: 'KRI-13',
  ruleUnassessed: 'KRI-18',
  decision: 'K27',
}

/** Those of them that are breached. */
export function breachesOn({ on, positions }: WorkFacts): ReadonlySet<KriId> {
  const { systems, risks, thresholds } = on.input
  const { findings } = on.input
  const { ruleAssessments: rules, decisions } = on.input
  const from = [
    on.systemsOn,
    systems,
    positions,
    risks,
    on.actions,
    findings,
    trainingsOn(on),
    rules,
    decisions,
    thresholds,
    on.asOf,
  ]
  return on.kept.get('breached figures', from, () => breachedOf(on, positions, Object.values(figureOf)))
}

type Subject = Pick<WorkItem, 'noun' | 'id' | 'code' | 'name' | 'unitId'>
type More = Partial<Pick<WorkItem, 'variant' | 'systems' | 'people' | 'readyOn' | 'part' | 'severity' | 'standing'>>

const nobody: Answering = { postId: null, personId: null, deputyId: null }

class Collector {
  readonly #facts: WorkFacts
  readonly #on: RegisterOn
  readonly #items: WorkItem[] = []
  readonly #breached: ReadonlySet<KriId>
  /** Days stand at many records: each is counted once. */
  readonly #standings = new Map<Day | null, ReturnType<typeof standingOf>>()

  constructor(facts: WorkFacts) {
    this.#facts = facts
    this.#on = facts.on
    this.#breached = breachesOn(facts)
  }

  collect(noun: WorkNoun, ids: ReadonlySet<string> | null): readonly WorkItem[] {
    this.#ofNoun[noun](ids)
    return this.#items
  }

  readonly #ofNoun: Readonly<Record<WorkNoun, (ids: ReadonlySet<string> | null) => void>> = {
    post: () => {
      this.#posts()
    },
    system: (ids) => {
      this.#systemItems(ids)
    },
    acceptance: () => {
      this.#acceptanceItems()
    },
    risk: (ids) => {
      this.#riskItems(ids)
    },
    control: () => {
      this.#controlItems()
    },
    evidence: () => {
      this.#evidenceItems()
    },
    action: () => {
      this.#actionItems()
    },
    intake: () => {
      this.#intakeItems()
    },
    finding: () => {
      this.#findingItems()
    },
    policy: () => {
      this.#policyItems()
    },
    training: () => {
      this.#trainingItems()
    },
    vendor: () => {
      this.#vendorItems()
    },
    contract: () => {
      this.#contractItems()
    },
    incident: () => {
      this.#incidentItems()
    },
    enforcement: () => {
      this.#enforcementItems()
    },
    dataUse: () => {
      this.#privacyItems('dataUse', useWorkOn(this.#on))
    },
    dpia: () => {
      this.#privacyItems('dpia', dpiaWorkOn(this.#on))
    },
    deidentification: () => {
      this.#privacyItems('deidentification', deidentificationWorkOn(this.#on))
    },
    ruleAssessment: () => {
      this.#ruleItems()
    },
    decision: () => {
      this.#decisionItems()
    },
    meeting: () => {
      this.#meetingItems()
    },
  }

  #add(kind: WorkKind, subject: Subject, day: Day | null, answering: Answering, more: More = {}): void {
    let known = this.#standings.get(day)
    if (known === undefined) {
      known = standingOf(day, this.#on.asOf)
      this.#standings.set(day, known)
    }
    const { days, standing } = known
    const figure = figureOf[kind]
    const heavy = figure !== undefined && this.#breached.has(figure)
    const owed = standing === 'late' || standing === 'gap'
    this.#items.push({
      kind,
      noun: subject.noun,
      id: subject.id,
      code: subject.code,
      name: subject.name,
      unitId: subject.unitId,
      day,
      days,
      standing,
      severity: owed ? (heavy ? 'breach' : 'warning') : null,
      answering,
      variant: null,
      ...more,
    })
  }

  /** Posts that stand empty: executives always, others where something is assigned to them. And terms that run out. */
  #posts(): void {
    const on = this.#on
    const vacantExecutives = new Map(vacantExecutivePosts(on).map((post) => [post.postId, post]))
    const assigned = new Set(
      on.input.assignments
        .filter((row) => row.withdrawn === null && row.postId !== null && holdsOn(row, on.asOf))
        .map((row) => row.postId),
    )
    for (const post of on.input.posts) {
      if (post.withdrawn !== null || !holdsOn(post, on.asOf)) continue
      const executive = vacantExecutives.get(post.id)
      const holding = on.answerable.post(post.id)
      const stands = post.kind !== 'board' && post.kind !== 'committee' && assigned.has(post.id)
      if (executive === undefined && !(stands && holding.state === 'vacant')) continue
      const systems = executive?.systems ?? []
      this.#add(
        'vacantPost',
        { noun: 'post', id: post.id, code: post.code, name: post.name, unitId: post.unitId },
        holding.vacantSince,
        this.#above(post.id),
        // A post that is empty today is empty: its first empty day is never "soon".
        {
          systems,
          standing: holding.vacantSince === null ? 'gap' : 'late',
          severity: systems.length > 0 ? 'breach' : 'warning',
        },
      )
    }
    for (const term of on.input.terms) {
      const post = on.post(term.postId)
      if (post === null || term.withdrawn !== null || term.capacity !== 'holder') continue
      if (post.kind !== 'executive' || term.to === null || term.from > on.asOf || term.to < on.asOf) continue
      const follows = on.input.terms.some(
        (each) =>
          each.withdrawn === null &&
          each.postId === term.postId &&
          each.capacity === 'holder' &&
          each.from > (term.to ?? ''),
      )
      if (!follows)
        this.#add(
          'termEnds',
          { noun: 'post', id: post.id, code: post.code, name: post.name, unitId: post.unitId },
          term.to,
          this.#above(post.id),
        )
    }
  }

  #systemItems(ids: ReadonlySet<string> | null): void {
    const on = this.#on
    for (const { system, executive, attestedOn } of on.systemsOn) {
      if (ids?.has(system.id) === false) continue
      const subject = this.#system(system)
      const owner = on.answerable.of('system_owner', system.id)
      const ofExecutive = answeringOf(executive.holding)
      const ofOwner = owner.state === 'unregistered' ? ofExecutive : answeringOf(owner)
      if (executive.state !== 'held' && executive.state !== 'vacant')
        this.#add('systemNoExecutive', subject, null, owner.state === 'unregistered' ? nobody : answeringOf(owner))
      if (owner.state === 'unregistered') this.#add('systemNoOwner', subject, null, ofExecutive)
      if (executive.holding.postId !== null)
        this.#add(
          'confirmation',
          subject,
          attestedOn === null ? null : confirmationRunsOut(system, attestedOn),
          ofExecutive,
          attestedOn === null ? { variant: 'missing' } : {},
        )
      if (system.nextReviewOn !== null) this.#add('systemReview', subject, system.nextReviewOn, ofOwner)
      if (system.tier === null) this.#add('tierUnset', subject, null, ofOwner)
      if (system.personalData === 'unknown') this.#add('personalDataUnknown', subject, null, ofOwner)
    }
  }

  #acceptanceItems(): void {
    for (const standing of this.#facts.acceptances) {
      const subject: Subject = {
        noun: 'acceptance',
        id: standing.id,
        code: standing.code,
        name: this.#on[standing.subject](standing.subjectId)?.name ?? noText,
        unitId: this.#on.post(standing.postId)?.unitId ?? null,
      }
      const holding = this.#on.answerable.post(standing.postId)
      const answering = answeringOf(holding)
      const variant = standing.kind === 'exception' ? ({ variant: 'exception' } as const) : {}
      if (standing.state === 'active') this.#add('acceptanceEnds', subject, standing.to, answering, variant)
      else if (standing.reliedOn)
        this.#add('acceptanceEnds', subject, standing.to, answering, { ...variant, severity: 'breach' })
      if (standing.stale)
        this.#add('acceptanceStale', subject, null, answering, standing.reopened ? { variant: 'reopened' } : {})
      // Whoever follows has not made the judgement of the one who gave it.
      if (standing.state === 'active' && holding.state === 'held' && holding.personId !== standing.personId)
        this.#add('acceptanceReconfirm', subject, null, answering)
    }
  }

  #riskItems(ids: ReadonlySet<string> | null): void {
    for (const position of this.#facts.positions) {
      if (ids?.has(position.id) === false) continue
      const subject: Subject = {
        noun: 'risk',
        id: position.id,
        code: position.code,
        name: position.name,
        unitId: this.#unitOfSystems(position.systemIds),
      }
      const owner = answeringOf(position.owner)
      if (position.owner.state === 'unregistered')
        this.#add('riskNoOwner', subject, null, this.#executiveOf(position.systemIds))
      if (position.residual === null) this.#add('riskUnassessed', subject, null, owner)
      if (position.reopened !== null) this.#add('riskReassess', subject, position.reopened.dueOn, owner)
      if (isUncovered(position)) this.#add('riskUncovered', subject, null, owner)
      if (position.nextReviewOn !== null) this.#add('riskReview', subject, position.nextReviewOn, owner)
    }
  }

  #controlItems(): void {
    for (const control of this.#on.controls) {
      const subject = this.#control(control)
      const owner = this.#owner('control_owner', control.id)
      if (control.nextReviewOn != null) this.#add('controlReview', subject, control.nextReviewOn, owner)
      if (control.design !== 'in_place') continue
      const tests = this.#on.testsOf(control.id)
      const { operation } = operationOn(tests, this.#on.asOf)
      if (operation === 'untested') this.#add('controlTest', subject, null, owner, { variant: 'untested' })
      else if (operation === 'ineffective') this.#add('controlTest', subject, null, owner, { variant: 'ineffective' })
      else this.#add('controlTest', subject, nextTestOn(control, tests, this.#on.asOf), owner)
    }
  }

  /** Evidence that runs out, unless a control of its has newer evidence that does not. */
  #evidenceItems(): void {
    for (const evidence of this.#on.input.evidence) {
      if (evidence.withdrawn !== null || evidence.validUntil === null || this.#isReplaced(evidence)) continue
      const [control] = evidence.controlIds.flatMap((id) => this.#on.control(id) ?? [])
      this.#add(
        'evidenceExpires',
        {
          noun: 'evidence',
          id: evidence.id,
          code: evidence.code,
          name: evidence.name ?? noText,
          unitId: control === undefined ? null : this.#control(control).unitId,
        },
        evidence.validUntil,
        control === undefined ? nobody : this.#owner('control_owner', control.id),
      )
    }
  }

  #isReplaced(evidence: EvidenceFacts): boolean {
    if (evidence.validUntil === null || evidence.validUntil >= this.#on.asOf) return false
    return (
      evidence.controlIds.length > 0 &&
      evidence.controlIds.every((id) =>
        this.#on
          .evidenceOf(id)
          .some((other) => other.id !== evidence.id && (other.validUntil ?? '9999-12-31') >= this.#on.asOf),
      )
    )
  }

  #actionItems(): void {
    for (const { action, dueOn } of openActionsOn(this.#on)) {
      const person = this.#on.person(action.ownerId)
      const subject: Subject = {
        noun: 'action',
        id: action.id,
        code: action.code,
        name: action.name,
        unitId: person?.unitId ?? this.#unitOfSystems(action.systemIds),
      }
      // What is done stays overdue for the figures until a second person has confirmed it, and is owed at once.
      const late = dueOn !== null && dueOn < this.#on.asOf
      if (action.state === 'done')
        this.#add(
          'actionUnverified',
          subject,
          dueOn,
          this.#verifierOf(action),
          late ? {} : { standing: 'gap', severity: 'warning' },
        )
      else
        this.#add(
          'action',
          subject,
          dueOn,
          { ...nobody, personId: action.ownerId },
          dueOn === null ? { variant: 'undated', severity: 'warning' } : {},
        )
    }
  }

  /** Uses of AI that wait for a decision or for an answer; those that are in use unregistered weigh more. */
  #intakeItems(): void {
    for (const intake of this.#on.input.intakes) {
      if (intake.withdrawn !== null || intake.state === 'approved' || intake.state === 'rejected') continue
      const subject: Subject = {
        noun: 'intake',
        id: intake.id,
        code: intake.code,
        name: intake.name,
        unitId: intake.unitId,
      }
      const requester = { ...nobody, personId: intake.requesterId }
      if (intake.state === 'returned') this.#add('intakeReturned', subject, null, requester)
      else this.#add(intake.origin === 'found' ? 'intakeFound' : 'intakeOpen', subject, null, nobody)
    }
  }

  /** Findings of audit: management answers and puts right, audit closes. */
  #findingItems(): void {
    for (const { finding, dueOn } of openFindingsOn(this.#on.input.findings, this.#on.asOf)) {
      const owner = this.#personOrPost(finding.ownerId, finding.ownerPostId)
      const subject: Subject = {
        noun: 'finding',
        id: finding.id,
        code: finding.code,
        name: finding.name,
        unitId: this.#on.post(finding.ownerPostId)?.unitId ?? this.#unitOfSystems(finding.systemIds),
      }
      const late = dueOn !== null && dueOn < this.#on.asOf
      // As it stood on the day: what is closed today was open on an earlier one, and waited for audit at the latest.
      if (finding.state === 'implemented' || finding.state === 'closed')
        this.#add('findingUnverified', subject, dueOn, nobody, late ? {} : { standing: 'gap', severity: 'warning' })
      else
        this.#add('finding', subject, dueOn, owner, dueOn === null ? { variant: 'undated', severity: 'warning' } : {})
      if (finding.state === 'open') this.#add('findingUnanswered', subject, null, owner)
    }
  }

  #policyItems(): void {
    const { policies } = this.#on.input
    for (const policy of policies) {
      if (policy.withdrawn !== null || policy.nextReviewOn === null) continue
      if (policyStandingOn(policy, policies, this.#on.asOf) !== 'in_force') continue
      this.#add(
        'policyReview',
        {
          noun: 'policy',
          id: policy.id,
          code: policy.code,
          name: policy.name,
          unitId: this.#on.post(policy.ownerPostId)?.unitId ?? null,
        },
        policy.nextReviewOn,
        this.#personOrPost(null, policy.ownerPostId),
      )
    }
  }

  /** What must be reported and by when; what keeps it from being said. A report that is made owes nothing any more. */
  #incidentItems(): void {
    for (const { incident, breach } of incidentsOn(this.#on)) {
      if (breach === null || incident.state === 'closed') continue
      const subject: Subject = {
        noun: 'incident',
        id: incident.id,
        code: incident.code,
        name: incident.name,
        unitId: this.#on.post(incident.ownerPostId)?.unitId ?? this.#unitOfSystems(incident.systemIds),
      }
      const owner = this.#personOrPost(incident.ownerId, incident.ownerPostId)
      const { early, final, clock } = breach
      if (breach.reportability === 'possible') this.#add('breachUnjudged', subject, null, owner, { severity: 'breach' })
      if (clock === null) this.#add('breachLearned', subject, null, owner, { severity: 'breach' })
      for (const [kind, on] of [['breachEarly', early] as const, ['breachFinal', final] as const])
        if (on.madeOn === null && on.dueOn !== null)
          this.#add(kind, subject, on.dueOn, owner, on.standing === 'overdue' ? { severity: 'breach' } : {})
    }
  }

  #enforcementItems(): void {
    for (const enforcement of this.#on.input.enforcements) {
      const { withdrawn, state, receivedOn, doneOn, dueOn } = enforcement
      if (withdrawn !== null || (receivedOn !== null && receivedOn > this.#on.asOf)) continue
      if (state === 'done' && (doneOn === null || doneOn <= this.#on.asOf)) continue
      this.#add(
        'enforcementDue',
        {
          noun: 'enforcement',
          id: enforcement.id,
          code: enforcement.code,
          name: enforcement.name,
          unitId: this.#on.post(enforcement.ownerPostId)?.unitId ?? this.#unitOfSystems(enforcement.systemIds),
        },
        dueOn,
        this.#personOrPost(enforcement.ownerId, enforcement.ownerPostId),
        dueOn === null
          ? { variant: 'undated', severity: 'warning' }
          : dueOn < this.#on.asOf
            ? { severity: 'breach' }
            : {},
      )
    }
  }

  /** Personal data: owed by whoever is in charge of the record, else of the system. */
  #privacyItems(noun: 'dataUse' | 'dpia' | 'deidentification', items: readonly PrivacyOwed[]): void {
    for (const { kind, record, systemId, ownerId, day, readyOn, untested } of items) {
      const subject: Subject = {
        noun,
        id: record.id,
        code: record.code,
        name: record.name,
        unitId: this.#unitOfSystems([systemId]),
      }
      const owner = this.#on.answerable.of('system_owner', systemId)
      const ofSystem = owner.state === 'unregistered' ? this.#executiveOf([systemId]) : answeringOf(owner)
      this.#add(kind, subject, day, ownerId === null ? ofSystem : { ...nobody, personId: ownerId }, {
        ...(readyOn === null ? {} : { readyOn }),
        ...(untested === true ? { variant: 'untested' } : {}),
      })
    }
  }

  /** One item a training: how many have not done it; where all have, the day on which the first completion runs out. */
  #trainingItems(): void {
    for (const { training, people } of trainingsOn(this.#on)) {
      const open = people.filter(({ state }) => state !== 'done').length
      const until = people.flatMap(({ validUntil }) => validUntil ?? []).sort()[0] ?? null
      if (open === 0 && until === null) continue
      this.#add(
        'training',
        {
          noun: 'training',
          id: training.id,
          code: training.code,
          name: training.name,
          unitId: this.#on.post(training.ownerPostId)?.unitId ?? null,
        },
        open > 0 ? null : until,
        this.#personOrPost(null, training.ownerPostId),
        open > 0 ? { people: { open, of: people.length } } : { variant: 'runningOut' },
      )
    }
  }

  /** Reviews of those vendors that supply something, or with which a contract has not ended. */
  #vendorItems(): void {
    const on = this.#on
    for (const vendor of on.input.vendors) {
      const { id, code, name, nextReviewOn, ownerId, ownerPostId } = vendor
      if (vendor.withdrawn !== null || nextReviewOn === null || !isUsedOn(on, vendor)) continue
      const unitId = on.post(ownerPostId)?.unitId ?? this.#unitOfSystems(systemsByVendorOn(on).get(id) ?? [])
      const answering = this.#personOrPost(ownerId, ownerPostId)
      this.#add('vendorReview', { noun: 'vendor', id, code, name, unitId }, nextReviewOn, answering)
    }
  }

  /** The end of a term, points that are to be settled by a day, and risks that are borne until one: the nearest day of each. */
  #contractItems(): void {
    const on = this.#on
    const gaps = Map.groupBy(dueGapsOn(on), ({ contract }) => contract.contract.id)
    const risks = Map.groupBy(acceptedRisksOn(on), ({ contract }) => contract.contract.id)
    for (const { contract, duty } of contractsOn(on).values()) {
      const { id, code, name, ownerId, ownerPostId, systemIds } = contract
      const unitId = on.post(ownerPostId)?.unitId ?? this.#unitOfSystems(systemIds)
      const subject: Subject = { noun: 'contract', id, code, name, unitId }
      const owner = this.#personOrPost(ownerId, ownerPostId)
      if (duty !== null) this.#add(duty.kind === 'notice' ? 'contractNotice' : 'contractEnds', subject, duty.on, owner)
      const gap = (gaps.get(id) ?? []).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0]
      if (gap !== undefined)
        this.#add(
          'contractGap',
          subject,
          gap.dueOn,
          gap.ownerId === null && gap.ownerPostId === null ? owner : this.#personOrPost(gap.ownerId, gap.ownerPostId),
        )
      const risk = (risks.get(id) ?? []).toSorted((one, other) => (one.until < other.until ? -1 : 1))[0]
      if (risk !== undefined) this.#add('contractRisk', subject, risk.until, { ...nobody, personId: risk.accepterId })
    }
  }

  /**
   * Changes of the rules. What nobody has assessed is owed from its own due day, else 30 days after it happened; a fixed day
   * ahead comes near and is never late, and on that day the register says that it begins; what was announced, or had a latest
   * day, and whose time has come is to be looked up, since the register cannot know.
   */
  #ruleItems(): void {
    const { asOf } = this.#on
    for (const rule of this.#on.input.ruleAssessments) {
      if (rule.withdrawn !== null) continue
      const post = this.#on.post(rule.ownerPostId)
      const { id, code, name } = rule
      const subject: Subject = { noun: 'ruleAssessment', id, code, name, unitId: post?.unitId ?? null }
      const owner = this.#personOrPost(rule.ownerId, rule.ownerPostId)
      if (rule.dayKind === 'fixed' && rule.eventDay >= asOf) this.#add('ruleBegins', subject, rule.eventDay, owner)
      if (isToBeChecked(rule, asOf)) this.#add('ruleToCheck', subject, null, owner)
      if (isAssessed(rule, asOf)) continue
      const day = rule.dueOn ?? assessBy(rule)
      if (day !== null) this.#add('ruleUnassessed', subject, day, owner)
    }
  }

  /** What the board answered is recorded, carried out, or put to another meeting. */
  #decisionItems(): void {
    for (const { kind, decision, day } of decisionWorkOn(this.#on.input, this.#on.asOf)) {
      const { id, code, name, ownerId, ownerPostId, systemIds } = decision
      this.#add(
        kind,
        {
          noun: 'decision',
          id,
          code,
          name,
          unitId: this.#on.post(ownerPostId)?.unitId ?? this.#unitOfSystems(systemIds),
        },
        day,
        this.#personOrPost(ownerId, ownerPostId),
        kind === 'decision' && day === null ? { variant: 'undated', severity: 'warning' } : {},
      )
    }
  }

  #meetingItems(): void {
    for (const { kind, meeting, step, day } of meetingWorkOn(this.#on.input, this.#on.asOf)) {
      const { id, code, name } = meeting
      const postId = step?.postId ?? null
      this.#add(
        kind,
        { noun: 'meeting', id, code, name, unitId: this.#on.post(postId)?.unitId ?? null },
        day,
        this.#personOrPost(null, postId),
        step === null ? {} : { part: { id: step.id, name: step.name } },
      )
    }
  }

  #personOrPost(personId: string | null, postId: string | null): Answering {
    if (personId !== null) return { ...nobody, postId, personId }
    return postId === null ? nobody : answeringOf(this.#on.answerable.post(postId))
  }

  /** Who can confirm that an action is done: whoever answers for what it belongs to and is not its owner. */
  #verifierOf(action: ActionFacts): Answering {
    const candidates = [
      ...action.riskIds.map((id) => this.#owner('risk_owner', id)),
      ...action.controlIds.map((id) => this.#owner('control_owner', id)),
      ...action.systemIds.flatMap((id) => [this.#owner('system_owner', id), this.#owner('accountable_executive', id)]),
    ]
    return candidates.find((each) => each.personId !== null && each.personId !== action.ownerId) ?? nobody
  }

  #system(system: SystemFacts): Subject {
    return { noun: 'system', id: system.id, code: system.code, name: system.name ?? noText, unitId: system.unitId }
  }

  #control(control: ControlFacts): Subject {
    const { postId } = this.#on.answerable.of('control_owner', control.id)
    const unitId =
      this.#on.post(postId)?.unitId ??
      this.#unitOfSystems(control.systemIds) ??
      this.#unitOfSystems(control.riskIds.flatMap((id) => this.#on.risk(id)?.systemIds ?? []))
    return { noun: 'control', id: control.id, code: control.code, name: control.name, unitId }
  }

  #owner(role: AssignmentRole, subjectId: string): Answering {
    return answeringOf(this.#on.answerable.of(role, subjectId))
  }

  /** The post in command of a post. */
  #above(postId: string): Answering {
    const above = this.#on.post(this.#on.post(postId)?.reportsToId ?? null)
    return above === null ? nobody : answeringOf(this.#on.answerable.post(above.id))
  }

  #unitOfSystems(systemIds: readonly string[]): string | null {
    for (const id of systemIds) {
      const unitId = this.#on.unitsOfSystems.get(id)
      if (unitId != null) return unitId
    }
    return null
  }

  #executiveOf(systemIds: readonly string[]): Answering {
    for (const id of systemIds) {
      const holding = this.#on.answerable.of('accountable_executive', id)
      if (holding.state !== 'unregistered') return answeringOf(holding)
    }
    return nobody
  }
}

function answeringOf({ postId, personId, deputyId }: Holding): Answering {
  return { postId, personId, deputyId }
}
