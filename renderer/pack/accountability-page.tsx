/** Does every AI system have a named executive, and has each confirmed what they answer for? */
import { signOf } from '#shared/domain/metrics/kri-tile.ts'
import { countedLifecycles, lifecycles } from '#shared/domain/system.ts'
import type {
  AccountabilityPage,
  Capped,
  ConfirmationRow,
  Coverage,
  Figure,
  Path,
  WithoutExecutiveRow,
} from '#shared/pack-model/pages.ts'
import { ShareAxis, ShareBar } from '#renderer/charts/share-bar.tsx'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, Code } from './behind.tsx'
import { Answering, ConfirmationMark, KriStatusMark, TierWord } from './pack-marks.tsx'
import { NoRows, PackFigure } from './pack-figure.tsx'
import { PostPath } from './post-path.tsx'
import { Head, Name, usePackWords, Said } from './pack-words.tsx'

export function AccountabilityContent({ page }: { page: AccountabilityPage }) {
  return (
    <div className="pack-columns accountability-body">
      <div>
        <CoverageFigure figure={page.coverage} />
        <Confirmations figure={page.confirmation} />
      </div>
      <div>
        <InventoryFigure figure={page.inventory} />
        {page.without.rows.length > 0 && <Without without={page.without} />}
        <PathFigure figure={page.path} />
      </div>
    </div>
  )
}

const canvas = { width: 236, height: 22 }

function CoverageFigure({ figure }: { figure: Figure<Coverage> }) {
  const { t } = usePackWords()
  const { rows, others, limit } = figure.data
  if (rows.length === 0)
    return (
      <PackFigure figure={{ ...figure, meaning: null }}>
        {() => (
          <NoRows>
            <Head of="paper.none.systems" />
          </NoRows>
        )}
      </PackFigure>
    )
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-drawn" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" className="pack-small">
                <Head of="paper.column.unit" />
              </th>
              <th scope="col" className="pack-canvas" style={{ width: canvas.width }}>
                <span className="pack-hidden">
                  <Head of="paper.column.share" />
                </span>
                <ShareAxis width={canvas.width} height={20} />
              </th>
              <th scope="col" className="pack-small pack-after-canvas" style={{ width: 62 }}>
                <Head of="paper.column.heldOf" />
              </th>
              <th scope="col" className="pack-small" style={{ width: 66 }}>
                <Head of="paper.column.state" />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unit?.code ?? ''}>
                <th scope="row">
                  <span className="pack-name-small">
                    {row.unit ? <Name of={row.unit.name} /> : <Head of="pack.noUnit" />}
                  </span>
                </th>
                <td className="pack-canvas">
                  <ShareBar
                    label={t('paper.of', { count: row.held, total: row.total })}
                    share={row.held / row.total}
                    before={
                      row.previous && row.previous.held / row.previous.total !== row.held / row.total
                        ? row.previous.held / row.previous.total
                        : null
                    }
                    limit={limit}
                    {...canvas}
                  />
                </td>
                <td className={row.held < row.total ? 'pack-after-canvas pack-strong' : 'pack-after-canvas'}>
                  <Behind at={behindKey.unit(row.unit?.code ?? null, row.held < row.total ? 'without' : 'all')}>
                    {t('paper.of', { count: row.held, total: row.total })}
                  </Behind>
                </td>
                <td>{row.status !== 'within' && <KriStatusMark status={row.status} />}</td>
              </tr>
            ))}
            {others && (
              <tr>
                <th scope="row" className="pack-small">
                  <Said of={({ t }) => t('paper.otherUnits', { count: others.units })} />
                </th>
                <td className="pack-canvas">
                  <ShareBar
                    label={t('paper.of', { count: others.held, total: others.total })}
                    share={others.held / others.total}
                    before={null}
                    limit={limit}
                    {...canvas}
                  />
                </td>
                <td className="pack-after-canvas">{t('paper.of', { count: others.held, total: others.total })}</td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function InventoryFigure({ figure }: { figure: AccountabilityPage['inventory'] }) {
  const { rows, columns, total, previous } = figure.data
  const shown = lifecycles.filter(
    (each) => each !== 'unknown' || columns.unknown > 0 || (previous?.columns.unknown ?? 0) > 0,
  )
  const before = (tier: (typeof rows)[number]['tier']) => previous?.rows.find((row) => row.tier === tier)
  // Room for how the counts changed only in a column in which one did: English heads fill the whole breadth.
  const moved = (each: (typeof lifecycles)[number]) =>
    previous !== null && rows.some((row) => row.counts[each] !== before(row.tier)?.counts[each])
  const totalMoved = previous !== null && rows.some((row) => row.total !== before(row.tier)?.total)
  const shade = (each: (typeof lifecycles)[number]) => (countedLifecycles.includes(each) ? 'pack-shade' : '')
  return (
    <PackFigure figure={figure}>
      {(titleId) => (
        <table className="pack-table pack-tight" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col">
                <Head of="paper.column.tier" />
              </th>
              {shown.map((each) => (
                <th
                  key={each}
                  scope="col"
                  className={`pack-number pack-keyed ${shade(each)} ${moved(each) ? 'accountability-moved' : ''}`}
                >
                  <Head of={`value.lifecycle.${each}`} />
                </th>
              ))}
              <th scope="col" className={totalMoved ? 'pack-number accountability-moved' : 'pack-number'}>
                <Head of="paper.column.total" />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.tier}>
                <th scope="row">
                  <TierWord tier={row.tier} />
                </th>
                {shown.map((each) => (
                  <td key={each} className={`pack-number ${shade(each)} ${row.counts[each] === 0 ? 'pack-zero' : ''}`}>
                    <Behind at={behindKey.inventory(row.tier, each)}>{row.counts[each]}</Behind>
                    {moved(each) && <Change from={before(row.tier)?.counts[each] ?? 0} to={row.counts[each]} />}
                  </td>
                ))}
                <td className="pack-number pack-strong">
                  <Behind at={behindKey.inventory(row.tier, 'all')}>{row.total}</Behind>
                  {totalMoved && <Change from={before(row.tier)?.total ?? 0} to={row.total} />}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <Head of="paper.column.total" />
              </th>
              {shown.map((each) => (
                <td key={each} className={`pack-number ${shade(each)}`}>
                  <Behind at={behindKey.inventory('all', each)}>{columns[each]}</Behind>
                  {previous && moved(each) && <Change from={previous.columns[each]} to={columns[each]} />}
                </td>
              ))}
              <td className="pack-number">
                <Behind at={behindKey.inventory('all', 'all')}>{total}</Behind>
                {totalMoved && <Change from={previous.total} to={total} />}
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </PackFigure>
  )
}

/** How a cell has moved since the previous pack: room for it is kept in each of its column, so that the counts stand in one line. */
function Change({ from, to }: { from: number; to: number }) {
  const change = to - from
  return <span className="accountability-change">{change !== 0 && `${signOf(change)}${String(Math.abs(change))}`}</span>
}

function Confirmations({ figure }: { figure: Figure<Capped<ConfirmationRow>> }) {
  const { t } = usePackWords()
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <NoRows>
            <Head of="paper.none.systems" />
          </NoRows>
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col">
                  <Head of="paper.column.post" />
                </th>
                <th scope="col" style={{ width: 122 }}>
                  <Head of="paper.column.executive" />
                </th>
                <th scope="col" className="pack-number pack-folding" style={{ width: 54 }}>
                  <Head of="paper.column.confirmedOf" />
                </th>
                <th scope="col" style={{ width: 78 }}>
                  <Head of="paper.column.lastOn" />
                </th>
                <th scope="col" style={{ width: 122 }}>
                  <Head of="paper.column.state" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.post?.code ?? ''}>
                  <th scope="row">
                    <span className="pack-clamp">
                      {row.post ? <Name of={row.post.name} /> : <Head of="paper.noPost" />}
                    </span>
                  </th>
                  <td>
                    <Answering answerer={row.answerer} personOnly />
                  </td>
                  <td className="pack-number">
                    <Behind
                      at={behindKey.post(row.post?.code ?? null, row.confirmed < row.total ? 'unconfirmed' : 'all')}
                    >
                      {t('paper.of', { count: row.confirmed, total: row.total })}
                    </Behind>
                  </td>
                  <td className="pack-whole">{row.lastOn ?? <Head of="paper.notRecorded" />}</td>
                  <td>
                    <ConfirmationMark state={row.state} daysLapsed={row.daysLapsed} />
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

function PathFigure({ figure }: { figure: Figure<Path> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more} meaningAbove>
      {(titleId) =>
        figure.data.nodes.length === 0 ? (
          <NoRows>
            <Head of="paper.none.posts" />
          </NoRows>
        ) : (
          <PostPath nodes={figure.data.nodes} titleId={titleId} />
        )
      }
    </PackFigure>
  )
}

/** In running text, so that eight of them take a few lines. */
function Without({ without }: { without: Capped<WithoutExecutiveRow> }) {
  const { t } = usePackWords()
  return (
    <p className="accountability-without">
      <b>
        <Behind at={behindKey.kri('K01')}>
          <Said of={({ t }) => t('paper.withoutExecutive', { count: without.total })} />
        </Behind>
      </b>
      {without.rows.map((row) => (
        <span key={row.code}>
          <span className="pack-whole">
            <Code of={row.code} />
          </span>{' '}
          <span className="accountability-without-name">
            <Name of={row.name} />
          </span>{' '}
          <Unbroken
            text={t(row.since === null ? 'paper.tierAndState' : 'paper.tierAndStateSince', {
              tier: row.tier === null ? t('paper.tierUnset') : t(`value.tier.${row.tier}`),
              state: t(`executiveState.${row.state}`),
              day: row.since,
            })}
          />
        </span>
      ))}
      {without.more && (
        <span>
          <Said of={(words) => (without.more === null ? '' : words.say(without.more))} />
        </span>
      )}
    </p>
  )
}
