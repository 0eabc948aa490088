/**
 * A pack as one folder for the audit committee: the printed pages, the tables behind them, the frozen data and the means to
 * check all of it without this application. A locked pack is written from frozen states alone and carries no clock of its
 * own: written again it has the same bytes.
 */
import { join } from 'node:path'
import type { PrintJob } from '#electron/shell.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage, type Language, languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { buildShownPack } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackModel } from '#shared/pack-model/pages.ts'
import { behindName, behindText, pagesName, pagesText } from '../director/screen-files.ts'
import { packInput } from '../pack-input.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { Register } from '../store/register-file.ts'
import { snapshotText } from '../store/verify.ts'
import { type Exported, exportedFrom } from './export-register.ts'
import { finishPdf } from './finish-pdf.ts'
import { snapshotName } from './manifest.ts'
import { NewFolder, type Work } from './new-folder.ts'
import { tablesOfPack } from './pack-tables.ts'
import { figureFiles, figuresFolder } from './pack-figures.ts'
import { readmeText } from './readme.ts'
import { identityOf, ourVersions, sealFolder, writeTables } from './sealed-folder.ts'
import { isSameFolder } from './verify-bundle.ts'

export interface PackBundleInput {
  readonly register: Register
  /** Null: a draft of today. */
  readonly pack: RecordOf<'pack'> | null
  /** The folder in which the bundle's folder is made. */
  readonly out: string
  readonly language: Language | 'both'
  /** Also each figure as SVG and PNG, in `figures/`. */
  readonly figures?: boolean
  /** The pages as the browser printed them, before finishing. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>
}

export interface WrittenPack extends Exported {
  /** Null for a draft. */
  readonly pack: string | null
}

/** `PACK-2026Q2`, or `DRAFT-2026-11-24` for a draft of that day. */
export function bundleName(register: Register, pack: RecordOf<'pack'> | null): string {
  return pack?.code ?? `DRAFT-${register.today()}`
}

/**
 * Writes `out/PACK-2026Q2/` or `out/DRAFT-<day>/` whole. FOLDER_EXISTS where it is there with other contents,
 * FOLDER_NOT_WRITABLE, DISK_FULL, CANCELLED, PACK_NOT_FOUND, and what `print` refuses; then nothing is left behind.
 */
export async function writePackBundle(input: PackBundleInput, work: Work = {}): Promise<WrittenPack> {
  const { register, pack } = input
  const folder = new NewFolder(join(input.out, bundleName(register, pack)), register.surroundings.isRunning)
  try {
    const shown = input.language === 'both' ? languages : [input.language]
    // Both languages and the head are of one moment, whatever another process writes meanwhile.
    const { inputs, head } = register.read.atOnce(() => ({
      inputs: shown.map((language) => packInput(register, pack, language, ourVersions.application)),
      head: register.head(),
    }))
    const [facts] = inputs
    if (facts === undefined) throw new Error('a pack is printed in one language at least')
    // The canonical text once, before anything is awaited: a draft must not mix two states of the register.
    const snapshot = pack === null ? canonicalJson(facts.snapshot) : snapshotText(register.read, pack.dataDigest)
    if (snapshot === null) throw new Problem('PACK_NOT_FOUND', { pack: pack?.code ?? '' })
    const dataDigest = sha256(snapshot)
    let title = ''
    for (const each of inputs) {
      const { model, behind } = buildShownPack(each)
      folder.write(`boardpack.${each.language}.pdf`, await printed(each, model, dataDigest, input.print))
      folder.write(pagesName(each.language), pagesText(model))
      if (each === facts) {
        folder.write(behindName, behindText(behind))
        title = titleIn(each.language, each, model)
      }
      if (work.signal?.aborted) throw new Problem('CANCELLED')
      if (input.figures !== true) continue
      const drawn = await figureFiles(model, each.language, titleIn(each.language, each, model), input.print)
      for (const { name, content } of drawn) folder.write(`${figuresFolder}/${name}`, content)
      if (work.signal?.aborted) throw new Problem('CANCELLED')
    }
    const tables = tablesOfPack(facts).map((file) => ({ path: `csv/${file.name}`, file }))
    const placed = await writeTables(folder, facts.snapshot, tables, work)
    folder.write(snapshotName, snapshot)
    const identity = identityOf(facts.snapshot)
    const manifest = {
      kind: pack === null ? ('draft' as const) : ('pack' as const),
      pack: facts.code,
      title: facts.title,
      asOf: facts.asOf,
      cutOff: facts.cutOff,
      lockedAt: facts.lockedAt,
      dataDigest,
      previousPack: facts.previous?.code ?? null,
      previousDigest: facts.previous?.digest ?? null,
      auditHead: pack?.auditHead ?? head.hash,
      auditSequence: pack?.auditSequence ?? head.sequence,
      ...identity,
      versions: { ...ourVersions, schema: facts.schemaVersion },
    }
    folder.write('README.txt', readmeText(manifest, shown, input.figures === true))
    sealFolder(folder, placed, {
      packageFacts: {
        name: bundleName(register, pack).toLowerCase(),
        title,
        sample: identity.sample,
        created: facts.lockedAt,
      },
      manifest,
    })
    await folder.finish(isSameFolder)
    return { ...exportedFrom(folder), pack: facts.code }
  } finally {
    folder.abandon()
  }
}

/** The pages in one language. Its dates are the lock's, its identifier the digest's: nothing of the moment of printing. */
async function printed(
  facts: PackInput,
  model: PackModel,
  digest: string,
  print: PackBundleInput['print'],
): Promise<Uint8Array> {
  const { language } = facts
  const titles = { ja: titleIn('ja', facts, model), en: titleIn('en', facts, model) }
  const title = titles[language]
  const raw = await print({ kind: 'pack', model, language, title })
  return finishPdf(raw, {
    title,
    titles,
    author: inLanguage(facts.snapshot.organisation.name, language),
    subject: say(language, model.standing),
    keywords: [say(language, model.identity), digest],
    identifiers: [...(facts.code === null ? [] : [facts.code]), digest],
    language,
    at: facts.lockedAt ?? facts.cutOff,
    id: digest,
  })
}

/** The company and the pack's heading: what a PDF reader shows in place of the file's name. */
function titleIn(language: Language, { snapshot }: PackInput, { heading }: PackModel): string {
  return translate(language)('bundle.title', {
    organisation: inLanguage(snapshot.organisation.name, language),
    heading: say(language, heading),
  })
}
