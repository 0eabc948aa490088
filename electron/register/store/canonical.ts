/** Canonical JSON (RFC 8785) and SHA-256: one value has one text and one digest, on every machine. */
import { hash } from 'node:crypto'
import serialize from 'canonicalize'

/** The canonical JSON text of a value. Throws where the value has none (a lone surrogate, NaN). */
export function canonicalJson(value: unknown): string {
  const text = serialize(value)
  if (text === undefined) throw new TypeError('the value has no JSON text')
  return text
}

/** SHA-256 as 64 lower-case hex digits. Text is hashed as UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}
