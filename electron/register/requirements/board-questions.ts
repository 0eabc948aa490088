/** The board's questions of today, for the screen: each with its answer, its owner, the controls and the figures. */
import type { BoardQuestions } from '#shared/contract/requirement.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { krisOn } from '#shared/domain/metrics/kris.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import { placeKey } from '#shared/domain/requirements/answering.ts'
import { boardQuestionsOn } from '#shared/domain/requirements/board-questions.ts'
import { derivedOn } from '../derived.ts'
import { earlierPacks } from '../earlier-packs.ts'
import { LabelCollector } from '../labels.ts'
import { allPacks } from '../packs.ts'
import type { Register } from '../store/register-file.ts'
import { answeringOf } from './facts.ts'
import { answersOf } from './held.ts'

export function boardQuestions(register: Register): BoardQuestions {
  const day = register.today()
  const questions = boardQuestionsOn(answeringOf(register), day) ?? []
  const [first] = questions
  if (first === undefined) return { pack: null, questions: [], labels: {} }
  const { pack } = first
  const answers = new Map(
    answersOf(register.read, pack, { systemId: null }).map((answer) => [placeKey(answer.itemId, null), answer]),
  )
  const { on } = derivedOn(register, day)
  const acceptances = acceptancesOn(on)
  const results = krisOn(on, positionsOn(on, acceptances), acceptances, earlierPacks(register, allPacks(register)))
  const collector = new LabelCollector()
  const rows = questions.map(({ item, standing, state, controls, figures }) => {
    const answer = answers.get(placeKey(item.id, null)) ?? null
    collector.add(answer?.answererId, answer?.ownerId)
    for (const { id } of controls) collector.add(id)
    return { item, standing, state, answer, controls, figures: results.filter(({ id }) => figures.includes(id)) }
  })
  const { content } = pack
  return {
    pack: {
      id: pack.id,
      packId: pack.packId,
      packVersion: pack.packVersion,
      title: content.title,
      version: content.version,
      status: content.status,
    },
    questions: rows,
    labels: collector.labels(register.read),
  }
}
