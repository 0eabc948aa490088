/** The state of the window's register, kept fresh by every change. */
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Status } from '#shared/contract/file.ts'
import type { Language } from '#shared/domain/text.ts'
import { useApi } from './client.tsx'

export type OpenRegister = NonNullable<Status['register']>

/** Undefined until the register process has answered once. */
export function useStatus(): Status | undefined {
  return useQuery(useApi().utils.file.status.queryOptions()).data
}

/**
 * The register that the frame was drawn for. Not read from the queries: there it may be gone already while what stands below
 * the frame is drawn once more.
 */
export const RegisterContext = createContext<OpenRegister | null>(null)

/** The open register. Only used below the frame, which is not shown without one. */
export function useRegister(): OpenRegister {
  const register = useContext(RegisterContext)
  if (register === null) throw new Error('useRegister is used outside of an open register')
  return register
}

/** Until the register process has answered, and where it cannot: the system's. */
export function useLanguage(): Language {
  return useStatus()?.language ?? (navigator.language.startsWith('ja') ? 'ja' : 'en')
}

/** False where the register is open read-only: every control that changes something is then left out. */
export function useMayChange(): boolean {
  return useStatus()?.register?.readOnly === null
}
