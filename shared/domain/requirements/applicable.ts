/**
 * Which items are asked of a system: by the company's roles for it, by the phase it is in and by the data it handles. The rule
 * over roles and phases follows the guidelines' own allocation (AI Guidelines for Business 1.2, Table 1 and Parts 3 to 5);
 * the rule over data is ours.
 */
import type { RequirementItem, RequirementPack } from './requirement-pack.ts'
import type { System } from '../system.ts'

/** Asked now, or only once the system is in operation. */
export type WhenAsked = 'now' | 'later'

export interface AskedItem {
  readonly item: RequirementItem
  readonly when: WhenAsked
}

type Asked = Pick<System, 'roles' | 'lifecycle' | 'personalData'>

/** Phases of the guidelines that begin when a system goes into operation. */
const laterPhases: readonly string[] = ['after_development', 'after_provision', 'use']
const beforeOperation: readonly System['lifecycle'][] = ['proposed', 'development']

/** Principle 4 is about personal data; U-4) i. is not left out, since staff can type such data into any system. */
const aboutPersonalData = /^AIGB-(?:C-4|D-4|P-4)(?:-|$)/

/**
 * The items of a pack that are asked of a system. A system without a recorded role is asked what every role is asked; one
 * that is retired is asked nothing. Whether it handles personal data counts only once the answer is no.
 */
export function askedOfSystem(pack: RequirementPack, system: Asked): readonly AskedItem[] {
  if (system.lifecycle === 'retired') return []
  return pack.items
    .filter(({ asked, repeats }) => asked === 'system' && repeats === null)
    .filter(({ appliesTo }) => isAddressed(appliesTo, system.roles))
    .filter(({ id }) => system.personalData !== 'no' || !aboutPersonalData.test(id))
    .map((item) => ({ item, when: whenAsked(item, system) }))
}

/** The items that are asked of the company, once. */
export function askedOfCompany(pack: RequirementPack): readonly RequirementItem[] {
  return pack.items.filter(({ asked, repeats }) => asked === 'company' && repeats === null)
}

function isAddressed(appliesTo: RequirementItem['appliesTo'], roles: System['roles']): boolean {
  return appliesTo.includes('all') || (roles.length > 0 && roles.some((role) => appliesTo.includes(role)))
}

function whenAsked(item: RequirementItem, system: Asked): WhenAsked {
  const phases = item.phases?.ids ?? []
  const waits = phases.length > 0 && phases.every((phase) => laterPhases.includes(phase))
  return waits && beforeOperation.includes(system.lifecycle) ? 'later' : 'now'
}
