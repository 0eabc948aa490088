/**
 * A part of a workbook as events of its XML, by saxes: well-formed or refused, in pieces, and with bounds on what a text of a
 * hundred megabytes could make a parser hold. Whatever a document type could declare is never needed: one is refused.
 */
import { SaxesParser } from 'saxes'
import { Problem } from '#shared/domain/problem.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

/** Names without the prefix of their namespace: which prefix a program writes is its own affair. */
export interface PartHandlers {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly close?: (name: string) => void
  /** May come in several pieces. */
  readonly text?: (text: string) => void
}

/** No part that a program writes nests deeper, or has more attributes in a tag. */
const deepest = 64
const mostAttributes = 200

export class PartReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #decoder: TextDecoder
  readonly #file: string

  constructor(start: Uint8Array, handlers: PartHandlers, file: string) {
    this.#file = file
    this.#decoder = new TextDecoder(encodingOf(start), { fatal: true })
    let depth = 0
    let attributes = 0
    const crafted = () => new Problem('WORKBOOK_CRAFTED', { file })
    this.#parser.on('doctype', () => {
      throw crafted()
    })
    this.#parser.on('error', (error) => {
      throw error
    })
    this.#parser.on('opentagstart', () => {
      attributes = 0
      depth += 1
      if (depth > deepest) throw crafted()
    })
    this.#parser.on('attribute', () => {
      attributes += 1
      if (attributes > mostAttributes) throw crafted()
    })
    this.#parser.on('opentag', ({ name, attributes: said }) => handlers.open?.(localName(name), said))
    this.#parser.on('closetag', ({ name }) => {
      depth -= 1
      handlers.close?.(localName(name))
    })
    if (handlers.text !== undefined) {
      this.#parser.on('text', handlers.text)
      this.#parser.on('cdata', handlers.text)
    }
  }

  /** WORKBOOK_DAMAGED where the text is not well-formed, WORKBOOK_CRAFTED. */
  read(piece: Uint8Array): void {
    this.#guarded(() => this.#parser.write(this.#decoder.decode(piece, { stream: true })))
  }

  end(): void {
    this.#guarded(() => this.#parser.write(this.#decoder.decode()).close())
  }

  #guarded(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      if (error instanceof Problem) throw error
      throw new Problem('WORKBOOK_DAMAGED', { file: this.#file }, { cause: error })
    }
  }
}

/** Reads a part from its beginning to its end. */
export async function readPart(pieces: AsyncIterable<Uint8Array>, handlers: PartHandlers, file: string): Promise<void> {
  let reader: PartReader | null = null
  for await (const piece of pieces) {
    reader ??= new PartReader(piece, handlers, file)
    reader.read(piece)
  }
  if (reader === null) throw new Problem('WORKBOOK_DAMAGED', { file })
  reader.end()
}

/** UTF-8 unless a mark says UTF-16: the format allows no other. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The relationship that an element names, whatever prefix its namespace has. */
export function relationOf(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
}

/** A sign that XML cannot hold is written as `_x000D_`; so is the beginning of a text that looks like one. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
