/**
 * Everything that can be found out about a bundle: against itself (files, manifest, sums, data, the tables and the pages made from
 * the data), against its signature, against a digest that was noted elsewhere, and against the register it came from. What
 * no machine can find is a folder and a register rewritten together, with no digest kept anywhere else.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { completeState, type RegisterState } from '#shared/domain/register-state.ts'
import { type BundleCheck, bundleIdentity } from '#shared/domain/bundle-check.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { languages } from '#shared/domain/text.ts'
import { buildShownPack } from '#shared/pack-model/build-pack-model.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { behindName, behindText, pagesName, pagesText } from '../director/screen-files.ts'
import { finishedContentSchema } from '#shared/domain/finishing.ts'
import { notesOf, setupOf, signOffOf } from '../finishing/finishing-records.ts'
import { asPrinted } from '../finishing/posts-alone.ts'
import { packInput } from '../pack-input.ts'
import { allPacks } from '../packs.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { eventHashAt, readHead } from '../store/audit-log.ts'
import { Redactions } from '../store/redactions.ts'
import { changedBeside } from './beside-redactions.ts'
import type { Register } from '../store/register-file.ts'
import { latestVersion } from '../store/migrate.ts'
import { snapshotText, verifyRegister } from '../store/verify.ts'
import { withCodes } from '../record-codes.ts'
import { checkSignature } from './bundle-signature.ts'
import type { CsvFile } from './cell.ts'
import { type RowWork, writeRows } from './csv-rows.ts'
import {
  digestNow,
  finishingName,
  isIntact,
  type Manifest,
  manifestName,
  parseManifest,
  snapshotName,
} from './manifest.ts'
import type { Work } from './new-folder.ts'
import { figuresFolder } from './pack-figures.ts'
import { registerFiles } from './register-files.ts'
import { tablesOfPack, tablesOfState } from './pack-tables.ts'
import { readmeText } from './readme.ts'
import { ourVersions } from './sealed-folder.ts'
import { verifyBundle } from './verify-bundle.ts'

export interface CheckOptions extends Work {
  /** The register that the bundle is said to come from. */
  readonly register?: Register | null
  /** A public key (PEM) that came on another way than the bundle. */
  readonly publicKey?: string | null
  /** A digest of the data or of the pack as it was noted on paper or in minutes: 64 hexadecimal digits, or the first 16 of a page's foot. */
  readonly noted?: string | null
}

/** NOT_A_BUNDLE, FILE_NOT_FOUND, KEY_UNREADABLE, CANCELLED; HELD_BY_ANOTHER where the register is written to meanwhile. */
export async function checkBundle(folder: string, options: CheckOptions = {}): Promise<BundleCheck> {
  const { register = null, publicKey = null, noted = null } = options
  const signature = checkSignature(folder, publicKey)
  const findings: Finding[] = [...(await verifyBundle(folder, options)), ...signature.findings]
  const manifest = intactManifest(folder)
  if (manifest === null)
    return {
      name: basename(folder),
      bundle: null,
      data: 'unreadable',
      register: register === null ? 'notAsked' : 'unreadable',
      signature: { state: signature.state, fingerprint: signature.fingerprint },
      findings,
    }
  findings.push(...notedFindings(manifest, noted), ...unprovenFindings(manifest, register, noted))
  const changed = new Set(findings.map(({ facts }) => facts.file))
  const state = changed.has(snapshotName) ? null : stateIn(folder)
  const { compared, facts } = register === null ? notCompared : await besideRegister(manifest, register, options)
  findings.push(...facts)
  if (register !== null && compared === 'compared') findings.push(...besideRedactions(folder, manifest, register))
  // Tables gain columns with the schema: what an earlier version wrote would be accused of what it could not hold.
  const isOurs = manifest.versions.application === ourVersions.application && manifest.versions.schema === latestVersion
  if (state !== null && isOurs) {
    const whole = compared === 'compared' && facts.length === 0 && register !== null ? register : null
    findings.push(...(await dataFindings(manifest, state, whole, options)).filter(isNew(changed)))
  }
  findings.push(...finishingFindings(folder, manifest).filter(isNew(changed)))
  if (state !== null) findings.push(...(await pdfFindings(folder, manifest)).filter(isNew(changed)))
  return {
    name: basename(folder),
    bundle: bundleIdentity(manifest),
    data: manifest.dataDigest === null ? 'none' : state === null ? 'unreadable' : isOurs ? 'remade' : 'otherVersion',
    register: compared,
    signature: { state: signature.state, fingerprint: signature.fingerprint },
    findings,
  }
}

/** A file that was found changed already is not found twice. */
function isNew(changed: ReadonlySet<unknown>) {
  return ({ facts }: Finding) => !changed.has(facts.file)
}

function intactManifest(folder: string): Manifest | null {
  const text = textOf(join(folder, manifestName))
  return text !== null && isManifest(text) && isIntact(text) ? parseManifest(text) : null
}

function isManifest(text: string): boolean {
  return parseManifest(text) !== null
}

/** The frozen state, or null where there is none that can be read. */
function stateIn(folder: string): RegisterState | null {
  const text = textOf(join(folder, snapshotName))
  if (text === null) return null
  try {
    return completeState(JSON.parse(text) as RegisterState)
  } catch {
    return null
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** What was noted is a whole digest, or the beginning that stands in the foot of each page: of the data, or of the pack. */
function notedFindings({ dataDigest, packDigest }: Manifest, noted: string | null): Finding[] {
  const wanted = noted?.replace(/[\s.…-]/g, '').toLowerCase() ?? ''
  const isOf = (digest: string | null | undefined) => digest?.startsWith(wanted) === true
  if (wanted === '' || (wanted.length >= 16 && (isOf(dataDigest) || isOf(packDigest)))) return []
  return [{ code: 'DIGEST_NOT_AS_NOTED', facts: { noted: wanted, found: dataDigest ?? '' } }]
}

/** That names were taken out of what was noted, the folder says of itself: only the register can bear it out. */
function unprovenFindings(
  { redactedFiles = [] }: Manifest,
  register: Register | null,
  noted: string | null,
): Finding[] {
  if (register !== null || noted === null) return []
  return redactedFiles.map(({ path, frozen, sha256: now }) => ({
    code: 'DATA_REDACTED',
    facts: { file: path, expected: frozen, found: now },
  }))
}

const notCompared = { compared: 'notAsked', facts: [] as readonly Finding[] } as const

/** The log up to the bundle's head, the pack's row and its snapshot, and the register by itself. */
async function besideRegister(
  manifest: Manifest,
  register: Register,
  work: Work,
): Promise<{ readonly compared: BundleCheck['register']; readonly facts: readonly Finding[] }> {
  const { registerId, originRegisterId } = register.organisation()
  const { register: theirs, auditHead, auditSequence } = manifest
  // A copy of a register has an id of its own and the origin's log: what was written from either can be held against both.
  if (theirs.id !== registerId && theirs.originId !== originRegisterId)
    return {
      compared: 'other',
      facts: [{ code: 'REGISTER_OTHER', facts: { expected: theirs.id, found: registerId } }],
    }
  const facts: Finding[] = []
  const { sequence } = readHead(register.read)
  const found = auditSequence === 0 ? auditHead : eventHashAt(register.read, auditSequence)
  if (found === null) facts.push({ code: 'LOG_SHORTER', facts: { sequence: auditSequence, last: sequence } })
  else if (found !== auditHead) facts.push({ code: 'LOG_REWRITTEN', facts: { sequence: auditSequence } })
  if (manifest.kind === 'pack') facts.push(...packFindings(manifest, register))
  facts.push(...withCodes(register.read, await verifyRegister(register, work)))
  return { compared: 'compared', facts }
}

/**
 * What was frozen at the sign-off is of this snapshot, and lies in the folder where the manifest says that there is some. With a
 * bundle of one legal entity it is not given: it is of the whole.
 */
function finishingFindings(folder: string, { dataDigest, previousDigest, packDigest, entity }: Manifest): Finding[] {
  const text = textOf(join(folder, finishingName))
  const file = finishingName
  const isOwed = typeof packDigest === 'string' && entity === undefined
  if (text === null) return isOwed ? [{ code: 'FILE_REMOVED', facts: { file } }] : []
  const content = finishedContentSchema.safeParse(parsed(text)).data
  return content?.dataDigest === dataDigest && content.previousDigest === previousDigest
    ? []
    : [{ code: 'FINISHING_OF_OTHER', facts: { file } }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const packFields = ['asOf', 'cutOff', 'lockedAt', 'dataDigest', 'previousDigest', 'auditHead', 'auditSequence'] as const

function packFindings(manifest: Manifest, register: Register): Finding[] {
  const code = manifest.pack ?? ''
  const pack = allPacks(register).find((each) => each.code === code)
  if (pack === undefined) return [{ code: 'PACK_REMOVED', facts: { pack: code } }]
  const findings: Finding[] = packFields
    .filter((field) => pack[field] !== manifest[field])
    .map((field) => ({ code: 'PACK_CHANGED', facts: { pack: code, noun: 'pack', field } }))
  // A bundle that was written before the sign-off stays what it was.
  const packDigest = manifest.packDigest ?? null
  if (packDigest !== null && signOffOf(register.read, pack.id)?.packDigest !== packDigest)
    findings.push({ code: 'PACK_CHANGED', facts: { pack: code, noun: 'packSignOff', field: 'packDigest' } })
  const redactions = Redactions.of(register.read)
  const snapshot = manifest.redactedFiles?.find(({ path }) => path === snapshotName)
  // Written between two redactions it has a digest from between.
  if (
    snapshot !== undefined &&
    !redactions.stages('snapshot', pack.dataDigest, pack.dataDigest).includes(snapshot.sha256)
  )
    findings.push({ code: 'PACK_CHANGED', facts: { pack: code, noun: 'pack', field: 'dataDigest' } })
  const finishing = manifest.redactedFiles?.find(({ path }) => path === finishingName)
  const signed = signOffOf(register.read, pack.id)
  if (
    finishing !== undefined &&
    !redactions.stages('content', signed?.id ?? '', finishing.frozen).includes(finishing.sha256)
  )
    findings.push({ code: 'PACK_CHANGED', facts: { pack: code, noun: 'packSignOff', field: 'packDigest' } })
  return findings
}

/**
 * A folder from before a redaction still holds what the register replaced, bound to the digests that were printed. Beside it can be
 * seen what the log alone cannot show: that nothing but the names is another.
 */
function besideRedactions(folder: string, manifest: Manifest, register: Register): Finding[] {
  const pack = manifest.kind === 'pack' ? allPacks(register).find(({ code }) => code === manifest.pack) : undefined
  if (pack === undefined) return []
  const redactions = Redactions.of(register.read)
  const signed = signOffOf(register.read, pack.id)
  const held = [
    {
      path: snapshotName,
      steps: (now: string) => redactions.since('snapshot', pack.dataDigest, now),
      ours: () => snapshotText(register.read, pack.dataDigest),
    },
    ...(signed === null
      ? []
      : [
          {
            path: finishingName,
            steps: (now: string) => redactions.since('content', signed.id, now),
            ours: () => canonicalJson(signed.content),
          },
        ]),
  ]
  return held.flatMap(({ path, steps, ours }): Finding[] => {
    const theirs = textOf(join(folder, path))
    const since = theirs === null ? [] : steps(sha256(theirs))
    if (theirs === null || since.length === 0) return []
    const change = changedBeside(register.read, parsed(theirs), parsed(ours() ?? 'null'), since)
    return change === null
      ? []
      : [{ code: 'CHANGED_BESIDE_REDACTION', facts: { pack: pack.code, file: path, at: change } }]
  })
}

/**
 * Whether the register's data of the pack, and of the one before it, are those from which the folder was written: a bundle that was
 * given out before a name was taken out holds it, and is held against itself and against the digests that the register has kept.
 */
function isOfSameData(manifest: Manifest, register: Register, pack: RecordOf<'pack'>): boolean {
  const redactions = Redactions.of(register.read)
  const now = (digest: string) => redactions.expected('snapshot', digest, digest)
  const { redactedFiles = [], dataDigest } = manifest
  if (now(pack.dataDigest) !== digestNow(manifest, snapshotName, dataDigest)) return false
  const { previousDigest } = pack
  return redactedFiles.length > 0 || previousDigest === null || now(previousDigest) === previousDigest
}

/** Tables and README made again from the data: a file that somebody swapped, with manifest and sums written anew, differs. */
async function dataFindings(
  manifest: Manifest,
  state: RegisterState,
  register: Register | null,
  work: Work,
): Promise<Finding[]> {
  const digests = new Map(manifest.files.map((file) => [file.path, file.sha256]))
  const asOf = manifest.asOf
  const findings: Finding[] = []
  const hold = (file: string, digest: string) => {
    if (digests.get(file) !== digest) findings.push({ code: 'NOT_FROM_DATA', facts: { file } })
  }
  if (asOf === null) {
    const encoding = manifest.encoding ?? 'utf-8'
    for (const table of registerFiles(state)) hold(table.name, await digestOfTable(table, { ...work, encoding }))
    return findings
  }
  const entityId = manifest.entity?.id ?? null
  const found = register && allPacks(register).find((each) => each.code === manifest.pack)
  const pack = register && found && isOfSameData(manifest, register, found) ? found : null
  const tables =
    register && pack
      ? tablesOfPack(packInput(register, pack, 'ja', ourVersions.application, entityId))
      : tablesOfState(state, asOf, entityId)
  if (register && pack && arePagesFixed(manifest, register, pack.id))
    holdScreen(register, pack, entityId, digests, hold)
  for (const table of tables) hold(`csv/${table.name}`, await digestOfTable(table, work))
  const printed = ['ja', 'en', 'ja-en'].map((each) => `boardpack.${each}.pdf`).filter((name) => digests.has(name))
  const figures = manifest.files.some(({ path }) => path.startsWith(`${figuresFolder}/`))
  hold(
    'README.txt',
    createHash('sha256')
      .update(readmeText(manifest, printed, figures))
      .digest('hex'),
  )
  return findings
}

/**
 * Until the sign-off commentary and setup can change after a bundle was written: its pages are then no longer those of the register,
 * and nobody is to be accused of it.
 */
function arePagesFixed({ packDigest }: Manifest, { read }: Register, packId: string): boolean {
  const signed = signOffOf(read, packId)
  if (signed !== null) return signed.packDigest === packDigest
  return notesOf(read, packId).length === 0 && setupOf(read, packId) === null
}

/** The pages look at earlier packs: only with the register can they be made again. */
function holdScreen(
  register: Register,
  pack: RecordOf<'pack'>,
  entityId: string | null,
  digests: ReadonlyMap<string, string>,
  hold: (file: string, digest: string) => void,
): void {
  for (const language of languages) {
    if (!digests.has(pagesName(language))) continue
    const bilingual = digests.has('boardpack.ja-en.pdf')
    const facts = { ...packInput(register, pack, language, ourVersions.application, entityId), bilingual }
    const { model, behind } = buildShownPack(asPrinted(facts))
    hold(pagesName(language), sha256(pagesText(model)))
    hold(behindName, sha256(behindText(behind)))
  }
}

async function digestOfTable(table: CsvFile, { signal, encoding }: Work & Pick<RowWork, 'encoding'>): Promise<string> {
  const hash = createHash('sha256')
  await writeRows({ write: (text) => void hash.update(text) }, table, {
    ...(signal ? { signal } : {}),
    ...(encoding ? { encoding } : {}),
  })
  return hash.digest('hex')
}

/** The pages carry the data digest in their document information. What is painted on them only a second print can tell. */
async function pdfFindings(folder: string, { files, dataDigest, packDigest }: Manifest): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { path } of files) {
    if (!path.endsWith('.pdf') || dataDigest === null) continue
    const keywords = await keywordsOf(join(folder, path))
    if (!keywords.includes(dataDigest) || (typeof packDigest === 'string' && !keywords.includes(packDigest)))
      findings.push({ code: 'PDF_OTHER_DATA', facts: { file: path } })
  }
  return findings
}

async function keywordsOf(file: string): Promise<string> {
  try {
    const document = await PDFDocument.load(readFileSync(file), { updateMetadata: false })
    return document.getKeywords() ?? ''
  } catch {
    // Not there, or no PDF: it carries nothing.
    return ''
  }
}
