/** What has the board asked, and what is it still owed? Only where the register holds the board's questions. */
import type { KriResult } from '../domain/metrics/kri-result.ts'
import { valueStatement } from '../domain/metrics/kri-tile.ts'
import { Answering, requirementFactsOf } from '../domain/requirements/answering.ts'
import { boardQuestionsOn, type QuestionOn } from '../domain/requirements/board-questions.ts'
import { statement } from '../domain/statement.ts'
import { noText } from '../domain/text.ts'
import { capped, type PackContext } from './pack-context.ts'
import type { BoardQuestionRow, BoardQuestionsPage } from './pages.ts'

const onPage = 22

export function boardQuestionsPage(context: PackContext, number: number): BoardQuestionsPage | null {
  const questions = boardQuestionsOn(
    new Answering(requirementFactsOf(context.state, context.asOf, context.whole)),
    context.asOf,
  )
  if (questions === null) return null
  const answered = questions.filter(({ state }) => state === 'answered').length
  const open = questions.filter(({ state }) => state !== 'answered')
  const ownerless = open.filter(({ given }) => given?.ownerId == null || given.dueOn === null).length
  return {
    number,
    key: 'boardQuestions',
    orientation: 'portrait',
    name: statement('pack.page.boardQuestions'),
    title: statement('pack.boardQuestions.title', { count: answered, total: questions.length }),
    lead: [
      statement('pack.lead.boardQuestions', {
        overdue: questions.filter(({ state }) => state === 'overdue').length,
        ownerless,
      }),
    ],
    questions: context.figure('boardQuestions', capped(questions.map(rowOf(context)), onPage, 'board_questions'), {
      meaning: statement('pack.meaning.boardQuestions'),
    }),
  }
}

function rowOf(context: PackContext) {
  return ({ item, standing, state, given, controls, figures }: QuestionOn): BoardQuestionRow => ({
    id: item.id,
    theme: item.theme ?? noText,
    title: item.title,
    references: [...item.references, ...item.further],
    standing,
    state,
    note: given?.notApplicable?.reason ?? given?.note ?? null,
    controls: controls.map(({ code }) => code),
    figures: figures.flatMap((id) => {
      const result: KriResult | undefined = context.kris.get(id)
      return result === undefined ? [] : [{ id, status: result.status, value: valueStatement(result) }]
    }),
    owner: context.on.person(given?.ownerId ?? null)?.name ?? null,
    dueOn: given?.dueOn ?? null,
  })
}
