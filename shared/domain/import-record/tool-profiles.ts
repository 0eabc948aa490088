/**
 * Exports of other tools, known by their headings. A profile is a mapping like the one that a person makes: it says what each
 * column is and how lists stand in one cell. It maps no scale: words of another tool's levels are shown with what they may mean
 * here, and a person says so (`level-words.ts`).
 *
 * CISO Assistant tells three levels of a risk: inherent (before any control), current (with the controls that exist) and
 * residual (once the additional ones are there). Here these are the inherent, the residual and the target level.
 */
import { foldHeading } from '../import-heading-book.ts'
import type { ImportNoun } from '../import-profile.ts'
import type { Column, MappingFile } from '../import-mapping.ts'

export const toolIds = [
  'ciso_assistant_list',
  'ciso_assistant_assessment',
  'ciso_assistant_template',
  'verifywise_risks',
  'eramba_risks',
  'opengrc_risks',
  'openrisk_risks',
  'simplerisk_risks',
  'genai_checklist',
  'probo_systems',
] as const
export type ToolId = (typeof toolIds)[number]

export interface ToolProfile {
  readonly id: ToolId
  readonly noun: ImportNoun
  /** Headings that no other list has together. */
  readonly headings: readonly string[]
  readonly mapping: Omit<MappingFile, 'version'>
}

const cisoLevels = {
  inherent_proba: 'inherentLikelihood',
  inherent_impact: 'inherentImpact',
  current_proba: 'residualLikelihood',
  current_impact: 'residualImpact',
  residual_proba: 'targetLikelihood',
  residual_impact: 'targetImpact',
  inherent_level: null,
  current_level: null,
  residual_level: null,
  current_risk: null,
  residual_risk: null,
} as const
/** `open` and `cancelled` are steps of the tool's own work, and say nothing of how the risk is treated. */
const cisoTreatment = { treatment: { open: null, cancelled: null, '--': null } }
const cisoText = {
  name: 'name',
  description: 'event',
  treatment: 'treatment',
  assets: 'systemIds',
  threats: null,
} as const

export const toolProfiles: readonly ToolProfile[] = [
  {
    id: 'ciso_assistant_list',
    noun: 'risk',
    headings: ['ref_id', 'name', 'risk_assessment', 'current_proba', 'residual_proba', 'owners'],
    mapping: {
      key: 'ref_id',
      join: '|',
      columns: {
        ref_id: null,
        ...cisoText,
        ...cisoLevels,
        justification: 'rationale',
        owners: 'owner',
        existing_applied_controls: 'controls',
        applied_controls: 'plannedControls',
        internal_id: null,
        risk_assessment: null,
        vulnerabilities: null,
        qualifications: null,
        filtering_labels: null,
      },
      values: cisoTreatment,
    },
  },
  {
    id: 'ciso_assistant_assessment',
    noun: 'risk',
    headings: ['ref_id', 'assets', 'threats', 'name', 'current_risk', 'additional_controls', 'residual_risk'],
    mapping: {
      key: 'ref_id',
      join: ',',
      columns: {
        ref_id: null,
        ...cisoText,
        ...cisoLevels,
        existing_applied_controls: 'controls',
        existing_controls: 'controls',
        additional_controls: 'plannedControls',
        justification: 'rationale',
        strength_of_knowledge: null,
      },
      values: cisoTreatment,
    },
  },
  {
    id: 'ciso_assistant_template',
    noun: 'risk',
    headings: [
      'ref_id',
      'name',
      'existing_controls',
      'additional_controls',
      'current_proba',
      'residual_proba',
      'assets',
    ],
    mapping: {
      key: 'ref_id',
      join: '\n',
      columns: {
        ref_id: null,
        ...cisoText,
        ...cisoLevels,
        existing_controls: 'controls',
        additional_controls: 'plannedControls',
      },
      values: cisoTreatment,
    },
  },
  {
    id: 'verifywise_risks',
    noun: 'risk',
    headings: [
      'Risk Name',
      'Risk Owner',
      'AI Lifecycle Phase',
      'Likelihood',
      'Severity',
      'Likelihood Mitigation',
      'Risk Severity',
    ],
    mapping: {
      columns: {
        'Risk Name': 'name',
        'Risk Owner': 'owner',
        'Risk Description': 'event',
        'Risk Category': 'category',
        Impact: 'consequence',
        Likelihood: 'inherentLikelihood',
        Severity: 'inherentImpact',
        'Review Notes': 'notes',
        Deadline: 'targetOn',
        'Likelihood Mitigation': 'residualLikelihood',
        'Risk Severity': 'residualImpact',
        'Date Of Assessment': 'judgedOn',
        'AI Lifecycle Phase': null,
        'Mitigation Status': null,
        'Current Risk Level': null,
        'Mitigation Plan': null,
        'Implementation Strategy': null,
        'Final Risk Level': null,
        'Risk Approval': null,
        'Approval Status': null,
      },
    },
  },
  {
    id: 'eramba_risks',
    noun: 'risk',
    headings: [
      'Title',
      'Stakeholder',
      'Threat Tags',
      'Vulnerabilities Tags',
      'Risk Treatment',
      'Treatment: Internal Controls',
    ],
    mapping: {
      key: 'Title',
      join: '|',
      columns: {
        Title: 'name',
        Description: 'event',
        Owner: 'owner',
        Review: 'nextReviewOn',
        'Applicable Assets': 'systemIds',
        'Threat Description': 'cause',
        'Risk Treatment': 'treatment',
        'Treatment: Internal Controls': 'controls',
        Stakeholder: null,
        Tags: null,
        'Threat Tags': null,
        'Vulnerabilities Tags': null,
        'Vulnerabilities Description': null,
        'Risk Analysis Classification': null,
        'Treatment: Security Policies': null,
        'Treatment: Risk Exceptions': null,
        'Treatment: Projects': null,
        'Risk Treatment Classification': null,
        'Risk Response Documents': null,
      },
    },
  },
  {
    id: 'opengrc_risks',
    noun: 'risk',
    headings: [
      'code',
      'name',
      'inherent_likelihood',
      'inherent_risk',
      'residual_likelihood',
      'residual_risk',
      'is_active',
    ],
    mapping: {
      key: 'code',
      columns: {
        code: null,
        name: 'name',
        description: 'event',
        inherent_likelihood: 'inherentLikelihood',
        inherent_impact: 'inherentImpact',
        residual_likelihood: 'residualLikelihood',
        residual_impact: 'residualImpact',
        inherent_risk: null,
        residual_risk: null,
        status: null,
        department: null,
        scope: null,
        is_active: null,
      },
    },
  },
  {
    id: 'openrisk_risks',
    noun: 'risk',
    headings: ['ID', 'Name', 'Probability', 'Impact', 'Criticality', 'Frameworks', 'LastModified'],
    mapping: {
      key: 'ID',
      join: ';',
      columns: {
        ID: null,
        Name: 'name',
        Description: 'event',
        Probability: 'residualLikelihood',
        Impact: 'residualImpact',
        CreatedAt: 'identifiedOn',
        Status: null,
        Score: null,
        Criticality: null,
        Tags: null,
        Frameworks: null,
        Source: null,
        LastModified: null,
      },
    },
  },
  {
    // The same tool's JSON: one list of risks, named by their titles; what it calls an asset is a number of its own.
    id: 'openrisk_risks',
    noun: 'risk',
    headings: ['name', 'probability', 'impact', 'status', 'criticality', 'frameworks', 'source'],
    mapping: {
      columns: {
        id: null,
        name: 'name',
        description: 'event',
        probability: 'residualLikelihood',
        impact: 'residualImpact',
        created_at: 'identifiedOn',
        status: null,
        score: null,
        criticality: null,
        tags: null,
        frameworks: null,
        asset_id: null,
        source: null,
      },
    },
  },
  {
    // AI systems of Probo, as its API and its document of AI systems name their fields. Its risk classes are those of the EU AI
    // Act, which are no tier of a company; what has no field of its own here is kept as free fields or with the row.
    id: 'probo_systems',
    noun: 'system',
    headings: ['name', 'companyRoles', 'humanOversightMechanism', 'riskClassification', 'dataSourcesAndType'],
    mapping: {
      columns: {
        id: null,
        name: 'name',
        companyRoles: 'roles',
        status: 'lifecycle',
        owner: 'owner',
        'owner.fullName': 'owner',
        purpose: 'purpose',
        autonomyLevel: 'autonomy',
        humanOversightMechanism: 'humanOversight',
        keyStakeholders: 'affected',
        deploymentDate: 'goLiveOn',
        nextReviewDate: 'nextReviewOn',
        notes: 'notes',
        version: 'freeFields',
        intendedUseCases: 'freeFields',
        riskClassification: 'freeFields',
        dataSourcesAndType: 'freeFields',
        source: 'freeFields',
        lastReviewDate: 'freeFields',
        createdAt: null,
        updatedAt: null,
      },
      values: {
        lifecycle: { ACTIVE: 'production', IN_DEVELOPMENT: 'development', DECOMMISSIONED: 'retired' },
        roles: { PROVIDER: 'provider', DEPLOYER: 'business_user', USER: 'business_user', DEVELOPER: 'developer' },
      },
    },
  },
  {
    id: 'simplerisk_risks',
    noun: 'risk',
    headings: ['Subject', 'Status', 'Submission Date', 'Owner', 'Mitigation Planned'],
    mapping: {
      columns: {
        Subject: 'name',
        'Submission Date': 'identifiedOn',
        Owner: 'owner',
        Status: null,
        'Mitigation Planned': null,
      },
    },
  },
  {
    // The open checklist of governance of generative AI (yostos/genai-governance-checklist): its items as controls.
    id: 'genai_checklist',
    noun: 'control',
    headings: ['チェック結果', '項目番号', '章タイトル', '準拠レベル', 'チェック項目'],
    mapping: {
      key: '項目番号',
      columns: {
        項目番号: null,
        チェック項目: 'name',
        チェック結果: 'design',
        準拠レベル: 'weight',
        章タイトル: 'domain',
        備考: 'notes',
        章: null,
        節: null,
        節タイトル: null,
      },
      values: {
        domain: {
          'ガバナンス体制 (GOVERN)': 'organisation',
          'リスクの特定と評価 (MAP)': 'organisation',
          入力データの管理: 'data',
          出力の管理と利用: 'model',
          '信頼性の確保 (Trustworthiness)': 'model',
          インシデント対応: 'security',
          ガイドラインとしての完成度: 'organisation',
        },
      },
    },
  },
]

/** The tool whose export these columns are, or null. */
export function toolOf(columns: readonly Column[], noun: ImportNoun): ToolProfile | null {
  const there = new Set(columns.map(({ heading }) => foldHeading(heading)))
  return (
    toolProfiles.find(
      (tool) => tool.noun === noun && tool.headings.every((heading) => there.has(foldHeading(heading))),
    ) ?? null
  )
}

/** What a tool's profile says of the columns that a file really has; the rest is mapped by its headings. */
function toolMapping(tool: ToolProfile, columns: readonly Column[]): MappingFile {
  const there = new Set(columns.map(({ heading }) => foldHeading(heading)))
  return {
    version: 1,
    ...tool.mapping,
    columns: Object.fromEntries(
      Object.entries(tool.mapping.columns ?? {}).filter(([heading]) => there.has(foldHeading(heading))),
    ),
  }
}

export interface SaidOfColumns {
  readonly tool: ToolId | null
  /** What is said of the columns, but for the key. */
  readonly said: MappingFile | null
  /** The column that the tool numbers its rows by. */
  readonly toolKey: MappingFile['key']
}

/** What a person says goes before what the profile of a known tool says, and that before what the headings mean. */
export function saidOfColumns(columns: readonly Column[], noun: ImportNoun, file: MappingFile | null): SaidOfColumns {
  const tool = toolOf(columns, noun)
  if (tool === null) return { tool: null, said: file, toolKey: undefined }
  const { key: toolKey, ...rest } = toolMapping(tool, columns)
  const said = {
    ...rest,
    ...file,
    version: 1 as const,
    columns: { ...rest.columns, ...file?.columns },
    values: { ...rest.values, ...file?.values },
  }
  return { tool: tool.id, said, toolKey }
}
