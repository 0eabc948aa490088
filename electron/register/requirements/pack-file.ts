/**
 * A requirement pack or a horizon out of a file: ours as JSON, ours with our publisher's signature, or a library in CISO
 * Assistant's layout as YAML. What is not signed by a key of ours is unverified, whatever it says of itself.
 */
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { Problem } from '#shared/domain/problem.ts'
import type { HorizonPack } from '#shared/domain/horizon/horizon-pack.ts'
import { checkHorizonPack, isHorizon } from '#shared/domain/horizon/read-horizon-pack.ts'
import { type Library, readLibrary } from '#shared/domain/requirements/ciso-library.ts'
import { checkRequirementPack } from '#shared/domain/requirements/read-requirement-pack.ts'
import type { packOrigins } from '#shared/domain/requirements/requirement-records.ts'

export interface PackFile extends Library {
  readonly fileName: string
  readonly origin: (typeof packOrigins)[number]
  /** Where the file is a horizon it holds no packs. */
  readonly horizon: HorizonPack | null
}

/**
 * Public keys (PEM, Ed25519) with which our publisher signs packs. None has been issued: until one is, every pack from a file
 * is unverified.
 */
export const publisherKeys: readonly string[] = []

/** The largest library that is public has 3 MB; an export of a whole tool would be no library. */
const largestFile = 20 * 1024 * 1024

const signedFormat = 'daicho-signed-requirement-pack/1'
const signedSchema = z.strictObject({
  format: z.literal(signedFormat),
  /** The pack's JSON as text: what was signed, byte for byte. */
  pack: z.string(),
  /** Ed25519 over the UTF-8 of `pack`, in base64. */
  signature: z.base64(),
})

/** What a file holds. SOURCE_NOT_FOUND, SOURCE_NOT_READABLE, REQUIREMENT_PACK_REFUSED, LIBRARY_REFUSED. */
export function readPackFile(file: string, keys: readonly string[] = publisherKeys): PackFile {
  const fileName = basename(file)
  const text = textOf(file, fileName)
  if (!text.trimStart().startsWith('{'))
    return { fileName, origin: 'unverified', horizon: null, ...readLibrary(parsedYaml(text)) }
  const value = parsedJson(text)
  const signed = signedSchema.safeParse(value)
  if (!signed.success) return { fileName, origin: 'unverified', ...contentOf(value) }
  const { pack, signature } = signed.data
  if (!keys.some((key) => isSigned(pack, signature, key)))
    throw new Problem('REQUIREMENT_PACK_REFUSED', { item: '', issue: 'SIGNATURE_WRONG', detail: '' })
  return { fileName, origin: 'signed', ...contentOf(parsedJson(pack)) }
}

function contentOf(value: unknown): Omit<PackFile, 'fileName' | 'origin'> {
  if (isHorizon(value)) return { horizon: checkHorizonPack(value), packs: [], matrices: [] }
  return { horizon: null, packs: [checkRequirementPack(value)], matrices: [] }
}

function isSigned(pack: string, signature: string, key: string): boolean {
  return verify(null, Buffer.from(pack, 'utf8'), createPublicKey(key), Buffer.from(signature, 'base64'))
}

function textOf(file: string, fileName: string): string {
  try {
    const facts = statSync(file)
    // A pipe or a device may never end.
    if (!facts.isFile()) throw new Problem('SOURCE_NOT_READABLE', { file: fileName })
    if (facts.size > largestFile)
      throw new Problem('LIBRARY_REFUSED', { item: fileName, issue: 'PACK_TOO_LONG', detail: '' })
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof Problem) throw error
    if (error instanceof TypeError)
      throw new Problem('LIBRARY_REFUSED', { item: fileName, issue: 'NOT_UTF8', detail: '' })
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Problem(missing ? 'SOURCE_NOT_FOUND' : 'SOURCE_NOT_READABLE', { file: fileName })
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('REQUIREMENT_PACK_REFUSED', { item: '', issue: 'PACK_NOT_JSON', detail: '' })
  }
}

/** Aliases are few in a library of texts; without a limit a small file could unfold into gigabytes. */
function parsedYaml(text: string): unknown {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error !== undefined) {
    const line = String(error.linePos?.[0].line ?? '')
    throw new Problem('LIBRARY_REFUSED', { item: line, issue: 'NOT_YAML', detail: '' })
  }
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    throw new Problem('LIBRARY_REFUSED', { item: '', issue: 'NOT_YAML', detail: '' })
  }
}
