/**
 * Structures of a record as a small table: the moves of a due date, why a tier was given, columns kept from a source file.
 * Parts that the register itself names are worded; headings of a file stand as they stood in it.
 */
import { useTranslation } from 'react-i18next'
import type { Labels } from '#shared/contract/base.ts'
import type { JudgedContent } from '#shared/domain/privacy/dpia-changes.ts'
import { JudgedContentValue } from './judged-content.tsx'
import { RecordLink } from './record-link.tsx'
import { useWords } from './words.ts'

export interface StructureValueProps {
  readonly field: string
  readonly value: unknown
  readonly labels: Labels
}

export function StructureValue({ field, value, labels }: StructureValueProps) {
  const { t, i18n } = useTranslation()
  const nameOf = (name: string) => {
    const known = [`part.${field}.${name}`, `impactDimension.${name}`].find((key) => i18n.exists(key))
    return known === undefined ? name : t(known)
  }
  if (field === 'screenedContent' || field === 'approvedContent')
    return <JudgedContentValue content={value as JudgedContent} labels={labels} />
  return (
    <dl className="structure">
      {pairsOf(value).map(([name, each], index) => (
        <div key={`${name} ${String(index)}`}>
          <dt>{nameOf(name)}</dt>
          <dd>
            <Part field={field} name={name} value={each} labels={labels} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Part({ field, name, value, labels }: StructureValueProps & { readonly name: string }) {
  const words = useWords()
  const { i18n } = useTranslation()
  if (value === null) return <span>{words.t('app.noneOfThese')}</span>
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return (
      <ul>
        {value.map((each) => (
          <li key={each}>
            <Part field={field} name={name} value={each} labels={labels} />
          </li>
        ))}
      </ul>
    )
  if (typeof value === 'object') return <StructureValue field={field} value={value} labels={labels} />
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (labels[text] !== undefined) return <RecordLink id={text} labels={labels} />
  const known = [`value.${name}.${text}`, `${field}.${text}`, `part.${field}.${text}`].find((key) => i18n.exists(key))
  return <span>{known === undefined ? text : words.t(known)}</span>
}

function pairsOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return Object.entries(value as object)
  return value.map((each: unknown, index) => (isPair(each) ? each : [String(index + 1), each]))
}

function isPair(value: unknown): value is readonly [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'
}
