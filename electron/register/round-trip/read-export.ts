/**
 * An export or the bundle of a pack, before a register is made from it: held against its seals and its data, then said what it holds.
 * What was edited since it was written is refused and named. A table that somebody changed in a spreadsheet is not taken back in here:
 * it is a list like any other, for which there is import, where each change is shown before it is made.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { ExportHeld } from '#shared/contract/round-trip.ts'
import { Problem } from '#shared/domain/problem.ts'
import { completeState, type RegisterState } from '#shared/domain/register-state.ts'
import { checkBundle } from '../export/check-bundle.ts'
import { digestNow, logName, type Manifest, manifestName, parseManifest, snapshotName } from '../export/manifest.ts'
import type { Work } from '../export/new-folder.ts'
import { identityOf } from '../export/sealed-folder.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { latestVersion } from '../store/migrate.ts'
import { problemOf } from '../store/sqlite-problems.ts'

const formatVersion = 1

export interface ReadExport {
  readonly folder: string
  readonly manifest: Manifest
  readonly state: RegisterState
  /** The log lies beside the data: the register is made with its history. */
  readonly hasLog: boolean
}

/**
 * NOT_A_BUNDLE, FILE_NOT_FOUND, EXPORT_CHANGED with the first finding, EXPORT_NEWER, EXPORT_WITHOUT_DATA, EXPORT_UNREADABLE, CANCELLED.
 */
export async function readExport(dir: string, work: Work = {}): Promise<ReadExport> {
  const folder = resolve(dir)
  const claimed = existsSync(join(folder, manifestName)) ? parseManifest(textOf(folder, manifestName)) : null
  // Of a later version nothing can be held against anything: that is said first.
  if (claimed !== null && (claimed.versions.schema > latestVersion || claimed.formatVersion > formatVersion))
    throw new Problem('EXPORT_NEWER', { folder: basename(folder), application: claimed.versions.application })
  const { findings } = await checkBundle(folder, work)
  // What was laid beside is not read and takes nothing away: a lock file of a spreadsheet, a note.
  const [first] = findings.filter(({ code }) => code !== 'FILE_ADDED')
  if (first !== undefined)
    throw new Problem('EXPORT_CHANGED', { folder: basename(folder), first: first.code, ...first.facts })
  const manifest = parseManifest(textOf(folder, manifestName))
  if (manifest === null) throw new Problem('NOT_A_BUNDLE', { folder })
  if (manifest.dataDigest === null) throw new Problem('EXPORT_WITHOUT_DATA', { folder: basename(folder) })
  return {
    folder,
    manifest,
    state: stateOf(folder, manifest),
    hasLog: manifest.files.some(({ path }) => path === logName),
  }
}

/** A text of the folder. FILE_NOT_READABLE. */
export function textOf(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, ...name.split('/')), 'utf8')
  } catch (error) {
    throw problemOf(error, join(folder, name))
  }
}

function stateOf(folder: string, manifest: Manifest): RegisterState {
  const text = textOf(folder, snapshotName)
  if (sha256(text) !== digestNow(manifest, snapshotName, manifest.dataDigest))
    throw new Problem('EXPORT_UNREADABLE', { file: snapshotName })
  let state: RegisterState
  let counted: ReturnType<typeof identityOf>
  try {
    state = completeState(JSON.parse(text) as RegisterState)
    counted = identityOf(state)
  } catch (error) {
    throw new Problem('EXPORT_UNREADABLE', { file: snapshotName }, { cause: error })
  }
  const agrees = (said: Readonly<Record<string, number>>, found: Readonly<Record<string, number>>) =>
    Object.entries(said).every(([key, count]) => (found[key] ?? 0) === count)
  if (!agrees(manifest.counts, counted.counts) || !agrees(manifest.withdrawn, counted.withdrawn))
    throw new Problem('EXPORT_UNREADABLE', { file: manifestName })
  if (canonicalJson(manifest.register) !== canonicalJson(counted.register))
    throw new Problem('EXPORT_UNREADABLE', { file: manifestName })
  return state
}

/** What a person is shown before a register is made. */
export function heldBy({ folder, manifest, state, hasLog }: ReadExport): ExportHeld {
  const named = new Set(state.evidence.map(({ fileSha256 }) => fileSha256).filter((digest) => digest !== null))
  const files = new Set(manifest.files.map(({ sha256: digest }) => digest))
  const carried = [...named].filter((digest) => files.has(digest)).length
  return {
    name: basename(folder),
    kind: manifest.kind,
    sample: manifest.sample,
    organisation: manifest.register.name,
    registerId: manifest.register.id,
    pack: manifest.pack,
    cutOff: manifest.cutOff,
    counts: manifest.counts,
    withdrawn: manifest.withdrawn,
    events: hasLog ? manifest.auditSequence : null,
    auditHead: manifest.auditHead,
    auditSequence: manifest.auditSequence,
    dataDigest: manifest.dataDigest ?? '',
    files: carried,
    filesMissing: named.size - carried,
    packsMissing: hasLog ? 0 : state.packs.length,
    application: manifest.versions.application,
    schema: manifest.versions.schema,
  }
}
