/**
 * One contract for whoever negotiates it: what was agreed, the three matters, and every gap with the clause, its words, what we ask
 * for and what was agreed. A4 portrait by the rules of the pack: white in either theme, the same on the screen and on paper.
 */
import type { CSSProperties, ReactNode } from 'react'
import './pack.css'
import './contract-pages.css'
import { tokenProperties } from '#renderer/theme/tokens.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'
import { cellStatus } from '#shared/domain/third-party/gap-matrix.ts'
import type { ContractSheet, SheetPoint } from '#shared/domain/third-party/contract-sheet.ts'
import { pointStateKey } from '#shared/locales/point-state-key.ts'
import { translate } from '#shared/locales/translate.ts'
import { type Furniture, ScreenFurniture } from './page-furniture.tsx'
import { cutName, Name, PackWordsProvider, usePackWords, wordsOf } from './pack-words.tsx'

const paper = tokenProperties('paper') as CSSProperties

export function contractFurniture(sheet: ContractSheet, language: Language): Furniture {
  const { t } = wordsOf(language)
  return {
    runningHead: t('paper.runningHead', {
      organisation: cutName(inLanguage(sheet.organisation, language)),
      heading: t('contractSheet.title'),
    }),
    classification: t('paper.bothLanguages', {
      ja: translate('ja')(`value.classification.${sheet.classification}`),
      en: translate('en')(`value.classification.${sheet.classification}`),
    }),
    identity: t('contractSheet.identity', { code: sheet.contract.code, file: sheet.fileName }),
    standing: [
      t('contractSheet.draft', { day: sheet.day, time: sheet.time }),
      ...(sheet.sample ? [t('app.sample')] : []),
    ].join(t('app.listSeparator')),
  }
}

export function ContractPages({ sheet, language }: { readonly sheet: ContractSheet; readonly language: Language }) {
  return (
    <PackWordsProvider language={language}>
      <div className="pack contract-paper" lang={language} style={paper}>
        <article className="pack-sheet" data-orientation="portrait" data-density="close">
          <ScreenFurniture furniture={contractFurniture(sheet, language)} page={1} pages={1} />
          <Sheet sheet={sheet} />
        </article>
      </div>
    </PackWordsProvider>
  )
}

function Sheet({ sheet }: { readonly sheet: ContractSheet }) {
  const { t } = usePackWords()
  const gaps = sheet.points.filter(({ gap }) => gap)
  const settled = sheet.points.filter(({ gap }) => !gap)
  return (
    <div className="pack-content">
      <header className="pack-title">
        <p className="pack-page-name">{t('contractSheet.title')}</p>
        <h1>
          {sheet.contract.code} <Name of={sheet.contract.name} />
        </h1>
        <p className="pack-lead">
          <b>{t('contractSheet.draftMark')}</b>{' '}
          {t('contractSheet.lead', {
            day: sheet.day,
            gaps: sheet.count.gaps,
            applicable: sheet.count.applicable,
            keyGaps: sheet.count.keyGaps,
          })}
        </p>
      </header>
      <div className="pack-body">
        <Terms sheet={sheet} />
        <Matters sheet={sheet} />
        <Part title={t('contractSheet.gaps')} count={gaps.length}>
          <Gaps points={gaps} />
        </Part>
        <Part title={t('contractSheet.settled')} count={settled.length}>
          <Settled points={settled} />
        </Part>
        <p className="pack-meaning">{t('contractSheet.ours')}</p>
      </div>
    </div>
  )
}

/** Left out where there is nothing: an empty heading is no finding. */
function Part({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) {
  const { t } = usePackWords()
  if (count === 0) return null
  return (
    <section className="pack-figure">
      <h2 className="pack-figure-title">
        <b>{title}</b> <span>{t('contractSheet.count', { count })}</span>
      </h2>
      {children}
    </section>
  )
}

function Terms({ sheet }: { readonly sheet: ContractSheet }) {
  const { t } = usePackWords()
  const { contract, position, reading } = sheet
  const label = (field: string) => t(`field.contract.${field}`)
  const coded = (options: string, code: string | null) =>
    code === null ? <Unknown word={t('paper.notRecorded')} /> : t(`value.${options}.${code}`)
  const plain = (text: string | number | null) => (text === null ? <Unknown word={t('paper.notRecorded')} /> : text)
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      t('noun.vendor.one'),
      <>
        <span className="pack-second">{sheet.vendor.code}</span> <Name of={sheet.vendor.name} />
        {sheet.vendor.group !== null && t('contractSheet.group', { group: sheet.vendor.group })}
      </>,
    ],
    [
      t('noun.system.many'),
      sheet.systems.length === 0
        ? plain(null)
        : sheet.systems.map(({ code, name }) => (
            <span key={code} className="contract-paper-system">
              <span className="pack-second">{code}</span> <Name of={name} />
            </span>
          )),
    ],
    [label('type'), coded('contractType', contract.type)],
    [
      t('contractSheet.form'),
      <>
        {coded('provisionForm', contract.provision)} {coded('dutyForm', contract.duty)}
      </>,
    ],
    [
      label('stage'),
      <>
        {t(`value.contractStage.${contract.stage}`)}
        {!sheet.inForce && contract.stage === 'concluded' && t('contractSheet.notInForce')}
      </>,
    ],
    [
      t('contractSheet.term'),
      t('contractSheet.fromTo', {
        from: contract.from ?? t('contractSheet.noDay'),
        to: contract.to ?? t('contractSheet.open'),
      }),
    ],
    [
      label('renews'),
      <>
        {t(`value.answer.${contract.renews}`)}
        {contract.renewalMonths !== null && t('contractSheet.renewal', { count: contract.renewalMonths })}
      </>,
    ],
    [
      t('contractSheet.notice'),
      contract.noticeMonths === null
        ? plain(null)
        : t('contractSheet.noticeOf', {
            count: contract.noticeMonths,
            day: sheet.end?.noticeBy ?? t('contractSheet.noDay'),
          }),
    ],
    [
      t('contractSheet.law'),
      <>
        {plain(contract.governingLaw)}
        {contract.court !== null && ` / ${contract.court}`}
      </>,
    ],
    [label('valueBand'), coded('valueBand', contract.valueBand)],
    [
      t('contractPosition.training'),
      <StatusMark
        key="training"
        status={position.trainable ? 'breach' : position.trainingUse === null ? 'no_data' : 'within'}
        word={
          position.trainingUse === null ? t('contractPosition.unread') : t(`value.trainingUse.${position.trainingUse}`)
        }
      />,
    ],
    [t('contractPosition.liability'), <LiabilityCap key="cap" sheet={sheet} />],
    [
      t('contractPosition.incident'),
      position.incidentNoticeHours === null
        ? t(`contractPosition.notice.${position.notice}`)
        : t('contractPosition.hours', {
            count: position.incidentNoticeHours,
            standing: t(`contractPosition.notice.${position.notice}`),
          }),
    ],
    [
      label('dataBasis'),
      <>
        {coded('dataBasis', position.dataBasis)}
        {position.dataCountries.length > 0 && ` (${position.dataCountries.join(', ')})`}
      </>,
    ],
    [t('contractSheet.owner'), <Person key="owner" name={sheet.owner} post={sheet.ownerPost} />],
    [label('legalReviewerId'), <Person key="reviewer" name={sheet.legalReviewer} post={null} />],
    [
      t('noun.contractReading.one'),
      reading === null
        ? t('contractPosition.unread')
        : t('contractSheet.readingOf', {
            code: reading.code,
            edition: reading.edition ?? t('paper.notRecorded'),
            started: reading.startedOn,
            completed: reading.completedOn ?? t('contractSheet.notCompleted'),
          }),
    ],
    [t('field.contractReading.readerId'), <Person key="reader" name={reading?.reader ?? null} post={null} />],
  ]
  return (
    <dl className="contract-paper-terms">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Person({ name, post }: { readonly name: Bilingual | null; readonly post: Bilingual | null }) {
  const { t } = usePackWords()
  if (name === null && post === null) return <Unknown word={t('paper.notRecorded')} />
  return (
    <>
      {name !== null && <Name of={name} />}
      {name !== null && post !== null && ' '}
      {post !== null && (
        <span className="pack-second">
          <Name of={post} />
        </span>
      )}
    </>
  )
}

function LiabilityCap({ sheet: { position } }: { readonly sheet: ContractSheet }) {
  const { t } = usePackWords()
  const { liabilityCap, liabilityCapValue } = position
  if (liabilityCap === null) return t('contractPosition.unread')
  if (liabilityCapValue === null) return t(`value.liabilityCap.${liabilityCap}`)
  if (liabilityCap === 'months_of_fees') return t('contractPosition.months', { count: liabilityCapValue })
  if (liabilityCap === 'amount') return t('contractPosition.yen', { count: liabilityCapValue })
  return t(`value.liabilityCap.${liabilityCap}`)
}

function Matters({ sheet }: { readonly sheet: ContractSheet }) {
  const { t } = usePackWords()
  return (
    <section className="pack-figure">
      <h2 className="pack-figure-title">
        <b>{t('contractSheet.matters')}</b>
      </h2>
      <table className="pack-table pack-fixed">
        <thead>
          <tr>
            {sheet.matters.map(({ matter }) => (
              <th key={matter} scope="col">
                {t(`value.pointMatter.${matter}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {sheet.matters.map(({ matter, count }) => (
              <td key={matter}>
                <StatusMark
                  status={cellStatus(count)}
                  word={t('contractSheet.matterCount', { gaps: count.gaps, applicable: count.applicable })}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function PointName({ point }: { readonly point: SheetPoint }) {
  const { t } = usePackWords()
  const marks = [
    ...(point.weight === 'key' ? [t('contractMatrix.key')] : []),
    ...(point.matter === null ? [] : [t(`value.pointMatter.${point.matter}`)]),
    ...(point.own ? [t('contractSheet.own')] : []),
  ]
  return (
    <>
      <span className="pack-second pack-whole">{point.id}</span> <Name of={point.question} />
      {marks.length > 0 && <span className="pack-small pack-line">{marks.join(t('app.listSeparator'))}</span>}
    </>
  )
}

const gapMarks = {
  needs_change: 'breach',
  acceptance_lapsed: 'breach',
  unanswered: 'no_data',
  carried_over: 'no_data',
  risk_accepted: 'warning',
  in_order: 'within',
  not_applicable: 'na',
} as const satisfies Record<SheetPoint['state'], string>

function Gaps({ points }: { readonly points: readonly SheetPoint[] }) {
  const { t } = usePackWords()
  return (
    <table className="pack-table pack-fixed contract-paper-gaps">
      <thead>
        <tr>
          <th scope="col">{t('contractMatrix.point')}</th>
          <th scope="col">{t('contractSheet.column.clause')}</th>
          <th scope="col">{t('contractSheet.column.position')}</th>
          <th scope="col">{t('contractSheet.column.owner')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const { written } = point
          return (
            <tr key={point.id}>
              <th scope="row" className="pack-top">
                <PointName point={point} />
                <span className="pack-line">
                  <StatusMark status={gapMarks[point.state]} word={t(pointStateKey(point.state))} />
                </span>
              </th>
              <td className="pack-top">
                <Written of={written?.clause ?? null} />
                {written?.quotation != null && (
                  <q className="pack-line contract-paper-quotation">{cutName(written.quotation)}</q>
                )}
                {written?.reason != null && <span className="pack-small pack-line">{cutName(written.reason)}</span>}
              </td>
              <td className="pack-top">
                <Written of={written?.position ?? null} />
                {written?.agreedText != null && (
                  <span className="pack-line">{t('contractSheet.agreed', { text: cutName(written.agreedText) })}</span>
                )}
              </td>
              <td className="pack-top">
                <Person name={point.owner} post={point.owner === null ? point.ownerPost : null} />
                <span className="pack-line">{written?.dueOn ?? t('contractSheet.noDue')}</span>
                {written?.acceptedUntil != null && (
                  <span className="pack-small pack-line">
                    {t('contractSheet.acceptedUntil', { day: written.acceptedUntil })}
                  </span>
                )}
                {point.links.length > 0 && <span className="pack-small pack-line">{point.links.join(' ')}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Empty cells are never left: what nobody has written says so. */
function Written({ of }: { readonly of: string | null }) {
  const { t } = usePackWords()
  return of === null ? <span className="pack-zero">{t('contractSheet.nothingWritten')}</span> : cutName(of)
}

function Settled({ points }: { readonly points: readonly SheetPoint[] }) {
  const { t } = usePackWords()
  return (
    <table className="pack-table pack-fixed contract-paper-settled">
      <thead>
        <tr>
          <th scope="col">{t('contractMatrix.point')}</th>
          <th scope="col">{t('field.pointAnswer.finding')}</th>
          <th scope="col">{t('contractSheet.column.clauseOrReason')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.id}>
            <th scope="row">
              <PointName point={point} />
            </th>
            <td>
              <StatusMark status={gapMarks[point.state]} word={t(pointStateKey(point.state))} />
              {point.written?.acceptedUntil != null && (
                <span className="pack-small pack-line">
                  {t('contractSheet.acceptedUntil', { day: point.written.acceptedUntil })}
                  {point.accepter !== null && (
                    <>
                      {' '}
                      <Name of={point.accepter} />
                    </>
                  )}
                </span>
              )}
            </td>
            <td>
              <Written of={point.written?.clause ?? null} />
              {point.written?.reason != null && (
                <span className="pack-small pack-line">{cutName(point.written.reason)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
