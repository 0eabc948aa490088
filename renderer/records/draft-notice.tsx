/** What was typed earlier and is not in the register: given back with a sentence, to be saved or discarded. */
import { useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { useDrafts, useDraftsIfAny, useHeldDraft, useWaitingDrafts } from '#renderer/api/drafts.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { DraftPlace } from '#shared/contract/draft.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'
import type { Preset } from './create-screen.tsx'
import { useMoment } from './moment.ts'
import { nameOf } from './record-panel.tsx'
import { useTell } from './tell.ts'
import { useWords } from './words.ts'
import { nounPath, recordPath } from './noun-path.ts'

export interface DraftNoticeProps {
  readonly at: string
  readonly count: number
  readonly onDiscard: () => void
}

export function DraftNotice({ at, count, onDiscard }: DraftNoticeProps) {
  const { t } = useWords()
  const momentText = useMoment()
  const { isKept } = useDrafts()
  return (
    <div className="draft-notice" role="status">
      <span>
        {t('draft.givenBack', { at: momentText(at), count })} {!isKept && t('draft.notKept')}
      </span>
      <button type="button" className="text-button" onClick={onDiscard}>
        {t('draft.discard')}
      </button>
    </div>
  )
}

/** Over the page of a record: fields that were left with something the register has not taken. */
export function LeftInRecord({ noun, record }: { readonly noun: CodedNoun; readonly record: RecordOf<CodedNoun> }) {
  const place = useMemo(() => ({ noun, recordId: record.id, preset: {} }), [noun, record.id])
  const draft = useHeldDraft(place)
  const discard = useDiscardDraft()
  const mayChange = useMayChange()
  const left = [...(draft?.fields.values() ?? [])].filter(({ state }) => state === 'kept').length
  const drafts = useDrafts()
  useEffect(() => {
    // So that the draft is known by its record wherever it is listed.
    drafts.learn({ [record.id]: { noun, code: record.code, name: nameOf(record) } })
  }, [drafts, noun, record])
  if (draft === undefined || left === 0 || !mayChange) return null
  return <DraftNotice at={draft.at} count={left} onDiscard={() => discard(place)} />
}

/** Over a list: cells that were left with something the register has not taken, also where their rows are not shown. */
export function LeftInList({ noun }: { readonly noun: CodedNoun }) {
  const { t } = useWords()
  const drafts = useDrafts()
  const open = useOpenDraft()
  const discard = useDiscardDraft()
  const left = useWaitingDrafts().filter(
    ({ place, fields }) =>
      place.noun === noun && place.recordId !== null && [...fields.values()].some(({ state }) => state === 'kept'),
  )
  if (left.length === 0) return null
  const count = left.reduce((sum, { fields }) => sum + fields.size, 0)
  return (
    <div className="draft-notice" role="status">
      <span>
        {t('draft.leftInList', { count })}{' '}
        {left.slice(0, mostNamed).map(({ place }) => (
          <button key={place.recordId} type="button" className="link" onClick={() => open(place)}>
            {drafts.labels[place.recordId ?? '']?.code ?? t('app.loading')}
          </button>
        ))}
      </span>
      <button type="button" className="text-button" onClick={() => discard(...left.map(({ place }) => place))}>
        {t('draft.discard')}
      </button>
    </div>
  )
}

const mostNamed = 8

/** Discards drafts and says so, with a step that takes it back. */
export function useDiscardDraft(): (...places: readonly DraftPlace[]) => void {
  const { t } = useWords()
  const drafts = useDraftsIfAny()
  const tell = useTell()
  const open = useOpenDraft()
  return (...places) => {
    const discarded = places.flatMap((place) => drafts?.discard(place) ?? [])
    const [first] = discarded
    if (first === undefined) return
    tell.done(t('draft.discarded'), {
      label: t('action.undo'),
      run: () => {
        for (const draft of discarded) drafts?.restore(draft)
        if (discarded.length === 1) open(first.place)
      },
    })
  }
}

/** Opens the form that a draft belongs to. */
export function useOpenDraft(): (place: DraftPlace) => void {
  const [, navigate] = useLocation()
  const drafts = useDraftsIfAny()
  return ({ noun, recordId, preset }) => {
    if (noun === 'organisation') navigate('/settings')
    // A comment is typed on the page of the record that it is about.
    else if (noun === 'comment') navigate(`/${drafts?.labels[recordId ?? '']?.noun ?? ''}/${recordId ?? ''}`)
    else if (recordId !== null) navigate(recordPath(noun, recordId))
    else navigate(`${nounPath(noun)}/new`, { state: presetOf(preset, drafts?.labels ?? {}) })
  }
}

function presetOf(values: DraftPlace['preset'], labels: Labels): Preset | null {
  return Object.keys(values).length === 0 ? null : { values, labels }
}
