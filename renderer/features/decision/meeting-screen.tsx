/** Meetings of the bodies that decide: by when the pack is handed in, who prepares what, and what is asked of them. */
import { IconCalendarEvent } from '@tabler/icons-react'
import { codeColumn, fieldColumn, nameColumn } from '#renderer/records/field-column.tsx'
import type { NounScreen } from '#renderer/records/noun-screen.ts'
import { MeetingAside, MeetingMain, MeetingRelated, MeetingVerbs } from './meeting-parts.tsx'

export const meetingScreen: NounScreen<'meeting'> = {
  noun: 'meeting',
  icon: IconCalendarEvent,
  columns: [
    codeColumn('meeting'),
    nameColumn('meeting'),
    fieldColumn('meeting', 'body', { ja: 160, en: 180 }),
    fieldColumn('meeting', 'on', 112),
    fieldColumn('meeting', 'packDeadline', { ja: 132, en: 132 }),
    fieldColumn('meeting', 'packId', 132),
    fieldColumn('meeting', 'asked', 84, { Cell: ({ row }) => <span>{row.derived.asked}</span> }),
    fieldColumn('meeting', 'openSteps', 104, { Cell: ({ row }) => <span>{row.derived.openSteps}</span> }),
  ],
  filters: ['body', 'on', 'packDeadline', 'openSteps'],
  sort: [{ field: 'on', direction: 'descending' }],
  createFields: [
    ['name', 12],
    ['body', 4],
    ['on', 4],
    ['packDeadline', 4],
    ['attendeePostIds', 12],
  ],
  sections: [
    {
      name: 'identity',
      fields: [
        ['name', 12],
        ['body', 4],
        ['on', 4],
        ['packDeadline', 4],
        ['packId', 6],
        ['attendeePostIds', 6],
        ['notes', 12],
      ],
    },
  ],
  panelFields: ['body', 'on', 'packDeadline', 'packId', 'attendeePostIds', 'notes'],
  Main: MeetingMain,
  Aside: MeetingAside,
  Related: MeetingRelated,
  Verbs: MeetingVerbs,
}
