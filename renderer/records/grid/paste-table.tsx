/** The lines of a pasted block, drawn as far as they are in view. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldValue } from '#renderer/records/field-value.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { PasteCell } from '#shared/contract/batch.ts'
import { type FieldDescription, fields } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'
import type { PasteEntry } from './paste-dialog.tsx'
import type { PasteMapping } from './paste-mapping.ts'

const lineHeight = 44

export interface PasteTableProps {
  readonly noun: CodedNoun
  readonly mapping: PasteMapping
  readonly entries: readonly PasteEntry[]
  readonly labels: Labels
}

export function PasteTable({ noun, mapping, entries, labels }: PasteTableProps) {
  const words = useWords()
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => lineHeight,
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  // What nobody types into is left alone: it is said above the table.
  const columns = mapping.targets.flatMap((target, at) => {
    const field = fields[noun].find(({ name }) => name === target?.id)
    return target?.takes == null || field === undefined ? [] : [{ at, heading: target.heading, field }]
  })
  return (
    <div className="paste-lines" ref={scroll} tabIndex={0} role="region" aria-label={words.t('paste.lines')}>
      <table aria-rowcount={entries.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="paste-line">
              {words.t('paste.line')}
            </th>
            <th scope="col" className="paste-record">
              {words.t('paste.record')}
            </th>
            {columns.map(({ at, heading }) => (
              <th key={at} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden style={{ height: before }}>
              <td colSpan={columns.length + 2} />
            </tr>
          )}
          {items.map(({ index, key }) => {
            const entry = entries[index]
            if (entry === undefined) return null
            const { row, line } = entry
            return (
              <tr key={key} aria-rowindex={index + 2} data-state={row.state} style={{ height: lineHeight }}>
                <td className="figures paste-line">{line}</td>
                <td className="paste-record">
                  <span className="code">{row.code ?? ''}</span>{' '}
                  <span className={row.state === 'refused' ? undefined : 'muted'}>
                    {words.t(`paste.state.${row.state}`)}
                  </span>
                  {row.problem !== null && (
                    <span className="paste-refusal">{sayProblem(words.language, row.problem)}</span>
                  )}
                </td>
                {columns.map(({ at, field }) => (
                  <td key={at}>
                    <PastedCell field={field} cell={row.cells[at]} isNew={row.id === null} labels={labels} />
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && (
            <tr aria-hidden style={{ height: after }}>
              <td colSpan={columns.length + 2} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

interface PastedCellProps {
  readonly field: FieldDescription
  readonly cell: PasteCell | undefined
  readonly isNew: boolean
  readonly labels: Labels
}

function PastedCell({ field, cell, isNew, labels }: PastedCellProps) {
  const words = useWords()
  const { t, i18n } = useTranslation()
  if (cell === undefined || cell.state === 'ignored') return null
  if (cell.state === 'refused') {
    const { refusal } = cell
    const key = `issue.${refusal?.issue ?? 'OTHER'}`
    const candidates = (refusal?.candidates ?? [])
      .map((id) => words.label(labels, id))
      .join(words.t('app.listSeparator'))
    return (
      <>
        <span className="paste-new">{String(cell.after)}</span>
        <span className="paste-refusal">
          {i18n.exists(key) ? t(key, { ...refusal?.facts }) : t('issue.OTHER')} {candidates}
        </span>
      </>
    )
  }
  const after = <FieldValue field={field} value={cell.after} labels={labels} plain />
  if (cell.state === 'unchanged') return <span className="muted">{after}</span>
  return (
    <>
      <span className="paste-new">{after}</span>
      {!isNew && (
        <span className="paste-old">
          {words.t('paste.was')} <FieldValue field={field} value={cell.before} labels={labels} plain />
        </span>
      )}
    </>
  )
}
