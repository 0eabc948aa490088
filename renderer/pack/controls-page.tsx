/** Do the safeguards exist, and is there proof? */
import { controlStatuses } from '#shared/domain/control.ts'
import { evidenceStates } from '#shared/domain/metrics/control-domains.ts'
import type { Capped, ControlsPage, Figure, RiskRow, WeakControlRow } from '#shared/pack-model/pages.ts'
import { LevelMovement } from '#renderer/charts/level-movement.tsx'
import { edgeOfLimit, placeOnTrack } from '#renderer/ui/level-strip.tsx'
import { type Fill, FillSample } from '#renderer/charts/chart-fill.tsx'
import { StackedBar } from '#renderer/charts/stacked-bar.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { BandHeads, ControlStatusMark, EvidenceMark, gradesOf, levelsInWords } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords } from './pack-words.tsx'

/** Dark to light is proven to not started; hatched is unknown. */
const statusFills = {
  effective: 'first',
  untested: 'second',
  ineffective: 'dotted',
  partial: 'third',
  not_started: 'blank',
  unknown: 'hatched',
} as const satisfies Record<string, Fill>
const evidenceFills = { current: 'first', due: 'second', expired: 'dotted', none: 'blank' } as const satisfies Record<
  string,
  Fill
>
const applicable = controlStatuses.filter((status) => status !== 'not_applicable')

export function ControlsContent({ page }: { page: ControlsPage }) {
  return (
    <>
      <div className="pack-columns controls-top">
        <Domains figure={page.domains} />
        <Evidence figure={page.evidence} />
      </div>
      <div className="pack-columns controls-lists">
        <Claimed figure={page.claimed} />
        <Weak figure={page.weak} />
      </div>
    </>
  )
}

function Domains({ figure }: { figure: ControlsPage['domains'] }) {
  const { t } = usePackWords()
  const first = figure.data.every((row) => row.previous === null)
  const status = (key: (typeof controlStatuses)[number]) => t(`value.controlStatus.${key}`)
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-barred pack-tight" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 112 }}>
                <Head of="paper.column.domain" />
              </th>
              <th scope="col" style={{ width: 76 }}>
                <Head of="paper.column.shares" />
              </th>
              {applicable.map((key) => (
                <th key={key} scope="col" className="pack-number pack-keyed">
                  <FillSample fill={statusFills[key]} />
                  <Head of={`value.controlStatus.${key}`} />
                </th>
              ))}
              <th scope="col" className="pack-number pack-keyed">
                <Head of="status.na" />
              </th>
              <th scope="col" className="pack-number">
                <Head of="paper.column.implemented" />
              </th>
              {!first && (
                <th scope="col" className="pack-number">
                  <Head of="paper.column.previous" />
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.domain}>
                <th scope="row">
                  <Head of={`value.controlDomain.${row.domain}`} />
                </th>
                <td className="pack-canvas">
                  <StackedBar
                    label={applicable
                      .map((key) => t('paper.part', { part: status(key), count: row.counts[key] }))
                      .join(t('paper.partGap'))}
                    segments={applicable.map((key) => ({ key, count: row.counts[key], fill: statusFills[key] }))}
                    before={
                      row.previous &&
                      applicable.map((key) => ({ key, count: row.previous?.counts[key] ?? 0, fill: statusFills[key] }))
                    }
                    width={70}
                    height={22}
                  />
                </td>
                {applicable.map((key) => (
                  <Count key={key} of={row.counts[key]} at={behindKey.control(row.domain, key)} />
                ))}
                <Count of={row.counts.not_applicable} at={behindKey.control(row.domain, 'not_applicable')} />
                <td className="pack-number pack-strong">
                  <Behind at={behindKey.control(row.domain, 'implemented')}>
                    {t('paper.of', { count: row.implemented, total: row.total })}
                  </Behind>
                </td>
                {!first && (
                  <td className="pack-number">
                    {row.previous ? (
                      t('paper.of', { count: row.previous.implemented, total: row.previous.total })
                    ) : (
                      <Head of="paper.notComparable" />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function Evidence({ figure }: { figure: ControlsPage['evidence'] }) {
  const { t } = usePackWords()
  const first = figure.data.every((row) => row.previous === null)
  const state = (key: (typeof evidenceStates)[number]) => t(`evidenceState.${key}`)
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-barred pack-tight" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 108 }}>
                <Head of="paper.column.domain" />
              </th>
              <th scope="col" style={{ width: 62 }}>
                <Head of="paper.column.shares" />
              </th>
              {evidenceStates.map((key) => (
                <th key={key} scope="col" className="pack-number pack-keyed">
                  <FillSample fill={evidenceFills[key]} />
                  <Head of={`evidenceState.${key}`} />
                </th>
              ))}
              {!first && (
                <th scope="col" className="pack-number pack-keyed">
                  <Head of="paper.column.currentBefore" />
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.domain}>
                <th scope="row">
                  <Head of={`value.controlDomain.${row.domain}`} />
                </th>
                <td className="pack-canvas">
                  <StackedBar
                    label={evidenceStates
                      .map((key) => t('paper.part', { part: state(key), count: row.counts[key] }))
                      .join(t('paper.partGap'))}
                    segments={evidenceStates.map((key) => ({ key, count: row.counts[key], fill: evidenceFills[key] }))}
                    before={null}
                    width={56}
                    height={22}
                  />
                </td>
                {evidenceStates.map((key) => (
                  <Count key={key} of={row.counts[key]} at={behindKey.evidence(row.domain, key)} />
                ))}
                {!first && (
                  <td className="pack-number">
                    {row.previous ? (
                      t('paper.of', { count: row.previous.counts.current, total: row.previous.total })
                    ) : (
                      <Head of="paper.notComparable" />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

/** `at`: what is behind the number. */
export function Count({ of, at }: { of: number; at?: string }) {
  return (
    <td className={of === 0 ? 'pack-number pack-zero' : 'pack-number'}>
      {at === undefined ? of : <Behind at={at}>{of}</Behind>}
    </td>
  )
}

const canvas = { width: 190, height: 22 }

/** A dumbbell from what is claimed to what the evidence supports, across the line of appetite. */
function Claimed({ figure }: { figure: Figure<Capped<RiskRow>> }) {
  const words = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.claimed" />
          </NoRows>
        ) : (
          <table className="pack-drawn" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-small profile-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col" className="pack-small">
                  <Head of="paper.column.risk" />
                </th>
                <th scope="col" className="pack-small" style={{ width: 82 }}>
                  <Head of="paper.column.claimedEvidenced" />
                </th>
                <th scope="col" className="pack-canvas" style={{ width: canvas.width }}>
                  <BandHeads width={canvas.width} />
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
                  <td className="pack-whole">
                    {gradesOf(words, row.residual)} → <b>{gradesOf(words, row.evidenced)}</b>
                  </td>
                  <td className="pack-canvas">
                    <LevelMovement
                      label={levelsInWords(words, row)}
                      now={row.residual && placeOnTrack(row.residual)}
                      outside={row.outside === true}
                      previous={null}
                      target={null}
                      evidenced={row.evidenced && placeOnTrack(row.evidenced)}
                      limit={edgeOfLimit(row.limits.appetite)}
                      note={null}
                      {...canvas}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Weak({ figure }: { figure: Figure<Capped<WeakControlRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.weak" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.control" />
                </th>
                <th scope="col" style={{ width: 106 }}>
                  <Head of="paper.column.operation" />
                </th>
                <th scope="col" style={{ width: 92 }}>
                  <Head of="paper.column.evidence" />
                </th>
                <th scope="col" className="pack-number" style={{ width: 48 }}>
                  <Head of="paper.column.risks" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">
                    <Code of={row.code} />
                  </td>
                  <th scope="row">
                    <span className="pack-clamp">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td>
                    <ControlStatusMark status={row.status} />
                  </td>
                  <td>
                    <EvidenceMark state={row.evidence} />
                  </td>
                  <Count of={row.risks} />
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}
