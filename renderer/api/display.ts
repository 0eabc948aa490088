/** How the person wants the window on this computer. */
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ShownDisplay } from '#shared/contract/display.ts'
import type { Display } from '#shared/domain/display.ts'
import { useApi } from './client.tsx'

/** Undefined until the register process has answered once. */
export function useDisplay(): ShownDisplay | undefined {
  return useQuery(useApi().utils.display.get.queryOptions()).data
}

/** Changes what is named. It takes effect before it is kept, so that keys pressed one after the other add up. */
export function useSetDisplay(): UseMutationResult<ShownDisplay, Error, Partial<Display>> {
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const key = utils.display.get.queryKey()
  const mutationKey = ['display']
  return useMutation<ShownDisplay, Error, Partial<Display>>({
    mutationKey,
    mutationFn: (changes) => client.display.set(changes),
    onMutate: (changes) => {
      queries.setQueryData<ShownDisplay>(key, (before) => before && { ...before, ...changes })
    },
    onSettled: async (display) => {
      // Only the last answer knows of everything that was chosen meanwhile.
      if (queries.isMutating({ mutationKey }) > 1) return
      if (display === undefined) await queries.invalidateQueries({ queryKey: key })
      else queries.setQueryData(key, display)
      // The status names the language that follows from the choice.
      await queries.invalidateQueries({ queryKey: utils.file.status.queryKey() })
    },
  })
}
