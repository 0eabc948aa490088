/** Picking from the library, ours, ATLAS and the NIST playbook: entries become records of the register, with their source. */
import atlasContent from '#resources/library/atlas.json' with { type: 'json' }
import playbookContent from '#resources/library/nist-playbook.json' with { type: 'json' }
import content from '#resources/library/starting-library.json' with { type: 'json' }
import type { LibraryPicture, LibraryTaken, TakenRecord } from '#shared/contract/library.ts'
import { atlasSchema, atlasSource } from '#shared/domain/library/atlas.ts'
import { actionLines, playbookSchema, playbookSource } from '#shared/domain/library/nist-playbook.ts'
import { librarySource, startingLibrarySchema } from '#shared/domain/library/starting-library.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { beforeMany } from '../batch.ts'
import { type ControlInput, createControlIn } from '../controls.ts'
import { createRiskIn, type RiskInput } from '../risks.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

export const startingLibrary = startingLibrarySchema.parse(content)
export const atlas = atlasSchema.parse(atlasContent)
export const playbook = playbookSchema.parse(playbookContent)

/** Techniques of attackers fall under the principle of ensuring security (our mapping). */
const securityOf = 'AIGB-C-5' as const

/** MITRE's words as published, with their source; what is Japanese of them is ours. */
function fromAtlas(id: string, text: string): Bilingual {
  const { short, version, licence } = atlas.source
  return {
    ja: `${short} ${version} ${id}（${licence}）。日本語の名称は参考訳で、公式の訳ではありません`,
    en: `${text} (${short} ${version}, ${id}, ${licence}, shortened)`,
  }
}

type Kept = 'risk' | 'control'

/** Records that stand, by the entry that they were made from; in the order of their codes. */
function takenOf<N extends Kept>(read: ReadHandle, noun: N): ReadonlyMap<string | null, readonly RecordOf<N>[]> {
  const standing = [...recordTables[noun].all(read)].filter(({ withdrawn }) => withdrawn === null) as RecordOf<N>[]
  return Map.groupBy(
    standing.sort((one, other) => (one.code < other.code ? -1 : 1)),
    ({ sourceKey }) => sourceKey,
  )
}

const named = ({ id, code }: TakenRecord): TakenRecord => ({ id, code })

export function libraryPicture(register: Register): LibraryPicture {
  const risks = takenOf(register.read, 'risk')
  const controls = takenOf(register.read, 'control')
  return {
    edition: startingLibrary.edition,
    risks: startingLibrary.risks.map((entry) => ({
      ...entry,
      taken: (risks.get(librarySource(entry.id)) ?? []).map(named),
    })),
    controls: startingLibrary.controls.map((entry) => ({
      ...entry,
      taken: (controls.get(librarySource(entry.id)) ?? []).map(named),
    })),
    atlas: {
      source: atlas.source,
      tactics: atlas.tactics,
      risks: atlas.risks.map((entry) => ({ ...entry, taken: (risks.get(atlasSource(entry.id)) ?? []).map(named) })),
      controls: atlas.controls.map((entry) => ({
        ...entry,
        taken: (controls.get(atlasSource(entry.id)) ?? []).map(named),
      })),
    },
    playbook: {
      source: playbook.source,
      controls: playbook.controls.map((entry) => ({
        ...entry,
        taken: (controls.get(playbookSource(entry.id)) ?? []).map(named),
      })),
    },
  }
}

/** An entry of either source, and what a record is made from. */
interface Entry<N extends Kept> {
  readonly id: string
  readonly source: string
  readonly controls: readonly string[]
  readonly values: N extends 'risk' ? RiskInput : ControlInput
}

const riskEntries: readonly Entry<'risk'>[] = [
  ...startingLibrary.risks.map(({ id, name, cause, event, consequence, category, controls }) => {
    const source = librarySource(id)
    return { id, source, controls, values: { name, cause, event, consequence, category, sourceKey: source } }
  }),
  ...atlas.risks.map((entry) => {
    const source = atlasSource(entry.id)
    // Whom a technique would harm and why here is for whoever answers for the system: the cause stays open.
    const values = {
      name: entry.name,
      event: fromAtlas(entry.id, entry.event),
      category: securityOf,
      sourceKey: source,
    }
    return { id: entry.id, source, controls: entry.controls, values }
  }),
]

/** Whether it is in place is not known: nobody has said so. */
const controlEntries: readonly Entry<'control'>[] = [
  ...startingLibrary.controls.map(({ id, name, description, domain, weight, purposes, testMonths, evidence }) => {
    const source = librarySource(id)
    const text = {
      ja: `${description.ja}（証跡の例：${evidence.ja}）`,
      en: `${description.en} (evidence: ${evidence.en})`,
    }
    const values = { name, description: text, domain, weight, purposes, testMonths, sourceKey: source }
    return { id, source, controls: [], values }
  }),
  ...atlas.controls.map(({ id, name, description }) => {
    const source = atlasSource(id)
    const values = { name, description: fromAtlas(id, description), domain: 'security' as const, sourceKey: source }
    return { id, source, controls: [], values }
  }),
  ...playbook.controls.map((entry) => {
    const { id, name, domain } = entry
    const source = playbookSource(id)
    // The version is that of the framework: the copy gives none of the playbook.
    const { version, repository } = playbook.source
    const description = {
      ja: `NIST AI RMF（${version}）プレイブック ${id}。推奨される行動は英語欄に、公開されている写し（${repository}）の原文のまま載せています。名称はDaicho独自の呼び方で、公式のものではありません`,
      en: `${actionLines(entry)}\n(NIST AI RMF (${version}) Playbook, ${id}; suggested actions word for word from the copy ${repository}, public domain)`,
    }
    return { id, source, controls: [], values: { name, description, domain, sourceKey: source } }
  }),
]

export interface LibraryChoice {
  readonly riskIds: readonly string[]
  readonly controlIds: readonly string[]
  readonly systemIds: readonly string[]
}

/** One change. INVALID where nothing was chosen, NOT_FOUND and WITHDRAWN of a system that is named. */
export function takeFromLibrary(register: Register, choice: LibraryChoice): LibraryTaken {
  const risks = entriesOf(riskEntries, choice.riskIds)
  const controls = entriesOf(controlEntries, choice.controlIds)
  if (risks.length + controls.length === 0)
    throw new Problem('INVALID', { noun: 'risk', field: 'sourceKey', issue: 'REQUIRED' })
  return register.change(
    { operation: 'library.take', backup: beforeMany(risks.length + controls.length) },
    (change) => {
      const systemIds = [...new Set(choice.systemIds)]
      for (const id of systemIds)
        if (change.get('system', id).withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'system', id })
      const made = risks.map((entry) => ({
        entry,
        risk: createRiskIn(change, { ...entry.values, systemIds: [...systemIds] }),
      }))
      const known = takenOf(change.read, 'control')
      return {
        risks: made.map(({ risk }) => named(risk)),
        controls: controls.map((entry) => {
          const riskIds = made.filter((each) => each.entry.controls.includes(entry.id)).map(({ risk }) => risk.id)
          const [present] = known.get(entry.source) ?? []
          if (present === undefined)
            return named(createControlIn(change, { ...entry.values, riskIds, systemIds: [...systemIds] }))
          if (riskIds.length === 0 && systemIds.every((id) => present.systemIds.includes(id))) return named(present)
          return named(
            change.update('control', present, {
              riskIds: [...new Set([...present.riskIds, ...riskIds])],
              systemIds: [...new Set([...present.systemIds, ...systemIds])],
            }),
          )
        }),
      }
    },
  )
}

function entriesOf<N extends Kept>(all: readonly Entry<N>[], ids: readonly string[]): Entry<N>[] {
  return [...new Set(ids)].map((id) => {
    const entry = all.find((each) => each.id === id)
    if (entry === undefined) throw new Problem('NOT_FOUND', { noun: 'risk', id })
    return entry
  })
}
