/**
 * Coverage over a thousand systems and every pack that the program ships, each system answered for each item that is asked of
 * it; and a library of 1,200 nodes, from its text to the pack.
 */
import { parse, stringify } from 'yaml'
import { createControl } from '#electron/register/controls.ts'
import { adoptPack } from '#electron/register/requirements/adopt.ts'
import { packDetail, requirementOverview, systemRequirements } from '#electron/register/requirements/coverage.ts'
import { shippedPacks } from '#electron/register/requirements/shipped-packs.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { readLibrary } from '#shared/domain/requirements/ciso-library.ts'
import { askedOfSystem } from '#shared/domain/requirements/applicable.ts'
import { systemRoles } from '#shared/domain/system.ts'
import { median, milliseconds, printRows, ratio } from './measure.ts'
import { emptyRegister, systemValues } from './registers.ts'

const counts = [100, 1_000]
const nodes = 1_200

function registerWithPacks(count: number): { register: Register; packs: string[]; systems: string[]; answers: number } {
  const register = emptyRegister(`requirements-${String(count)}`)
  // Of the guidelines the newer version alone: the older one is what a register had before.
  const packs = shippedPacks()
    .filter(({ supersededBy }) => supersededBy === null)
    .map((pack) => adoptPack(register, pack, { origin: 'shipped', fileName: null }).record)
  for (let index = 0; index < 200; index += 1)
    createControl(register, {
      name: { ja: `統制 ${String(index)}`, en: null },
      domain: 'model',
      design: 'in_place',
      requirementIds: packs.flatMap(({ content }) =>
        content.items.filter((_item, place) => place % 200 === index).map(({ id }) => id),
      ),
    })
  let answers = 0
  const systems = register.change({ operation: 'bench.fill' }, (change) =>
    Array.from({ length: count }, (_, index) => {
      const role = systemRoles[index % systemRoles.length]
      const system = change.add('system', {
        ...systemValues(index, null),
        roles: role === undefined ? [] : [role],
        lifecycle: 'production',
      })
      for (const { packId, packVersion, content } of packs)
        for (const { item } of askedOfSystem(content, system)) {
          answers += 1
          change.add('requirementAnswer', {
            packId,
            packVersion,
            itemId: item.id,
            subject: 'system',
            systemId: system.id,
            state: 'met',
            note: null,
            on: '2026-11-01',
            answererId: null,
            notApplicable: null,
            carriedFrom: null,
            ownerId: null,
            dueOn: null,
          })
        }
      return system.id
    }),
  )
  return { register, packs: packs.map(({ id }) => id), systems, answers }
}

function timed(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

export function benchCoverage(): void {
  const overviews: number[] = []
  for (const count of counts) {
    const { register, packs, systems, answers } = registerWithPacks(count)
    const overview = timed(() => requirementOverview(register))
    overviews.push(overview)
    printRows(
      `coverage, ${count.toLocaleString('en')} systems × ${String(packs.length)} packs, ${answers.toLocaleString('en')} answers`,
      [
        { what: 'every pack, company and systems', figure: milliseconds(overview) },
        { what: 'one pack, item by item', figure: milliseconds(timed(() => packDetail(register, packs[0] ?? ''))) },
        { what: 'one system', figure: milliseconds(timed(() => systemRequirements(register, systems[0] ?? ''))) },
      ],
    )
    register.close()
  }
  const text = stringify({
    urn: 'urn:bench:library',
    locale: 'en',
    version: 1,
    objects: {
      framework: {
        urn: 'urn:bench:framework',
        name: 'Bench',
        requirement_nodes: Array.from({ length: nodes }, (_, index) => ({
          urn: `urn:bench:${String(index)}`,
          assessable: true,
          ref_id: String(index),
          name: `Requirement ${String(index)}`,
          description: 'What the organisation does, and how it shows it. '.repeat(6),
        })),
      },
    },
  })
  printRows('requirements', [
    { what: 'ten times the systems', figure: ratio(overviews[1] ?? 0, overviews[0] ?? 1), aim: '10 ×' },
    {
      what: `a library of ${nodes.toLocaleString('en')} nodes, from its text`,
      figure: milliseconds(timed(() => readLibrary(parse(text)))),
      aim: '1,000 ms',
    },
  ])
}
