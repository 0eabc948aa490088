/** The three judgements of a risk beside each other: likelihood, six kinds of impact, the level and its band. */
import { useState } from 'react'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { holderName } from '#renderer/records/holder-name.ts'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords, type Words } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { assessmentOn, type Stage, stages } from '#shared/domain/risk.ts'
import { bandOf, defaultBandTable, impactDimensions, isAbove } from '#shared/domain/scoring.ts'
import { AssessDialog } from './assess-dialog.tsx'
import { StageMark } from './stage-mark.tsx'

type Assessments = Readonly<Record<Stage, RecordOf<'assessment'> | null>>

export function RiskMain({ detail }: DetailProps<'risk'>) {
  const words = useWords()
  const mayChange = useMayChange()
  const { today } = useRegister()
  const [assessing, setAssessing] = useState<Stage | null>(null)
  const { record, related, derived } = detail
  const rows = related.assessment ?? []
  const now: Assessments = {
    inherent: assessmentOn(rows, 'inherent', today),
    residual: assessmentOn(rows, 'residual', today),
    target: assessmentOn(rows, 'target', today),
  }
  const scales = related.scale ?? []
  const limits = derived.position?.limits
  const scaleOf = (each: RecordOf<'assessment'>) => scales.find((scale) => scale.id === each.scaleId)
  const outside = (each: RecordOf<'assessment'>) => {
    const band = bandOf(scaleOf(each)?.bandTable ?? defaultBandTable, each.likelihood, each.impact)
    return { band, beyond: limits !== undefined && isAbove(band, limits.appetite) }
  }
  const beyond = now.residual !== null && outside(now.residual).beyond
  return (
    <>
      <section className="sheet form-section">
        <h2>
          {words.t('section.levels')} <span className="hint">{words.t('app.levelsHint')}</span>
        </h2>
        <table className="levels">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.t('app.dimension')}</span>
              </th>
              {stages.map((stage) => (
                <th scope="col" key={stage}>
                  <StageMark stage={stage} beyond={beyond} /> {words.value('stage', stage)}{' '}
                  <span className="hint">{stageNote(words, stage, record.targetOn)}</span>
                  {mayChange && record.withdrawn === null && record.status === 'open' && (
                    <button type="button" className="text-button" onClick={() => setAssessing(stage)}>
                      {words.t('action.assess')}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row words={words} heading={words.field('assessment', 'likelihood')} now={now}>
              {(each) => {
                const range = scaleOf(each)?.likelihoodRanges[each.likelihood - 1]
                return (
                  <>
                    <b>{each.likelihood}</b> <span className="hint">{range}</span>
                  </>
                )
              }}
            </Row>
            {impactDimensions.map((dimension) => (
              <Row key={dimension} words={words} heading={words.t(`impactDimension.${dimension}`)} now={now}>
                {(each) => {
                  const grade = each.impacts[dimension] ?? null
                  if (grade === null) return <span className="muted">{words.t('app.notRated')}</span>
                  return grade === each.impact ? <b>{grade}</b> : grade
                }}
              </Row>
            ))}
            <Row words={words} heading={words.t('app.levelHeading')} now={now} strong>
              {(each) => {
                const { band, beyond: isBeyond } = outside(each)
                return (
                  <>
                    <b>
                      {each.impact} × {each.likelihood}
                    </b>{' '}
                    <span className="band-word">{words.value('band', band)}</span>{' '}
                    {each.stage === 'residual' && isBeyond && (
                      <StatusMark status="breach" word={words.t('app.outside')} />
                    )}
                    {each.stage === 'target' && isBeyond && (
                      <StatusMark status="warning" word={words.t('app.stillOutside')} />
                    )}
                  </>
                )
              }}
            </Row>
            <Row words={words} heading={words.field('assessment', 'confidence')} now={now}>
              {(each) =>
                each.confidence === null ? (
                  <span className="muted">{words.t('app.notRated')}</span>
                ) : (
                  words.value('confidence', each.confidence)
                )
              }
            </Row>
            <Row words={words} heading={words.t('app.assessed')} now={now}>
              {(each) =>
                each.assessorId === null
                  ? each.on
                  : words.t('app.assessedBy', { name: holderName(words, detail.labels, each.assessorId), on: each.on })
              }
            </Row>
            <Row words={words} heading={words.field('assessment', 'rationale')} now={now}>
              {(each) => <span className="long-text">{each.rationale}</span>}
            </Row>
          </tbody>
        </table>
      </section>
      <section className="sheet form-section">
        <RelatedList
          noun="control"
          records={related.control ?? []}
          end={(control) => words.value('design', control.design)}
        />
      </section>
      {assessing !== null && (
        <AssessDialog
          risk={record}
          stage={assessing}
          before={now[assessing]}
          labels={detail.labels}
          onClose={() => setAssessing(null)}
        />
      )}
    </>
  )
}

interface RowProps {
  readonly words: Words
  readonly heading: string
  readonly now: Assessments
  readonly strong?: boolean
  readonly children: (assessment: RecordOf<'assessment'>) => React.ReactNode
}

function Row({ words, heading, now, strong, children }: RowProps) {
  return (
    <tr className={strong === true ? 'levels-total' : undefined}>
      <th scope="row">{heading}</th>
      {stages.map((stage) => {
        const each = now[stage]
        return (
          <td key={stage}>
            {each !== null ? children(each) : strong === true ? <Unknown word={words.t('app.notAssessed')} /> : null}
          </td>
        )
      })}
    </tr>
  )
}

function stageNote(words: Words, stage: Stage, targetOn: string | null): string {
  if (stage === 'target') return targetOn === null ? '' : words.t('app.byDay', { day: targetOn })
  return words.t(stage === 'inherent' ? 'app.withoutControls' : 'app.asOfToday')
}
