/** A cell that is not typed into: what it follows from or which verbs change it, offered at once. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { nounUtils, useApi } from '#renderer/api/client.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { OtherWay } from './use-grid-control.ts'

export interface OtherWayDialogProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly way: OtherWay<N>
  readonly onClose: () => void
  readonly onOpen: () => void
}

export function OtherWayDialog<N extends CodedNoun>({ screen, way, onClose, onOpen }: OtherWayDialogProps<N>) {
  const words = useWords()
  const { utils } = useApi()
  const { record } = way.row
  const { data: detail } = useQuery(nounUtils(utils, screen.noun).get.queryOptions({ input: { id: record.id } }))
  const { Verbs, People } = screen
  const field = way.column.heading(words)
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.t('grid.cell', { column: record.code, value: field })}
      size={560}
      closeButtonProps={{ 'aria-label': words.t('action.close') }}
    >
      <p>{words.t(way.use.kind === 'verb' ? 'grid.byVerb' : 'grid.derived', { field })}</p>
      {detail !== undefined && (
        <>
          {way.use.kind === 'derived' && People !== undefined && <People detail={detail} />}
          <div className="button-row form-buttons">
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose()
                onOpen()
              }}
            >
              {words.t('grid.openRecord')}
            </button>
            {Verbs !== undefined && <Verbs detail={detail} />}
          </div>
        </>
      )}
    </Modal>
  )
}
