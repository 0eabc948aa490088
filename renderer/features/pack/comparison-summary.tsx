/** What two packs differ by, in numbers: risks that moved, how they came to lie outside appetite, records by noun. */
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { ComparisonPage } from '#shared/contract/pack.ts'
import { type ChangeCounts, recordChangeKinds } from '#shared/domain/compare/record-changes.ts'
import { adds, type BridgeStep, bridgeSteps } from '#shared/domain/metrics/appetite-bridge.ts'
import { zonedMinute } from '#shared/pack-model/zoned-instant.ts'

export function ComparisonSummary({ data }: { readonly data: ComparisonPage }) {
  const { t } = useWords()
  const { earlier, later, movement, rescored, timeZone } = data
  const side = ({ code, asOf, cutOff }: ComparisonPage['earlier']) =>
    t('comparison.side', { code: code ?? t('app.draft'), day: asOf, cutOff: zonedMinute(cutOff, timeZone) })
  const again = rescored.up.length + rescored.down.length + rescored.same.length
  const codes = [...rescored.down, ...rescored.up, ...rescored.same]
  return (
    <section className="sheet form-section comparison-summary">
      <h2>{t('comparison.between', { earlier: side(earlier), later: side(later) })}</h2>
      <p className="hint">{t('comparison.zone', { zone: timeZone })}</p>
      <p>
        {t('comparison.risks', {
          added: movement.new.length,
          gone: movement.gone.length,
          worse: movement.worse.length,
          better: movement.better.length,
          unchanged: movement.unchanged.length,
        })}
      </p>
      <p>
        {again === 0 ? (
          t('pack.clause.rescored.none')
        ) : (
          <StatusMark
            status="warning"
            word={t('pack.clause.rescored.some', {
              count: again,
              down: rescored.down.length,
              up: rescored.up.length,
              codes: codes.join(t('app.listSeparator')),
            })}
          />
        )}
      </p>
      <div className="comparison-tables">
        <Bridge data={data} />
        <Counts data={data} />
      </div>
    </section>
  )
}

function Bridge({ data: { bridge } }: { readonly data: ComparisonPage }) {
  const { t } = useWords()
  const rows: readonly (readonly ['before' | BridgeStep | 'now', readonly string[]])[] = [
    ['before', bridge.before],
    ...bridgeSteps.map((step) => [step, bridge.steps[step]] as const).filter(([, codes]) => codes.length > 0),
    ['now', bridge.now],
  ]
  const sign = (step: (typeof rows)[number][0], count: number) => {
    if (step === 'before' || step === 'now') return t('paper.bridge.whole', { count })
    return t(adds(step) ? 'paper.bridge.more' : 'paper.bridge.fewer', { count })
  }
  return (
    <div>
      <h3>{t('pack.figure.bridge')}</h3>
      <table className="plain-table">
        <caption className="visually-hidden">{t('pack.figure.bridge')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('paper.column.bridgeStep')}</th>
            <th scope="col" className="figures">
              {t('paper.column.risks')}
            </th>
            <th scope="col">{t('paper.column.which')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([step, codes]) => (
            <tr key={step}>
              <th scope="row">{t(`paper.bridge.step.${step}`)}</th>
              <td className="figures">{sign(step, codes.length)}</td>
              <td className="code comparison-codes">{codes.join(t('app.listSeparator'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Counts({ data }: { readonly data: ComparisonPage }) {
  const words = useWords()
  const { t } = words
  const countsOf = (row: ChangeCounts) =>
    recordChangeKinds
      .filter((kind) => row[kind] > 0)
      .map((kind) => t(`comparison.counted.${kind}`, { count: row[kind] }))
      .join(t('app.listSeparator'))
  const rows = data.counts.filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)
  return (
    <div>
      <h3>{t('comparison.byNoun')}</h3>
      {rows.length === 0 ? (
        <p>{t('comparison.nothing')}</p>
      ) : (
        <ul className="comparison-counts">
          {rows.map((row) => (
            <li key={row.noun}>{t('comparison.nounCount', { noun: words.many(row.noun), counts: countsOf(row) })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
