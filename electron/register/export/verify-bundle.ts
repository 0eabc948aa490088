/**
 * Verify of a folder that Daicho wrote: files against manifest, manifest against itself, sums against both, snapshot
 * against the data digest. A folder rewritten whole is consistent again and is caught only against a digest kept elsewhere
 * (the printed pack, minutes, the register itself).
 */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import { problemOf } from '../store/sqlite-problems.ts'
import { sha256 } from '../store/canonical.ts'
import { publicKeyName, signatureName } from './bundle-signature.ts'
import {
  digestNow,
  finishingName,
  isIntact,
  type Manifest,
  manifestName,
  parseManifest,
  readSums,
  snapshotName,
  sumsName,
  sumsText,
} from './manifest.ts'
import type { Work } from './new-folder.ts'

/** What file managers leave in a folder that somebody looked at. */
const leftByFileManagers = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** All findings, those of the seals first, then of files by path. NOT_A_BUNDLE, FILE_NOT_FOUND, CANCELLED. */
export async function verifyBundle(dir: string, work: Work = {}): Promise<Finding[]> {
  const folder = resolve(dir)
  const present = filesUnder(folder)
  const manifestText = textOf(folder, manifestName, present)
  const sums = textOf(folder, sumsName, present)
  const manifest = manifestText === null ? null : parseManifest(manifestText)
  const listed = sums === null ? null : readSums(sums)
  // Either of the two seals says what the folder is; with neither there is nothing to check against.
  if (manifest === null && (listed === null || !listed.has(manifestName))) throw new Problem('NOT_A_BUNDLE', { folder })

  const findings: Finding[] = []
  const intact = manifest !== null && manifestText !== null && isIntact(manifestText)
  if (manifestText !== null && !intact) findings.push({ code: 'MANIFEST_CHANGED', facts: { file: manifestName } })
  if (intact && sums !== null) findings.push(...sumsFindings(manifest, manifestText, sums))
  // A manifest that was edited is no witness; the sums are, as long as they can be read.
  const truth = intact || listed === null ? fromManifest(manifest) : listed
  const expected = new Map([...truth].filter(([path]) => path !== manifestName && path !== sumsName))
  const kind = manifest?.kind ?? 'pack'

  const paths = [...new Set([...expected.keys(), ...present.keys(), manifestName, sumsName])].sort()
  const digests = new Map<string, string>()
  for (const [index, path] of paths.entries()) {
    if (work.signal?.aborted) throw new Problem('CANCELLED')
    work.progress?.(index, paths.length)
    const state = present.get(path)
    const wanted = expected.get(path)
    const isSeal = path === manifestName || path === sumsName || isSignature(path)
    if (state === undefined) findings.push({ code: 'FILE_REMOVED', facts: { file: path } })
    else if (wanted === undefined && !isSeal) findings.push({ code: 'FILE_ADDED', facts: { file: path } })
    else if (state === 'not a file') findings.push({ code: 'FILE_CHANGED', facts: { file: path, kind } })
    else if (wanted !== undefined) {
      const digest = await digestOf(join(folder, path))
      digests.set(path, digest)
      if (digest !== wanted) findings.push({ code: 'FILE_CHANGED', facts: { file: path, kind } })
    }
  }
  work.progress?.(paths.length, paths.length)

  const finishing = digests.get(finishingName)
  if (
    manifest !== null &&
    finishing !== undefined &&
    finishing !== digestNow(manifest, finishingName, manifest.packDigest)
  )
    findings.push({
      code: 'PACK_DIGEST_MISMATCH',
      facts: { file: finishingName, expected: manifest.packDigest ?? '', found: finishing },
    })
  const snapshot = digests.get(snapshotName)
  const data = manifest === null ? null : digestNow(manifest, snapshotName, manifest.dataDigest)
  if (data !== null && snapshot !== undefined && snapshot !== data)
    findings.push({
      code: 'DIGEST_MISMATCH',
      facts: { file: snapshotName, expected: data, found: snapshot },
    })
  return findings
}

/** BUNDLE_NOT_WHOLE where the folder is not as it was written: nobody signs what somebody changed. */
export async function assertWhole(dir: string, work: Work = {}): Promise<void> {
  const [finding] = await verifyBundle(dir, work)
  if (finding !== undefined)
    throw new Problem('BUNDLE_NOT_WHOLE', { folder: basename(dir), first: finding.code, ...finding.facts })
}

/** What a signer puts beside the sums afterwards. Whether it is good is asked of `checkSignature`. */
function isSignature(path: string): boolean {
  return path === signatureName || path === publicKeyName
}

/** True where two folders hold the same files to the byte: one written anew would change nothing. */
export async function isSameFolder(present: string, fresh: string): Promise<boolean> {
  const sums = (folder: string) => readFileSync(join(folder, sumsName), 'utf8')
  try {
    return sums(present) === sums(fresh) && (await verifyBundle(present)).length === 0
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** The sums follow from an intact manifest, to the byte; the first line that does not is named. */
function sumsFindings(manifest: Manifest, manifestText: string, sums: string): Finding[] {
  const wanted = sumsText([...manifest.files, { path: manifestName, sha256: sha256(manifestText) }])
  if (sums === wanted) return []
  const lines = sums.split('\n')
  const entry = wanted
    .split('\n')
    .find((line, index) => line !== lines[index])
    ?.slice(66)
  return [{ code: 'SUMS_CHANGED', facts: { file: sumsName, ...(entry ? { entry } : {}) } }]
}

function fromManifest(manifest: Manifest | null): ReadonlyMap<string, string> {
  return new Map(manifest?.files.map((file) => [file.path, file.sha256]))
}

function textOf(folder: string, name: string, present: ReadonlyMap<string, Entry>): string | null {
  if (present.get(name) !== 'file') return null
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch (error) {
    throw problemOf(error, join(folder, name))
  }
}

type Entry = 'file' | 'not a file'

/** Path → what lies there. Links are not followed: what they point to was not written. */
function filesUnder(folder: string): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  try {
    // The folder itself may be reached through a link.
    if (!statSync(folder).isDirectory()) throw new Problem('NOT_A_BUNDLE', { folder })
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory() || leftByFileManagers.has(entry.name)) continue
      const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
      found.set(path.split(sep).join('/'), entry.isFile() ? 'file' : 'not a file')
    }
  } catch (error) {
    throw problemOf(error, folder)
  }
  return found
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const part of createReadStream(file)) hash.update(part as Buffer)
  } catch (error) {
    throw problemOf(error, file)
  }
  return hash.digest('hex')
}
