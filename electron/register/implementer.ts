/** The contract as oRPC implements it, every refusal turned into the one typed error. */
import { implement, ORPCError } from '@orpc/server'
import { problemStatus } from '#shared/contract/base.ts'
import { contract } from '#shared/contract/contract.ts'
import { Problem } from '#shared/domain/problem.ts'
import { isEveryTextWellFormed } from '#shared/domain/text.ts'
import { diskProblem } from './store/sqlite-problems.ts'

/**
 * The refusal as the typed error of the contract, and so what a read ran into on the disk; anything unforeseen as INTERNAL, told to
 * the terminal only.
 */
export function refusal(error: unknown): unknown {
  if (error instanceof ORPCError) return error
  const problem = error instanceof Problem ? error : (diskProblem(error) ?? new Problem('INTERNAL'))
  if (problem.code === 'INTERNAL' && problem !== error) console.error(error)
  return new ORPCError('PROBLEM', {
    defined: true,
    status: problemStatus,
    message: problem.code,
    data: { code: problem.code, facts: problem.facts },
  })
}

/** Levels of a value within a value: far beyond what any operation asks for. */
const deepest = 100

function isDeeperThan(value: unknown, levels: number): boolean {
  const waiting: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: each, level } = next
    if (typeof each !== 'object' || each === null) continue
    if (level >= levels) return true
    for (const part of Object.values(each) as unknown[])
      if (typeof part === 'object') waiting.push({ value: part, level: level + 1 })
  }
  return false
}

export const os = implement(contract).use(async ({ next }, input) => {
  try {
    // Before any schema, which walks into a value as deep as it goes, and ends where the stack does.
    if (isDeeperThan(input, deepest)) throw new ORPCError('BAD_REQUEST', { status: 400, data: { issues: [] } })
    // What has no UTF-8 reaches neither the register nor a comparison with it.
    if (!isEveryTextWellFormed(input)) throw new Problem('INVALID', { noun: '', field: '', issue: 'LONE_SURROGATE' })
    return await next()
  } catch (error) {
    throw refusal(error)
  }
})
