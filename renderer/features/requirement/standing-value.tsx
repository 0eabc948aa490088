/** How an item stands: a shape with its word, and many of them as one bar. */
import { type Fill, FillSample } from '#renderer/charts/chart-fill.tsx'
import { StackedBar } from '#renderer/charts/stacked-bar.tsx'
import { useWords } from '#renderer/records/words.ts'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import {
  applyingOf,
  type Coverage,
  evidencedShare,
  type Standing,
  standings,
} from '#shared/domain/requirements/standing.ts'

const marks = {
  evidenced: 'within',
  claimed: 'no_data',
  partly: 'warning',
  not_met: 'breach',
  unanswered: 'no_data',
  not_applicable: 'na',
} as const satisfies Record<Standing, Status>

export function StandingValue({ standing }: { readonly standing: Standing }) {
  const { t } = useWords()
  const word = t(`requirement.standing.${standing}`)
  if (standing === 'unanswered') return <span className="muted">{word}</span>
  return <StatusMark status={marks[standing]} word={word} />
}

const fills = {
  evidenced: 'first',
  claimed: 'second',
  partly: 'third',
  not_met: 'dotted',
  unanswered: 'hatched',
  not_applicable: 'blank',
} as const satisfies Record<Standing, Fill>

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
        segments={standings.map((each) => ({ key: each, count: coverage[each], fill: fills[each] }))}
        before={null}
        width={width}
        height={18}
      />
      <span className="figures">
        {share === null
          ? '–'
          : t('requirement.evidencedOf', {
              shown: coverage.evidenced.toLocaleString('en'),
              of: applyingOf(coverage).toLocaleString('en'),
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
          <FillSample fill={fills[each]} /> {t(`requirement.standing.${each}`)}
        </li>
      ))}
    </ul>
  )
}
