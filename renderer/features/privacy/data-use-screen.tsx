/** Uses of personal data (個人データの利用): what they consist of, what they rest on, how they reach others. */
import { IconLockAccess } from '@tabler/icons-react'
import { BasisForce } from '#renderer/records/basis-force.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { DataUseChecks } from './data-use-checks.tsx'
import { DataUseVerbs } from './data-use-verbs.tsx'

type Props = DetailProps<'dataUse'>

function Identity({ detail: { record, labels } }: Props) {
  return <RecordLink id={record.systemId} labels={labels} />
}

function Notices({ detail: { record, derived } }: Props) {
  const { t } = useWords()
  if (derived.basis) return null
  return (
    <div className="notice">
      <b>{t('privacy.noBasis')}</b>
      <div>{t(record.plannedBasis === null ? 'privacy.noBasisHint' : 'privacy.plannedOnly')}</div>
    </div>
  )
}

function Related({ detail: { related } }: Props) {
  return (
    <>
      <RelatedList noun="contract" records={related.contract ?? []} />
      <RelatedList noun="consent" records={related.consent ?? []} />
      <RelatedList noun="dpia" records={related.dpia ?? []} />
      <RelatedList noun="deidentification" records={related.deidentification ?? []} />
    </>
  )
}

function Aside({ detail }: Props) {
  const words = useWords()
  const { t } = words
  const { derived, record } = detail
  return (
    <>
      {record.basis !== null && (
        <section className="sheet form-section">
          <h2>{words.field('dataUse', 'basis')}</h2>
          <p>
            {t('privacy.basisSince', { basis: words.value('legalBasis', record.basis), on: record.basisOn })}{' '}
            <BasisForce basis={record.basis} />
          </p>
          <p className="hint">{record.basisGrounds}</p>
        </section>
      )}
      <section className="sheet form-section">
        <h2>{t('privacy.checks')}</h2>
        <StatusMark
          status={derived.gaps + derived.unanswered === 0 ? 'within' : 'warning'}
          word={t('privacy.openOf', { open: derived.gaps + derived.unanswered, of: derived.asked })}
        />
      </section>
      <section className="sheet form-section">
        <Related detail={detail} />
      </section>
    </>
  )
}

function Count({ of }: { readonly of: number }) {
  return <span className="figures">{of}</span>
}

export const dataUseScreen: NounScreen<'dataUse'> = {
  noun: 'dataUse',
  icon: IconLockAccess,
  columns: [
    codeColumn('dataUse'),
    nameColumn('dataUse'),
    fieldColumn('dataUse', 'systemId', { ja: 200, en: 220 }),
    fieldColumn('dataUse', 'basis', { ja: 180, en: 210 }),
    fieldColumn('dataUse', 'handling', { ja: 148, en: 168 }),
    fieldColumn('dataUse', 'gaps', { ja: 72, en: 72 }, { Cell: ({ row }) => <Count of={row.derived.gaps} /> }),
    fieldColumn(
      'dataUse',
      'unanswered',
      { ja: 84, en: 104 },
      { Cell: ({ row }) => <Count of={row.derived.unanswered} /> },
    ),
  ],
  filters: ['basis', 'sensitive', 'under16', 'faceFeatures'],
  sort: [{ field: 'code', direction: 'ascending' }],
  createFields: [
    ['name', 12],
    ['systemId', 12],
    ['personal', 3],
    ['sensitive', 3],
    ['under16', 3],
    ['faceFeatures', 3],
    ['subjects', 6],
    ['sources', 6],
    ['purpose', 12],
    ['notifiedWhere', 8],
    ['notifiedOn', 4],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['systemId', 12],
        ['personal', 3],
        ['sensitive', 3],
        ['under16', 3],
        ['faceFeatures', 3],
        ['otherBiometrics', 3],
        ['pseudonymised', 3],
        ['anonymised', 3],
        ['personRelated', 3],
        ['subjects', 6],
        ['sources', 6],
      ],
    },
    {
      name: 'dataPurpose',
      fields: [
        ['purpose', 12],
        ['notifiedWhere', 8],
        ['notifiedOn', 4],
        ['plannedBasis', 6],
        ['plansStatistics', 3],
        ['wantedOn', 3],
        ['consentIds', 12],
        ['consentCovers', 4],
        ['consentOn', 4],
        ['consentGrounds', 12],
      ],
    },
    {
      name: 'dataHandling',
      fields: [
        ['handling', 4],
        ['crossBorderRoute', 4],
        ['countries', 4],
        ['handlingGrounds', 12],
        ['contractIds', 12],
        ['agreementFits', 4],
        ['agreementOn', 4],
        ['agreementGrounds', 12],
        ['retention', 12],
        ['inputRules', 12],
        ['nextReviewOn', 4],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'systemId',
    'personal',
    'sensitive',
    'under16',
    'faceFeatures',
    'purpose',
    'notifiedOn',
    'basis',
    'basisGrounds',
    'basisOn',
    'plannedBasis',
    'handling',
    'countries',
    'crossBorderRoute',
    'retention',
  ],
  Identity,
  Notices,
  Main: DataUseChecks,
  Aside,
  Related,
  Verbs: DataUseVerbs,
}
