/** Replays the sample's past on the real use cases: each entry is one of them, at its time, by the risk manager. */
import { createDecision, recordOutcome, reportFollowThrough } from '../decision/decisions.ts'
import { addPreparation, completePreparation, createMeeting } from '../decision/meetings.ts'
import { createConsent } from '../privacy/consents.ts'
import { answerCheck, createDataUse, setBasis, updateDataUse } from '../privacy/data-uses.ts'
import { createDeidentification } from '../privacy/deidentifications.ts'
import { approveDpia, createDpia, recordStep, screenDpia } from '../privacy/dpias.ts'
import type { AnswerPlace } from '#shared/contract/requirement.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import {
  assign,
  attestSystem,
  createPerson,
  createPost,
  createUnit,
  endTerm,
  holdingOf,
  startTerm,
} from '../accountability.ts'
import { AnswerableOn } from '#shared/domain/accountability.ts'
import { completeAction, createAction, moveDueDate, updateAction, verifyAction } from '../actions.ts'
import { addEvidence, createControl, declareNotApplicable, recordControlTest, updateControl } from '../controls.ts'
import { acceptEvidence, attachContent } from '../evidence.ts'
import { createFinding, implementFinding, moveFindingDueDate, respondToFinding, verifyFinding } from '../findings.ts'
import { carryOutHandover, holdingsOf } from '../handover.ts'
import { createDirection } from '../directions.ts'
import { assessRule, createRuleAssessment, updateRuleAssessment } from '../horizon/rule-assessments.ts'
import { takeInShipped } from '../horizon/take-in.ts'
import { touchedSystems } from '../horizon/touched-systems.ts'
import { createProfile } from '../jurisdiction/profiles.ts'
import { createAccount } from '../readiness/outward-accounts.ts'
import { setReadiness } from '../readiness/priorities.ts'
import { createEnforcement } from '../incident/enforcements.ts'
import {
  closeIncident,
  createIncident,
  judgeIncident,
  recordMoments,
  recordReport,
  resolveIncident,
} from '../incident/incidents.ts'
import { createIntake, rejectIntake, sendIntakeBack } from '../intakes.ts'
import { fillRegister } from '../new-register.ts'
import { createObservation, waiveReassessment } from '../observations.ts'
import { setAppetite, setScale, setThreshold, updateOrganisation } from '../organisation.ts'
import { lockVerified } from '../packs.ts'
import { approvePolicy, createPolicy } from '../policies.ts'
import { acceptRisk, assessRisk, closeRisk, createRisk, endAcceptance, updateRisk } from '../risks.ts'
import { adoptShipped } from '../requirements/adopt.ts'
import { answerRequirements, declareRequirementsNotApplicable } from '../requirements/answers.ts'
import { heldPacks } from '../requirements/held.ts'
import { attestationPicture, signSheet, startCampaign } from '../attestation/attestation-sheets.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { createSystem, moveLifecycle, updateSystem } from '../systems.ts'
import { createCheckPoint } from '../third-party/check-points.ts'
import { createContract } from '../third-party/contracts.ts'
import { takeAnswers } from '../third-party/vendor-answers.ts'
import { addSupply, createVendor } from '../third-party/vendors.ts'
import { createTraining, recordCompletions } from '../trainings.ts'
import { readSampleContract } from './sample-reading.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { inLanguage, type Language, noText } from '#shared/domain/text.ts'
import { takeInventory } from './sample-inventory.ts'
import type { SampleAct, SampleActName, SampleHolder, SampleSystem } from './sample-steps.ts'

type Act<Name extends SampleActName> = Extract<SampleAct, { act: Name }>
type Perform = { readonly [Name in SampleActName]: (act: Act<Name>) => void }

/** Who recorded the sample. */
const recorder = 'yamamoto'

export class SampleBuilder {
  readonly #register: Register
  readonly #day: Day
  readonly #language: Language
  readonly #ids = new Map<string, string>()

  constructor(register: Register, options: { day: Day; language: Language }) {
    this.#register = register
    this.#day = options.day
    this.#language = options.language
  }

  perform(act: SampleAct): void {
    ;(this.#perform[act.act] as (act: SampleAct) => void)(act)
  }

  /** The id of a record by the key or code under which the sources know it. */
  #id(name: string): string {
    const id = this.#ids.get(name)
    if (id === undefined) throw new RangeError(`${name} is named before it is recorded`)
    return id
  }

  #idOrNull(name: string | null): string | null {
    return name === null ? null : this.#id(name)
  }

  #personOrNull(key: string | null): string | null {
    return key === null ? null : this.#id(`person:${key}`)
  }

  #allIds(names: readonly string[]): string[] {
    return names.map((name) => this.#id(name))
  }

  /** Keeps the id of a new record; its code must be the one that the sources say, or all references would be wrong. */
  #keep(name: string, record: { readonly id: string; readonly code?: string }, coded = true): void {
    if (coded && record.code !== name) throw new RangeError(`${name} was recorded as ${record.code ?? 'nothing'}`)
    this.#ids.set(name, record.id)
  }

  #record<N extends CodedNoun>(noun: N, name: string): RecordOf<N> {
    const record = recordTables[noun].get(this.#register.read, this.#id(name))
    if (record === undefined) throw new RangeError(`${name} is gone`)
    return record
  }

  /** What an update of a record as it stands names. */
  #now(noun: CodedNoun, name: string): { readonly id: string; readonly version: number } {
    const { id, version } = this.#record(noun, name)
    return { id, version }
  }

  #holder({ post, person }: SampleHolder): { postId: string | null; personId: string | null } {
    return {
      postId: post === null ? null : this.#id(`post:${post}`),
      personId: person === null ? null : this.#id(`person:${person}`),
    }
  }

  #systemValues(system: SampleSystem) {
    return {
      ...system.fields,
      surchargeNote: noText,
      surchargeOwnerId: null,
      surchargeOn: null,
      unitId: this.#id(`unit:${system.unit}`),
      dependsOnIds: this.#allIds(system.dependsOn),
    }
  }

  readonly #perform: Perform = {
    newRegister: ({ name, from }) => {
      fillRegister(this.#register, { language: this.#language, name, from, sampleDay: this.#day })
    },
    organisation: ({ patch }) => {
      const { id, version } = this.#register.organisation()
      updateOrganisation(this.#register, { id, version, patch })
    },
    scale: ({ approver, values }) => {
      setScale(this.#register, { ...values, approverPersonId: this.#id(`person:${approver}`) })
    },
    appetite: ({ approver, values }) => {
      setAppetite(this.#register, { ...values, approverPersonId: this.#approver(approver) })
    },
    threshold: ({ approver, owner, values }) => {
      const ownerPostId = this.#id(`post:${owner}`)
      setThreshold(this.#register, { ...values, ownerPostId, approverPersonId: this.#approver(approver) })
    },
    unit: ({ key, parent, successor, values }) => {
      const parentId = parent === null ? null : this.#id(`unit:${parent}`)
      const successorId = successor === null ? null : this.#id(`unit:${successor}`)
      this.#keep(`unit:${key}`, createUnit(this.#register, { ...values, parentId, successorId }), false)
    },
    person: ({ key, unit, values }) => {
      const unitId = this.#id(`unit:${unit}`)
      const person = createPerson(this.#register, { ...values, unitId })
      this.#keep(`person:${key}`, person, false)
      if (key === recorder) this.#register.personId = person.id
    },
    post: ({ key, unit, reportsTo, overseenBy, values }) => {
      const post = createPost(this.#register, {
        ...values,
        unitId: this.#id(`unit:${unit}`),
        reportsToId: reportsTo === null ? null : this.#id(`post:${reportsTo}`),
        overseenById: overseenBy === null ? null : this.#id(`post:${overseenBy}`),
      })
      this.#keep(`post:${key}`, post, false)
    },
    startTerm: ({ post, person, capacity, from, to }) => {
      const postId = this.#id(`post:${post}`)
      const personId = this.#id(`person:${person}`)
      this.#keep(`term:${post}:${person}`, startTerm(this.#register, { postId, personId, capacity, from, to }), false)
    },
    endTerm: ({ post, person, to, reason }) => {
      const id = this.#id(`term:${post}:${person}`)
      const version = recordTables.term.get(this.#register.read, id)?.version ?? 0
      endTerm(this.#register, { id, version, to, reason })
    },
    handOver: ({ person, to, effective, reason }) => {
      const personId = this.#id(`person:${person}`)
      const successor = this.#id(`person:${to}`)
      carryOutHandover(this.#register, {
        personId,
        effective,
        reason,
        lines: holdingsOf(this.#register, personId, effective).map(({ kind, id, version }) => ({
          kind,
          id,
          version,
          to: successor,
        })),
      })
    },
    intake: ({ code, requester, foundBy, unit, values }) => {
      const intake = createIntake(this.#register, {
        ...values,
        requesterId: this.#id(`person:${requester}`),
        foundById: foundBy === null ? null : this.#id(`person:${foundBy}`),
        unitId: this.#id(`unit:${unit}`),
      })
      this.#keep(code, intake)
    },
    decideIntake: ({ code, as, reason }) => {
      const decide = as === 'returned' ? sendIntakeBack : rejectIntake
      decide(this.#register, { ...this.#now('intake', code), reason })
    },
    inventory: ({ fileName, systems }) => {
      takeInventory(this.#register, fileName, systems, {
        valuesOf: (system) => this.#systemValues(system),
        unitOf: (system) => this.#record('unit', `unit:${system.unit}`),
        keep: (code, record) => {
          this.#keep(code, record)
        },
      })
    },
    system: ({ system }) => {
      this.#keep(system.code, createSystem(this.#register, this.#systemValues(system)))
    },
    assign: ({ role, subject, code, holder, from }) => {
      assign(this.#register, { role, subject, subjectId: this.#id(code), ...this.#holder(holder), from })
    },
    lifecycle: ({ code, to, reason }) => {
      moveLifecycle(this.#register, { ...this.#now('system', code), to, reason })
    },
    edit: (act) => {
      const links = {
        ...(act.links?.systems && { systemIds: this.#allIds(act.links.systems) }),
        ...(act.links?.risks && { riskIds: this.#allIds(act.links.risks) }),
        ...(act.links?.controls && { controlIds: this.#allIds(act.links.controls) }),
      }
      const now = this.#now(act.noun, act.code)
      if (act.noun === 'system') updateSystem(this.#register, { ...now, patch: act.patch })
      else if (act.noun === 'risk') updateRisk(this.#register, { ...now, patch: act.patch })
      else if (act.noun === 'control') updateControl(this.#register, { ...now, patch: { ...act.patch, ...links } })
      else updateAction(this.#register, { ...now, patch: links })
    },
    risk: ({ code, systems, values }) => {
      this.#keep(code, createRisk(this.#register, { ...values, systemIds: this.#allIds(systems) }))
    },
    assess: ({ code, stage, likelihood, impacts, on, confidence, rationale }) => {
      const riskId = this.#id(code)
      const assessorId = holdingOf(this.#register.read, 'risk_owner', riskId, on).personId
      assessRisk(this.#register, { riskId, stage, likelihood, impacts, assessorId, on, confidence, rationale })
    },
    closeRisk: ({ code, reason }) => {
      closeRisk(this.#register, { ...this.#now('risk', code), reason })
    },
    accept: ({ code, subjectCode, post, renews, act: _act, ...facts }) => {
      const acceptance = acceptRisk(this.#register, {
        ...facts,
        subjectId: this.#id(subjectCode),
        postId: this.#id(`post:${post}`),
        renewsId: this.#idOrNull(renews),
      })
      this.#keep(code, acceptance)
    },
    endAcceptance: ({ code, on, reason }) => {
      endAcceptance(this.#register, { ...this.#now('acceptance', code), on, reason })
    },
    control: ({ code, risks, systems, values }) => {
      const control = createControl(this.#register, {
        ...values,
        riskIds: this.#allIds(risks),
        systemIds: this.#allIds(systems),
      })
      this.#keep(code, control)
    },
    test: ({ code, by, values }) => {
      const testerId = this.#id(`person:${by}`)
      recordControlTest(this.#register, { ...values, controlId: this.#id(code), testerId })
    },
    notApplicable: ({ code, approver, on, reason }) => {
      const approverPersonId = this.#id(`person:${approver}`)
      declareNotApplicable(this.#register, { ...this.#now('control', code), reason, approverPersonId, on })
    },
    evidence: ({ code, controls, values, file }) => {
      const evidence = addEvidence(this.#register, { ...values, controlIds: this.#allIds(controls) })
      this.#keep(code, evidence)
      if (file !== null) attachContent(this.#register, evidence, file.name, Buffer.from(file.text, 'utf8'))
    },
    acceptEvidence: ({ code, by, on, note }) => {
      const accepterId = this.#id(`person:${by}`)
      acceptEvidence(this.#register, { ...this.#now('evidence', code), accepterId, on, note })
    },
    action: ({ code, owner, name, due, links }) => {
      const action = createAction(this.#register, {
        name,
        ownerId: owner === null ? null : this.#id(`person:${owner}`),
        dueOn: due,
        systemIds: this.#allIds(links.systems),
        riskIds: this.#allIds(links.risks),
        controlIds: this.#allIds(links.controls),
      })
      this.#keep(code, action)
    },
    moveDueDate: ({ code, to, reason }) => {
      moveDueDate(this.#register, { ...this.#now('action', code), to, reason })
    },
    complete: ({ code, on }) => {
      completeAction(this.#register, { ...this.#now('action', code), on })
    },
    verify: ({ code, on, by }) => {
      verifyAction(this.#register, { ...this.#now('action', code), on, verifierId: this.#id(`person:${by}`) })
    },
    attest: ({ code, post, on, note }) => {
      const systemId = this.#id(code)
      const { postId, personId } = holdingOf(this.#register.read, 'accountable_executive', systemId, on)
      if (personId === null || postId !== this.#id(`post:${post}`))
        throw new RangeError(`${post} does not answer for ${code} on ${on}`)
      attestSystem(this.#register, { systemId, personId, on, note })
    },
    campaign: ({ key, name, from, dueOn, posts, notes }) => {
      const postIds = posts.map((post) => this.#id(`post:${post}`))
      this.#keep(`campaign:${key}`, startCampaign(this.#register, { name, from, dueOn, postIds, notes }), false)
    },
    signSheet: ({ post, campaign, note }) => {
      const register = this.#register
      const postId = this.#id(`post:${post}`)
      const { holderId, contentDigest } = attestationPicture(register, postId, register.today())
      const person = holderId === null ? undefined : recordTables.person.get(register.read, holderId)
      if (person === undefined) throw new RangeError(`nobody holds ${post}`)
      signSheet(register, {
        postId,
        personId: person.id,
        campaignId: this.#id(`campaign:${campaign}`),
        typedName: inLanguage(person.name, this.#language),
        note,
        contentDigest,
        language: this.#language,
      })
    },
    adopt: ({ pack }) => {
      adoptShipped(this.#register, pack)
    },
    answer: ({ items, systems, state, note, owner, dueOn }) => {
      const ownerId = owner === null ? null : this.#id(`person:${owner}`)
      answerRequirements(this.#register, { places: this.#places(items, systems), state, note, ownerId, dueOn })
    },
    requirementNotApplicable: ({ items, systems, approver, reason }) => {
      declareRequirementsNotApplicable(this.#register, {
        places: this.#places(items, systems),
        reason,
        approverPersonId: this.#id(`person:${approver}`),
      })
    },
    direction: ({ code, by, to, values }) => {
      const [giver, taker] = [by, to].map((post) => this.#heldPost(post, values.givenOn))
      const direction = createDirection(this.#register, {
        ...values,
        givenByPostId: giver?.postId ?? null,
        givenByPersonId: giver?.personId ?? null,
        toPostId: taker?.postId ?? null,
        toPersonId: taker?.personId ?? null,
      })
      this.#keep(code, direction)
    },
    takeInHorizon: () => {
      takeInShipped(this.#register)
    },
    ownRules: ({ events, person, post }) => {
      const patch = { ownerId: this.#id(`person:${person}`), ownerPostId: this.#id(`post:${post}`) }
      for (const { id, version } of this.#rules(events)) updateRuleAssessment(this.#register, { id, version, patch })
    },
    dateRule: ({ event, dueOn }) => {
      for (const { id, version } of this.#rules([event]))
        updateRuleAssessment(this.#register, { id, version, patch: { dueOn } })
    },
    assessRules: ({ events, by, on, outcome, meaning }) => {
      for (const { id, version, eventId } of this.#rules(events))
        assessRule(this.#register, {
          id,
          version,
          on,
          assessorId: this.#id(`person:${by}`),
          outcome,
          meaning,
          systemIds: touchedSystems(this.#register, eventId ?? '')
            .systems.filter(({ unknown }) => unknown.length === 0)
            .map(({ systemId }) => systemId),
        })
    },
    foundRule: ({ person, post, values }) => {
      createRuleAssessment(this.#register, {
        ...values,
        ownerId: this.#id(`person:${person}`),
        ownerPostId: this.#id(`post:${post}`),
      })
    },
    policy: ({ code, owner, supersedes, values }) => {
      const ownerPostId = this.#id(`post:${owner}`)
      this.#keep(
        code,
        createPolicy(this.#register, { ...values, ownerPostId, supersedesId: this.#idOrNull(supersedes) }),
      )
    },
    approvePolicy: ({ code, by, on, from, text }) => {
      const approverPostId = this.#id(`post:${by}`)
      approvePolicy(this.#register, { ...this.#now('policy', code), approverPostId, on, from, text })
    },
    training: ({ code, policy, owner, units, people, values }) => {
      const training = createTraining(this.#register, {
        ...values,
        policyId: this.#id(policy),
        ownerPostId: this.#id(`post:${owner}`),
        unitIds: this.#allIds(units.map((key) => `unit:${key}`)),
        personIds: this.#allIds(people.map((key) => `person:${key}`)),
      })
      this.#keep(code, training)
    },
    completions: ({ code, people, on, reference }) => {
      recordCompletions(this.#register, {
        trainingId: this.#id(code),
        people: people.map((key) => ({ personId: this.#id(`person:${key}`), on })),
        validUntil: null,
        reference,
      })
    },
    finding: ({ code, ownerPost, owner, links, values }) => {
      const finding = createFinding(this.#register, {
        ...values,
        ownerPostId: this.#id(`post:${ownerPost}`),
        ownerId: owner === null ? null : this.#id(`person:${owner}`),
        systemIds: this.#allIds(links.systems),
        riskIds: this.#allIds(links.risks),
        controlIds: this.#allIds(links.controls),
      })
      this.#keep(code, finding)
    },
    vendor: ({ code, post, owner, values }) => {
      const ownerPostId = this.#id(`post:${post}`)
      this.#keep(code, createVendor(this.#register, { ...values, ownerPostId, ownerId: this.#personOrNull(owner) }))
    },
    supply: ({ vendor, system, values }) => {
      addSupply(this.#register, { ...values, vendorId: this.#id(vendor), systemId: this.#id(system) })
    },
    contract: ({ code, vendor, systems, post, owner, legal, values }) => {
      const contract = createContract(this.#register, {
        ...values,
        vendorId: this.#id(vendor),
        systemIds: this.#allIds(systems),
        ownerPostId: this.#id(`post:${post}`),
        ownerId: this.#personOrNull(owner),
        legalReviewerId: this.#personOrNull(legal),
      })
      this.#keep(code, contract)
    },
    consent: ({ code, values }) => {
      this.#keep(code, createConsent(this.#register, values))
    },
    dataUse: ({ code, system, consents, contracts, on, basis, grounds, findings, values }) => {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
      const use = createDataUse(this.#register, {
        ...given,
        name: values.name,
        systemId: this.#id(system),
        consentIds: this.#allIds(consents),
        contractIds: this.#allIds(contracts),
      })
      this.#keep(code, use)
      if (basis !== null) setBasis(this.#register, { ...this.#now('dataUse', code), basis, on, grounds: grounds ?? '' })
      for (const found of findings)
        answerCheck(this.#register, {
          ...found,
          useId: use.id,
          evidenceIds: [],
          actionIds: [],
          personId: this.#id('person:kubo'),
          on,
        })
    },
    moveUse: ({ code, countries }) => {
      updateDataUse(this.#register, { ...this.#now('dataUse', code), patch: { countries: [...countries] } })
    },
    dpia: ({ code, system, values }) => {
      const dpia = createDpia(this.#register, {
        ...values,
        systemId: this.#id(system),
        ownerId: this.#id('person:kubo'),
      })
      this.#keep(code, dpia)
    },
    dpiaStep: ({ code, step, on, text, outcome, reasons, risks, actions }) => {
      const said = { ...this.#now('dpia', code), on, personId: this.#id('person:kubo'), text }
      if (step === 'screening') screenDpia(this.#register, { ...said, outcome, reasons })
      else
        recordStep(this.#register, {
          ...said,
          step,
          riskIds: step === 'risks' ? this.#allIds(risks) : undefined,
          actionIds: step === 'measures' ? this.#allIds(actions) : undefined,
        })
    },
    dpiaApproval: ({ code, on, approver, validUntil, text }) => {
      approveDpia(this.#register, {
        ...this.#now('dpia', code),
        on,
        postId: this.#id(`post:${approver}`),
        validUntil,
        text,
      })
    },
    deidentification: ({ code, system, use, tester, values }) => {
      const record = createDeidentification(this.#register, {
        ...values,
        systemId: this.#id(system),
        useId: this.#id(use),
        testerId: this.#personOrNull(tester),
      })
      this.#keep(code, record)
    },
    meeting: ({ code, attendees, values }) => {
      const attendeePostIds = attendees.map((post) => this.#id(`post:${post}`))
      this.#keep(code, createMeeting(this.#register, { ...values, attendeePostIds }))
    },
    preparation: ({ code, name, post, dueOn, doneOn, who }) => {
      const step = addPreparation(this.#register, {
        ...this.#now('meeting', code),
        name,
        postId: this.#id(`post:${post}`),
        dueOn,
      })
      if (doneOn !== null)
        completePreparation(this.#register, {
          id: step.id,
          version: step.version,
          on: doneOn,
          doneById: this.#personOrNull(who),
        })
    },
    decision: ({ code, meeting, ownerPost, owner, links, values }) => {
      const decision = createDecision(this.#register, {
        ...values,
        meetingId: this.#id(meeting),
        ownerPostId: this.#id(`post:${ownerPost}`),
        ownerId: this.#id(`person:${owner}`),
        systemIds: this.#allIds(links.systems),
        riskIds: this.#allIds(links.risks),
      })
      this.#keep(code, decision)
    },
    decideOutcome: ({ code, outcome }) => {
      recordOutcome(this.#register, { ...this.#now('decision', code), ...outcome })
    },
    followThrough: ({ code, state, on, text }) => {
      const report = { followThrough: state, on, text, evidenceIds: [] }
      reportFollowThrough(this.#register, { ...this.#now('decision', code), ...report })
    },
    checkPoint: ({ code, values }) => {
      this.#keep(code, createCheckPoint(this.#register, values))
    },
    answerVendor: ({ vendor, by, source, answeredOn, answers }) => {
      const taken = { source, answeredOn, takenById: this.#id(`person:${by}`) }
      takeAnswers(this.#register, this.#id(vendor), taken, answers)
    },
    readContract: ({ contract, code, edition, reader, terms, rest, complete, findings }) => {
      const reading = readSampleContract(this.#register, {
        contractId: this.#id(contract),
        edition,
        readerId: this.#id(`person:${reader}`),
        terms,
        rest,
        complete,
        findings: findings.map(({ point, owner, accepter, risks, actions, values }) => ({
          ...values,
          pointId: point,
          ownerId: this.#personOrNull(owner),
          accepterId: this.#personOrNull(accepter),
          riskIds: this.#allIds(risks),
          actionIds: this.#allIds(actions),
        })),
      })
      this.#keep(code, reading)
    },
    respond: ({ code, by, on, text, as }) => {
      const responderId = this.#id(`person:${by}`)
      respondToFinding(this.#register, { ...this.#now('finding', code), response: as, responderId, on, text })
    },
    moveFinding: ({ code, to, reason }) => {
      moveFindingDueDate(this.#register, { ...this.#now('finding', code), to, reason })
    },
    implement: ({ code, by, on, text }) => {
      implementFinding(this.#register, {
        ...this.#now('finding', code),
        implementerId: this.#id(`person:${by}`),
        on,
        text,
      })
    },
    verifyFinding: ({ code, by, on, text }) => {
      verifyFinding(this.#register, { ...this.#now('finding', code), verifierId: this.#id(`person:${by}`), on, text })
    },
    observation: ({ code, system, values }) => {
      this.#keep(code, createObservation(this.#register, { ...values, systemId: this.#id(system) }))
    },
    waive: ({ code, risks, by, reason }) => {
      waiveReassessment(this.#register, {
        ...this.#now('observation', code),
        riskIds: this.#allIds(risks),
        personId: this.#id(`person:${by}`),
        reason,
      })
    },
    incident: ({ code, ownerPost, owner, links, values, moments }) => {
      const created = createIncident(this.#register, {
        ...values,
        ownerPostId: this.#id(`post:${ownerPost}`),
        ownerId: this.#id(`person:${owner}`),
        systemIds: this.#allIds(links.systems),
        riskIds: this.#allIds(links.risks),
        controlIds: this.#allIds(links.controls),
      })
      this.#keep(code, created)
      recordMoments(this.#register, {
        ...this.#now('incident', code),
        ...moments,
        learnedZone: null,
        vendorLearnedAt: null,
        vendorToldAt: null,
      })
    },
    judgeIncident: ({ code, by, text, answers }) => {
      const [leak, leakSensitive, leakFinancial, leakWrongful, leakMany] = answers
      judgeIncident(this.#register, {
        ...this.#now('incident', code),
        leak: leak ?? 'unknown',
        leakSensitive: leakSensitive ?? 'unknown',
        leakFinancial: leakFinancial ?? 'unknown',
        leakWrongful: leakWrongful ?? 'unknown',
        leakMany: leakMany ?? 'unknown',
        judgeId: this.#id(`person:${by}`),
        text,
      })
    },
    reportIncident: ({ code, kind, at, to, reference, by }) => {
      recordReport(this.#register, {
        ...this.#now('incident', code),
        kind,
        at,
        recipient: to,
        reference,
        reporterId: this.#id(`person:${by}`),
        notes: null,
      })
    },
    resolveIncident: ({ code, at }) => {
      resolveIncident(this.#register, { ...this.#now('incident', code), at })
    },
    closeIncident: ({ code, by, on, text }) => {
      closeIncident(this.#register, { ...this.#now('incident', code), verifierId: this.#id(`person:${by}`), on, text })
    },
    enforcement: ({ code, ownerPost, owner, systems, incident, values }) => {
      const received = createEnforcement(this.#register, {
        ...values,
        ownerPostId: this.#id(`post:${ownerPost}`),
        ownerId: this.#id(`person:${owner}`),
        systemIds: this.#allIds(systems),
        incidentId: this.#idOrNull(incident),
      })
      this.#keep(code, received)
    },
    surchargeNote: ({ code, owner, on, note }) => {
      updateSystem(this.#register, {
        ...this.#now('system', code),
        patch: { surchargeNote: note, surchargeOwnerId: this.#id(`person:${owner}`), surchargeOn: on },
      })
    },
    jurisdictionProfile: ({ system, owner, judgedBy, countries, values }) => {
      if (countries !== null)
        updateSystem(this.#register, { ...this.#now('system', system), patch: { jurisdictions: [...countries] } })
      createProfile(this.#register, {
        ...values,
        systemId: this.#id(system),
        ownerId: this.#id(`person:${owner}`),
        judgedById: judgedBy === null ? null : this.#id(`person:${judgedBy}`),
      })
    },
    priority: ({ post, item, dueOn, notes }) => {
      setReadiness(this.#register, { item, dueOn, notes, ownerPostId: this.#id(`post:${post}`) })
    },
    outwardAccount: ({ code, values }) => {
      this.#keep(code, createAccount(this.#register, values))
    },
    lock: ({ asOf, cutOff }) => {
      // Without a title of its own a pack bears its usual one, in the language in which it is printed.
      lockVerified(this.#register, { asOf, cutOff })
    },
  }

  /** Events that lie too far back on the sample's day are owed no assessment and have no record. */
  #rules(events: readonly string[]): readonly RecordOf<'ruleAssessment'>[] {
    const all = [...recordTables.ruleAssessment.all(this.#register.read)]
    return events.flatMap((event) => all.filter(({ eventId }) => eventId === event))
  }

  /** Each item for each system, else for the company, in the pack that has it. */
  #places(items: readonly string[], systems: readonly string[]): AnswerPlace[] {
    const packs = heldPacks(this.#register.read)
    const subjects = systems.length === 0 ? [null] : this.#allIds(systems)
    return items.flatMap((itemId) => {
      const pack = packs.find(({ content }) => content.items.some(({ id }) => id === itemId))
      if (pack === undefined) throw new RangeError(`no pack has ${itemId}`)
      const { packId, packVersion } = pack
      return subjects.map((systemId) => ({ packId, packVersion, itemId, systemId }))
    })
  }

  /** A post with whoever held it on a day. */
  #heldPost(post: string | null, day: Day | null) {
    if (post === null || day === null) return null
    const terms = [...recordTables.term.all(this.#register.read)]
    const { postId, personId } = new AnswerableOn(terms, [], day).post(this.#id(`post:${post}`))
    return { postId, personId }
  }

  #approver(approver: string | null): string | null {
    return approver === null ? null : this.#id(`person:${approver}`)
  }
}
