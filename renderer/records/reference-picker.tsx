/** Picking another record by typing a few characters of its code, name or reading. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { ComboboxField } from '#renderer/ui/combobox-field.tsx'
import type { Label } from '#shared/contract/base.ts'
import type { postKinds } from '#shared/domain/accountability.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
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
  const { utils } = useApi()
  const [text, setText] = useState<string | null>(null)
  const { data } = useQuery({
    ...utils.lookUp.queryOptions({ input: { nouns: [...nouns], text: text ?? '', limit: 20, postKind } }),
    enabled: text !== null,
    placeholderData: (before) => before,
  })
  const nameOf = (each: Label) => words.name(each.name) || (each.code ?? '')
  return (
    <ComboboxField
      id={id}
      value={value}
      valueText={label === null || adding === true ? '' : nameOf(label)}
      options={(data ?? []).map((found) => ({ value: found.id, text: nameOf(found.label), code: found.label.code }))}
      onSearch={setText}
      onChange={(chosen) => {
        const found = data?.find((each) => each.id === chosen)
        onChange(chosen, found?.label ?? null)
      }}
      nothingFound={words.t('app.nothingFound')}
      clearLabel={words.t('action.clear')}
      disabled={disabled}
      describedBy={describedBy}
      invalid={invalid}
    />
  )
}
