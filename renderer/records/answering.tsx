/** Who answers for a record, role by role, with the verbs that change it; and what to say where nobody does. */
import { useState } from 'react'
import { Link } from 'wouter'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { AssignmentRole, Holding } from '#shared/domain/accountability.ts'
import { daysBetween } from '#shared/domain/calendar-date.ts'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { Holder } from './marks.tsx'
import { AssignDialog, StartTermDialog } from './term-dialogs.tsx'
import { useWords } from './words.ts'

export interface AnsweringProps {
  readonly subject: 'system' | 'risk' | 'control'
  readonly subjectId: string
  readonly roles: readonly { readonly role: AssignmentRole; readonly holding: Holding }[]
  readonly labels: Labels
}

export function Answering({ subject, subjectId, roles, labels }: AnsweringProps) {
  const words = useWords()
  const mayChange = useMayChange()
  const [assigning, setAssigning] = useState<AssignmentRole | null>(null)
  return (
    <section className="answering">
      <h3>{words.t('app.answering')}</h3>
      <dl className="key-values">
        {roles.map(({ role, holding }) => (
          <div key={role}>
            <dt>{words.value('assignmentRole', role)}</dt>
            <dd>
              <Holder holding={holding} labels={labels} withPost />
              <HoldingNote holding={holding} labels={labels} />{' '}
              {mayChange && (
                <button type="button" className="text-button" onClick={() => setAssigning(role)}>
                  {words.t(holding.state === 'unregistered' ? 'action.assign' : 'action.reassign')}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {assigning !== null && (
        <AssignDialog duty={assigning} subject={subject} subjectId={subjectId} onClose={() => setAssigning(null)} />
      )}
    </section>
  )
}

/** Beneath a holder: since when, or the post that stands empty; and a deputy, who does not fill the vacancy. */
export function HoldingNote({ holding, labels }: { readonly holding: Holding; readonly labels: Labels }) {
  const words = useWords()
  const { postId, heldFrom, vacantSince, deputyId, deputyUntil } = holding
  return (
    <>
      {holding.state === 'vacant' && postId !== null && (
        <div className="holder-post">
          <Link href={`/post/${postId}`} className="link">
            {words.label(labels, postId)}
          </Link>
        </div>
      )}
      {heldFrom !== null && <div className="muted">{words.t('app.since', { day: heldFrom })}</div>}
      {vacantSince !== null && <div className="muted">{words.t('app.since', { day: vacantSince })}</div>}
      {deputyId !== null && (
        <div className="muted">
          <Unbroken
            text={
              deputyUntil === null
                ? words.t('app.deputy', { name: words.label(labels, deputyId) })
                : words.t('app.deputyUntil', { name: words.label(labels, deputyId), day: deputyUntil })
            }
          />
        </div>
      )}
    </>
  )
}

export interface NobodyProps {
  readonly subject: 'system'
  readonly subjectId: string
  readonly holding: Holding
  readonly labels: Labels
}

/** The notice where no accountable executive answers for a system today: what is so, and the verbs that mend it. */
export function NobodyAnswers({ subject, subjectId, holding, labels }: NobodyProps) {
  const words = useWords()
  const mayChange = useMayChange()
  const { today } = useRegister()
  const [dialog, setDialog] = useState<'successor' | 'assign' | null>(null)
  if (holding.state === 'held') return null
  const { postId, vacantSince } = holding
  const vacant = holding.state === 'vacant'
  const facts = {
    post: words.label(labels, postId),
    former: words.label(labels, holding.formerPersonId),
    deputy: words.label(labels, holding.deputyId),
    until: holding.deputyUntil ?? '',
  }
  return (
    <div className={vacant ? 'notice' : 'plain-notice'}>
      <div>
        {!vacant ? (
          <b>{words.t('app.noExecutiveRegistered')}</b>
        ) : vacantSince === null ? (
          <b>{words.t('app.executiveVacant')}</b>
        ) : (
          <>
            <b>{words.t('app.executiveVacant')}</b>
            {words.t('app.vacantFor', { since: vacantSince, count: daysBetween(vacantSince, today) })}
          </>
        )}
      </div>
      <div>
        {vacant && words.t(holding.formerPersonId === null ? 'app.vacantPostEmpty' : 'app.vacantPostLeft', facts)}
        {vacant && holding.deputyId !== null && (
          <Unbroken
            text={words.t(holding.deputyUntil === null ? 'app.deputyStands' : 'app.deputyStandsUntil', facts)}
          />
        )}
        {!vacant && words.t('app.noExecutiveHint')}
      </div>
      {mayChange && (
        <div className="button-row">
          {vacant && postId !== null && (
            <button type="button" className="button primary" onClick={() => setDialog('successor')}>
              {words.t('action.nameSuccessor')}
            </button>
          )}
          <button type="button" className={vacant ? 'button' : 'button primary'} onClick={() => setDialog('assign')}>
            {words.t(vacant ? 'action.moveToOtherPost' : 'action.assignExecutive')}
          </button>
        </div>
      )}
      {dialog === 'successor' && postId !== null && (
        <StartTermDialog postId={postId} labels={labels} onClose={() => setDialog(null)} />
      )}
      {dialog === 'assign' && (
        <AssignDialog
          duty="accountable_executive"
          subject={subject}
          subjectId={subjectId}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}
