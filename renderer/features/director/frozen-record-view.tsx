/** A record as the frozen state holds it: its fields and the parts that belong to it. Nothing of today. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { isUnnamed, Value } from '#renderer/records/changed-value.tsx'
import { isEmpty } from '#renderer/records/field-value.tsx'
import { valueOf } from '#renderer/records/value-of.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { Shown } from '#shared/contract/director.ts'
import { fields } from '#shared/domain/fields.ts'
import { ownerFieldsOf } from '#shared/domain/compare/belonging.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { Standing } from './records-behind-view.tsx'

export function FrozenRecordView({ shown, code }: { readonly shown: Shown; readonly code: string }) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.director.record.queryOptions({ input: { shown, code } }))
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  if (data === undefined) return null
  const { noun, record, parts, labels, asOf } = data
  return (
    <>
      <p className="director-count">
        {words.one(noun)} <span className="code">{data.code}</span>
      </p>
      <h2>{words.name(data.name) || data.code}</h2>
      <p className="director-count">
        <Standing record={data} /> {t('app.asOfDay', { day: asOf })}
      </p>
      <Fields noun={noun} record={record} labels={labels} omit={['code', 'name']} />
      {parts.map((part) => (
        <section key={part.record.id} className="director-part">
          <h3>{words.one(part.noun)}</h3>
          <Fields noun={part.noun} record={part.record} labels={labels} omit={ownerFieldsOf(part.noun)} filled />
        </section>
      ))}
    </>
  )
}

interface FieldsProps {
  readonly noun: Noun
  readonly record: object
  readonly labels: Labels
  readonly omit: readonly string[]
  /** Parts are many: what they do not hold is left out. */
  readonly filled?: boolean
}

function Fields({ noun, record, labels, omit, filled = false }: FieldsProps) {
  const words = useWords()
  const { i18n } = useTranslation()
  return (
    <dl className="director-fields">
      {fields[noun]
        .filter(({ name }) => !omit.includes(name) && i18n.exists(`field.${noun}.${name}`) && !isUnnamed(noun, name))
        .filter(({ name }) => !filled || !isEmpty(valueOf(record, name)))
        .map(({ name }) => (
          <div key={name}>
            <dt>{words.field(noun, name)}</dt>
            <dd>
              <Value noun={noun} field={name} value={valueOf(record, name)} labels={labels} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
