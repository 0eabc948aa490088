/**
 * The board's questions as they stand on a day: answered or open, by whom and by when, and with which figures. The questions and their
 * ids are those of the pack `BQ`; which figures bear on which of them is ours. A figure informs an answer and is none: what answers a
 * question is what somebody said and the controls that say it.
 */
import type { Day } from '../calendar-date.ts'
import type { KriId } from '../metrics/kri-result.ts'
import type { Answering, AnsweringControl, Given } from './answering.ts'
import type { RequirementItem } from './requirement-pack.ts'
import type { RequirementPackRecord } from './requirement-records.ts'
import type { Standing } from './standing.ts'

const boardQuestionPack = 'BQ'

export const questionStates = ['answered', 'open', 'overdue'] as const
/** `overdue`: open past the day by which it was to be answered. */
export type QuestionState = (typeof questionStates)[number]

export interface QuestionOn {
  readonly pack: RequirementPackRecord
  readonly item: RequirementItem
  readonly standing: Standing
  readonly state: QuestionState
  readonly given: Given | null
  readonly controls: readonly AnsweringControl[]
  readonly figures: readonly KriId[]
}

const figuresOf: Readonly<Record<string, readonly KriId[]>> = {
  'BQ-01': ['K01', 'K02'],
  'BQ-03': ['KRI-13'],
  'BQ-05': ['K05', 'K07'],
  'BQ-07': ['KRI-01', 'K04'],
  'BQ-08': ['K06', 'K24'],
  'BQ-09': ['KRI-15'],
  'BQ-11': ['K29', 'KRI-12'],
  'BQ-12': ['KRI-16', 'K16', 'K16u'],
  'BQ-13': ['K17', 'KRI-18'],
  'BQ-14': ['K20'],
  'BQ-15': ['K18', 'K19'],
  'BQ-16': ['K21'],
  'BQ-17': ['KRI-10'],
  'BQ-18': ['K10', 'KRI-14'],
  'BQ-19': ['K22', 'K07'],
  'BQ-21': ['KRI-18'],
}

/** In the order of the pack; null where the register does not hold it on the day. */
export function boardQuestionsOn(answering: Answering, day: Day): readonly QuestionOn[] | null {
  const pack = answering.facts.packs.find(({ packId }) => packId === boardQuestionPack)
  if (pack === undefined) return null
  return [...answering.standings(pack)]
    .filter(({ system }) => system === null)
    .map(({ item, standing, given }) => ({
      pack,
      item,
      standing,
      state: stateOf(standing, given, day),
      given,
      controls: answering.controlsOf(item.id, null),
      figures: figuresOf[item.id] ?? [],
    }))
}

/** A question that was half answered, or answered with "not met", is open: something is still owed to the board. */
function stateOf(standing: Standing, given: Given | null, day: Day): QuestionState {
  if (standing === 'evidenced' || standing === 'claimed' || standing === 'not_applicable') return 'answered'
  return given?.dueOn != null && given.dueOn < day ? 'overdue' : 'open'
}
