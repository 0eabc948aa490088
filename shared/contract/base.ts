/**
 * What every operation of the contract shares. The contract is served over a message port by the register process; inputs
 * are checked there by schema, outputs are typed. No operation takes or gives a path: files are chosen through one-time
 * tokens. All refusals are one typed error that carries a problem code and its facts.
 */
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Noun, RecordOf } from '#shared/domain/nouns.ts'
import { nouns } from '#shared/domain/nouns.ts'
import { type ProblemCode, problemCodes, type ProblemFacts } from '#shared/domain/problem.ts'
import type { Bilingual } from '#shared/domain/text.ts'

const factSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

/** 422: understood, well formed, and refused for what it asks. */
export const problemStatus = 422

export const operation = oc.errors({
  // The status must be the one that is thrown: an error of another status does not count as this one.
  PROBLEM: {
    status: problemStatus,
    data: z.object({ code: z.enum(problemCodes), facts: z.record(z.string(), factSchema) }),
  },
})
export interface ProblemData {
  readonly code: ProblemCode
  readonly facts: ProblemFacts
}

export const idInput = z.object({ id: z.uuid() })
export const nounInput = z.enum(nouns as [Noun, ...Noun[]])
export const versioned = { id: z.uuid(), version: z.int().min(1) }

/** A record as it is named wherever another one refers to it. */
export interface Label {
  readonly noun: Noun
  readonly code: string | null
  readonly name: Bilingual
}
export type Labels = Readonly<Record<string, Label>>

/** Records found with another one, by noun. */
export type Related = { readonly [N in Noun]?: readonly RecordOf<N>[] }

/** What long work says: how far it is, and at the end its result. */
export type Progress<Result> =
  | { readonly kind: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result }

/** The output of long work: progress, then the result as the last item. Ends early where the caller aborts. */
export function longWork<Result>() {
  return eventIterator(type<Progress<Result>>())
}
export { type }

/** The output of an operation whose type depends on a noun that is only known by the caller. */
export function typed<Value>() {
  return type<Value, Value>((value) => value)
}
