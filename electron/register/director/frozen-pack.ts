/** A pack as directors read it: its pages, the records behind their numbers and each record as frozen, from one state alone. */
import type {
  FrozenAttestation,
  FrozenContent,
  FrozenPost,
  FrozenRecord,
  FrozenStanding,
  RecordsBehindNumber,
} from '#shared/contract/director.ts'
import type { Label, Labels } from '#shared/contract/base.ts'
import { attestationContent, changesOfContent } from '#shared/domain/attestation/attestation-content.ts'
import { latestOf } from '#shared/domain/attestation/attestation-records.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { ownersOf, partNouns } from '#shared/domain/compare/belonging.ts'
import { fields } from '#shared/domain/fields.ts'
import { type AcceptanceStanding, acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn, type RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import { type CodedNoun, codedNouns, type Noun, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { findingsOn } from '#shared/domain/quality/findings.ts'
import { type RegisterState, stateKeys } from '#shared/domain/register-state.ts'
import { type Bilingual, noText } from '#shared/domain/text.ts'
import type { FigureRow, PackModel } from '#shared/pack-model/pages.ts'
import type { RecordsBehind } from '#shared/pack-model/records-behind.ts'

interface Coded {
  readonly noun: CodedNoun
  readonly record: RecordOf<CodedNoun>
}

export class FrozenPack {
  readonly state: RegisterState
  readonly asOf: Day
  readonly #on: RegisterOn
  readonly #acceptances: readonly AcceptanceStanding[]
  readonly #positions: readonly RiskPosition[]
  #byCode: ReadonlyMap<string, Coded> | null = null

  constructor(state: RegisterState, asOf: Day) {
    this.state = state
    this.asOf = asOf
    this.#on = new RegisterOn(state, asOf)
    this.#acceptances = acceptancesOn(this.#on)
    this.#positions = positionsOn(this.#on, this.#acceptances)
  }

  /** What is behind a number; nothing where the address is unknown. */
  behind(address: string, behind: RecordsBehind, model: PackModel, limit: number): RecordsBehindNumber {
    const codes = Object.hasOwn(behind, address) ? (behind[address] ?? []) : []
    const known = codes.flatMap((code) => this.#coded.get(code) ?? [])
    return {
      figure: figureOf(model, address),
      asOf: this.asOf,
      total: known.length,
      records: known.slice(0, limit).map((each) => this.#frozen(each)),
    }
  }

  /** NOT_FOUND. */
  record(code: string): FrozenContent {
    const found = this.#coded.get(code)
    if (found === undefined) throw new Problem('NOT_FOUND', { noun: 'system', id: code })
    const { id } = found.record
    const parts = partNouns.flatMap(([noun]) =>
      recordsOf(this.state, noun)
        .filter((record) => record.withdrawn === null && ownersOf(noun, record).includes(id))
        .map((record) => ({ noun, record })),
    )
    const mentioned = [found, ...parts].flatMap(({ noun, record }) => referencesOf(noun, record))
    return {
      ...this.#frozen(found),
      asOf: this.asOf,
      record: found.record,
      parts,
      labels: this.#labels(new Set(mentioned)),
    }
  }

  /** Posts that answer for a system, a risk or an acceptance on the day. */
  posts(): readonly FrozenPost[] {
    return this.state.posts.flatMap((post) => {
      if (post.withdrawn !== null || post.kind !== 'executive') return []
      return [this.#post(post)]
    })
  }

  /** NOT_FOUND. */
  attestation(postId: string): FrozenAttestation {
    const post = this.state.posts.find(({ id }) => id === postId)
    if (post === undefined) throw new Problem('NOT_FOUND', { noun: 'post', id: postId })
    const held = this.state.requirementPacks.filter(({ withdrawn, to }) => withdrawn === null && to === null)
    const answers = held.flatMap((pack) =>
      this.state.requirementAnswers
        .filter(
          (each) => each.withdrawn === null && each.packId === pack.packId && each.packVersion === pack.packVersion,
        )
        .map(({ id, itemId, state }) => ({ id, itemId, state, packRecordId: pack.id })),
    )
    const findings = findingsOn(this.#on, answers).flatMap((result) => result.findings)
    const content = attestationContent(
      { on: this.#on, positions: this.#positions, acceptances: this.#acceptances, findings },
      postId,
    )
    const latest = latestOf(this.state.attestationSheets, postId, this.asOf)
    return {
      asOf: this.asOf,
      post: this.#post(post),
      content,
      latest: latest && {
        on: latest.on,
        typedName: latest.typedName,
        statement: latest.statement,
        changes: changesOfContent(latest.content, content).length,
      },
    }
  }

  #post(post: RecordOf<'post'>): FrozenPost {
    const { personId } = this.#on.answerable.post(post.id)
    return { id: post.id, code: post.code, name: post.name, person: this.#on.person(personId)?.name ?? null }
  }

  get #coded(): ReadonlyMap<string, Coded> {
    this.#byCode ??= new Map(
      codedNouns.flatMap((noun) =>
        this.state[stateKeys[noun]].map((record): [string, Coded] => [record.code, { noun, record }]),
      ),
    )
    return this.#byCode
  }

  #frozen({ noun, record }: Coded): FrozenRecord {
    return {
      noun,
      id: record.id,
      code: record.code,
      name: nameOf(record),
      withdrawn: record.withdrawn !== null,
      standing: this.#standing(noun, record),
    }
  }

  #standing(noun: CodedNoun, record: RecordOf<CodedNoun>): FrozenStanding | null {
    if (noun === 'risk') {
      const position = this.#positions.find(({ id }) => id === record.id)
      if (position !== undefined)
        return { kind: 'risk', residual: position.residual, outside: position.outsideAppetite }
    }
    if (noun === 'control') return { kind: 'control', status: this.#on.controlStatus(record as RecordOf<'control'>) }
    const field = standingFields.find((name) => fields[noun].some((each) => each.name === name))
    if (field === undefined) return null
    const value: unknown = Reflect.get(record, field)
    return { kind: 'field', field, value: typeof value === 'string' ? value : null }
  }

  #labels(ids: ReadonlySet<string>): Labels {
    const labels: Record<string, Label> = {}
    for (const { noun, record } of this.#coded.values())
      if (ids.has(record.id)) labels[record.id] = { noun, code: record.code, name: nameOf(record) }
    return labels
  }
}

/** The field that says how a record stands, the first of these that its noun has. */
const standingFields = [
  'state',
  'lifecycle',
  'outcome',
  'status',
  'to',
  'validUntil',
  'stage',
  'maturity',
  'tier',
  'kind',
]

function nameOf(record: object): Bilingual {
  return 'name' in record ? (record.name as Bilingual) : noText
}

function recordsOf(state: RegisterState, noun: Noun): readonly RecordOf<Noun>[] {
  return noun === 'organisation' ? [] : state[stateKeys[noun]]
}

/** Every id that a record names, wherever it stands in it. */
function referencesOf(noun: Noun, record: object): readonly string[] {
  return fields[noun].flatMap(({ name }) => [...textsIn(Reflect.get(record, name))]).concat(ownersOf(noun, record))
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}

/** A figure of the catalogue as the pack's last page has it. */
function figureOf(model: PackModel, address: string): RecordsBehindNumber['figure'] {
  const rows: readonly FigureRow[] = model.pages.flatMap((page) =>
    page.key === 'dataQuality' ? page.figures.data : [],
  )
  const row = rows.find(({ id }) => id === address)
  if (row === undefined) return null
  const { id, unit, numerator, denominator, value, status, threshold } = row
  return { id, unit, numerator, denominator, value, status, threshold }
}
