/** Bundles for tests that need no browser, and what somebody with time and this program's source can do to one. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { type Manifest, manifestName, manifestText, sumsName, sumsText } from '#electron/register/export/manifest.ts'
import type { WrittenFile } from '#electron/register/export/new-folder.ts'
import { writePackBundle } from '#electron/register/export/pack-bundle.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import type { PrintJob } from '#electron/shell.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import type { DrawnFigure } from '#shared/pack-model/drawn-figure.ts'
import type { PackModel, PackPage } from '#shared/pack-model/pages.ts'
import { temporaryFolder } from './register.ts'

/** Stands for the browser, which the tests of the command line start: one page that holds the language. */
export async function printOnePage(job: PrintJob): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage().drawText(job.language)
  return document.save()
}

/** Stands for it where sheets are counted: each page has its entry in the outline and takes as many sheets as `sheetsOf` says. */
export function printWithOutline(sheetsOf: (page: PackPage['key']) => number) {
  return async (job: PrintJob): Promise<Uint8Array> => {
    const document = await PDFDocument.create()
    const { context, catalog } = document
    const firsts = (job.model as PackModel).pages.map(({ key }) => {
      const [first] = Array.from({ length: sheetsOf(key) }, () => document.addPage())
      if (first === undefined) throw new RangeError(`${key} takes no sheet`)
      return first.ref
    })
    const entries = firsts.map(() => context.nextRef())
    entries.forEach((ref, index) => {
      const next = entries[index + 1]
      context.assign(ref, context.obj({ Dest: [firsts[index] ?? null, 'XYZ'], ...(next && { Next: next }) }))
    })
    catalog.set(PDFName.of('Outlines'), context.obj({ First: entries[0] ?? null }))
    return document.save()
  }
}

/** Stands for it where anything may be asked for: a pack with its outline, one drawing as figures. */
export async function printWithFigures(job: PrintJob): Promise<Uint8Array> {
  if (job.kind === 'pack') return printWithOutline(() => 1)(job)
  if (job.kind !== 'figures') return printOnePage(job)
  const drawn: readonly DrawnFigure[] = [{ number: 1, key: 'heatMap', part: null, svg: '<svg />', png: 'AAAA' }]
  return Buffer.from(JSON.stringify(drawn))
}

export async function bundleOf(
  register: Register,
  pack: RecordOf<'pack'> | null,
  out = temporaryFolder(),
  entityId: string | null = null,
): Promise<string> {
  return (await writePackBundle({ register, pack, out, entityId, language: 'both', print: printOnePage })).dir
}

/** Writes manifest and sums anew, so that they fit whatever lies in the folder now. */
export function reseal(dir: string, change: (facts: Manifest) => Partial<Manifest> = () => ({})): void {
  const before = JSON.parse(readFileSync(join(dir, manifestName), 'utf8')) as Manifest
  const { format: _f, formatVersion: _v, guard: _g, guardedCells: _c, manifestDigest: _d, files, ...facts } = before
  const seals = new Set<string>([manifestName, sumsName, `${sumsName}.sig`, `${sumsName}.pub.pem`])
  const present = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((path) => !seals.has(path))
  const written = present.map((path) => {
    const bytes = readFileSync(join(dir, path))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const known = files.find((file) => file.path === path) as WrittenFile | undefined
    return { ...known, path, bytes: bytes.length, sha256 }
  })
  const text = manifestText({ ...facts, ...change(before) }, written)
  rmSync(join(dir, manifestName))
  writeFileSync(join(dir, manifestName), text)
  const manifest = { path: manifestName, sha256: createHash('sha256').update(text).digest('hex') }
  writeFileSync(join(dir, sumsName), sumsText([...written, manifest]))
}

/** Replaces text in a file of the folder; throws where it is not there, so that a test cannot pass for nothing. */
export function edit(dir: string, file: string, from: string, to: string): void {
  const path = join(dir, file)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  writeFileSync(path, text.replaceAll(from, to))
}
