/** Whose findings are: the person who answers for the record, and the units that it belongs to. */
import type { Finding } from '#shared/domain/quality/quality-rule.ts'
import { systemsByVendorOn } from '#shared/domain/third-party/third-party-on.ts'
import type { DerivedOn } from './derived.ts'

export class FindingPlaces {
  readonly #derived: DerivedOn

  constructor(derived: DerivedOn) {
    this.#derived = derived
  }

  /** Who owns it; of a system the owner, else the accountable executive. */
  ownerOf({ noun, recordId }: Finding): string | null {
    const { answerable } = this.#derived
    switch (noun) {
      case 'system':
        return this.#ofSystem(recordId)
      case 'risk':
        return answerable.of('risk_owner', recordId).personId
      case 'control':
        return answerable.of('control_owner', recordId).personId
      case 'evidence': {
        const [controlId] = this.#derived.fact('evidence', recordId)?.controlIds ?? []
        return controlId === undefined ? null : answerable.of('control_owner', controlId).personId
      }
      case 'action':
        return this.#derived.fact('action', recordId)?.ownerId ?? null
      case 'acceptance':
        return this.#derived.fact('acceptance', recordId)?.personId ?? null
      case 'post':
        return answerable.post(recordId).personId
      case 'vendor':
      case 'contract':
      case 'incident':
      case 'enforcement':
      case 'decision': {
        const owned = this.#derived.fact(noun, recordId)
        return owned?.ownerId ?? answerable.post(owned?.ownerPostId ?? '').personId
      }
      case 'dpia': {
        const dpia = this.#derived.fact(noun, recordId)
        return dpia?.ownerId ?? this.#ofSystem(dpia?.systemId)
      }
      case 'dataUse':
      case 'deidentification':
        return this.#ofSystem(this.#derived.fact(noun, recordId)?.systemId)
      case 'person':
        return recordId
      default:
        return null
    }
  }

  /** The owner of a system, else its accountable executive. */
  #ofSystem(id = ''): string | null {
    const { answerable } = this.#derived
    return answerable.of('system_owner', id).personId ?? answerable.of('accountable_executive', id).personId
  }

  /** True where the record belongs to the unit or to one beneath it. */
  isIn(finding: Finding, unitId: string): boolean {
    return this.#unitsOf(finding).some((id) => this.#isBeneath(id, unitId))
  }

  #unitsOf({ noun, recordId }: Finding): readonly string[] {
    const { on } = this.#derived
    switch (noun) {
      case 'system':
        return this.#ofSystems([recordId])
      case 'risk':
        return this.#ofSystems(on.risk(recordId)?.systemIds ?? [])
      case 'control':
        return this.#ofControl(recordId)
      case 'evidence':
        return (this.#derived.fact('evidence', recordId)?.controlIds ?? []).flatMap((id) => this.#ofControl(id))
      case 'action':
        return this.#ofAction(recordId)
      case 'acceptance': {
        const subjectId = this.#derived.fact('acceptance', recordId)?.subjectId ?? ''
        return [...this.#ofSystems(on.risk(subjectId)?.systemIds ?? []), ...this.#ofControl(subjectId)]
      }
      case 'vendor':
        return this.#ofSystems(systemsByVendorOn(on).get(recordId) ?? [])
      case 'contract':
        return this.#ofSystems(this.#derived.fact('contract', recordId)?.systemIds ?? [])
      case 'dataUse':
      case 'dpia':
      case 'deidentification': {
        const found = this.#derived.fact(noun, recordId)
        return found === null ? [] : this.#ofSystems([found.systemId])
      }
      case 'incident':
      case 'enforcement':
      case 'decision':
        return this.#ofOwned(this.#derived.fact(noun, recordId))
      case 'post':
        return given(on.post(recordId)?.unitId)
      case 'person':
        return given(on.person(recordId)?.unitId)
      case 'unit':
        return [recordId]
      default:
        return []
    }
  }

  #ofSystems(ids: readonly string[]): readonly string[] {
    const units = this.#derived.on.unitsOfSystems
    return ids.flatMap((id) => given(units.get(id)))
  }

  /** The units of its systems, and that of the post that answers for it. */
  #ofOwned(
    record: { readonly systemIds: readonly string[]; readonly ownerPostId: string | null } | null,
  ): readonly string[] {
    if (record === null) return []
    return [
      ...this.#ofSystems(record.systemIds),
      ...given(record.ownerPostId && this.#derived.on.post(record.ownerPostId)?.unitId),
    ]
  }

  #ofControl(id: string): readonly string[] {
    const control = this.#derived.on.control(id)
    if (control === null) return []
    const ofRisks = control.riskIds.flatMap((riskId) => this.#derived.on.risk(riskId)?.systemIds ?? [])
    return this.#ofSystems([...control.systemIds, ...ofRisks])
  }

  #ofAction(id: string): readonly string[] {
    const action = this.#derived.fact('action', id)
    if (action === null) return []
    const { on } = this.#derived
    const ofRisks = action.riskIds.flatMap((riskId) => on.risk(riskId)?.systemIds ?? [])
    return [
      ...this.#ofSystems([...action.systemIds, ...ofRisks]),
      ...action.controlIds.flatMap((each) => this.#ofControl(each)),
    ]
  }

  #isBeneath(id: string, unitId: string): boolean {
    const seen = new Set<string>()
    let at: string | null = id
    while (at !== null && !seen.has(at)) {
      if (at === unitId) return true
      seen.add(at)
      at = this.#derived.on.unit(at)?.parentId ?? null
    }
    return false
  }
}

const given = (id: string | null | undefined): readonly string[] => (id == null ? [] : [id])
