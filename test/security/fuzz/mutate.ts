/** One thing of an input changed to what an attacker, or a program gone wrong, might send in its place. */
import type { Random } from './random.ts'
import type { ValidInputs } from './valid-input.ts'

type Holder = Record<string | number, unknown>

const deep = (levels: number): unknown => {
  let value: unknown = 'deep'
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Texts that have broken something somewhere. */
const texts: readonly (() => string)[] = [
  () => '',
  () => ' ',
  () => '\u0000',
  () => 'a\u0000b',
  () => '\ud800',
  () => 'a\udfffb',
  () => '\u202egnp.exe',
  () => '\u200f\u200e\u2066',
  () => '\ufeff',
  () => '\u2028\u2029\u0085',
  () => `'; DROP TABLE system; --`,
  () => `' OR 1=1 --`,
  () => '" UNION SELECT * FROM audit_event --',
  () => '%_\\%',
  () => 'NEAR(a b) AND "c" OR *',
  () => '"',
  () => '../../../../etc/passwd',
  () => '..\\..\\windows\\win.ini',
  () => '/etc/passwd',
  () => '/dev/zero',
  () => 'C:\\Windows\\System32',
  () => '\\\\server\\share\\a',
  () => 'file:///etc/passwd',
  () => 'javascript:alert(1)',
  () => '<img src=x onerror=alert(1)>',
  () => '{{constructor.constructor("return 1")()}}',
  () => '${7*7}',
  () => '%s%n%x',
  () => '=HYPERLINK("https://example.com")',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'hasOwnProperty',
  () => 'null',
  () => 'undefined',
  () => 'NaN',
  () => '-0',
  () => '1e400',
  () => '9999-99-99',
  () => '2026-02-30',
  () => '0000-00-00',
  () => '+275760-09-13',
  () => '2026-04-01T24:00:00.000Z',
  () => 'SYS-99999999999999999999',
  () => '00000000-0000-0000-0000-000000000000',
  () => '01900000-0000-7000-8000-FFFFFFFFFFFF',
  () => '01900000-0000-7000-8000-999999999999',
  () => '👨‍👩‍👧‍👦',
  () => 'é'.normalize('NFD'),
  () => '（a+)+$',
  () => 'a'.repeat(301),
  () => '𠮷'.repeat(5000),
  () => 'x'.repeat(100_000),
]

const numbers = [
  0,
  -0,
  -1,
  0.1,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  1e21,
] as const

/** What is neither text nor number, as far as the wire carries it. */
const others: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => 10n ** 40n,
  () => new Date(0),
  () => new Date(NaN),
  () => new Map([['id', 1]]),
  () => new Set(['a']),
  () => /(a+)+$/,
  () => new URL('https://example.com/'),
  () => deep(60),
  () => deep(4000),
  () => Array.from({ length: 20_000 }, (_, at) => at),
  () => Array.from({ length: 3000 }, () => ({ id: 'a' })),
  () => Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`key${String(at)}`, at])),
  () => ({ toString: 'a', valueOf: 'b', toJSON: 'c', then: 'd' }),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown,
  () => ({ length: -1 }),
  () => ({ ja: null, en: null }),
]

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  'id',
  'version',
  'path',
  'noun',
  'withdrawn',
  '',
] as const

/** A changed copy. `shared` holds values of other inputs, to be put where they do not belong. */
export function mutated(input: unknown, valid: ValidInputs, random: Random, shared: readonly unknown[]): unknown {
  const holder: Holder = { input }
  const [parent, key] = random.one(places(holder))
  const value = parent[key]
  switch (random.below(12)) {
    case 0:
    case 1:
      set(parent, key, random.one(texts)())
      break
    case 2:
      set(parent, key, random.one(numbers))
      break
    case 3:
      set(parent, key, random.one(others)())
      break
    case 4:
      if (parent === holder) set(parent, key, undefined)
      else Reflect.deleteProperty(parent, key)
      break
    case 5:
      // JSON knows no names in a list.
      if (isHolder(value) && !Array.isArray(value))
        set(value, random.one(keys), random.chance(0.5) ? random.one(others)() : random.one(texts)())
      else set(parent, key, [value])
      break
    case 6:
      set(parent, key, valid.id())
      break
    case 7:
      set(parent, key, valid.token())
      break
    case 8:
      set(parent, key, valid.word())
      break
    case 9:
      set(parent, key, structuredClone(random.one(shared)))
      break
    case 10:
      set(parent, key, near(value, random))
      break
    default:
      // As another kind of value that says the same.
      if (Array.isArray(value))
        set(
          parent,
          key,
          Array.from({ length: 40 }).flatMap(() => value as unknown[]),
        )
      else set(parent, key, typeof value === 'object' ? asText(value) : { value })
  }
  return holder.input
}

/** Something close to it: one more, one less, a letter more, another case. */
function near(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.one([-1, 1, 0.5, 1000])
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string')
    return random.one([
      value + random.one(texts)(),
      random.one(texts)() + value,
      value.toUpperCase(),
      value.slice(1),
      value + value,
    ])
  return value === null ? random.one(others)() : null
}

function asText(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    // It is too deep, or holds a number that JSON has not.
    return typeof value === 'bigint' ? value.toString() : 'an object without a text'
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Map)
}

function set(parent: Holder, key: string | number, value: unknown): void {
  // As JSON.parse does it: an own property, whatever its name.
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Every place in it, as who holds it and under which key. */
function places(root: Holder): (readonly [Holder, string | number])[] {
  const found: (readonly [Holder, string | number])[] = []
  const look = (holder: Holder) => {
    for (const key of Object.keys(holder)) {
      found.push([holder, key])
      const inner = holder[key]
      if (isHolder(inner) && found.length < 400) look(inner)
    }
  }
  look(root)
  return found
}
