/** Links to several records: the chosen ones as tokens that can be taken out, and a picker that adds. */
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Labels } from '#shared/contract/base.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import type { FieldInputProps } from './field-input.tsx'
import { ReferencePicker } from './reference-picker.tsx'
import { useWords } from './words.ts'

export function ReferencesInput(props: FieldInputProps & { readonly noun: CodedNoun }) {
  const { id, noun, value, labels, onChange, disabled, describedBy, invalid } = props
  const words = useWords()
  const [added, setAdded] = useState<Labels>({})
  const chosen = (value ?? []) as readonly string[]
  const known = { ...labels, ...added }
  return (
    <div className="references">
      {chosen.length > 0 && (
        <ul className="tokens">
          {chosen.map((each) => (
            <li key={each} className="token">
              {known[each]?.code != null && <span className="code">{known[each].code}</span>}
              <span className="token-name">{words.label(known, each)}</span>
              {disabled !== true && (
                <button
                  type="button"
                  aria-label={words.t('action.remove', { name: words.label(known, each) })}
                  onClick={() =>
                    onChange(
                      chosen.filter((one) => one !== each),
                      true,
                    )
                  }
                >
                  <IconX size={12} stroke={1.5} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ReferencePicker
        id={id}
        nouns={[noun]}
        value={null}
        label={null}
        adding
        disabled={disabled}
        describedBy={describedBy}
        invalid={invalid}
        onChange={(picked, label) => {
          if (picked === null || chosen.includes(picked)) return
          if (label !== null) setAdded({ ...added, [picked]: label })
          onChange([...chosen, picked], true)
        }}
      />
    </div>
  )
}
