/** The records behind a number: what it is, why they count, and each with its state on the day of the pack. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { FieldValue } from '#renderer/records/field-value.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { FrozenRecord, RecordsBehindNumber, Shown } from '#shared/contract/director.ts'
import { fields } from '#shared/domain/fields.ts'
import { countStatement, limitsStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { say } from '#shared/locales/say.ts'
import { behindTitle } from './behind-title.ts'

interface Props {
  readonly shown: Shown
  readonly address: string
  readonly onRecord: (code: string) => void
}

export function RecordsBehindView({ shown, address, onRecord }: Props) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.director.behind.queryOptions({ input: { shown, address } }))
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  if (data === undefined) return null
  const { title, why } = behindTitle(words, address, data.total)
  return (
    <>
      <h2>{title}</h2>
      {data.figure !== null && <FigureLine figure={data.figure} />}
      <p className="director-why">{why}</p>
      <p className="director-count">
        {t('director.records', { count: data.total, day: data.asOf })}
        {data.records.length < data.total && ` ${t('director.firstOf', { count: data.records.length })}`}
      </p>
      <table className="director-records">
        <thead>
          <tr>
            <th scope="col">{t('app.code')}</th>
            <th scope="col">{t('director.name')}</th>
            <th scope="col">{t('director.state')}</th>
          </tr>
        </thead>
        <tbody>
          {data.records.map((record) => (
            <tr key={record.id}>
              <td>
                <button type="button" className="link code" onClick={() => onRecord(record.code)}>
                  {record.code}
                </button>
              </td>
              <th scope="row">{words.name(record.name)}</th>
              <td>
                <Standing record={record} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function FigureLine({ figure }: { readonly figure: NonNullable<RecordsBehindNumber['figure']> }) {
  const { t, language } = useWords()
  const value = valueStatement(figure)
  const count = countStatement(figure)
  const limits = limitsStatement(figure)
  return (
    <>
      <p className="director-figure">
        {value !== null && <b>{say(language, value)}</b>} {count !== null && <span>{say(language, count)}</span>}{' '}
        <StatusMark status={figure.status} word={t(`status.${figure.status}`)} />
      </p>
      <p className="director-formula">
        {t(`kri.${figure.id}.formula`)}
        {limits !== null && ` ${say(language, limits)}`}
      </p>
    </>
  )
}

/** How a record stood, in a word. */
export function Standing({ record: { noun, standing, withdrawn } }: { readonly record: FrozenRecord }) {
  const { t } = useWords()
  if (withdrawn) return <span className="muted">{t('director.withdrawn')}</span>
  if (standing === null) return <span className="muted">{t('app.noneOfThese')}</span>
  switch (standing.kind) {
    case 'risk': {
      const { residual, outside } = standing
      if (residual === null) return <Unknown word={t('paper.unassessed')} />
      const grades = t('paper.grades', { likelihood: residual.likelihood, impact: residual.impact })
      const word = t('paper.gradesAndBand', { grades, band: t(`band.${residual.band}`) })
      return <StatusMark status={outside === true ? 'breach' : 'within'} word={word} />
    }
    case 'control':
      return <span>{t(`value.controlStatus.${standing.status}`)}</span>
    case 'field': {
      const field = fields[noun].find(({ name }) => name === standing.field)
      return field === undefined ? null : <FieldValue field={field} value={standing.value} labels={{}} plain />
    }
  }
}
