/** Asking a person for a passphrase: a new one, typed twice, or that of a file which is to be opened. */
import { createContext, useContext } from 'react'

export interface AskPassphrase {
  /** With which something is written; null where the person gives up. */
  readonly forNew: () => Promise<string | null>
  /** That of a file; `refusal` is what became of the one that was given before. */
  readonly ofFile: (name: string, refusal?: string) => Promise<string | null>
}

export const AskPassphraseContext = createContext<AskPassphrase | null>(null)

export function useAskPassphrase(): AskPassphrase {
  const ask = useContext(AskPassphraseContext)
  if (ask === null) throw new Error('useAskPassphrase needs an AskPassphraseContext above it')
  return ask
}
