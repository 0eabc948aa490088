/** Can we rely on this? How the figures came about, what is not known, and by what the pack can be checked. */
import type { ChangeCounts } from '#shared/domain/compare/record-changes.ts'
import { type FieldCompleteness, virtualFields } from '#shared/domain/metrics/completeness.ts'
import { countStatement, limitsStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import type { DataQualityPage, DigestRow, Figure, FigureRow, GapRow, PopulationRow } from '#shared/pack-model/pages.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Codes } from './behind.tsx'
import { BridgeFigure } from './bridge-figure.tsx'
import { Count } from './controls-page.tsx'
import { KriStatusMark } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, More, Said, Second, usePackWords } from './pack-words.tsx'
import { SignatureFigure } from './signature-table.tsx'

export function DataQualityContent({ page }: { page: DataQualityPage }) {
  return (
    <>
      <Populations figure={page.populations} />
      <Figures figure={page.figures} />
      <Completeness figure={page.completeness} />
      <Gaps figure={page.gaps} />
      {page.changes && <Changes figure={page.changes} />}
      {page.bridge && <BridgeFigure figure={page.bridge} />}
      <Methods figure={page.methods} />
      <Digest figure={page.digest} />
      <SignatureFigure figure={page.signatures} />
    </>
  )
}

function Populations({ figure }: { figure: Figure<readonly PopulationRow[]> }) {
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 84 }}>
                <Head of="paper.column.records" />
              </th>
              <th scope="col" className="pack-number">
                <Head of="paper.column.recorded" />
              </th>
              <th scope="col" className="pack-number">
                <Head of="paper.column.withdrawn" />
              </th>
              <th scope="col" className="pack-number">
                <Head of="paper.column.outOfScope" />
              </th>
              <th scope="col" className="pack-number">
                <Head of="paper.column.counted" />
              </th>
              <th scope="col" className="pack-after-number">
                <Head of="paper.column.why" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.noun}>
                <th scope="row">
                  <Head of={`noun.${row.noun}.many`} />
                </th>
                <Count of={row.recorded} at={behindKey.population(row.noun, 'recorded')} />
                <Count of={row.withdrawn} at={behindKey.population(row.noun, 'withdrawn')} />
                <Count of={row.outOfScope} at={behindKey.population(row.noun, 'outOfScope')} />
                <td className="pack-number pack-strong">
                  <Behind at={behindKey.population(row.noun, 'counted')}>{row.counted}</Behind>
                </td>
                <td className="pack-small pack-after-number">
                  <Said of={(words) => words.say(row.why)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function Figures({ figure }: { figure: Figure<readonly FigureRow[]> }) {
  const compared = figure.data.some((row) => row.previous !== null)
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 34 }}>
                <Head of="paper.column.figure" />
              </th>
              <th scope="col">
                <Head of="paper.column.formula" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 74 }}>
                <Head of="paper.column.value" />
              </th>
              <th scope="col" style={{ width: 76 }}>
                <Head of="paper.column.state" />
              </th>
              {compared && (
                <th scope="col" className="pack-number" style={{ width: 60 }}>
                  <Head of="paper.column.previous" />
                </th>
              )}
              <th scope="col" className="pack-after-number" style={{ width: 112 }}>
                <Head of="paper.column.limits" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <FigureOf key={row.id} row={row} compared={compared} />
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function FigureOf({ row, compared }: { row: FigureRow; compared: boolean }) {
  const { say } = usePackWords()
  const value = valueStatement(row)
  const count = countStatement(row)
  const before = row.previous && valueStatement({ ...row, value: row.previous.value })
  const limits = limitsStatement(row)
  return (
    <tr>
      <td className="pack-whole pack-top">{row.id}</td>
      <th scope="row" className="pack-top">
        <b>
          <Said of={(words) => words.say(row.title)} />
        </b>
        <span className="pack-small pack-line">
          <Said of={(words) => words.say(row.formula)} />
        </span>
        <span className="pack-small pack-line">
          <Said of={(words) => words.say(row.limitation)} />
        </span>
      </th>
      <td className="pack-number pack-top">
        <Behind at={behindKey.kri(row.id)}>
          {value && <b>{say(value)}</b>}
          {count && <span className="pack-line">{say(count)}</span>}
        </Behind>
      </td>
      <td className="pack-top">
        <KriStatusMark status={row.status} />
      </td>
      {compared && <td className="pack-number pack-top">{before ? say(before) : <Head of="paper.notComparable" />}</td>}
      <td className="pack-small pack-top pack-after-number">{limits && <Said of={(words) => words.say(limits)} />}</td>
    </tr>
  )
}

function Gaps({ figure }: { figure: Figure<readonly GapRow[]> }) {
  const { t, say } = usePackWords()
  if (figure.data.length === 0) return <PackFigure figure={figure}>{() => null}</PackFigure>
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="paper.column.gap" />
              </th>
              <th scope="col" className="pack-after-number" style={{ width: 360 }}>
                <Head of="paper.column.which" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <Behind at={behindKey.gap(row.key)}>{say(row.what)}</Behind>
                  <Second of={(words) => words.say(row.what)} />
                </th>
                <td className="pack-small pack-after-number">
                  <Codes of={row.codes.rows} separator={t('pack.listSeparator')} /> <More of={row.codes.more} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

/** Rows in two tables side by side, read down the first and then down the second. */
function inHalves<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const half = Math.ceil(rows.length / 2)
  return [rows.slice(0, half), rows.slice(half)].filter((part) => part.length > 0)
}

function Completeness({ figure }: { figure: Figure<readonly FieldCompleteness[]> }) {
  const { t } = usePackWords()
  const counted = figure.data.filter((row) => row.of > 0)
  const isVirtual = (row: FieldCompleteness) => (virtualFields[row.noun] as readonly string[]).includes(row.field)
  return (
    <PackFigure figure={figure}>
      {(titleId) =>
        counted.length === 0 ? (
          <NoRows>
            <Head of="paper.none.records" />
          </NoRows>
        ) : (
          <div className="pack-columns pack-halves">
            {inHalves(counted).map((rows, index) => (
              <table key={index} className="pack-table pack-close" aria-labelledby={titleId}>
                <thead>
                  <tr>
                    <th scope="col">
                      <Head of="paper.column.field" />
                    </th>
                    <th scope="col" className="pack-number">
                      <Head of="paper.column.filled" />
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.noun}.${row.field}`}>
                      <th scope="row">
                        <Said
                          of={({ t }) =>
                            t('paper.fieldOf', {
                              noun: t(`noun.${row.noun}.one`),
                              field: t(isVirtual(row) ? `pack.field.${row.field}` : `field.${row.noun}.${row.field}`),
                            })
                          }
                        />
                      </th>
                      <td className={row.filled < row.of ? 'pack-number pack-strong' : 'pack-number'}>
                        <Behind at={behindKey.blank(row.noun, row.field)}>
                          {t('paper.of', { count: row.filled, total: row.of })}
                        </Behind>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        )
      }
    </PackFigure>
  )
}

function Changes({ figure }: { figure: Figure<readonly ChangeCounts[]> }) {
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <div className="pack-columns pack-halves">
          {inHalves(figure.data).map((rows, index) => (
            <table key={index} className="pack-table pack-close" aria-labelledby={titleId}>
              <thead>
                <tr>
                  <th scope="col">
                    <Head of="paper.column.records" />
                  </th>
                  <th scope="col" className="pack-number">
                    <Head of="paper.column.added" />
                  </th>
                  <th scope="col" className="pack-number">
                    <Head of="paper.column.changed" />
                  </th>
                  <th scope="col" className="pack-number">
                    <Head of="paper.column.withdrawn" />
                  </th>
                  <th scope="col" className="pack-number">
                    <Head of="paper.column.total" />
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.noun}>
                    <th scope="row">
                      <Head of={`noun.${row.noun}.many`} />
                    </th>
                    <Count of={row.added} at={behindKey.change(row.noun, 'added')} />
                    <Count of={row.changed} at={behindKey.change(row.noun, 'changed')} />
                    <Count of={row.withdrawn} at={behindKey.change(row.noun, 'withdrawn')} />
                    <Count of={row.total} />
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      )}
    </PackFigure>
  )
}

function Methods({ figure }: { figure: DataQualityPage['methods'] }) {
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <ol className="quality-methods" aria-labelledby={titleId}>
          {figure.data.map((method) => (
            <li key={method.key}>
              <Said of={(words) => words.say(method)} />
            </li>
          ))}
        </ol>
      )}
    </PackFigure>
  )
}

function DigestValue({ of }: { of: DigestRow['value'] }) {
  return typeof of === 'string' ? of : <Said of={(words) => words.say(of)} />
}

function Digest({ figure }: { figure: Figure<readonly DigestRow[]> }) {
  return (
    <PackFigure figure={figure} className="quality-together">
      {(titleId) => (
        <table className="pack-table" aria-labelledby={titleId}>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.key}>
                <th scope="row" style={{ width: 150 }}>
                  <Said of={(words) => words.say(row.label)} />
                </th>
                <td className={row.kind === 'digest' ? 'pack-digest' : undefined}>
                  <DigestValue of={row.value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}
