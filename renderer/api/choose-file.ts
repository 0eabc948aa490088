/** Asking a person for a file or folder: the system's dialog where the shell has one, else a dialog in the window. */
import { createContext, useContext } from 'react'
import type { purposes } from '#shared/contract/file.ts'

export type Purpose = (typeof purposes)[number]
export interface ChosenFile {
  /** Stands for the path; good for one use. */
  readonly token: string
  readonly name: string
}

/** Null where the person cancels. */
export type ChooseFile = (purpose: Purpose, suggestedName?: string) => Promise<ChosenFile | null>

export const ChooseFileContext = createContext<ChooseFile | null>(null)

export function useChooseFile(): ChooseFile {
  const choose = useContext(ChooseFileContext)
  if (choose === null) throw new Error('useChooseFile needs a ChooseFileContext above it')
  return choose
}
