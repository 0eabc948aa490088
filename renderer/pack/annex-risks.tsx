/** Annexes on records: the worst risks one by one, and an extract of the register. */
import './annex-risks.css'
import type { ReactNode } from 'react'
import type {
  AnnexExtractPage,
  AnnexRisksPage,
  Capped,
  Figure,
  RiskDetail,
  RiskRow,
  SystemExtractRow,
} from '#shared/pack-model/pages.ts'
import {
  AcceptanceWord,
  Answering,
  BandMark,
  ControlStatusMark,
  EvidenceMark,
  LevelSteps,
  LimitBands,
  MovementWord,
  OutsideMark,
  RiskStrip,
  TierWord,
} from './pack-marks.tsx'
import { Empty, PackFigure } from './pack-figure.tsx'
import { Head, More, Name, Said, usePackWords } from './pack-words.tsx'

export function AnnexRisksContent({ page }: { page: AnnexRisksPage }) {
  const { data } = page.risks
  return (
    <PackFigure figure={page.risks}>
      {() =>
        data.length === 0 ? <Empty figure={page.risks} /> : data.map((risk) => <Detail key={risk.code} risk={risk} />)
      }
    </PackFigure>
  )
}

/** Codes and names beyond these are counted. */
const systemsShown = 3

function Detail({ risk }: { risk: RiskDetail }) {
  const day = (value: string | null) => value ?? <Head of="paper.notRecorded" />
  const facts: readonly (readonly [head: string, ReactNode, ReactNode?])[] = [
    ['field.risk.cause', <Text key="cause" of={risk.cause} />],
    ['field.risk.event', <Text key="event" of={risk.event} />],
    ['field.risk.consequence', <Text key="consequence" of={risk.consequence} />],
    ['paper.column.category', <Head key="category" of={`value.riskCategory.${risk.category}`} />],
    ['paper.column.riskOwner', <Answering key="owner" answerer={risk.owner} />],
    [
      'paper.column.systems',
      risk.systemNames.length === 0 ? (
        <Head key="systems" of="paper.notRecorded" />
      ) : (
        risk.systemNames.slice(0, systemsShown).map(({ code, name }) => (
          <span key={code} className="pack-line">
            {code} <Name of={name} />
          </span>
        ))
      ),
      risk.systemNames.length > systemsShown ? (
        <Said key="more" of={({ t }) => t('paper.andMore', { count: risk.systemNames.length - systemsShown })} />
      ) : null,
    ],
    [
      'paper.column.level',
      <span key="level">
        <RiskStrip row={risk} width={150} /> <LevelSteps row={risk} />
      </span>,
    ],
    ['paper.column.evidenced', <BandMark key="evidenced" level={risk.evidenced} />],
    [
      'paper.column.appetiteAndTolerance',
      <span key="limits">
        <LimitBands limits={risk.limits} /> <OutsideMark outside={risk.outside} />
      </span>,
    ],
    ['paper.column.movement', <MovementWord key="movement" movement={risk.movement} />],
    [
      'field.risk.treatment',
      <Head key="treatment" of={risk.treatment === null ? 'paper.notRecorded' : `value.treatment.${risk.treatment}`} />,
    ],
    ['field.risk.targetOn', day(risk.targetOn)],
    ['paper.column.acceptance', <AcceptanceWord key="acceptance" acceptance={risk.acceptance} />],
    ['field.risk.identifiedOn', day(risk.identifiedOn)],
    ['field.risk.nextReviewOn', day(risk.nextReviewOn)],
  ]
  return (
    <div className="annex-risk">
      <p className="annex-risk-name" id={`annex-${risk.code}`}>
        {risk.code} <Name of={risk.name} />
      </p>
      <table className="pack-table pack-fixed" aria-labelledby={`annex-${risk.code}`}>
        <tbody>
          {facts.map(([head, value, more]) => (
            <tr key={head}>
              <th scope="row" className="pack-second pack-top" style={{ width: 150 }}>
                <Head of={head} />
              </th>
              <td>
                {value}
                {more}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Controls of={risk.controls} />
      <Actions of={risk.actions} />
    </div>
  )
}

function Text({ of }: { of: RiskDetail['cause'] }) {
  return (of.ja ?? of.en ?? '') === '' ? (
    <Head of="paper.notRecorded" />
  ) : (
    <span className="pack-clamp" data-written>
      <Name of={of} />
    </span>
  )
}

function Controls({ of }: { of: RiskDetail['controls'] }) {
  const { t } = usePackWords()
  return (
    <table className="pack-table pack-fixed" aria-label={t('noun.control.many')}>
      <thead>
        <tr>
          <th scope="col" className="pack-code">
            <Head of="paper.column.code" />
          </th>
          <th scope="col">
            <Head of="paper.column.control" />
          </th>
          <th scope="col" style={{ width: 120 }}>
            <Head of="paper.column.operation" />
          </th>
          <th scope="col" style={{ width: 110 }}>
            <Head of="paper.column.evidence" />
          </th>
        </tr>
      </thead>
      <tbody>
        {of.rows.map((row) => (
          <tr key={row.code}>
            <td className="pack-code">{row.code}</td>
            <th scope="row">
              <span className="pack-clamp pack-clamp-two">
                <Name of={row.name} />
              </span>
              {row.key && (
                <span className="pack-small pack-line">
                  <Head of="paper.keyControl" />
                </span>
              )}
            </th>
            <td>
              <ControlStatusMark status={row.status} />
            </td>
            <td>
              <EvidenceMark state={row.evidence} />
            </td>
          </tr>
        ))}
        {of.total === 0 && (
          <NoneIn columns={4}>
            <Head of="paper.none.controls" />
          </NoneIn>
        )}
        {of.more && (
          <NoneIn columns={4}>
            <More of={of.more} />
          </NoneIn>
        )}
      </tbody>
    </table>
  )
}

function Actions({ of }: { of: RiskDetail['actions'] }) {
  const { t } = usePackWords()
  return (
    <table className="pack-table pack-fixed" aria-label={t('noun.action.many')}>
      <thead>
        <tr>
          <th scope="col" className="pack-code">
            <Head of="paper.column.code" />
          </th>
          <th scope="col">
            <Head of="paper.column.action" />
          </th>
          <th scope="col" style={{ width: 120 }}>
            <Head of="paper.column.owner" />
          </th>
          <th scope="col" style={{ width: 110 }}>
            <Head of="paper.column.dueOn" />
          </th>
        </tr>
      </thead>
      <tbody>
        {of.rows.map((row) => (
          <tr key={row.code}>
            <td className="pack-code">{row.code}</td>
            <th scope="row">
              <span className="pack-clamp pack-clamp-two">
                <Name of={row.name} />
              </span>
            </th>
            <td>{row.owner ? <Name of={row.owner} /> : <Head of="paper.notRecorded" />}</td>
            <td>
              {row.dueOn ?? <Head of="paper.noDueDay" />}
              <span className="pack-small pack-line">
                <Head of={`value.actionState.${row.state}`} />
              </span>
            </td>
          </tr>
        ))}
        {of.total === 0 && (
          <NoneIn columns={4}>
            <Head of="paper.none.actions" />
          </NoneIn>
        )}
        {of.more && (
          <NoneIn columns={4}>
            <More of={of.more} />
          </NoneIn>
        )}
      </tbody>
    </table>
  )
}

function NoneIn({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr>
      <td colSpan={columns} className="pack-small">
        {children}
      </td>
    </tr>
  )
}

export function AnnexExtractContent({ page }: { page: AnnexExtractPage }) {
  return (
    <>
      <Systems figure={page.systems} />
      <Risks figure={page.risks} />
    </>
  )
}

function Systems({ figure }: { figure: Figure<Capped<SystemExtractRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <Empty figure={figure} />
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="noun.system.one" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="paper.column.tier" />
                </th>
                <th scope="col" style={{ width: 86 }}>
                  <Head of="field.system.lifecycle" />
                </th>
                <th scope="col" style={{ width: 120 }}>
                  <Head of="paper.column.unit" />
                </th>
                <th scope="col" style={{ width: 120 }}>
                  <Head of="paper.column.executive" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">{row.code}</td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td>
                    <TierWord tier={row.tier} />
                  </td>
                  <td>
                    <Head of={`value.lifecycle.${row.lifecycle}`} />
                  </td>
                  <td>
                    <span className="pack-clamp pack-clamp-two">
                      {row.unit ? <Name of={row.unit} /> : <Head of="pack.noUnit" />}
                    </span>
                  </td>
                  <td>
                    <Answering answerer={row.executive} personOnly />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}

function Risks({ figure }: { figure: Figure<Capped<RiskRow>> }) {
  return (
    <PackFigure figure={figure} more={figure.data.more}>
      {(titleId) =>
        figure.data.rows.length === 0 ? (
          <Empty figure={figure} />
        ) : (
          <table className="pack-table pack-fixed" aria-labelledby={titleId}>
            <thead>
              <tr>
                <th scope="col" className="pack-code">
                  <Head of="paper.column.code" />
                </th>
                <th scope="col">
                  <Head of="paper.column.risk" />
                </th>
                <th scope="col" style={{ width: 130 }}>
                  <Head of="paper.column.riskOwner" />
                </th>
                <th scope="col" style={{ width: 176 }}>
                  <Head of="paper.column.steps" />
                </th>
                <th scope="col" style={{ width: 82 }}>
                  <Head of="paper.column.appetite" />
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.data.rows.map((row) => (
                <tr key={row.code}>
                  <td className="pack-code">{row.code}</td>
                  <th scope="row">
                    <span className="pack-clamp pack-clamp-two">
                      <Name of={row.name} />
                    </span>
                  </th>
                  <td>
                    <Answering answerer={row.owner} personOnly />
                  </td>
                  <td>
                    <LevelSteps row={row} />
                  </td>
                  <td>
                    <OutsideMark outside={row.outside} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </PackFigure>
  )
}
