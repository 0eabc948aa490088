/** What an operation refused, as data: the typed error of the contract, or what stands for it. */
import { ORPCError } from '@orpc/client'
import type { ProblemData } from '#shared/contract/base.ts'
import { Problem, problemCodes, type ProblemCode } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'

/** A field that was refused: its name (the first part of its path) and the code of the issue. */
export interface FieldProblem {
  readonly field: string
  readonly issue: string
}

export function problemOf(error: unknown): ProblemData {
  if (error instanceof Problem) return { code: error.code, facts: error.facts }
  if (error instanceof ORPCError) {
    const data: unknown = error.data
    if (error.code === 'PROBLEM' && isProblemData(data)) return data
    const [first] = issuesOf(data)
    if (error.code === 'BAD_REQUEST')
      return { code: 'INVALID', facts: { noun: '', field: first?.field ?? '', issue: first?.issue ?? 'OTHER' } }
  }
  return { code: 'INTERNAL', facts: { detail: error instanceof Error ? error.message : String(error) } }
}

/** The fields that a refusal names; empty where it is about something else. */
export function fieldProblemsOf(error: unknown): readonly FieldProblem[] {
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') return issuesOf(error.data)
  const { code, facts } = problemOf(error)
  if (code !== 'INVALID' || typeof facts.field !== 'string' || facts.field === '') return []
  return [{ field: facts.field, issue: typeof facts.issue === 'string' ? facts.issue : 'OTHER' }]
}

/** The refusal as a sentence. */
export function sayError(language: Language, error: unknown): string {
  return sayProblem(language, problemOf(error))
}

function isProblemData(data: unknown): data is ProblemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'code' in data &&
    'facts' in data &&
    problemCodes.includes(data.code as ProblemCode)
  )
}

/** Issues of a schema: the path begins with `patch` where an update was refused. */
function issuesOf(data: unknown): FieldProblem[] {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return []
  return (data.issues as { readonly path?: readonly PropertyKey[]; readonly message?: string }[]).map((issue) => {
    const path = (issue.path ?? []).map(String).filter((part) => part !== 'patch')
    return { field: path[0] ?? '', issue: issue.message ?? 'OTHER' }
  })
}
