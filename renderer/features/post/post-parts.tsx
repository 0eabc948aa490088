/** Terms of a post and what the post answers for. */
import { useState } from 'react'
import { Link } from 'wouter'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { EndTermDialog, StartTermDialog } from '#renderer/records/term-dialogs.tsx'
import { useWords } from '#renderer/records/words.ts'
import { daysBetween, holdsOn } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'

type Props = DetailProps<'post'>

/** A post that stands empty, and the verb that fills it. */
export function PostNotices({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const { today } = useRegister()
  const [open, setOpen] = useState(false)
  const { holding } = derived
  if (holding.state !== 'vacant' || !holdsOn(record, today)) return null
  const { vacantSince } = holding
  return (
    <div className="notice">
      <div>
        <b>{words.t('app.postVacant')}</b>
        {vacantSince !== null &&
          words.t('app.vacantFor', { since: vacantSince, count: daysBetween(vacantSince, today) })}
      </div>
      {derived.systems > 0 && <div>{words.t('app.postVacantSystems', { count: derived.systems })}</div>}
      {mayChange && (
        <div className="button-row">
          <button type="button" className="button primary" onClick={() => setOpen(true)}>
            {words.t('action.nameSuccessor')}
          </button>
        </div>
      )}
      {open && <StartTermDialog postId={record.id} labels={labels} onClose={() => setOpen(false)} />}
    </div>
  )
}

export function PostVerbs({ detail: { record, labels } }: Props) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.t('action.startTerm')}
      </button>
      {open && <StartTermDialog postId={record.id} labels={labels} onClose={() => setOpen(false)} />}
    </>
  )
}

export function PostTerms({ detail: { related, labels } }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const { today } = useRegister()
  const [ending, setEnding] = useState<RecordOf<'term'> | null>(null)
  const terms = (related.term ?? []).filter((term) => term.withdrawn === null).toReversed()
  return (
    <section className="sheet form-section related">
      <h3>
        {words.t('noun.term.many')} <span className="muted">{terms.length}</span>
      </h3>
      <ul>
        {terms.map((term) => (
          <li key={term.id}>
            <span className="related-name">
              <RecordLink id={term.personId} labels={labels} />
            </span>
            <span className="muted">{words.value('termCapacity', term.capacity)}</span>
            <span className="related-end figures">{words.t('app.period', { from: term.from, to: term.to ?? '' })}</span>
            {mayChange && (term.to === null || term.to > today) && (
              <button type="button" className="text-button" onClick={() => setEnding(term)}>
                {words.t('action.endTerm')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {terms.length === 0 && <p className="muted">{words.t('app.noTerms')}</p>}
      {ending !== null && <EndTermDialog term={ending} labels={labels} onClose={() => setEnding(null)} />}
    </section>
  )
}

export function PostAside({ detail: { record, related, labels } }: Props) {
  const words = useWords()
  const { today } = useRegister()
  const current = (related.assignment ?? []).filter((each) => each.withdrawn === null && holdsOn(each, today))
  return (
    <div className="sheet form-section">
      <section className="related">
        <h3>
          {words.t('app.answersFor')} <span className="muted">{current.length}</span>
        </h3>
        <ul>
          {current.map((each) => (
            <li key={each.id}>
              <span className="related-name">
                <RecordLink id={each.subjectId} labels={labels} />
              </span>
              <span className="muted related-end">{words.value('assignmentRole', each.role)}</span>
            </li>
          ))}
        </ul>
        {current.length === 0 && <p className="muted">{words.t('app.noneLinked')}</p>}
      </section>
      <p>
        <Link href={`/attestation/${record.id}`} className="link">
          {words.t('attestation.open')}
        </Link>
      </p>
      <RelatedList noun="post" title={words.t('app.reportingPosts')} records={related.post ?? []} />
    </div>
  )
}
