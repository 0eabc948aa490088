/** The refusals of a form, gathered so that they stand at the top as links to their fields. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { ProblemList } from './problem-list.tsx'

interface Entry {
  readonly label: string
  readonly message: string
}
interface FormProblems {
  readonly entries: ReadonlyMap<string, Entry>
  /** Null takes the problem of a control away. */
  readonly report: (controlId: string, entry: Entry | null) => void
}

const FormProblemsContext = createContext<FormProblems>({ entries: new Map(), report: () => undefined })

export function FormProblemsProvider({ children }: { readonly children: ReactNode }) {
  const [entries, setEntries] = useState<ReadonlyMap<string, Entry>>(new Map())
  const report = useCallback((controlId: string, entry: Entry | null) => {
    setEntries((before) => {
      if (entry === null && !before.has(controlId)) return before
      const next = new Map(before)
      if (entry === null) next.delete(controlId)
      else next.set(controlId, entry)
      return next
    })
  }, [])
  const problems = useMemo(() => ({ entries, report }), [entries, report])
  return <FormProblemsContext value={problems}>{children}</FormProblemsContext>
}

export function useReportProblem(): FormProblems['report'] {
  return useContext(FormProblemsContext).report
}

/** Stands above a form. */
export function ProblemSummary() {
  const { entries } = useContext(FormProblemsContext)
  return <ProblemList entries={[...entries].map(([controlId, entry]) => ({ controlId, ...entry }))} />
}
