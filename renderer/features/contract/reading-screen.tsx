/** A contract's text read point by point: the three matters and the terms above, the points under METI's heads, one beside them. */
import { IconBook, IconColumns2, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { recordPath } from '#renderer/records/noun-path.ts'
import { PointsSource } from '#renderer/records/point-words.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { WithdrawnNotice } from '#renderer/records/withdrawn-notice.tsx'
import { useWords, type Words } from '#renderer/records/words.ts'
import type { PictureOfPoint, ReadingPicture } from '#shared/contract/contract-readings.ts'
import { pointMatters } from '#shared/domain/third-party/check-point.ts'
import type { PointFinding } from '#shared/domain/third-party/contract-reading.ts'
import { pointCatalogueOf } from '#shared/domain/third-party/point-catalogue.ts'
import { groupPoints } from '#shared/domain/third-party/point-groups.ts'
import { countOf, isShown, type ReadingFilter, readingFilters } from './reading-filter.ts'
import { ReadingPanel } from './reading-panel.tsx'
import { mayBeConfirmed, ReadingPoints } from './reading-points.tsx'
import { ReadingSummary } from './reading-summary.tsx'
import { asksMore, PointDialog, type PointVerb, ReopenDialog } from './reading-verbs.tsx'
import { useFindings } from './use-findings.ts'
import './reading.css'

export function ReadingScreen({ id }: { readonly id: string }) {
  const words = useWords()
  const { utils } = useApi()
  const { data, error } = useQuery(utils.contractReading.picture.queryOptions({ input: { id } }))
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  return data === undefined ? null : <Reading picture={data} />
}

function Reading({ picture }: { readonly picture: ReadingPicture }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const findings = useFindings(picture)
  // Whoever follows an action or a risk to its point lands there.
  const followed = useHistoryState<{ readonly point?: unknown } | null>()?.point
  const [filters, setFilters] = useState<ReadonlySet<ReadingFilter>>(new Set())
  const [wanted, setWanted] = useState<string | null>(typeof followed === 'string' ? followed : null)
  const [isOpen, setOpen] = useState(hasRoomBeside)
  const [opened, setOpened] = useState(0)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [verb, setVerb] = useState<{ readonly verb: PointVerb; readonly pointId: string } | null>(null)
  const { reading } = picture
  const mayJudge = mayChange && reading.completedOn === null && reading.withdrawn === null
  const all = groupPoints(picture.points).flatMap((group) => group.points)
  // The point that is being judged stays in sight, though it no longer meets the conditions.
  const shown = all.filter((point) => isShown(point, filters) || point.id === wanted)
  const chosen = shown.find(({ id }) => id === wanted) ?? shown[0] ?? null
  const index = chosen === null ? -1 : shown.indexOf(chosen)
  const toggle = (filter: ReadingFilter) => {
    const next = new Set(filters)
    if (!next.delete(filter)) next.add(filter)
    setWanted(null)
    setFilters(next)
  }
  const choose = (pointId: string) => {
    setWanted(pointId)
    if (hasRoomBeside()) setOpen(true)
  }
  const judge = (point: PictureOfPoint, finding: PointFinding) => {
    setWanted(point.id)
    if (asksMore(finding)) setVerb({ verb: finding, pointId: point.id })
    else findings.press(point.id, finding)
  }
  const asked = verb === null ? undefined : picture.points.find(({ id }) => id === verb.pointId)
  return (
    <>
      <ReadingHead picture={picture} ticked={ticked} onConfirmed={() => setTicked(new Set())} />
      <div className="split" data-open={isOpen && chosen !== null}>
        <div className="reading-main">
          <WithdrawnNotice withdrawn={reading.withdrawn} />
          {picture.shownBy !== reading.pointsVersion && (
            <p className="notice">
              {t('reading.otherVersion', { wanted: reading.pointsVersion, held: picture.shownBy })}
            </p>
          )}
          <PointsSource catalogue={pointCatalogueOf(reading.pointsVersion)} />
          <ReadingSummary
            picture={picture}
            chosen={filters}
            onMatter={toggle}
            onPoint={(pointId) => {
              setFilters(new Set())
              choose(pointId)
            }}
          />
          <div className="chips" role="group" aria-label={t('app.conditions')}>
            {readingFilters.map((filter) => (
              <span key={filter} className={filters.has(filter) ? 'chip active' : 'chip'}>
                <button
                  type="button"
                  className="chip-open"
                  aria-pressed={filters.has(filter)}
                  onClick={() => toggle(filter)}
                >
                  {filterWord(words, filter)} <span className="muted">{countOf(all, filter)}</span>
                </button>
              </span>
            ))}
            {filters.size > 0 && (
              <button type="button" className="text-button" onClick={() => setFilters(new Set())}>
                {t('action.clearConditions')}
              </button>
            )}
            <span className="muted" role="status">
              {t('reading.shown', { shown: shown.length, of: picture.asked })}
            </span>
            <span className="hint reading-keys">{t('reading.keys')}</span>
          </div>
          {shown.length === 0 ? (
            <p className="empty">{t('reading.noneShown')}</p>
          ) : (
            <ReadingPoints
              points={shown}
              chosen={chosen?.id ?? null}
              ticked={ticked}
              mayJudge={mayJudge}
              onChoose={choose}
              onOpen={(pointId) => {
                setWanted(pointId)
                setOpen(true)
                setOpened(opened + 1)
              }}
              onFinding={judge}
              onTick={(pointId) => {
                const next = new Set(ticked)
                if (!next.delete(pointId)) next.add(pointId)
                setTicked(next)
              }}
            />
          )}
        </div>
        {chosen !== null && isOpen && (
          <ReadingPanel
            key={chosen.id}
            picture={picture}
            point={chosen}
            place={{ index, found: shown.length }}
            opened={opened}
            onStep={(step) => {
              const next = shown[index + step]
              if (next !== undefined) setWanted(next.id)
            }}
            onFinding={(finding) => judge(chosen, finding)}
            onVerb={(next) => setVerb({ verb: next, pointId: chosen.id })}
            onClose={() => {
              setOpen(false)
              setOpened(0)
              document.querySelector<HTMLElement>(`[data-point="${CSS.escape(chosen.id)}"]`)?.focus()
            }}
          />
        )}
      </div>
      {verb !== null && asked !== undefined && (
        <PointDialog
          key={`${verb.verb} ${verb.pointId}`}
          verb={verb.verb}
          point={asked}
          picture={picture}
          findings={findings}
          onClose={() => setVerb(null)}
        />
      )}
    </>
  )
}

/** In a narrow window one point takes the place of the list, and is opened only when somebody asks for it. */
function hasRoomBeside(): boolean {
  return window.innerWidth > 1100
}

function filterWord(words: Words, filter: ReadingFilter): string {
  const matter = pointMatters.find((each) => each === filter)
  return matter === undefined ? words.t(`reading.filter.${filter}`) : words.value('pointMatter', matter)
}

function ReadingHead({
  picture,
  ticked,
  onConfirmed,
}: {
  readonly picture: ReadingPicture
  readonly ticked: ReadonlySet<string>
  readonly onConfirmed: () => void
}) {
  const words = useWords()
  const { t } = words
  const tell = useTell()
  const mayChange = useMayChange()
  const [isReopening, setReopening] = useState(false)
  const complete = useChange((client, input: Parameters<typeof client.contractReading.complete>[0]) =>
    client.contractReading.complete(input),
  )
  const confirm = useChange((client, input: Parameters<typeof client.contractReading.confirmCarriedOver>[0]) =>
    client.contractReading.confirmCarriedOver(input),
  )
  const { reading, contract, labels, asked, answered, gaps, keyGaps } = picture
  const open = reading.completedOn === null
  const confirmed = picture.points.flatMap((point) =>
    ticked.has(point.id) && mayBeConfirmed(point) && point.answer !== null
      ? [{ id: point.answer.id, version: point.answer.version }]
      : [],
  )
  const refused = (error: unknown) => tell.refused(sayError(words.language, error))
  return (
    <div className="page-head">
      <IconBook size={16} stroke={1.5} className="page-icon" aria-hidden />
      <div className="page-title">
        <h1>
          <span className="page-code">{reading.code}</span> {t('reading.title', { name: words.name(contract.name) })}
        </h1>
        <span className="page-note identity">
          <Link href={recordPath('contract', contract.id)} className="link">
            {contract.code}
          </Link>
          <Link href={recordPath('vendor', contract.vendorId)} className="link">
            {words.label(labels, contract.vendorId)}
          </Link>
          <span>
            {contract.type === null ? t('reading.asked.type_unknown') : words.value('contractType', contract.type)}
          </span>
          {reading.edition !== null && <span>{reading.edition}</span>}
          <span>
            {open
              ? t('reading.startedOn', { day: reading.startedOn })
              : t('reading.completedOn', { day: reading.completedOn })}
          </span>
          {reading.readerId !== null && <span>{words.label(labels, reading.readerId)}</span>}
        </span>
      </div>
      <span className="page-actions">
        <span className="figures reading-progress" role="status">
          {t('reading.progress', { answered, asked, gaps, keyGaps })}
        </span>
        {mayChange && reading.withdrawn === null && open && confirmed.length > 0 && (
          <button
            type="button"
            className="button"
            disabled={confirm.isPending}
            onClick={() =>
              confirm.mutate(
                { readingId: reading.id, answers: confirmed },
                { onSuccess: onConfirmed, onError: refused },
              )
            }
          >
            {t('reading.verb.confirm', { count: confirmed.length })}
          </button>
        )}
        {picture.previous !== null && (
          <Link href={`${recordPath('contractReading', reading.id)}/compare`} className="button">
            <IconColumns2 size={16} stroke={1.5} aria-hidden />
            {t('reading.compare')}
          </Link>
        )}
        <Link href={`${recordPath('contractReading', reading.id)}/history`} className="button">
          <IconHistory size={16} stroke={1.5} aria-hidden />
          {t('app.history')}
        </Link>
        {mayChange && reading.withdrawn === null && open && (
          <button
            type="button"
            className="button primary"
            disabled={complete.isPending}
            onClick={() => complete.mutate({ id: reading.id, version: reading.version }, { onError: refused })}
          >
            {t('reading.verb.complete')}
          </button>
        )}
        {mayChange && reading.withdrawn === null && !open && (
          <button type="button" className="button" onClick={() => setReopening(true)}>
            {t('reading.verb.reopen')}
          </button>
        )}
      </span>
      {isReopening && <ReopenDialog reading={reading} onClose={() => setReopening(false)} />}
    </div>
  )
}
