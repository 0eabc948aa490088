/** Whether what a use of personal data rests on, or plans to, is law today: what is not in force says so wherever it is named. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { LegalForce } from '#renderer/ui/legal-force.tsx'
import type { LegalBasis } from '#shared/domain/privacy/legal-basis.ts'
import { useWords } from './words.ts'

export function BasisForce({ basis }: { readonly basis: LegalBasis }) {
  const { t } = useWords()
  const { utils } = useApi()
  const { data: bases } = useQuery(utils.dataUse.bases.queryOptions())
  const found = bases?.find((each) => each.basis === basis)
  if (found === undefined) return null
  return found.reliable ? (
    <LegalForce force="in_force" word={t('requirement.status.in_force')} />
  ) : (
    <LegalForce force="not_in_force" word={t('requirement.status.promulgated_not_in_force')} />
  )
}
