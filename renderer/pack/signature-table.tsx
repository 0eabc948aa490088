/** The words that are confirmed, in both languages, and who confirmed them: typed in, or by hand and seal on paper. */
import { translate } from '#shared/locales/translate.ts'
import { languages } from '#shared/domain/text.ts'
import type { DataQualityPage } from '#shared/pack-model/pages.ts'
import { PackFigure } from './pack-figure.tsx'
import { Head, Name, usePackWords } from './pack-words.tsx'
import './signature-table.css'

export function SignatureFigure({ figure }: { figure: DataQualityPage['signatures'] }) {
  const { t, language } = usePackWords()
  const { statement, code, rows } = figure.data
  const other = languages.filter((each) => each !== language)
  return (
    <PackFigure figure={figure} className="pack-signatures">
      {(titleId) => (
        <>
          {[language, ...other].map((each) => (
            <p key={each} lang={each} className={each === language ? undefined : 'pack-small'}>
              {statement?.[each] ??
                translate(each)('pack.signOff.statement', { code: code ?? translate(each)('paper.draftCode') })}
            </p>
          ))}
          <table className="pack-table" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 120 }}>
                  <Head of="paper.column.role" />
                </th>
                <th scope="col">
                  <Head of="paper.column.name" />
                </th>
                <th scope="col" style={{ width: 84 }}>
                  <Head of="paper.column.date" />
                </th>
                <th scope="col" style={{ width: 150 }}>
                  <Head of="paper.column.signature" />
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.role}>
                  <th scope="row">
                    <Head of={`pack.signatureRole.${row.role}`} />
                  </th>
                  <td>
                    {row.name && <Name of={row.name} />}
                    {row.post && (
                      <span className="pack-small pack-line">
                        <Name of={row.post} />
                      </span>
                    )}
                  </td>
                  <td>{row.on}</td>
                  <td className="pack-seal">
                    {row.recordedBy && (
                      <span className="pack-small">
                        {t('paper.recordedBy', { name: row.recordedBy[language] ?? row.recordedBy[other[0] ?? 'en'] })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </PackFigure>
  )
}
