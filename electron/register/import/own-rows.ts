/**
 * Rows of a list of systems that Daicho wrote, beside the register: which system a row is, what somebody has edited in it
 * since it was written, and which unit it names. The version in the row tells which state was exported, so that what has
 * changed in the register since is not undone by the old cells of the export.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { OwnWords } from '#shared/domain/import-row.ts'
import { codePrefixes, type RecordOf } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import { holdingOf } from '../accountability.ts'
import { joiner } from '../export/cell.ts'
import { oneKindOfLineBreak } from '#shared/domain/formula-guard.ts'
import { queries, type ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { KnownSystem } from './comparison.ts'
import type { SpooledDraft } from './spool.ts'
import { isSame, partOf, patchOf, valueOf } from './stated-values.ts'

type System = RecordOf<'system'>

interface KnownUnit {
  readonly id: string
  readonly names: readonly string[]
}

export interface Edits {
  readonly patch: Partial<System>
  /** Words that were written into a cell and cannot be taken. */
  readonly unresolved: readonly { readonly column: string; readonly value: string }[]
}

export class OwnRows {
  readonly #read: ReadHandle
  readonly #known: readonly KnownSystem[]
  #systems: { byId: Map<string, KnownSystem>; byCode: Map<string, KnownSystem> } | null = null
  #units: { byCode: Map<string, KnownUnit>; byName: Map<string, string>; codeOf: Map<string, string> } | null = null
  #people: Map<string, KnownUnit> | null = null
  /** Code and name of units that this import has made → id. */
  readonly #made = new Map<string, string>()
  /** Codes that this import has given away. */
  readonly #taken = new Set<string>()

  constructor(read: ReadHandle, known: readonly KnownSystem[]) {
    this.#read = read
    this.#known = known
  }

  /** The system of a row: by its id, and by its code only where the row has no id and `byCode` says that codes are meant. */
  system(own: OwnWords, byCode: boolean): KnownSystem | undefined {
    const systems = this.#knownSystems()
    if (own.id !== undefined) return systems.byId.get(own.id)
    return byCode && own.code !== undefined ? systems.byCode.get(own.code) : undefined
  }

  /** A code of another register that nothing bears in this one, or null. */
  freeCode(noun: 'system' | 'unit', code: string | undefined): string | null {
    if (code === undefined || !new RegExp(`^${codePrefixes[noun]}-\\d{4,9}$`).test(code)) return null
    const { byCode } = noun === 'system' ? this.#knownSystems() : this.#knownUnits()
    if (byCode.has(code) || this.#taken.has(code)) return null
    this.#taken.add(code)
    return code
  }

  /** What the row says otherwise than the state that was exported. An empty cell erases nothing. */
  edits(draft: SpooledDraft, record: System, today: Day): Edits {
    const own = draft.own ?? {}
    const base = this.#stateAt(record, Number(own.version ?? Number.NaN))
    const unresolved: { column: string; value: string }[] = []
    let patch: Partial<System> = {}
    for (const stated of draft.stated) {
      const exported = partOf(base, stated)
      if (isSame(typeof exported === 'string' ? oneKindOfLineBreak(exported) : exported, valueOf(stated))) continue
      const change = patchOf({ ...record, ...patch }, stated)
      if (change === null) continue
      // Leaving `proposed` needs somebody who answers, as it does in the window.
      const leaves = stated.field === 'lifecycle' && record.lifecycle === 'proposed'
      if (leaves && holdingOf(this.#read, 'accountable_executive', record.id, today).state !== 'held')
        unresolved.push({ column: 'lifecycle_code', value: String(valueOf(stated)) })
      else patch = { ...patch, ...change }
    }
    if (own.unitCode !== undefined && own.unitCode !== this.#knownUnits().codeOf.get(base.unitId ?? '')) {
      const unit = this.#knownUnits().byCode.get(own.unitCode)
      if (unit === undefined) unresolved.push({ column: 'unit_code', value: own.unitCode })
      else if (unit.id !== record.unitId) patch = { ...patch, unitId: unit.id }
    }
    if (own.dependsOn !== undefined) {
      const codes = [...new Set(own.dependsOn.split(joiner.trim()).map((code) => code.trim()))]
      const ids = codes.map((code) => this.#knownSystems().byCode.get(code)?.id)
      const known = ids.filter((id) => id !== undefined).sort()
      if (known.length < ids.length) unresolved.push({ column: 'depends_on_codes', value: own.dependsOn })
      else if (!isSame(known, base.dependsOnIds) && !isSame(known, record.dependsOnIds))
        patch = { ...patch, dependsOnIds: known }
    }
    if (own.surchargeOwner !== undefined) {
      const owner = this.person(own)
      if (owner === null) unresolved.push({ column: 'surcharge_owner_code', value: own.surchargeOwner })
      else if (owner !== base.surchargeOwnerId && owner !== record.surchargeOwnerId)
        patch = { ...patch, surchargeOwnerId: owner }
    }
    return { patch, unresolved }
  }

  /** Who sees to a surcharge: by code, where the name agrees; null where the row names nobody who is here. */
  person({ surchargeOwner: code, surchargeOwnerName: name }: OwnWords): string | null {
    this.#people ??= new Map(
      [...recordTables.person.all(this.#read)]
        .filter(({ withdrawn }) => withdrawn === null)
        .map((person) => [
          person.code,
          {
            id: person.id,
            names: [person.name.ja, person.name.en].filter((each) => each !== null).map((each) => searchKey(each)),
          },
        ]),
    )
    const person = code === undefined ? undefined : this.#people.get(code)
    return person !== undefined && (name === undefined || person.names.includes(searchKey(name))) ? person.id : null
  }

  /** The unit of a row that comes from another register: its code counts where its name agrees. */
  unit(code: string | null, name: string | null): string | null {
    const made = this.#made.get(unitKey(code, name))
    if (made !== undefined) return made
    const { byCode, byName } = this.#knownUnits()
    const coded = code === null ? undefined : byCode.get(code)
    if (coded !== undefined && (name === null || coded.names.includes(searchKey(name)))) return coded.id
    return name === null ? null : (byName.get(searchKey(name)) ?? null)
  }

  rememberUnit(id: string, code: string | null, name: string): void {
    this.#made.set(unitKey(code, name), id)
  }

  /** The record at a version, from the log; as it stands where the log does not hold it. */
  #stateAt(record: System, version: number): System {
    if (!(version < record.version)) return record
    const rows = this.#read.all(
      queries.selectFrom('audit_event').select('payload').where('record_id', '=', record.id).orderBy('sequence'),
    )
    for (const { payload } of rows) {
      if (payload === null) continue
      const { after } = JSON.parse(payload) as { after: System }
      if (after.version === version) return after
    }
    return record
  }

  #knownSystems() {
    this.#systems ??= {
      byId: new Map(this.#known.map((system) => [system.id, system])),
      byCode: new Map(this.#known.map((system) => [system.code, system])),
    }
    return this.#systems
  }

  #knownUnits() {
    if (this.#units !== null) return this.#units
    const units = {
      byCode: new Map<string, KnownUnit>(),
      byName: new Map<string, string>(),
      codeOf: new Map<string, string>(),
    }
    for (const { id, code, name, withdrawn } of recordTables.unit.all(this.#read)) {
      const names = [name.ja, name.en].filter((each) => each !== null).map((each) => searchKey(each))
      units.byCode.set(code, { id, names })
      units.codeOf.set(id, code)
      if (withdrawn === null) for (const each of names) if (!units.byName.has(each)) units.byName.set(each, id)
    }
    this.#units = units
    return units
  }
}

function unitKey(code: string | null, name: string | null): string {
  return JSON.stringify([code, name])
}
