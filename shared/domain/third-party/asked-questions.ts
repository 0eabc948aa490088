/**
 * Which questions a vendor is asked: ours, in the company's words where it has its own, those of the sectors of the units that
 * it works for, and what the company adds. Unknown counts as asked. And how its due diligence stands by the answers.
 */
import { type Day, holdsOn } from '../calendar-date.ts'
import type { Bilingual } from '../text.ts'
import { type OwnPoint, type PointSurroundings, sectorsOfSystem } from './applicable-points.ts'
import type { CheckPoint, Sector } from './check-point.ts'
import {
  currentQuestionCatalogue,
  type OurQuestion,
  type QuestionCatalogue,
  type QuestionSubject,
} from './question-catalogue.ts'
import type { Supply, VendorAnswer } from './vendor.ts'

export interface AskedQuestion {
  /** What an answer names: the id of ours, or the code of the company's own. */
  readonly id: string
  /** The id of ours behind it, else its own. */
  readonly base: string
  /** `own`: added by the company. */
  readonly subject: QuestionSubject | 'own'
  /** The words that are asked: the company's where it has its own. */
  readonly question: Bilingual
  readonly weight: CheckPoint['weight']
  /** Check points of contracts that its answer throws light on. */
  readonly points: readonly string[]
  readonly sectors: readonly Sector[]
  readonly ours: OurQuestion | null
  readonly own: OwnPoint | null
}

/** The sectors of the units that a vendor works for; of a vendor that supplies nothing on record, all that the company is in. */
export function sectorsOfVendor(
  vendorId: string,
  supplies: readonly Pick<Supply, 'vendorId' | 'systemId' | 'withdrawn' | 'from' | 'to'>[],
  around: PointSurroundings,
  day: Day,
): ReadonlySet<Sector> {
  const systems = supplies
    .filter((supply) => supply.vendorId === vendorId && supply.withdrawn === null && holdsOn(supply, day))
    .map(({ systemId }) => around.system(systemId))
    .filter((system) => system !== undefined)
    .filter((system) => system.withdrawn === null)
  if (systems.length === 0) return around.sectors
  return new Set(systems.flatMap((system) => [...sectorsOfSystem(system, around).keys()]))
}

/** In the order of the catalogue, the company's own last. */
export function askedQuestions(
  own: readonly OwnPoint[],
  sectors: ReadonlySet<Sector>,
  day: Day,
  catalogue: QuestionCatalogue = currentQuestionCatalogue,
): readonly AskedQuestion[] {
  const inForce = own.filter((each) => each.subject === 'vendor' && each.withdrawn === null && holdsOn(each, day))
  const rewording = new Map<string, OwnPoint>()
  for (const each of inForce)
    if (each.replaces !== null && !rewording.has(each.replaces)) rewording.set(each.replaces, each)
  const ours = catalogue.questions.map((question): AskedQuestion => {
    const words = rewording.get(question.id)
    return words === undefined ? ourQuestion(question) : ownQuestion(words, catalogue)
  })
  const added = inForce
    .filter(({ replaces }) => replaces === null || !catalogue.byId.has(replaces))
    .map((each) => ownQuestion(each, catalogue))
  return [...ours, ...added].filter(
    (each) => each.sectors.length === 0 || each.sectors.some((sector) => sectors.has(sector)),
  )
}

export function ourQuestion(question: OurQuestion): AskedQuestion {
  const { id, subject, weight, points, sectors } = question
  return { id, base: id, subject, question: question.question, weight, points, sectors, ours: question, own: null }
}

/** A rewording keeps the subject of the question that it words, and what it throws light on; without sectors of its own also those. */
export function ownQuestion(own: OwnPoint, catalogue: QuestionCatalogue = currentQuestionCatalogue): AskedQuestion {
  const ours = own.replaces === null ? null : (catalogue.byId.get(own.replaces) ?? null)
  return {
    id: own.code,
    base: own.replaces ?? own.code,
    subject: ours?.subject ?? 'own',
    question: own.name,
    weight: own.weight,
    points: ours?.points ?? [],
    sectors: own.sectors.length === 0 ? (ours?.sectors ?? []) : own.sectors,
    ours,
    own,
  }
}

/** What an answer comes to. Partly, no and unknown are matters to look at; each question says yes where all is as hoped for. */
export const answerStandings = ['favourable', 'to_look_at', 'not_applicable', 'open'] as const
export type AnswerStanding = (typeof answerStandings)[number]

export function standingOfAnswer(answer: Pick<VendorAnswer, 'answer'> | null): AnswerStanding {
  if (answer === null) return 'open'
  if (answer.answer === 'yes') return 'favourable'
  return answer.answer === 'not_applicable' ? 'not_applicable' : 'to_look_at'
}

export interface AnsweredQuestion<Row extends Pick<VendorAnswer, 'answer'> = VendorAnswer> {
  readonly asked: AskedQuestion
  readonly answer: Row | null
  readonly standing: AnswerStanding
}

/** The questions with what was answered. An answer to ours stands for a rewording of it too, until that has one of its own. */
export function answeredQuestions<Row extends Pick<VendorAnswer, 'answer' | 'pointId'>>(
  questions: readonly AskedQuestion[],
  answers: ReadonlyMap<string, Row>,
): readonly AnsweredQuestion<Row>[] {
  return questions.map((asked) => {
    const answer = answers.get(asked.id) ?? answers.get(asked.base) ?? null
    return { asked, answer, standing: standingOfAnswer(answer) }
  })
}
