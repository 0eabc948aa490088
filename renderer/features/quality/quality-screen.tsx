/** What the rules of data quality find: the rules with how many of how many records, and the findings of the chosen one. */
import { IconCalendar, IconListSearch, IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { QualityFilter } from '#shared/contract/quality.ts'
import { severities } from '#shared/domain/quality/quality-rule.ts'
import { QualityFilters } from './quality-filters.tsx'
import { RuleTable } from './rule-table.tsx'
import { useQualityFile } from './quality-file.ts'
import './quality.css'

/** Findings that are drawn at once. */
const atOnce = 200
const everything: QualityFilter = { severity: null, noun: null, unitId: null, ownerId: null }

interface QualityScreenProps {
  readonly rule: string | undefined
  readonly tabs: ReactNode
}

export function QualityScreen({ rule, tabs }: QualityScreenProps) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [, navigate] = useLocation()
  const [day, setDay] = useState<string | null>(null)
  const [filter, setFilter] = useState(everything)
  const [most, setMost] = useState(atOnce)
  const writeFile = useQualityFile()
  const { data, error } = useQuery({
    ...utils.quality.read.queryOptions({ input: { ...filter, day, rule: rule ?? null, most } }),
    placeholderData: keepPreviousData,
  })
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {sayError(words.language, error)}
      </p>
    )
  if (data === undefined) return null
  const total = severities.reduce((sum, severity) => sum + data.counts[severity], 0)
  const open = (id: string) => {
    setMost(atOnce)
    navigate(id === rule ? '/quality' : `/quality/${id}`)
  }
  return (
    <>
      <div className="page-head">
        <IconListSearch size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('quality.title')}</h1>
        <span className="page-note">
          {t('quality.found', { count: total })}{' '}
          {severities
            .map((severity) => `${t(`quality.severity.${severity}`)} ${data.counts[severity].toLocaleString('en')}`)
            .join(t('app.listSeparator'))}
        </span>
        <span className="page-actions">
          <DayButton icon={IconCalendar} label={t('app.asOf')} day={data.day} onChange={setDay} />
          <button type="button" className="button" onClick={() => void writeFile(filter, day)}>
            <IconUpload size={16} stroke={1.5} aria-hidden />
            {t('quality.toCsv')}
          </button>
        </span>
      </div>
      {tabs}
      <div className="page-body">
        <section className="sheet form-section">
          <QualityFilters filter={filter} labels={data.labels} onChange={setFilter} />
          <RuleTable
            result={data}
            opened={rule ?? null}
            onOpen={open}
            onMore={() => setMost(Math.min(most + atOnce, 5000))}
          />
        </section>
      </div>
    </>
  )
}
