/** Figures of one subject as a table: value with its count, how it stood before, and how it stands against its limits. */
import { countStatement, type KriTile, previousStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import type { Statement } from '#shared/domain/statement.ts'
import type { Figure } from '#shared/pack-model/pages.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind } from './behind.tsx'
import { PackFigure } from './pack-figure.tsx'
import { KriStatusMark } from './pack-marks.tsx'
import { Head, usePackWords, Said } from './pack-words.tsx'

export function PackFigures({ figure }: { figure: Figure<readonly (KriTile & { readonly title: Statement })[]> }) {
  const { say } = usePackWords()
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="paper.column.figure" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 74 }}>
                <Head of="paper.column.value" />
              </th>
              <th scope="col" style={{ width: 92 }}>
                <Head of="paper.column.state" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((tile) => {
              const value = valueStatement(tile)
              const count = countStatement(tile)
              const previous = previousStatement(tile)
              return (
                <tr key={tile.id}>
                  <th scope="row">
                    <span className="pack-second">{tile.id}</span> <Said of={(words) => words.say(tile.title)} />
                    {previous !== null && (
                      <span className="pack-small pack-line">
                        <Said of={(words) => words.say(previous)} />
                      </span>
                    )}
                  </th>
                  <td className="pack-number">
                    <Behind at={behindKey.kri(tile.id)}>
                      {value && <b>{say(value)}</b>}
                      {count && <span className="pack-small pack-line">{say(count)}</span>}
                    </Behind>
                  </td>
                  <td>
                    <KriStatusMark status={tile.status} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}
