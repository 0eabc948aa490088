/** What coverage reads of a register, from the tables as they stand today: tens of thousands of answers, so as little as it needs. */
import type { RecordOf } from '#shared/domain/nouns.ts'
import {
  Answering,
  type AskedSystem,
  byStart,
  controlsByItem,
  type Given,
  placeKey,
} from '#shared/domain/requirements/answering.ts'
import type { RequirementPackRecord } from '#shared/domain/requirements/requirement-records.ts'
import { figureFacts } from '../figure-facts.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { heldPacks } from './held.ts'

export function answeringOf(register: Register): Answering {
  const { read } = register
  const controls = (
    read
      .prepare(`SELECT id FROM control WHERE withdrawn_on IS NULL AND requirement_ids <> '[]' ORDER BY code`)
      .all() as {
      id: string
    }[]
  )
    .map(({ id }) => recordTables.control.get(read, id))
    .filter((control) => control !== undefined)
  return new Answering({
    packs: heldPacks(read)
      .filter(({ to }) => to === null)
      .sort(byStart),
    systems: askedSystems(register),
    controls: controlsByItem(controls, figureFacts(register), register.today()),
    given: (pack) => givenByPlace(register, pack),
  })
}

interface SystemRow {
  readonly id: string
  readonly code: string
  readonly roles: string
  readonly lifecycle: RecordOf<'system'>['lifecycle']
  readonly personal_data: RecordOf<'system'>['personalData']
  readonly unit_id: string | null
}

function askedSystems(register: Register): readonly AskedSystem[] {
  const rows = register.read
    .prepare(
      `SELECT id, code, roles, lifecycle, personal_data, unit_id FROM system
       WHERE withdrawn_on IS NULL AND lifecycle <> 'retired' ORDER BY code`,
    )
    .all() as SystemRow[]
  return rows.map(({ personal_data, unit_id, roles, ...row }) => ({
    ...row,
    roles: JSON.parse(roles) as AskedSystem['roles'],
    personalData: personal_data,
    unitId: unit_id,
  }))
}

type AnswerRow = [
  itemId: string,
  systemId: string | null,
  state: Given['state'],
  note: string | null,
  on: string,
  notApplicable: string | null,
  carriedFrom: string | null,
  ownerId: string | null,
  dueOn: string | null,
]

/** All answers to a version that stand, by their place. */
export function givenByPlace(register: Register, pack: RequirementPackRecord): ReadonlyMap<string, Given> {
  const rows = register.read
    .prepare(
      `SELECT item_id, system_id, state, note, "on", not_applicable, carried_from, owner_id, due_on FROM requirement_answer
       WHERE pack_id = ? AND pack_version = ? AND withdrawn_on IS NULL`,
    )
    .raw()
    .all(pack.packId, pack.packVersion) as AnswerRow[]
  return new Map(
    rows.map(([itemId, systemId, state, note, on, notApplicable, carriedFrom, ownerId, dueOn]) => [
      placeKey(itemId, systemId),
      {
        state,
        note,
        on,
        notApplicable: notApplicable === null ? null : (JSON.parse(notApplicable) as Given['notApplicable']),
        carriedFrom,
        ownerId,
        dueOn,
      },
    ]),
  )
}
