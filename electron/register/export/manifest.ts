/** What stands in `manifest.json` and `SHA256SUMS` of a folder that Daicho writes: its identity and the digest of every file. */
import { z } from 'zod'
import { daySchema, instantSchema } from '#shared/domain/calendar-date.ts'
import { bilingualSchema } from '#shared/domain/text.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { WrittenFile } from './new-folder.ts'

export const manifestName = 'manifest.json'
export const sumsName = 'SHA256SUMS'
export const snapshotName = 'snapshot.json'
/** The whole change log of a register, an entry a line; in an export. */
export const logName = 'log.jsonl'
/** Lists as they were saved for all who open the register; in an export where there are any. */
export const viewsName = 'saved-views.json'
/** The logs of registers that were merged, and what was decided of their records; in an export where there are any. */
export const mergedLogsName = 'merged-logs.jsonl'
export const mergeDecisionsName = 'merge-decisions.jsonl'
/** What was frozen beside the snapshot when the pack was signed off. */
export const finishingName = 'finishing.json'

const hexDigest = z.string().regex(/^[0-9a-f]{64}$/)
/** Inside the folder: no way out of it, whatever a manifest says. */
const pathSchema = z
  .string()
  .refine((path) =>
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part)),
  )

export const fileEntrySchema = z.object({
  path: pathSchema,
  bytes: z.int().min(0),
  sha256: hexDigest,
  rows: z.int().optional(),
  guardedCells: z.int().optional(),
})

export const manifestSchema = z.object({
  format: z.literal('daicho-folder'),
  formatVersion: z.int().min(1),
  /** A locked pack, a draft of one, or the whole register as CSV. */
  kind: z.enum(['pack', 'draft', 'export']),
  /** True: made from the sample register, whose company does not exist. */
  sample: z.boolean(),
  register: z.object({ id: z.uuid(), originId: z.uuid(), parentId: z.uuid().nullable(), name: bilingualSchema }),
  pack: z.string().nullable(),
  title: z.string().nullable(),
  asOf: daySchema.nullable(),
  cutOff: instantSchema.nullable(),
  lockedAt: instantSchema.nullable(),
  /** The legal entity to whose records pages and tables are narrowed; absent: they are of the whole, as the data always are. */
  entity: z.object({ id: z.string().min(1), code: z.string().min(1), name: bilingualSchema }).optional(),
  /** SHA-256 of snapshot.json; null where there is none: an export of a version that did not write it yet. */
  dataDigest: hexDigest.nullable(),
  /** SHA-256 of finishing.json; null where the pack is not signed off, absent in what an earlier version wrote. */
  packDigest: hexDigest.nullish(),
  /**
   * Files from which a name was taken out after they were frozen: the digest under which they were, which `dataDigest` and
   * `packDigest` stay, and the one that they have now. Only the register can tell that this is so. Absent where there are none.
   */
  redactedFiles: z.array(z.object({ path: pathSchema, frozen: hexDigest, sha256: hexDigest })).optional(),
  previousPack: z.string().nullable(),
  previousDigest: hexDigest.nullable(),
  /** Hash of the last event of the log that is in it, and that event's number. */
  auditHead: hexDigest,
  auditSequence: z.int().min(0),
  versions: z.object({ application: z.string(), schema: z.int(), guidelines: z.string() }),
  /** Records that are not withdrawn, as in the PDF and on screen; then those that are. */
  counts: z.record(z.string(), z.int()),
  withdrawn: z.record(z.string(), z.int()),
  /** The guard before cells that a spreadsheet would run, and how many cells carry it. */
  guard: z.literal("'"),
  guardedCells: z.int().min(0),
  /** What the tables are written in where it is not UTF-8, and how many characters it could not hold, each written as 〓. */
  encoding: z.literal('cp932').optional(),
  substitutedCharacters: z.int().min(0).optional(),
  files: z.array(fileEntrySchema),
  /** SHA-256 of the canonical JSON (RFC 8785) of this object without this key. */
  manifestDigest: hexDigest,
})
export type Manifest = z.infer<typeof manifestSchema>
export type ManifestFacts = Omit<
  Manifest,
  'format' | 'formatVersion' | 'guard' | 'guardedCells' | 'files' | 'manifestDigest'
>

/** The digest that a frozen file must have: that under which it was frozen, unless a name was taken out of it since. */
export function digestNow(
  { redactedFiles = [] }: Pick<Manifest, 'redactedFiles'>,
  path: string,
  frozen: string | null | undefined,
): string | null {
  return redactedFiles.find((each) => each.path === path && each.frozen === frozen)?.sha256 ?? frozen ?? null
}

/** What a text says, or null where it is no manifest of ours. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The text of `manifest.json` for files that have been written. */
export function manifestText(facts: ManifestFacts, files: readonly WrittenFile[]): string {
  const content = {
    format: 'daicho-folder',
    formatVersion: 1,
    ...facts,
    guard: "'",
    guardedCells: files.reduce((sum, file) => sum + (file.guardedCells ?? 0), 0),
    files: [...files].sort(byPath),
  }
  return layOut({ ...content, manifestDigest: digestOf(content) })
}

/** True where a manifest is, to the byte, what was written. */
export function isIntact(text: string): boolean {
  const parsed: unknown = JSON.parse(text)
  if (parsed === null || typeof parsed !== 'object' || !('manifestDigest' in parsed)) return false
  const { manifestDigest, ...content } = parsed
  // A number beyond all numbers and half a character can be read here, and have no canonical text.
  return layOut(parsed) === text && isCanonical(content) && manifestDigest === digestOf(content)
}

function isCanonical(content: object): boolean {
  try {
    return canonicalJson(content) !== ''
  } catch {
    return false
  }
}

function digestOf(content: object): string {
  return sha256(canonicalJson(content))
}

function layOut(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

/** As `sha256sum -c` reads it: one line per file but itself, in the order of the paths. */
export function sumsText(files: readonly Pick<WrittenFile, 'path' | 'sha256'>[]): string {
  return [...files]
    .sort(byPath)
    .map(({ path, sha256: digest }) => `${digest}  ${path}\n`)
    .join('')
}

/** Path → digest; null where a line is none. */
export function readSums(text: string): ReadonlyMap<string, string> | null {
  if (!text.endsWith('\n')) return null
  const sums = new Map<string, string>()
  for (const line of text.slice(0, -1).split('\n')) {
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line)
    const [, digest = '', path = ''] = match ?? []
    if (!pathSchema.safeParse(path).success || sums.has(path)) return null
    sums.set(path, digest)
  }
  return sums
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0
}
