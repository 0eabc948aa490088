/**
 * The records behind the numbers of a pack, by the address of each number. Made from the same frozen state as the pages and by the
 * same rules, so that a number and the list behind it cannot part. Nothing of it is printed.
 */
import { unitOfSystem } from '../domain/metrics/accountability-picture.ts'
import { confirmedOn } from '../domain/metrics/accountability-figures.ts'
import { openActionsOn } from '../domain/metrics/action-figures.ts'
import { bridgeSteps } from '../domain/metrics/appetite-bridge.ts'
import { recordChanges, comparedNouns } from '../domain/compare/record-changes.ts'
import { claimedWithoutEvidence, evidenceStateOf } from '../domain/metrics/control-domains.ts'
import { sharedControlsOn } from '../domain/metrics/evidenced-level.ts'
import { completenessOn, countedNouns } from '../domain/metrics/completeness.ts'
import { heatMapOn } from '../domain/metrics/heat-map.ts'
import { bridgeSince } from './bridge-rows.ts'
import { risksBetween } from './moved-between.ts'
import type { Fact, Statement } from '../domain/statement.ts'
import { stateKeys } from '../domain/register-state.ts'
import { stages } from '../domain/risk.ts'
import { isAbove } from '../domain/scoring.ts'
import { addressInText, behindKey } from './behind-keys.ts'
import { mattersBehind } from './behind-matters.ts'
import { everyGap } from './data-quality-gaps.ts'
import { comparedIn, type PackContext } from './pack-context.ts'
import type { PackModel } from './pages.ts'
import { sinceLastBlocks } from './since-last.ts'

/** Codes by address; an address that is not there has nothing behind it. */
export type RecordsBehind = Readonly<Record<string, readonly string[]>>

interface Coded {
  readonly code: string
}

export function recordsBehind(context: PackContext, model: PackModel): RecordsBehind {
  const found = new Map<string, Set<string>>()
  const add: Add = (address, ...records) => {
    const known = found.get(address) ?? new Set<string>()
    for (const each of records) known.add(typeof each === 'string' ? each : each.code)
    if (known.size > 0) found.set(address, known)
  }
  for (const result of context.kris.values()) add(behindKey.kri(result.id), ...result.contributing)
  riskNumbers(context, add)
  controlNumbers(context, add)
  leaning(context, add)
  actionNumbers(context, add)
  systemNumbers(context, add)
  populations(context, add)
  for (const { key, codes } of everyGap(context)) add(behindKey.gap(key), ...codes)
  changes(context, add)
  blanks(context, add)
  mattersBehind(context, add)
  sentences(model, add, found)
  onThePages(context, model, add, new Set(found.keys()))
  return Object.fromEntries([...found].map(([address, codes]) => [address, [...codes]]))
}

export type Add = (address: string, ...records: readonly (Coded | string)[]) => void

function riskNumbers({ on, positions }: PackContext, add: Add): void {
  for (const stage of stages) {
    for (const cell of heatMapOn(on, positions, stage, null).cells)
      add(behindKey.cell(stage, cell.likelihood, cell.impact), ...cell.codes)
    for (const risk of positions) {
      const level = risk[stage]
      add(behindKey.stage(stage, 'all'), risk)
      if (level === null) add(behindKey.stage(stage, 'unassessed'), risk)
      else {
        add(behindKey.band(stage, level.band), risk)
        if (isAbove(level.band, risk.limits.appetite)) add(behindKey.stage(stage, 'outside'), risk)
      }
    }
  }
  for (const risk of positions) {
    add(behindKey.category(risk.category, 'all'), risk)
    if (risk.outsideAppetite === true) add(behindKey.category(risk.category, 'outside'), risk)
    if (risk.residual === null) add(behindKey.category(risk.category, 'unassessed'), risk)
  }
  add(behindKey.figure('worstTen'), ...positions)
  add(behindKey.figure('worstFive'), ...positions)
  add(behindKey.figure('movement'), ...positions)
  add(behindKey.figure('heatMap'), ...positions)
  add(behindKey.figure('stages'), ...positions)
  add(behindKey.figure('categories'), ...positions)
  add(behindKey.figure('claimed'), ...positions.filter(({ evidenceGap }) => evidenceGap > 0))
}

const inPlace: readonly string[] = ['effective', 'untested', 'ineffective']

function controlNumbers({ on }: PackContext, add: Add): void {
  for (const control of on.input.controls) {
    if (control.withdrawn !== null) continue
    const status = on.controlStatus(control)
    add(behindKey.control(control.domain, status), control)
    add(behindKey.figure('controlDomains'), control)
    if (inPlace.includes(status)) add(behindKey.control(control.domain, 'implemented'), control)
  }
  for (const control of on.controls)
    if (control.design === 'in_place') {
      add(behindKey.evidence(control.domain, evidenceStateOf(on, control.id)), control)
      add(behindKey.figure('evidenceCurrency'), control)
    }
  const unproven = new Set(claimedWithoutEvidence(on))
  add(
    behindKey.figure('weakControls'),
    ...on.controls.filter(
      (each) => each.weight === 'key' && (on.controlStatus(each) === 'ineffective' || unproven.has(each)),
    ),
  )
}

/** Of the sentence about controls that carry several risks, or one alone. */
function leaning({ on }: PackContext, add: Add): void {
  const shared = sharedControlsOn(on)
  for (const { control, alone } of shared) add(behindKey.sentence('pack.lead.leaning'), control, ...alone)
  const [heaviest] = shared
  if (heaviest !== undefined) add(behindKey.sentence('pack.lead.leaningMost'), heaviest.control, ...heaviest.risks)
}

function actionNumbers({ on, acceptances }: PackContext, add: Add): void {
  for (const { action, bucket, daysOverdue } of openActionsOn(on)) {
    add(behindKey.age(bucket), action)
    add(behindKey.figure('ageing'), action)
    if (daysOverdue > 0) add(behindKey.figure('overdue'), action)
  }
  add(
    behindKey.figure('acceptances'),
    ...acceptances.filter((standing) => standing.reliedOn || standing.state === 'active'),
  )
}

function systemNumbers({ on }: PackContext, add: Add): void {
  const unitOf = unitOfSystem(on)
  const isConfirmed = confirmedOn(on)
  for (const each of on.systemsOn) {
    const { system, executive } = each
    const unit = unitOf(system.unitId)?.code ?? null
    const post = on.post(executive.holding.postId)?.code ?? null
    add(behindKey.unit(unit, 'all'), system)
    if (executive.state !== 'held') add(behindKey.unit(unit, 'without'), system)
    add(behindKey.post(post, 'all'), system)
    if (!isConfirmed(each)) add(behindKey.post(post, 'unconfirmed'), system)
    add(behindKey.figure('coverage'), system)
    add(behindKey.figure('confirmation'), system)
  }
  for (const system of on.input.systems) {
    if (system.withdrawn !== null) continue
    for (const tier of [system.tier, 'all'] as const)
      for (const lifecycle of [system.lifecycle, 'all'] as const) add(behindKey.inventory(tier, lifecycle), system)
    add(behindKey.figure('inventory'), system)
  }
}

function populations({ on, state }: PackContext, add: Add): void {
  const counted = { system: on.systems, risk: on.risks, control: on.controls, action: on.actions }
  for (const noun of countedNouns) {
    const ids = new Set(counted[noun].map(({ id }) => id))
    for (const record of state[stateKeys[noun]]) {
      const which = ids.has(record.id) ? 'counted' : record.withdrawn !== null ? 'withdrawn' : 'outOfScope'
      add(behindKey.population(noun, 'recorded'), record)
      add(behindKey.population(noun, which), record)
    }
  }
}

function changes(context: PackContext, add: Add): void {
  const { previous } = context
  if (previous === null) return
  for (const noun of comparedNouns)
    for (const { kind, record } of recordChanges(noun, comparedIn(context, previous)))
      if ('code' in record) add(behindKey.change(noun, kind), record)
  const bridge = bridgeSince(context, previous)
  add(behindKey.bridge('before'), ...bridge.before)
  add(behindKey.bridge('now'), ...bridge.now)
  for (const step of bridgeSteps) add(behindKey.bridge(step), ...bridge.steps[step])
  sinceLast(context, previous, add)
}

/** What the first page counts beside the previous pack. */
function sinceLast(context: PackContext, previous: NonNullable<PackContext['previous']>, add: Add): void {
  for (const { key, codes } of sinceLastBlocks(context, previous)) add(behindKey.since(key), ...codes)
  const moved = risksBetween(context, previous)
  add(behindKey.sentence('pack.lead.moved'), ...moved.worse, ...moved.better, ...moved.new, ...moved.gone)
  const { up, down, same } = context.rescored
  add(behindKey.sentence('pack.clause.rescored.some'), ...up, ...down, ...same)
}

function blanks({ on }: PackContext, add: Add): void {
  for (const noun of countedNouns)
    for (const [field, codes] of completenessOn(on).blank)
      if (field.startsWith(`${noun}.`)) add(behindKey.blank(noun, field.slice(noun.length + 1)), ...codes)
}

/** Of which figures and lists the sentences of titles and leads speak, by the beginning of their keys. */
const spokenOf: readonly (readonly [beginning: string, ...addresses: string[]])[] = [
  ['pack.clause.risks.', behindKey.kri('K05')],
  ['pack.clause.executives.', behindKey.kri('K01')],
  ['pack.clause.controls.', behindKey.kri('K09')],
  ['pack.clause.actions.', behindKey.kri('K12')],
  ['pack.clause.acceptances.', behindKey.figure('acceptances')],
  ['pack.accountability.', behindKey.kri('K01')],
  ['pack.topRisks.', behindKey.stage('residual', 'outside')],
  ['pack.controls.', behindKey.kri('K11')],
  ['pack.dataQuality.', behindKey.kri('K28')],
  ['pack.thirdParties.', behindKey.kri('K18')],
  ['pack.privacy.', behindKey.kri('K16')],
  ['pack.lead.privacyUnknown', behindKey.kri('K16u')],
  ['pack.lead.privacyBasis', behindKey.kri('KRI-16')],
  ['pack.horizon.', behindKey.kri('KRI-18')],
  ['pack.lead.reportsMissed', behindKey.kri('KRI-10')],
  ['pack.lead.high', behindKey.kri('K02')],
  ['pack.lead.vacant', behindKey.kri('K01')],
  ['pack.lead.unregistered', behindKey.kri('K01')],
  ['pack.lead.evidenceGap', behindKey.figure('claimed')],
  ['pack.lead.severe', behindKey.band('residual', 'severe')],
  ['pack.lead.controls', behindKey.figure('controlDomains')],
  ['pack.lead.overdueDays', behindKey.kri('K12')],
  ['pack.lead.slipped', behindKey.kri('K14')],
  ['pack.status.scope', behindKey.population('system', 'counted'), behindKey.population('risk', 'counted')],
]

function sentences(model: PackModel, add: Add, found: ReadonlyMap<string, ReadonlySet<string>>): void {
  const behindKeys = (keys: readonly string[]) =>
    spokenOf
      .filter(([beginning]) => keys.some((key) => key.startsWith(beginning)))
      .flatMap(([, ...addresses]) => addresses.flatMap((address) => [...(found.get(address) ?? [])]))
  for (const page of model.pages) {
    add(behindKey.page(page.key), ...behindKeys(keysIn(page.title)))
    const spoken = page.key === 'summary' ? [...page.lead, ...page.status] : page.lead
    for (const each of spoken) add(behindKey.sentence(each.key), ...behindKeys(keysIn(each)))
  }
}

/** Its own key and those of the clauses in it. */
function keysIn({ key, facts }: Statement): readonly string[] {
  return [key, ...Object.values(facts).flatMap((fact) => (isStatement(fact) ? keysIn(fact) : []))]
}

function isStatement(fact: Fact): fact is Statement {
  return typeof fact === 'object' && 'key' in fact && 'facts' in fact
}

/**
 * Codes that stand on the pages open their own record, and a figure whose records no rule above names has those that its rows
 * name. What is asked of the board can be newer than the state: it has nothing behind it.
 */
function onThePages(context: PackContext, model: PackModel, add: Add, known: ReadonlySet<string>): void {
  const recorded = codesOf(context)
  for (const code of codesIn(model.pages)) if (recorded.has(code)) add(behindKey.record(code), code)
  for (const page of model.pages)
    for (const value of Object.values(page)) {
      if (!isFigure(value)) continue
      const address = behindKey.figure(value.key)
      if (!known.has(address)) add(address, ...[...codesIn(value)].filter((code) => recorded.has(code)))
    }
}

function codesOf({ state }: PackContext): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const key of Object.values(stateKeys))
    for (const record of state[key]) if ('code' in record) codes.add(record.code)
  return codes
}

function isFigure(value: unknown): value is { readonly key: string; readonly data: unknown } {
  return typeof value === 'object' && value !== null && 'key' in value && 'data' in value && 'number' in value
}

const everyAddress = new RegExp(addressInText, 'g')

function codesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') {
    for (const [code] of value.matchAll(everyAddress)) found.add(code)
  } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) codesIn(each, found)
  return found
}
