/** The board packs: those that are locked, a draft of today, locking a new one. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { tellSaving } from '#renderer/api/save-state.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { useFiscalWords } from '#renderer/records/fiscal-words.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { useWords } from '#renderer/records/words.ts'
import { addDays, fiscalQuarterOf } from '#shared/domain/calendar-date.ts'
import { textOf, textOrNull } from '#renderer/records/typed-text.ts'
import type { OpenPoint } from '#shared/domain/decision/pack-open-points.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { useState } from 'react'
import { Point } from './pack-checks.tsx'
import './pack-screens.css'

export function PackScreen({ locking }: { readonly locking: boolean }) {
  const words = useWords()
  const momentText = useMoment()
  const { t, language } = words
  const { utils } = useApi()
  const mayChange = useMayChange()
  const running = useRunningWork()
  const fiscal = useFiscalWords()
  const { data: packs, error } = useQuery(utils.pack.list.queryOptions())
  return (
    <>
      <div className="page-head">
        <h1>{t('nav.pack')}</h1>
        <span className="page-note">{packs !== undefined && t('app.packCount', { count: packs.length })}</span>
        <span className="page-actions">
          <Link href="/pack/verify" className="button">
            {t('action.verifyBundle')}
          </Link>
          {packs !== undefined && packs.length > 0 && (
            <Link href="/pack/compare" className="button">
              {t('action.comparePacks')}
            </Link>
          )}
          <Link href="/pack/draft" className="button">
            {t('action.showDraft')}
          </Link>
          {mayChange && (
            <Link href="/pack/lock" className="button primary" aria-disabled={running !== null}>
              {t('action.lockPack')}
            </Link>
          )}
        </span>
      </div>
      <div className="page-body">
        <section className="sheet">
          {error !== null && (
            <p role="alert" className="block-none">
              {sayError(language, error)}
            </p>
          )}
          {packs?.length === 0 ? (
            <div className="empty">
              <p>{t('app.noPacks')}</p>
              <p className="muted">{t('why.pack')}</p>
              <Link href="/pack/draft" className="button">
                {t('action.showDraft')}
              </Link>
            </div>
          ) : (
            <div className="table-scroll">
              <table className="settings-table pack-list">
                <thead>
                  <tr>
                    <th scope="col">{t('app.code')}</th>
                    <th scope="col">{words.field('pack', 'title')}</th>
                    <th scope="col">{words.field('pack', 'asOf')}</th>
                    <th scope="col">{words.field('pack', 'cutOff')}</th>
                    <th scope="col">{words.field('pack', 'lockedAt')}</th>
                    <th scope="col">{words.field('pack', 'dataDigest')}</th>
                  </tr>
                </thead>
                <tbody>
                  {packs?.map((pack) => (
                    <tr key={pack.id}>
                      <th scope="row">
                        <Link href={`/pack/${pack.id}`} className="link code">
                          {pack.code}
                        </Link>
                      </th>
                      <td>{pack.title ?? <span className="muted">{t('app.noTitle')}</span>}</td>
                      <td className="figures">
                        {pack.asOf} <span className="muted">{fiscal(pack.asOf)}</span>
                      </td>
                      <td className="figures">{momentText(pack.cutOff)}</td>
                      <td className="figures">{momentText(pack.lockedAt)}</td>
                      <td className="digest">{pack.dataDigest}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      </div>
      {locking && mayChange && <LockDialog />}
    </>
  )
}

/** The last day of a quarter that has ended is what a pack is usually made for. */
function useLastQuarterEnd(): string {
  const { today, organisation, lastPack } = useRegister()
  const quarter = fiscalQuarterOf(today, organisation.fiscalStartMonth)
  const ended = quarter.to <= today ? quarter.to : addDays(quarter.from, -1)
  return lastPack !== null && lastPack.asOf >= ended ? today : ended
}

function LockDialog() {
  const { t } = useWords()
  const { client } = useApi()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const asOf = useLastQuarterEnd()
  /** What would keep the pack from being finished; null until it was asked. */
  const [points, setPoints] = useState<readonly OpenPoint[] | null>(null)
  return (
    <DialogForm
      name="lock"
      hidden={(field) => field.name === 'openReason' && (points ?? []).length === 0}
      title={t('app.lockTitle')}
      fields={[
        { name: 'asOf', kind: 'day', required: true, label: t('field.pack.asOf'), hint: t('app.asOfHint'), span: 6 },
        { name: 'cutOff', kind: 'text', label: t('field.pack.cutOff'), hint: t('app.cutOffHint'), span: 6 },
        { name: 'title', kind: 'text', label: t('field.pack.title') },
        {
          name: 'openReason',
          kind: 'text',
          long: true,
          label: t('app.lockOpenReason'),
          hint: t('app.lockOpenReasonHint'),
        },
      ]}
      initial={{ asOf, cutOff: '', title: '', openReason: '' }}
      submitLabel={t('action.lock')}
      onCancel={() => navigate('/pack')}
      onSubmit={async (values) => {
        const moment = { asOf: textOf(values.asOf), cutOff: instantOf(values.cutOff) }
        const openReason = textOrNull(values.openReason)
        if (openReason === null) setPoints(await client.pack.lockPoints(moment))
        const lock = () =>
          runLongWork('lock', (signal) =>
            client.pack.lock({ ...moment, title: textOrNull(values.title), openReason }, { signal }),
          )
        const pack = await tellSaving(lock)
        await queries.invalidateQueries()
        navigate(`/pack/${pack.id}`)
      }}
    >
      <p className="hint">{t('app.lockHint')}</p>
      {points !== null && points.length > 0 && (
        <ul className="plain-list" aria-label={t('app.lockPoints')}>
          {points.map((point, index) => (
            <li key={index}>
              <StatusMark status="breach" word={t('packChecks.refuses')} /> <Point point={point} />
            </li>
          ))}
        </ul>
      )}
    </DialogForm>
  )
}

/** A moment typed in the time of this computer, `2026-10-05 18:00`, as an instant; as it was typed where it is none. */
function instantOf(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.trim() === '') return null
  const moment = new Date(typed.trim().replace(' ', 'T'))
  return Number.isNaN(moment.getTime()) ? typed : moment.toISOString()
}
