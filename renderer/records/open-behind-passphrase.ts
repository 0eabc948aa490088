/** Opens what is protected: asks for the passphrase, and asks again as long as it is the wrong one. */
import { useCallback } from 'react'
import { useAskPassphrase } from '#renderer/api/passphrase.ts'
import { problemOf, sayError } from '#renderer/api/problem.ts'
import { useLanguage } from '#renderer/api/status.ts'

/** Null where the person gives up; any other refusal than that of the passphrase goes to the caller. */
export type OpenBehindPassphrase = <Result>(
  name: string,
  open: (passphrase: string) => Promise<Result>,
) => Promise<Result | null>

export function useOpenBehindPassphrase(): OpenBehindPassphrase {
  const { ofFile } = useAskPassphrase()
  const language = useLanguage()
  return useCallback(
    async (name, open) => {
      for (let refusal: string | undefined; ;) {
        const passphrase = await ofFile(name, refusal)
        if (passphrase === null) return null
        try {
          return await open(passphrase)
        } catch (error) {
          if (problemOf(error).code !== 'PASSPHRASE_WRONG') throw error
          refusal = sayError(language, error)
        }
      }
    },
    [language, ofFile],
  )
}
