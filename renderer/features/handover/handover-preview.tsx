/** The sheet of a hand-over that is being planned, before it is carried out. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { HandoverPages } from '#renderer/pack/handover-pages.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { HandoverPlan } from '#shared/contract/handover.ts'

export function HandoverPreview({ plan, onClose }: { readonly plan: HandoverPlan; readonly onClose: () => void }) {
  const { t, language } = useWords()
  const { utils } = useApi()
  const { data: sheet, error } = useQuery(utils.handover.draft.queryOptions({ input: plan }))
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('handover.preview')}
      size={860}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {error !== null && <p role="alert">{sayError(language, error)}</p>}
      {sheet !== undefined && <HandoverPages sheet={sheet} language={language} />}
    </Modal>
  )
}
