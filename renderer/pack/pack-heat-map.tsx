/** The heat maps of the pack: grades and bands put into words and handed to the map that the window uses too. */
import type { HeatMap as HeatMapModel } from '#shared/domain/metrics/heat-map.ts'
import { bandRank } from '#shared/domain/scoring.ts'
import type { RiskProfilePage } from '#shared/pack-model/pages.ts'
import { HeatMap, type HeatMapCell, MiniHeatMap } from '#renderer/ui/heat-map.tsx'
import { inLanguage } from '#shared/domain/text.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { Head, Said, usePackWords } from './pack-words.tsx'

/** Codes beyond these are counted. */
const codesShown = 2
const grades = [1, 2, 3, 4, 5] as const

export function RiskHeatMap({
  map,
  scale,
  titleId,
}: {
  map: HeatMapModel
  scale: RiskProfilePage['scale']
  titleId: string
}) {
  const label = (texts: RiskProfilePage['scale'], axis: 'impact' | 'likelihood', grade: number) => {
    const own = axis === 'impact' ? texts?.impactLabels[grade - 1] : texts?.likelihoodLabels[grade - 1]
    return <Said of={({ t, language }) => (own ? inLanguage(own, language) : t(`scale.${axis}.${grade}`))} />
  }
  return (
    <HeatMap
      labelledBy={titleId}
      corner={<Head of="paper.heatMapCorner" />}
      rows={grades.toReversed().map((impact) => ({ grade: impact, label: label(scale, 'impact', impact) }))}
      columns={grades.map((likelihood) => ({
        grade: likelihood,
        label: scale?.likelihoodRanges[likelihood - 1] ?? label(scale, 'likelihood', likelihood),
      }))}
      cells={useCells(map)}
      drawCount={(cell) => <Behind at={behindKey.cell(map.stage, cell.likelihood, cell.impact)}>{cell.count}</Behind>}
      drawCode={(code) => <Code of={code} />}
    />
  )
}

export function RiskMiniMap({ map }: { map: HeatMapModel }) {
  const { t } = usePackWords()
  return (
    <MiniHeatMap
      label={t('paper.miniMap', {
        stage: t(`value.stage.${map.stage}`),
        count: map.cells.reduce((sum, cell) => sum + cell.count, 0),
        outside: map.cells.reduce((sum, cell) => sum + cell.outside.length, 0),
      })}
      cells={useCells(map)}
    />
  )
}

function useCells(map: HeatMapModel): readonly HeatMapCell[] {
  const { t } = usePackWords()
  return map.cells.map((cell) => ({
    likelihood: cell.likelihood,
    impact: cell.impact,
    band: bandRank(cell.band),
    letter: <Head of={`bandLetter.${cell.band}`} />,
    count: cell.count,
    previous: cell.previousCount,
    codes: cell.outside.slice(0, codesShown),
    more: cell.outside.length > codesShown ? t('paper.andMore', { count: cell.outside.length - codesShown }) : null,
    beyond: cell.beyondLine,
    outside: cell.outside.length,
  }))
}
