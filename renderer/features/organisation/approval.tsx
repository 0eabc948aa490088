/** Who approved a decision and when; until both are recorded it is provisional, and says so. */
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'

export interface ApprovalProps {
  readonly row: { readonly approverPersonId: string | null; readonly approvedOn: string | null } | null
  readonly labels: Labels
}

export function Approval({ row, labels }: ApprovalProps) {
  const words = useWords()
  if (row?.approverPersonId == null || row.approvedOn === null)
    return <span className="provisional">{words.t('app.provisional')}</span>
  return (
    <span>
      {words.label(labels, row.approverPersonId)} <span className="figures">{row.approvedOn}</span>
    </span>
  )
}
