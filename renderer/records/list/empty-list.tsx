/** A list without records: what is missing, why, and the one next step. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { ReferencePicker } from '../reference-picker.tsx'
import { useWords } from '../words.ts'
import { conditionsOf, type ListState, noConditions, setListState } from './list-state.ts'
import { asksForMe } from './use-views.ts'
import { nounPath } from '../noun-path.ts'

export interface EmptyListProps {
  readonly noun: CodedNoun
  readonly state: ListState
  /** Records of the noun come about by a form of their own; an acceptance does on its risk or control. */
  readonly creates: boolean
}

export function EmptyList({ noun, state, creates }: EmptyListProps) {
  const words = useWords()
  const mayChange = useMayChange()
  const { person, lastPack } = useRegister()
  const conditions = conditionsOf(state)
  if (person === null && asksForMe(state.filters)) return <ChooseMe />
  if (lastPack === null && 'changedSincePack' in state.filters)
    return (
      <div className="empty">
        <p>{words.t('list.noPackYet')}</p>
        <p className="muted">{words.t('list.noPackYetWhy')}</p>
        <Link href="/pack" className="button">
          {words.t('nav.pack')}
        </Link>
      </div>
    )
  if (conditions > 0)
    return (
      <div className="empty">
        <p>{words.t('app.noMatch', { count: conditions })}</p>
        <button type="button" className="button" onClick={() => setListState(noun, noConditions)}>
          {words.t('action.clearConditions')}
        </button>
      </div>
    )
  return (
    <div className="empty">
      <p>{words.t('app.noRecords', { noun: words.many(noun) })}</p>
      <p className="muted">{words.why(noun)}</p>
      {!creates && (
        <Link href="/risk" className="button">
          {words.many('risk')}
        </Link>
      )}
      {mayChange && creates && (
        <Link href={`${nounPath(noun)}/new`} className="button">
          {words.t('action.addNoun', { noun: words.inSentence(noun) })}
        </Link>
      )}
    </div>
  )
}

/** "Mine" needs to know who is asking. */
function ChooseMe() {
  const words = useWords()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const actAs = async (personId: string | null) => {
    queries.setQueryData(utils.file.status.queryKey(), await client.file.actAs({ personId }))
    await queries.invalidateQueries()
  }
  return (
    <div className="empty">
      <p>{words.t('list.whoAreYou')}</p>
      <p className="muted">{words.t('list.whoAreYouWhy')}</p>
      <div className="empty-field">
        <label className="field-label" htmlFor="list-acting-person">
          {words.t('app.actingPerson')}
        </label>
        <ReferencePicker
          id="list-acting-person"
          nouns={['person']}
          value={null}
          label={null}
          onChange={(id) => void actAs(id)}
        />
      </div>
    </div>
  )
}
