/** The group by its legal entities beside the whole, and from where the records of each come, up to when. */
import { countStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { entityFigures } from '#shared/domain/metrics/entity-figures.ts'
import { statement } from '#shared/domain/statement.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import type { EntitiesPage, EntityFigure, EntityRow } from '#shared/pack-model/pages.ts'
import { Behind } from './behind.tsx'
import { PackFigure } from './pack-figure.tsx'
import { KriStatusMark, WordMark } from './pack-marks.tsx'
import { Head, ShortName, usePackWords, Said } from './pack-words.tsx'

export function EntitiesContent({ page }: { readonly page: EntitiesPage }) {
  return (
    <>
      <Figures figure={page.figures} />
      <Origins figure={page.origins} />
    </>
  )
}

function Figures({ figure }: { readonly figure: EntitiesPage['figures'] }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) => (
        <table className="pack-table pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="entity.column.entity" />
              </th>
              {(['systems', 'highTier', 'openRisks'] as const).map((column) => (
                <th key={column} scope="col" className="pack-number pack-folding" style={{ width: 66 }}>
                  <Head of={`entity.column.${column}`} />
                </th>
              ))}
              {entityFigures.map((id) => (
                <th key={id} scope="col" className="pack-number pack-folding" style={{ width: 91 }}>
                  <span className="pack-second">{id}</span> <Head of={`kri.${id}.title`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figure.data.rows.map((row) => (
              <Entity key={addressOf(row)} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function addressOf({ entity, which }: EntityRow): string {
  return entity?.code ?? which
}

function Entity({ row }: { readonly row: EntityRow }) {
  const at = addressOf(row)
  return (
    <tr className={row.which === 'whole' ? 'pack-strong' : undefined}>
      <th scope="row">
        {row.entity === null ? (
          <Head of={row.which === 'whole' ? 'entity.whole' : 'entity.none'} />
        ) : (
          <>
            <ShortName of={row.entity.name} />
            <span className="pack-small pack-line">{row.entity.code}</span>
          </>
        )}
      </th>
      {(['systems', 'highTier', 'openRisks'] as const).map((column) => (
        <td key={column} className="pack-number">
          <Behind at={behindKey.entity(at, column)}>{row[column]}</Behind>
        </td>
      ))}
      {entityFigures.map((id) => {
        const figure = row.figures.find(({ result }) => result.id === id)
        return (
          <td key={id} className="pack-number">
            {figure === undefined ? (
              <Head of="status.no_data" />
            ) : (
              <Value figure={figure} at={behindKey.entity(at, id)} />
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** The value with its count, how it stands, and what it was. */
function Value({ figure: { result, previous }, at }: { readonly figure: EntityFigure; readonly at: string }) {
  const { t, say } = usePackWords()
  const value = valueStatement(result)
  const count = result.unit === 'share' ? countStatement(result) : null
  const before = previous === null ? null : valueStatement({ ...result, value: previous.value })
  return (
    <>
      <Behind at={at}>
        <b>{value === null ? t('status.na') : say(value)}</b>
        {count !== null && <span className="pack-small"> {say(count)}</span>}
      </Behind>
      <span className="pack-line">
        <KriStatusMark status={result.status} />
      </span>
      <span className="pack-small pack-line">
        <Said
          of={({ t, say: says }) =>
            before === null ? t('paper.notComparable') : says(statement('kri.previousOnly', { value: before }))
          }
        />
      </span>
    </>
  )
}

function Origins({ figure }: { readonly figure: EntitiesPage['origins'] }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) => (
        <table className="pack-table pack-fixed pack-close" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="entity.column.entity" />
              </th>
              <th scope="col" style={{ width: 270 }}>
                <Head of="entity.column.origin" />
              </th>
              <th scope="col" style={{ width: 116 }}>
                <Head of="entity.column.mergedOn" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 74 }}>
                <Head of="entity.column.runs" />
              </th>
              <th scope="col" className="pack-after-number" style={{ width: 138 }}>
                <Head of="entity.column.cutOff" />
              </th>
              <th scope="col" style={{ width: 130 }}>
                <Head of="paper.column.state" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">
                  {row.unit === null ? <Head of="entity.unsaid" /> : <ShortName of={row.unit.name} />}
                </th>
                <td>{row.origin === null ? <Head of="entity.neverMerged" /> : <ShortName of={row.origin} />}</td>
                <td>{row.mergedOn ?? '–'}</td>
                <td className="pack-number">{row.runs}</td>
                <td className="pack-after-number">{row.cutOff ?? <Head of="entity.asTheWhole" />}</td>
                <td>
                  {row.stale ? (
                    <WordMark status="warning" of="entity.stale" />
                  ) : (
                    <WordMark status="within" of={row.origin === null ? 'entity.keptHere' : 'entity.fresh'} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}
