/** Evidence: what supports the claim that a control works, where it is, until when it counts and who accepted it. */
import { IconPaperclip } from '@tabler/icons-react'
import { DueDay } from '#renderer/records/day-value.tsx'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import {
  EvidenceIdentity,
  EvidenceMain,
  FormCell,
  EvidenceNotices,
  EvidenceRelated,
  StandingValue,
} from './evidence-parts.tsx'
import { EvidenceVerbs } from './evidence-verbs.tsx'

const fields = [
  ['name', 8],
  ['kind', 4],
  ['location', 12],
  ['link', 12],
  ['obtainedOn', 4],
  ['validUntil', 4],
  ['controlIds', 12],
  ['notes', 12],
] as const

export const evidenceScreen: NounScreen<'evidence'> = {
  noun: 'evidence',
  icon: IconPaperclip,
  columns: [
    codeColumn('evidence'),
    nameColumn('evidence'),
    fieldColumn('evidence', 'kind', 130),
    fieldColumn('evidence', 'form', 96, { Cell: FormCell }),
    fieldColumn(
      'evidence',
      'standing',
      { ja: 130, en: 190 },
      {
        Cell: ({ row }) => <StandingValue standing={row.derived.standing} />,
      },
    ),
    fieldColumn('evidence', 'controlIds', 200),
    fieldColumn('evidence', 'obtainedOn', 112),
    fieldColumn('evidence', 'validUntil', 172, {
      Cell: ({ row }) => <DueDay day={row.record.validUntil} pastWord="app.expired" />,
    }),
  ],
  filters: ['kind', 'form', 'standing', 'controlIds'],
  sort: [{ field: 'validUntil', direction: 'ascending' }],
  createFields: fields,
  sections: [{ name: 'identity', fields }],
  panelFields: [
    'kind',
    'location',
    'link',
    'fileName',
    'obtainedOn',
    'validUntil',
    'acceptedOn',
    'accepterId',
    'notes',
  ],
  Identity: EvidenceIdentity,
  Notices: EvidenceNotices,
  Main: EvidenceMain,
  Related: EvidenceRelated,
  Aside: EvidenceRelated,
  Verbs: EvidenceVerbs,
}
