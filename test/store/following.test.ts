/**
 * Lists, their counts, the work queue, the overview and the findings of data quality follow the log: after any changes they say what they would say had they
 * been made from nothing.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assign,
  attestSystem,
  createPerson,
  createPost,
  endTerm,
  startTerm,
  updatePerson,
  updatePost,
  updateUnit,
} from '#electron/register/accountability.ts'
import { completeAction, createAction, moveDueDate, updateAction } from '#electron/register/actions.ts'
import { updateMany } from '#electron/register/batch.ts'
import {
  addEvidence,
  createControl,
  declareNotApplicable,
  recordControlTest,
  updateControl,
  updateEvidence,
} from '#electron/register/controls.ts'
import { createDirection, updateDirection } from '#electron/register/directions.ts'
import { assessRule, createRuleAssessment } from '#electron/register/horizon/rule-assessments.ts'
import { completeEnforcement, createEnforcement } from '#electron/register/incident/enforcements.ts'
import {
  closeIncident,
  createIncident,
  judgeIncident,
  recordMoments,
  recordReport,
  resolveIncident,
} from '#electron/register/incident/incidents.ts'
import { createConsent } from '#electron/register/privacy/consents.ts'
import { createDataUse, setBasis, updateDataUse } from '#electron/register/privacy/data-uses.ts'
import { createDeidentification } from '#electron/register/privacy/deidentifications.ts'
import { createDpia, screenDpia } from '#electron/register/privacy/dpias.ts'
import {
  createDecision,
  deferDecision,
  recordOutcome,
  reportFollowThrough,
} from '#electron/register/decision/decisions.ts'
import { addPreparation, createMeeting } from '#electron/register/decision/meetings.ts'
import { createFinding, moveFindingDueDate, respondToFinding } from '#electron/register/findings.ts'
import { createIntake, rejectIntake, updateIntake } from '#electron/register/intakes.ts'
import { createObservation, judgeObservation, waiveReassessment } from '#electron/register/observations.ts'
import { approvePolicy, createPolicy } from '#electron/register/policies.ts'
import { createTraining, recordCompletions } from '#electron/register/trainings.ts'
import { derivedToday } from '#electron/register/derived.ts'
import { countRecords, facetsOf, listedIds, listRecords } from '#electron/register/list.ts'
import { setAppetite, setThreshold } from '#electron/register/organisation.ts'
import { overviewOf } from '#electron/register/overview.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { qualityOn } from '#electron/register/quality.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { acceptRisk, assessRisk, closeRisk, createRisk, endAcceptance, updateRisk } from '#electron/register/risks.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { createSystem, moveLifecycle, updateSystem } from '#electron/register/systems.ts'
import { redoLast, undoLast } from '#electron/register/undo.ts'
import { groupWork, workQueue } from '#electron/register/work-queue.ts'
import { facetInput, listInput } from '#shared/contract/list.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { isGroupable, isSortable, listFields } from '#shared/domain/list-fields.ts'
import { type CodedNoun, codedNouns, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { lifecycles } from '#shared/domain/system.ts'
import { importText } from '#test/support/import-files.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, type TestSurroundings } from '#test/support/register.ts'

const ja = (text: string) => ({ ja: text, en: null })

const allWork = { day: null, kinds: [], standings: [], personId: null, unitId: null, period: null, search: '' }

/**
 * All that lists, counts, the queue, the overview and the rules of data quality say of a register. Orders and groups of every
 * field take three quarters of the time, and are made from the rows that are looked at every time: now and then is enough.
 */
function shownOf(register: Register, orders: 'with orders' | 'without'): unknown {
  const lists = codedNouns.map((noun) => {
    const fields = listFields[noun].filter((field) => field.kind !== 'structure')
    const ordered = orders === 'with orders' ? fields : []
    const names = fields.map(({ name }) => name)
    const page = (input: object) => listRecords(register, noun, listInput.parse({ limit: 500, ...input }))
    return {
      noun,
      standing: page({ values: names }),
      withdrawn: page({ values: names, withdrawn: true }),
      counts: facetsOf(register, facetInput.parse({ noun, fields: names })).fields,
      blanks: countRecords(register, {
        noun,
        sets: names.map((name) => listInput.parse({ filters: { [name]: { kind: 'blank' } } })),
      }),
      orders: ordered
        .filter(isSortable)
        .map(({ name }) => [
          name,
          listedIds(register, noun, listInput.parse({ sort: [{ field: name, direction: 'descending' }] })),
        ]),
      groups: ordered.filter(isGroupable).map(({ name }) => {
        const { groups, rows } = page({ group: name, limit: 5 })
        return [name, groups, rows.map(({ record }) => record.code)]
      }),
    }
  })
  const queue = workQueue(register, null)
  const work = groupWork(register, { ...allWork, by: 'unit' })
  const findings = qualityOn(register, null).results.map(({ rule, looked, findings: found }) => [
    rule.id,
    looked,
    found,
  ])
  return { lists, queue, work, overview: overviewOf(register, null), findings }
}

type Deed = (register: Register, pick: number, surroundings: TestSurroundings) => unknown

function oneOf<N extends CodedNoun>(register: Register, noun: N, pick: number): RecordOf<N> {
  const rows = [...recordTables[noun].all(register.read)].filter((record) => record.withdrawn === null)
  const row = rows[pick % Math.max(1, rows.length)]
  if (row === undefined) throw new Problem('NOT_FOUND', { noun, id: '' })
  return row
}
function heldPost(register: Register): string {
  const { answerable } = derivedToday(register)
  const held = [...recordTables.post.all(register.read)].find(
    ({ id, kind, withdrawn }) => withdrawn === null && kind === 'executive' && answerable.post(id).state === 'held',
  )
  return held?.id ?? oneOf(register, 'post', 0).id
}
function assessed(register: Register, pick: number): string {
  const positions = derivedToday(register).positions.filter(({ residual }) => residual !== null)
  return positions[pick % Math.max(1, positions.length)]?.id ?? oneOf(register, 'risk', pick).id
}
const onDay = (pick: number) => addDays('2026-01-01', (pick * 37) % 400)

const deeds: Readonly<Record<string, Deed>> = {
  newSystem: (register, pick) => createSystem(register, { name: ja(`配送${String(pick)}`), tier: 'low' }),
  newRisk: (register, pick) =>
    createRisk(register, {
      name: ja(`見落とし${String(pick)}`),
      category: pick % 4 === 0 ? 'enterprise' : 'AIGB-C-2',
      systemIds: [oneOf(register, 'system', pick).id],
      nextReviewOn: onDay(pick),
    }),
  rename: (register, pick) =>
    updateSystem(register, { ...oneOf(register, 'system', pick), patch: { name: ja(`改称${String(pick)}`) } }),
  plainField: (register, pick) =>
    updateSystem(register, { ...oneOf(register, 'system', pick), patch: { vendor: `ベンダー${String(pick % 4)}` } }),
  review: (register, pick) =>
    updateSystem(register, {
      ...oneOf(register, 'system', pick),
      patch: { nextReviewOn: pick % 5 === 0 ? null : onDay(pick), tier: pick % 3 === 0 ? null : 'high' },
    }),
  unitOfSystem: (register, pick) =>
    updateSystem(register, {
      ...oneOf(register, 'system', pick),
      patch: { unitId: pick % 2 === 0 ? oneOf(register, 'unit', pick).id : null },
    }),
  lifecycle: (register, pick) =>
    moveLifecycle(register, {
      ...oneOf(register, 'system', pick),
      to: lifecycles[pick % lifecycles.length] ?? 'unknown',
      reason: '移行',
    }),
  import: (register, pick) =>
    importText(
      register,
      `管理番号,システム名,部署,状態,次回レビュー\nA-1,議事録${String(pick)},総務部,本番,${onDay(pick)}\nA-${String(pick)},審査,営業部,本番,\n`,
    ),
  threshold: (register, pick) =>
    setThreshold(register, {
      kri: 'K01',
      appetite: pick % 2 === 0 ? 1 : 0.02,
      tolerance: pick % 2 === 0 ? 0.99 : 0.01,
      from: register.today(),
      to: null,
      approverPersonId: null,
      approvedOn: null,
    }),
  dependsOn: (register, pick) => {
    const [from, to] = [oneOf(register, 'system', pick), oneOf(register, 'system', pick * 7 + 1)]
    updateSystem(register, { ...from, patch: { dependsOnIds: from.id === to.id ? [] : [to.id] } })
  },
  many: (register, pick) => {
    const records = [...recordTables.system.all(register.read)].map(({ id, version }) => ({ id, version }))
    updateMany(register, 'system', {
      patch: { personalData: pick % 2 === 0 ? 'no' : 'unknown' },
      records,
      create: [],
    })
  },
  assignExecutive: (register, pick) =>
    assign(register, {
      role: 'accountable_executive',
      subject: 'system',
      subjectId: oneOf(register, 'system', pick).id,
      postId: oneOf(register, 'post', pick * 3).id,
      personId: null,
      from: onDay(pick),
    }),
  assignOwner: (register, pick) => {
    const noun = (['system', 'risk', 'control'] as const)[pick % 3] ?? 'system'
    assign(register, {
      role: `${noun}_owner`,
      subject: noun,
      subjectId: oneOf(register, noun, pick).id,
      postId: null,
      personId: oneOf(register, 'person', pick).id,
      from: onDay(pick),
    })
  },
  newPost: (register, pick) =>
    createPost(register, { name: ja(`役員${String(pick)}`), kind: pick % 2 === 0 ? 'executive' : 'owner' }),
  person: (register, pick) =>
    updatePerson(register, {
      ...oneOf(register, 'person', pick),
      patch: { reading: onDay(pick), unitId: pick % 2 === 0 ? oneOf(register, 'unit', pick).id : null },
    }),
  newPerson: (register, pick) => createPerson(register, { name: ja(`和田 ${String(pick)}`) }),
  unit: (register, pick) =>
    updateUnit(register, { ...oneOf(register, 'unit', pick), patch: { name: ja(`部${String(pick)}`) } }),
  attest: (register, pick) => {
    const { answerable } = derivedToday(register)
    const held = [...recordTables.system.all(register.read)].flatMap(({ id, withdrawn }) => {
      const { personId } = answerable.of('accountable_executive', id)
      return withdrawn === null && personId !== null ? [{ systemId: id, personId }] : []
    })
    const chosen = held[pick % Math.max(1, held.length)]
    return chosen && attestSystem(register, { ...chosen, on: register.today(), note: null })
  },
  riskSystems: (register, pick) =>
    updateRisk(register, {
      ...oneOf(register, 'risk', pick),
      patch: { systemIds: pick % 3 === 0 ? [] : [oneOf(register, 'system', pick * 3).id] },
    }),
  assess: (register, pick) =>
    assessRisk(register, {
      riskId: oneOf(register, 'risk', pick).id,
      stage: (['inherent', 'residual', 'target'] as const)[pick % 3] ?? 'residual',
      likelihood: 1 + (pick % 5),
      impacts: {
        rights: 1 + (pick % 4),
        legal: null,
        financial: null,
        operations: null,
        reputation: null,
        strategic: null,
      },
      assessorId: null,
      on: register.today(),
      confidence: null,
      rationale: '実地の試験による',
    }),
  accept: (register, pick) =>
    acceptRisk(register, {
      kind: 'acceptance',
      subject: 'risk',
      subjectId: assessed(register, pick),
      postId: heldPost(register),
      from: register.today(),
      to: addDays(register.today(), pick),
      reason: '当面',
      renewsId: null,
    }),
  endAcceptance: (register, pick) =>
    endAcceptance(register, { ...oneOf(register, 'acceptance', pick), reason: '不要', on: register.today() }),
  newControl: (register, pick) =>
    createControl(register, {
      name: ja(`月次試験${String(pick)}`),
      domain: 'model',
      weight: 'key',
      design: 'in_place',
      riskIds: [oneOf(register, 'risk', pick).id],
      systemIds: [oneOf(register, 'system', pick).id],
    }),
  control: (register, pick) =>
    updateControl(register, {
      ...oneOf(register, 'control', pick),
      patch: { design: pick % 2 === 0 ? 'in_place' : 'partial', nextReviewOn: onDay(pick) },
    }),
  notApplicable: (register, pick) =>
    declareNotApplicable(register, {
      ...oneOf(register, 'control', pick),
      reason: '対象外',
      approverPersonId: oneOf(register, 'person', pick).id,
      on: register.today(),
    }),
  testControl: (register, pick) =>
    recordControlTest(register, {
      controlId: oneOf(register, 'control', pick).id,
      on: register.today(),
      result: pick % 3 === 0 ? 'ineffective' : 'effective',
      validUntil: addDays(register.today(), pick),
      testerId: null,
      note: '記録を確認した',
    }),
  newEvidence: (register, pick) =>
    addEvidence(register, {
      name: ja(`記録${String(pick)}`),
      kind: 'log',
      validUntil: onDay(pick),
      controlIds: [oneOf(register, 'control', pick).id],
    }),
  evidence: (register, pick) =>
    updateEvidence(register, {
      ...oneOf(register, 'evidence', pick),
      patch: { validUntil: onDay(pick), controlIds: [] },
    }),
  newAction: (register, pick) =>
    createAction(register, {
      name: ja(`更新${String(pick)}`),
      ownerId: oneOf(register, 'person', pick).id,
      dueOn: onDay(pick),
      systemIds: [oneOf(register, 'system', pick).id],
      riskIds: [oneOf(register, 'risk', pick).id],
      controlIds: [],
    }),
  action: (register, pick) =>
    updateAction(register, {
      ...oneOf(register, 'action', pick),
      patch: {
        systemIds: [],
        riskIds: [oneOf(register, 'risk', pick).id],
        ownerId: oneOf(register, 'person', pick).id,
      },
    }),
  dueDate: (register, pick) =>
    moveDueDate(register, { ...oneOf(register, 'action', pick), to: addDays(onDay(pick), 90), reason: '延期' }),
  complete: (register, pick) => completeAction(register, { ...oneOf(register, 'action', pick), on: register.today() }),
  newIntake: (register, pick) =>
    createIntake(register, {
      name: ja(`要約${String(pick)}`),
      origin: pick % 2 === 0 ? 'found' : 'applied',
      inUse: 'yes',
    }),
  intake: (register, pick) => updateIntake(register, { ...oneOf(register, 'intake', pick), patch: { effect: 'none' } }),
  reject: (register, pick) => rejectIntake(register, { ...oneOf(register, 'intake', pick), reason: '対象外' }),
  newDirection: (register, pick) =>
    createDirection(register, {
      name: ja(`指示${String(pick)}`),
      side: pick % 2 === 0 ? 'cyber' : 'ai',
      item: 'CMG-D07',
      reportDueOn: onDay(pick),
    }),
  direction: (register, pick) =>
    updateDirection(register, {
      ...oneOf(register, 'direction', pick),
      patch: { maturity: 'operating', grounds: ja('記録'), reportedOn: pick % 2 === 0 ? null : onDay(pick) },
    }),
  newFinding: (register, pick) =>
    createFinding(register, {
      name: ja(`指摘${String(pick)}`),
      rating: 'high',
      ownerId: oneOf(register, 'person', pick).id,
      reportedOn: null,
      dueOn: onDay(pick),
      systemIds: [oneOf(register, 'system', pick).id],
    }),
  respond: (register, pick) =>
    respondToFinding(register, {
      ...oneOf(register, 'finding', pick),
      response: 'agree',
      responderId: oneOf(register, 'person', pick).id,
      on: register.today(),
      text: '改める',
    }),
  findingDue: (register, pick) =>
    moveFindingDueDate(register, { ...oneOf(register, 'finding', pick), to: addDays(onDay(pick), 90), reason: '延期' }),
  newObservation: (register, pick) =>
    createObservation(register, {
      name: ja(`変更${String(pick)}`),
      systemId: oneOf(register, 'system', pick).id,
      kind: 'model_change',
      on: pick % 2 === 0 ? register.today() : onDay(pick),
    }),
  judge: (register, pick) =>
    judgeObservation(register, {
      ...oneOf(register, 'observation', pick),
      significant: pick % 2 === 0 ? 'yes' : 'no',
      reason: '試験による',
    }),
  waive: (register, pick) =>
    waiveReassessment(register, {
      ...oneOf(register, 'observation', pick),
      riskIds: [oneOf(register, 'risk', pick).id],
      personId: oneOf(register, 'person', pick).id,
      reason: '前提は変わらない',
    }),
  newRule: (register, pick) =>
    createRuleAssessment(register, {
      name: ja(`制度${String(pick)}`),
      eventDay: onDay(pick),
      dayKind: pick % 3 === 0 ? 'planned' : 'fixed',
      ownerPostId: oneOf(register, 'post', pick).id,
      dueOn: pick % 2 === 0 ? null : onDay(pick),
    }),
  assessRule: (register, pick) =>
    assessRule(register, {
      ...oneOf(register, 'ruleAssessment', pick),
      on: register.today(),
      assessorId: oneOf(register, 'person', pick).id,
      outcome: 'to_prepare',
      meaning: ja('改める'),
      systemIds: [oneOf(register, 'system', pick).id],
    }),
  newIncident: (register, pick) =>
    createIncident(register, {
      name: ja(`誤表示${String(pick)}`),
      kind: pick % 4 === 0 ? 'near_miss' : 'incident',
      severity: pick % 3 === 0 ? null : 'major',
      systemIds: pick % 2 === 0 ? [] : [oneOf(register, 'system', pick).id],
      rootCause: pick % 5 === 0 ? null : `設定${String(pick % 2)}`,
    }),
  incidentMoments: (register, pick) =>
    recordMoments(register, {
      ...oneOf(register, 'incident', pick),
      occurredAt: null,
      detectedAt: `${onDay(pick)} 09:00`,
      learnedAt: pick % 3 === 0 ? null : `${onDay(pick)} 10:00`,
      learnedZone: null,
      vendorLearnedAt: `${onDay(pick)} 08:00`,
      vendorToldAt: pick % 2 === 0 ? null : `${onDay(pick)} 10:00`,
    }),
  judgeIncident: (register, pick) =>
    judgeIncident(register, {
      ...oneOf(register, 'incident', pick),
      leak: pick % 3 === 0 ? 'unknown' : 'yes',
      leakSensitive: 'no',
      leakFinancial: 'unknown',
      leakWrongful: pick % 2 === 0 ? 'yes' : 'no',
      leakMany: 'likely',
      judgeId: oneOf(register, 'person', pick).id,
      text: '件数',
    }),
  reportIncident: (register, pick) =>
    recordReport(register, {
      ...oneOf(register, 'incident', pick),
      kind: pick % 2 === 0 ? 'early' : 'final',
      at: `${onDay(pick)} 12:00`,
      recipient: '個人情報保護委員会',
      reference: pick % 3 === 0 ? null : '受付 1',
      reporterId: null,
      notes: null,
    }),
  resolveIncident: (register, pick) =>
    resolveIncident(register, { ...oneOf(register, 'incident', pick), at: `${onDay(pick)} 18:00` }),
  closeIncident: (register, pick) =>
    closeIncident(register, {
      ...oneOf(register, 'incident', pick),
      verifierId: oneOf(register, 'person', pick * 3 + 1).id,
      on: register.today(),
      text: '確かめた',
    }),
  newEnforcement: (register, pick) =>
    createEnforcement(register, {
      name: ja(`勧告${String(pick)}`),
      kind: 'recommendation',
      dueOn: pick % 4 === 0 ? null : onDay(pick),
      incidentId: oneOf(register, 'incident', pick).id,
      ownerPostId: oneOf(register, 'post', pick).id,
    }),
  completeEnforcement: (register, pick) =>
    completeEnforcement(register, {
      ...oneOf(register, 'enforcement', pick),
      doneById: oneOf(register, 'person', pick).id,
      on: register.today(),
      text: '答えた',
    }),
  newMeeting: (register, pick) => {
    const meeting = createMeeting(register, {
      name: ja(`取締役会${String(pick)}`),
      body: 'board',
      on: onDay(pick),
      packDeadline: onDay(pick),
    })
    addPreparation(register, {
      id: meeting.id,
      version: meeting.version,
      name: ja('事前説明'),
      postId: pick % 2 === 0 ? null : oneOf(register, 'post', pick).id,
      dueOn: pick % 3 === 0 ? null : onDay(pick),
    })
  },
  newDecision: (register, pick) =>
    createDecision(register, {
      name: ja(`付議${String(pick)}`),
      kind: pick % 2 === 0 ? 'resolution' : 'discussion',
      body: 'board',
      dueOn: onDay(pick),
      ownerPostId: oneOf(register, 'post', pick).id,
      meetingId: pick % 3 === 0 ? null : oneOf(register, 'meeting', pick).id,
    }),
  recordOutcome: (register, pick) =>
    recordOutcome(register, {
      ...oneOf(register, 'decision', pick),
      outcome: pick % 3 === 0 ? 'deferred' : 'approved',
      text: '承認する',
      on: register.today(),
      chosenOption: null,
      conditions: null,
      minutesReference: null,
      ringiNumber: null,
    }),
  reportFollowThrough: (register, pick) =>
    reportFollowThrough(register, {
      ...oneOf(register, 'decision', pick),
      followThrough: 'implemented',
      on: register.today(),
      text: '実施した',
      evidenceIds: [],
    }),
  deferDecision: (register, pick) =>
    deferDecision(register, {
      ...oneOf(register, 'decision', pick),
      meetingId: oneOf(register, 'meeting', pick + 1).id,
      reason: '資料の追加を待つ',
    }),
  newDataUse: (register, pick) =>
    createDataUse(register, {
      name: ja(`利用${String(pick)}`),
      systemId: oneOf(register, 'system', pick).id,
      sensitive: pick % 2 === 0 ? 'unknown' : 'no',
      purpose: pick % 3 === 0 ? { ja: null, en: null } : ja('選考'),
      plansStatistics: pick % 2 === 0 ? 'yes' : 'no',
      wantedOn: onDay(pick),
      nextReviewOn: pick % 4 === 0 ? null : onDay(pick),
    }),
  newConsent: (register, pick) => createConsent(register, { name: ja(`同意${String(pick)}`), to: onDay(pick) }),
  relyOnConsent: (register, pick) =>
    updateDataUse(register, {
      ...oneOf(register, 'dataUse', pick),
      patch: { consentIds: [oneOf(register, 'consent', pick).id], consentCovers: pick % 3 === 0 ? 'no' : 'yes' },
    }),
  setBasis: (register, pick) =>
    setBasis(register, {
      ...oneOf(register, 'dataUse', pick),
      basis: 'purpose',
      on: register.today(),
      grounds: '通知した目的',
    }),
  newDpia: (register, pick) =>
    createDpia(register, {
      name: ja(`影響評価${String(pick)}`),
      systemId: oneOf(register, 'system', pick).id,
      wantedOn: pick % 4 === 0 ? null : onDay(pick),
      ownerId: pick % 2 === 0 ? null : oneOf(register, 'person', pick).id,
    }),
  screenDpia: (register, pick) =>
    screenDpia(register, {
      ...oneOf(register, 'dpia', pick),
      on: register.today(),
      personId: oneOf(register, 'person', pick).id,
      text: '判定',
      ...(pick % 2 === 0
        ? { outcome: 'not_required', reasons: ['small_and_plain'] }
        : { outcome: 'required', reasons: ['sensitive'] }),
    }),
  newDeidentification: (register, pick) =>
    createDeidentification(register, {
      name: ja(`仮名化${String(pick)}`),
      systemId: oneOf(register, 'system', pick).id,
      technique: 'masking',
      doneOn: onDay(pick),
      testedOn: pick % 2 === 0 ? null : onDay(pick),
    }),
  newPolicy: (register, pick) =>
    createPolicy(register, {
      name: ja(`方針${String(pick)}`),
      ownerPostId: oneOf(register, 'post', pick).id,
      nextReviewOn: onDay(pick),
    }),
  approve: (register, pick) =>
    approvePolicy(register, {
      ...oneOf(register, 'policy', pick),
      approverPostId: oneOf(register, 'post', pick).id,
      on: register.today(),
      from: register.today(),
      text: '承認',
    }),
  newTraining: (register, pick) =>
    createTraining(register, {
      name: ja(`研修${String(pick)}`),
      ownerPostId: oneOf(register, 'post', pick).id,
      roles: ['system_owner', 'risk_owner'],
      postKinds: ['executive'],
      unitIds: [oneOf(register, 'unit', pick).id],
      cycleMonths: 12,
    }),
  completions: (register, pick) =>
    recordCompletions(register, {
      trainingId: oneOf(register, 'training', pick).id,
      people: [{ personId: oneOf(register, 'person', pick).id, on: register.today() }],
      validUntil: null,
      reference: null,
    }),
  appetite: (register, pick) =>
    setAppetite(register, {
      category: 'AIGB-C-2',
      statement: { ja: null, en: null },
      appetite: pick % 2 === 0 ? 'low' : 'moderate',
      tolerance: 'high',
      from: register.today(),
      to: null,
      approverPersonId: null,
      approvedOn: null,
    }),
  startTerm: (register, pick) =>
    startTerm(register, {
      postId: oneOf(register, 'post', pick).id,
      personId: oneOf(register, 'person', pick * 5).id,
      capacity: pick % 4 === 0 ? 'deputy' : 'holder',
      from: onDay(pick),
      to: pick % 2 === 0 ? null : addDays(onDay(pick), 60),
    }),
  endTerm: (register, pick) => {
    const terms = [...recordTables.term.all(register.read)].filter((term) => term.withdrawn === null)
    const term = terms[pick % Math.max(1, terms.length)]
    if (term) endTerm(register, { ...term, to: addDays(term.from, pick), reason: '異動' })
  },
  post: (register, pick) =>
    updatePost(register, {
      ...oneOf(register, 'post', pick),
      patch: { name: ja(`役職${String(pick)}`), to: pick % 3 === 0 ? onDay(pick) : null },
    }),
  closeRisk: (register, pick) => closeRisk(register, { ...oneOf(register, 'risk', pick), reason: '解消' }),
  withdraw: (register, pick) => {
    // What was decided is ended by its own verb.
    const nouns = codedNouns.filter((noun) => noun !== 'acceptance')
    const noun = nouns[pick % nouns.length] ?? 'system'
    withdrawRecord(register, noun, { ...oneOf(register, noun, pick), reason: '重複' })
  },
  nextDay: (_register, pick, surroundings) => {
    const now = surroundings.clock()
    surroundings.setTime(`${addDays(now.slice(0, 10), 1 + (pick % 40))}T09:00:00.000Z`)
  },
  undo: (register) => undoLast(register, null),
  redo: (register) => redoLast(register, null),
  lock: (register) => lockVerified(register, { asOf: addDays(register.today(), -1) }),
}

async function did(deed: Deed, ...given: Parameters<Deed>): Promise<void> {
  try {
    await deed(...given)
  } catch (error) {
    // What cannot be done as the register stands is refused, and changes nothing.
    if (!(error instanceof Problem)) throw error
  }
}

/** Both looks at one time: the clock goes on with each reading, and a day would pass between them. */
function expectToFollow(
  register: Register,
  surroundings: TestSurroundings,
  orders: 'with orders' | 'without' = 'with orders',
): void {
  const now = surroundings.clock()
  const followed = shownOf(register, orders)
  surroundings.setTime(now)
  const other = openRegister(register.file, { surroundings, mode: 'read' })
  try {
    const fresh = shownOf(other, orders)
    // Compared as a whole first, which is quick; where they differ, it is said in what.
    if (JSON.stringify(followed) !== JSON.stringify(fresh)) expect(followed).toEqual(fresh)
  } finally {
    other.close()
    surroundings.setTime(now)
  }
}

const step = fc.record({
  deed: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...Object.keys(deeds)) },
    { weight: 2, arbitrary: fc.constant('undo') },
    { weight: 1, arbitrary: fc.constant('nextDay') },
  ),
  pick: fc.nat({ max: 60 }),
  /** Whether somebody looks: what follows may have to follow several changes at once. */
  looked: fc.boolean(),
})

test('after each kind of change lists, counts, the queue and the overview are those of a fresh opening', async () => {
  const { register, surroundings } = testRegister()
  fillOneOfEach(register)
  shownOf(register, 'with orders')
  const withoutEffect: string[] = []
  for (const [index, [name, deed]] of Object.entries(deeds).entries()) {
    const before = register.head().sequence
    // Several times, since a change that makes a difference to nobody would show nothing.
    for (const pick of [0, 1, 2, 3, 5, 6, 8, 15]) await did(deed, register, pick, surroundings)
    expectToFollow(register, surroundings, index % 4 === 3 ? 'with orders' : 'without')
    if (register.head().sequence === before) withoutEffect.push(name)
  }
  expect(withoutEffect).toEqual(['nextDay'])
}, 300_000)

test('after any changes they are those of a fresh opening too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
      const { register, surroundings } = testRegister()
      fillOneOfEach(register)
      shownOf(register, 'with orders')
      for (const { deed, pick, looked } of steps) {
        await did(deeds[deed] ?? (() => undefined), register, pick, surroundings)
        if (looked) expectToFollow(register, surroundings, 'without')
      }
      expectToFollow(register, surroundings)
    }),
    { numRuns: 5 },
  )
}, 300_000)

test('after a change of more records than are followed one by one they are those of a fresh opening', () => {
  const { register, surroundings } = testRegister()
  const { system } = fillOneOfEach(register)
  const create = Array.from({ length: 2100 }, (_none, number) => ({ name: ja(`配送${String(number % 90)}`) }))
  updateMany(register, 'system', { patch: {}, records: [{ id: system.id, version: system.version }], create })
  expectToFollow(register, surroundings)
  deeds.many?.(register, 1, surroundings)
  expectToFollow(register, surroundings)
  undoLast(register, null)
  expectToFollow(register, surroundings)
}, 120_000)
