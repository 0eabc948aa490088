/** The whole register as CSV files in one folder, with what another program needs to read and check them. */
import { writtenFileName } from '#shared/domain/file-name.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { latestVersion } from '../store/migrate.ts'
import type { Register } from '../store/register-file.ts'
import { currentState } from '../store/replay.ts'
import { storedFile } from '../store/stored-file.ts'
import { NewFolder, type Work } from './new-folder.ts'
import { registerFiles } from './register-files.ts'
import { identityOf, ourVersions, sealFolder, writeTables } from './sealed-folder.ts'
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
 * datapackage.json, the kept files, manifest.json and SHA256SUMS. The same register gives the same bytes. FOLDER_EXISTS where the folder is
 * there with other contents, FOLDER_NOT_WRITABLE, DISK_FULL, CANCELLED; then nothing is left behind.
 */
export async function exportRegister(register: Register, dir: string, work: Work = {}): Promise<Exported> {
  const folder = new NewFolder(dir, register.surroundings.isRunning)
  try {
    const { state, head } = register.read.atOnce(() => ({
      state: currentState(register.read),
      head: register.head(),
    }))
    const tables = registerFiles(state).map((file) => ({ path: file.name, file }))
    const placed = await writeTables(folder, state, tables, work)
    writeKeptFiles(folder, register, state, work)
    const { name, language } = state.organisation
    const identity = identityOf(state)
    sealFolder(folder, placed, {
      packageFacts: {
        name: 'daicho-export',
        title: inLanguage(name, language),
        sample: identity.sample,
        created: null,
      },
      manifest: {
        kind: 'export',
        pack: null,
        title: null,
        asOf: null,
        cutOff: null,
        lockedAt: null,
        dataDigest: null,
        previousPack: null,
        previousDigest: null,
        auditHead: head.hash,
        auditSequence: head.sequence,
        ...identity,
        versions: { ...ourVersions, schema: latestVersion },
      },
    })
    await folder.finish(isSameFolder)
    return exportedFrom(folder)
  } finally {
    folder.abandon()
  }
}

/** The kept files, each in a folder of its evidence, under its name as every system can write it. */
function writeKeptFiles(folder: NewFolder, register: Register, state: RegisterState, work: Work): void {
  for (const { code, fileName, fileSha256 } of state.evidence) {
    if (fileName === null || fileSha256 === null) continue
    if (work.signal?.aborted) throw new Problem('CANCELLED')
    folder.write(`files/${code}/${writtenFileName(fileName)}`, storedFile(register.read, fileSha256, fileName))
  }
}

export function exportedFrom(folder: NewFolder): Exported {
  return {
    dir: folder.folder,
    files: folder.files.map((file) => file.path).sort(),
    guardedCells: folder.files.reduce((sum, file) => sum + (file.guardedCells ?? 0), 0),
  }
}
