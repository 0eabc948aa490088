/** What stands on the panel and page of a system beside its fields. */
import { DecisionsOf } from '#renderer/records/decisions-of.tsx'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'wouter'
import { FieldList } from '#renderer/records/field-list.tsx'
import { Answering, NobodyAnswers } from '#renderer/records/answering.tsx'
import type { Preset } from '#renderer/records/create-screen.tsx'
import { DueDay } from '#renderer/records/day-value.tsx'
import { RiskStrip, TierValue } from '#renderer/records/marks.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { AppiGaps, ContractLines } from '#renderer/records/contract-marks.tsx'
import { JurisdictionsSheet } from '#renderer/records/jurisdictions.tsx'
import { Supplies } from '#renderer/records/supplies.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { OnePageSheet } from '#renderer/records/print/one-page-sheet.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { useMayChange } from '#renderer/api/status.ts'
import { SystemPrivacy } from './system-privacy.tsx'
import { isCounted } from '#shared/domain/system.ts'
import { nounPath } from '#renderer/records/noun-path.ts'

type Props = DetailProps<'system'>

export function SystemIdentity({ detail: { record } }: Props) {
  const words = useWords()
  const said = [
    record.lifecycle === 'unknown' ? null : words.value('lifecycle', record.lifecycle),
    record.kind && words.value('systemKind', record.kind),
    ...record.roles.map((role) => words.value('systemRole', role)),
  ].filter((each) => each !== null)
  return (
    <>
      <TierValue tier={record.tier} />
      {said.map((each) => (
        <span key={each}>{each}</span>
      ))}
    </>
  )
}

export function SystemNotices({ detail }: Props) {
  const words = useWords()
  const { record, derived, labels } = detail
  return (
    <>
      {(isCounted(record) || record.lifecycle === 'proposed') && (
        <NobodyAnswers subject="system" subjectId={record.id} holding={derived.executive} labels={labels} />
      )}
      {derived.supply.cover === 'missing' && (
        <div className="notice">
          <b>{words.t('thirdParty.noContract')}</b>
        </div>
      )}
      <AppiGaps contracts={derived.supply.contracts} labels={labels} named />
      <ReopenedNotice detail={detail} />
    </>
  )
}

/** Risks of the system whose assessment a monitoring result or a change has reopened. */
function ReopenedNotice({ detail: { derived, labels } }: Props) {
  const { t } = useWords()
  const { reopened } = derived
  if (reopened.length === 0) return null
  return (
    <div className="notice">
      <b>{t('oversight.systemReopened', { count: reopened.length })}</b>
      <ul className="reopened-by">
        {reopened.map(({ riskId, reopening }) => (
          <li key={riskId}>
            <RecordLink id={riskId} labels={labels} /> <DueDay day={reopening.dueOn} />
          </li>
        ))}
      </ul>
    </div>
  )
}

export function SystemPeople({ detail: { record, derived, labels } }: Props) {
  return (
    <Answering
      subject="system"
      subjectId={record.id}
      labels={labels}
      roles={[
        { role: 'accountable_executive', holding: derived.executive },
        { role: 'system_owner', holding: derived.owner },
      ]}
    />
  )
}

export function SystemRelated({ detail }: Props) {
  const { record, related, positions } = detail
  return (
    <>
      <RelatedList
        noun="risk"
        records={related.risk ?? []}
        end={(risk) => <RiskStrip position={positions[risk.id] ?? null} width={80} />}
      />
      <RelatedList noun="control" records={related.control ?? []} />
      <DecisionsOf
        decisions={related.decision}
        values={{ systemIds: [record.id] }}
        labels={{ [record.id]: { noun: 'system', code: record.code, name: record.name } }}
      />
    </>
  )
}

export function SystemAside({ detail }: Props) {
  const words = useWords()
  const mayChange = useMayChange()
  const { record, derived, related, positions, labels } = detail
  const attestations = related.attestation ?? []
  const own = labels[record.id]
  const preset: Preset = { values: { systemIds: [record.id] }, labels: own === undefined ? {} : { [record.id]: own } }
  const observation: Preset = { values: { systemId: record.id }, labels: preset.labels }
  const add = (noun: 'risk' | 'control' | 'action' | 'finding' | 'observation') =>
    mayChange && (
      <Link href={`${nounPath(noun)}/new`} state={noun === 'observation' ? observation : preset} className="link">
        <IconPlus size={12} stroke={1.5} aria-hidden /> {words.t('action.addNoun', { noun: words.inSentence(noun) })}
      </Link>
    )
  return (
    <>
      <div className="sheet form-section">
        <Link href={`/requirement/system/${record.id}`} className="link">
          {words.t('requirement.openForSystem')}
        </Link>
      </div>
      <OnePageSheet noun="system" id={record.id} />
      <div className="sheet form-section">
        <section className="related">
          <h3>
            {words.t('noun.attestation.many')} <span className="muted">{attestations.length}</span>
          </h3>
          {attestations.length === 0 ? (
            <p className="muted">{words.t('app.neverAttested')}</p>
          ) : (
            <ul>
              {attestations.slice(0, 5).map((each) => (
                <li key={each.id}>
                  <span className="figures">{each.on}</span>
                  <span className="related-name">{words.label(labels, each.personId)}</span>
                  {each.note !== null && <span className="muted related-name">{each.note}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <div className="sheet form-section">
        <Supplies of={{ systemId: record.id }} supplies={related.supply ?? []} labels={labels} />
        <section className="related">
          <h3>
            {words.many('contract')} <span className="muted">{derived.supply.contracts.length}</span>
          </h3>
          <ContractLines contracts={derived.supply.contracts} labels={labels} />
        </section>
      </div>
      <div className="sheet form-section">
        <RelatedList
          noun="risk"
          records={related.risk ?? []}
          end={(risk) => <RiskStrip position={positions[risk.id] ?? null} width={80} />}
          action={add('risk')}
        />
        <RelatedList
          noun="control"
          records={related.control ?? []}
          end={(control) => words.value('design', control.design)}
          action={add('control')}
        />
        <RelatedList
          noun="action"
          records={related.action ?? []}
          end={(action) =>
            action.state === 'open' ? <DueDay day={action.dueOn} /> : words.value('actionState', action.state)
          }
          action={add('action')}
        />
        <RelatedList
          noun="observation"
          records={related.observation ?? []}
          end={(each) => <span className="figures">{each.on}</span>}
          action={add('observation')}
        />
        <RelatedList
          noun="finding"
          records={related.finding ?? []}
          end={(each) => words.value('findingState', each.state)}
          action={add('finding')}
        />
      </div>
    </>
  )
}

/** Beside its fields: its personal data, its jurisdictions, and where it was imported from. */
export function SystemMain({ detail }: Props) {
  return (
    <>
      <SystemPrivacy detail={detail} />
      <JurisdictionsSheet detail={detail} />
      <SystemSource detail={detail} />
    </>
  )
}

/** Where an imported system came from: the columns of the file that met no field stay with it. */
function SystemSource({ detail: { record, labels, related } }: Props) {
  const words = useWords()
  const run = related.importRun?.[0]
  if (record.sourceKey === null && record.sourceNotes.length === 0 && run === undefined) return null
  return (
    <section className="sheet form-section">
      <h2>{words.t('section.source')}</h2>
      <dl className="key-values">
        {run !== undefined && (
          <div>
            <dt>{words.field('importRun', 'fileName')}</dt>
            <dd>{run.fileName}</dd>
          </div>
        )}
        <FieldList noun="system" names={['sourceKey', 'sourceNotes']} record={record} labels={labels} />
      </dl>
    </section>
  )
}
