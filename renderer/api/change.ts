/** One way to change something: the state of saving is told, and everything shown is read again. */
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import { type Client, useApi } from './client.tsx'
import { tellSaving } from './save-state.ts'

/**
 * A change through the contract. Everything on the screen is read again afterwards, also when it was refused: one change
 * of a term moves vacancies, figures and notices all over the window, and a refusal often means that what is shown is old.
 */
export function useChange<Input, Output>(
  call: (client: Client, input: Input) => Promise<Output>,
): UseMutationResult<Output, Error, Input> {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => tellSaving(() => call(client, input)),
    onSettled: () => queries.invalidateQueries(),
  })
}
