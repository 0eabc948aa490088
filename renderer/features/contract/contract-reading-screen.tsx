/** The readings of all contracts as a list, and the history of one. A reading itself has a screen of its own. */
import { IconBook } from '@tabler/icons-react'
import { codeColumn, fieldColumn } from '#renderer/records/field-column.tsx'
import type { DetailProps, NounScreen } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'

function ReadingIdentity({ detail: { record, labels } }: DetailProps<'contractReading'>) {
  return (
    <>
      <RecordLink id={record.contractId} labels={labels} />
      {record.edition !== null && <span>{record.edition}</span>}
    </>
  )
}

export const contractReadingScreen: NounScreen<'contractReading'> = {
  noun: 'contractReading',
  icon: IconBook,
  columns: [
    codeColumn('contractReading'),
    fieldColumn('contractReading', 'contractId', 240),
    fieldColumn('contractReading', 'edition', 200),
    fieldColumn('contractReading', 'startedOn', 112),
    fieldColumn('contractReading', 'completedOn', 112),
    fieldColumn('contractReading', 'readerId', 140),
    fieldColumn('contractReading', 'trainingUse', { ja: 160, en: 180 }),
    fieldColumn('contractReading', 'liabilityCap', { ja: 140, en: 150 }),
    fieldColumn('contractReading', 'incidentNoticeHours', { ja: 120, en: 150 }),
  ],
  filters: ['contractId', 'trainingUse', 'liabilityCap', 'readerId'],
  sort: [{ field: 'startedOn', direction: 'descending' }],
  createFields: [],
  sections: [],
  panelFields: [
    'contractId',
    'edition',
    'startedOn',
    'completedOn',
    'readerId',
    'trainingUse',
    'liabilityCap',
    'liabilityCapValue',
    'incidentNoticeHours',
    'notes',
  ],
  Identity: ReadingIdentity,
}
