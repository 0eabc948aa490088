/** The figures on contracts and vendors: value with its count, and how it stands against its limits. */
import { useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import { countStatement, limitsStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { codesByNoun } from '#shared/domain/nouns.ts'

export function FigureStrip({ figures }: { readonly figures: readonly KriResult[] }) {
  const { t } = useWords()
  const say = useSay()
  const openList = useOpenList()
  return (
    <section className="sheet contract-figures">
      {figures.map((figure) => {
        const value = valueStatement(figure)
        const count = countStatement(figure)
        const limits = limitsStatement(figure)
        const title = t(`kri.${figure.id}.title`)
        const [behind] = codesByNoun(figure.contributing)
        return (
          <div key={figure.id} className="contract-figure" data-print="row">
            <div className="contract-figure-head">
              {behind === undefined ? (
                <b>{title}</b>
              ) : (
                <button
                  type="button"
                  className="contract-figure-title"
                  onClick={() => openList(behind[0], behind[1], title)}
                >
                  {title}
                </button>
              )}
              <span className="muted">{figure.id}</span>
            </div>
            <div className="contract-figure-value">
              {value === null ? <StatusMark status={figure.status} word={t(`status.${figure.status}`)} /> : say(value)}
              {count !== null && value !== null && <small>{say(count)}</small>}
            </div>
            {value !== null && <StatusMark status={figure.status} word={t(`status.${figure.status}`)} />}
            {limits !== null && <div className="contract-figure-note">{say(limits)}</div>}
          </div>
        )
      })}
    </section>
  )
}
