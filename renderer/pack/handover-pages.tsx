/**
 * The sheet of a hand-over (引継書): what goes to whom, what stays, what is open, and the boxes in which both sign. A4
 * portrait, by the rules of the pack: white in either theme, the same on the screen and on paper.
 */
import { type CSSProperties, Fragment, type ReactNode } from 'react'
import './pack.css'
import './handover-pages.css'
import { tokenProperties } from '#renderer/theme/tokens.ts'
import {
  type HandedOver,
  type HandoverLine,
  type HandoverSheet,
  type NamedRecord,
  successorsOf,
} from '#shared/domain/handover.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { daysStatement, owedStatement, workKey } from '#shared/domain/work-item.ts'
import { translate } from '#shared/locales/translate.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { type Furniture, ScreenFurniture } from './page-furniture.tsx'
import { cutName, Name, PackWordsProvider, usePackWords, wordsOf } from './pack-words.tsx'

const paper = tokenProperties('paper') as CSSProperties

export function handoverFurniture(sheet: HandoverSheet, language: Language): Furniture {
  const { t } = wordsOf(language)
  return {
    runningHead: t('paper.runningHead', {
      organisation: cutName(inLanguage(sheet.organisation, language)),
      heading: t('handoverSheet.title'),
    }),
    classification: t('paper.bothLanguages', {
      ja: translate('ja')(`value.classification.${sheet.classification}`),
      en: translate('en')(`value.classification.${sheet.classification}`),
    }),
    identity: t('handoverSheet.identity', { code: sheet.predecessor.code, day: sheet.effective }),
    standing: [
      sheet.recorded === null
        ? t('handoverSheet.draft')
        : t('handoverSheet.recorded', { day: sheet.recorded.day, sequence: sheet.recorded.sequence }),
      ...(sheet.sample ? [t('app.sample')] : []),
    ].join(t('app.listSeparator')),
  }
}

export function HandoverPages({ sheet, language }: { readonly sheet: HandoverSheet; readonly language: Language }) {
  return (
    <PackWordsProvider language={language}>
      <div className="pack handover-sheet" lang={language} style={paper}>
        <article className="pack-sheet" data-orientation="portrait" data-density="close">
          <ScreenFurniture furniture={handoverFurniture(sheet, language)} page={1} pages={1} />
          <Sheet sheet={sheet} />
        </article>
      </div>
    </PackWordsProvider>
  )
}

function Sheet({ sheet }: { readonly sheet: HandoverSheet }) {
  const { t } = usePackWords()
  const going = sheet.lines.filter(({ line, to }) => line.kind !== 'acceptance' && to !== 'keep')
  const acceptances = sheet.lines.filter(({ line }) => line.kind === 'acceptance')
  const staying = sheet.lines.filter(({ line, to }) => line.kind !== 'acceptance' && to === 'keep')
  const successors = successorsOf(sheet.lines)
  return (
    <div className="pack-content">
      <header className="pack-title">
        <h1>{t('handoverSheet.title')}</h1>
        <p className="pack-lead">
          {t('handoverSheet.lead', { day: sheet.effective })}
          {sheet.reason !== null && ` ${t('handoverSheet.reason', { reason: sheet.reason })}`}
        </p>
      </header>
      <div className="pack-body">
        <People sheet={sheet} successors={successors} />
        <Figure title={t('handoverSheet.going')} count={going.length}>
          <Lines lines={going} />
        </Figure>
        <Figure
          title={t('handoverSheet.acceptances')}
          count={acceptances.length}
          note={t('handoverSheet.acceptancesNote')}
        >
          <Lines lines={acceptances} />
        </Figure>
        <Figure title={t('handoverSheet.staying')} count={staying.length}>
          <Lines lines={staying} />
        </Figure>
        <Figure title={t('handoverSheet.open')} count={sheet.open.length}>
          <Open sheet={sheet} />
        </Figure>
        <Signatures sheet={sheet} successors={successors} />
      </div>
    </div>
  )
}

interface PeopleProps {
  readonly sheet: HandoverSheet
  readonly successors: readonly NamedRecord[]
}

function People({ sheet, successors }: PeopleProps) {
  const { t } = usePackWords()
  return (
    <dl className="handover-people">
      <div>
        <dt>{t('handoverSheet.predecessor')}</dt>
        <dd>
          <b>
            <Name of={sheet.predecessor.name} />
          </b>
          {sheet.unit !== null && (
            <span className="pack-second">
              {' '}
              <Name of={sheet.unit} />
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('handoverSheet.successor')}</dt>
        <dd>
          {successors.length === 0
            ? t('handoverSheet.nobody')
            : successors.map((person, index) => (
                <span key={person.id}>
                  {index > 0 && t('app.listSeparator')}
                  <b>
                    <Name of={person.name} />
                  </b>
                </span>
              ))}
        </dd>
      </div>
    </dl>
  )
}

interface FigureProps {
  readonly title: string
  readonly count: number
  readonly note?: string
  readonly children: ReactNode
}

/** Left out where there is nothing: an empty heading is no finding. */
function Figure({ title, count, note, children }: FigureProps) {
  const { t } = usePackWords()
  if (count === 0) return null
  return (
    <section className="pack-figure">
      <h2 className="pack-figure-title">
        <b>{title}</b> <span>{t('handoverSheet.count', { count })}</span>
      </h2>
      {children}
      {note !== undefined && <p className="pack-meaning">{note}</p>}
    </section>
  )
}

/** The role in which a line is held: the kind of a term, the role of an assignment. */
export function roleKey(line: HandoverLine): string {
  return line.role === null ? `handover.kind.${line.kind}` : `value.assignmentRole.${line.role}`
}

const longestAlong = 24

function Lines({ lines }: { readonly lines: readonly HandedOver[] }) {
  const { t } = usePackWords()
  return (
    <table className="pack-table pack-fixed handover-lines">
      <thead>
        <tr>
          <th scope="col">{t('handoverSheet.column.role')}</th>
          <th scope="col">{t('handoverSheet.column.subject')}</th>
          <th scope="col">{t('handoverSheet.column.until')}</th>
          <th scope="col">{t('handoverSheet.column.to')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, to }) => (
          <tr key={line.id}>
            <td>{t(roleKey(line))}</td>
            <th scope="row">
              <span className="pack-second pack-whole">{line.subject.code}</span> <Name of={line.subject.name} />
              {line.along.length > 0 && (
                <span className="pack-small handover-along">
                  {t('handoverSheet.along', { count: line.along.length })}{' '}
                  {line.along.slice(0, longestAlong).map((code, index) => (
                    <Fragment key={code}>
                      {index > 0 && ' '}
                      <span className="pack-whole">{code}</span>
                    </Fragment>
                  ))}
                  {line.along.length > longestAlong && ' …'}
                </span>
              )}
            </th>
            <td>
              {line.kind === 'action'
                ? (line.to ?? t('workQueue.noDay'))
                : line.to === null
                  ? t('handoverSheet.openEnd')
                  : line.to}
            </td>
            <td>
              <To line={line} to={to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function To({ line, to }: HandedOver) {
  const { t } = usePackWords()
  if (line.kind === 'acceptance') return t('handoverSheet.staysTheirs')
  if (to === 'keep') return t('handoverSheet.stays')
  if (to === 'vacant')
    return line.kind === 'holder' ? (
      <Vacancy word={t('handoverSheet.vacant')} />
    ) : (
      <Unknown word={t('handoverSheet.nobody')} />
    )
  return <Name of={to.name} />
}

function Open({ sheet }: { readonly sheet: HandoverSheet }) {
  const { t, say } = usePackWords()
  return (
    <table className="pack-table pack-fixed handover-open">
      <thead>
        <tr>
          <th scope="col">{t('workQueue.column.code')}</th>
          <th scope="col">{t('workQueue.column.owed')}</th>
          <th scope="col">{t('workQueue.column.day')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.open.map((item) => {
          const days = daysStatement(item.days)
          return (
            <tr key={workKey(item)}>
              <td className="pack-code">{item.code}</td>
              <th scope="row">
                {say(owedStatement(item))}{' '}
                <span className="pack-second">
                  <Name of={item.name} />
                </span>
              </th>
              <td>
                {item.day ?? t('workQueue.noDay')}
                {days !== null && <span className="pack-second"> {say(days)}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Signatures({ sheet, successors }: PeopleProps) {
  const { t } = usePackWords()
  const boxes = [
    { role: t('handoverSheet.predecessor'), name: sheet.predecessor },
    ...(successors.length === 0
      ? [{ role: t('handoverSheet.successor'), name: null }]
      : successors.map((name) => ({ role: t('handoverSheet.successor'), name }))),
    { role: t('handoverSheet.confirmer'), name: null },
  ]
  return (
    <section className="handover-signatures">
      <h2 className="pack-figure-title">
        <b>{t('handoverSheet.signatures')}</b>
      </h2>
      <p className="pack-meaning">{t('handoverSheet.signed')}</p>
      <ul>
        {boxes.map(({ role, name }, index) => (
          <li key={`${role} ${String(index)}`}>
            <span className="handover-box-role">{role}</span>
            <span className="handover-box-name">{name === null ? '' : <Name of={name.name} />}</span>
            <span className="handover-box-line">{t('handoverSheet.seal')}</span>
            <span className="handover-box-line">{t('handoverSheet.date')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
