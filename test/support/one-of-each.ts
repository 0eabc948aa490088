/** A register that holds at least one record of every noun, made through the use cases. */
import { packInput } from '#electron/register/pack-input.ts'
import { genesisHash } from '#electron/register/store/audit-log.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { entriesDigest } from '#electron/register/store/kept-log.ts'
import { saveSetup, writeNote } from '#electron/register/finishing/finishing.ts'
import { placeholderFor } from '#shared/domain/retention/name-marks.ts'
import { standardChoices } from '#shared/domain/finishing.ts'
import {
  assign,
  attestSystem,
  createPerson,
  createPost,
  createUnit,
  startTerm,
} from '#electron/register/accountability.ts'
import { attestationPicture, signSheet, startCampaign } from '#electron/register/attestation/attestation-sheets.ts'
import { createAction, moveDueDate } from '#electron/register/actions.ts'
import { createDirection } from '#electron/register/directions.ts'
import { approveIntake, createIntake } from '#electron/register/intakes.ts'
import { addComment } from '#electron/register/comments.ts'
import { addEvidence, createControl, recordControlTest, updateControl } from '#electron/register/controls.ts'
import { adoptShipped } from '#electron/register/requirements/adopt.ts'
import { answerRequirements } from '#electron/register/requirements/answers.ts'
import { linkControls } from '#electron/register/requirements/link-control.ts'
import { createRuleAssessment, assessRule } from '#electron/register/horizon/rule-assessments.ts'
import { takeInShipped } from '#electron/register/horizon/take-in.ts'
import { createFinding, moveFindingDueDate, respondToFinding } from '#electron/register/findings.ts'
import { createObservation, waiveReassessment } from '#electron/register/observations.ts'
import { createConsent } from '#electron/register/privacy/consents.ts'
import { createProfile } from '#electron/register/jurisdiction/profiles.ts'
import {
  approveAccount,
  createAccount,
  reviewAccount,
  updateAccount,
} from '#electron/register/readiness/outward-accounts.ts'
import { setReadiness } from '#electron/register/readiness/priorities.ts'
import { answerCheck, createDataUse, setBasis } from '#electron/register/privacy/data-uses.ts'
import { createDeidentification } from '#electron/register/privacy/deidentifications.ts'
import { approveDpia, createDpia, recordStep, redoDpia, screenDpia } from '#electron/register/privacy/dpias.ts'
import { lockVerified } from '#electron/register/packs.ts'
import {
  confirmNone,
  createDecision,
  deferDecision,
  moveDecisionDueDate,
  recordOutcome,
  reportFollowThrough,
  withdrawNone,
} from '#electron/register/decision/decisions.ts'
import { addPreparation, completePreparation, createMeeting } from '#electron/register/decision/meetings.ts'
import { completeEnforcement, createEnforcement } from '#electron/register/incident/enforcements.ts'
import {
  closeIncident,
  createIncidentIn,
  judgeIncident,
  recordReport,
  resolveIncident,
} from '#electron/register/incident/incidents.ts'
import { addRule, placeHold } from '#electron/register/retention/rules-and-holds.ts'
import { approvePolicy, createPolicy } from '#electron/register/policies.ts'
import { acceptRisk, assessRisk, createRisk } from '#electron/register/risks.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { createSystem, moveLifecycle, updateSystem } from '#electron/register/systems.ts'
import { createCheckPoint } from '#electron/register/third-party/check-points.ts'
import { createContract } from '#electron/register/third-party/contracts.ts'
import { addSupply, createVendor } from '#electron/register/third-party/vendors.ts'
import { createTraining, recordCompletions } from '#electron/register/trainings.ts'

const ja = (text: string) => ({ ja: text, en: null })

const versionOf = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

export function fillOneOfEach(register: Register) {
  const unit = createUnit(register, { name: ja('物流事業部'), kind: 'division' })
  const person = createPerson(register, {
    name: { ja: '髙橋 誠', en: 'Makoto Takahashi' },
    reading: 'たかはし まこと',
    unitId: unit.id,
  })
  const tester = createPerson(register, { name: ja('和田 修') })
  const post = createPost(register, { name: ja('物流担当役員'), kind: 'executive', unitId: unit.id })
  const term = startTerm(register, {
    postId: post.id,
    personId: person.id,
    capacity: 'holder',
    from: '2025-04-01',
    to: null,
  })
  const base = createSystem(register, { name: ja('配送ルート最適化'), unitId: unit.id, tier: 'medium' })
  const created = createSystem(register, {
    name: ja('倉庫自動搬送車の人検知'),
    unitId: unit.id,
    dependsOnIds: [base.id],
  })
  const assignment = assign(register, {
    role: 'accountable_executive',
    subject: 'system',
    subjectId: created.id,
    postId: post.id,
    personId: null,
    from: '2026-04-01',
  })
  const moved = moveLifecycle(register, { id: created.id, version: 1, to: 'production', reason: '稼働開始' })
  const system = updateSystem(register, {
    id: moved.id,
    version: moved.version,
    patch: {
      vendor: '北辰ロボティクス（架空）',
      freeFields: [{ name: '契約番号', value: 'A-1: 2026' }],
      surchargeNote: ja('対象になるかは未確認'),
      surchargeOn: '2026-04-01',
    },
  })
  const attestation = attestSystem(register, { systemId: system.id, personId: person.id, on: '2026-04-01', note: null })
  const risk = createRisk(register, {
    name: ja('人検知が働かず作業員が負傷'),
    category: 'AIGB-C-2',
    systemIds: [system.id],
  })
  const assessment = assessRisk(register, {
    riskId: risk.id,
    stage: 'residual',
    likelihood: 2,
    impacts: { rights: 5, legal: null, financial: 3, operations: null, reputation: null, strategic: null },
    assessorId: person.id,
    on: '2026-04-01',
    confidence: 'medium',
    rationale: '実地試験による',
  })
  const acceptance = acceptRisk(register, {
    kind: 'acceptance',
    subject: 'risk',
    subjectId: risk.id,
    postId: post.id,
    from: '2026-04-01',
    to: '2026-06-30',
    reason: '夏までに更新する',
    renewsId: null,
  })
  const control = createControl(register, {
    name: ja('人検知の月次試験'),
    domain: 'model',
    riskIds: [risk.id],
    systemIds: [system.id],
  })
  const inPlace = updateControl(register, { id: control.id, version: 1, patch: { design: 'in_place', weight: 'key' } })
  const controlTest = recordControlTest(register, {
    controlId: control.id,
    on: '2026-04-01',
    result: 'effective',
    validUntil: '2026-09-30',
    testerId: tester.id,
    note: '停止まで0.8秒',
  })
  const evidence = addEvidence(register, {
    name: ja('試験記録'),
    kind: 'test_report',
    validUntil: '2026-09-30',
    controlIds: [control.id],
  })
  const intake = createIntake(register, {
    name: ja('議事録の要約'),
    origin: 'found',
    foundById: tester.id,
    requesterId: person.id,
    unitId: unit.id,
    data: ['secret'],
    affected: ['employees'],
    autonomy: 'advises',
    effect: 'none',
    inUse: 'yes',
  })
  approveIntake(register, { id: intake.id, version: 1, reason: '試行を認める', systemId: system.id })
  const action = createAction(register, {
    name: ja('検知器の更新'),
    ownerId: person.id,
    dueOn: '2026-05-31',
    systemIds: [system.id],
    riskIds: [risk.id],
    controlIds: [control.id],
  })
  const late = moveDueDate(register, { id: action.id, version: 1, to: '2026-06-15', reason: '納期の遅れ' })
  const comment = addComment(register, { subject: 'system', subjectId: system.id, text: '夏の保守で更新する' })
  register.change({ operation: 'import.run' }, (change) => {
    const run = change.add('importRun', {
      fileName: 'a.csv',
      sha256: '0'.repeat(64),
      encoding: 'utf-8',
      headerRow: 1,
      mapping: { Title: 'name' },
      counts: { rows: 0, added: 0, updated: 0, unchanged: 0, rejected: 0 },
      sheet: null,
    })
    change.add('sourceRow', {
      subject: 'risk',
      subjectId: risk.id,
      importId: run.id,
      key: 'ref_id: R.1',
      row: 2,
      cells: [['ref_id', 'R.1']],
    })
    change.add('importMapping', {
      title: 'リスク一覧（総務）',
      holds: 'risk',
      mapping: { version: 1, columns: { Title: 'name' } },
    })
    change.add('ownerRequest', {
      personId: person.id,
      issuedOn: '2026-04-01',
      answerBy: '2026-05-31',
      systems: 1,
      questions: 15,
      answeredOn: null,
    })
  })
  const { record: requirementPack } = adoptShipped(register, { id: 'CMG', version: '3.0' })
  linkControls(register, { links: [{ itemId: 'CMG-D04', controlId: inPlace.id }], answers: true })
  const [requirementAnswer] = answerRequirements(register, {
    places: [{ packId: 'CMG', packVersion: '3.0', itemId: 'CMG-D01', systemId: null }],
    state: 'partly',
    note: '方針は承認済み、展開は途中',
  })
  createDirection(register, {
    name: ja('訓練を指示'),
    side: 'ai',
    item: 'CMG-D07',
    instruction: ja('手順を定め、訓練を行って報告する'),
    givenOn: '2026-03-25',
    givenByPostId: post.id,
    givenByPersonId: person.id,
    reference: '取締役会議事録 第3号',
    toPostId: post.id,
    toPersonId: person.id,
    reportDueOn: '2026-06-30',
    reportedOn: '2026-03-31',
    report: ja('手順を定めた'),
    maturity: 'directed',
    maturityOn: '2026-03-31',
    grounds: ja('議事録'),
    nextReviewOn: '2026-09-30',
    notes: '訓練は秋',
  })
  const draft = createPolicy(register, { name: ja('AI利用の基本方針'), edition: '第2版', ownerPostId: post.id })
  const policy = approvePolicy(register, {
    id: draft.id,
    version: 1,
    approverPostId: post.id,
    on: '2026-03-20',
    from: '2026-04-01',
    text: '取締役会 第6号議案',
  })
  const training = createTraining(register, {
    name: ja('システム責任者の実務'),
    policyId: policy.id,
    ownerPostId: post.id,
    roles: ['system_owner'],
    postKinds: ['executive'],
    postIds: [post.id],
    unitIds: [unit.id],
    personIds: [tester.id],
    cycleMonths: 12,
  })
  const [trainingCompletion] = recordCompletions(register, {
    trainingId: training.id,
    people: [{ personId: person.id, on: '2026-03-01' }],
    validUntil: null,
    reference: '学習システム 1042',
  })
  const reported = createFinding(register, {
    name: ja('試験結果の宛先がない'),
    rating: 'high',
    ownerPostId: post.id,
    ownerId: person.id,
    dueOn: '2026-05-31',
    systemIds: [system.id],
    riskIds: [risk.id],
    controlIds: [control.id],
    actionIds: [action.id],
    requirementIds: ['CMG-D01'],
  })
  const answered = respondToFinding(register, {
    id: reported.id,
    version: 1,
    response: 'agree',
    responderId: person.id,
    on: '2026-04-01',
    text: '手順を改める',
  })
  const finding = moveFindingDueDate(register, {
    id: answered.id,
    version: answered.version,
    to: '2026-06-15',
    reason: '協議を要する',
  })
  const changed = createObservation(register, {
    name: ja('検知モデルの更新'),
    systemId: system.id,
    kind: 'model_change',
    on: '2026-04-01',
    versionBefore: '1.2',
    versionAfter: '2.0',
    significant: 'yes',
    significantReason: '検知の範囲が変わる',
  })
  const observation = waiveReassessment(register, {
    id: changed.id,
    version: 1,
    riskIds: [risk.id],
    personId: person.id,
    reason: '停止の仕組みは変わらない',
  })
  const { record: horizonPack } = takeInShipped(register)
  const found = createRuleAssessment(register, {
    name: ja('海外子会社の州法'),
    eventDay: '2026-03-31',
    dayKind: 'fixed',
    ownerPostId: post.id,
    ownerId: person.id,
    dueOn: '2026-04-30',
    actionIds: [action.id],
    notes: '現地の弁護士に確かめる',
  })
  const ruleAssessment = assessRule(register, {
    id: found.id,
    version: 1,
    on: '2026-04-01',
    assessorId: person.id,
    outcome: 'to_prepare',
    meaning: { ja: '表示を改める', en: 'Change the notice' },
    systemIds: [system.id],
  })
  const vendor = createVendor(register, {
    name: ja('北斗AIサービス'),
    reading: 'ほくとえーあいさーびす',
    country: 'JP',
    group: '北斗グループ',
    tier: 'high',
    ownerPostId: post.id,
    ownerId: person.id,
    contacts: [{ name: '佐々木 遥', role: '営業', email: 'sasaki@example.com', phone: '' }],
    subProcessors: [{ name: 'Northern Cloud', country: 'US', work: '計算資源' }],
    reviewMonths: 12,
    nextReviewOn: '2027-03-31',
    security: 'sound',
    securityOn: '2026-03-10',
    securityEvidenceIds: [evidence.id],
    finance: 'concern',
    financeOn: '2026-03-10',
    financeEvidenceIds: [evidence.id],
    notes: '更新は秋に協議',
  })
  const supply = addSupply(register, {
    vendorId: vendor.id,
    systemId: system.id,
    kinds: ['model', 'service'],
    product: '画像認識API',
    from: '2025-04-01',
  })
  const contract = createContract(register, {
    name: ja('画像認識サービス利用契約'),
    vendorId: vendor.id,
    type: 'CT-2',
    provision: 'service',
    duty: 'mandate',
    companyRoles: ['business_user'],
    vendorRoles: ['provider'],
    systemIds: [system.id],
    signedOn: '2025-03-20',
    from: '2025-04-01',
    to: '2027-03-31',
    renews: 'yes',
    renewalMonths: 12,
    noticeMonths: 3,
    governingLaw: '日本法',
    court: '東京地方裁判所',
    valueBand: 'under_10m',
    evidenceIds: [evidence.id],
    ownerPostId: post.id,
    ownerId: person.id,
    legalReviewerId: tester.id,
    personalData: 'yes',
    secretData: 'no',
    dataBasis: 'entrustment',
    dataBasisGrounds: '利用規約 第8条',
    dataCountries: ['JP', 'US'],
    crossBorderRoute: 'equivalent_system',
    selectedOn: '2025-03-01',
    agreedOn: '2025-03-20',
    checkedOn: '2026-03-01',
    supervisionNotes: '年に一度、点検表で確かめる',
    nextReviewOn: '2026-09-30',
    notes: '価格は毎年協議',
  })
  const made = register.change({ operation: 'contractReading.start' }, (change) => {
    const first = change.add('contractReading', {
      contractId: contract.id,
      edition: '初版',
      startedOn: '2025-03-01',
      completedOn: '2025-03-15',
      readerId: tester.id,
      previousId: null,
      pointsVersion: '1.0',
      trainingUse: 'allowed',
      liabilityCap: 'months_of_fees',
      liabilityCapValue: 12,
      incidentNoticeHours: 72,
      notes: null,
    })
    const { id: _id, version: _version, withdrawn: _withdrawn, code: _code, ...again } = first
    const contractReading = change.add('contractReading', {
      ...again,
      edition: '改定案',
      startedOn: '2026-03-01',
      completedOn: '2026-03-20',
      previousId: first.id,
      trainingUse: 'opted_out',
      notes: '学習利用の停止を申し入れた',
    })
    const pointAnswer = change.add('pointAnswer', {
      readingId: contractReading.id,
      pointId: 'CC-IN-05',
      finding: 'risk_accepted',
      carriedOver: false,
      clause: '第8条第2項',
      quotation: '当社はサービスの改善のために入力を利用することがある',
      reason: '学習の停止を設定した',
      position: '学習に使わないと明記する',
      agreedText: '覚書 第2条',
      ownerPostId: post.id,
      ownerId: person.id,
      dueOn: '2026-06-30',
      accepterId: person.id,
      acceptedUntil: '2026-12-31',
      riskIds: [risk.id],
      actionIds: [action.id],
    })
    return { contractReading, pointAnswer }
  })
  const vendorAnswer = register.change({ operation: 'vendor.takeAnswers' }, (change) =>
    change.add('vendorAnswer', {
      vendorId: vendor.id,
      pointId: 'DD-01',
      answer: 'yes',
      text: '認証を取得している',
      source: 'vendor',
      answeredOn: '2026-03-01',
      takenById: person.id,
      takenOn: '2026-03-10',
      evidenceIds: [evidence.id],
    }),
  )
  const checkPoint = createCheckPoint(register, {
    name: ja('再委託先の一覧は届くか'),
    subject: 'contract',
    replaces: 'CC-IN-05',
    element: 'input',
    head: 'use',
    types: ['CT-1', 'CT-2'],
    weight: 'key',
    matter: 'purpose',
    sectors: ['finance'],
    from: '2026-04-01',
    to: '2028-03-31',
    notes: '法務の雛形に合わせる',
  })
  const recorded = register.change({ operation: 'incident.create' }, (change) =>
    createIncidentIn(change, {
      name: ja('他社の応答が表示された'),
      kind: 'incident',
      severity: 'major',
      description: ja('検索の結果に他社の応答が混ざった'),
      systemIds: [system.id],
      vendorIds: [vendor.id],
      contractIds: [contract.id],
      occurredAt: '2026-03-01T01:00:00.000Z',
      detectedAt: '2026-03-02T01:00:00.000Z',
      learnedAt: '2026-03-02T02:00:00.000Z',
      learnedZone: 'Asia/Tokyo',
      vendorLearnedAt: '2026-03-01T12:00:00.000Z',
      vendorToldAt: '2026-03-02T02:00:00.000Z',
      affectedCount: 1200,
      affectedBasis: 'estimate',
      personalData: 'yes',
      dataInvolved: ja('氏名、問合せの内容'),
      timeline: [{ at: '2026-03-02 10:00', who: '運用担当', what: '公開を止めた' }],
      cause: ja('共有の設定を誤った'),
      rootCause: '設定の誤り',
      measures: ja('設定を戻した'),
      lessons: ja('設定は二人で確かめる'),
      riskIds: [risk.id],
      controlIds: [control.id],
      actionIds: [action.id],
      evidenceIds: [evidence.id],
      ownerPostId: post.id,
      ownerId: person.id,
      reportOutline: ja('概要'),
      reportDataItems: ja('氏名'),
      reportPersons: ja('1,200人'),
      reportCause: ja('設定の誤り'),
      reportSecondaryHarm: ja('ない'),
      reportResponse: ja('通知した'),
      reportPublication: ja('公表した'),
      reportPrevention: ja('二人で確かめる'),
      reportOther: ja('ない'),
      notes: '訓練の題材にする',
    }),
  )
  const judged = judgeIncident(register, {
    id: recorded.id,
    version: recorded.version,
    leak: 'yes',
    leakSensitive: 'no',
    leakFinancial: 'unknown',
    leakWrongful: 'no',
    leakMany: 'likely',
    judgeId: person.id,
    text: '件数が千を超える見込み',
  })
  const incidentReport = recordReport(register, {
    id: judged.id,
    version: judged.version,
    kind: 'final',
    at: '2026-03-20 10:00',
    recipient: '個人情報保護委員会',
    reference: '受付 12',
    reporterId: person.id,
    notes: '電子で提出',
  })
  const resolved = resolveIncident(register, { id: judged.id, version: judged.version, at: '2026-03-03 09:00' })
  const incident = closeIncident(register, {
    id: resolved.id,
    version: resolved.version,
    verifierId: tester.id,
    on: '2026-04-01',
    text: '再発がないことを確かめた',
  })
  const received = createEnforcement(register, {
    name: ja('報告の求め'),
    kind: 'report_request',
    authority: '個人情報保護委員会',
    reference: '個情第1号',
    receivedOn: '2026-03-25',
    dueOn: '2026-04-10',
    subject: ja('原因と再発防止'),
    systemIds: [system.id],
    incidentId: incident.id,
    ownerPostId: post.id,
    ownerId: person.id,
    response: ja('書面で答える'),
    actionIds: [action.id],
    evidenceIds: [evidence.id],
    notes: '法務が見る',
  })
  const enforcement = completeEnforcement(register, {
    id: received.id,
    version: received.version,
    doneById: person.id,
    on: '2026-04-01',
    text: '回答書を出した',
  })
  const consent = createConsent(register, {
    name: ja('応募時の同意'),
    wording: ja('選考のために応募書類を自動で評価することに同意します'),
    edition: '第3版',
    from: '2025-04-01',
    to: '2027-03-31',
    channel: '応募フォーム',
    scope: '選考の一次評価',
    withdrawalWay: '採用窓口への連絡',
    evidenceIds: [evidence.id],
    notes: '年に一度見直す',
  })
  const drafted = createDataUse(register, {
    name: ja('応募者の一次評価'),
    systemId: system.id,
    personal: 'yes',
    sensitive: 'unknown',
    under16: 'no',
    faceFeatures: 'no',
    otherBiometrics: 'no',
    pseudonymised: 'yes',
    anonymised: 'no',
    personRelated: 'no',
    subjects: '応募者',
    sources: '応募フォーム',
    purpose: { ja: '採用選考のため', en: 'To select applicants' },
    notifiedWhere: '採用サイトのプライバシー通知',
    notifiedOn: '2025-04-01',
    plannedBasis: 'statistics_exception',
    handling: 'entrustment',
    handlingGrounds: '委託契約 第4条',
    contractIds: [contract.id],
    countries: ['JP', 'US'],
    crossBorderRoute: 'equivalent_system',
    retention: '選考の終了から6か月',
    inputRules: '健康情報は入力しない',
    consentIds: [consent.id],
    consentCovers: 'yes',
    consentGrounds: '同意文が自動の評価を挙げている',
    consentOn: '2026-03-01',
    agreementFits: 'no',
    agreementGrounds: '再委託の定めがない',
    agreementOn: '2026-03-01',
    plansStatistics: 'yes',
    wantedOn: '2026-12-31',
    nextReviewOn: '2026-09-30',
    notes: '人事部が管理する',
  })
  const dataUse = setBasis(register, {
    id: drafted.id,
    version: 1,
    basis: 'consent',
    on: '2026-03-01',
    grounds: '応募時の同意による',
  })
  const dataCheck = answerCheck(register, {
    useId: dataUse.id,
    checkId: 'APPI-25',
    finding: 'gap',
    grounds: '再委託先の一覧がない',
    evidenceIds: [evidence.id],
    actionIds: [action.id],
    personId: tester.id,
    on: '2026-03-10',
  })
  const begun = createDpia(register, {
    name: ja('採用支援の影響評価'),
    systemId: system.id,
    ownerId: person.id,
    wantedOn: '2026-06-30',
    notes: '人事部と行う',
  })
  let assessed = screenDpia(register, {
    id: begun.id,
    version: 1,
    outcome: 'required',
    reasons: ['decides_on_people', 'abroad'],
    on: '2026-03-02',
    personId: tester.id,
    text: '選考に影響する',
  })
  for (const step of ['description', 'necessity', 'risks', 'measures', 'consultation'] as const)
    assessed = recordStep(register, {
      id: assessed.id,
      version: assessed.version,
      step,
      on: '2026-03-10',
      personId: tester.id,
      text: `${step}の記録`,
      riskIds: [risk.id],
      actionIds: [action.id],
    })
  const approved = approveDpia(register, {
    id: assessed.id,
    version: assessed.version,
    postId: post.id,
    on: '2026-03-20',
    validUntil: '2027-03-31',
    text: '措置を条件に承認する',
  })
  const redone = redoDpia(register, { id: approved.id, version: approved.version })
  const dpia = register.change({ operation: 'dpia.approve' }, (change) =>
    change.update('dpia', redone, {
      ...approved,
      id: redone.id,
      code: redone.code,
      version: redone.version,
      wantedOn: '2026-06-30',
      previousId: approved.id,
    }),
  )
  const jurisdictionProfile = createProfile(register, {
    systemId: system.id,
    jurisdiction: 'EU',
    inScope: 'yes',
    scopeReason: { ja: '欧州の応募者に使う', en: 'Used for applicants in Europe' },
    euGrounds: ['deployer_in_union', 'output_used_in_union'],
    euRoles: ['deployer'],
    euTiers: ['high_risk'],
    euAnnex: 'annex_iii',
    meaning: { ja: '2027-12-02までに備える', en: 'To be ready by 2027-12-02' },
    ownerId: person.id,
    judgedById: tester.id,
    judgedOn: '2026-03-01',
    nextReviewOn: '2026-12-31',
    notes: '現地の弁護士に確かめた',
  })
  const written = createAccount(register, {
    name: ja('対外説明 2026年度'),
    edition: '第1版',
    preface: ja('当社のAIの考え方'),
    ...Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [
        `statement${String(at + 1)}`,
        { ja: `第${String(at + 1)}の指針`, en: 'How we meet it' },
      ]),
    ),
    contact: ja('広報窓口'),
    forPublication: ['preface', 'AIGB-C-1'],
    publishedWhere: '会社のウェブサイト',
    notes: '年に一度改める',
  })
  const said = { id: written.id, postId: post.id, on: '2026-03-20' }
  reviewAccount(register, { ...said, version: 1, text: '読んだ' })
  const approvedAccount = approveAccount(register, { ...said, version: 2, text: '公表してよい' })
  const outwardAccount = updateAccount(register, {
    id: approvedAccount.id,
    version: 3,
    patch: { publishedOn: '2026-03-21' },
  })
  const readinessItem = setReadiness(register, {
    item: 'contracts',
    ownerPostId: post.id,
    dueOn: '2026-12-31',
    notes: '法務と進める',
  })
  const deidentification = createDeidentification(register, {
    name: ja('学習データの仮名化'),
    systemId: system.id,
    useId: dataUse.id,
    technique: 'pseudonymisation',
    parameters: '氏名と連絡先を除く',
    doneOn: '2026-02-01',
    testerId: tester.id,
    testedBy: '外部の監査法人',
    testMethod: '公開名簿との突合',
    testedOn: '2026-02-20',
    residual: 'low',
    residualText: '少数の部署では推測できる',
    evidenceIds: [evidence.id],
    notes: '半年ごとに試す',
  })
  const meeting = createMeeting(register, {
    name: ja('第87期 第4回 取締役会'),
    body: 'board',
    on: '2026-04-20',
    packDeadline: '2026-04-13',
    attendeePostIds: [post.id],
    notes: '本社で開く',
  })
  const step = addPreparation(register, {
    ...versionOf(meeting),
    name: ja('パックの確定'),
    postId: post.id,
    dueOn: '2026-04-06',
  })
  const preparation = completePreparation(register, { ...versionOf(step), on: '2026-04-01', doneById: person.id })
  const asked = createDecision(register, {
    name: ja('人検知の更新に要する追加費用'),
    kind: 'resolution',
    body: 'board',
    ask: ja('検知器の更新を今期中に行うこと'),
    options: [
      { label: '今期に更新', consequence: '追加で800万円を要する' },
      { label: '来期に更新', consequence: '見落としのリスクが残る' },
    ],
    recommendation: ja('今期に更新'),
    delayConsequence: ja('許容を超えたまま半年続く'),
    ownerPostId: post.id,
    ownerId: person.id,
    dueOn: '2026-06-30',
    meetingId: meeting.id,
    systemIds: [system.id],
    riskIds: [risk.id],
    controlIds: [control.id],
    acceptanceIds: [acceptance.id],
    contractIds: [contract.id],
    findingIds: [finding.id],
    incidentIds: [incident.id],
    kriIds: ['K05', 'K07'],
    minutesReference: '第87期 第4回 議案3',
    ringiNumber: '2026-0412',
    actionIds: [action.id],
    evidenceIds: [evidence.id],
    notes: '費用は経理と確認済み',
  })
  const later = moveDecisionDueDate(register, { ...versionOf(asked), to: '2026-07-31', reason: '納期の変更' })
  const deferred = recordOutcome(register, {
    ...versionOf(later),
    outcome: 'deferred',
    chosenOption: null,
    conditions: null,
    text: '見積りを取り直す',
    on: '2026-03-31',
    minutesReference: null,
    ringiNumber: null,
  })
  const again = deferDecision(register, { ...versionOf(deferred), meetingId: null, reason: '見積りがそろった' })
  const decided = recordOutcome(register, {
    ...versionOf(again),
    outcome: 'conditional',
    chosenOption: null,
    conditions: '費用は800万円まで',
    text: '今期中の更新を承認する',
    on: '2026-04-01',
    minutesReference: null,
    ringiNumber: null,
  })
  const decision = reportFollowThrough(register, {
    ...versionOf(decided),
    followThrough: 'implemented',
    on: '2026-04-01',
    text: '更新を終えた',
    evidenceIds: [evidence.id],
  })
  const none = confirmNone(register, { packId: null, personId: person.id, note: '書面で確かめた' })
  const noDecision = withdrawNone(register, { ...versionOf(none), reason: '一件あった' })
  const attestationCampaign = startCampaign(register, {
    name: ja('第1四半期の確認'),
    from: '2026-04-01',
    dueOn: '2026-04-30',
    postIds: [post.id],
    notes: '決算役員会の前に',
  })
  const attestationSheet = signSheet(register, {
    postId: post.id,
    personId: person.id,
    campaignId: attestationCampaign.id,
    typedName: '吉岡 直樹',
    note: '欠落は別紙のとおり',
    contentDigest: attestationPicture(register, post.id, register.today()).contentDigest,
    language: 'ja',
  })
  const pack = lockVerified(register, { asOf: '2026-04-01' })
  const packNote = writeNote(register, {
    packId: pack.id,
    target: 'figure:heatMap',
    text: '対策の効果は来期に表れる',
    language: 'ja',
    secondText: 'The measures take effect next year',
    version: null,
  })
  const packSetup = saveSetup(register, {
    packId: pack.id,
    version: null,
    choices: { ...standardChoices(register.organisation()), annexes: ['A1'], pageBudget: 20 },
  })
  // As it is written where nothing keeps the pack from being finished: here much does.
  const packSignOff = register.change({ operation: 'pack.signOff', reason: '取締役会に提出する' }, (change) => {
    const { choices } = packInput(register, pack, 'ja', '0.0.0').finishing
    const content = {
      dataDigest: pack.dataDigest,
      previousDigest: pack.previousDigest,
      commentary: [],
      decisions: [],
      noneRequested: null,
      settings: choices,
      signOff: {
        on: change.today,
        statement: { ja: '確認します。', en: 'I confirm.' },
        signatures: [
          { role: 'executive' as const, name: person.name, post: post.name, on: change.today, recordedBy: null },
        ],
      },
    }
    const packDigest = sha256(canonicalJson(content))
    return change.add('packSignOff', { packId: pack.id, on: change.today, content, packDigest })
  })
  const retentionRule = addRule(register, {
    scope: 'everyone',
    years: 10,
    basis: '文書管理規程 第12条',
    approverPersonId: person.id,
    approvedOn: '2026-03-25',
    from: '2026-04-01',
    to: null,
  })
  // As a merge or a restore leaves one: taken out elsewhere, and here still named.
  const redaction = register.change({ operation: 'person.redact' }, (change) =>
    change.add('redaction', {
      personId: tester.id,
      placeholder: placeholderFor(tester.id),
      ground: 'retention',
      ruleId: retentionRule.id,
      note: '保存期間の満了',
      decidedBy: '人事部長',
      on: change.today,
      texts: 1,
      replaced: [],
    }),
  )
  const legalHold = placeHold(register, {
    matter: '製品事故の訴訟',
    reason: '証拠の保全',
    orderedBy: '法務部長',
    scope: 'named',
    personIds: [person.id],
    from: '2026-04-01',
  })
  // A register without an entry, as no merge would make it: its log ends where it begins.
  const mergeRun = register.change({ operation: 'register.merge' }, (change) =>
    change.add('mergeRun', {
      name: ja('令和物流'),
      registerId: '01900000-0000-7000-8000-0000000000ff',
      relation: 'other',
      fileName: 'b.daicho',
      on: change.today,
      entityUnitId: unit.id,
      headSequence: 0,
      headHash: genesisHash,
      headAt: null,
      baseRunId: null,
      baseSequence: 0,
      added: 0,
      changed: 0,
      apart: 0,
      entriesDigest: entriesDigest([]),
    }),
  )
  return {
    mergeRun,
    retentionRule,
    redaction,
    legalHold,
    unit,
    person,
    tester,
    post,
    term,
    base,
    system,
    assignment,
    attestation,
    risk,
    assessment,
    acceptance,
    control: inPlace,
    controlTest,
    evidence,
    action: late,
    comment,
    requirementPack,
    requirementAnswer,
    finding,
    horizonPack,
    ruleAssessment,
    observation,
    policy,
    training,
    trainingCompletion,
    vendor,
    supply,
    contract,
    ...made,
    vendorAnswer,
    checkPoint,
    incident,
    incidentReport,
    enforcement,
    dataUse,
    consent,
    dataCheck,
    dpia,
    deidentification,
    decision,
    noDecision,
    meeting,
    preparation,
    jurisdictionProfile,
    outwardAccount,
    readinessItem,
    attestationCampaign,
    attestationSheet,
    pack,
    packNote,
    packSetup,
    packSignOff,
  }
}
