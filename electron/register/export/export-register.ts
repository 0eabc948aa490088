/**
 * The whole register as CSV files in one folder, with what another program needs to read and check them, and with data, log and kept
 * files, from which the same register can be made again (../round-trip).
 */
import type { UnheldCharacters } from '#shared/contract/encoding.ts'
import { writtenFileName } from '#shared/domain/file-name.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { logLines } from '../round-trip/log-file.ts'
import { mergeFiles } from '../round-trip/merge-files.ts'
import { allViews } from '../saved-views.ts'
import { canonicalJson } from '../store/canonical.ts'
import { filesLeftBehind } from '../store/left-behind.ts'
import { latestVersion } from '../store/migrate.ts'
import type { Register } from '../store/register-file.ts'
import { currentState } from '../store/replay.ts'
import { keptDigests, storedFile } from '../store/stored-file.ts'
import { asUtf8, type Encoded, substituted, surveyed } from './encoding-survey.ts'
import { logName, snapshotName, viewsName } from './manifest.ts'
import { NewFolder, type Work } from './new-folder.ts'
import { registerFiles } from './register-files.ts'
import { identityOf, ourVersions, sealFolder, withDictionary, writeTables } from './sealed-folder.ts'
import { isSameFolder } from './verify-bundle.ts'

export interface Exported {
  /** The folder, absolute. */
  readonly dir: string
  /** Paths in it, `SHA256SUMS` included. */
  readonly files: readonly string[]
  readonly guardedCells: number
}

/**
 * Writes every record, withdrawn ones too, into a new folder: one CSV per noun and per link, data-dictionary.csv,
 * datapackage.json, snapshot.json, log.jsonl, the saved views, the kept files, manifest.json and SHA256SUMS. The same register gives the same bytes. FOLDER_EXISTS where the folder is
 * there with other contents, FOLDER_NOT_WRITABLE, DISK_FULL, CANCELLED; then nothing is left behind. CHARACTERS_UNHELD where the tables
 * are asked for in an encoding that cannot hold them and nobody has seen what it cannot.
 */
export async function exportRegister(
  register: Register,
  dir: string,
  work: Work = {},
  encoded: Encoded = asUtf8,
): Promise<Exported> {
  const { state, head, views, kept } = register.read.atOnce(() => ({
    state: currentState(register.read),
    head: register.head(),
    views: allViews(register.read),
    kept: keptDigests(register.read),
  }))
  const tables = registerFiles(state).map((file) => ({ path: file.name, file }))
  const all = () => withDictionary(state, tables).map(({ file }) => file)
  const substitutes = await substituted(encoded, all, work.signal)
  const { encoding } = encoded
  const folder = new NewFolder(dir)
  try {
    const placed = await writeTables(folder, state, tables, { ...work, encoding })
    // All that the tables cannot hold to the letter, from which the same register can be made again.
    const { sha256: dataDigest } = folder.write(snapshotName, canonicalJson(state))
    await folder.writeTexts(logName, logLines(register.read, head.sequence), work.signal ? { signal: work.signal } : {})
    for (const { name, lines } of mergeFiles) {
      const texts = [...lines(register.read)]
      if (texts.length > 0) await folder.writeTexts(name, texts, work.signal ? { signal: work.signal } : {})
    }
    if (views.length > 0) folder.write(viewsName, canonicalJson(views))
    writeKeptFiles(folder, register, state, kept, work)
    const { name, language } = state.organisation
    const identity = identityOf(state)
    sealFolder(folder, placed, {
      packageFacts: {
        name: 'daicho-export',
        title: inLanguage(name, language),
        sample: identity.sample,
        created: null,
        encoding,
      },
      manifest: {
        kind: 'export',
        pack: null,
        title: null,
        asOf: null,
        cutOff: null,
        lockedAt: null,
        dataDigest,
        previousPack: null,
        previousDigest: null,
        auditHead: head.hash,
        auditSequence: head.sequence,
        ...identity,
        ...(encoding === 'cp932' ? { encoding, substitutedCharacters: substitutes } : {}),
        versions: { ...ourVersions, schema: latestVersion },
      },
    })
    await folder.finish(isSameFolder)
    return exportedFrom(folder)
  } finally {
    folder.abandon()
  }
}

/** What code page 932 cannot hold of the tables. CANCELLED. */
export function unheldInRegister(register: Register, signal?: AbortSignal): Promise<UnheldCharacters> {
  const state = currentState(register.read)
  const tables = registerFiles(state).map((file) => ({ path: file.name, file }))
  return surveyed(
    withDictionary(state, tables).map(({ file }) => file),
    signal,
  )
}

/**
 * The kept files, each in a folder of its evidence, under its name as every system can write it; those that evidence named once and
 * no longer does under their digest, since the log still names them. A file that a bundle did not bring is not there to be written.
 */
function writeKeptFiles(
  folder: NewFolder,
  register: Register,
  state: RegisterState,
  kept: readonly string[],
  work: Work,
): void {
  const missing = filesLeftBehind(register.read)
  const current = new Set<string>()
  for (const { code, fileName, fileSha256 } of state.evidence) {
    if (fileName === null || fileSha256 === null || missing.has(fileSha256)) continue
    if (work.signal?.aborted) throw new Problem('CANCELLED')
    current.add(fileSha256)
    folder.write(`files/${code}/${writtenFileName(fileName)}`, storedFile(register.read, fileSha256, fileName))
  }
  for (const digest of kept)
    if (!current.has(digest) && !missing.has(digest))
      folder.write(`files/earlier/${digest}`, storedFile(register.read, digest, digest))
}

export function exportedFrom(folder: NewFolder): Exported {
  return {
    dir: folder.folder,
    files: folder.files.map((file) => file.path).sort(),
    guardedCells: folder.files.reduce((sum, file) => sum + (file.guardedCells ?? 0), 0),
  }
}
