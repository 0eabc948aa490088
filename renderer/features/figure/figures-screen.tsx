/** All figures: what each asks, what it says today and how far it is from its limits, and who approved those. */
import { IconChevronDown, IconChevronRight, IconGauge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { Sparkline } from '#renderer/charts/sparkline.tsx'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { FigureBook, FigureEntry } from '#shared/contract/overview.ts'
import { holdsOn } from '#shared/domain/calendar-date.ts'
import { isApproved } from '#shared/domain/metrics/kri-result.ts'
import { countStatement, limitDistance, limitsStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { FigureDetails } from './figure-details.tsx'
import './figure.css'

export function FiguresScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useQuery(utils.overview.figures.queryOptions())
  const beyond = data?.figures.filter(({ status }) => status === 'breach').length ?? 0
  return (
    <>
      <div className="page-head">
        <IconGauge size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('nav.figure')}</h1>
        {data !== undefined && (
          <span className="page-note">{t('figure.note', { count: data.figures.length, beyond })}</span>
        )}
        <span className="page-actions">
          <Link href="/settings" className="button">
            {t('figure.toLimits')}
          </Link>
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <section className="sheet form-section">
            <div className="table-scroll">
              <table className="plain-table figure-table">
                <caption className="visually-hidden">{t('nav.figure')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.field('threshold', 'kri')}</th>
                    <th scope="col">{t('figure.today')}</th>
                    <th scope="col">{t('figure.standing')}</th>
                    <th scope="col">{t('figure.limits')}</th>
                    <th scope="col">{t('figure.course')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.figures.map((figure) => (
                    <Fragment key={figure.id}>
                      <FigureRow
                        figure={figure}
                        asOf={data.asOf}
                        isOpen={open === figure.id}
                        onOpen={() => setOpen(open === figure.id ? null : figure.id)}
                      />
                      {open === figure.id && (
                        <tr className="figure-more">
                          <td colSpan={5}>
                            <FigureDetails figure={figure} book={data} />
                          </td>
                        </tr>
                      )}
                    </Fragment>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
      </div>
    </>
  )
}

interface RowProps {
  readonly figure: FigureEntry
  readonly asOf: FigureBook['asOf']
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function FigureRow({ figure, asOf, isOpen, onOpen }: RowProps) {
  const { t } = useWords()
  const say = useSay()
  const value = valueStatement(figure)
  const count = countStatement(figure)
  const distance = limitDistance(figure)
  const limits = limitsStatement({
    ...figure,
    threshold: figure.threshold && { ...figure.threshold, provisional: false },
  })
  const row = figure.limits.find((each) => holdsOn(each, asOf)) ?? null
  const provisional = figure.threshold !== null && (row === null || !isApproved(row, asOf))
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <tr data-figure={figure.id}>
      <th scope="row">
        <button type="button" className="figure-open" aria-expanded={isOpen} onClick={onOpen}>
          <Chevron size={14} stroke={1.5} aria-hidden />
          <span>
            <span className="code">{figure.id}</span> {t(`kri.${figure.id}.title`)}
          </span>
        </button>
        <div className="muted figure-question">{t(`kri.${figure.id}.question`)}</div>
      </th>
      <td className="figures">
        {value === null ? '–' : <b>{say(value)}</b>} {count !== null && value !== null && <small>{say(count)}</small>}
      </td>
      <td>
        <StatusMark status={figure.status} word={t(`status.${figure.status}`)} />
        {distance !== null && <div className="muted">{say(distance)}</div>}
      </td>
      <td>
        {limits === null ? t('app.noLimitSet') : say(limits)}
        {provisional && (
          <div>
            <span className="provisional">{t('app.provisional')}</span>
          </div>
        )}
      </td>
      <td>
        <Sparkline
          label={null}
          values={figure.history.map((point) => point.value)}
          limit={figure.threshold?.appetite ?? null}
          limits={figure.history.map((point) => point.appetite)}
          width={76}
          height={22}
        />
      </td>
    </tr>
  )
}
