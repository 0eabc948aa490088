/**
 * What Ctrl+P prints. A screen that knows more than it draws (a list of 100,000 rows) says here what stands on it; of any other
 * screen what is drawn is read.
 */
import { useEffect } from 'react'
import type { PrintedSheet } from '#shared/domain/printed-sheet.ts'

export type PrintSource =
  | { readonly kind: 'sheet'; readonly make: () => Promise<PrintedSheet> }
  /** The screen prints in its own way. */
  | { readonly kind: 'own'; readonly print: () => void }

let current: PrintSource | null = null

export function printSource(): PrintSource | null {
  return current
}

export function usePrintSource(source: PrintSource): void {
  useEffect(() => {
    current = source
    return () => {
      if (current === source) current = null
    }
  })
}
