/**
 * The panel beside a list: what is wrong and what to do, identity, people, related records, latest changes. It pushes the
 * list and never covers it.
 */
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { fields } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { noText, type Bilingual } from '#shared/domain/text.ts'
import { isComposing } from './composing.ts'
import { FieldValue } from './field-value.tsx'
import { HistoryList } from './history-list.tsx'
import type { NounScreen } from './noun-screen.ts'
import { OriginLine } from './origin-line.tsx'
import { WithdrawnNotice } from './withdrawn-notice.tsx'
import { useWords } from './words.ts'
import { recordPath } from './noun-path.ts'

export interface RecordPanelProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly id: string
  readonly place: { readonly index: number; readonly found: number } | null
  readonly onStep: (index: number) => void
  readonly onClose: () => void
}

export function RecordPanel<N extends CodedNoun>({ screen, id, place, onStep, onClose }: RecordPanelProps<N>) {
  const { noun } = screen
  const words = useWords()
  const { utils } = useApi()
  const { data: detail, error } = useQuery(nounUtils(utils, noun).get.queryOptions({ input: { id } }))
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus()
  }, [id])
  useEffect(() => {
    const element = panel.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (event.key === 'Escape') onClose()
      else if (step !== 0 && (event.ctrlKey || event.metaKey) && place !== null) {
        const next = place.index + step
        if (next < 0 || next >= place.found) return
        event.preventDefault()
        onStep(next)
      }
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [onClose, onStep, place])
  const { Identity, Notices, People, Related } = screen
  const record = detail?.record
  const code = record?.code ?? ''
  const name = record === undefined ? '' : words.name(nameOf(record)) || code
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={`${code} ${name}`}>
      <div className="panel-head">
        <span className="code">{code}</span>
        {place !== null && (
          <span className="muted">{words.t('app.place', { place: place.index + 1, found: place.found })}</span>
        )}
        <span className="panel-tools">
          <button
            type="button"
            aria-label={words.t('action.previous')}
            disabled={place === null || place.index === 0}
            onClick={() => onStep((place?.index ?? 0) - 1)}
          >
            <IconChevronUp size={16} stroke={1.5} aria-hidden />
          </button>
          <button
            type="button"
            aria-label={words.t('action.next')}
            disabled={place === null || place.index >= place.found - 1}
            onClick={() => onStep((place?.index ?? 0) + 1)}
          >
            <IconChevronDown size={16} stroke={1.5} aria-hidden />
          </button>
          <Link href={recordPath(noun, id)} className="link">
            {words.t('action.open')}
          </Link>
          <button type="button" aria-label={words.t('action.close')} onClick={onClose}>
            <IconX size={16} stroke={1.5} aria-hidden />
          </button>
        </span>
      </div>
      <div className="panel-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {detail !== undefined && record !== undefined && (
          <>
            <div>
              <h2 className="panel-title">{name}</h2>
              {Identity !== undefined && (
                <div className="identity">
                  <Identity detail={detail} />
                </div>
              )}
            </div>
            <WithdrawnNotice withdrawn={record.withdrawn} />
            <OriginLine id={record.id} />
            {Notices !== undefined && <Notices detail={detail} />}
            <dl className="key-values">
              {screen.panelFields.map((fieldName) => {
                const field = fields[noun].find((each) => each.name === fieldName)
                if (field === undefined) return null
                return (
                  <div key={fieldName}>
                    <dt>{words.field(noun, fieldName)}</dt>
                    <dd>
                      <FieldValue field={field} value={Reflect.get(record, fieldName)} labels={detail.labels} />{' '}
                      <span className="muted">{screen.note?.(fieldName, record, words)}</span>
                    </dd>
                  </div>
                )
              })}
            </dl>
            {People !== undefined && <People detail={detail} />}
            {Related !== undefined && <Related detail={detail} />}
            <section>
              <h3>{words.t('app.latestChanges')}</h3>
              <HistoryList recordId={id} limit={4} compact />
            </section>
          </>
        )}
      </div>
    </aside>
  )
}

/** The name of a record; acceptances have none. */
export function nameOf(record: object): Bilingual {
  return 'name' in record ? (record.name as Bilingual) : noText
}
