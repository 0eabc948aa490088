/** What an import does or did: counts, rows it leaves out and why, values it cannot place. */
import type { ReactNode } from 'react'
import { useWords, type Words } from '#renderer/records/words.ts'
import { type ImportReport, nameAndUnit, type PreviewSheet, sideItemAndDay } from '#shared/domain/import-report.ts'

export interface ImportReportViewProps {
  readonly report: ImportReport
  /** Null after the import. */
  readonly sheet: PreviewSheet | null
}

export function ImportReportView({ report, sheet }: ImportReportViewProps) {
  const { t } = useWords()
  const counts = [
    [t('import.rows', { count: report.rows }), report.rows],
    [t('import.added'), report.added],
    [t('import.updated'), report.updated],
    [t('import.unchanged'), report.unchanged],
    [t('import.rejected'), report.rejected.length],
  ] as const
  return (
    <div className={sheet === null ? 'import-report' : 'sheet form-section import-report'}>
      {sheet !== null && <h2>{t('import.preview')}</h2>}
      <dl className="import-counts">
        {counts.map(([word, count]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('import.key', { key: keyWords(t, report.key) })}</p>
      {report.missing.length > 0 && <p>{t('import.missing', { count: report.missing.length })}</p>}
      <Part title={t('import.rejectedRows')} items={report.rejected}>
        {(row) => (
          <>
            <span className="figures">{row.row}</span> {row.column}{' '}
            {t(`import.reason.${row.reason}`, { row: row.earlier })} <span className="muted">{row.value}</span>
          </>
        )}
      </Part>
      <Part title={t('import.unknownValues')} items={report.unknownValues}>
        {(each) => (
          <>
            {each.column} <b>{each.value ?? t('import.unknownMore')}</b>{' '}
            <span className="muted">{t('import.inRows', { count: each.rows })}</span>
          </>
        )}
      </Part>
      <Part title={t('import.unread')} items={report.unread.first} count={report.unread.count}>
        {({ cell, shown }) => (
          <>
            <span className="figures">{cell}</span>{' '}
            <span className="muted">{shown === '' ? t('import.unreadUnsaved') : shown}</span>
          </>
        )}
      </Part>
      <Part title={t('import.duplicates')} items={report.duplicates}>
        {([first, second]) => t('import.duplicatePair', { first, second })}
      </Part>
      <Part title={t('import.alike')} items={report.alike}>
        {(each) => t('import.alikeRow', { row: each.row, code: each.code })}
      </Part>
      <Part title={t('import.unmapped')} items={report.unmapped}>
        {(column) => column}
      </Part>
    </div>
  )
}

/** What tells the rows apart, in words. */
export function keyWords(t: Words['t'], key: string): string {
  if (key === nameAndUnit) return t('import.keyNameUnit')
  if (key === 'name') return t('import.keyName')
  return key === sideItemAndDay ? t('import.keySideItemDay') : key
}

const shownAtMost = 50

interface PartProps<Item> {
  readonly title: string
  readonly items: readonly Item[]
  /** How many there are where `items` are only the first of them. */
  readonly count?: number
  readonly children: (item: Item) => ReactNode
}

function Part<Item>({ title, items, count = items.length, children }: PartProps<Item>) {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <details className="import-part" open={items.length <= 12}>
      <summary>
        {title} <span className="muted">{count.toLocaleString('en')}</span>
      </summary>
      <ul>
        {items.slice(0, shownAtMost).map((item, index) => (
          <li key={index}>{children(item)}</li>
        ))}
        {count > shownAtMost && (
          <li className="muted">{t('import.more', { count: count - Math.min(items.length, shownAtMost) })}</li>
        )}
      </ul>
    </details>
  )
}
