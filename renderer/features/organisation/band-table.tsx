/** The 25 cells of the band table; with `onChange` each one is chosen. */
import { useWords } from '#renderer/records/words.ts'
import { bandOf, bandRank, bands } from '#shared/domain/scoring.ts'

export interface BandTableProps {
  readonly table: string
  readonly onChange?: (table: string) => void
}

const grades = [1, 2, 3, 4, 5] as const
const letters = 'LMHS'

export function BandTable({ table, onChange }: BandTableProps) {
  const words = useWords()
  return (
    <table className="band-table">
      <caption>{words.t('overview.heatMapAxes')}</caption>
      <tbody>
        {grades.toReversed().map((impact) => (
          <tr key={impact}>
            <th scope="row">{impact}</th>
            {grades.map((likelihood) => {
              const band = bandOf(table, likelihood, impact)
              const place = (5 - impact) * 5 + (likelihood - 1)
              return (
                <td key={likelihood} data-band={bandRank(band) + 1}>
                  {onChange === undefined ? (
                    words.value('band', band)
                  ) : (
                    <select
                      aria-label={words.t('app.level', { likelihood, impact })}
                      value={band}
                      onChange={(event) => {
                        const letter = letters.charAt(bands.findIndex((each) => each === event.currentTarget.value))
                        onChange(table.slice(0, place) + letter + table.slice(place + 1))
                      }}
                    >
                      {bands.map((each) => (
                        <option key={each} value={each}>
                          {words.value('band', each)}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          {grades.map((likelihood) => (
            <th scope="col" key={likelihood}>
              {likelihood}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
