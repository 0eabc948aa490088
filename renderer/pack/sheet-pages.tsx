/** What a screen shows, on paper: a list in the width of A4, anything else upright. White in either theme, as all paper. */
import { type CSSProperties, Fragment } from 'react'
import './pack.css'
import './sheet-pages.css'
import { tokenProperties } from '#renderer/theme/tokens.ts'
import type { PrintedBlock, PrintedModel } from '#shared/domain/printed-sheet.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { Furniture } from './page-furniture.tsx'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { cutName, PackWordsProvider, wordsOf } from './pack-words.tsx'

const paper = tokenProperties('paper') as CSSProperties

export function sheetFurniture(model: PrintedModel, language: Language): Furniture {
  const { t } = wordsOf(language)
  return {
    runningHead: t('paper.runningHead', {
      organisation: cutName(inLanguage(model.organisation, language)),
      heading: cutName(model.sheet.title),
    }),
    classification: t('paper.bothLanguages', {
      ja: translate('ja')(`value.classification.${model.classification}`),
      en: translate('en')(`value.classification.${model.classification}`),
    }),
    identity: model.fileName,
    standing: [t('printed.at', { day: model.day, time: model.time }), ...(model.sample ? [t('app.sample')] : [])].join(
      t('app.listSeparator'),
    ),
  }
}

export function SheetPages({ model, language }: { readonly model: PrintedModel; readonly language: Language }) {
  const { title, note, conditions, orientation, dense, blocks } = model.sheet
  return (
    <PackWordsProvider language={language}>
      <div className="pack printed" lang={language} style={paper}>
        <article
          className="pack-sheet"
          data-orientation={orientation}
          data-density={dense === true ? 'closest' : 'close'}
        >
          <div className="pack-content">
            <header className="pack-title">
              <h1>{title}</h1>
              {note !== null && <p className="pack-lead">{note}</p>}
              {conditions.map((condition) => (
                <p key={condition} className="pack-second">
                  {condition}
                </p>
              ))}
            </header>
            <div className="printed-body">
              {blocks.map((block, index) => (
                <Block key={index} block={block} />
              ))}
            </div>
          </div>
        </article>
      </div>
    </PackWordsProvider>
  )
}

function Block({ block }: { readonly block: PrintedBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2 className="pack-figure-title">{block.text}</h2>
    case 'text':
      return <p>{block.text}</p>
    case 'fields':
      return (
        <dl className="printed-fields">
          {block.rows.map(({ label, value }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              <dd>
                <Unbroken text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <PrintedTable block={block} />
  }
}

function PrintedTable({ block }: { readonly block: Extract<PrintedBlock, { kind: 'table' }> }) {
  const { columns, rows } = block
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const titled = columns.some(({ title }) => title !== '')
  return (
    <table className="pack-table pack-fixed printed-table">
      <colgroup>
        {columns.map(({ share }, index) => (
          <col key={index} style={{ width: `${String((share / whole) * 100)}%` }} />
        ))}
      </colgroup>
      {titled && (
        <thead>
          <tr>
            {columns.map(({ title, end }, index) => (
              <th key={index} scope="col" data-end={end || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={index}>
            {row.kind === 'group' ? (
              <tr className="printed-group">
                <th colSpan={columns.length} scope="colgroup">
                  {row.text}
                </th>
              </tr>
            ) : (
              <tr>
                {columns.map(({ end }, column) => (
                  <td key={column} data-end={end || undefined}>
                    <Unbroken text={row.cells[column] ?? ''} />
                  </td>
                ))}
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
