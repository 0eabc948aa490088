/** Annexes on words and figures: how each figure is defined and judged, and what the words of the pack mean. */
import { countStatement, limitsStatement, valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { AnnexDefinitionsPage, AnnexGlossaryPage, DefinitionRow } from '#shared/pack-model/pages.ts'
import { PackFigure } from './pack-figure.tsx'
import { Head, Name, Said, usePackWords } from './pack-words.tsx'

export function AnnexDefinitionsContent({ page }: { page: AnnexDefinitionsPage }) {
  return (
    <PackFigure figure={page.definitions}>
      {(titleId) => (
        <table className="pack-table pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 50 }}>
                <Head of="paper.column.figure" />
              </th>
              <th scope="col">
                <Head of="paper.column.definition" />
              </th>
              <th scope="col" style={{ width: 160 }}>
                <Head of="paper.column.limits" />
              </th>
              <th scope="col" style={{ width: 166 }}>
                <Head of="paper.column.lastValues" />
              </th>
            </tr>
          </thead>
          <tbody>
            {page.definitions.data.map((row) => (
              <Definition key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}

function Definition({ row }: { row: DefinitionRow }) {
  const { say } = usePackWords()
  const limits = limitsStatement({ ...row, threshold: row.threshold && { ...row.threshold, provisional: false } })
  const count = countStatement(row)
  return (
    <tr>
      <td className="pack-whole pack-top">{row.id}</td>
      <th scope="row" className="pack-top">
        <b>
          <Said of={(words) => words.say(row.title)} />
        </b>
        <span className="pack-small pack-line">
          <Said of={(words) => words.say(row.question)} />
        </span>
        <span className="pack-small pack-line">
          <Said
            of={(words) => `${words.say(row.formula)} ${words.t('paper.formulaEdition', { edition: row.edition })}`}
          />
        </span>
        <span className="pack-small pack-line">
          <Said of={(words) => words.say(row.limitation)} />
        </span>
        <span className="pack-small pack-line">
          <Said
            of={({ t }) => `${t(`paper.unitOf.${row.unit}`)}${t('paper.partGap')}${t(`paper.better.${row.direction}`)}`}
          />
        </span>
      </th>
      <td className="pack-small pack-top">
        <span className="pack-line">
          <Said of={(words) => (limits ? words.say(limits) : words.t('status.unjudged'))} />
        </span>
        {limits && row.limitsFrom !== null && (
          <span className="pack-line">
            <Said of={({ t }) => t('paper.limitsSince', { day: row.limitsFrom })} />
          </span>
        )}
        {limits && row.approval === null && (
          <span className="pack-line">
            <Head of="status.provisional" />
          </span>
        )}
        {limits && row.approval !== null && (
          <span className="pack-line">
            <Head of="paper.column.approvedBy" /> {row.approval.person && <Name of={row.approval.person} />}{' '}
            {row.approval.on}
          </span>
        )}
      </td>
      <td className="pack-small pack-top">
        {row.history.map((point) => {
          const value = valueStatement({ ...row, value: point.value })
          return (
            <span key={point.asOf} className="pack-line">
              {point.code ?? point.asOf} <b>{value ? say(value) : <Head of="status.na" />}</b>
            </span>
          )
        })}
        {count && <span className="pack-line">{say(count)}</span>}
      </td>
    </tr>
  )
}

export function AnnexGlossaryContent({ page }: { page: AnnexGlossaryPage }) {
  return (
    <PackFigure figure={page.glossary}>
      {(titleId) => (
        <table className="pack-table pack-fixed" aria-labelledby={titleId}>
          <thead>
            <tr>
              {languages.map((language) => (
                <th key={language} scope="col" style={{ width: language === 'ja' ? 132 : 156 }}>
                  <Head of={`value.language.${language}`} />
                </th>
              ))}
              <th scope="col">
                <Head of="paper.column.meaning" />
              </th>
            </tr>
          </thead>
          <tbody>
            {page.glossary.data.map((term) => (
              <tr key={term}>
                <th scope="row" lang="ja" className="pack-top">
                  <b>{translate('ja')(`pack.term.${term}.word`)}</b>
                </th>
                <td lang="en" className="pack-top">
                  {translate('en')(`pack.term.${term}.word`)}
                </td>
                <td className="pack-top">
                  <Head of={`pack.term.${term}.meaning`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PackFigure>
  )
}
