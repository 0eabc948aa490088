/** Picking another record by typing a few characters of its code, name or reading. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { ComboboxField } from '#renderer/ui/combobox-field.tsx'
import type { Label } from '#shared/contract/base.ts'
import type { postKinds } from '#shared/domain/accountability.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { madeInPassing, useCreateInPassing } from './create-in-passing.tsx'
import { useDeferredText } from './deferred-text.ts'
import { useTell } from './tell.ts'
import { useWords } from './words.ts'

export interface ReferencePickerProps {
  readonly id: string
  readonly nouns: readonly CodedNoun[]
  readonly value: string | null
  /** How the chosen record is named; null where nothing is chosen. */
  readonly label: Label | null
  readonly onChange: (id: string | null, label: Label | null) => void
  /** Only posts of this kind are offered. */
  readonly postKind?: (typeof postKinds)[number] | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
  /** Choosing adds to a list: the field is empty again afterwards. */
  readonly adding?: boolean | undefined
}

export function ReferencePicker(props: ReferencePickerProps) {
  const { id, nouns, value, label, onChange, postKind, disabled, describedBy, invalid, adding } = props
  const words = useWords()
  const { client, utils } = useApi()
  const tell = useTell()
  const create = useCreateInPassing()
  const [text, setText] = useState<string | null>(null)
  const asked = useDeferredText(text ?? '')
  const { data, isPlaceholderData } = useQuery({
    ...utils.lookUp.queryOptions({ input: { nouns: [...nouns], text: asked, limit: 20, postKind } }),
    enabled: text !== null,
    placeholderData: (before) => before,
  })
  const nameOf = (each: Label) => words.name(each.name) || (each.code ?? '')
  const [made] = nouns
  return (
    <ComboboxField
      id={id}
      value={value}
      valueText={label === null || adding === true ? '' : nameOf(label)}
      options={(data ?? []).map((found) => ({ value: found.id, text: nameOf(found.label), code: found.label.code }))}
      pending={text !== null && (asked !== text || isPlaceholderData || data === undefined)}
      onSearch={setText}
      onHurry={(typed) => {
        client.lookUp({ nouns: [...nouns], text: typed, limit: 1, postKind }).then(
          ([first]) => {
            if (first !== undefined) onChange(first.id, first.label)
          },
          (error: unknown) => tell.refused(sayError(words.language, error)),
        )
      }}
      onChange={(chosen) => {
        const found = data?.find((each) => each.id === chosen)
        onChange(chosen, found?.label ?? null)
      }}
      nothingFound={words.t('app.nothingFound')}
      clearLabel={words.t('action.clear')}
      creation={
        create === null || made === undefined || nouns.length > 1 || !madeInPassing.includes(made)
          ? null
          : {
              text: (name) => words.t('action.registerInPassing', { name, noun: words.inSentence(made) }),
              onCreate: (name) => {
                create({
                  noun: made,
                  name,
                  values: postKind === undefined ? {} : { kind: postKind },
                  onCreated: onChange,
                })
              },
            }
      }
      disabled={disabled}
      describedBy={describedBy}
      invalid={invalid}
    />
  )
}
