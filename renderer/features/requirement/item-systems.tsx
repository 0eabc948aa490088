/** The systems of which an item is asked, those that stand worst first: each leads to its own answers. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useWords } from '#renderer/records/words.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'
import { itemText } from './requirement-words.tsx'
import { StandingValue } from './standing-value.tsx'

interface Props {
  readonly packId: string
  readonly item: RequirementItem
  readonly onClose: () => void
}

export function ItemSystems({ packId, item, onClose }: Props) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.requirement.item.queryOptions({ input: { id: packId, itemId: item.id } }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={itemText(words, item)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
      {data !== undefined && (
        <ul className="item-systems">
          {data.systems.map(({ systemId, standing, when }) => (
            <li key={systemId}>
              <Link href={`/requirement/system/${systemId}`} className="link" onClick={onClose}>
                <span className="code">{data.labels[systemId]?.code}</span> {words.label(data.labels, systemId)}
              </Link>
              <span>
                <StandingValue standing={standing} />
                {when === 'later' && <span className="muted"> {t('requirement.later')}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
