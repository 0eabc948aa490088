/** The outward account (対外説明): written by principle, marked for publication, reviewed, approved and made a document. */
import { IconSpeakerphone } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { principleIds } from '#shared/domain/principles.ts'
import { AccountDecisions, AccountMaterialSheet, AccountPreview } from './account-parts.tsx'
import { AccountVerbs } from './account-verbs.tsx'

type Props = DetailProps<'outwardAccount'>

function Identity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <span>{words.value('accountStanding', derived.standing)}</span>
      {record.edition !== null && <span>{record.edition}</span>}
      <span>{words.t('account.ready', { ready: derived.ready, of: principleIds.length })}</span>
    </>
  )
}

function Notices({ detail: { derived } }: Props) {
  const words = useWords()
  if (derived.standing !== 'changed') return null
  return (
    <p className="notice">
      <b>{words.t('account.changedNotice')}</b>
    </p>
  )
}

const statements = principleIds.map((_principle, at) => [`statement${String(at + 1)}`, 12] as const)

export const outwardAccountScreen: NounScreen<'outwardAccount'> = {
  noun: 'outwardAccount',
  icon: IconSpeakerphone,
  columns: [
    codeColumn('outwardAccount'),
    nameColumn('outwardAccount'),
    fieldColumn('outwardAccount', 'edition', 96),
    fieldColumn(
      'outwardAccount',
      'accountStanding',
      { ja: 150, en: 180 },
      {
        Cell: ({ row }) => <Standing standing={row.derived.standing} />,
      },
    ),
    fieldColumn('outwardAccount', 'approverPostId', 200),
    fieldColumn('outwardAccount', 'approvedOn', 118),
    fieldColumn('outwardAccount', 'publishedOn', 118),
  ],
  filters: ['accountStanding'],
  sort: [{ field: 'code', direction: 'descending' }],
  createFields: [
    ['name', 12],
    ['edition', 4],
    ['preface', 12],
    ['contact', 12],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 8],
        ['edition', 4],
        ['forPublication', 12],
      ],
    },
    { name: 'statements', fields: [['preface', 12], ...statements, ['contact', 12]] },
    {
      name: 'publication',
      fields: [
        ['publishedOn', 4],
        ['publishedWhere', 8],
        ['notes', 12],
      ],
    },
  ],
  panelFields: [
    'edition',
    'forPublication',
    'reviewerPostId',
    'reviewedOn',
    'approverPostId',
    'approvedOn',
    'publishedOn',
    'publishedWhere',
  ],
  Identity,
  Notices,
  Main: AccountPreview,
  Aside: ({ detail }) => (
    <>
      <AccountDecisions detail={detail} />
      <AccountMaterialSheet detail={detail} />
    </>
  ),
  Verbs: AccountVerbs,
}

function Standing({ standing }: Pick<Props['detail']['derived'], 'standing'>) {
  const words = useWords()
  const word = words.value('accountStanding', standing)
  if (standing === 'changed') return <StatusMark status="warning" word={word} />
  if (standing === 'approved' || standing === 'published') return <StatusMark status="within" word={word} />
  return <span>{word}</span>
}
