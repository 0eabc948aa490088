/** The typed client of the register process, for every part of the window. */
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type ProcedureUtils, type RouterUtils } from '@orpc/tanstack-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { z } from 'zod'
import type { Progress } from '#shared/contract/base.ts'
import type { ChangedMany, pasteInput, PasteResult } from '#shared/contract/batch.ts'
import type { Contract } from '#shared/contract/contract.ts'
import type { ListInput, ListResult } from '#shared/contract/list.ts'
import type { RecordDetail } from '#shared/contract/records.ts'
import type { CodedNoun, RecordOf } from '#shared/domain/nouns.ts'

export type Client = ContractRouterClient<Contract>
export type ClientUtils = RouterUtils<Client>

interface Api {
  readonly client: Client
  /** Query keys and options of every operation. */
  readonly utils: ClientUtils
}

const ApiContext = createContext<Api | null>(null)

export function ApiProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const api = useMemo(() => ({ client, utils: createTanstackQueryUtils(client) }), [client])
  return <ApiContext value={api}>{children}</ApiContext>
}

export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi needs an ApiProvider above it')
  return api
}

type Versioned = { readonly id: string; readonly version: number }
type NoContext = Record<PropertyKey, never>

/** The operations that every coded noun has in the same form. */
export interface NounClient<N extends CodedNoun> {
  list(input: ListInput): Promise<ListResult<N>>
  get(input: { readonly id: string }): Promise<RecordDetail<N>>
  create(input: Readonly<Record<string, unknown>>): Promise<RecordOf<N>>
  update(input: Versioned & { readonly patch: Readonly<Record<string, unknown>> }): Promise<RecordOf<N>>
  withdraw(input: Versioned & { readonly reason: string }): Promise<RecordOf<N>>
  withdrawMany(input: { readonly records: readonly Versioned[]; readonly reason: string }): Promise<ChangedMany>
  updateMany(input: {
    readonly patch?: Readonly<Record<string, unknown>>
    readonly records: readonly (Versioned & { readonly patch?: Readonly<Record<string, unknown>> })[]
    readonly create?: readonly Readonly<Record<string, unknown>>[]
  }): Promise<ChangedMany>
  paste(
    input: z.input<typeof pasteInput>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<AsyncIterable<Progress<PasteResult>>>
  duplicate(input: { readonly id: string }): Promise<RecordOf<N>>
}
export interface NounUtils<N extends CodedNoun> {
  readonly list: ProcedureUtils<NoContext, ListInput, ListResult<N>, Error>
  readonly get: ProcedureUtils<NoContext, { readonly id: string }, RecordDetail<N>, Error>
}

/**
 * The client of a noun that is only known at run time. TypeScript cannot call a union of functions; the contract builds
 * all of them with one function (`recordOperations`), which is what makes this one cast safe. Acceptances have no create,
 * update and withdraw: their screens offer verbs only.
 */
export function nounClient<N extends CodedNoun>(client: Client, noun: N): NounClient<N> {
  return client[noun] as unknown as NounClient<N>
}

export function nounUtils<N extends CodedNoun>(utils: ClientUtils, noun: N): NounUtils<N> {
  return utils[noun] as unknown as NounUtils<N>
}
