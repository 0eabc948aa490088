/** Controls that the cross-walk proposes for items that none answers: each with its reason, taken only by a person's choice. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useWords } from '#renderer/records/words.ts'
import { ItemName, itemText } from './requirement-words.tsx'

interface Props {
  readonly packId: string
  /** The pack as a whole is Daicho's own. */
  readonly ours: boolean
  readonly onClose: () => void
  readonly onLinked: (count: number) => void
}

export function SuggestionsDialog({ packId, ours, onClose, onLinked }: Props) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.requirement.suggestions.queryOptions({ input: { id: packId } }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const link = useChange((client, links: { itemId: string; controlId: string }[]) =>
    client.requirement.linkControls({ links, answers: true }),
  )
  const refusal = error ?? link.error
  const links = (data?.rows ?? []).flatMap(({ item, controls }) =>
    controls
      .map(({ control }) => ({ itemId: item.id, controlId: control.id }))
      .filter(({ itemId, controlId }) => chosen.has(`${itemId} ${controlId}`)),
  )
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('requirement.suggestions')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {refusal !== null && (
        <p className="refusal" role="alert">
          {sayError(language, refusal)}
        </p>
      )}
      <p className="hint">{t('requirement.suggestionsHint')}</p>
      {data?.rows.length === 0 && <p>{t('requirement.noSuggestions')}</p>}
      {data !== undefined && (
        <ul className="item-systems suggestions">
          {data.rows.map(({ item, controls }) => (
            <li key={item.id}>
              <b>
                <span className="code item-id">{item.id}</span> <ItemName item={item} words={words} ours={ours} />
              </b>
              <ul>
                {controls.map(({ control, grounds }) => {
                  const key = `${item.id} ${control.id}`
                  const toggled = () => {
                    const next = new Set(chosen)
                    if (!next.delete(key)) next.add(key)
                    setChosen(next)
                  }
                  return (
                    <li key={control.id}>
                      <label>
                        <input type="checkbox" checked={chosen.has(key)} onChange={toggled} />{' '}
                        <span className="code">{control.code}</span> {words.name(control.name)}{' '}
                        <span className="muted">{words.value('controlStatus', control.status)}</span>
                      </label>
                      <span className="muted">
                        {t('requirement.because', {
                          items: grounds
                            .map(({ itemId }) => {
                              const title = data.referred[itemId]
                              return title === undefined ? itemId : itemText(words, title)
                            })
                            .join(t('app.listSeparator')),
                        })}
                      </span>
                    </li>
                  )
                })}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <div className="button-row">
        <button type="button" className="button" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={links.length === 0 || link.isPending}
          onClick={() => link.mutate(links, { onSuccess: () => onLinked(links.length) })}
        >
          {t('requirement.linkChosen', { count: links.length })}
        </button>
      </div>
    </Modal>
  )
}
