/** De-identifications (非識別化): what was done to data, and who tried whether people can be told from them. */
import { IconEyeOff } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'

type Props = DetailProps<'deidentification'>

/** No condition of the exception for statistics asks for it. */
function GoodPractice() {
  const { t } = useWords()
  return <p className="plain-notice">{t('privacy.deidentificationPractice')}</p>
}

function Proven({ proven }: { readonly proven: boolean }) {
  const words = useWords()
  return <StatusMark status={proven ? 'within' : 'warning'} word={words.value('yesNo', proven ? 'yes' : 'no')} />
}

function Related({ detail: { related } }: Props) {
  return (
    <>
      <RelatedList noun="system" records={related.system ?? []} />
      <RelatedList noun="dataUse" records={related.dataUse ?? []} />
    </>
  )
}

function Aside(props: Props) {
  return (
    <section className="sheet form-section">
      <Related {...props} />
    </section>
  )
}

const all = [
  ['name', 12],
  ['systemId', 6],
  ['useId', 6],
  ['technique', 4],
  ['doneOn', 4],
  ['parameters', 12],
  ['testerId', 6],
  ['testedBy', 6],
  ['testedOn', 4],
  ['residual', 4],
  ['testMethod', 12],
  ['residualText', 12],
  ['evidenceIds', 12],
  ['notes', 12],
] as const

export const deidentificationScreen: NounScreen<'deidentification'> = {
  noun: 'deidentification',
  icon: IconEyeOff,
  columns: [
    codeColumn('deidentification'),
    nameColumn('deidentification'),
    fieldColumn('deidentification', 'systemId', { ja: 200, en: 220 }),
    fieldColumn('deidentification', 'technique', { ja: 140, en: 160 }),
    fieldColumn('deidentification', 'doneOn', 118),
    fieldColumn('deidentification', 'testedOn', { ja: 168, en: 140 }),
    fieldColumn('deidentification', 'residual', { ja: 140, en: 140 }),
    fieldColumn(
      'deidentification',
      'proven',
      { ja: 108, en: 108 },
      { Cell: ({ row }) => <Proven proven={row.derived.proven} /> },
    ),
  ],
  filters: ['technique', 'residual', 'proven'],
  sort: [{ field: 'code', direction: 'ascending' }],
  createFields: all,
  sections: [{ name: 'identity', fields: all }],
  panelFields: ['systemId', 'technique', 'parameters', 'doneOn', 'testedOn', 'testMethod', 'residual', 'residualText'],
  Notices: GoodPractice,
  Aside,
  Related,
}
