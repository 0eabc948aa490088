/** The strip of six figures: value with its count, standing against its limits, course over the last packs. */
import { useLocation } from 'wouter'
import { Sparkline } from '#renderer/charts/sparkline.tsx'
import { useOpenFiltered, useOpenList } from '#renderer/records/open-list.ts'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import {
  countStatement,
  type KriTile,
  limitsStatement,
  previousStatement,
  valueStatement,
} from '#shared/domain/metrics/kri-tile.ts'
import type { Overview } from '#shared/domain/overview.ts'
import { designs } from '#shared/domain/control.ts'

export function Tiles({ overview }: { readonly overview: Overview }) {
  return (
    <section className="sheet tiles">
      {overview.tiles.map((tile) => (
        <Tile key={tile.id} tile={tile} overview={overview} />
      ))}
    </section>
  )
}

function Tile({ tile, overview }: { readonly tile: KriTile; readonly overview: Overview }) {
  const { t } = useWords()
  const say = useSay()
  const open = useOpenFigure(tile, overview)
  const value = valueStatement(tile)
  const count = countStatement(tile)
  const previous = previousStatement(tile)
  const limits = limitsStatement(tile)
  const title = t(`kri.${tile.id}.title`)
  return (
    <div className="tile">
      <div className="tile-head">
        {open === null ? (
          <b>{title}</b>
        ) : (
          <button type="button" className="tile-title" onClick={open}>
            {title}
          </button>
        )}
        <span className="muted">{tile.id}</span>
      </div>
      <div className="tile-value">
        {value === null ? t(`status.${tile.status}`) : say(value)}
        {count !== null && <small>{say(count)}</small>}
      </div>
      <div className="tile-row">
        <StatusMark status={tile.status} word={t(`status.${tile.status}`)} />
        <Sparkline
          label={null}
          values={tile.history.map((point) => point.value)}
          limit={tile.threshold?.appetite ?? null}
          width={96}
          height={22}
        />
      </div>
      <div className="tile-note">{previous === null ? t('overview.first') : say(previous)}</div>
      {limits !== null && <div className="tile-note muted">{say(limits)}</div>}
    </div>
  )
}

/** What the figure's name opens: the records that keep it from its appetite, where there are any. */
function useOpenFigure(tile: KriTile, overview: Overview): (() => void) | null {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const openList = useOpenList()
  const openFiltered = useOpenFiltered()
  const title = t(`kri.${tile.id}.title`)
  switch (tile.id) {
    case 'K01':
      return () => navigate('/accountability')
    case 'K05': {
      const codes = overview.heatMap.cells.flatMap((cell) => cell.outside)
      return codes.length === 0 ? null : () => openList('risk', codes, title)
    }
    case 'K09':
      return () => openFiltered('control', { design: designs.filter((design) => design !== 'in_place') })
    case 'K12': {
      const overdue = overview.actNow.find((row) => row.kind === 'actionsOverdue')
      return overdue === undefined ? null : () => openList('action', overdue.target.codes, title)
    }
    default:
      return null
  }
}
