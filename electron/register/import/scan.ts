/**
 * The first reading of a source, byte by byte: is it text at all, in which encoding, and which bytes were they. Nothing of
 * it is kept but the start.
 */
import { isAscii } from 'node:buffer'
import { Problem } from '#shared/domain/problem.ts'
import {
  type Decoder,
  decoderOf,
  type Encoding,
  encodingNamed,
  legacyEncodings,
  markOf,
  sampleText,
} from './encodings.ts'
import { startsAsWorkbook } from '../workbook/read-workbook.ts'
import { inMegabytes } from '../workbook/archive.ts'
import { workbookLimits } from '../workbook/limits.ts'
import { assertJsonSize, type JsonSource, readJson, startsAsJson } from './json-source.ts'
import { Digest, type LongWork, type Source } from './source.ts'
import { chooseSheet, type ChosenSheet } from './workbook-source.ts'

/** An encoding in which every byte of the file has a meaning, with a line of the file as it reads in it. */
export interface EncodingCandidate {
  readonly encoding: Encoding
  readonly sample: string
}

export interface Scan {
  readonly sha256: string
  /** Null where several encodings accept the file and none was named. */
  readonly encoding: Encoding | null
  readonly candidates: readonly EncodingCandidate[]
  /** Bytes of the byte-order mark. */
  readonly markLength: number
  /** What decided: the mark, the bytes being UTF-8 or only one legacy encoding, or the person. */
  readonly decidedBy: 'mark' | 'utf-8' | 'only-candidate' | 'named' | 'nobody'
  /** The sheet that is read where the source is a workbook, whatever its name says; null: it is a text. */
  readonly workbook: ChosenSheet | null
  /** The list that is read where the source is JSON, once its encoding is settled; null otherwise. */
  readonly json: JsonSource | null
}

export interface ScanOptions {
  /** Decides where the bytes leave it open. */
  readonly encoding?: string | undefined
  /** The sheet of a workbook that a person asks for. */
  readonly sheet?: string | undefined
  /** The one that a mapping names: nothing is asked of a text. */
  readonly sheetOfMapping?: string | undefined
}

/** Starts of files that people hold for a table: a picture, a document. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // pdf
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x42, 0x5a, 0x68], // bzip2
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
]

/** One encoding's strict reading of the whole file, given up at the first byte that it does not have. */
class Attempt {
  readonly encoding: Encoding
  readonly #decoder: Decoder
  valid = true
  hasNul = false

  constructor(encoding: Encoding) {
    this.encoding = encoding
    this.#decoder = decoderOf(encoding)
  }

  read(chunk: Uint8Array): void {
    if (!this.valid) return
    try {
      this.#meet(this.#decoder.decode(chunk))
    } catch {
      this.valid = false
    }
  }

  end(): boolean {
    if (this.valid) this.#finish()
    return this.valid
  }

  #finish(): void {
    try {
      this.#meet(this.#decoder.end())
    } catch {
      this.valid = false
    }
  }

  #meet(text: string): void {
    if (text.includes('\u0000')) this.hasNul = true
  }
}

/**
 * Reads the file once and settles what it is: a workbook, by its first bytes, or a text in an encoding, which may be JSON.
 * SOURCE_BINARY, SOURCE_HAS_NUL, SOURCE_EMPTY (a mark and nothing else), ENCODING_WRONG (what was named does not decode it, or
 * a mark says otherwise), ENCODING_NOT_FOUND, SOURCE_HAS_NO_SHEETS (a sheet of a text), SHEET_MISSING, WORKBOOK_… and JSON_….
 */
export async function scanSource(source: Source, options: ScanOptions, work: LongWork): Promise<Scan> {
  const file = source.fileName
  const start = await source.slice(0, 64 * 1024)
  if (startsAsWorkbook(start)) return scanWorkbook(source, options.sheet ?? options.sheetOfMapping, work)
  const text = await scanText(source, start, options, work)
  // What is asked of an encoding is asked first: in another one the same bytes are other words.
  if (text.encoding === null) return text
  const head = sampleText(text.encoding, start.subarray(text.markLength))
  if (startsAsJson(head)) return { ...text, json: await scanJson(source, text, text.encoding, options, work) }
  if (options.sheet !== undefined) throw new Problem('SOURCE_HAS_NO_SHEETS', { file, sheet: options.sheet })
  return text
}

/** The list of a JSON file, read whole: what comes after is answered from memory. */
async function scanJson(
  source: Source,
  scan: Scan,
  encoding: Encoding,
  options: ScanOptions,
  work: LongWork,
): Promise<JsonSource> {
  assertJsonSize(source.size, source.fileName)
  const digest = new Digest()
  const text = textOf(digest.of(source.chunks('reading', work)), scan, encoding, source.fileName)
  const json = await readJson(text, source.fileName, options.sheet ?? options.sheetOfMapping, work)
  if (digest.hex() !== scan.sha256) throw new Problem('SOURCE_CHANGED', { file: source.fileName })
  return json
}

async function scanText(source: Source, start: Uint8Array, options: ScanOptions, work: LongWork): Promise<Scan> {
  const file = source.fileName
  const wanted = options.encoding === undefined ? null : encodingNamed(options.encoding)
  const mark = markOf(start)
  if (mark === null && isBinary(start, wanted)) throw new Problem('SOURCE_BINARY', { file })
  if (mark !== null && source.size === mark.length) throw new Problem('SOURCE_EMPTY', { file })
  if (mark !== null && wanted !== null && mark.encoding !== wanted)
    throw new Problem('ENCODING_WRONG', { file, encoding: wanted, found: mark.encoding })

  const certain = mark?.encoding ?? wanted
  const attempts = (certain === null ? (['utf-8', ...legacyEncodings] as const) : [certain]).map(
    (encoding) => new Attempt(encoding),
  )
  let first = mark?.length ?? 0
  let position = 0
  let foreign: number | null = null
  let nul = false
  const digest = new Digest()
  for await (const chunk of digest.of(source.chunks('reading', work))) {
    const text = chunk.subarray(first)
    first = 0
    if (certain === null || !certain.startsWith('utf-16')) nul ||= chunk.includes(0)
    if (foreign === null && !isAscii(chunk)) foreign = position + chunk.findIndex((byte) => byte >= 0x80)
    position += chunk.length
    // Plain ASCII is the same in every legacy encoding: they are only tried from the first other byte on.
    for (const attempt of attempts)
      if (certain !== null || attempt.encoding === 'utf-8' || foreign !== null) attempt.read(text)
  }
  if (nul) throw new Problem('SOURCE_HAS_NUL', { file })
  const valid = attempts.filter((attempt) => attempt.end())
  if (valid.some((attempt) => attempt.hasNul)) throw new Problem('SOURCE_HAS_NUL', { file })
  const sha256 = digest.hex()
  const markLength = mark?.length ?? 0
  if (certain !== null) {
    if (valid.length === 0)
      throw new Problem('ENCODING_WRONG', { file, encoding: certain, found: mark === null ? null : mark.encoding })
    return {
      sha256,
      encoding: certain,
      candidates: [],
      markLength,
      decidedBy: mark === null ? 'named' : 'mark',
      workbook: null,
      json: null,
    }
  }
  if (valid[0]?.encoding === 'utf-8')
    return { sha256, encoding: 'utf-8', candidates: [], markLength, decidedBy: 'utf-8', workbook: null, json: null }
  const [only, ...others] = valid
  if (only === undefined) throw new Problem('ENCODING_NOT_FOUND', { file, tried: ['utf-8', ...legacyEncodings] })
  if (others.length === 0)
    return {
      sha256,
      encoding: only.encoding,
      candidates: [],
      markLength,
      decidedBy: 'only-candidate',
      workbook: null,
      json: null,
    }
  const line = await lineAround(source, foreign ?? 0)
  return {
    sha256,
    encoding: null,
    candidates: valid.map(({ encoding }) => ({ encoding, sample: sampleText(encoding, line) })),
    markLength,
    decidedBy: 'nobody',
    workbook: null,
    json: null,
  }
}

/** A workbook is held in memory as it lies in the file, packed; what is read of it comes from there, so it cannot change meanwhile. */
async function scanWorkbook(source: Source, sheet: string | undefined, work: LongWork): Promise<Scan> {
  const file = source.fileName
  const { mostBytes } = workbookLimits
  if (source.size > mostBytes) throw new Problem('WORKBOOK_TOO_LARGE', { file, most: inMegabytes(mostBytes) })
  const pieces: Uint8Array[] = []
  const digest = new Digest()
  for await (const piece of digest.of(source.chunks('reading', work))) pieces.push(Uint8Array.from(piece))
  const workbook = await chooseSheet(Buffer.concat(pieces), file, sheet)
  return {
    sha256: digest.hex(),
    encoding: 'utf-8',
    candidates: [],
    markLength: 0,
    decidedBy: 'utf-8',
    workbook,
    json: null,
  }
}

/** ENCODING_AMBIGUOUS with the candidates and a line in each, where nobody has decided. */
export function settledEncoding(scan: Scan, file: string): Encoding {
  if (scan.encoding !== null) return scan.encoding
  throw new Problem('ENCODING_AMBIGUOUS', {
    file,
    candidates: scan.candidates.map((candidate) => candidate.encoding),
    samples: scan.candidates.map((candidate) => `${candidate.encoding}: ${candidate.sample}`).join('\n'),
  })
}

/** The decoded text of a source, in chunks. SOURCE_CHANGED where it no longer is what the scan found it to be. */
export async function* textOf(
  chunks: AsyncIterable<Uint8Array>,
  scan: Scan,
  encoding: Encoding,
  file: string,
): AsyncGenerator<string, void, void> {
  const decoder = decoderOf(encoding)
  const strictly = (decode: () => string) => {
    try {
      return decode()
    } catch (error) {
      throw new Problem('SOURCE_CHANGED', { file }, { cause: error })
    }
  }
  let skip = scan.markLength
  for await (const chunk of chunks) {
    const from = skip
    const text = strictly(() => decoder.decode(chunk.subarray(from)))
    skip = 0
    if (text !== '') yield text
  }
  const rest = strictly(() => decoder.end())
  if (rest !== '') yield rest
}

/** So many control characters say nothing yet. */
const fewControls = 32

function isBinary(start: Uint8Array, named: Encoding | null): boolean {
  if (signatures.some((signature) => signature.every((byte, index) => start[index] === byte))) return true
  if (named?.startsWith('utf-16') === true) return false
  // A few control characters are somebody's odd cells, also in a short file; every twentieth byte of a longer one is no
  // text. NUL is told by itself.
  const controls = start.filter((byte) => byte < 0x20 && ![0x00, 0x09, 0x0a, 0x0d].includes(byte)).length
  return controls > fewControls && controls * 20 > start.length
}

/** The line around a byte, at most some hundred bytes of it, cut where single bytes are whole characters. */
async function lineAround(source: Source, position: number): Promise<Uint8Array> {
  const reach = 120
  const from = Math.max(0, position - reach)
  const bytes = await source.slice(from, reach + 240)
  const at = position - from
  const isEnd = (byte: number) => byte === 0x0a || byte === 0x0d
  const before = bytes.subarray(0, at).findLastIndex(isEnd) + 1
  const lineEnd = bytes.subarray(at).findIndex(isEnd)
  let after = lineEnd < 0 ? bytes.length : at + lineEnd
  // A cut within a character would show as a mistake of the encoding: back to the last plain character.
  if (lineEnd < 0)
    while (after > at + 1 && (bytes[after - 1] ?? 0) >= 0x20 && (bytes[after - 1] ?? 0) !== 0x20) after -= 1
  return bytes.subarray(before, after)
}
