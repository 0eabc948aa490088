/** The points of contract readings that an action or a risk was made of, each with the way to it. */
import { Link } from 'wouter'
import type { Related } from '#shared/contract/base.ts'
import { currentPointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'
import { recordPath } from './noun-path.ts'
import { useWords } from './words.ts'

export function GapsBehind({ related }: { readonly related: Related }) {
  const words = useWords()
  const answers = related.pointAnswer ?? []
  if (answers.length === 0) return null
  return (
    <section className="related">
      <h3>
        {words.t('reading.gapsBehind')} <span className="muted">{answers.length}</span>
      </h3>
      <ul>
        {answers.map((answer) => {
          const reading = related.contractReading?.find(({ id }) => id === answer.readingId)
          const contract = related.contract?.find(({ id }) => id === reading?.contractId)
          const ours = currentPointCatalogue.byId.get(answer.pointId)
          return (
            <li key={answer.id}>
              <Link
                href={recordPath('contractReading', answer.readingId)}
                state={{ point: answer.pointId }}
                className="related-link"
                title={ours === undefined ? undefined : words.name(ours.question)}
              >
                <span className="code">{answer.pointId}</span>
                <span className="related-name">
                  {[reading?.code, contract && words.name(contract.name)]
                    .filter((part) => part !== undefined)
                    .join(' ')}
                </span>
              </Link>
              <span className="related-end">{words.value('pointFinding', answer.finding)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
