import serialize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, inCanonicalOrder } from '#electron/register/store/canonical.ts'

/** Keys as they come in headings of somebody's file: numbers, empty, names of the language. */
const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => text.isWellFormed()),
  fc.constantFrom('', '1', '9', '10', 'a', 'b', 'toJSON', 'constructor', '__proto__', '\u{1F600}', '\uFB33'),
)
const leaf = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => text.isWellFormed()),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, '', '\u2028', '\u007f\u0000', 1e21, 1e-7, -0, 333333333.3333333),
)
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}))

test('the short way gives what the library gives, in whatever order the keys come', () => {
  fc.assert(
    fc.property(value, (any) => {
      const text = serialize(any)
      expect(canonicalJson(any)).toBe(text)
      expect(canonicalJson(inCanonicalOrder(any))).toBe(text)
      expect(JSON.parse(canonicalJson(any))).toEqual(JSON.parse(JSON.stringify(any)))
    }),
    { numRuns: 3000 },
  )
})

test('the order of a copy is the order of the text, but for keys that are numbers', () => {
  const record = { name: { ja: 'b', en: 'a' }, code: 'X', list: [{ b: 1, a: 2 }] }
  expect(JSON.stringify(inCanonicalOrder(record))).toBe(
    '{"code":"X","list":[{"a":2,"b":1}],"name":{"en":"a","ja":"b"}}',
  )
  expect(inCanonicalOrder(record)).toEqual(record)
  expect(canonicalJson(inCanonicalOrder({ 9: 1, 10: 2 }))).toBe('{"10":2,"9":1}')
})

test.each([
  ['a lone surrogate', '\ud800'],
  ['one in a key', { '\ud800': 1 }],
  ['no number', { a: Number.NaN }],
  ['no end', [Number.POSITIVE_INFINITY]],
  ['nothing', undefined],
])('%s has no canonical text', (_, without) => {
  expect(() => canonicalJson(without)).toThrow()
})
