/** The board calendar: meetings, the packs that they take up, and who prepares what by when. */
import { addDays, type Day, daysBetween } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { assertNotAhead } from '../due-day.ts'
import { assertRules } from '../record-rules.ts'
import { asRead, owed, updateRecord, type UpdateInput } from '../records.ts'
import type { Change, NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

type Meeting = RecordOf<'meeting'>
type Preparation = RecordOf<'preparation'>

export type MeetingInput = Partial<Omit<NewRecord<'meeting'>, 'packId'>> &
  Pick<NewRecord<'meeting'>, 'name' | 'body' | 'on'>

export function createMeeting(register: Register, input: MeetingInput): Meeting {
  return register.change({ operation: 'meeting.create' }, (change) => createMeetingIn(change, input))
}

export function createMeetingIn(change: Change, input: MeetingInput): Meeting {
  const meeting = change.add('meeting', {
    packDeadline: null,
    attendeePostIds: [],
    notes: null,
    ...input,
    packId: null,
  })
  assertRules(change, 'meeting', meeting)
  return meeting
}

export function updateMeeting(register: Register, input: UpdateInput<'meeting'>): Meeting {
  return updateRecord(register, 'meeting', input)
}

interface Step {
  readonly id: string
  readonly version: number
}

function meetingFrom(change: Change, input: Step): Meeting {
  const meeting = change.get('meeting', input.id)
  if (meeting.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'meeting', id: meeting.id })
  return asRead(change, 'meeting', meeting, input.version)
}

/** The pack that it takes up; null: none, or one that is not locked yet. */
export function takeUpPack(register: Register, input: Step & { readonly packId: string | null }): Meeting {
  return register.change({ operation: 'meeting.takeUpPack' }, (change) => {
    if (input.packId !== null) change.get('pack', input.packId)
    return change.update('meeting', meetingFrom(change, input), { packId: input.packId })
  })
}

interface StepInput {
  readonly name: Bilingual
  readonly postId: string | null
  readonly dueOn: Day | null
}

/** Something that is prepared for it: what, by which post, by when. */
export function addPreparation(register: Register, input: Step & StepInput): Preparation {
  const { name, postId, dueOn } = input
  return register.change({ operation: 'meeting.addPreparation' }, (change) => {
    const meeting = meetingFrom(change, input)
    return added(change, meeting, { name, postId, dueOn })
  })
}

function added(change: Change, meeting: Meeting, step: StepInput): Preparation {
  const preparation = change.add('preparation', { ...step, meetingId: meeting.id, doneOn: null, doneById: null })
  assertRules(change, 'preparation', preparation)
  return preparation
}

/** The steps of another meeting once more, as many days before this one: a calendar that repeats is typed once. */
export function copyPreparations(
  register: Register,
  input: Step & { readonly from: string },
): { readonly count: number } {
  return register.change({ operation: 'meeting.copyPreparations' }, (change) => {
    const meeting = meetingFrom(change, input)
    const source = change.get('meeting', input.from)
    const steps = preparationsOf(change, source.id)
    for (const { name, postId, dueOn } of steps)
      added(change, meeting, { name, postId, dueOn: dueOn === null ? null : movedBy(dueOn, source.on, meeting.on) })
    return { count: steps.length }
  })
}

function movedBy(day: Day, from: Day, to: Day): Day {
  return addDays(to, -daysBetween(day, from))
}

function preparationsOf(change: Change, meetingId: string): readonly Preparation[] {
  return [...recordTables.preparation.all(change.read)].filter(
    (each) => each.withdrawn === null && each.meetingId === meetingId,
  )
}

function preparationFrom(change: Change, input: Step): Preparation {
  const preparation = change.get('preparation', input.id)
  if (preparation.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'preparation', id: preparation.id })
  return asRead(change, 'preparation', preparation, input.version)
}

export function changePreparation(register: Register, input: Step & StepInput): Preparation {
  const { name, postId, dueOn } = input
  return register.change({ operation: 'meeting.changePreparation' }, (change) => {
    const after = change.update('preparation', preparationFrom(change, input), { name, postId, dueOn })
    assertRules(change, 'preparation', after)
    return after
  })
}

/** Done on a day by a person; `on` null: not done after all. */
export function completePreparation(
  register: Register,
  input: Step & { readonly on: Day | null; readonly doneById: string | null },
): Preparation {
  const { on, doneById } = input
  return register.change({ operation: 'meeting.completePreparation' }, (change) => {
    const preparation = preparationFrom(change, input)
    if (on !== null) assertNotAhead('preparation', 'doneOn', { on, today: change.today })
    if (doneById !== null) change.get('person', doneById)
    return change.update('preparation', preparation, { doneOn: on, doneById: on === null ? null : doneById })
  })
}

export function withdrawPreparation(register: Register, input: Step & { readonly reason: string }): Preparation {
  const reason = owed(input.reason)
  return register.change({ operation: 'meeting.withdrawPreparation', reason }, (change) =>
    change.update('preparation', preparationFrom(change, input), { withdrawn: { on: change.today, reason } }),
  )
}
