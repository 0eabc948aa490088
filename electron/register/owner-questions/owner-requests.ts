/** Who was asked about their systems, when, and who has not answered. */
import type { AskedOwners } from '#shared/contract/owner-questions.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { OwnerMark } from '#shared/domain/owner-questions/owner-questionnaire.ts'
import {
  latestFirst,
  type OwnerRequest,
  ownerStandingOn,
  ownerStandings,
} from '#shared/domain/owner-questions/owner-request.ts'
import type { Change } from '../store/change.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { currentState } from '../store/replay.ts'
import { ownedSystems } from './write-owner-questions.ts'

function standing(read: ReadHandle): OwnerRequest[] {
  return [...recordTables.ownerRequest.all(read)].filter(({ withdrawn }) => withdrawn === null)
}

export function askedOwners(register: Register): AskedOwners {
  const state = currentState(register.read)
  const requests = Map.groupBy(standing(register.read), ({ personId }) => personId)
  const owned = ownedSystems(register, state)
  const owners = [...owned].flatMap(([personId, systems]) => {
    const person = state.people.find(({ id }) => id === personId)
    if (person === undefined) return []
    const own = latestFirst(requests.get(personId) ?? [])
    return [
      {
        person: { id: person.id, code: person.code, name: person.name },
        systems: systems.map(({ id, code, name }) => ({ id, code, name })),
        standing: ownerStandingOn(own[0] ?? null, register.today()),
        requests: own,
      },
    ]
  })
  const asked = new Set([...owned.values()].flat().map(({ id }) => id))
  return {
    owners,
    unowned: state.systems.filter(
      ({ id, withdrawn, lifecycle }) => withdrawn === null && lifecycle !== 'retired' && !asked.has(id),
    ).length,
    counts: Object.fromEntries(
      ownerStandings.map((each) => [each, owners.filter((owner) => owner.standing === each).length]),
    ) as AskedOwners['counts'],
  }
}

/** What went out with the file and has not come back. */
function awaited(read: ReadHandle, { personId, issuedOn, requestId }: OwnerMark): OwnerRequest[] {
  return standing(read).filter(
    (request) =>
      request.answeredOn === null &&
      (requestId === null ? request.personId === personId && request.issuedOn === issuedOn : request.id === requestId),
  )
}

export function isAwaited(read: ReadHandle, mark: OwnerMark): boolean {
  return awaited(read, mark).length > 0
}

export function noteAnswered(change: Change, mark: OwnerMark, answeredOn: Day): void {
  for (const request of awaited(change.read, mark)) change.update('ownerRequest', request, { answeredOn })
}
