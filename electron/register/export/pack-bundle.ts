/**
 * A pack as one folder for the audit committee: the printed pages, the tables behind them, the frozen data and the means to
 * check all of it without this application. A locked pack is written from frozen states alone and carries no clock of its
 * own: written again it has the same bytes.
 */
import { join } from 'node:path'
import type { PrintJob } from '#electron/shell.ts'
import { type BudgetExceeded, budgetExceeded, pagesToDoWithout } from '#shared/domain/decision/page-budget.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage, type Language, languages } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate } from '#shared/locales/translate.ts'
import { buildShownPack } from '#shared/pack-model/build-pack-model.ts'
import { packEntity } from '#shared/pack-model/entities-page.ts'
import type { PackInput, PackModel } from '#shared/pack-model/pages.ts'
import { behindName, behindText, pagesName, pagesText } from '../director/screen-files.ts'
import { signOffOf } from '../finishing/finishing-records.ts'
import { asPrinted } from '../finishing/posts-alone.ts'
import { packInput } from '../pack-input.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { recordTables } from '../store/record-table.ts'
import { Redactions } from '../store/redactions.ts'
import type { Register } from '../store/register-file.ts'
import { currentState } from '../store/replay.ts'
import { snapshotText } from '../store/verify.ts'
import { type Exported, exportedFrom } from './export-register.ts'
import { finishPdf } from './finish-pdf.ts'
import { finishingName, type ManifestFacts, snapshotName } from './manifest.ts'
import { NewFolder, type Work } from './new-folder.ts'
import { tablesOfPack } from './pack-tables.ts'
import { figureFiles, figuresFolder } from './pack-figures.ts'
import { sheetsOf } from './printed-sheets.ts'
import { readmeText } from './readme.ts'
import { identityOf, ourVersions, sealFolder, writeTables } from './sealed-folder.ts'
import { assertWhole, isSameFolder } from './verify-bundle.ts'

/** The stages of a pack's bundle, as they are told. */
export const packStages = ['freeze', 'pages', 'pdf', 'figures', 'tables', 'hashes', 'check', 'move'] as const
export type PackStage = (typeof packStages)[number]

export type PackPrintLanguage = Language | 'both' | 'ja+en'

export function languagesOf(language: PackPrintLanguage): readonly Language[] {
  if (language === 'ja+en') return ['ja']
  return language === 'both' ? languages : [language]
}

export interface PackBundleInput {
  readonly register: Register
  /** Null: a draft of today. */
  readonly pack: RecordOf<'pack'> | null
  /** The folder in which the bundle's folder is made. */
  readonly out: string
  /** `both`: a PDF in each language; `ja+en`: one in Japanese with English beneath. */
  readonly language: PackPrintLanguage
  /** Of one legal entity alone; the data stay those of the whole register. */
  readonly entityId?: string | null
  /** Also each figure as SVG and PNG, in `figures/`. */
  readonly figures?: boolean
  /** The pages as the browser printed them, before finishing. */
  readonly print: (job: PrintJob) => Promise<Uint8Array>
}

/** Work that tells which stage it enters. */
export interface PackWork extends Work {
  readonly stage?: (stage: PackStage) => void
}

export interface WrittenPack extends Exported {
  /** Null for a draft. */
  readonly pack: string | null
  /** Of the first PDF that has more sheets than the pack may have: it can be printed in another language than it was set up in. */
  readonly overBudget: BudgetExceeded | null
}

/**
 * `PACK-2026Q2`, or `DRAFT-2026-11-24` for a draft of that day. That of a finished pack is called so, since the one that was
 * written while it was locked only lies in the same folder.
 */
export function bundleName(register: Register, pack: RecordOf<'pack'> | null, entity: string | null = null): string {
  const of = entity === null ? '' : `-${entity}`
  if (pack === null) return `DRAFT-${register.today()}${of}`
  return `${pack.code}${of}${signOffOf(register.read, pack.id) === null ? '' : '-final'}`
}

/**
 * Writes `out/PACK-2026Q2/`, `out/PACK-2026Q2-final/` or `out/DRAFT-<day>/` whole. FOLDER_EXISTS where it is there with other contents,
 * FOLDER_NOT_WRITABLE, DISK_FULL, CANCELLED, PACK_NOT_FOUND, and what `print` refuses; then nothing is left behind.
 */
export async function writePackBundle(input: PackBundleInput, work: PackWork = {}): Promise<WrittenPack> {
  const { register, pack } = input
  /** A macrotask between two stages: progress leaves, and a cancel arrives. */
  const enter = async (stage: PackStage) => {
    work.stage?.(stage)
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (work.signal?.aborted) throw new Problem('CANCELLED')
  }
  const entityId = input.entityId ?? null
  const entityCode = entityId === null ? null : (recordTables.unit.get(register.read, entityId)?.code ?? entityId)
  const name = bundleName(register, pack, entityCode)
  const folder = new NewFolder(join(input.out, name))
  try {
    await enter('freeze')
    const shown = languagesOf(input.language)
    // Both languages and the head are of one moment, whatever another process writes meanwhile.
    const { inputs, head, signed, whole } = register.read.atOnce(() => ({
      whole: pack === null ? canonicalJson(currentState(register.read)) : snapshotText(register.read, pack.dataDigest),
      signed: signOffOf(register.read, pack?.id ?? null),
      inputs: shown.map((language) => ({
        ...packInput(register, pack, language, ourVersions.application, entityId),
        bilingual: input.language === 'ja+en',
      })),
      head: register.head(),
    }))
    const [facts] = inputs
    if (facts === undefined) throw new Error('a pack is printed in one language at least')
    if (whole === null) throw new Problem('PACK_NOT_FOUND', { pack: pack?.code ?? '' })
    const redacted = redactedFilesOf(register, pack, whole, entityId === null ? signed : null)
    // What was printed and noted stays what the pack is known by.
    const dataDigest = redacted.find(({ path }) => path === snapshotName)?.frozen ?? sha256(whole)
    let packageTitle = ''
    let overBudget: BudgetExceeded | null = null
    for (const each of inputs) {
      await enter('pages')
      const { language } = each
      const { model, behind } = buildShownPack(asPrinted(each))
      const title = titleIn(language, each, model)
      const raw = await input.print({ kind: 'pack', model, language, title })
      await enter('pdf')
      overBudget ??= await budgetExceededBy(raw, each, model)
      folder.write(pdfName(each), await finishedPdf(raw, each, model, dataDigest))
      folder.write(pagesName(language), pagesText(model))
      if (each === facts) {
        folder.write(behindName, behindText(behind))
        packageTitle = title
      }
      if (input.figures !== true) continue
      await enter('figures')
      const drawn = await figureFiles(model, language, title, input.print)
      for (const { name, content } of drawn) folder.write(`${figuresFolder}/${name}`, content)
    }
    await enter('tables')
    const tables = tablesOfPack(facts).map((file) => ({ path: `csv/${file.name}`, file }))
    const placed = await writeTables(folder, facts.snapshot, tables, work)
    folder.write(snapshotName, whole)
    // Commentary, requests and signatures are of the whole: a bundle of one legal entity names them by their digest alone.
    if (signed !== null && entityId === null) folder.write(finishingName, canonicalJson(signed.content))
    await enter('hashes')
    const identity = identityOf(facts.snapshot)
    const manifest = {
      kind: pack === null ? ('draft' as const) : ('pack' as const),
      pack: facts.code,
      title: facts.title,
      asOf: facts.asOf,
      cutOff: facts.cutOff,
      lockedAt: facts.lockedAt,
      dataDigest,
      packDigest: signed?.packDigest ?? null,
      previousPack: facts.previous?.code ?? null,
      previousDigest: facts.previous?.digest ?? null,
      auditHead: pack?.auditHead ?? head.hash,
      auditSequence: pack?.auditSequence ?? head.sequence,
      ...identity,
      ...(facts.entity == null ? {} : { entity: packEntity(facts.entity) }),
      ...(redacted.length === 0 ? {} : { redactedFiles: redacted }),
      versions: { ...ourVersions, schema: facts.schemaVersion },
    }
    folder.write('README.txt', readmeText(manifest, inputs.map(pdfName), input.figures === true))
    sealFolder(folder, placed, {
      packageFacts: {
        name: name.toLowerCase(),
        title: packageTitle,
        sample: identity.sample,
        created: facts.lockedAt,
      },
      manifest,
    })
    await enter('check')
    await folder.checked((fresh) => assertWhole(fresh, work.signal ? { signal: work.signal } : {}))
    await enter('move')
    await folder.finish(isSameFolder)
    return { ...exportedFrom(folder), pack: facts.code, overBudget }
  } finally {
    folder.abandon()
  }
}

/** Frozen files from which a name was taken out since; none where the log does not say so. */
function redactedFilesOf(
  register: Register,
  pack: RecordOf<'pack'> | null,
  whole: string,
  signed: RecordOf<'packSignOff'> | null,
): NonNullable<ManifestFacts['redactedFiles']> {
  if (pack === null) return []
  const redactions = Redactions.of(register.read)
  const files = [
    {
      path: snapshotName,
      frozen: pack.dataDigest,
      sha256: sha256(whole),
      now: redactions.expected('snapshot', pack.dataDigest, pack.dataDigest),
    },
    ...(signed === null
      ? []
      : [
          {
            path: finishingName,
            frozen: signed.packDigest,
            sha256: sha256(canonicalJson(signed.content)),
            now: redactions.expected('content', signed.id, signed.packDigest),
          },
        ]),
  ]
  return files
    .filter((each) => each.sha256 !== each.frozen && each.sha256 === each.now)
    .map(({ now: _now, ...file }) => file)
}

function pdfName({ language, bilingual }: PackInput): string {
  return `boardpack.${bilingual === true ? 'ja-en' : language}.pdf`
}

async function budgetExceededBy(raw: Uint8Array, facts: PackInput, model: PackModel): Promise<BudgetExceeded | null> {
  const budget = facts.finishing.choices.pageBudget
  if (budget === null) return null
  const pages = await sheetsOf(raw, model)
  return pages === null ? null : budgetExceeded({ budget, pages, isCounted: true }, pagesToDoWithout)
}

/** Its dates are the lock's, its identifier the digests': nothing of the moment of printing. */
async function finishedPdf(raw: Uint8Array, facts: PackInput, model: PackModel, digest: string): Promise<Uint8Array> {
  const { language } = facts
  const { entity } = model
  const { packDigest } = facts.finishing
  const titles = { ja: titleIn('ja', facts, model), en: titleIn('en', facts, model) }
  const digests = [digest, ...(packDigest === null ? [] : [packDigest])]
  return finishPdf(raw, {
    title: titles[language],
    titles,
    author: inLanguage(facts.snapshot.organisation.name, language),
    subject: say(language, model.standing),
    keywords: [say(language, model.identity), ...(entity === null ? [] : [entity.code]), ...digests],
    identifiers: [...(facts.code === null ? [] : [facts.code]), ...(entity === null ? [] : [entity.code]), ...digests],
    language,
    at: facts.lockedAt ?? facts.cutOff,
    id: entity === null ? (packDigest ?? digest) : sha256(`${packDigest ?? digest} ${entity.code}`),
  })
}

/** The company and the pack's heading: what a PDF reader shows in place of the file's name. */
function titleIn(language: Language, { snapshot }: PackInput, { heading }: PackModel): string {
  return translate(language)('bundle.title', {
    organisation: inLanguage(snapshot.organisation.name, language),
    heading: say(language, heading),
  })
}
