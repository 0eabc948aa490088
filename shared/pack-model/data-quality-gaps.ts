/** What the register does not know: gaps by kind, with the codes of the records. A lock does not refuse them; the pack prints them. */
import { systemsWithoutExecutive } from '../domain/metrics/accountability-picture.ts'
import { openActionsOn } from '../domain/metrics/action-figures.ts'
import { completenessOn } from '../domain/metrics/completeness.ts'
import { evidenceStateOf } from '../domain/metrics/control-domains.ts'
import { thresholdOn } from '../domain/metrics/kri-result.ts'
import { riskCategories } from '../domain/principles.ts'
import { statement } from '../domain/statement.ts'
import { isCounted } from '../domain/system.ts'
import { capped, type PackContext } from './pack-context.ts'
import type { GapRow } from './pages.ts'

interface Coded {
  readonly code: string
}
const codesShown = 6

interface Gap {
  readonly key: string
  /** How many there are; of links more than the records that hold them. */
  readonly count: number
  readonly codes: readonly string[]
  /** The file of the bundle with all of them; null where no file lists them. */
  readonly file: string | null
}

/** Gaps that exist, in the order systems, risks, controls, actions, settings, links. */
export function everyGap(context: PackContext): readonly Gap[] {
  const gaps: Gap[] = []
  const add = (key: string, records: readonly Coded[] | readonly string[], file: string) => {
    const codes = records.map((each) => (typeof each === 'string' ? each : each.code))
    if (codes.length > 0) gaps.push({ key, count: codes.length, codes, file })
  }
  systemGaps(context, add)
  riskGaps(context, add)
  controlGaps(context, add)
  const open = openActionsOn(context.on)
  add(
    'actionWithoutOwner',
    open.filter(({ action }) => action.ownerId === null).map(({ action }) => action),
    'actions',
  )
  add(
    'actionWithoutDueDate',
    open.filter((each) => each.dueOn === null).map(({ action }) => action),
    'actions',
  )
  settingGaps(context, add)
  const links = completenessOn(context.on).brokenLinks
  if (links.length > 0)
    gaps.push({
      key: 'brokenLink',
      count: links.length,
      codes: [...new Set(links.map((link) => link.code))],
      file: null,
    })
  return gaps
}

/** The same as rows of the page: the first codes of each. */
export function gapRows(context: PackContext): readonly GapRow[] {
  return everyGap(context).map(({ key, count, codes, file }) => ({
    key,
    what: statement(`pack.gap.${key}`, { count }),
    codes:
      file === null
        ? {
            ...capped(codes, codesShown, ''),
            more: codes.length > codesShown ? statement('pack.moreOnly', { count: codes.length - codesShown }) : null,
          }
        : capped(codes, codesShown, file),
  }))
}

type Add = (key: string, records: readonly Coded[] | readonly string[], file: string) => void

function systemGaps(context: PackContext, add: Add): void {
  const { on } = context
  const systems = context.state.systems.filter(isCounted)
  const imported = systems.filter((system) => system.importId !== null)
  const unknown = (system: (typeof systems)[number]) =>
    system.lifecycle === 'unknown' || system.personalData === 'unknown' || system.tier === null || system.kind === null
  add('systemWithoutExecutive', systemsWithoutExecutive(on), 'kri_records')
  add(
    'systemLifecycleUnknown',
    systems.filter((system) => system.lifecycle === 'unknown'),
    'systems',
  )
  add(
    'systemTierUnset',
    systems.filter((system) => system.tier === null),
    'systems',
  )
  add(
    'systemPersonalDataUnknown',
    systems.filter((system) => system.personalData === 'unknown'),
    'systems',
  )
  add(
    'systemWithoutUnit',
    systems.filter((system) => system.unitId === null),
    'systems',
  )
  add(
    'systemInEndedUnit',
    systems.filter((system) => {
      const unit = on.unit(system.unitId)
      return unit !== null && unit.to !== null && unit.to < on.asOf
    }),
    'systems',
  )
  add(
    'systemNeverConfirmed',
    on.systemsOn.filter((each) => each.attestedOn === null).map((each) => each.system),
    'systems',
  )
  add(
    'systemWithoutReviewDate',
    systems.filter((system) => system.nextReviewOn === null),
    'systems',
  )
  add('systemImportedUnknown', imported.filter(unknown), 'systems')
}

function riskGaps(context: PackContext, add: Add): void {
  const { on, positions } = context
  const counted = new Set(on.risks.map((risk) => risk.id))
  add(
    'riskOutOfScope',
    on.openRisks.filter((risk) => !counted.has(risk.id)),
    'risks',
  )
  add(
    'riskWithoutOwner',
    positions.filter((position) => position.owner.state !== 'held'),
    'risks',
  )
  add(
    'riskWithoutInherent',
    positions.filter((position) => position.inherent === null),
    'risks',
  )
  add(
    'riskWithoutResidual',
    positions.filter((position) => position.residual === null),
    'risks',
  )
  add(
    'riskWithoutTarget',
    positions.filter((position) => position.target === null),
    'risks',
  )
  add(
    'riskWithoutReviewDate',
    positions.filter((position) => position.nextReviewOn === null),
    'risks',
  )
  add(
    'acceptanceStale',
    context.acceptances.filter((standing) => standing.stale),
    'acceptances',
  )
}

function controlGaps(context: PackContext, add: Add): void {
  const { on } = context
  const inPlace = on.controls.filter((control) => control.design === 'in_place')
  add(
    'controlDesignUnknown',
    on.controls.filter((control) => control.design === 'unknown'),
    'controls',
  )
  add(
    'controlUntested',
    inPlace.filter((control) => on.controlStatus(control) === 'untested'),
    'controls',
  )
  add(
    'controlWithoutEvidence',
    inPlace.filter((control) => evidenceStateOf(on, control.id) === 'none'),
    'controls',
  )
  add(
    'controlEvidenceExpired',
    inPlace.filter((control) => evidenceStateOf(on, control.id) === 'expired'),
    'controls',
  )
  add(
    'evidenceWithoutValidity',
    context.state.evidence.filter((row) => row.withdrawn === null && row.validUntil === null),
    'evidence',
  )
}

/** Limits that no board has approved yet. */
function settingGaps(context: PackContext, add: Add): void {
  const { on, asOf } = context
  add(
    'thresholdProvisional',
    [...context.kris.keys()].filter((kri) => thresholdOn(context.state.thresholds, kri, asOf)?.provisional === true),
    'thresholds',
  )
  add(
    'appetiteProvisional',
    riskCategories.filter((category) => on.limits[category].provisional),
    'appetites',
  )
}
