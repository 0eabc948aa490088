/** Every operation of the contract, found by walking: none is named. */
import { isContractProcedure } from '@orpc/contract'
import { type AnyProcedure, isProcedure } from '@orpc/server'
import type { z } from 'zod'
import type { Desk } from '#electron/register/desk.ts'
import { routerOf } from '#electron/register/serve.ts'
import { contract } from '#shared/contract/contract.ts'
import { problemCodes } from '#shared/domain/problem.ts'

export interface Operation {
  readonly path: readonly string[]
  readonly name: string
  /** Undefined where it asks for nothing. */
  readonly input: z.ZodType | undefined
}
export interface AnsweredOperation extends Operation {
  readonly procedure: AnyProcedure
}

export function walkContract(): Operation[] {
  return walk(contract, []).map(({ operation }) => operation)
}

/** With the procedure that answers it. */
export function operationsOf(desk: Desk): AnsweredOperation[] {
  return walk(routerOf(desk), []).flatMap(({ operation, part }) =>
    isProcedure(part) ? [{ ...operation, procedure: part }] : [],
  )
}

function walk(part: object, path: readonly string[]): { operation: Operation; part: object }[] {
  if (!isContractProcedure(part))
    return Object.entries(part).flatMap(([name, inner]) => walk(inner as object, [...path, name]))
  // All schemas of the contract are made with zod.
  const input = part['~orpc'].inputSchema as unknown as z.ZodType | undefined
  return [{ operation: { path, name: path.join('.'), input }, part }]
}

/** A refusal may bear the code of the schemas, or one of the closed list but that of what nobody foresaw. */
export function declared(code: string): boolean {
  return code === 'BAD_REQUEST' || (code !== 'INTERNAL' && (problemCodes as readonly string[]).includes(code))
}
