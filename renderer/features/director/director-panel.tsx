/** What was opened from a page, beside it: the records behind a number, one of them, or what a post answers for. */
import { useEffect, useRef } from 'react'
import { IconX } from '@tabler/icons-react'
import { OpenFrozenRecord } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { Shown } from '#shared/contract/director.ts'
import { RecordsBehindView } from './records-behind-view.tsx'
import { FrozenRecordView } from './frozen-record-view.tsx'
import { FrozenPosts, PostSheet } from './frozen-posts.tsx'

export type PanelView =
  | { readonly kind: 'behind'; readonly address: string }
  | { readonly kind: 'record'; readonly code: string }
  | { readonly kind: 'posts' }
  | { readonly kind: 'post'; readonly id: string; readonly code: string }

interface Props {
  readonly shown: Shown
  /** What was opened from what; the last is shown. */
  readonly trail: readonly PanelView[]
  readonly onShow: (view: PanelView) => void
  readonly onBack: () => void
  readonly onClose: () => void
}

export function DirectorPanel({ shown, trail, onShow, onBack, onClose }: Props) {
  const { t } = useWords()
  const view = trail.at(-1)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus()
    panel.current?.scrollTo({ top: 0 })
  }, [view])
  if (view === undefined) return null
  const openRecord = (code: string) => onShow({ kind: 'record', code })
  return (
    <aside className="director-panel" ref={panel} tabIndex={-1} aria-label={t('director.panel')} data-director-scrolls>
      <div className="director-panel-head">
        {trail.length > 1 && (
          <button type="button" className="button" onClick={onBack}>
            {t('director.back')}
          </button>
        )}
        <span className="director-frozen">
          {t(shown.kind === 'register' && shown.packId === null ? 'director.asToday' : 'director.asFrozen')}
        </span>
        <button type="button" className="director-close" aria-label={t('action.close')} onClick={onClose}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </button>
      </div>
      <OpenFrozenRecord value={(label) => label.code !== null && openRecord(label.code)}>
        <View shown={shown} view={view} onRecord={openRecord} onShow={onShow} />
      </OpenFrozenRecord>
    </aside>
  )
}

function View(props: {
  readonly shown: Shown
  readonly view: PanelView
  readonly onRecord: (code: string) => void
  readonly onShow: (view: PanelView) => void
}) {
  const { shown, view, onRecord, onShow } = props
  switch (view.kind) {
    case 'behind':
      return isCode(view.address) ? (
        <FrozenRecordView shown={shown} code={view.address} />
      ) : (
        <RecordsBehindView shown={shown} address={view.address} onRecord={onRecord} />
      )
    case 'record':
      return <FrozenRecordView shown={shown} code={view.code} />
    case 'posts':
      return <FrozenPosts shown={shown} onPost={({ id, code }) => onShow({ kind: 'post', id, code })} />
    case 'post':
      return <PostSheet shown={shown} postId={view.id} onRecord={onRecord} />
  }
}

/** The address of a record is its code. */
function isCode(address: string): boolean {
  return /^[A-Z]{3,4}-\d{4}/.test(address)
}
