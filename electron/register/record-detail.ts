/** One record of a coded noun with all that belongs to it, and how others are named. */
import type { Related } from '#shared/contract/base.ts'
import type { Derived, RecordDetail } from '#shared/contract/records.ts'
import { proofsOfRisk } from '#shared/domain/metrics/evidenced-level.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import type { CodedNoun, Noun, RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { undoReason } from '#shared/domain/record.ts'
import { holdingOf } from './accountability.ts'
import { derivedToday } from './derived.ts'
import { collectDerived, LabelCollector } from './labels.ts'
import type { ReadHandle } from './store/query.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

/** One record with all that belongs to it. NOT_FOUND. */
export function recordDetail<N extends CodedNoun>(register: Register, noun: N, id: string): RecordDetail<N> {
  const { read } = register
  const record = recordTables[noun].get(read, id)
  if (record === undefined) throw new Problem('NOT_FOUND', { noun, id })
  const derived = derivedToday(register)
  const related = relatedOf(register, noun, id)
  const collector = new LabelCollector()
  collector.add(id)
  collector.addReferences(noun, record)
  const more = derived.of(noun, record)
  collectDerived(collector, more)
  if (noun === 'dpia') collectChanges(collector, (more as Derived['dpia']).changes)
  const positions: Record<string, RiskPosition> = {}
  for (const [relatedNoun, records] of Object.entries(related) as [Noun, readonly RecordOf<Noun>[]][])
    for (const each of records) {
      collector.add(each.id)
      collector.addReferences(relatedNoun, each)
      const position = relatedNoun === 'risk' ? derived.position(each.id) : null
      if (position !== null) positions[each.id] = position
    }
  for (const post of related.post ?? []) collectDerived(collector, derived.of('post', post))
  return {
    record,
    derived: more,
    related,
    proofs: noun === 'risk' ? proofsOfRisk(derived.on, id) : [],
    ownTests: ownTestsOf(read, related),
    positions,
    labels: collector.labels(read),
  }
}

/** The vendors and contracts that an assessment judged, and those there are now. */
function collectChanges(collector: LabelCollector, changes: Derived['dpia']['changes']): void {
  for (const { field, before, after } of changes)
    if (field === 'vendorIds' || field === 'contractIds')
      for (const ids of [before, after]) if (Array.isArray(ids)) collector.add(...(ids as readonly string[]))
}

/** Tests of a control by somebody who answered for it on that day, through a post or as its deputy: they show less. */
function ownTestsOf(read: ReadHandle, { controlTest = [] }: Related): readonly string[] {
  return controlTest
    .filter(({ controlId, testerId, on }) => {
      if (testerId === null) return false
      const { personId, deputyId } = holdingOf(read, 'control_owner', controlId, on)
      return testerId === personId || testerId === deputyId
    })
    .map(({ id }) => id)
}

type RelatedQuery = readonly [noun: Noun, sql: string]

/** The point of a reading that an action or a risk was made of, with the reading and the contract. */
const ofGap = (noun: 'action' | 'risk'): readonly RelatedQuery[] => {
  const answers = `point_answer_${noun} JOIN point_answer ON point_answer.id = point_answer_id
    JOIN contract_reading ON contract_reading.id = reading_id WHERE ${noun}_id = ? AND point_answer.withdrawn_on IS NULL`
  return [
    ['pointAnswer', `SELECT point_answer.id FROM ${answers} ORDER BY contract_reading.code, point_id`],
    ['contractReading', `SELECT DISTINCT reading_id AS id FROM ${answers}`],
    ['contract', `SELECT DISTINCT contract_id AS id FROM ${answers}`],
  ]
}

/** Which records belong to a record: queries that take its id (as often as they have a `?`). */
const relatedQueries: { readonly [N in CodedNoun]: readonly RelatedQuery[] } = {
  unit: [
    ['unit', 'SELECT id FROM unit WHERE parent_id = ? ORDER BY code'],
    ['post', 'SELECT id FROM post WHERE unit_id = ? ORDER BY code'],
    ['system', 'SELECT id FROM system WHERE unit_id = ? ORDER BY code LIMIT 200'],
  ],
  person: [
    ['term', 'SELECT id FROM term WHERE person_id = ? ORDER BY "from"'],
    ['trainingCompletion', 'SELECT id FROM training_completion WHERE person_id = ? ORDER BY "on" DESC'],
  ],
  post: [
    ['term', 'SELECT id FROM term WHERE post_id = ? ORDER BY "from"'],
    ['assignment', 'SELECT id FROM assignment WHERE post_id = ? ORDER BY "from" LIMIT 500'],
    ['post', 'SELECT id FROM post WHERE reports_to_id = ? ORDER BY code'],
  ],
  system: [
    ['assignment', 'SELECT id FROM assignment WHERE subject_id = ? ORDER BY role, "from"'],
    ['attestation', 'SELECT id FROM attestation WHERE system_id = ? ORDER BY "on" DESC'],
    ['risk', 'SELECT risk_id AS id FROM risk_system WHERE system_id = ?'],
    ['control', 'SELECT control_id AS id FROM control_system WHERE system_id = ?'],
    ['action', 'SELECT action_id AS id FROM action_system WHERE system_id = ?'],
    ['intake', 'SELECT id FROM intake WHERE system_id = ?'],
    ['finding', 'SELECT finding_id AS id FROM finding_system WHERE system_id = ?'],
    ['observation', 'SELECT id FROM observation WHERE system_id = ? ORDER BY "on" DESC, id DESC LIMIT 200'],
    ['supply', 'SELECT id FROM supply WHERE system_id = ? ORDER BY "from", id'],
    ['contract', 'SELECT contract_id AS id FROM contract_system WHERE system_id = ?'],
    ['ruleAssessment', 'SELECT rule_assessment_id AS id FROM rule_assessment_system WHERE system_id = ?'],
    ['incident', 'SELECT incident_id AS id FROM incident_system WHERE system_id = ?'],
    ['enforcement', 'SELECT enforcement_id AS id FROM enforcement_system WHERE system_id = ?'],
    ['dataUse', 'SELECT id FROM data_use WHERE system_id = ? ORDER BY code'],
    ['dpia', 'SELECT id FROM dpia WHERE system_id = ? ORDER BY code'],
    ['deidentification', 'SELECT id FROM deidentification WHERE system_id = ? ORDER BY code'],
    ['decision', 'SELECT decision_id AS id FROM decision_system WHERE system_id = ?'],
    ['jurisdictionProfile', 'SELECT id FROM jurisdiction_profile WHERE system_id = ? ORDER BY code'],
    ['importRun', 'SELECT import_id AS id FROM system WHERE id = ? AND import_id IS NOT NULL'],
  ],
  risk: [
    ['assessment', 'SELECT id FROM assessment WHERE risk_id = ? ORDER BY "on", id'],
    ['assignment', 'SELECT id FROM assignment WHERE subject_id = ? ORDER BY "from"'],
    ['acceptance', 'SELECT id FROM acceptance WHERE subject_id = ? ORDER BY "from"'],
    ['control', 'SELECT control_id AS id FROM control_risk WHERE risk_id = ?'],
    ['action', 'SELECT action_id AS id FROM action_risk WHERE risk_id = ?'],
    ['finding', 'SELECT finding_id AS id FROM finding_risk WHERE risk_id = ?'],
    ['scale', 'SELECT scale_id AS id FROM assessment WHERE risk_id = ? GROUP BY scale_id'],
    ...ofGap('risk'),
    ['incident', 'SELECT incident_id AS id FROM incident_risk WHERE risk_id = ?'],
    ['decision', 'SELECT decision_id AS id FROM decision_risk WHERE risk_id = ?'],
  ],
  acceptance: [
    ['acceptance', 'SELECT id FROM acceptance WHERE renews_id = ?'],
    ['decision', 'SELECT decision_id AS id FROM decision_acceptance WHERE acceptance_id = ?'],
    ['risk', "SELECT subject_id AS id FROM acceptance WHERE id = ? AND subject = 'risk'"],
    ['control', "SELECT subject_id AS id FROM acceptance WHERE id = ? AND subject = 'control'"],
  ],
  control: [
    ['controlTest', 'SELECT id FROM control_test WHERE control_id = ? ORDER BY "on" DESC'],
    ['evidence', 'SELECT evidence_id AS id FROM evidence_control WHERE control_id = ?'],
    ['risk', 'SELECT risk_id AS id FROM control_risk WHERE control_id = ?'],
    ['assignment', 'SELECT id FROM assignment WHERE subject_id = ? ORDER BY "from"'],
    ['acceptance', 'SELECT id FROM acceptance WHERE subject_id = ? ORDER BY "from"'],
    ['action', 'SELECT action_id AS id FROM action_control WHERE control_id = ?'],
    ['finding', 'SELECT finding_id AS id FROM finding_control WHERE control_id = ?'],
    ['decision', 'SELECT decision_id AS id FROM decision_control WHERE control_id = ?'],
  ],
  evidence: [['control', 'SELECT control_id AS id FROM evidence_control WHERE evidence_id = ?']],
  action: [
    ['finding', 'SELECT finding_id AS id FROM finding_action WHERE action_id = ?'],
    ['decision', 'SELECT decision_id AS id FROM decision_action WHERE action_id = ?'],
    ['ruleAssessment', 'SELECT rule_assessment_id AS id FROM rule_assessment_action WHERE action_id = ?'],
    ...ofGap('action'),
  ],
  finding: [
    ['action', 'SELECT action_id AS id FROM finding_action WHERE finding_id = ?'],
    ['system', 'SELECT system_id AS id FROM finding_system WHERE finding_id = ?'],
    ['risk', 'SELECT risk_id AS id FROM finding_risk WHERE finding_id = ?'],
    ['control', 'SELECT control_id AS id FROM finding_control WHERE finding_id = ?'],
    ['decision', 'SELECT decision_id AS id FROM decision_finding WHERE finding_id = ?'],
  ],
  observation: [
    ['system', 'SELECT system_id AS id FROM observation WHERE id = ?'],
    [
      'risk',
      'SELECT risk_id AS id FROM risk_system JOIN observation ON observation.system_id = risk_system.system_id WHERE observation.id = ?',
    ],
  ],
  policy: [
    ['policy', 'SELECT id FROM policy WHERE supersedes_id = ?'],
    ['training', 'SELECT id FROM training WHERE policy_id = ? ORDER BY code'],
  ],
  training: [
    [
      'trainingCompletion',
      'SELECT id FROM training_completion WHERE training_id = ? ORDER BY "on" DESC, id DESC LIMIT 500',
    ],
  ],
  vendor: [
    ['supply', 'SELECT id FROM supply WHERE vendor_id = ? ORDER BY "from", id'],
    ['contract', 'SELECT id FROM contract WHERE vendor_id = ? ORDER BY code'],
    ['vendorAnswer', 'SELECT id FROM vendor_answer WHERE vendor_id = ? ORDER BY point_id, id'],
    ['incident', 'SELECT incident_id AS id FROM incident_vendor WHERE vendor_id = ?'],
  ],
  contract: [
    ['vendor', 'SELECT vendor_id AS id FROM contract WHERE id = ?'],
    ['system', 'SELECT system_id AS id FROM contract_system WHERE contract_id = ?'],
    ['evidence', 'SELECT evidence_id AS id FROM contract_evidence WHERE contract_id = ?'],
    ['contractReading', 'SELECT id FROM contract_reading WHERE contract_id = ? ORDER BY started_on, id'],
    ['incident', 'SELECT incident_id AS id FROM incident_contract WHERE contract_id = ?'],
    ['decision', 'SELECT decision_id AS id FROM decision_contract WHERE contract_id = ?'],
  ],
  contractReading: [
    ['contract', 'SELECT contract_id AS id FROM contract_reading WHERE id = ?'],
    ['pointAnswer', 'SELECT id FROM point_answer WHERE reading_id = ? ORDER BY point_id, id'],
  ],
  checkPoint: [],
  incident: [
    ['system', 'SELECT system_id AS id FROM incident_system WHERE incident_id = ?'],
    ['vendor', 'SELECT vendor_id AS id FROM incident_vendor WHERE incident_id = ?'],
    ['contract', 'SELECT contract_id AS id FROM incident_contract WHERE incident_id = ?'],
    ['incidentReport', 'SELECT id FROM incident_report WHERE incident_id = ? ORDER BY at, id'],
    ['risk', 'SELECT risk_id AS id FROM incident_risk WHERE incident_id = ?'],
    ['control', 'SELECT control_id AS id FROM incident_control WHERE incident_id = ?'],
    ['action', 'SELECT action_id AS id FROM incident_action WHERE incident_id = ?'],
    ['evidence', 'SELECT evidence_id AS id FROM incident_evidence WHERE incident_id = ?'],
    ['enforcement', 'SELECT id FROM enforcement WHERE incident_id = ? ORDER BY code'],
    ['decision', 'SELECT decision_id AS id FROM decision_incident WHERE incident_id = ?'],
  ],
  enforcement: [
    ['incident', 'SELECT incident_id AS id FROM enforcement WHERE id = ? AND incident_id IS NOT NULL'],
    ['system', 'SELECT system_id AS id FROM enforcement_system WHERE enforcement_id = ?'],
    ['action', 'SELECT action_id AS id FROM enforcement_action WHERE enforcement_id = ?'],
    ['evidence', 'SELECT evidence_id AS id FROM enforcement_evidence WHERE enforcement_id = ?'],
  ],
  dataUse: [
    ['system', 'SELECT system_id AS id FROM data_use WHERE id = ?'],
    ['dataCheck', 'SELECT id FROM data_check WHERE use_id = ? ORDER BY check_id'],
    ['contract', 'SELECT contract_id AS id FROM data_use_contract WHERE data_use_id = ?'],
    ['consent', 'SELECT consent_id AS id FROM data_use_consent WHERE data_use_id = ?'],
    ['deidentification', 'SELECT id FROM deidentification WHERE use_id = ? ORDER BY code'],
    [
      'dpia',
      'SELECT dpia.id FROM dpia JOIN data_use ON data_use.system_id = dpia.system_id WHERE data_use.id = ? ORDER BY dpia.code',
    ],
  ],
  consent: [['dataUse', 'SELECT data_use_id AS id FROM data_use_consent WHERE consent_id = ?']],
  dpia: [
    [
      'dataUse',
      'SELECT data_use.id FROM data_use JOIN dpia ON dpia.system_id = data_use.system_id WHERE dpia.id = ? ORDER BY data_use.code',
    ],
    ['risk', 'SELECT risk_id AS id FROM dpia_risk WHERE dpia_id = ?'],
    ['action', 'SELECT action_id AS id FROM dpia_action WHERE dpia_id = ?'],
    ['dpia', 'SELECT id FROM dpia WHERE previous_id = ?'],
    [
      'deidentification',
      'SELECT deidentification.id FROM deidentification JOIN dpia ON dpia.system_id = deidentification.system_id WHERE dpia.id = ?',
    ],
  ],
  jurisdictionProfile: [
    ['system', 'SELECT system_id AS id FROM jurisdiction_profile WHERE id = ?'],
    [
      'jurisdictionProfile',
      `SELECT other.id FROM jurisdiction_profile AS own JOIN jurisdiction_profile AS other
        ON other.system_id = own.system_id AND other.id <> own.id WHERE own.id = ? ORDER BY other.code`,
    ],
  ],
  outwardAccount: [],
  deidentification: [
    ['system', 'SELECT system_id AS id FROM deidentification WHERE id = ?'],
    ['dataUse', 'SELECT use_id AS id FROM deidentification WHERE id = ? AND use_id IS NOT NULL'],
  ],
  decision: [
    ['meeting', 'SELECT meeting_id AS id FROM decision WHERE id = ? AND meeting_id IS NOT NULL'],
    ['risk', 'SELECT risk_id AS id FROM decision_risk WHERE decision_id = ?'],
    ['system', 'SELECT system_id AS id FROM decision_system WHERE decision_id = ?'],
    ['control', 'SELECT control_id AS id FROM decision_control WHERE decision_id = ?'],
    ['acceptance', 'SELECT acceptance_id AS id FROM decision_acceptance WHERE decision_id = ?'],
    ['contract', 'SELECT contract_id AS id FROM decision_contract WHERE decision_id = ?'],
    ['finding', 'SELECT finding_id AS id FROM decision_finding WHERE decision_id = ?'],
    ['incident', 'SELECT incident_id AS id FROM decision_incident WHERE decision_id = ?'],
    ['action', 'SELECT action_id AS id FROM decision_action WHERE decision_id = ?'],
    ['evidence', 'SELECT evidence_id AS id FROM decision_evidence WHERE decision_id = ?'],
  ],
  meeting: [
    ['preparation', 'SELECT id FROM preparation WHERE meeting_id = ? ORDER BY due_on, id'],
    ['decision', 'SELECT id FROM decision WHERE meeting_id = ? ORDER BY code'],
  ],
  intake: [['system', 'SELECT system_id AS id FROM intake WHERE id = ? AND system_id IS NOT NULL']],
  direction: [],
  ruleAssessment: [
    ['system', 'SELECT system_id AS id FROM rule_assessment_system WHERE rule_assessment_id = ? LIMIT 200'],
    ['action', 'SELECT action_id AS id FROM rule_assessment_action WHERE rule_assessment_id = ?'],
  ],
}

/** Records of every noun can come from a source, and be commented on. */
const sourcesQuery: RelatedQuery = ['sourceRow', 'SELECT id FROM source_row WHERE subject_id = ? ORDER BY id']
const runsQuery: RelatedQuery = [
  'importRun',
  'SELECT DISTINCT import_id AS id FROM source_row WHERE subject_id = ? ORDER BY import_id',
]
const commentsQuery: RelatedQuery = ['comment', 'SELECT id FROM comment WHERE subject_id = ? ORDER BY recorded_at, id']

function relatedOf(register: Register, noun: CodedNoun, id: string): Related {
  const { read } = register
  return Object.fromEntries(
    [runsQuery, ...relatedQueries[noun], sourcesQuery, commentsQuery].map(([relatedNoun, sql]) => [
      relatedNoun,
      (read.prepare(sql).all(id) as { id: string }[])
        .map((row) => recordTables[relatedNoun].get(read, row.id))
        .filter((record) => record !== undefined)
        // What was undone was never so; the history tells of it.
        .filter((record) => record.withdrawn?.reason !== undoReason),
    ]),
  )
}
