/** How the horizon is said: the force of an instrument, days of every precision, and what is to be checked. */
import { Link } from 'wouter'
import type { Words } from '#renderer/records/words.ts'
import { dateText } from '#shared/domain/horizon/horizon-date.ts'
import type { HorizonDate, HorizonPack, Instrument } from '#shared/domain/horizon/horizon-pack.ts'
import type { OwnMark } from '#shared/domain/horizon/own-marks.ts'
import type { RuleCheck } from '#shared/domain/horizon/status-on.ts'

/** A day, or as much of one as is known, with what kind of date it is. */
export function dateWords(words: Words, date: HorizonDate): string {
  const text = dateText(date)
  switch (date.precision) {
    case 'day':
      return text
    case 'month':
      return words.t('horizon.date.month', { month: text })
    case 'fiscal_year_end':
      return words.t('horizon.date.fiscalYearEnd', { year: date.fiscalYear, month: text })
    case 'latest':
      return words.t('horizon.date.latest', { day: text })
  }
}

/** What has to be looked up; that a day lies after the content is said once a screen and not in every row. */
export function checkWords(words: Words, checks: readonly RuleCheck[]): readonly string[] {
  return checks.filter((check) => check !== 'AFTER_CONTENT').map((check) => words.t(`horizon.check.${check}`))
}

export function ownMarkWords(words: Words): (mark: OwnMark) => string {
  return (mark) => {
    switch (mark.kind) {
      case 'quarter':
        return words.t('horizon.own.quarter', {
          quarter: words.t('workQueue.quarter', { year: mark.year, quarter: mark.quarter }),
        })
      case 'found':
        return mark.code
      case 'due':
        return words.t('horizon.own.due', { code: mark.code })
    }
  }
}

/** A title that is Daicho's own, or was only partly found, says so. */
export function EntryTitle({
  entry,
  words,
}: {
  readonly entry: HorizonPack['events'][number] | Instrument
  readonly words: Words
}) {
  const title = entry.title[words.language]
  return (
    <>
      {title.text}
      {title.evidence === 'FM' && (
        <abbr className="horizon-dagger" title={words.t('requirement.dagger')}>
          †
        </abbr>
      )}
    </>
  )
}

export function entryPath(id: string): string {
  return `/horizon/${encodeURIComponent(id)}`
}

export function EntryLink({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <Link href={entryPath(id)} className="link">
      {children}
    </Link>
  )
}
