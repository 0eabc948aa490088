/**
 * A pack of 40, 1,000 and 10,000 systems by stage. Each size is a process of its own, since what another size has left in memory would
 * count; all are of one run, so that their ratios carry over.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtFolder, ensureBuilt } from '#electron/build.ts'
import { ChromiumPrinter } from '#electron/chromium/print.ts'
import { createPerson } from '#electron/register/accountability.ts'
import { writePackBundle } from '#electron/register/export/pack-bundle.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { lockVerified, snapshotOf } from '#electron/register/packs.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { noText } from '#shared/domain/text.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { milliseconds, onceOf, printRows, ratio } from './measure.ts'
import { benchFolder, registerOf } from './registers.ts'

const sizes = [40, 1_000, 10_000] as const

const stages = ['lock', 'read', 'pages', 'hash', 'print', 'rest'] as const
type Stage = (typeof stages)[number]
const stageNames: Readonly<Record<Stage, string>> = {
  lock: 'lock: fold the log, write the frozen data, digest',
  read: 'read the frozen data and the figures of the pack before',
  pages: 'pages as data',
  hash: 'canonical text and its digest',
  print: 'draw and print',
  rest: 'finish the PDF, tables, digests of the files',
}

interface Measured {
  readonly ms: Readonly<Record<Stage, number>>
  /** Memory after each stage, and the highest as the system counts it, in bytes. */
  readonly rss: Readonly<Record<Stage, number>>
  readonly highest: number
  readonly pages: number
  readonly bytes: number
}

const megabytes = (value: number) => `${String(Math.round(value / 1e6))} MB`

/** A risk for every second system with its three levels, a control for each, an action for every fourth. */
function fill(register: Register): void {
  const { id: ownerId } = createPerson(register, { name: { ja: '森田 千尋', en: null } })
  const systems = register.read.prepare('SELECT id FROM system ORDER BY code').pluck().all() as string[]
  const scaleId = register.read.prepare('SELECT id FROM scale').pluck().get() as string
  const name = (text: string, index: number) => ({ ja: `${text} ${String(index)}`, en: null })
  register.change({ operation: 'bench.fill' }, (change) => {
    for (const [index, systemId] of systems.entries()) {
      const risk =
        index % 2 === 0
          ? change.add('risk', {
              name: name('誤った案内をする', index),
              cause: name('学習データの偏り', index),
              event: name('誤りが気づかれない', index),
              consequence: name('取引先に損害', index),
              category: index % 6 === 0 ? 'AIGB-C-4' : 'AIGB-C-2',
              status: 'open',
              closedOn: null,
              closedReason: null,
              treatment: 'mitigate',
              identifiedOn: null,
              nextReviewOn: '2026-12-01',
              targetOn: null,
              systemIds: [systemId],
              notes: null,
              onset: index % 4 === 0 ? 'instant' : null,
              timing: null,
              sourceKey: null,
            })
          : null
      if (risk !== null)
        for (const [stage, less] of [
          ['inherent', 0],
          ['residual', 1],
          ['target', 2],
        ] as const) {
          const impact = Math.max(1, 5 - (index % 3) - less)
          change.add('assessment', {
            riskId: risk.id,
            stage,
            likelihood: Math.max(1, 4 - (index % 4)),
            impacts: {
              rights: impact,
              legal: null,
              financial: null,
              operations: null,
              reputation: null,
              strategic: null,
            },
            impact,
            scaleId,
            assessorId: ownerId,
            on: change.today,
            confidence: 'medium',
            rationale: '計測のため',
          })
        }
      const control = change.add('control', {
        name: name('人が確認する', index),
        description: noText,
        domain: 'people',
        weight: 'key',
        design: index % 5 === 0 ? 'partial' : 'in_place',
        requirementIds: [],
        notApplicable: null,
        nextReviewOn: null,
        riskIds: risk === null ? [] : [risk.id],
        systemIds: [systemId],
        notes: null,
        purposes: ['human_oversight'],
        testMonths: 12,
        sourceKey: null,
      })
      if (index % 4 === 0)
        change.add('action', {
          name: name('手順を直す', index),
          description: noText,
          ownerId,
          dueOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
          state: 'open',
          doneOn: null,
          verifiedOn: null,
          verifierId: null,
          slips: [],
          systemIds: [systemId],
          riskIds: risk === null ? [] : [risk.id],
          controlIds: [control.id],
          notes: null,
        })
    }
  })
}

async function measure(count: number): Promise<Measured> {
  const register = registerOf(count)
  fill(register)
  const asOf = register.today()
  // The one before: a pack is compared with it.
  lockVerified(register, { asOf })
  const ms: Partial<Record<Stage, number>> = {}
  const rss: Partial<Record<Stage, number>> = {}
  const stage = async <Result>(name: Stage, work: () => Promise<Result> | Result): Promise<Result> => {
    const spent = await onceOf(work)
    ms[name] = spent.ms
    rss[name] = process.memoryUsage.rss()
    return spent.result
  }
  const pack = await stage('lock', () => lockVerified(register, { asOf }))
  const input = await stage('read', () => packInput(register, pack, 'ja', 'bench'))
  const model = await stage('pages', () => buildPackModel(input))
  await stage('hash', () => sha256(canonicalJson(snapshotOf(register, pack))))
  const printer = await ChromiumPrinter.start({ assets: builtFolder('renderer') })
  let printing = 0
  let bytes = 0
  await stage('rest', () =>
    writePackBundle({
      register,
      pack,
      out: benchFolder,
      language: 'ja',
      print: async (job) => {
        const printed = await onceOf(() => printer.print(job))
        printing += printed.ms
        bytes = printed.result.byteLength
        rss.print = process.memoryUsage.rss()
        return printed.result
      },
    }),
  )
  await printer.close()
  register.close()
  // The bundle reads the data and makes the pages again: those are told by themselves.
  const { lock = 0, read = 0, pages = 0, hash = 0, rest = 0 } = ms
  return {
    ms: { lock, read, pages, hash, print: printing, rest: Math.max(0, rest - printing - read) },
    rss: rss as Measured['rss'],
    highest: process.resourceUsage().maxRSS * 1024,
    pages: model.pages.length,
    bytes,
  }
}

export async function benchPackSizes(): Promise<void> {
  await ensureBuilt({ what: ['renderer'], report: process.stderr })
  const found: Measured[] = []
  for (const size of sizes) {
    const child = fork(fileURLToPath(import.meta.url), [String(size)])
    const [[measured]] = (await Promise.all([once(child, 'message'), once(child, 'exit')])) as [[Measured], unknown]
    found.push(measured)
  }
  const all = (of: (each: Measured) => string) => found.map(of).join(' / ')
  const [small, , large] = found
  printRows(`A pack of ${sizes.map((size) => size.toLocaleString('en')).join(' / ')} systems, by stage`, [
    ...stages.map((name) => ({
      what: stageNames[name],
      figure: `${all(({ ms }) => milliseconds(ms[name]))}; memory ${all(({ rss }) => megabytes(rss[name]))}`,
    })),
    { what: 'highest memory of the register process', figure: all(({ highest }) => megabytes(highest)) },
    {
      what: 'pages, and the print before it is finished',
      figure: all(({ pages, bytes }) => `${String(pages)}, ${String(Math.round(bytes / 1000))} kB`),
    },
    ...(small === undefined || large === undefined
      ? []
      : [
          {
            what: 'ten thousand against one thousand, all stages but the print',
            figure: ratio(sum(large), sum(found[1] ?? small)),
            aim: '≤ 12 ×',
          },
          {
            what: 'the print, ten thousand against forty',
            figure: ratio(large.ms.print, small.ms.print),
            aim: '≤ 1.5 ×',
          },
        ]),
  ])
}

function sum({ ms }: Measured): number {
  return stages.reduce((total, name) => total + (name === 'print' ? 0 : ms[name]), 0)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    process.send?.(await measure(Number(process.argv[2])))
  } finally {
    rmSync(benchFolder, { recursive: true, force: true })
    process.disconnect()
  }
