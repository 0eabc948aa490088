/** Decisions, meetings and their steps by hand: nothing is said of one but what a test gives. */
import type { RecordOf } from '#shared/domain/nouns.ts'

const nothing = { ja: null, en: null }

export function decision(code: string, given: Partial<RecordOf<'decision'>> = {}): RecordOf<'decision'> {
  return {
    id: code,
    version: 1,
    withdrawn: null,
    code,
    name: { ja: code, en: code },
    kind: 'resolution',
    body: 'board',
    ask: nothing,
    options: [],
    recommendation: nothing,
    delayConsequence: nothing,
    ownerPostId: null,
    ownerId: null,
    dueOn: null,
    meetingId: null,
    packId: null,
    state: 'requested',
    systemIds: [],
    riskIds: [],
    controlIds: [],
    acceptanceIds: [],
    contractIds: [],
    findingIds: [],
    incidentIds: [],
    kriIds: [],
    outcome: null,
    chosenOption: null,
    outcomeText: null,
    conditions: null,
    decidedOn: null,
    minutesReference: null,
    ringiNumber: null,
    followThrough: null,
    followThroughText: null,
    followedOn: null,
    implementedOn: null,
    actionIds: [],
    evidenceIds: [],
    slips: [],
    deferrals: [],
    notes: null,
    ...given,
  }
}

/** One that the body approved, to be carried out by a day. */
export function approved(
  code: string,
  decidedOn: string,
  dueOn: string | null,
  given: Partial<RecordOf<'decision'>> = {},
): RecordOf<'decision'> {
  return decision(code, {
    state: 'decided',
    outcome: 'approved',
    outcomeText: '承認する',
    decidedOn,
    dueOn,
    followThrough: given.implementedOn == null ? 'not_started' : 'implemented',
    ...given,
  })
}

export function meeting(code: string, on: string, given: Partial<RecordOf<'meeting'>> = {}): RecordOf<'meeting'> {
  return {
    id: code,
    version: 1,
    withdrawn: null,
    code,
    name: { ja: code, en: code },
    body: 'board',
    on,
    packDeadline: null,
    packId: null,
    attendeePostIds: [],
    notes: null,
    ...given,
  }
}

/** A step of preparation, under its own id. */
export function preparation(
  id: string,
  meetingId: string,
  given: Partial<RecordOf<'preparation'>> = {},
): RecordOf<'preparation'> {
  return {
    id,
    version: 1,
    withdrawn: null,
    meetingId,
    name: { ja: id, en: id },
    postId: null,
    dueOn: null,
    doneOn: null,
    doneById: null,
    ...given,
  }
}
