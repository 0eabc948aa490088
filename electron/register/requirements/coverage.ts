/**
 * How far requirements are covered: the items of the packs that hold, the answers to them, and the controls that say they
 * answer them, put together for the company and for each system. A thousand systems are some seventy thousand pairs of system
 * and item, so controls and answers are laid out by item once.
 */
import type {
  HeldRequirementPack,
  ItemDetail,
  ItemStanding,
  RequirementPackDetail,
  RequirementPackHead,
  RequirementOverview,
  RequirementSuggestions,
  SystemRequirements,
} from '#shared/contract/requirement.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type Answering, placeKey, type StandingItem } from '#shared/domain/requirements/answering.ts'
import { askedOfCompany, type AskedItem, askedOfSystem } from '#shared/domain/requirements/applicable.ts'
import { packKey, type RequirementItem, type RequirementPack } from '#shared/domain/requirements/requirement-pack.ts'
import type { RequirementPackRecord } from '#shared/domain/requirements/requirement-records.ts'
import { coverageOf, type Standing, standings } from '#shared/domain/requirements/standing.ts'
import { suggestionsFor } from '#shared/domain/requirements/suggestions.ts'
import { LabelCollector } from '../labels.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { answeringOf } from './facts.ts'
import { answersOf, heldById, heldPacks } from './held.ts'
import { shippedPacks } from './shipped-packs.ts'

type Answer = RecordOf<'requirementAnswer'>

/** Full answers by their place: of one subject, or to one item. Of all there may be tens of thousands. */
function answersByPlace(
  register: Register,
  held: RequirementPackRecord,
  only: { readonly systemId: string | null } | { readonly itemId: string },
): ReadonlyMap<string, Answer> {
  return new Map(
    answersOf(register.read, held, only).map((answer) => [placeKey(answer.itemId, answer.systemId), answer]),
  )
}

export function requirementOverview(register: Register): RequirementOverview {
  const answering = answeringOf(register)
  const held = heldPacks(register.read)
  const have = new Set(held.map(({ content }) => packKey(content)))
  const current = held.filter(({ to }) => to === null)
  return {
    held: held
      .toSorted((one, other) => (one.from > other.from ? -1 : one.from < other.from ? 1 : 0))
      .map((pack) => heldPack(answering, pack)),
    offered: shippedPacks()
      .filter((pack) => !have.has(packKey(pack)))
      .filter(
        (pack) => !current.some(({ packId, packVersion }) => packId === pack.id && pack.supersededBy === packVersion),
      )
      .map((pack) => ({ ...headOf(pack), replaces: replacedBy(pack, current) })),
  }
}

/** The version that a pack would replace; null where none of it is held. */
export function replacedBy(pack: RequirementPack, current: readonly RequirementPackRecord[]): string | null {
  return current.find(({ packId, to }) => packId === pack.id && to === null)?.packVersion ?? null
}

export function headOf(pack: RequirementPack): RequirementPackHead {
  const { items, changes: _changes, phases: _phases, sources: _sources, format: _format, ...head } = pack
  return { ...head, count: items.filter(({ asked, repeats }) => asked !== 'heading' && repeats === null).length }
}

/** A pack with its sums, from all that it asks and how that stands. */
function heldPack(
  answering: Answering,
  pack: RequirementPackRecord,
  asked: readonly StandingItem[] = [...answering.standings(pack)],
): HeldRequirementPack {
  const ofCompany = asked.filter(({ system }) => system === null)
  const ofSystems = asked.filter(({ system }) => system !== null)
  return {
    id: pack.id,
    head: headOf(pack.content),
    origin: pack.origin,
    fileName: pack.fileName,
    from: pack.from,
    to: pack.to,
    company: coverageOf(ofCompany.map(({ standing }) => standing)),
    systems: coverageOf(ofSystems.map(({ standing }) => standing)),
    carried: [...answering.given(pack).values()].filter(({ carriedFrom }) => carriedFrom !== null).length,
  }
}

/** NOT_FOUND where the register holds no such pack. */
export function packDetail(register: Register, id: string): RequirementPackDetail {
  const pack = heldById(register, id)
  const answering = answeringOf(register)
  const answers = answersByPlace(register, pack, { systemId: null })
  const collector = new LabelCollector()
  const all = [...answering.standings(pack)]
  const asked = new Map<string, Standing[]>()
  for (const { item, system, standing } of all) {
    if (system === null) continue
    const others = asked.get(item.id)
    if (others === undefined) asked.set(item.id, [standing])
    else others.push(standing)
  }
  const company = new Set(askedOfCompany(pack.content).map((item) => item.id))
  const items = pack.content.items.map((item) => {
    const own = company.has(item.id) ? itemStanding(answering, answers, { item, when: 'now' }, null) : null
    collectAnswer(collector, own?.answer ?? null)
    return {
      item,
      company: own,
      systems: item.asked === 'system' && item.repeats === null ? coverageOf(asked.get(item.id) ?? []) : null,
      controls: answering.controlsOf(item.id, null),
    }
  })
  return {
    pack: heldPack(answering, pack, all),
    changes: pack.content.changes,
    items,
    referred: titlesOf(register, new Set(pack.content.items.flatMap(({ references }) => references))),
    labels: collector.labels(register.read),
  }
}

/** Number and title of items, whichever pack they are of. */
function titlesOf(register: Register, wanted: ReadonlySet<string>): RequirementPackDetail['referred'] {
  const found: Record<string, Pick<RequirementItem, 'number' | 'title'>> = {}
  for (const { items } of knownPacks(register))
    for (const { id, number, title } of items) if (wanted.has(id)) found[id] ??= { number, title }
  return found
}

/** Of packs that are not held the program still knows the titles, and what stands beside what. */
function knownPacks(register: Register): readonly RequirementPack[] {
  return [...heldPacks(register.read).map(({ content }) => content), ...shippedPacks()]
}

/** Controls that may answer items of a pack that none answers yet. NOT_FOUND where the register holds no such pack. */
export function requirementSuggestions(register: Register, id: string): RequirementSuggestions {
  const pack = heldById(register, id)
  const rows = suggestionsFor(pack.content, answeringOf(register), knownPacks(register))
  const named = rows.flatMap(({ controls }) => controls.flatMap(({ grounds }) => grounds))
  return { rows, referred: titlesOf(register, new Set(named.flatMap(({ itemId, row }) => [itemId, row]))) }
}

/** An item over the systems of which it is asked. NOT_FOUND, REQUIREMENT_UNKNOWN. */
export function itemDetail(register: Register, id: string, itemId: string): ItemDetail {
  const pack = heldById(register, id)
  const item = pack.content.items.find((each) => each.id === itemId)
  if (item === undefined) throw new Problem('REQUIREMENT_UNKNOWN', { item: itemId, pack: packKey(pack.content) })
  const answering = answeringOf(register)
  const answers = answersByPlace(register, pack, { itemId })
  const collector = new LabelCollector()
  const systems = answering.facts.systems.flatMap((system) => {
    const asked = askedOfSystem(pack.content, system).find((each) => each.item.id === itemId)
    if (asked === undefined) return []
    collector.add(system.id)
    const standing = itemStanding(answering, answers, asked, system.id)
    collectAnswer(collector, standing.answer)
    return [{ systemId: system.id, ...standing }]
  })
  const worst = (standing: Standing) => (standing === 'not_applicable' ? -1 : standings.indexOf(standing))
  return {
    item,
    systems: systems.sort((one, other) => worst(other.standing) - worst(one.standing)),
    labels: collector.labels(register.read),
  }
}

/** What is asked of one system, by pack. NOT_FOUND. */
export function systemRequirements(register: Register, systemId: string): SystemRequirements {
  const system = recordTables.system.get(register.read, systemId)
  if (system === undefined) throw new Problem('NOT_FOUND', { noun: 'system', id: systemId })
  const answering = answeringOf(register)
  const collector = new LabelCollector()
  const packs = heldPacks(register.read)
    .filter(({ to }) => to === null)
    .map((pack) => {
      const answers = answersByPlace(register, pack, { systemId })
      const asked = new Map(
        askedOfSystem(pack.content, system).map((each) => [
          each.item.id,
          itemStanding(answering, answers, each, systemId),
        ]),
      )
      for (const { answer } of asked.values()) collectAnswer(collector, answer)
      const counted = [...asked.values()].filter(({ when }) => when === 'now').map(({ standing }) => standing)
      return {
        id: pack.id,
        head: headOf(pack.content),
        items: withHeadings(pack.content, asked),
        coverage: coverageOf(counted),
      }
    })
    .filter(({ items }) => items.length > 0)
  return { packs, labels: collector.labels(register.read) }
}

/** The items that are asked, each under its headings, in the order of the pack. */
function withHeadings(
  pack: RequirementPack,
  asked: ReadonlyMap<string, ItemStanding>,
): SystemRequirements['packs'][number]['items'] {
  const shown = new Set<string>()
  // Headings come before what stands under them: from the end, each is known to be wanted when it is met.
  for (const { id, parent } of pack.items.toReversed())
    if (asked.has(id) || shown.has(id)) {
      shown.add(id)
      if (parent !== null) shown.add(parent)
    }
  return pack.items.filter(({ id }) => shown.has(id)).map((item) => ({ item, standing: asked.get(item.id) ?? null }))
}

function itemStanding(
  answering: Answering,
  answers: ReadonlyMap<string, Answer>,
  { item, when }: AskedItem,
  systemId: string | null,
): ItemStanding {
  const answer = answers.get(placeKey(item.id, systemId)) ?? null
  const controls = answering.controlsOf(item.id, systemId)
  return { item, when, answer, controls, standing: answering.standing(item, systemId, answer) }
}

function collectAnswer(collector: LabelCollector, answer: Answer | null): void {
  if (answer === null) return
  collector.add(answer.answererId)
  collector.add(answer.ownerId)
  if (answer.notApplicable !== null) collector.add(answer.notApplicable.approverPersonId)
}
