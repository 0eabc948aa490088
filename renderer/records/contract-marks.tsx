/** How a contract stands, as marks and lines: wherever one is shown, at a vendor, a system or on its own page. */
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { Derived } from '#shared/contract/records.ts'
import { fields } from '#shared/domain/fields.ts'
import { RecordLink } from './record-link.tsx'
import { useWords } from './words.ts'

type ContractDerived = Derived['contract']

export function ContractStandingMark({ standing }: Pick<ContractDerived, 'standing'>) {
  const words = useWords()
  const word = words.value('contractStanding', standing)
  if (standing === 'past_term') return <StatusMark status="warning" word={word} />
  return <span>{word}</span>
}

export function ReadingStateMark({ reading, standing }: Pick<ContractDerived, 'reading' | 'standing'>) {
  const words = useWords()
  const word = words.value('readingState', reading)
  if (reading === 'read') return <StatusMark status="within" word={word} />
  if (standing === 'ended' || reading === 'reading') return <span>{word}</span>
  return <StatusMark status="warning" word={word} />
}

/** Contracts by code and name, each with how it stands. */
export function ContractLines({
  contracts,
  labels,
}: {
  readonly contracts: readonly ContractDerived[]
  readonly labels: Labels
}) {
  const words = useWords()
  if (contracts.length === 0) return <p className="muted">{words.t('app.noneLinked')}</p>
  return (
    <ul>
      {contracts.map(({ contractId, standing, endsOn }) =>
        contractId === null ? null : (
          <li key={contractId}>
            <span className="related-name">
              <RecordLink id={contractId} labels={labels} />
            </span>
            <span className="related-end">
              <ContractStandingMark standing={standing} />
              {endsOn !== null && (
                <span className="figures muted"> {words.t('thirdParty.endsOn', { day: endsOn })}</span>
              )}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}

/** What the APPI asks of contracts and nobody has answered, each with its sources and the field in which it is answered. */
export function AppiGaps({
  contracts,
  labels,
  named,
}: {
  readonly contracts: readonly ContractDerived[]
  readonly labels: Labels
  /** Which contract it is of stands beside each. */
  readonly named: boolean
}) {
  const words = useWords()
  const { t } = words
  const open = contracts.flatMap(({ contractId, appi }) => appi.map((gap) => ({ contractId, gap })))
  if (open.length === 0) return null
  return (
    <div className="notice">
      <b>{t('thirdParty.appiOpen', { count: open.length })}</b>
      <ul className="reopened-by">
        {open.map(({ contractId, gap: { question, field, sources } }) => (
          <li key={`${contractId ?? ''} ${question}`}>
            {named && contractId !== null && <RecordLink id={contractId} labels={labels} />}{' '}
            {t(`thirdParty.appi.${question}`)}{' '}
            <span className="muted">
              {t('thirdParty.appiWhere', {
                field: words.field('contract', fields.contract.find(({ name }) => name === field)?.name ?? field),
                sources: sources.join(t('app.listSeparator')),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">{t('thirdParty.appiOurs')}</p>
    </div>
  )
}
