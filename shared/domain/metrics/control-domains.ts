/** Controls by domain and status (figure C5), and the currency of their evidence (C6). */
import { addDays } from '../calendar-date.ts'
import { type ControlDomain, controlDomains, type ControlStatus, controlStatuses } from '../control.ts'
import type { ControlFacts } from './figure-input.ts'
import type { RegisterOn } from './register-on.ts'

export interface DomainStatus {
  readonly domain: ControlDomain
  readonly counts: Readonly<Record<ControlStatus, number>>
  /** Controls that apply: all but `not_applicable`. */
  readonly total: number
  /** Design in place, whatever its operation. */
  readonly implemented: number
}

export function controlDomainsOn(on: RegisterOn): readonly DomainStatus[] {
  const controls = on.input.controls.filter((control) => control.withdrawn === null)
  return controlDomains.map((domain) => {
    const counts = Object.fromEntries(controlStatuses.map((status) => [status, 0])) as Record<ControlStatus, number>
    for (const control of controls) if (control.domain === domain) counts[on.controlStatus(control)] += 1
    const implemented = counts.effective + counts.untested + counts.ineffective
    return {
      domain,
      counts,
      total: implemented + counts.partial + counts.not_started + counts.unknown,
      implemented,
    }
  })
}

/** `current`; `due`: runs out within 30 days; `expired`: the last has run out; `none`: no evidence with a valid-until. */
export const evidenceStates = ['current', 'due', 'expired', 'none'] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** The state of a control's longest valid evidence. Without a valid-until it is not known to be current. */
export function evidenceStateOf(on: RegisterOn, controlId: string): EvidenceState {
  let until: string | null = null
  for (const row of on.evidenceOf(controlId))
    if (row.validUntil !== null && (until === null || row.validUntil > until)) until = row.validUntil
  if (until === null) return 'none'
  if (until < on.asOf) return 'expired'
  return until <= addDays(on.asOf, 30) ? 'due' : 'current'
}

export interface EvidenceCurrency {
  readonly domain: ControlDomain
  readonly counts: Readonly<Record<EvidenceState, number>>
  /** Controls whose design is in place: those of which evidence is due. */
  readonly total: number
}

export function evidenceCurrencyOn(on: RegisterOn): readonly EvidenceCurrency[] {
  return controlDomains.map((domain) => {
    const counts: Record<EvidenceState, number> = { current: 0, due: 0, expired: 0, none: 0 }
    let total = 0
    for (const control of on.controls)
      if (control.domain === domain && control.design === 'in_place') {
        counts[evidenceStateOf(on, control.id)] += 1
        total += 1
      }
    return { domain, counts, total }
  })
}

/** Controls recorded as in place for which no current evidence is recorded: claimed, not evidenced. */
export function claimedWithoutEvidence(on: RegisterOn): readonly ControlFacts[] {
  return on.controls.filter((control) => {
    if (control.design !== 'in_place') return false
    const state = evidenceStateOf(on, control.id)
    return state === 'expired' || state === 'none'
  })
}
