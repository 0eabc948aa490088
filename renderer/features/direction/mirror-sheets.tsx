/** What stands around the chosen direction: where the sides are furthest apart, both shapes, and how the mirror is read. */
import { Link } from 'wouter'
import { FacingRadar } from '#renderer/charts/facing-radar.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Mirror, MirrorCell, MirrorRow } from '#shared/contract/direction.ts'
import { largestGaps } from './gaps.ts'
import { numberOf } from './mirror-table.tsx'

export function LargestGaps({ rows }: { readonly rows: readonly MirrorRow[] }) {
  const words = useWords()
  const { t } = words
  const gaps = largestGaps(rows)
  const open = rows.filter(({ gap }) => gap === null).length
  return (
    <section className="sheet form-section" aria-labelledby="mirror-gaps">
      <h2 id="mirror-gaps">{t('mirror.largestGaps')}</h2>
      {gaps.length === 0 ? (
        <p>{t('mirror.noGaps')}</p>
      ) : (
        <ul className="mirror-gaps">
          {gaps.map((row) => (
            <li key={row.id} data-print="row">
              <span className="figures mirror-gap-number">{numberOf(row.id)}</span>
              <Link href={`/mirror/${row.id}`} className="plain-link">
                {words.value('directionItem', row.id)}
              </Link>
              <b className="figures">
                {levelOf(row.cyber)} : {levelOf(row.ai)}
              </b>
            </li>
          ))}
        </ul>
      )}
      {open > 0 && <p className="hint">{t('mirror.notCompared', { count: open })}</p>}
    </section>
  )
}

function levelOf({ maturity }: MirrorCell): number | null {
  return maturity?.kind === 'counted' ? maturity.level : null
}

export function ReadingNotes({ mirror }: { readonly mirror: Mirror }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  return (
    <section className="sheet form-section mirror-notes" aria-labelledby="mirror-notes">
      <h2 id="mirror-notes">{t('mirror.howToRead')}</h2>
      <p>{t('mirror.stepsAre')}</p>
      <p>{t('mirror.titlesFrom', { pack: words.name(mirror.pack.title), version: mirror.pack.version })}</p>
      <p>† {t('mirror.daggerMeans')}</p>
      <p>{t('mirror.hatchMeans')}</p>
      <p>{t('mirror.newestMeans')}</p>
      <p data-print="none">
        <Link href="/direction" className="link">
          {t('mirror.records')}
        </Link>{' '}
        {mayChange && (
          <Link href="/mirror/import" className="link">
            {t('mirror.import')}
          </Link>
        )}
      </p>
    </section>
  )
}

const size = 260

export function MirrorRadar({ rows }: { readonly rows: readonly MirrorRow[] }) {
  const words = useWords()
  const { t } = words
  const known = rows.filter(({ ai, cyber }) => levelOf(ai) !== null || levelOf(cyber) !== null)
  return (
    <section className="sheet form-section" aria-labelledby="mirror-radar">
      <h2 id="mirror-radar">{t('mirror.radar')}</h2>
      {known.length === 0 ? (
        <p>{t('mirror.noRadar')}</p>
      ) : (
        <>
          <p className="mirror-radar-key">
            <span>
              <svg width="28" height="8" aria-hidden="true">
                <path d="M0 4H28" stroke="var(--daicho-ai)" strokeWidth="1.8" />
                <circle cx="14" cy="4" r="3" fill="var(--daicho-ai)" />
              </svg>{' '}
              {words.value('directionSide', 'ai')}
            </span>
            <span>
              <svg width="28" height="8" aria-hidden="true">
                <path d="M0 4H28" stroke="var(--daicho-ink-2)" strokeWidth="1.8" strokeDasharray="5 3" />
                <circle
                  cx="14"
                  cy="4"
                  r="3"
                  fill="var(--daicho-sheet)"
                  stroke="var(--daicho-ink-2)"
                  strokeWidth="1.5"
                />
              </svg>{' '}
              {words.value('directionSide', 'cyber')}
            </span>
          </p>
          <FacingRadar
            label={t('mirror.radarLabel')}
            axes={rows.map((row) => ({
              name: String(numberOf(row.id)),
              first: levelOf(row.ai),
              second: levelOf(row.cyber),
            }))}
            most={4}
            size={size}
          />
          <p className="hint">{t('mirror.radarHint')}</p>
        </>
      )}
    </section>
  )
}
