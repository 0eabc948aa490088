/** Figures of one subject: value with its count, and how it stands against its limits. */
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import { countStatement, limitsStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { codesByNoun } from '#shared/domain/nouns.ts'
import { useOpenList } from './open-list.ts'
import { useSay } from './say.ts'
import { useWords } from './words.ts'
import './figure-strip.css'

export function FigureStrip({ figures }: { readonly figures: readonly KriResult[] }) {
  const { t } = useWords()
  const say = useSay()
  const openList = useOpenList()
  return (
    <section className="sheet figure-strip">
      {figures.map((figure) => {
        const value = valueStatement(figure)
        const count = countStatement(figure)
        const limits = limitsStatement(figure)
        const title = t(`kri.${figure.id}.title`)
        const [behind] = codesByNoun(figure.contributing)
        return (
          <div key={figure.id} className="figure-strip-one" data-print="row">
            <div className="figure-strip-one-head">
              {behind === undefined ? (
                <b>{title}</b>
              ) : (
                <button
                  type="button"
                  className="figure-strip-one-title"
                  onClick={() => openList(behind[0], behind[1], title)}
                >
                  {title}
                </button>
              )}
              <span className="muted">{figure.id}</span>
            </div>
            <div className="figure-strip-one-value">
              {value === null ? <StatusMark status={figure.status} word={t(`status.${figure.status}`)} /> : say(value)}
              {count !== null && value !== null && <small>{say(count)}</small>}
            </div>
            {value !== null && <StatusMark status={figure.status} word={t(`status.${figure.status}`)} />}
            {limits !== null && <div className="figure-strip-one-note">{say(limits)}</div>}
          </div>
        )
      })}
    </section>
  )
}
