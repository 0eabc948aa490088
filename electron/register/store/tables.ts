/**
 * The columns of every table, as data: the types of the queries are made from it, records are mapped by it, and a test
 * compares it with `table_xinfo` of a migrated file. The SQL itself is written by hand in migrations/.
 *
 * Column types: `text`, `integer`, `real`, `json` (text that holds JSON), each with `?` where NULL is allowed.
 * A bilingual field `name` stands in `name_ja` and `name_en`; `withdrawn` in `withdrawn_on` and `withdrawn_reason`;
 * `name_sort` is derived from reading and name.
 */
import type { Noun } from '#shared/domain/nouns.ts'

type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'json' | 'json?' | 'blob'

const record = { id: 'text', version: 'integer', withdrawn_on: 'text?', withdrawn_reason: 'text?' } as const
const coded = { ...record, code: 'text' } as const
const named = { name_ja: 'text?', name_en: 'text?', name_sort: 'text' } as const
const approved = { approver_person_id: 'text?', approved_on: 'text?' } as const

export const nounTables = {
  organisation: {
    ...record,
    ...named,
    register_id: 'text',
    origin_register_id: 'text',
    parent_register_id: 'text?',
    entity_code: 'text?',
    fiscal_start_month: 'integer',
    language: 'text',
    time_zone: 'text',
    classification: 'text',
    sample_day: 'text?',
    day_calendar: 'text',
  },
  scale: {
    ...record,
    from: 'text',
    to: 'text?',
    likelihood_labels: 'json',
    likelihood_ranges: 'json',
    impact_labels: 'json',
    dimension_notes: 'json',
    band_table: 'text',
    ...approved,
  },
  appetite: {
    ...record,
    category: 'text',
    appetite: 'text',
    tolerance: 'text',
    statement_ja: 'text?',
    statement_en: 'text?',
    from: 'text',
    to: 'text?',
    ...approved,
  },
  threshold: { ...record, kri: 'text', appetite: 'real', tolerance: 'real', from: 'text', to: 'text?', ...approved },
  unit: {
    ...coded,
    ...named,
    reading: 'text?',
    kind: 'text',
    parent_id: 'text?',
    from: 'text?',
    to: 'text?',
    successor_id: 'text?',
  },
  person: { ...coded, ...named, reading: 'text?', email: 'text?', unit_id: 'text?' },
  post: {
    ...coded,
    ...named,
    kind: 'text',
    unit_id: 'text?',
    reports_to_id: 'text?',
    overseen_by_id: 'text?',
    from: 'text?',
    to: 'text?',
  },
  term: { ...record, post_id: 'text', person_id: 'text', capacity: 'text', from: 'text', to: 'text?' },
  importRun: {
    ...record,
    file_name: 'text',
    sha256: 'text',
    encoding: 'text',
    header_row: 'integer',
    mapping: 'json',
    counts: 'json',
  },
  system: {
    ...coded,
    ...named,
    reading: 'text?',
    purpose_ja: 'text?',
    purpose_en: 'text?',
    unit_id: 'text?',
    lifecycle: 'text',
    kind: 'text?',
    roles: 'json',
    model: 'text?',
    vendor: 'text?',
    contract: 'text?',
    autonomy: 'text?',
    human_oversight_ja: 'text?',
    human_oversight_en: 'text?',
    affected_ja: 'text?',
    affected_en: 'text?',
    tier: 'text?',
    personal_data: 'text',
    jurisdictions: 'json',
    go_live_on: 'text?',
    next_review_on: 'text?',
    notes: 'text?',
    source_key: 'text?',
    source_notes: 'json',
    import_id: 'text?',
    free_fields: 'json',
    write_access: 'text',
  },
  assignment: {
    ...record,
    role: 'text',
    subject: 'text',
    subject_id: 'text',
    post_id: 'text?',
    person_id: 'text?',
    from: 'text?',
    to: 'text?',
  },
  attestation: { ...record, system_id: 'text', post_id: 'text', person_id: 'text', on: 'text', note: 'text?' },
  risk: {
    ...coded,
    ...named,
    cause_ja: 'text?',
    cause_en: 'text?',
    event_ja: 'text?',
    event_en: 'text?',
    consequence_ja: 'text?',
    consequence_en: 'text?',
    category: 'text',
    status: 'text',
    closed_on: 'text?',
    closed_reason: 'text?',
    treatment: 'text?',
    identified_on: 'text?',
    next_review_on: 'text?',
    target_on: 'text?',
    notes: 'text?',
  },
  assessment: {
    ...record,
    risk_id: 'text',
    stage: 'text',
    likelihood: 'integer',
    impacts: 'json',
    impact: 'integer',
    scale_id: 'text',
    assessor_id: 'text?',
    on: 'text',
    confidence: 'text?',
    rationale: 'text?',
  },
  acceptance: {
    ...coded,
    kind: 'text',
    subject: 'text',
    subject_id: 'text',
    post_id: 'text',
    person_id: 'text',
    from: 'text',
    to: 'text',
    ended_on: 'text?',
    ended_reason: 'text?',
    reason: 'text',
    renews_id: 'text?',
    likelihood: 'integer?',
    impact: 'integer?',
    frozen: 'text',
  },
  control: {
    ...coded,
    ...named,
    description_ja: 'text?',
    description_en: 'text?',
    domain: 'text',
    weight: 'text',
    design: 'text',
    requirement_ids: 'json',
    not_applicable: 'json?',
    next_review_on: 'text?',
    notes: 'text?',
    purposes: 'json',
    test_months: 'integer?',
  },
  controlTest: {
    ...record,
    control_id: 'text',
    on: 'text',
    result: 'text',
    valid_until: 'text',
    tester_id: 'text?',
    note: 'text?',
    method: 'text?',
    population: 'integer?',
    sample_size: 'integer?',
    passed: 'integer?',
  },
  evidence: {
    ...coded,
    ...named,
    kind: 'text',
    location: 'text?',
    obtained_on: 'text?',
    valid_until: 'text?',
    notes: 'text?',
    link: 'text?',
    file_name: 'text?',
    file_bytes: 'integer?',
    file_sha256: 'text?',
    accepted_on: 'text?',
    accepter_id: 'text?',
    accepted_note: 'text?',
    accepted_content: 'text?',
  },
  action: {
    ...coded,
    ...named,
    description_ja: 'text?',
    description_en: 'text?',
    owner_id: 'text?',
    due_on: 'text?',
    state: 'text',
    done_on: 'text?',
    verified_on: 'text?',
    verifier_id: 'text?',
    slips: 'json',
    notes: 'text?',
  },
  comment: {
    ...record,
    subject: 'text',
    subject_id: 'text',
    text: 'text',
    person_id: 'text?',
    recorded_at: 'text',
  },
  intake: {
    ...coded,
    ...named,
    origin: 'text',
    purpose_ja: 'text?',
    purpose_en: 'text?',
    requester_id: 'text?',
    unit_id: 'text?',
    received_on: 'text?',
    found_by_id: 'text?',
    kind: 'text?',
    service: 'text?',
    model: 'text?',
    data: 'json',
    affected: 'json',
    autonomy: 'text?',
    effect: 'text',
    in_use: 'text',
    in_use_since: 'text?',
    jurisdictions: 'json',
    notes: 'text?',
    state: 'text',
    decided_on: 'text?',
    decider_id: 'text?',
    decided_reason: 'text?',
    triage: 'json?',
    system_id: 'text?',
  },
  requirementPack: {
    ...record,
    ...named,
    pack_id: 'text',
    pack_version: 'text',
    origin: 'text',
    file_name: 'text?',
    sha256: 'text',
    content: 'json',
    from: 'text',
    to: 'text?',
  },
  requirementAnswer: {
    ...record,
    pack_id: 'text',
    pack_version: 'text',
    item_id: 'text',
    subject: 'text',
    system_id: 'text?',
    state: 'text?',
    note: 'text?',
    on: 'text',
    answerer_id: 'text?',
    not_applicable: 'json?',
    carried_from: 'text?',
  },
  direction: {
    ...coded,
    ...named,
    side: 'text',
    item: 'text',
    instruction_ja: 'text?',
    instruction_en: 'text?',
    given_on: 'text?',
    given_by_post_id: 'text?',
    given_by_person_id: 'text?',
    reference: 'text?',
    to_post_id: 'text?',
    to_person_id: 'text?',
    report_due_on: 'text?',
    reported_on: 'text?',
    report_ja: 'text?',
    report_en: 'text?',
    maturity: 'text?',
    maturity_on: 'text?',
    grounds_ja: 'text?',
    grounds_en: 'text?',
    next_review_on: 'text?',
    notes: 'text?',
  },
  pack: {
    ...coded,
    title: 'text?',
    as_of: 'text',
    cut_off: 'text',
    locked_at: 'text',
    data_digest: 'text',
    audit_head: 'text',
    audit_sequence: 'integer',
    previous_pack_id: 'text?',
    previous_digest: 'text?',
    schema_version: 'integer',
  },
} as const satisfies Record<Noun, Readonly<Record<string, ColumnType>>>

/** Links of many to many: the field of the record, and the table whose rows it stands in. */
export const linkTables = {
  system_dependency: { noun: 'system', field: 'dependsOnIds', owner: 'system_id', target: 'depends_on_id' },
  risk_system: { noun: 'risk', field: 'systemIds', owner: 'risk_id', target: 'system_id' },
  control_risk: { noun: 'control', field: 'riskIds', owner: 'control_id', target: 'risk_id' },
  control_system: { noun: 'control', field: 'systemIds', owner: 'control_id', target: 'system_id' },
  evidence_control: { noun: 'evidence', field: 'controlIds', owner: 'evidence_id', target: 'control_id' },
  action_system: { noun: 'action', field: 'systemIds', owner: 'action_id', target: 'system_id' },
  action_risk: { noun: 'action', field: 'riskIds', owner: 'action_id', target: 'risk_id' },
  action_control: { noun: 'action', field: 'controlIds', owner: 'action_id', target: 'control_id' },
} as const satisfies Record<string, { noun: Noun; field: string; owner: string; target: string }>

/** Tables beside the records. `lease` and `saved_view` are outside the log; all others are checked by `verify`. */
export const otherTables = {
  audit_event: {
    sequence: 'integer',
    transaction_sequence: 'integer',
    at: 'text',
    account: 'text',
    machine: 'text',
    person_id: 'text?',
    operation: 'text',
    noun: 'text',
    record_id: 'text',
    reason: 'text?',
    payload: 'text?',
    payload_digest: 'text',
    previous_hash: 'text',
    hash: 'text',
    reverses: 'integer?',
  },
  audit_head: { id: 'integer', sequence: 'integer', hash: 'text' },
  snapshot: { digest: 'text', content: 'blob' },
  stored_file: { sha256: 'text', content: 'blob' },
  search_entry: { rowid: 'integer', noun: 'text', record_id: 'text', key: 'text' },
  schema_step: { version: 'integer', name: 'text', sha256: 'text' },
  lease: {
    id: 'integer',
    holder: 'text',
    account: 'text',
    machine: 'text',
    process_id: 'integer',
    since: 'text',
    heartbeat: 'text',
  },
  saved_view: { id: 'text', noun: 'text', name: 'text', view: 'json' },
} as const satisfies Record<string, Readonly<Record<string, ColumnType>>>

/** `controlTest` stands in table `control_test`. */
export function tableOf(noun: Noun): TableName<Noun> {
  return snake(noun) as TableName<Noun>
}

export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

type Snake<S extends string> = S extends `${infer Head}${infer Rest}`
  ? Head extends Uppercase<Head>
    ? Head extends Lowercase<Head>
      ? `${Head}${Snake<Rest>}`
      : `_${Lowercase<Head>}${Snake<Rest>}`
    : `${Head}${Snake<Rest>}`
  : S
export type TableName<N extends Noun> = Snake<N>

interface Types {
  text: string
  'text?': string | null
  json: string
  'json?': string | null
  integer: number
  'integer?': number | null
  real: number
  blob: Uint8Array
}
type Row<Columns> = { readonly [C in keyof Columns]: Columns[C] extends keyof Types ? Types[Columns[C]] : never }

/** What Kysely knows of the file. */
export type Database = { [N in Noun as TableName<N>]: Row<(typeof nounTables)[N]> } & {
  [T in keyof typeof otherTables]: Row<(typeof otherTables)[T]>
} & {
  [T in keyof typeof linkTables]: {
    readonly [C in (typeof linkTables)[T]['owner'] | (typeof linkTables)[T]['target']]: string
  }
} & { search_index: { readonly rowid: number; readonly search_index: string; readonly key: string } }
