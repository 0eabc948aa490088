/** Where the values of a list field come from: a column of the noun's table, its links, or what is derived for today. */
import { daysBetween } from '#shared/domain/calendar-date.ts'
import { type OptionsName, options } from '#shared/domain/fields.ts'
import { type ListField, listField, vacant } from '#shared/domain/list-fields.ts'
import type { Holding } from '#shared/domain/accountability.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import { type CodedNoun, codePrefixes, type RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Entry, writeEntries } from '#shared/domain/repeated.ts'
import { bandRank } from '#shared/domain/scoring.ts'
import { maturityOn, reportOverdue } from '#shared/domain/direction.ts'
import { reopens } from '#shared/domain/observation.ts'
import { isFoundUnregistered } from '#shared/domain/intake.ts'
import { reportabilityOf } from '#shared/domain/incident/breach-standing.ts'
import { europeanUnion, japan } from '#shared/domain/jurisdiction/jurisdiction-profile.ts'
import { isCounted } from '#shared/domain/system.ts'
import { searchKey, sortKey } from '#shared/domain/text.ts'
import type { DerivedOn } from '../derived.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import { linkTables, nounTables, snake } from '../store/tables.ts'
import {
  answering,
  evidenceOfControl,
  holders,
  itsOwn,
  policyChain,
  positionOfRisk,
  positionsOfSystem,
  postsHeld,
  reopeningOfRisk,
  type Sources,
  standingOfAcceptance,
  systemsOfPost,
  systemsOfUnit,
  testsOfControl,
  answersOfReading,
  checksOfUse,
  profilesOfSystem,
  contractsOfVendor,
  standingOfContract,
  suppliedSystems,
  supplyOfSystem,
  incidentsOfDay,
  askedOfMeeting,
  meetingsOfDecision,
  preparedForMeeting,
  standingOfDpia,
  usesOfConsent,
  trainingPeople,
} from './sources.ts'
import type { KeyOf, Value } from './value-column.ts'

export type Cell = Value | null | readonly Value[]

/** A stored field: the SQL of its cells, and how a cell becomes a value. */
export interface StoredReader {
  readonly kind: 'stored'
  readonly columns: readonly string[]
  readonly of: (cells: readonly unknown[]) => Cell
  readonly several: boolean
}
export interface LinkReader {
  readonly kind: 'links'
  readonly sql: string
}
export interface DerivedReader<N extends CodedNoun> {
  readonly kind: 'derived'
  readonly of: (derived: DerivedOn, record: RecordOf<N>) => Cell
  readonly several: boolean
  /** What it stands on beside the record itself and the day. */
  readonly sources: Sources
}
/** Whether the record has changed since the last pack: known of all records at once. */
export interface SincePackReader {
  readonly kind: 'since-pack'
}
export type Reader<N extends CodedNoun> = StoredReader | LinkReader | DerivedReader<N> | SincePackReader

/** Of several merges of one register the first stands for it. */
const originSql = `SELECT entry.our_id AS owner,
  (SELECT min(first.id) FROM merge_run AS first WHERE first.register_id = run.register_id) AS target
  FROM merge_entry AS entry JOIN merge_run AS run ON run.id = entry.run_id WHERE entry.kind = 'added'`

/** The field of a noun's list. INVALID where there is none of that name, or it holds a structure. */
export function listFieldOf(noun: CodedNoun, name: string): ListField {
  const field = listField(noun, name)
  if (field === undefined || field.kind === 'structure')
    throw new Problem('INVALID', { noun, field: name, issue: 'NOT_A_LIST_FIELD' })
  return field
}

export function readerOf<N extends CodedNoun>(noun: N, field: ListField): Reader<N> {
  const derived = (derivedReaders[noun] as Readonly<Record<string, DerivedReader<N> | undefined>>)[field.name]
  if (derived !== undefined) return derived
  if (field.name === 'changedSincePack') return { kind: 'since-pack' }
  if (field.name === 'origin') return { kind: 'links', sql: originSql }
  const column = snake(field.name)
  switch (field.kind) {
    case 'bilingual':
      return {
        kind: 'stored',
        columns: field.name === 'name' ? ['name_ja', 'name_en', 'name_sort'] : [`${column}_ja`, `${column}_en`],
        // Sorted by what stands first, searched in all of it.
        of: ([ja, en, sorted]) => {
          const name = { ja: ja as string | null, en: en as string | null }
          const key = searchKey(name.ja, name.en)
          return key === '' ? '' : `${(sorted as string | undefined) ?? sortKey(null, name)}\n${key}`
        },
        several: false,
      }
    case 'text':
      return { kind: 'stored', columns: [column], of: ([cell]) => cell as string | null, several: false }
    case 'repeated':
      return {
        kind: 'stored',
        columns: [column],
        // Searched as it is read: `name: value`, an entry a line.
        of: ([cell]) => writeEntries(field.parts, JSON.parse(cell as string) as readonly Entry[]) || null,
        several: false,
      }
    case 'choices':
    case 'codes':
      return {
        kind: 'stored',
        columns: [column],
        of: ([cell]) => JSON.parse(cell as string) as readonly string[],
        several: true,
      }
    case 'references': {
      const link = Object.entries(linkTables).find(([, each]) => each.noun === noun && each.field === field.name)
      if (link === undefined) throw new Problem('INVALID', { noun, field: field.name, issue: 'NOT_A_LIST_FIELD' })
      const [table, { owner, target }] = link
      return { kind: 'links', sql: `SELECT ${owner} AS owner, ${target} AS target FROM ${table}` }
    }
    default:
      return { kind: 'stored', columns: [column], of: ([cell]) => cell as Value | null, several: false }
  }
}

const from = <N extends CodedNoun>(
  sources: Sources,
  of: DerivedReader<N>['of'],
  several = false,
): DerivedReader<N> => ({ kind: 'derived', of, several, sources })
const holder = ({ state, personId }: Holding) => (state === 'vacant' ? vacant : personId)
const yesNo = (yes: boolean) => (yes ? 'yes' : 'no')
const bandOf = (position: RiskPosition | null) => position?.residual?.band ?? null
const standingOf = (position: RiskPosition | null) =>
  position?.outsideAppetite == null ? null : position.outsideAppetite ? 'beyond' : 'within'
/** Worst last: band, then order score, then impact, as the positions are ordered. */
const orderOf = (position: RiskPosition | null) =>
  position?.residual == null
    ? null
    : bandRank(position.residual.band) * 1000 + position.residual.score * 10 + position.residual.impact

/** Derived fields, and under `<name>#order` what a field is sorted by where that is finer than its values. */
const derivedReaders: { readonly [N in CodedNoun]: Readonly<Record<string, DerivedReader<N>>> } = {
  system: {
    executive: from(answering, (derived, { id }) => holder(derived.answerable.of('accountable_executive', id))),
    owner: from(answering, (derived, { id }) => holder(derived.answerable.of('system_owner', id))),
    answering: from(
      answering,
      (derived, { id }) => {
        const executive = derived.answerable.of('accountable_executive', id).personId
        const owner = derived.answerable.of('system_owner', id).personId
        return [...new Set([executive, owner])].filter((person) => person !== null)
      },
      true,
    ),
    residual: from(positionsOfSystem, (derived, { id }) => bandOf(derived.highest(id))),
    'residual#order': from(positionsOfSystem, (derived, { id }) => orderOf(derived.highest(id))),
    standing: from(positionsOfSystem, (derived, { id }) => standingOf(derived.highest(id))),
    risks: from(positionsOfSystem, (derived, { id }) => derived.risksOf(id)),
    reopened: from(reopeningOfRisk, (derived, { id }) => yesNo(derived.reopenedOf(id).length > 0)),
    counted: from(itsOwn, (_derived, record) => yesNo(isCounted(record))),
    vendors: from(supplyOfSystem, (derived, { id }) => derived.supply(id).vendorIds, true),
    contractCover: from(supplyOfSystem, (derived, { id }) => derived.supply(id).cover),
    japanScope: from(profilesOfSystem, (derived, { id }) => derived.scopeOf(id, japan)),
    euScope: from(profilesOfSystem, (derived, { id }) => derived.scopeOf(id, europeanUnion)),
    appiOpen: from(supplyOfSystem, (derived, { id }) =>
      derived.supply(id).contracts.reduce((sum, { appi }) => sum + appi.length, 0),
    ),
  },
  risk: {
    owner: from(answering, (derived, { id }) => holder(derived.answerable.of('risk_owner', id))),
    residual: from(positionOfRisk, (derived, { id }) => bandOf(derived.position(id))),
    'residual#order': from(positionOfRisk, (derived, { id }) => orderOf(derived.position(id))),
    standing: from(positionOfRisk, (derived, { id }) => standingOf(derived.position(id))),
    evidenced: from(positionOfRisk, (derived, { id }) => derived.position(id)?.evidenced?.band ?? null),
    evidenceGap: from(positionOfRisk, (derived, { id }) => {
      const position = derived.position(id)
      return position?.evidenced == null ? null : yesNo(position.evidenceGap > 0)
    }),
    reopened: from(reopeningOfRisk, (derived, { id }) => yesNo(derived.reopenings.has(id))),
  },
  control: {
    owner: from(answering, (derived, { id }) => holder(derived.answerable.of('control_owner', id))),
    controlStatus: from(testsOfControl, (derived, record) => derived.of('control', record).status),
    testedOn: from(testsOfControl, (derived, record) => derived.of('control', record).testedOn),
    nextTestOn: from(testsOfControl, (derived, record) => derived.of('control', record).nextTestOn),
    evidenceUntil: from(evidenceOfControl, (derived, record) => derived.of('control', record).evidenceUntil),
  },
  action: {
    daysOverdue: from(itsOwn, (derived, record) =>
      record.state !== 'verified' && record.dueOn !== null && record.dueOn < derived.day
        ? daysBetween(record.dueOn, derived.day)
        : 0,
    ),
    slipCount: from(itsOwn, (_derived, { slips }) => slips.length),
  },
  post: {
    holder: from(holders, (derived, { id }) => holder(derived.answerable.post(id))),
    systems: from(systemsOfPost, (derived, record) => derived.of('post', record).systems),
  },
  person: { posts: from(postsHeld, (derived, record) => derived.of('person', record).postIds, true) },
  unit: { systems: from(systemsOfUnit, (derived, record) => derived.of('unit', record).systems) },
  evidence: {
    form: from(itsOwn, (derived, record) => derived.of('evidence', record).form),
    standing: from(itsOwn, (derived, record) => derived.of('evidence', record).standing),
    expired: from(itsOwn, (derived, record) => yesNo(derived.of('evidence', record).expired)),
  },
  acceptance: {
    subjectRecord: from(itsOwn, (_derived, record) => record.subjectId),
    acceptanceState: from(standingOfAcceptance, (derived, record) => {
      const { state, reliedOn, stale } = derived.of('acceptance', record)
      return reliedOn ? 'relied_on' : stale ? 'stale' : state
    }),
  },
  intake: {
    triagedTier: from(itsOwn, (derived, record) => derived.of('intake', record).triage.tier),
    unregistered: from(itsOwn, (_derived, record) => yesNo(isFoundUnregistered(record))),
  },
  direction: {
    reportOverdue: from(itsOwn, (derived, record) => reportOverdue(record, derived.day) ?? 0),
    unconfirmed: from(itsOwn, (derived, record) => yesNo(maturityOn(record, derived.day).kind === 'unconfirmed')),
  },
  finding: {
    daysOverdue: from(itsOwn, (derived, record) => derived.of('finding', record).daysOverdue ?? 0),
    slipCount: from(itsOwn, (_derived, { slips }) => slips.length),
  },
  observation: {
    reopens: from(itsOwn, (_derived, record) => yesNo(reopens(record))),
    reopenedRisks: from(reopeningOfRisk, (derived, { id }) => derived.risksReopenedBy(id).length),
  },
  ruleAssessment: {
    assessmentStanding: from(itsOwn, (derived, record) => derived.of('ruleAssessment', record).standing),
  },
  policy: { policyStanding: from(policyChain, (derived, record) => derived.of('policy', record).standing) },
  training: {
    requiredPeople: from(trainingPeople, (derived, record) => derived.of('training', record).required),
    notDone: from(trainingPeople, (derived, record) => {
      const { required, done } = derived.of('training', record)
      return required - done
    }),
  },
  vendor: {
    systems: from(suppliedSystems, (derived, record) => derived.of('vendor', record).systems),
    contracts: from(contractsOfVendor, (derived, record) => derived.of('vendor', record).contracts.length),
    securityAge: from(itsOwn, (derived, record) => derived.of('vendor', record).security),
    financeAge: from(itsOwn, (derived, record) => derived.of('vendor', record).finance),
  },
  contract: {
    contractStanding: from(standingOfContract, (derived, { id }) => derived.contract(id).standing),
    endsOn: from(standingOfContract, (derived, { id }) => derived.contract(id).endsOn),
    noticeBy: from(standingOfContract, (derived, { id }) => derived.contract(id).noticeBy),
    readingState: from(standingOfContract, (derived, { id }) => derived.contract(id).reading),
    appiOpen: from(standingOfContract, (derived, { id }) => derived.contract(id).appi.length),
  },
  contractReading: { answered: from(answersOfReading, (derived, { id }) => derived.answersByReading.get(id) ?? 0) },
  incident: {
    reportability: from(incidentsOfDay, (_derived, record) => reportabilityOf(record)),
    earlyDueOn: from(incidentsOfDay, (derived, { id }) => derived.incidents.get(id)?.breach?.early.dueOn ?? null),
    finalDueOn: from(incidentsOfDay, (derived, { id }) => derived.incidents.get(id)?.breach?.final.dueOn ?? null),
    repeats: from(incidentsOfDay, (derived, { id }) => derived.incidents.get(id)?.repeats.length ?? 0),
  },
  enforcement: { daysOverdue: from(itsOwn, (derived, record) => derived.of('enforcement', record).daysOverdue ?? 0) },
  dataUse: {
    gaps: from(checksOfUse, (derived, record) => derived.of('dataUse', record).gaps),
    unanswered: from(checksOfUse, (derived, record) => derived.of('dataUse', record).unanswered),
  },
  consent: { uses: from(usesOfConsent, (derived, { id }) => derived.usesByConsent.get(id) ?? 0) },
  dpia: {
    dpiaState: from(standingOfDpia, (derived, record) => derived.of('dpia', record).state),
    startBy: from(standingOfDpia, (derived, record) => derived.of('dpia', record).startBy),
  },
  jurisdictionProfile: {},
  outwardAccount: {
    accountStanding: from(itsOwn, (derived, record) => derived.of('outwardAccount', record).standing),
  },
  deidentification: {
    proven: from(itsOwn, (derived, record) => yesNo(derived.of('deidentification', record).proven)),
  },
  decision: {
    decisionStanding: from(meetingsOfDecision, (derived, record) => derived.of('decision', record).standing),
    daysOverdue: from(itsOwn, (derived, record) => derived.of('decision', record).daysOverdue ?? 0),
  },
  meeting: {
    openSteps: from(preparedForMeeting, (derived, record) => derived.of('meeting', record).openSteps),
    asked: from(askedOfMeeting, (derived, record) => derived.of('meeting', record).asked),
  },
  checkPoint: { inForce: from(itsOwn, (derived, record) => yesNo(derived.of('checkPoint', record).inForce)) },
}

/** The field that a list is sorted by where this one is named. */
export function sortedBy(noun: CodedNoun, field: ListField): ListField {
  const finer = `${field.name}#order`
  return finer in derivedReaders[noun] ? { name: finer, kind: 'number', derived: true } : field
}

/** How the values of a field are ordered. */
export function keysOf(read: ReadHandle, noun: CodedNoun, field: ListField): KeyOf {
  switch (field.kind) {
    case 'code':
      return (value) => Number(String(value).slice(codePrefixes[noun].length + 1)) || String(value)
    case 'choice':
    case 'choices':
      return rankIn(field.options)
    case 'reference':
    case 'references':
      return field.noun in codePrefixes ? namesOf(read, field.noun as CodedNoun) : itself
    case 'holder': {
      const names = namesOf(read, 'person')
      // Vacancies come before all people: they are what somebody looks for.
      return (value) => (value === vacant ? '' : names(value))
    }
    case 'text':
    case 'repeated':
      return (value) => searchKey(String(value))
    default:
      return itself
  }
}

const itself: KeyOf = (value) => value

/** Enumerations are ordered by their meaning, not by their letters. */
function rankIn(name: OptionsName): KeyOf {
  const codes: readonly string[] = options[name]
  return (value) => codes.indexOf(String(value))
}

/** Names are looked up as they are asked for: a field refers to few records, and its noun may have a hundred thousand. */
function namesOf(read: ReadHandle, noun: CodedNoun): KeyOf {
  const key = 'name_sort' in nounTables[noun] ? 'name_sort' : 'code'
  // In words of its own: a statement is kept by its text, and one that gives a single cell gives it to all who ask by that text.
  const name = read.prepare(`SELECT ${key} AS sorted FROM ${recordTables[noun].table} WHERE id = ?`).pluck()
  return (value) => (name.get(String(value)) as string | undefined) ?? String(value)
}
