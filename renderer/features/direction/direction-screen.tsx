/** Directions of the board: both sides in the same form. They are read in the mirror. */
import { IconColumns2 } from '@tabler/icons-react'
import { Link } from 'wouter'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, ListRow, NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { Derived } from '#shared/contract/records.ts'
import './direction.css'

function MaturityCell({ row }: { readonly row: ListRow<'direction'> }) {
  return <MaturityWord derived={row.derived} />
}

function MaturityWord({ derived: { maturity } }: { readonly derived: Derived['direction'] }) {
  const words = useWords()
  if (maturity.kind === 'unconfirmed') return <Unknown word={words.t('mirror.unconfirmed')} />
  return (
    <span>
      <b className="figures">{maturity.level}</b> {words.value('maturity', maturity.maturity)}
    </span>
  )
}

function Identity({ detail: { record, derived } }: DetailProps<'direction'>) {
  const words = useWords()
  return (
    <>
      <span>{words.value('directionSide', record.side)}</span>
      <span>{words.value('directionItem', record.item)}</span>
      <MaturityWord derived={derived} />
    </>
  )
}

/** What keeps it from being counted, and a report that is late. */
function Notices({ detail: { record, derived } }: DetailProps<'direction'>) {
  const words = useWords()
  const { t } = words
  const { maturity, overdue } = derived
  return (
    <>
      {overdue !== null && (
        <div className="notice">
          <b>{words.field('direction', 'report')}</b>{' '}
          <StatusMark status="breach" word={t('mirror.reportOverdue', { day: record.reportDueOn, count: overdue })} />
        </div>
      )}
      {maturity.kind === 'unconfirmed' && (
        <p className="plain-notice">
          <b>{t(`mirror.reason.${maturity.reason}`)}</b> {t('mirror.notCounted')}
        </p>
      )}
      <p>
        <Link href={`/mirror/${record.item}`} className="link">
          {t('mirror.showInMirror')}
        </Link>
      </p>
    </>
  )
}

function Steps() {
  const { t } = useWords()
  return (
    <section className="sheet form-section">
      <h2>
        {t('mirror.steps')} <span className="ours">{t('mirror.ours')}</span>
      </h2>
      <p className="hint">{t('mirror.stepsAre')}</p>
    </section>
  )
}

function ToMirror() {
  const { t } = useWords()
  return (
    <Link href="/mirror" className="button">
      <IconColumns2 size={16} stroke={1.5} aria-hidden />
      {t('mirror.showInMirror')}
    </Link>
  )
}

export const directionScreen: NounScreen<'direction'> = {
  noun: 'direction',
  icon: IconColumns2,
  columns: [
    codeColumn('direction'),
    fieldColumn('direction', 'side', { ja: 104, en: 132 }),
    fieldColumn('direction', 'item', 280),
    nameColumn('direction'),
    fieldColumn('direction', 'givenOn', 112),
    fieldColumn('direction', 'toPersonId', 124),
    fieldColumn('direction', 'reportDueOn', 112),
    fieldColumn('direction', 'reportedOn', 112),
    fieldColumn('direction', 'maturity', 148, { Cell: MaturityCell }),
  ],
  filters: ['side', 'item', 'maturity', 'unconfirmed', 'reportOverdue', 'toPersonId'],
  sort: [
    { field: 'item', direction: 'ascending' },
    { field: 'side', direction: 'ascending' },
    { field: 'givenOn', direction: 'descending' },
  ],
  createFields: [
    ['side', 4],
    ['item', 8],
    ['name', 12],
    ['givenOn', 4],
    ['givenByPostId', 4],
    ['givenByPersonId', 4],
    ['toPostId', 4],
    ['toPersonId', 4],
    ['reportDueOn', 4],
    ['maturity', 4],
    ['grounds', 12],
  ],
  sections: [
    {
      name: 'direction',
      fields: [
        ['side', 4],
        ['item', 8],
        ['name', 12],
        ['instruction', 12],
        ['givenOn', 4],
        ['givenByPostId', 4],
        ['givenByPersonId', 4],
        ['reference', 4],
        ['toPostId', 4],
        ['toPersonId', 4],
      ],
    },
    {
      name: 'directionReport',
      fields: [
        ['reportDueOn', 4],
        ['reportedOn', 4],
        ['nextReviewOn', 4],
        ['report', 12],
      ],
    },
    {
      name: 'directionMaturity',
      fields: [
        ['maturity', 4],
        ['maturityOn', 4],
        ['grounds', 12],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'instruction',
    'givenOn',
    'givenByPostId',
    'givenByPersonId',
    'reference',
    'toPostId',
    'toPersonId',
    'reportDueOn',
    'reportedOn',
    'report',
    'grounds',
    'maturityOn',
    'nextReviewOn',
  ],
  Identity,
  Notices,
  Aside: Steps,
  ListActions: ToMirror,
}
