/** Rules about AI systems. */
import { holdsOn } from '../calendar-date.ts'
import { hasCurrentEvidence } from '../metrics/evidenced-level.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import { controlsCovering } from '../metrics/proof-figures.ts'
import { isFilled } from '../metrics/completeness.ts'
import { nameLetters } from '../similar-names.ts'
import { countedTier } from '../system.ts'
import { noText } from '../text.ts'
import { found, itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

const counted = ({ on }: QualityOn) => on.systems
const inProduction = ({ on }: QualityOn) =>
  on.kept.get('systems in production', [on.systems], () => on.systems.filter((each) => each.lifecycle === 'production'))
const standing = ({ on }: QualityOn) =>
  on.kept.get('systems that stand', [on.input.systems], () =>
    on.input.systems.filter((each) => each.withdrawn === null),
  )
const retired = ({ on }: QualityOn) =>
  on.kept.get('retired systems', [on.input.systems], () =>
    on.input.systems.filter((each) => each.withdrawn === null && each.lifecycle === 'retired'),
  )
const ofKind =
  (...kinds: readonly SystemFacts['kind'][]) =>
  ({ on }: QualityOn) =>
    on.kept.get(`systems of ${kinds.join()}`, [on.systems], () =>
      on.systems.filter((each) => kinds.includes(each.kind)),
    )

/** Of a field that a slim projection reads only as filled or not. */
const isBlank = (system: SystemFacts, field: 'purpose'): boolean =>
  system.missing === undefined ? !isFilled(system[field]) : system.missing.includes(field)

const system = { noun: 'system', record: itself<SystemFacts> } as const

export const systemRules: readonly QualityRule[] = [
  rule({
    ...system,
    id: 'DQ-01',
    name: 'systemWithoutExecutive',
    severity: 'error',
    field: 'accountableExecutive',
    rows: counted,
    finds: ({ id }, { on }) => {
      const { state } = on.executive(id)
      return state === 'held' ? null : { state: { key: `executiveState.${state}`, facts: {} } }
    },
  }),
  rule({
    ...system,
    id: 'DQ-02',
    name: 'systemWithoutOwner',
    severity: 'warning',
    field: 'systemOwner',
    rows: counted,
    finds: ({ id }, { on }) => when(on.answerable.of('system_owner', id).state !== 'held'),
  }),
  rule({
    ...system,
    id: 'DQ-03',
    name: 'systemWithoutPurpose',
    severity: 'warning',
    field: 'purpose',
    rows: counted,
    finds: (each) => when(isBlank(each, 'purpose')),
  }),
  rule({
    ...system,
    id: 'DQ-04',
    name: 'systemPersonalDataUnknown',
    severity: 'warning',
    field: 'personalData',
    rows: counted,
    finds: ({ personalData }) => when(personalData === 'unknown'),
  }),
  rule({
    ...system,
    id: 'DQ-05',
    name: 'systemTierUnset',
    severity: 'warning',
    field: 'tier',
    rows: counted,
    finds: ({ tier }) => when(tier === null),
  }),
  rule({
    ...system,
    id: 'DQ-06',
    name: 'systemReviewOverdue',
    severity: 'warning',
    field: 'nextReviewOn',
    rows: counted,
    finds: ({ nextReviewOn }, { on }) =>
      nextReviewOn !== null && nextReviewOn < on.asOf ? { day: nextReviewOn } : null,
  }),
  rule({
    ...system,
    id: 'DQ-07',
    name: 'highTierWithoutOversight',
    severity: 'error',
    field: 'humanOversight',
    rows: ({ on }) =>
      on.kept.get('counted systems of high tier', [on.systems], () =>
        on.systems.filter((each) => countedTier(each) === 'high'),
      ),
    finds: ({ id }, { on }) => {
      const controls = controlsCovering(on, 'human_oversight').get(id) ?? []
      return when(
        !controls.some((control) => on.controlStatus(control) === 'effective' && hasCurrentEvidence(on, control.id)),
      )
    },
  }),
  rule({
    ...system,
    id: 'DQ-08',
    name: 'writingAgentWithoutStop',
    severity: 'error',
    field: 'writeAccess',
    rows: ofKind('agentic'),
    finds: ({ id, writeAccess }, { on }) => {
      if (writeAccess !== 'with_approval' && writeAccess !== 'without_approval') return null
      const controls = controlsCovering(on, 'stop').get(id) ?? []
      return when(!controls.some((control) => on.controlStatus(control) === 'effective'))
    },
  }),
  rule({
    ...system,
    id: 'DQ-09',
    name: 'agentAccessUnknown',
    severity: 'warning',
    field: 'writeAccess',
    rows: ofKind('agentic'),
    finds: ({ writeAccess }) => when((writeAccess ?? 'unknown') === 'unknown'),
  }),
  rule({
    ...system,
    id: 'DQ-10',
    name: 'generativeWithoutModel',
    severity: 'warning',
    field: 'model',
    rows: ofKind('generative', 'agentic'),
    finds: ({ model }) => when(model === null),
  }),
  rule({
    ...system,
    id: 'DQ-11',
    name: 'generativeWithoutVendor',
    severity: 'note',
    field: 'vendor',
    rows: ofKind('generative', 'agentic'),
    finds: ({ vendor }) => when(vendor === null),
  }),
  rule({
    ...system,
    id: 'DQ-12',
    name: 'retiredWithOpenRecords',
    severity: 'warning',
    field: 'lifecycle',
    rows: retired,
    finds: ({ id }, quality) => {
      const open = openBySystem(quality).get(id) ?? []
      return open.length === 0 ? null : { codes: open.slice(0, 5) }
    },
  }),
  rule({
    ...system,
    id: 'DQ-13',
    name: 'dependsOnGone',
    severity: 'warning',
    field: 'dependsOnIds',
    rows: counted,
    finds: ({ dependsOnIds = [] }, quality) => {
      if (dependsOnIds.length === 0) return null
      const gone = dependsOnIds.flatMap((id) => {
        const other = systemsById(quality).get(id)
        return other === undefined || other.withdrawn !== null || other.lifecycle === 'retired'
          ? [other?.code ?? id]
          : []
      })
      return gone.length === 0 ? null : { codes: gone }
    },
  }),
  rule({
    ...system,
    id: 'DQ-14',
    name: 'systemInClosedUnit',
    severity: 'warning',
    field: 'unitId',
    rows: counted,
    finds: ({ unitId }, { on }) => {
      const unit = on.unit(unitId)
      if (unit === null || (unit.withdrawn === null && holdsOn({ from: null, to: unit.to }, on.asOf))) return null
      return { unit: unit.name }
    },
  }),
  rule({
    ...system,
    id: 'DQ-15',
    name: 'sameNameTwice',
    severity: 'note',
    field: 'name',
    rows: standing,
    finds: (each, quality) => {
      const others = namesakes(quality, each)
      return others.length === 0 ? null : { codes: others.slice(0, 5) }
    },
  }),
  rule({
    ...system,
    id: 'DQ-16',
    name: 'productionBeforeGoLive',
    severity: 'warning',
    field: 'goLiveOn',
    rows: inProduction,
    finds: ({ goLiveOn }, { on }) => (goLiveOn != null && goLiveOn > on.asOf ? { day: goLiveOn } : null),
  }),
  rule({
    ...system,
    id: 'DQ-17',
    name: 'systemLifecycleUnknown',
    severity: 'warning',
    field: 'lifecycle',
    rows: standing,
    finds: ({ lifecycle }) => when(lifecycle === 'unknown', found),
  }),
]

function systemsById({ on }: QualityOn): ReadonlyMap<string, SystemFacts> {
  const { systems } = on.input
  return on.kept.get('systems by id', [systems], () => new Map(systems.map((each) => [each.id, each])))
}

/** Codes of the open risks and actions that hang on each system. */
function openBySystem({ on }: QualityOn): ReadonlyMap<string, readonly string[]> {
  return on.kept.get('open records by system', [on.openRisks, on.actions, on.asOf], () => {
    const open = new Map<string, string[]>()
    const isOpen = (verifiedOn: string | null) => verifiedOn === null || verifiedOn > on.asOf
    const rows = [...on.openRisks, ...on.actions.filter((action) => isOpen(action.verifiedOn))]
    for (const { code, systemIds } of rows)
      for (const id of systemIds) {
        const known = open.get(id)
        if (known) known.push(code)
        else open.set(id, [code])
      }
    return open
  })
}

/** Codes of the other systems whose name has the same letters in one of the languages. */
function namesakes({ on }: QualityOn, one: SystemFacts): readonly string[] {
  // Of each system once: to read the letters of a hundred thousand names takes longer than all rules.
  const known = on.kept.get('letters of names', [], () => new WeakMap<SystemFacts, readonly string[]>())
  const lettersOf = (each: SystemFacts) => {
    const before = known.get(each)
    if (before !== undefined) return before
    const letters = readLetters(each)
    known.set(each, letters)
    return letters
  }
  const groups = on.kept.groups('systems by the letters of their name', on.input.systems, (each) =>
    each.withdrawn === null ? lettersOf(each) : [],
  )
  const others = lettersOf(one).flatMap((letters) => groups.get(letters) ?? [])
  return [...new Set(others.filter(({ id }) => id !== one.id).map(({ code }) => code))]
}

function readLetters({ name }: SystemFacts): readonly string[] {
  const { ja, en } = name ?? noText
  return [...new Set([ja, en].flatMap((text) => (text === null ? [] : [nameLetters(text)])))].filter(
    (letters) => letters !== '',
  )
}
