/**
 * JSON text to values, token by token, so that a file is refused at its first fault with its line and path and never half read.
 * The tokens are those of @streamparser/json (MIT, no dependencies, kept up): a parser that builds objects itself would let a
 * later key of one name overwrite the earlier one in silence, and numbers would be rounded to what a program can reckon with;
 * here a number stays as it is written.
 */
import { Tokenizer, TokenType } from '@streamparser/json'
import { Problem, type ProblemCode } from '#shared/domain/problem.ts'

/** Objects keep their members in the order of the file. Numbers, true and false are texts. */
export type JsonValue = string | null | readonly JsonValue[] | JsonObject
export class JsonObject {
  readonly members: [key: string, value: JsonValue][] = []
}

export const jsonLimits = { mostDepth: 32, mostValues: 4_000_000 } as const

/** One of the values at the top of a file: a file of objects line by line has many. */
export interface JsonRoot {
  readonly line: number
  readonly value: JsonValue
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'
interface Frame {
  readonly into: JsonObject | JsonValue[]
  readonly keys: Set<string>
  key: string
  expected: Expected
}

/** Numbers as they are written. */
class ExactTokenizer extends Tokenizer {
  written = ''
  protected override parseNumber(text: string): number {
    this.written = text
    return Number(text)
  }
}

export class JsonReader {
  readonly #file: string
  readonly #limits: { readonly mostDepth: number; readonly mostValues: number }
  readonly #tokenizer = new ExactTokenizer()
  readonly #frames: Frame[] = []
  readonly roots: JsonRoot[] = []
  #line = 1
  #rootLine = 1
  #values = 0

  constructor(file: string, limits: { readonly mostDepth: number; readonly mostValues: number } = jsonLimits) {
    this.#file = file
    this.#limits = limits
    this.#tokenizer.onToken = ({ token, value }) => {
      this.#meet(token, value)
    }
  }

  /** JSON_BROKEN, JSON_TRAILING, JSON_DUPLICATE_KEY, JSON_TOO_DEEP, JSON_TOO_MANY_VALUES, JSON_LONE_SURROGATE, SOURCE_HAS_NUL. */
  read(text: string): void {
    // Line by line, so that a fault is told with the line it stands in.
    let from = 0
    while (from < text.length) {
      const end = text.indexOf('\n', from)
      const until = end < 0 ? text.length : end + 1
      this.#write(() => {
        this.#tokenizer.write(text.slice(from, until))
      })
      if (end >= 0) this.#line += 1
      from = until
    }
  }

  end(): readonly JsonRoot[] {
    this.#write(() => {
      this.#tokenizer.end()
    })
    if (this.#frames.length > 0) throw this.#fault('JSON_BROKEN')
    return this.roots
  }

  #write(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof Problem) throw error
      throw this.#fault('JSON_BROKEN')
    }
  }

  #meet(token: TokenType, value: unknown): void {
    switch (token) {
      case TokenType.LEFT_BRACE:
        this.#open(new JsonObject(), 'key or end')
        break
      case TokenType.LEFT_BRACKET:
        this.#open([], 'value or end')
        break
      case TokenType.RIGHT_BRACE:
        this.#close(true)
        break
      case TokenType.RIGHT_BRACKET:
        this.#close(false)
        break
      case TokenType.COLON:
        this.#frame('colon').expected = 'value'
        break
      case TokenType.COMMA: {
        const frame = this.#frame('comma or end')
        frame.expected = frame.into instanceof JsonObject ? 'key' : 'value'
        break
      }
      case TokenType.STRING:
        this.#string(String(value))
        break
      case TokenType.NUMBER:
        this.#put(this.#tokenizer.written)
        break
      case TokenType.NULL:
        this.#put(null)
        break
      default:
        this.#put(String(value))
    }
  }

  #string(text: string): void {
    const frame = this.#frames.at(-1)
    const isKey = frame?.expected === 'key' || frame?.expected === 'key or end'
    if (frame !== undefined && isKey) frame.key = text
    if (!text.isWellFormed()) throw this.#fault('JSON_LONE_SURROGATE')
    if (text.includes('\u0000')) throw new Problem('SOURCE_HAS_NUL', { file: this.#file })
    if (frame === undefined || !isKey) {
      this.#put(text)
      return
    }
    if (frame.keys.has(text)) throw this.#fault('JSON_DUPLICATE_KEY')
    frame.keys.add(text)
    frame.expected = 'colon'
  }

  #open(into: JsonObject | JsonValue[], expected: Expected): void {
    this.#put(into)
    if (this.#frames.length >= this.#limits.mostDepth)
      throw this.#fault('JSON_TOO_DEEP', { most: this.#limits.mostDepth })
    this.#frames.push({ into, keys: new Set(), key: '', expected })
  }

  #close(isObject: boolean): void {
    const frame = this.#frames.at(-1)
    const may = frame?.expected === 'comma or end' || frame?.expected === (isObject ? 'key or end' : 'value or end')
    if (frame === undefined || !may || frame.into instanceof JsonObject !== isObject) {
      // A comma too many stands behind the element before it.
      if (frame !== undefined) frame.expected = 'comma or end'
      throw this.#fault('JSON_BROKEN')
    }
    this.#frames.pop()
  }

  #put(value: JsonValue): void {
    this.#values += 1
    if (this.#values > this.#limits.mostValues)
      throw new Problem('JSON_TOO_MANY_VALUES', { file: this.#file, most: this.#limits.mostValues })
    const frame = this.#frames.at(-1)
    if (frame === undefined) {
      this.#root(value)
      return
    }
    if (frame.expected !== 'value' && frame.expected !== 'value or end') throw this.#fault('JSON_BROKEN')
    if (frame.into instanceof JsonObject) frame.into.members.push([frame.key, value])
    else frame.into.push(value)
    frame.expected = 'comma or end'
  }

  /** Several values at the top are objects, each from a line of its own; anything else behind a value is left over. */
  #root(value: JsonValue): void {
    const lines = value instanceof JsonObject && this.roots.every((root) => root.value instanceof JsonObject)
    const [last] = this.roots.slice(-1)
    if (last !== undefined && (!lines || this.#line === this.#rootLine)) throw this.#fault('JSON_TRAILING')
    this.#rootLine = this.#line
    this.roots.push({ line: this.#line, value })
  }

  #frame(expected: Expected): Frame {
    const frame = this.#frames.at(-1)
    if (frame?.expected !== expected) throw this.#fault('JSON_BROKEN')
    return frame
  }

  #fault(found: ProblemCode, more: Readonly<Record<string, number>> = {}): Problem {
    const isBehindRoot = this.#frames.length === 0 && this.roots.length > 0
    const code = found === 'JSON_BROKEN' && isBehindRoot ? 'JSON_TRAILING' : found
    return new Problem(code, { file: this.#file, line: this.#line, path: this.#path(), ...more })
  }

  /** `records[3].owner.name`, counted from 1 as rows are. */
  #path(): string {
    const text = this.#frames
      .map(({ into, key, expected }) =>
        into instanceof JsonObject ? `.${key}` : `[${String(into.length + (expected === 'comma or end' ? 0 : 1))}]`,
      )
      .join('')
    return text.replace(/^\./, '')
  }
}
