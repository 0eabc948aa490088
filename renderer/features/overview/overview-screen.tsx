/** The overview: six figures, what to do now, near dates, risks beyond the line beside the heat map, controls. */
import { IconCalendar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { RuleBeginnings } from '#renderer/records/rule-beginnings.tsx'
import { useWords } from '#renderer/records/words.ts'
import { ActNowSheet } from './act-now.tsx'
import { BeyondSheet } from './beyond.tsx'
import { ControlsSheet } from './controls.tsx'
import { NearDatesSheet } from './near-dates.tsx'
import { Tiles } from './tiles.tsx'
import './overview.css'

export function OverviewScreen() {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const { utils } = useApi()
  const [asOf, setAsOf] = useState<string | null>(null)
  const { data: overview, error } = useQuery({
    ...utils.overview.get.queryOptions({ input: { asOf } }),
    placeholderData: (before) => before,
  })
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (overview === undefined) return null
  return (
    <>
      <div className="page-head">
        <h1>{t('overview.title')}</h1>
        <span className="page-note">
          {t('overview.scope', {
            systems: t('overview.scopeSystems', { count: overview.counted.systems }),
            risks: t('overview.scopeRisks', { count: overview.counted.risks }),
          })}
        </span>
        <span className="page-actions">
          <DayButton icon={IconCalendar} label={t('app.asOf')} day={overview.asOf} onChange={setAsOf} />
          {mayChange && (
            <Link href="/pack/lock" className="button primary">
              {t('overview.makePack', { quarter: overview.nextPack.quarter })}
            </Link>
          )}
        </span>
      </div>
      <RuleBeginnings beginnings={overview.begun} />
      <div className="overview">
        <Tiles overview={overview} />
        <ActNowSheet rows={overview.actNow} systems={overview.counted.systems} />
        <NearDatesSheet dates={overview.nearDates} />
        <BeyondSheet overview={overview} />
        <ControlsSheet overview={overview} />
      </div>
    </>
  )
}
