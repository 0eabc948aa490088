/**
 * A bundle opened by itself: verified first, then its pages and its frozen data are kept in memory, so that what is shown is what was
 * verified, whatever happens to the folder afterwards.
 *
 * A director must not decide by pages that somebody changed: where the manifest, the pages, the records behind them or the frozen
 * data are not as they were written, nothing is shown. Anything else that does not verify (a table, a file that was added) is
 * named, and the pages can be looked at under a warning that stays.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { OpenedBundle } from '#shared/contract/director.ts'
import { Problem } from '#shared/domain/problem.ts'
import { completeState, type RegisterState } from '#shared/domain/register-state.ts'
import { type Language, languages } from '#shared/domain/text.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'
import type { RecordsBehind } from '#shared/pack-model/records-behind.ts'
import { checkBundle, type CheckOptions } from '../export/check-bundle.ts'
import { type Manifest, manifestName, parseManifest, snapshotName } from '../export/manifest.ts'
import { ourVersions } from '../export/sealed-folder.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { FrozenPack } from './frozen-pack.ts'
import { behindName, pagesName } from './screen-files.ts'

export interface BundleContent {
  readonly frozen: FrozenPack
  readonly models: ReadonlyMap<Language, PackModel>
  readonly behind: RecordsBehind
}

export interface HeldBundle {
  readonly opened: OpenedBundle
  /** Null where nothing may be shown. */
  readonly content: BundleContent | null
}

/** More than the largest that is written; text beyond it could not be held as one. */
const largest = { pages: 64 * 1024 ** 2, data: 480 * 1024 ** 2 }

/** What is shown is made from these. */
function isShown(file: unknown): boolean {
  return (
    file === manifestName ||
    file === snapshotName ||
    file === behindName ||
    languages.some((language) => file === pagesName(language))
  )
}

/** NOT_A_BUNDLE, FILE_NOT_FOUND, BUNDLE_TOO_LARGE, CANCELLED. */
export async function openBundle(
  folder: string,
  options: Pick<CheckOptions, 'signal' | 'progress'>,
): Promise<HeldBundle> {
  assertReadable(folder)
  const check = await checkBundle(folder, options)
  const id = randomUUID()
  const manifest = check.bundle === null ? null : parseManifest(textOf(folder, manifestName))
  if (manifest === null || check.findings.some(({ facts }) => isShown(facts.file)))
    return { opened: { id, check, pages: 'changed', writtenBy: null }, content: null }
  const { application } = manifest.versions
  const writtenBy = application === ourVersions.application ? null : application
  const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]))
  const shown = languages.filter((language) => listed.has(pagesName(language)))
  if (manifest.asOf === null || shown.length === 0 || !listed.has(behindName) || !listed.has(snapshotName))
    return { opened: { id, check, pages: 'none', writtenBy }, content: null }
  try {
    const content = contentOf(folder, manifest, listed, shown)
    return { opened: { id, check, pages: 'shown', writtenBy }, content }
  } catch (error) {
    if (!(error instanceof Unlike)) throw error
    return { opened: { id, check, pages: 'changed', writtenBy }, content: null }
  }
}

/** Read a moment after it was verified: what was changed meanwhile, or is no such content, is not shown. */
class Unlike extends Error {}

const pagesSchema = z.looseObject({
  format: z.literal('daicho-pages/1'),
  model: z.looseObject({
    dataDigest: z.string().nullable(),
    asOf: z.string(),
    pages: z.array(z.looseObject({ key: z.string(), number: z.int(), orientation: z.enum(['landscape', 'portrait']) })),
  }),
})
const behindSchema = z.object({
  format: z.literal('daicho-records-behind/1'),
  behind: z.record(z.string(), z.array(z.string())),
})

function contentOf(
  folder: string,
  manifest: Manifest,
  listed: ReadonlyMap<string, string>,
  shown: readonly Language[],
): BundleContent {
  const jsonOf = (name: string): unknown => {
    const bytes = bytesOf(folder, name)
    if (createHash('sha256').update(bytes).digest('hex') !== listed.get(name)) throw new Unlike(name)
    try {
      return JSON.parse(bytes.toString('utf8'))
    } catch (error) {
      throw new Unlike(name, { cause: error })
    }
  }
  const models = shown.map((language): [Language, PackModel] => {
    const parsed = pagesSchema.safeParse(jsonOf(pagesName(language)))
    // Pages of other data than the bundle's: files that were put together.
    if (!parsed.success || parsed.data.model.asOf !== manifest.asOf) throw new Unlike(pagesName(language))
    if (manifest.kind === 'pack' && parsed.data.model.dataDigest !== manifest.dataDigest)
      throw new Unlike(pagesName(language))
    // Written by this program: the digest of the manifest stands for its shape, as far as a shape can be vouched for.
    return [language, parsed.data.model as unknown as PackModel]
  })
  const behind = behindSchema.safeParse(jsonOf(behindName))
  if (!behind.success) throw new Unlike(behindName)
  return {
    frozen: frozenOf(jsonOf(snapshotName), manifest),
    models: new Map(models),
    behind: behind.data.behind,
  }
}

/** The rules that figures follow read the state: one that they cannot read was not written by this program. */
function frozenOf(state: unknown, { asOf }: Manifest): FrozenPack {
  try {
    return new FrozenPack(completeState(state as RegisterState), asOf ?? '')
  } catch (error) {
    throw new Unlike(snapshotName, { cause: error })
  }
}

/** Refused before anything is read: a folder of an unknown hand can hold files of any size. */
function assertReadable(folder: string): void {
  const names = [manifestName, behindName, ...languages.map(pagesName)]
  for (const [name, most] of [
    ...names.map((each) => [each, largest.pages] as const),
    [snapshotName, largest.data] as const,
  ]) {
    const facts = factsOf(join(folder, name))
    // A pipe or a device may never end.
    if (facts !== undefined && !facts.isFile()) throw new Problem('NOT_A_BUNDLE', { folder })
    if (facts !== undefined && facts.size > most)
      throw new Problem('BUNDLE_TOO_LARGE', { file: name, limit: Math.floor(most / 1024 ** 2) })
  }
}

function factsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    throw problemOf(error, file)
  }
}

function bytesOf(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch (error) {
    throw problemOf(error, join(folder, name))
  }
}

function textOf(folder: string, name: string): string {
  return bytesOf(folder, name).toString('utf8')
}
