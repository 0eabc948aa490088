/** The first reading of a source, whichever noun it holds: what the file is, and how its sheet is laid out. */
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import { type ImportProfile, importProfiles } from '#shared/domain/import-profile.ts'
import type { Encoding } from './encodings.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Scan, textOf } from './scan.ts'
import { type LongWork, Source } from './source.ts'

/** The start of a text that is enough to see how a sheet is laid out. */
const headLetters = 1024 * 1024
export async function withSource<Result>(path: string, work: (source: Source) => Promise<Result>): Promise<Result> {
  const source = await Source.open(path)
  try {
    return await work(source)
  } finally {
    await source.close()
  }
}

export async function layoutOfSource(
  source: Source,
  scan: Scan,
  encoding: Encoding,
  headerRow: number | undefined,
  mapping: MappingFile | null,
  work: LongWork,
  profile: ImportProfile = importProfiles.system,
): Promise<Layout> {
  let head = ''
  let complete = true
  for await (const text of textOf(source.chunks('reading', quiet(work)), scan, encoding, source.fileName)) {
    if (head.length >= headLetters) {
      complete = false
      break
    }
    head += text
  }
  return layoutOf(head, { fileName: source.fileName, complete, headerRow, mapping, profile })
}

/** The head is read in passing: it has no progress of its own. */
function quiet(work: LongWork): LongWork {
  return work.signal === undefined ? {} : { signal: work.signal }
}
