/** What a vendor is asked today and what was answered, put together for one vendor. */
import type { DueDiligence, DueDiligenceRow } from '#shared/contract/questionnaire.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import {
  answeredQuestions,
  answerStandings,
  type AnswerStanding,
  type AskedQuestion,
  askedQuestions,
  ownQuestion,
  sectorsOfVendor,
  standingOfAnswer,
} from '#shared/domain/third-party/asked-questions.ts'
import { pointSurroundings } from '#shared/domain/third-party/applicable-points.ts'
import { contractCounts } from '#shared/domain/third-party/contract-term.ts'
import { currentQuestionCatalogue } from '#shared/domain/third-party/question-catalogue.ts'
import { type AskedContract, openPoints } from '#shared/domain/third-party/questionnaire.ts'
import { ReadingBook } from '#shared/domain/third-party/reading-book.ts'
import { LabelCollector } from '../labels.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

export type Answer = RecordOf<'vendorAnswer'>

/** Everything of one vendor that its questionnaire is made from. */
export interface VendorFacts {
  readonly vendor: RecordOf<'vendor'>
  readonly questions: readonly AskedQuestion[]
  /** By what they name. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly checkPoints: readonly RecordOf<'checkPoint'>[]
  /** Those that count or are being negotiated. */
  readonly contracts: readonly (AskedContract & { readonly id: string })[]
}

/** NOT_FOUND. */
export function vendorFacts(register: Register, vendorId: string): VendorFacts {
  const { read } = register
  const day = register.today()
  const vendor = recordTables.vendor.get(read, vendorId)
  if (vendor === undefined) throw new Problem('NOT_FOUND', { noun: 'vendor', id: vendorId })
  const checkPoints = [...recordTables.checkPoint.all(read)]
  const units = [...recordTables.unit.all(read)]
  const supplies = ofVendor(read, 'supply', vendorId)
  const contracts = ofVendor(read, 'contract', vendorId).filter(
    (contract) => contract.withdrawn === null && (contract.stage === 'negotiating' || contractCounts(contract, day)),
  )
  const systemIds = new Set([
    ...supplies.map(({ systemId }) => systemId),
    ...contracts.flatMap((contract) => contract.systemIds),
  ])
  const systems = [...systemIds].map((id) => recordTables.system.get(read, id)).filter((each) => each !== undefined)
  const contractReadings = contracts.flatMap(({ id }) => readingsOf(read, id))
  const book = new ReadingBook(
    {
      contractReadings,
      pointAnswers: contractReadings.flatMap(({ id }) => pointAnswersOf(read, id)),
      checkPoints,
      systems,
      units,
    },
    day,
  )
  const around = pointSurroundings(systems, units, day)
  return {
    vendor,
    questions: askedQuestions(checkPoints, sectorsOfVendor(vendorId, supplies, around, day), day),
    answers: answersOf(read, vendorId),
    checkPoints,
    contracts: contracts.map((contract) => ({
      id: contract.id,
      code: contract.code,
      name: contract.name,
      standing: book.standingOf(contract),
    })),
  }
}

/** By the question: of two records to one question, which only a merge can leave, the later one counts. */
export function answersOf(read: ReadHandle, vendorId: string): ReadonlyMap<string, Answer> {
  const held = ofVendor(read, 'vendorAnswer', vendorId).filter(({ withdrawn }) => withdrawn === null)
  return new Map(held.map((answer) => [answer.pointId, answer]))
}

function ofVendor<N extends 'supply' | 'contract' | 'vendorAnswer'>(
  read: ReadHandle,
  noun: N,
  vendorId: string,
): readonly RecordOf<N>[] {
  return recordsWhere(read, noun, 'vendor_id', vendorId)
}

function readingsOf(read: ReadHandle, contractId: string): readonly RecordOf<'contractReading'>[] {
  return recordsWhere(read, 'contractReading', 'contract_id', contractId)
}

function pointAnswersOf(read: ReadHandle, readingId: string): readonly RecordOf<'pointAnswer'>[] {
  return recordsWhere(read, 'pointAnswer', 'reading_id', readingId)
}

function recordsWhere<N extends 'supply' | 'contract' | 'vendorAnswer' | 'contractReading' | 'pointAnswer'>(
  read: ReadHandle,
  noun: N,
  column: 'vendor_id' | 'contract_id' | 'reading_id',
  id: string,
): readonly RecordOf<N>[] {
  const { table } = recordTables[noun]
  const rows = read.prepare(`SELECT id FROM ${table} WHERE ${column} = ? ORDER BY id`).all(id) as { id: string }[]
  return rows.flatMap((row) => recordTables[noun].get(read, row.id) ?? [])
}

export function dueDiligence(register: Register, vendorId: string): DueDiligence {
  const facts = vendorFacts(register, vendorId)
  const { vendor, questions, answers, contracts } = facts
  const rows = answeredQuestions(questions, answers).map(({ asked, answer, standing }): DueDiligenceRow => ({
    id: asked.id,
    subject: asked.subject,
    question: asked.question,
    ours: asked.own === null ? null : (asked.ours?.question ?? null),
    weight: asked.weight,
    points: asked.points,
    answer,
    standing,
  }))
  const shown = new Set(rows.flatMap(({ answer }) => (answer === null ? [] : [answer.id])))
  const others = [...answers.values()].filter(({ id }) => !shown.has(id)).map((answer) => otherRow(answer, facts))
  const counts = Object.fromEntries(answerStandings.map((each) => [each, 0])) as Record<AnswerStanding, number>
  for (const { standing } of rows) counts[standing] += 1
  const collector = new LabelCollector()
  for (const answer of answers.values()) collector.addReferences('vendorAnswer', answer)
  return {
    vendor: headOf(vendor),
    version: currentQuestionCatalogue.version,
    rows,
    counts,
    ofContracts: others.filter(({ subject }) => subject === 'contract'),
    past: others.filter(({ subject }) => subject !== 'contract'),
    contracts: contracts.map((contract) => ({
      id: contract.id,
      code: contract.code,
      name: contract.name,
      open: openPoints([contract]).size,
    })),
    labels: collector.labels(register.read),
  }
}

export function headOf({ id, code, name, withdrawn }: RecordOf<'vendor'>): DueDiligence['vendor'] {
  return { id, code, name, withdrawn }
}

/** An answer to a point of a contract, or to a question that is not asked of this vendor any more. */
function otherRow(answer: Answer, { checkPoints }: VendorFacts): DueDiligenceRow {
  const { pointId } = answer
  const { question, subject } = wordsOf(pointId, checkPoints)
  return {
    id: pointId,
    subject: subject ?? 'own',
    question: question ?? { ja: null, en: null },
    ours: null,
    weight: null,
    points: [],
    answer,
    standing: standingOfAnswer(answer),
  }
}

/** A question by what an answer names, whether it is asked or not. */
export function wordsOf(
  pointId: string,
  checkPoints: readonly RecordOf<'checkPoint'>[],
): { readonly question: Bilingual | null; readonly subject: DueDiligenceRow['subject'] | null } {
  const ours = currentQuestionCatalogue.byId.get(pointId)
  if (ours !== undefined) return { question: ours.question, subject: ours.subject }
  const ofPoint = currentQuestionCatalogue.ofPoint.get(pointId)
  if (ofPoint !== undefined) return { question: ofPoint, subject: 'contract' }
  const own = checkPoints.find(({ code, subject }) => code === pointId && subject === 'vendor')
  return own === undefined ? { question: null, subject: null } : ownQuestion(own)
}
