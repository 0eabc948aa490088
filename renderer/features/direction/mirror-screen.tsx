/** The mirror: what the board has directed for cybersecurity beside what it has directed for AI, by the same ten directions. */
import { IconCalendar, IconColumns2, IconPlus, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useExportList } from '#renderer/records/export-list.ts'
import { useWords } from '#renderer/records/words.ts'
import type { MirrorRow } from '#shared/contract/direction.ts'
import { type DirectionItem, directionItems, directionSides } from '#shared/domain/direction.ts'
import { fields } from '#shared/domain/fields.ts'
import { MirrorControls } from './mirror-controls.tsx'
import { MirrorDetail } from './mirror-detail.tsx'
import { LargestGaps, MirrorRadar, ReadingNotes } from './mirror-sheets.tsx'
import { MirrorTable } from './mirror-table.tsx'
import './direction.css'

/** In an empty register the first direction; else the one that most wants to be looked at. */
function worthALook(rows: readonly MirrorRow[]): DirectionItem {
  const widest = rows.reduce<MirrorRow | null>(
    (widestYet, row) => (row.gap !== null && row.gap > (widestYet?.gap ?? 0) ? row : widestYet),
    null,
  )
  return widest?.id ?? directionItems[0]
}

export function MirrorScreen({ item }: { readonly item: string | undefined }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { lastPack } = useRegister()
  const mayChange = useMayChange()
  const exportList = useExportList('direction')
  const [day, setDay] = useState<string | null>(null)
  const detail = useRef<HTMLHeadingElement>(null)
  const { data, error } = useQuery({
    ...utils.mirror.get.queryOptions({ input: { day } }),
    placeholderData: (before) => before,
  })
  const shown = useRef(item)
  useEffect(() => {
    // Whoever has chosen another direction reads on there; whoever comes to the screen begins at its top.
    if (shown.current !== item && detail.current !== null) detail.current.focus()
    shown.current = item
  }, [item])
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const chosenId = directionItems.find((each) => each === item) ?? worthALook(data.rows)
  const chosen = data.rows.find(({ id }) => id === chosenId)
  const missing = directionSides.filter((side) => !data.recorded[side])
  return (
    <>
      <div className="page-head">
        <IconColumns2 size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1 className="mirror-heading">{t('nav.mirror')}</h1>
        <span className="page-note">{t('mirror.note')}</span>
        <span className="page-actions">
          <span className="ours">{t('mirror.badge')}</span>
          <DayButton icon={IconCalendar} label={t('app.asOf')} day={data.day} onChange={setDay} />
          {lastPack !== null && (
            <button type="button" className="button" onClick={() => setDay(lastPack.asOf)}>
              {t('app.dayOfLastPack')}
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() =>
              void exportList(
                () => ({ sort: [{ field: 'item', direction: 'ascending' }] }),
                fields.direction.map(({ name }) => name),
              )
            }
          >
            <IconUpload size={16} stroke={1.5} aria-hidden />
            {t('list.toCsv')}
          </button>
          {mayChange && (
            <Link href="/direction/new" className="button primary">
              <IconPlus size={16} stroke={1.5} aria-hidden />
              {t('mirror.record')}
            </Link>
          )}
        </span>
      </div>
      <div className="page-body">
        {missing.map((side) => (
          <p className="plain-notice" key={side}>
            <b>{t('mirror.sideMissing', { side: words.value('directionSide', side) })}</b>{' '}
            {t('mirror.sideMissingMeans')}{' '}
            {mayChange && (
              <Link href="/mirror/import" className="link" data-print="none">
                {t('mirror.import')}
              </Link>
            )}
          </p>
        ))}
        <MirrorTable mirror={data} chosen={chosenId} />
        <div className="mirror-low">
          <LargestGaps rows={data.rows} />
          {chosen !== undefined && <MirrorDetail row={chosen} mirror={data} heading={detail} />}
          <ReadingNotes mirror={data} />
        </div>
        <div className="mirror-low" data-proof="true">
          {chosen !== undefined && <MirrorControls row={chosen} labels={data.labels} />}
          <MirrorRadar rows={data.rows} />
        </div>
      </div>
    </>
  )
}
