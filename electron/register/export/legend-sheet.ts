/** The legend of a workbook: every column of every list with what may stand in it, and the words of the scales. */
import { options } from '#shared/domain/fields.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import type { Translate } from '#shared/locales/translate.ts'
import type { WrittenRow, WrittenSheet } from '../workbook/write-workbook.ts'
import { scaleOn } from './matrix-sheet.ts'
import type { ListSheet } from './register-workbook.ts'

export function legendSheet({
  state,
  day,
  lists,
  t,
  language,
}: {
  readonly state: RegisterState
  readonly day: Day
  readonly lists: readonly ListSheet[]
  readonly t: Translate
  readonly language: Language
}): WrittenSheet {
  const scale = scaleOn(state, day)
  const word = (label: { readonly ja: string | null; readonly en: string | null } | undefined) =>
    label === undefined ? null : inLanguage(label, language)
  const grades: WrittenRow[] =
    scale === null
      ? []
      : [
          { as: 'title', cells: [t('workbook.scales')] },
          {
            as: 'heading',
            cells: [
              t('workbook.grade'),
              t('field.scale.likelihoodLabels'),
              t('field.scale.likelihoodRanges'),
              t('field.scale.impactLabels'),
            ],
          },
          ...[1, 2, 3, 4, 5].map((grade) => ({
            cells: [
              grade,
              word(scale.likelihoodLabels[grade - 1]),
              scale.likelihoodRanges[grade - 1] ?? null,
              word(scale.impactLabels[grade - 1]),
            ],
          })),
          { cells: [] },
        ]
  return {
    name: t('workbook.legend'),
    columns: [{ width: 20 }, { width: 32 }, { width: 24 }, { width: 12 }, { width: 10 }, { width: 70 }],
    rows: [
      { as: 'title', cells: [inLanguage(state.organisation.name, language)] },
      { cells: [t('workbook.asOf'), { day }] },
      { cells: [t('workbook.note')] },
      { cells: [] },
      ...grades,
      { as: 'title', cells: [t('workbook.columns')] },
      {
        as: 'heading',
        cells: [
          t('workbook.sheet'),
          t('bundle.dictionary.column'),
          t('workbook.columnInCsv'),
          t('bundle.dictionary.type'),
          t('bundle.dictionary.required'),
          t('bundle.dictionary.values'),
        ],
      },
      ...lists.flatMap(({ name: sheet, columns }) =>
        columns.map(({ name, label, kind, required, options: named }) => ({
          cells: [
            sheet,
            label[language],
            name,
            t(`workbook.kind.${kind}`),
            required === true ? t('workbook.required') : null,
            named === undefined
              ? null
              : options[named].map((code) => `${code} = ${t(`value.${named}.${code}`)}`).join('\n'),
          ],
        })),
      ),
    ],
  }
}
