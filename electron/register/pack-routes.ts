/** The operations on packs and on files that go out. */
import { basename, join } from 'node:path'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { dataPointsAtLock } from './decision/data-points.ts'
import { packChecks } from './decision/open-points.ts'
import type { Desk } from './desk.ts'
import { appVersion } from './desk.ts'
import { compared, comparedSides, type ComparedPair, comparisonPage, inOrder } from './compare-packs.ts'
import { compareFile } from './export/compare-file.ts'
import { writeCsvFile } from './export/csv-file.ts'
import { signFolder, writeKeyPair } from './export/bundle-signature.ts'
import { checkBundle } from './export/check-bundle.ts'
import { exportRegister, unheldInRegister } from './export/export-register.ts'
import { writeRegisterWorkbook } from './export/register-workbook.ts'
import { packStages, writePackBundle } from './export/pack-bundle.ts'
import { writeFigure } from './export/write-figure.ts'
import { assertWhole } from './export/verify-bundle.ts'
import { os } from './implementer.ts'
import { progressOf, stagedProgressOf } from './long-work.ts'
import { asPrinted } from './finishing/posts-alone.ts'
import type { SheetCount } from './finishing/sheet-count.ts'
import { packInput } from './pack-input.ts'
import { withFolder, writeProtected } from './protect/protected-folder.ts'
import { allPacks, lockPack } from './packs.ts'

/** A pack by id; null asks for a draft. PACK_NOT_FOUND. */
function packOf(desk: Desk, packId: string | null): RecordOf<'pack'> | null {
  if (packId === null) return null
  const pack = allPacks(desk.register).find((each) => each.id === packId)
  if (pack === undefined) throw new Problem('PACK_NOT_FOUND', { pack: packId })
  return pack
}

/** Two packs in their order; null asks for the register of today. PACK_NOT_FOUND. */
function pairOf(desk: Desk, one: string, other: string | null): ComparedPair {
  const pack = packOf(desk, one)
  if (pack === null) throw new Problem('PACK_NOT_FOUND', { pack: one })
  return inOrder(desk.register, packOf(desk, other), pack)
}

export function packRoutes(desk: Desk) {
  return {
    list: os.pack.list.handler(() => allPacks(desk.register).reverse()),
    model: os.pack.model.handler(({ input }) =>
      buildPackModel(
        asPrinted({
          ...packInput(desk.register, packOf(desk, input.packId), input.language, appVersion, input.entityId),
          bilingual: input.bilingual,
        }),
      ),
    ),
    compare: os.pack.compare.handler(({ input: { one, other, ...query } }) =>
      comparisonPage(desk.register, pairOf(desk, one, other), query),
    ),
    writeComparison: os.pack.writeComparison.handler(async ({ input }) => {
      const { register, tokens } = desk
      const folder = tokens.peek(input.folder)
      const pair = pairOf(desk, input.one, input.other)
      const file = compareFile(compared(register, pair).comparison, comparedSides(register, pair))
      const codes = [pair.earlier.code, pair.later?.code ?? `DRAFT-${register.today()}`]
      const { name } = await writeCsvFile(folder, `compare-${codes.join('-')}.csv`, file)
      return { name, token: tokens.issue(join(folder, name)) }
    }),
    checks: os.pack.checks.handler(async ({ input }) => {
      const pack = packOf(desk, input.packId)
      const count = input.counted ? await sheetsOrNull(desk, pack) : null
      return packChecks(desk.register, pack, appVersion, count)
    }),
    lockPoints: os.pack.lockPoints.handler(({ input }) => dataPointsAtLock(desk.register, input)),
    lock: os.pack.lock.handler(({ input, signal }) =>
      progressOf('lock', signal, (work) =>
        lockPack(
          desk.register,
          {
            asOf: input.asOf,
            title: input.title,
            openReason: input.openReason,
            ...(input.cutOff === null ? {} : { cutOff: input.cutOff }),
          },
          work,
        ),
      ),
    ),
    write: os.pack.write.handler(({ input, signal }) =>
      stagedProgressOf('write', signal, async ({ signal: stop, progress }) => {
        const { place, files, overBudget } = await writtenInto(desk, input, stop, async (out) => {
          const written = await writePackBundle(
            {
              register: desk.register,
              pack: packOf(desk, input.packId),
              out,
              language: input.language,
              entityId: input.entityId,
              figures: input.figures,
              print: (job) => desk.shell.print(job),
            },
            {
              signal: stop,
              stage: (stage) => {
                progress({ stage: `pack.${stage}`, done: packStages.indexOf(stage) + 1, total: packStages.length })
              },
            },
          )
          return { place: written.dir, files: written.files.length, overBudget: written.overBudget }
        })
        return { name: basename(place), files, overBudget }
      }),
    ),
    writeFigure: os.pack.writeFigure.handler(({ input, signal }) =>
      progressOf('write', signal, async () => {
        const folder = desk.tokens.peek(input.folder)
        const { packId, language, entityId } = input
        const facts = packInput(desk.register, packOf(desk, packId), language, appVersion, entityId)
        const names = await writeFigure(facts, input.figure, folder, (job) => desk.shell.print(job))
        return { names, token: desk.tokens.issue(join(folder, names[0] ?? '')) }
      }),
    ),
    checkBundle: os.pack.checkBundle.handler(({ input, signal }) =>
      progressOf('verify', signal, (work) =>
        withFolder(
          desk.tokens.peek(input.folder),
          input.passphrase,
          (folder) =>
            checkBundle(folder, {
              ...work,
              register: desk.register,
              publicKey: input.publicKey === null ? null : desk.tokens.peek(input.publicKey),
              noted: input.noted,
            }),
          { signal: work.signal },
        ),
      ),
    ),
    signBundle: os.pack.signBundle.handler(async ({ input }) => {
      const folder = desk.tokens.peek(input.folder)
      await assertWhole(folder)
      return { fingerprint: signFolder(folder, desk.tokens.peek(input.key), input.passphrase) }
    }),
    newKey: os.pack.newKey.handler(({ input }) => {
      const folder = desk.tokens.peek(input.folder)
      const { names } = writeKeyPair(folder, input.passphrase)
      return { names, token: desk.tokens.issue(join(folder, names[0] ?? '')) }
    }),
  }
}

/** Where nothing can be printed the rest is checked all the same; the sign-off is refused with the reason. */
async function sheetsOrNull(desk: Desk, pack: RecordOf<'pack'> | null): Promise<SheetCount | null> {
  try {
    return await desk.sheets.of(packInput(desk.register, pack, 'ja', appVersion))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** What `write` makes in the chosen folder, or, with a passphrase, one protected file of it; `place` is what stands there then. */
async function writtenInto<Result extends { readonly place: string }>(
  desk: Desk,
  input: { readonly folder: string; readonly passphrase: string | null },
  signal: AbortSignal,
  write: (out: string) => Promise<Result>,
): Promise<Result> {
  const out = desk.tokens.peek(input.folder)
  if (input.passphrase === null) return write(out)
  const { made, file } = await writeProtected({ out, passphrase: input.passphrase }, write, { signal })
  return { ...made, place: file }
}

/** Everything as CSV, into a folder of its own within the chosen one; or as one workbook in it. */
export function exportRoute(desk: Desk) {
  return os.exportRegister.handler(({ input, signal }) =>
    progressOf('export', signal, async (work) => {
      const { register } = desk
      const name = `${basename(register.file, '.daicho')}-${register.today()}`
      const { place, ...counts } = await writtenInto(desk, input, work.signal, async (out) => {
        if (input.format === 'xlsx') {
          const written = await writeRegisterWorkbook(register, { folder: out, name, language: desk.language })
          return { place: join(out, written.name), files: 1, guardedCells: 0 }
        }
        const { encoding, seen } = input
        const dir = join(out, encoding === 'utf-8' ? name : `${name}-${encoding}`)
        const { files, guardedCells } = await exportRegister(register, dir, work, { encoding, seen })
        return { place: dir, files: files.length, guardedCells }
      })
      return { name: basename(place), ...counts }
    }),
  )
}

export function exportUnheldRoute(desk: Desk) {
  return os.exportUnheld.handler(({ signal }) =>
    progressOf('export', signal, ({ signal: stop }) => unheldInRegister(desk.register, stop)),
  )
}
