/** The strip of six figures: value with its count, standing against its limits, course over the last packs. */
import { Link } from 'wouter'
import { Sparkline } from '#renderer/charts/sparkline.tsx'
import { useOpenList } from '#renderer/records/open-list.ts'
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
import { codePrefixes, codesByNoun } from '#shared/domain/nouns.ts'
import type { Overview } from '#shared/domain/overview.ts'

export function Tiles({ overview }: { readonly overview: Overview }) {
  return (
    <section className="sheet tiles">
      {overview.tiles.map((tile) => (
        <Tile key={tile.id} tile={tile} />
      ))}
    </section>
  )
}

function Tile({ tile }: { readonly tile: KriTile }) {
  const { t } = useWords()
  const say = useSay()
  const openList = useOpenList()
  // The records that keep the figure from its appetite: one list behind the name, or one for each of several nouns.
  const behind = codesByNoun(tile.contributing)
  const [only] = behind
  const value = valueStatement(tile)
  const count = countStatement(tile)
  const previous = previousStatement(tile)
  const limits = limitsStatement(tile)
  const title = t(`kri.${tile.id}.title`)
  return (
    <div className="tile" data-print="row">
      <div className="tile-head">
        {tile.id === 'K28' ? (
          <Link href="/quality" className="tile-title" title={t('overview.opensQuality')}>
            {title}
          </Link>
        ) : only === undefined || behind.length > 1 ? (
          <b>{title}</b>
        ) : (
          <button type="button" className="tile-title" onClick={() => openList(only[0], only[1], title)}>
            {title}
          </button>
        )}
        <span className="muted">{tile.id}</span>
      </div>
      <div className="tile-value">
        {value === null ? <StatusMark status={tile.status} word={t(`status.${tile.status}`)} /> : say(value)}
        {count !== null && <small>{say(count)}</small>}
      </div>
      <div className="tile-row">
        {value !== null && <StatusMark status={tile.status} word={t(`status.${tile.status}`)} />}
        <Sparkline
          label={null}
          values={tile.history.map((point) => point.value)}
          limit={tile.threshold?.appetite ?? null}
          limits={tile.history.map((point) => point.appetite)}
          width={76}
          height={22}
        />
      </div>
      <div className="tile-note">{previous === null ? t('app.noPrevious') : say(previous)}</div>
      {limits !== null && <div className="tile-note muted">{say(limits)}</div>}
      {behind.length > 1 && (
        <div className="tile-lists">
          {behind.map(([noun, codes]) => (
            <button
              key={noun}
              type="button"
              className="text-button"
              title={t('overview.opensNoun', { noun: t(`noun.${noun}.many`), count: codes.length })}
              onClick={() => openList(noun, codes, title)}
            >
              {codePrefixes[noun]} {codes.length}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
