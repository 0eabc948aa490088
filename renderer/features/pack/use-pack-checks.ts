/** What keeps a pack from being finished: told at once, and once more when its sheets have been counted by printing it. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import type { PackChecks } from '#shared/contract/pack.ts'

export interface ToldChecks {
  /** Undefined until the first answer is there. */
  readonly checks: PackChecks | undefined
  /** The sheets are being counted; what stands on them until then is as many as the pages at least have. */
  readonly isCounting: boolean
}

export function usePackChecks(packId: string | null): ToldChecks {
  const { utils } = useApi()
  const asking = (counted: boolean) => utils.pack.checks.queryOptions({ input: { packId, counted } })
  const { data: atOnce } = useQuery(asking(false))
  // Without a budget nothing is counted, and what was counted under an earlier one says nothing any more.
  const hasBudget = atOnce !== undefined && atOnce.pages !== null
  const { data: counted, isFetching } = useQuery({ ...asking(true), enabled: hasBudget })
  // After a change the answer at once is newer than what was counted before it.
  return { checks: hasBudget && !isFetching ? (counted ?? atOnce) : atOnce, isCounting: isFetching }
}
