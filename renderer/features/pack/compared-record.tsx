/** One record that differs between two packs: where it stood and stands, its fields and parts, and who entered what and why. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ChangedValue, isUnnamed, Value } from '#renderer/records/changed-value.tsx'
import { isCoded } from '#renderer/records/field-input.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { type Words, useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { ComparisonPage } from '#shared/contract/pack.ts'
import type { Answering, ComparedEvent, ComparedRecord, RiskMove } from '#shared/domain/compare/compare-packs.ts'
import type { FieldChange } from '#shared/domain/compare/field-changes.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { zonedMinute } from '#shared/pack-model/zoned-instant.ts'

interface Props {
  readonly record: ComparedRecord
  readonly page: ComparisonPage
}

export function ComparedRecordView({ record, page }: Props) {
  const words = useWords()
  const { t } = words
  const { noun, id, code, name, mark, change, reason, parts, events } = record
  const named = (
    <>
      {code !== null && <span className="code">{code}</span>} {name !== null && words.name(name)}
      {mark !== null && <Value noun={noun} field={mark.field} value={mark.value} labels={page.labels.after} />}
    </>
  )
  return (
    <article className="comparison-record">
      <h3>
        <span className="muted">{words.one(noun)}</span>{' '}
        {isCoded(noun) ? (
          <Link href={`${recordPath(noun, id)}/history`} className="link">
            {named}
          </Link>
        ) : (
          named
        )}{' '}
        <span className="comparison-change">{t(`compare.change.${change}`)}</span>{' '}
        {record.risk !== null && <MovementMark move={record.risk} />}
      </h3>
      {reason !== null && <p>{t('app.because', { reason })}</p>}
      <dl className="comparison-standing">
        <Standing record={record} page={page} />
        <Fields noun={noun} changes={record.fields} page={page} />
        {parts
          .filter(({ fields }) => fields.length > 0)
          .map((part) => (
            <Fields key={part.id} noun={part.noun} changes={part.fields} page={page} ofPart />
          ))}
      </dl>
      {events.length === 0 ? (
        <p className="hint">{t('comparison.noEntry')}</p>
      ) : (
        <ol className="comparison-events">
          {events.map((event) => (
            <Entry key={event.sequence} event={event} page={page} />
          ))}
        </ol>
      )}
    </article>
  )
}

function MovementMark({ move: { movement, outside } }: { readonly move: RiskMove }) {
  const { t } = useWords()
  const word = t(`movement.${movement}`)
  if (movement === 'worse' || (movement === 'new' && outside.after === true))
    return <StatusMark status="breach" word={word} />
  return movement === 'better' ? <StatusMark status="within" word={word} /> : <span className="muted">{word}</span>
}

function Standing({ record, page }: Props) {
  const words = useWords()
  const { t } = words
  const { risk, control, answering } = record
  const level = (of: Level | null) => levelText(words, of)
  const rows: readonly (readonly [key: string, before: string | null, after: string | null])[] = [
    ...(risk === null
      ? []
      : ([
          ['residual', level(risk.residual.before), level(risk.residual.after)],
          ['target', level(risk.target.before), level(risk.target.after)],
          ['outside', yesNo(words, risk.outside.before), yesNo(words, risk.outside.after)],
          ['appetite', bandWord(words, risk.appetite.before), bandWord(words, risk.appetite.after)],
        ] as const)),
    ...(control === null
      ? []
      : [['status', statusWord(words, control.before), statusWord(words, control.after)] as const]),
    ...(answering === null
      ? []
      : ([
          [
            'answering',
            answeringText(words, answering.before, page.labels.before),
            answeringText(words, answering.after, page.labels.after),
          ],
        ] as const)),
  ]
  return rows
    .filter(([, before, after]) => before !== after)
    .map(([key, before, after]) => (
      <div key={key}>
        <dt>{t(`compare.standing.${key}`)}</dt>
        <dd>
          {before ?? <Unknown word={t('app.noneOfThese')} />} <span aria-label={t('app.becomes')}>→</span>{' '}
          {after ?? <Unknown word={t('app.noneOfThese')} />}
        </dd>
      </div>
    ))
}

function levelText({ t }: Words, level: Level | null): string | null {
  if (level === null) return null
  const grades = t('paper.grades', { likelihood: level.likelihood, impact: level.impact })
  return t('paper.gradesAndBand', { grades, band: t(`band.${level.band}`) })
}

function yesNo(words: Words, value: boolean | null): string | null {
  return value === null ? null : words.value('yesNo', value ? 'yes' : 'no')
}

function bandWord({ t }: Words, band: string | null): string | null {
  return band === null ? null : t(`band.${band}`)
}

function statusWord(words: Words, status: string | null): string | null {
  return status === null ? null : words.t(`value.controlStatus.${status}`)
}

function answeringText(
  words: Words,
  answering: Answering | null,
  labels: ComparisonPage['labels']['before'],
): string | null {
  if (answering === null) return null
  const { state, postId, personId } = answering
  if (state === 'unregistered') return words.t('executiveState.unregistered')
  const post = words.label(labels, postId)
  const person = state === 'vacant' ? words.t('executiveState.vacant') : words.label(labels, personId)
  return post === '' ? person : words.t('comparison.personOnPost', { person, post })
}

interface FieldsProps {
  readonly noun: Noun
  readonly changes: readonly FieldChange[]
  readonly page: ComparisonPage
  readonly ofPart?: boolean
}

function Fields({ noun, changes, page, ofPart = false }: FieldsProps) {
  const words = useWords()
  const { i18n } = useTranslation()
  return changes
    .filter(({ field }) => i18n.exists(`field.${noun}.${field}`) && !isUnnamed(noun, field))
    .map((change) => (
      <div key={change.field}>
        <dt>
          {ofPart
            ? words.t('paper.fieldOf', { noun: words.one(noun), field: words.field(noun, change.field) })
            : words.field(noun, change.field)}
        </dt>
        <dd>
          <ChangedValue
            noun={noun}
            change={change}
            isNew={false}
            before={page.labels.before}
            after={page.labels.after}
          />
        </dd>
      </div>
    ))
}

function Entry({ event, page }: { readonly event: ComparedEvent; readonly page: ComparisonPage }) {
  const words = useWords()
  const { t } = words
  const { i18n } = useTranslation()
  const operation = `operation.${event.operation}`
  return (
    <li>
      <span className="figures">{zonedMinute(event.at, page.timeZone)}</span>{' '}
      <span>{words.label(page.labels.after, event.personId) || event.account}</span>{' '}
      <b>{i18n.exists(operation) ? t(operation) : words.one(event.noun)}</b>{' '}
      {event.late && <StatusMark status="warning" word={t('comparison.late')} />}
      {event.reason !== null && event.reason !== '' && (
        <span className="comparison-reason"> {t('app.because', { reason: event.reason })}</span>
      )}
    </li>
  )
}
