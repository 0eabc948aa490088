/** Picking from the starting library: entries become records of the register, with their source. */
import content from '#resources/library/starting-library.json' with { type: 'json' }
import type { LibraryPicture, LibraryTaken, TakenRecord } from '#shared/contract/library.ts'
import {
  librarySource,
  type LibraryControl,
  type LibraryRisk,
  startingLibrarySchema,
} from '#shared/domain/library/starting-library.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { createControlIn } from '../controls.ts'
import { createRiskIn } from '../risks.ts'
import type { Change } from '../store/change.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

export const startingLibrary = startingLibrarySchema.parse(content)

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
  }
}

export interface LibraryChoice {
  readonly riskIds: readonly string[]
  readonly controlIds: readonly string[]
  readonly systemIds: readonly string[]
}

/** One change. INVALID where nothing was chosen, NOT_FOUND and WITHDRAWN of a system that is named. */
export function takeFromLibrary(register: Register, choice: LibraryChoice): LibraryTaken {
  const risks = entriesOf(startingLibrary.risks, choice.riskIds)
  const controls = entriesOf(startingLibrary.controls, choice.controlIds)
  if (risks.length + controls.length === 0)
    throw new Problem('INVALID', { noun: 'risk', field: 'sourceKey', issue: 'REQUIRED' })
  return register.change({ operation: 'library.take' }, (change) => {
    const systemIds = [...new Set(choice.systemIds)]
    for (const id of systemIds)
      if (change.get('system', id).withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'system', id })
    const made = risks.map((entry) => ({ entry, risk: riskFrom(change, entry, systemIds) }))
    const known = takenOf(change.read, 'control')
    return {
      risks: made.map(({ risk }) => named(risk)),
      controls: controls.map((entry) => {
        const riskIds = made.filter((each) => each.entry.controls.includes(entry.id)).map(({ risk }) => risk.id)
        const [present] = known.get(librarySource(entry.id)) ?? []
        if (present === undefined) return named(controlFrom(change, entry, { riskIds, systemIds }))
        if (riskIds.length === 0 && systemIds.every((id) => present.systemIds.includes(id))) return named(present)
        return named(
          change.update('control', present, {
            riskIds: [...new Set([...present.riskIds, ...riskIds])],
            systemIds: [...new Set([...present.systemIds, ...systemIds])],
          }),
        )
      }),
    }
  })
}

function entriesOf<Entry extends { readonly id: string }>(all: readonly Entry[], ids: readonly string[]): Entry[] {
  return [...new Set(ids)].map((id) => {
    const entry = all.find((each) => each.id === id)
    if (entry === undefined) throw new Problem('NOT_FOUND', { noun: 'risk', id })
    return entry
  })
}

function riskFrom(change: Change, entry: LibraryRisk, systemIds: readonly string[]): RecordOf<'risk'> {
  const { id, name, cause, event, consequence, category } = entry
  return createRiskIn(change, {
    name,
    cause,
    event,
    consequence,
    category,
    systemIds: [...systemIds],
    sourceKey: librarySource(id),
  })
}

/** Whether it is in place is not known: nobody has said so. */
function controlFrom(
  change: Change,
  entry: LibraryControl,
  links: { readonly riskIds: readonly string[]; readonly systemIds: readonly string[] },
): RecordOf<'control'> {
  const { id, name, description, domain, weight, purposes, testMonths, evidence } = entry
  return createControlIn(change, {
    name,
    description: {
      ja: `${description.ja}（証跡の例：${evidence.ja}）`,
      en: `${description.en} (evidence: ${evidence.en})`,
    },
    domain,
    weight,
    purposes: [...purposes],
    testMonths,
    riskIds: [...links.riskIds],
    systemIds: [...links.systemIds],
    sourceKey: librarySource(id),
  })
}
