/** The company's own points and questions, and its words for points of ours. */
import { IconListSearch } from '@tabler/icons-react'
import { Link } from 'wouter'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import { currentPointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'

type Props = DetailProps<'checkPoint'>

function CheckPointIdentity({ detail: { record } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('pointSubject', record.subject)}</span>
      {record.replaces !== null && <span>{words.t('checkPoint.replacesPoint', { point: record.replaces })}</span>}
    </>
  )
}

/** Ours beside the company's words: neither hides the other. */
function BesideOurs({ detail: { record } }: Props) {
  const words = useWords()
  if (record.replaces === null) return null
  const ours = currentPointCatalogue.byId.get(record.replaces)
  if (ours === undefined) return null
  return (
    <section className="related">
      <h3>
        {words.t('reading.ourWords')} <span className="ours">{words.t('reading.oursBadge')}</span>
      </h3>
      <p>
        <span className="code">{ours.id}</span> {words.name(ours.question)}
      </p>
      <p className="muted">
        {words.field('checkPoint', 'weight')} {words.value('weight', ours.weight)}
      </p>
    </section>
  )
}

function BesideOursSheet(props: Props) {
  if (props.detail.record.replaces === null) return null
  return (
    <div className="sheet form-section">
      <BesideOurs {...props} />
    </div>
  )
}

function OwnNotice({ detail: { record } }: Props) {
  const words = useWords()
  return record.subject === 'contract' ? <p className="plain-notice">{words.t('checkPoint.usedNote')}</p> : null
}

function ToCatalogue() {
  const words = useWords()
  return (
    <Link href="/check-point/catalogue" className="button">
      {words.t('checkPoint.catalogue')}
    </Link>
  )
}

export const checkPointScreen: NounScreen<'checkPoint'> = {
  noun: 'checkPoint',
  icon: IconListSearch,
  columns: [
    codeColumn('checkPoint'),
    nameColumn('checkPoint'),
    fieldColumn('checkPoint', 'subject', { ja: 92, en: 104 }),
    fieldColumn('checkPoint', 'replaces', 104),
    fieldColumn('checkPoint', 'element', { ja: 132, en: 150 }),
    fieldColumn('checkPoint', 'head', { ja: 96, en: 130 }),
    fieldColumn('checkPoint', 'weight', { ja: 76, en: 92 }),
    fieldColumn('checkPoint', 'matter', { ja: 132, en: 150 }),
    fieldColumn('checkPoint', 'from', 112),
    fieldColumn('checkPoint', 'to', 112),
  ],
  filters: ['subject', 'element', 'head', 'weight', 'matter', 'sectors'],
  sort: [{ field: 'code', direction: 'ascending' }],
  createFields: [
    ['name', 12],
    ['subject', 4],
    ['replaces', 4],
    ['weight', 4],
    ['element', 6],
    ['head', 6],
    ['types', 6],
    ['sectors', 6],
    ['matter', 6],
    ['from', 3],
    ['to', 3],
    ['notes', 12],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['subject', 4],
        ['replaces', 4],
        ['weight', 4],
        ['element', 6],
        ['head', 6],
        ['types', 6],
        ['sectors', 6],
        ['matter', 6],
        ['from', 3],
        ['to', 3],
        ['notes', 12],
      ],
    },
  ],
  panelFields: ['subject', 'replaces', 'element', 'head', 'types', 'weight', 'matter', 'sectors', 'from', 'to'],
  Identity: CheckPointIdentity,
  Notices: OwnNotice,
  Aside: BesideOursSheet,
  Related: BesideOurs,
  ListActions: ToCatalogue,
}
