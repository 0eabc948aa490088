/** Who answers for which systems, when each was asked last, and who has not answered; those to be asked are ticked. */
import { useState } from 'react'
import { Link } from 'wouter'
import { recordPath } from '#renderer/records/noun-path.ts'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import type { AskedOwner } from '#shared/contract/owner-questions.ts'
import { type OwnerStanding, ownerStandings } from '#shared/domain/owner-questions/owner-request.ts'

interface Props {
  readonly owners: readonly AskedOwner[]
  /** Systems that are to be asked about. */
  readonly chosen: ReadonlySet<string>
  readonly mayChoose: boolean
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

const filters = ['everybody', ...ownerStandings] as const
const marks: Readonly<Record<OwnerStanding, Status>> = {
  never: 'no_data',
  waiting: 'unjudged',
  overdue: 'breach',
  answered: 'within',
}

export function OwnersTable({ owners, chosen, mayChoose, onChoose }: Props) {
  const words = useWords()
  const { t } = words
  const [filter, setFilter] = useState<(typeof filters)[number]>('everybody')
  if (owners.length === 0) return <p className="muted">{t('ownerQuestions.nobody')}</p>
  const shown = owners.filter(({ standing }) => filter === 'everybody' || standing === filter)
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (on) next.add(id)
      else next.delete(id)
    onChoose(next)
  }
  const idsOf = ({ systems }: AskedOwner) => systems.map(({ id }) => id)
  return (
    <>
      <div className="owner-bar">
        <ChoiceGroup
          label={t('ownerQuestions.show')}
          values={filters}
          chosen={filter}
          say={(each) => (each === 'everybody' ? t('ownerQuestions.everybody') : t(`ownerQuestions.standing.${each}`))}
          onChoose={setFilter}
        />
        {mayChoose && (
          <>
            <button
              type="button"
              className="button"
              onClick={() => set(owners.filter(({ standing }) => standing === 'never').flatMap(idsOf), true)}
            >
              {t('ownerQuestions.tickUnasked')}
            </button>
            <button type="button" className="button" disabled={chosen.size === 0} onClick={() => onChoose(new Set())}>
              {t('ownerQuestions.tickNone')}
            </button>
          </>
        )}
      </div>
      <div className="table-scroll">
        <table className="plain-table ruled-table">
          <caption className="visually-hidden">{t('ownerQuestions.heading')}</caption>
          <thead>
            <tr>
              <th scope="col" className="row-tick">
                <span className="visually-hidden">{t('ownerQuestions.askHead')}</span>
              </th>
              <th scope="col">{words.field('ownerRequest', 'personId')}</th>
              <th scope="col">{t('ownerQuestions.systemsHead')}</th>
              <th scope="col">{t('ownerQuestions.lastAsked')}</th>
              <th scope="col">{words.field('ownerRequest', 'answerBy')}</th>
              <th scope="col">{words.field('ownerRequest', 'answeredOn')}</th>
              <th scope="col">{t('ownerQuestions.standingHead')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((owner) => {
              const ids = idsOf(owner)
              const ticked = ids.filter((id) => chosen.has(id)).length
              const [latest] = owner.requests
              const name = words.name(owner.person.name)
              return (
                <tr key={owner.person.id}>
                  <td className="row-tick">
                    {mayChoose && (
                      <input
                        type="checkbox"
                        aria-label={t('ownerQuestions.askOwner', { name })}
                        checked={ticked === ids.length}
                        ref={(input) => {
                          if (input !== null) input.indeterminate = ticked > 0 && ticked < ids.length
                        }}
                        onChange={() => set(ids, ticked < ids.length)}
                      />
                    )}
                  </td>
                  <th scope="row">
                    <Link href={recordPath('person', owner.person.id)} className="link">
                      {name}
                    </Link>
                  </th>
                  <td>
                    <details>
                      <summary>
                        {ticked > 0 && ticked < ids.length
                          ? t('ownerQuestions.chosenOf', { count: ticked, of: ids.length })
                          : t('ownerQuestions.systemCount', { count: ids.length })}
                      </summary>
                      <ul className="owner-systems">
                        {owner.systems.map(({ id, code, name: system }) => (
                          <li key={id}>
                            {mayChoose && (
                              <input
                                type="checkbox"
                                aria-label={t('ownerQuestions.askOf', { code })}
                                checked={chosen.has(id)}
                                onChange={() => set([id], !chosen.has(id))}
                              />
                            )}{' '}
                            <span className="code">{code}</span> {words.name(system)}
                          </li>
                        ))}
                      </ul>
                    </details>
                  </td>
                  <td className="figures">{latest === undefined ? '' : latest.issuedOn}</td>
                  <td className="figures">{latest?.answerBy == null ? '' : latest.answerBy}</td>
                  <td className="figures">{latest?.answeredOn == null ? '' : latest.answeredOn}</td>
                  <td>
                    <StatusMark status={marks[owner.standing]} word={t(`ownerQuestions.standing.${owner.standing}`)} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}
