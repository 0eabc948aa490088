/** Exports of other tools, by the headings that they have: the same risk comes out the same, whichever shape it came in. */
import { expect, test } from 'vitest'
import { createPerson } from '#electron/register/accountability.ts'
import { createControl } from '#electron/register/controls.ts'
import { importRecords } from '#electron/register/import/import-records.ts'
import type { ImportOptions } from '#electron/register/import/import-options.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import type { ImportReport } from '#shared/domain/import-report.ts'
import { sourceOf } from '#test/support/import-files.ts'
import { testRegister } from '#test/support/register.ts'

const en = (text: string) => ({ ja: null, en: text })
const levels = {
  likelihood: {
    Low: 2,
    High: 4,
    'Very high': 5,
    Unlikely: 2,
    Possible: 3,
    'Almost Certain': 5,
    faible: 2,
    élevé: 4,
    'très élevé': 5,
  },
  impact: { Low: 2, High: 4, Critical: 5, Minor: 2, Moderate: 3, Catastrophic: 5, faible: 2, élevé: 4, critique: 5 },
} as const
const settled: ImportOptions = {
  mapping: { version: 1, levels, impactDimension: 'operations', defaults: { category: 'AIGB-C-5' } },
}

function prepared() {
  const { register } = testRegister()
  createPerson(register, { name: en('Ada Park') })
  createSystem(register, { name: en('Chat assistant') })
  createSystem(register, { name: en('Scoring, retail') })
  createControl(register, { name: en('Prompt filter'), domain: 'security' })
  createControl(register, { name: en('Red team'), domain: 'model' })
  return register
}

/** All that the import made of the one risk, without the marks of the import itself. */
function risksOf(register: Register) {
  const names = (noun: 'system' | 'control' | 'person', ids: readonly string[]) =>
    [...recordTables[noun].all(register.read)]
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name.en ?? name.ja)
  return [...recordTables.risk.all(register.read)]
    .filter(({ withdrawn }) => withdrawn === null)
    .map((risk) => ({
      name: risk.name,
      event: risk.event,
      category: risk.category,
      treatment: risk.treatment,
      status: risk.status,
      systems: names('system', risk.systemIds),
      controls: [...recordTables.control.all(register.read)]
        .filter((control) => control.riskIds.includes(risk.id))
        .map(({ name, design }) => [name.en, design]),
      levels: [...recordTables.assessment.all(register.read)]
        .filter(({ riskId }) => riskId === risk.id)
        .map(({ stage, likelihood, impact }) => [stage, likelihood, impact])
        .sort(),
    }))
}

const shapeA = `internal_id,ref_id,name,description,risk_assessment,treatment,justification,inherent_proba,inherent_impact,inherent_level,current_proba,current_impact,current_level,residual_proba,residual_impact,residual_level,owners,threats,assets,vulnerabilities,applied_controls,existing_applied_controls,qualifications,filtering_labels
5f0c,R.1,Prompt injection,"Instructions in documents
are followed",AI 2026,mitigate,Seen in tests,Very high,Critical,Critical,High,High,High,Low,Low,Low,ada park,T1|T2,"Chat assistant|Scoring, retail",V1,Red team,Prompt filter,,
`
const shapeB = `\ufeffref_id;assets;threats;name;description;inherent_impact;inherent_proba;inherent_level;existing_applied_controls;current_impact;current_proba;current_risk;additional_controls;residual_impact;residual_proba;residual_risk;treatment;strength_of_knowledge
R.1;"Chat assistant,Scoring, retail";T1,T2;Prompt injection;"Instructions in documents
are followed";Critical;Very high;Critical;Prompt filter;High;High;High;Red team;Low;Low;Low;mitigate;--
`
const shapeC = `\ufeffref_id;assets;threats;name;description;existing_controls;current_impact;current_proba;current_risk;additional_controls;residual_impact;residual_proba;residual_risk;treatment;justification
R.1;Chat assistant;T1;Prompt injection;"Instructions in documents
are followed";Prompt filter;High;High;High;Red team;--;--;--;mitigate;Seen in tests
`
const shapeD = `ref_id,name,description,inherent_proba,inherent_impact,inherent_level,existing_controls,current_proba,current_impact,current_level,additional_controls,residual_proba,residual_impact,residual_level,treatment,assets
R.1,Prompt injection,"Instructions in documents
are followed",Très élevé,Critique,Critique,Prompt filter,Élevé,Élevé,Élevé,Red team,Faible,Faible,Faible,mitigate,"Chat assistant
Scoring, retail"
`
const whole = {
  name: en('Prompt injection'),
  event: en('Instructions in documents\nare followed'),
  category: 'AIGB-C-5',
  treatment: 'mitigate',
  status: 'open',
  systems: ['Chat assistant', 'Scoring, retail'],
  controls: [
    ['Prompt filter', 'unknown'],
    ['Red team', 'unknown'],
  ],
  levels: [
    ['inherent', 5, 5],
    ['residual', 4, 4],
    ['target', 2, 2],
  ],
}

const importing = (register: Register, text: string, options: ImportOptions = settled): Promise<ImportReport> =>
  importRecords(register, 'risk', sourceOf(text), options)

test.each([
  ['a list export', shapeA, 'ciso_assistant_list'],
  ['a template with level words in French', shapeD, 'ciso_assistant_template'],
])('a risk of CISO Assistant in %s', async (_what, text, tool) => {
  const register = prepared()
  const report = await importing(register, text)
  expect(report).toMatchObject({ rows: 1, added: 1, rejected: [], key: 'ref_id', found: { tool, needed: [] } })
  expect(risksOf(register)).toEqual([whole])
})

test('a name that holds the sign of the list is found where it is the whole cell, and listed where it is not', async () => {
  const register = prepared()
  const report = await importing(register, shapeB)
  expect(report.found).toMatchObject({ tool: 'ciso_assistant_assessment' })
  expect(report.found.names.map(({ noun, word }) => [noun, word])).toEqual([
    ['system', 'Scoring'],
    ['system', 'retail'],
  ])
  expect(risksOf(register)).toEqual([{ ...whole, systems: ['Chat assistant'] }])
})

test('the older assessment file, in which what was not rated is not judged', async () => {
  const register = prepared()
  await importing(register, shapeC)
  expect(risksOf(register)).toEqual([{ ...whole, systems: ['Chat assistant'], levels: [['residual', 4, 4]] }])
})

test('all four shapes one after the other are one risk, whose sources say the same', async () => {
  const register = prepared()
  await importing(register, shapeA)
  for (const text of [shapeB, shapeC, shapeD])
    expect(await importing(register, text)).toMatchObject({ added: 0, rejected: [] })
  expect(risksOf(register)).toEqual([whole])
  expect([...recordTables.sourceRow.all(register.read)].map(({ key }) => key)).toEqual(['ref_id: R.1'])
})

test('no word of another scale is taken over before a person has said what it means', async () => {
  const register = prepared()
  const report = await importing(register, shapeA, { mapping: { version: 1, defaults: { category: 'AIGB-C-5' } } })
  expect(report.found.levels).toEqual([
    { axis: 'likelihood', word: 'Low', rows: 1, suggestion: 2, grade: null, settled: false },
    { axis: 'likelihood', word: 'High', rows: 1, suggestion: 4, grade: null, settled: false },
    { axis: 'likelihood', word: 'Very high', rows: 1, suggestion: 5, grade: null, settled: false },
    { axis: 'impact', word: 'Low', rows: 1, suggestion: 2, grade: null, settled: false },
    { axis: 'impact', word: 'High', rows: 1, suggestion: 4, grade: null, settled: false },
    { axis: 'impact', word: 'Critical', rows: 1, suggestion: 5, grade: null, settled: false },
  ])
  expect(risksOf(register)).toMatchObject([{ levels: [] }])
  // With the words settled, and no dimension for the source's one impact, there is still no level.
  const half = await importing(register, shapeA, { mapping: { version: 1, levels } })
  expect(half.found.needed).toEqual(['impactDimension'])
  expect(risksOf(register)).toMatchObject([{ levels: [] }])
})

test('a row without a category is refused until one is named for all', async () => {
  const register = prepared()
  const report = await importing(register, shapeA, {})
  expect(report).toMatchObject({
    added: 0,
    rejected: [{ row: 2, column: '', reason: 'CHOICE_NEEDED', value: 'category' }],
    found: { needed: ['category'] },
  })
  expect(risksOf(register)).toEqual([])
})

const verifyWise = `Risk Name,Risk Owner,AI Lifecycle Phase,Risk Description,Risk Category,Impact,Likelihood,Severity,Review Notes,Mitigation Status,Current Risk Level,Deadline,Mitigation Plan,Implementation Strategy,Likelihood Mitigation,Risk Severity,Final Risk Level,Risk Approval,Approval Status,Date Of Assessment
Biased scores,12,Model development,Scores differ by district,"Fairness, Compliance",Complaints rise,Almost certain,Catastrophic,Watch,In Progress,Very high risk,2027-03-31,Rebalance,Do it,Possible,Moderate,Medium,3,Pending,2026-02-01
Stale model,99,Monitoring,,,,Unlikely,Minor,,Not Started,Low,,,,,,,,,
`

test('a workbook of VerifyWise: numbers of users become people by a table, and case of levels does not matter', async () => {
  const register = prepared()
  const report = await importing(register, verifyWise, {
    mapping: {
      version: 1,
      levels,
      impactDimension: 'rights',
      defaults: { category: 'enterprise' },
      names: { person: { 12: 'PSN-0001' } },
    },
  })
  expect(report).toMatchObject({ rows: 2, added: 2, rejected: [], found: { tool: 'verifywise_risks' } })
  expect(report.found.names).toEqual([
    { noun: 'person', word: '99', rows: 1, several: false, made: false, makeable: true },
  ])
  expect(risksOf(register)).toMatchObject([
    {
      name: en('Biased scores'),
      category: 'AIGB-C-3',
      levels: [
        ['inherent', 5, 5],
        ['residual', 3, 3],
      ],
    },
    { name: en('Stale model'), category: 'enterprise', levels: [['inherent', 2, 2]] },
  ])
  const [risk] = [...recordTables.risk.all(register.read)]
  expect(risk).toMatchObject({ consequence: en('Complaints rise'), notes: 'Watch', targetOn: '2027-03-31' })
  const [person] = [...recordTables.person.all(register.read)]
  expect([...recordTables.assignment.all(register.read)]).toMatchObject([
    { role: 'risk_owner', subjectId: risk?.id, personId: person?.id, from: null },
  ])
  expect([...recordTables.assessment.all(register.read)].map(({ on }) => on)).toEqual([
    '2026-02-01',
    '2026-02-01',
    register.today(),
  ])
})

test('risks of eramba name controls by their exact names; what is not there is listed and made in one step', async () => {
  const eramba = `Title,Description,Owner,Stakeholder,Tags,Review,Applicable Assets,Threat Tags,Threat Description,Vulnerabilities Tags,Vulnerabilities Description,Risk Analysis Classification,Risk Treatment,Treatment: Internal Controls,Treatment: Security Policies,Treatment: Risk Exceptions,Treatment: Projects,Risk Treatment Classification,Risk Response Documents
Data leak,Customers' data in prompts,Group-Admin,User-root,llm|privacy,2026-12-01,Chat assistant,Leak,Staff paste data,None,,Likelihood - High|Impact - Low,Mitigate,Prompt filter|DLP gateway,AUP,,,,
`
  const register = prepared()
  const first = await importing(register, eramba)
  expect(first).toMatchObject({ added: 1, key: 'Title', found: { tool: 'eramba_risks' } })
  expect(first.found.names.map(({ noun, word, makeable }) => [noun, word, makeable])).toEqual([
    ['person', 'Group-Admin', true],
    ['control', 'DLP gateway', true],
  ])
  expect(risksOf(register)).toMatchObject([{ treatment: 'mitigate', controls: [['Prompt filter', 'unknown']] }])
  const made = await importing(register, eramba, {
    mapping: { version: 1, make: { person: {}, control: { domain: 'security' } }, defaults: { category: 'AIGB-C-5' } },
  })
  // The words are those of the first import: what it could not place is placed now, and nothing is doubled.
  expect(made).toMatchObject({ added: 0, created: { people: 1 } })
  expect(risksOf(register)).toMatchObject([
    {
      controls: [
        ['Prompt filter', 'unknown'],
        ['DLP gateway', 'unknown'],
      ],
    },
  ])
})

test('OpenGRC, OpenRisk and SimpleRisk', async () => {
  const register = prepared()
  const options = (category: string): ImportOptions => ({
    mapping: {
      version: 1,
      defaults: { category },
      impactDimension: 'operations',
      levels: {
        likelihood: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, '0.7': 4 },
        impact: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, '0.9': 5 },
      },
    },
  })
  const openGrc = `code,name,description,status,inherent_likelihood,inherent_impact,inherent_risk,residual_likelihood,residual_impact,residual_risk,department,scope,is_active
RISK-001,Model theft,Weights copied,Open,4,5,20,2,3,6,IT,Global,1
`
  expect(await importing(register, openGrc, options('AIGB-C-5'))).toMatchObject({
    added: 1,
    key: 'code',
    unmapped: ['code', 'status', 'inherent_risk', 'residual_risk', 'department', 'scope', 'is_active'],
    found: { tool: 'opengrc_risks' },
  })
  const openRisk = `ID,Name,Description,Status,Probability,Impact,Score,Criticality,Tags,Frameworks,Source,CreatedAt,LastModified
17,Shadow AI,"Staff use "free" tools",ACTIVE,0.7,0.9,63,HIGH,ai;shadow,ISO27001;NIST,manual,2026-05-01T09:00:00Z,2026-06-01T09:00:00Z
`
  expect(await importing(register, openRisk, options('AIGB-C-5'))).toMatchObject({
    added: 1,
    rejected: [],
    found: { tool: 'openrisk_risks' },
  })
  const simpleRisk = `ID,Subject,Status,Submission Date,Owner,Mitigation Planned,Inherent Risk
1001,Vendor lock-in,Mgmt Reviewed,2026-04-03,Ada Park,Yes,7.0
`
  expect(await importing(register, simpleRisk, options('enterprise'))).toMatchObject({
    added: 1,
    key: 'ID',
    unmapped: ['ID', 'Status', 'Mitigation Planned', 'Inherent Risk'],
    found: { tool: 'simplerisk_risks', levels: [] },
  })
  expect(risksOf(register)).toMatchObject([
    {
      name: en('Model theft'),
      levels: [
        ['inherent', 4, 5],
        ['residual', 2, 3],
      ],
    },
    { name: en('Shadow AI'), event: en('Staff use "free" tools'), levels: [['residual', 4, 5]] },
    { name: en('Vendor lock-in'), levels: [] },
  ])
})
