/**
 * A record made while another one is being filled in: a picker that finds nobody offers to register the name that was typed.
 * The dialog asks for what such a record cannot be stored without; the rest is filled in on its own page later.
 */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { nounClient } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import type { Label } from '#shared/contract/base.ts'
import { fields } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { type Bilingual, bilingualFrom } from '#shared/domain/text.ts'

export interface InPassing {
  readonly noun: CodedNoun
  /** The name as it was typed into the picker. */
  readonly name: string
  /** What the picker already knows of the new record: a post that must be an executive one. */
  readonly values: Readonly<Record<string, unknown>>
  readonly onCreated: (id: string, label: Label) => void
}

export const InPassingContext = createContext<((asked: InPassing) => void) | null>(null)

/** Asks for a record in passing; null where the register cannot be changed or nobody offers it. */
export function useCreateInPassing(): ((asked: InPassing) => void) | null {
  return useContext(InPassingContext)
}

/** The nouns that a picker may make: those that are known by a name. An acceptance is decided, never made in passing. */
export const madeInPassing: readonly CodedNoun[] = ['unit', 'person', 'post', 'system', 'risk', 'control', 'evidence']

/** Fields of the dialog: what is required, and the reading by which Japanese names sort. */
export function fieldsInPassing(noun: CodedNoun): readonly string[] {
  return fields[noun]
    .filter((field) => field.byVerb !== true && (field.required === true || field.name === 'reading'))
    .map((field) => field.name)
}

export interface DialogProps {
  readonly asked: InPassing
  readonly initial: { readonly name: Bilingual } & Readonly<Record<string, unknown>>
  readonly onCreate: (values: Readonly<Record<string, unknown>>) => Promise<void>
  readonly onCancel: () => void
}

export interface CreateInPassingProps {
  readonly children: ReactNode
  /** Draws the dialog. Given from outside: it is made of the same form in which the pickers stand. */
  readonly dialog: (props: DialogProps) => ReactNode
}

export function CreateInPassing({ children, dialog }: CreateInPassingProps) {
  const [asked, setAsked] = useState<InPassing | null>(null)
  const create = useChange((client, { noun, values }: { noun: CodedNoun; values: Readonly<Record<string, unknown>> }) =>
    nounClient(client, noun).create(values),
  )
  const ask = useCallback((next: InPassing) => setAsked(next), [])
  return (
    <InPassingContext value={ask}>
      {children}
      {asked !== null &&
        dialog({
          asked,
          initial: { ...asked.values, name: bilingualFrom(asked.name) },
          onCancel: () => setAsked(null),
          onCreate: async (values) => {
            const record = await create.mutateAsync({ noun: asked.noun, values: { ...asked.values, ...values } })
            setAsked(null)
            asked.onCreated(record.id, {
              noun: asked.noun,
              code: record.code,
              name: (record as { name: Bilingual }).name,
            })
          },
        })}
    </InPassingContext>
  )
}
