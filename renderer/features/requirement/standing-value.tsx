/** How an item stands: a shape with its word, and many of them as one bar. */
import { FillSample } from '#renderer/charts/chart-fill.tsx'
import { StackedBar } from '#renderer/charts/stacked-bar.tsx'
import { standingFills, standingMarks } from '#renderer/charts/standing-look.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import {
  applyingOf,
  type Coverage,
  evidencedShare,
  type Standing,
  standings,
} from '#shared/domain/requirements/standing.ts'

export function StandingValue({ standing }: { readonly standing: Standing }) {
  const { t } = useWords()
  const word = t(`requirement.standing.${standing}`)
  if (standing === 'unanswered') return <span className="muted">{word}</span>
  return <StatusMark status={standingMarks[standing]} word={word} />
}

export function CoverageBar({ coverage, width = 180 }: { readonly coverage: Coverage; readonly width?: number }) {
  const { t } = useWords()
  const share = evidencedShare(coverage)
  const total = standings.reduce((sum, each) => sum + coverage[each], 0)
  if (total === 0) return <span className="muted">{t('requirement.nothingAsked')}</span>
  return (
    <span className="coverage">
      <StackedBar
        label={standings
          .filter((each) => coverage[each] > 0)
          .map((each) => `${t(`requirement.standing.${each}`)} ${String(coverage[each])}`)
          .join(t('app.listSeparator'))}
        segments={standings.map((each) => ({ key: each, count: coverage[each], fill: standingFills[each] }))}
        before={null}
        width={width}
        height={18}
      />
      <span className="figures">
        {share === null
          ? '–'
          : t('requirement.evidencedOf', {
              shown: coverage.evidenced,
              of: applyingOf(coverage),
              percent: Math.floor(share * 100),
            })}
      </span>
    </span>
  )
}

/** What the grounds of the bars mean. */
export function CoverageKey() {
  const { t } = useWords()
  return (
    <ul className="fill-key">
      {standings.map((each) => (
        <li key={each}>
          <FillSample fill={standingFills[each]} /> {t(`requirement.standing.${each}`)}
        </li>
      ))}
    </ul>
  )
}
