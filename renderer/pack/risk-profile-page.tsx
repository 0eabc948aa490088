/** Where is the exposure, and has it moved? */
import type { HeatMap as HeatMapModel, StageCounts } from '#shared/domain/metrics/heat-map.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import { bands } from '#shared/domain/scoring.ts'
import type { Capped, Figure, RiskProfilePage, RiskRow } from '#shared/pack-model/pages.ts'
import { edgeOfLimit, placeOnTrack } from '#renderer/ui/level-strip.tsx'
import { type DrawnWord, LevelMovement } from '#renderer/charts/level-movement.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { RiskHeatMap, RiskMiniMap } from './pack-heat-map.tsx'
import { MovementKey } from './mark-keys.tsx'
import { BandHeads, drawnWord, gradesOf, levelsInWords } from './pack-marks.tsx'
import { Head, Name, Sentences, usePackWords, type PackWords, Said, Second } from './pack-words.tsx'

const canvasWidth = 200
const canvasHeight = 24

export function RiskProfileContent({ page, first }: { page: RiskProfilePage; first: boolean }) {
  return (
    <>
      <div className="pack-columns profile-top">
        <PackFigure figure={page.heatMap}>
          {(titleId) => (
            <>
              <RiskHeatMap map={page.heatMap.data} scale={page.scale} titleId={titleId} />
              <p className="pack-meaning pack-second-words profile-notes">
                {page.notes.map((note) => (
                  <span key={note.key}>
                    <Said of={(words) => words.say(note)} />
                  </span>
                ))}
              </p>
            </>
          )}
        </PackFigure>
        <Movements figure={page.movement} first={first} />
      </div>
      <Stages figure={page.stages} first={first} />
    </>
  )
}

function Movements({ figure, first }: { figure: Figure<Capped<RiskRow>>; first: boolean }) {
  const words = usePackWords()
  if (figure.data.rows.length === 0)
    return (
      <PackFigure figure={{ ...figure, meaning: null }}>
        {() => (
          <NoRows>
            <Head of="paper.none.risks" />
          </NoRows>
        )}
      </PackFigure>
    )
  return (
    <PackFigure figure={{ ...figure, meaning: null }} more={figure.data.more}>
      {(titleId) => (
        <>
          <table className="pack-drawn" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-small profile-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col" className="pack-small">
                  <Head of="paper.column.risk" />
                </th>
                <th scope="col" className="pack-small profile-now">
                  <Head of="paper.column.residual" />
                </th>
                <th scope="col" className="pack-canvas" style={{ width: canvasWidth }}>
                  <BandHeads width={canvasWidth} />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-small profile-code">
                    <Code of={row.code} />
                  </td>
                  <th scope="row">
                    <span className="pack-name-small">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td className="profile-now">{gradesOf(words, row.residual)}</td>
                  <td className="pack-canvas">
                    <LevelMovement
                      label={levelsInWords(words, row)}
                      now={placeOf(row.residual)}
                      outside={row.outside === true}
                      previous={row.movement === 'unchanged' ? null : placeOf(row.previousResidual)}
                      target={placeOf(row.target)}
                      evidenced={placeOf(row.evidenced)}
                      limit={edgeOfLimit(row.limits.appetite)}
                      note={noteOf(words, row)}
                      width={canvasWidth}
                      height={canvasHeight}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <MovementKey first={first} />
        </>
      )}
    </PackFigure>
  )
}

function placeOf(level: Level | null): number | null {
  return level === null ? null : placeOnTrack(level)
}

function noteOf(words: PackWords, row: RiskRow): DrawnWord | null {
  if (row.residual === null) return drawnWord(words, 'paper.unassessed')
  return row.movement === 'new' ? drawnWord(words, 'movement.new') : null
}

function Stages({ figure, first }: { figure: RiskProfilePage['stages']; first: boolean }) {
  return (
    <PackFigure figure={{ ...figure, meaning: null }}>
      {(titleId) => (
        <div className="profile-stages">
          {figure.data.maps.map((map: HeatMapModel) => (
            <div key={map.stage}>
              <RiskMiniMap map={map} />
              <p className="pack-strong">
                <Head of={`value.stage.${map.stage}`} />
              </p>
            </div>
          ))}
          <div>
            <StageTable counts={figure.data.counts} titleId={titleId} first={first} />
            {figure.meaning && (
              <p className="profile-plan pack-second-words">
                <Sentences of={[figure.meaning]} />
                <Second of={(words) => (figure.meaning === null ? '' : words.say(figure.meaning))} />
              </p>
            )}
          </div>
        </div>
      )}
    </PackFigure>
  )
}

function StageTable({ counts, titleId, first }: { counts: readonly StageCounts[]; titleId: string; first: boolean }) {
  const { t } = usePackWords()
  const unassessed = counts.some((row) => row.unassessed > 0)
  return (
    <table className="pack-table" aria-labelledby={titleId}>
      <thead>
        <tr>
          <th scope="col">
            <Head of="paper.column.stage" />
          </th>
          {bands.map((band) => (
            <th key={band} scope="col" className="pack-number">
              <Head of={`band.${band}`} />
            </th>
          ))}
          {unassessed && (
            <th scope="col" className="pack-number">
              <Head of="paper.unassessed" />
            </th>
          )}
          <th scope="col" className="pack-number">
            <Head of="paper.column.outside" />
          </th>
          {!first && (
            <th scope="col" className="pack-number">
              <Head of="paper.column.previous" />
            </th>
          )}
          <th scope="col" className="pack-number">
            <Head of="paper.column.total" />
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.map((row) => (
          <tr key={row.stage}>
            <th scope="row">
              <Head of={`value.stage.${row.stage}`} />
            </th>
            {bands.map((band) => (
              <td key={band} className="pack-number">
                <Behind at={behindKey.band(row.stage, band)}>{row.bands[band]}</Behind>
              </td>
            ))}
            {unassessed && (
              <td className="pack-number">
                <Behind at={behindKey.stage(row.stage, 'unassessed')}>{row.unassessed}</Behind>
              </td>
            )}
            <td className="pack-number pack-strong">
              <Behind at={behindKey.stage(row.stage, 'outside')}>
                {t('paper.of', { count: row.outside, total: row.total })}
              </Behind>
            </td>
            {!first && (
              <td className="pack-number">
                {row.previous ? (
                  t('paper.of', { count: row.previous.outside, total: row.previous.total })
                ) : (
                  <Head of="paper.notComparable" />
                )}
              </td>
            )}
            <td className="pack-number">
              <Behind at={behindKey.stage(row.stage, 'all')}>{row.total}</Behind>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
