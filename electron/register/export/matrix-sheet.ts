/** The risk matrix as a sheet: likelihood by impact, for what is left and for what was there before controls. */
import type { Day } from '#shared/domain/calendar-date.ts'
import { heatMapOn } from '#shared/domain/metrics/heat-map.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import type { Translate } from '#shared/locales/translate.ts'
import type { WrittenRow, WrittenSheet } from '../workbook/write-workbook.ts'

const stages = ['residual', 'inherent'] as const
const grades = [1, 2, 3, 4, 5] as const

export function matrixSheet(state: RegisterState, day: Day, t: Translate, language: Language): WrittenSheet {
  const on = new RegisterOn(state, day)
  const positions = positionsOn(on, acceptancesOn(on))
  const scale = scaleOn(state, day)
  const likelihoods = grades.map((grade) => gradeWords(grade, scale?.likelihoodLabels[grade - 1], language))
  const corner = `${t('field.assessment.impact')} ↓ ${t('field.assessment.likelihood')} →`
  const block = (
    heading: string,
    cell: (likelihood: number, impact: number) => string | number | null,
  ): WrittenRow[] => [
    { as: 'heading', cells: [heading] },
    { as: 'heading', cells: [corner, ...likelihoods] },
    ...grades.toReversed().map((impact) => ({
      cells: [
        gradeWords(impact, scale?.impactLabels[impact - 1], language),
        ...grades.map((likelihood) => cell(likelihood, impact)),
      ],
    })),
    { cells: [] },
  ]
  const rows = stages.flatMap((stage): WrittenRow[] => {
    const { cells, unassessed } = heatMapOn(on, positions, stage, null)
    const at = (likelihood: number, impact: number) =>
      cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact)
    return [
      { as: 'title', cells: [t('workbook.matrixOf', { stage: t(`value.stage.${stage}`) })] },
      ...block(t('workbook.counts'), (likelihood, impact) => at(likelihood, impact)?.count ?? 0),
      ...block(t('workbook.codes'), (likelihood, impact) => at(likelihood, impact)?.codes.join('\n') ?? null),
      ...(stage === 'residual'
        ? block(t('workbook.bands'), (likelihood, impact) => {
            const band = at(likelihood, impact)?.band
            return band === undefined ? null : t(`value.band.${band}`)
          })
        : []),
      { cells: [t('workbook.unassessed'), unassessed] },
      { cells: [] },
    ]
  })
  return { name: t('workbook.matrix'), columns: [{ width: 30 }, ...grades.map(() => ({ width: 22 }))], rows }
}

function gradeWords(
  grade: number,
  label: { readonly ja: string | null; readonly en: string | null } | undefined,
  language: Language,
): string {
  return label === undefined ? String(grade) : `${String(grade)} ${inLanguage(label, language)}`
}

/** The scale in force; null where none is. */
export function scaleOn(state: RegisterState, day: Day) {
  return (
    state.scales.find(({ from, to, withdrawn }) => withdrawn === null && from <= day && (to === null || day <= to)) ??
    null
  )
}
