/** Canonical JSON (RFC 8785) and SHA-256: one value has one text and one digest, on every machine. */
import { hash } from 'node:crypto'
import serialize from 'canonicalize'

/** The canonical JSON text of a value. Throws where the value has none (a lone surrogate, NaN). */
export function canonicalJson(value: unknown): string {
  // Records come in the order of `inCanonicalOrder`: their canonical text is what JSON.stringify gives, at a tenth of the
  // cost of the library. A test holds the two against each other.
  if (isInCanonicalOrder(value)) return JSON.stringify(value)
  const text = serialize(value)
  if (text === undefined) throw new TypeError('the value has no JSON text')
  return text
}

/** The value, or a copy with the keys of every object sorted, so that its text is canonical as it stands. */
export function inCanonicalOrder<Value>(value: Value): Value {
  return ordered(value) as Value
}

const ownField = { enumerable: true, configurable: true, writable: true }

function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || isInCanonicalOrder(value)) return value
  if (Array.isArray(value)) return value.map(ordered)
  const fields = value as Readonly<Record<string, unknown>>
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(fields).sort()) {
    // A heading of somebody's file can be a key, and this one would set the prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { ...ownField, value: ordered(fields[key]) })
    else copy[key] = ordered(fields[key])
  }
  return copy
}

/**
 * True where JSON.stringify gives the canonical text: plain objects whose keys ascend in the order in which they are
 * enumerated, well-formed texts, finite numbers, no undefined.
 */
function isInCanonicalOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return true
    case 'object':
      return value === null || (Array.isArray(value) ? value.every(isInCanonicalOrder) : areKeysInOrder(value))
    default:
      return false
  }
}

function areKeysInOrder(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  let last = ''
  for (const key in value) {
    // The empty key is left to the library.
    if (key <= last || !key.isWellFormed() || !isInCanonicalOrder((value as Record<string, unknown>)[key])) return false
    last = key
  }
  return !('toJSON' in value)
}

/** SHA-256 as 64 lower-case hex digits. Text is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}
