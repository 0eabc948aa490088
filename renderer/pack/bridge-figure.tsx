/** How the risks outside appetite became what they are since the previous pack: a waterfall with the risks of each bar. */
import { adds } from '#shared/domain/metrics/appetite-bridge.ts'
import type { BridgeRow, Figure } from '#shared/pack-model/pages.ts'
import { BridgeBar } from '#renderer/charts/bridge-bar.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Codes } from './behind.tsx'
import { PackFigure } from './pack-figure.tsx'
import { Head, More, usePackWords } from './pack-words.tsx'

const [width, height] = [180, 22]

export function BridgeFigure({ figure }: { figure: Figure<readonly BridgeRow[]> }) {
  const { t } = usePackWords()
  const most = Math.max(0, ...figure.data.flatMap(({ from, to }) => [from, to]))
  const signed = ({ step, count }: BridgeRow) => {
    if (step === 'before' || step === 'now' || count === 0) return t('paper.bridge.whole', { count })
    return t(adds(step) ? 'paper.bridge.more' : 'paper.bridge.fewer', { count })
  }
  return (
    <PackFigure figure={figure} className="quality-together">
      {(titleId) => (
        <table className="pack-table pack-close" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 148 }}>
                <Head of="paper.column.bridgeStep" />
              </th>
              <th scope="col" className="pack-number" style={{ width: 44 }}>
                <Head of="paper.column.risks" />
              </th>
              <th scope="col" className="pack-after-number" style={{ width }}>
                <span className="pack-hidden">
                  <Head of="paper.column.bridgeBar" />
                </span>
              </th>
              <th scope="col">
                <Head of="paper.column.which" />
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.data.map((row) => (
              <tr key={row.step}>
                <th scope="row" className={isWhole(row) ? 'pack-strong' : undefined}>
                  <Head of={`paper.bridge.step.${row.step}`} />
                </th>
                <td className={isWhole(row) ? 'pack-number pack-strong' : 'pack-number'}>
                  <Behind at={behindKey.bridge(row.step)}>{signed(row)}</Behind>
                </td>
                <td className="pack-after-number">
                  <BridgeBar
                    label={t('paper.bridge.bar', { from: row.from, to: row.to })}
                    kind={isWhole(row) ? 'whole' : row.to >= row.from ? 'more' : 'fewer'}
                    from={row.from}
                    to={row.to}
                    most={most}
                    width={width}
                    height={height}
                  />
                </td>
                <td className="pack-small">
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

function isWhole({ step }: BridgeRow): boolean {
  return step === 'before' || step === 'now'
}
