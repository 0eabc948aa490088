/** JSON as a source: what its lists, nested values and faults become. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutOfJson, listText, readJson, startsAsJson } from '#electron/register/import/json-source.ts'
import { JsonReader } from '#electron/register/import/json-values.ts'
import { jsonList } from '#shared/domain/import-values.ts'
import { Problem } from '#shared/domain/problem.ts'

async function* pieces(text: string, length = 7): AsyncGenerator<string, void, void> {
  for (let from = 0; from < text.length; from += length) yield await Promise.resolve(text.slice(from, from + length))
}

const read = (text: string, asked?: string) => readJson(pieces(text), 'f.json', asked, {})

async function table(text: string, asked?: string) {
  const { sheets, name, headings, rows } = await read(text, asked)
  return {
    lists: sheets.map((sheet) => sheet.name),
    name,
    headings,
    rows: rows.map(({ row, cells }) => [row, ...headings.map((_, index) => cells.get(index) ?? '')]),
  }
}

async function refusal(text: string, asked?: string): Promise<object> {
  try {
    await read(text, asked)
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, ...error.facts }
    throw error
  }
  throw new Error('expected a refusal')
}

describe('the list of a file', () => {
  test('an array of objects: its keys are the headings, in the order in which they come up', async () => {
    expect(await table('[{"name":"A","n":1.50},{"x":true,"name":"B","n":null}]')).toEqual({
      lists: [],
      name: null,
      headings: ['name', 'n', 'x'],
      rows: [
        [1, 'A', '1.50', ''],
        [2, 'B', '', 'true'],
      ],
    })
  })

  test('numbers stay as they are written', async () => {
    const { rows } = await table('[{"id":12345678901234567890,"b":1e400,"c":-0}]')
    expect(rows).toEqual([[1, '12345678901234567890', '1e400', '-0']])
  })

  test('an object that holds lists: the longest is read, another can be named', async () => {
    const text =
      '{"meta":{"n":2},"tags":[{"t":"x"}],"data":{"risks":[{"name":"A"},{"name":"B"}]},"words":["a","b","c"]}'
    expect(await table(text)).toEqual({
      lists: ['tags', 'data.risks'],
      name: 'data.risks',
      headings: ['name'],
      rows: [
        [1, 'A'],
        [2, 'B'],
      ],
    })
    expect((await table(text, 'tags')).rows).toEqual([[1, 'x']])
    expect(await refusal(text, 'words')).toEqual({
      code: 'JSON_LIST_MISSING',
      file: 'f.json',
      list: 'words',
      lists: ['tags', 'data.risks'],
    })
    expect(await refusal('[{"a":1}]', 'tags')).toMatchObject({ code: 'SOURCE_HAS_NO_SHEETS' })
  })

  test('an object a line: rows are lines', async () => {
    expect(await table('{"name":"A"}\r\n\n{"name":"B",\n "x":[1]}\n{"name":"C"}')).toMatchObject({
      headings: ['name', 'x'],
      rows: [
        [1, 'A', ''],
        [3, 'B', '1'],
        [5, 'C', ''],
      ],
    })
  })

  test('one object alone is a list of one', async () => {
    expect((await table('{"name":"A","tags":[],"x":null,"y":""}')).rows).toEqual([[1, 'A']])
  })

  test('what is nested stands under dotted headings, lists in one cell', async () => {
    expect(
      await table(
        `[{"owner":{"name":"Ada","mail":null},"tags":["a","b"],"odd":["a | b","c"],"controls":[{"id":1,"name":"X"},{"name":"Y"}],"grid":[[1,2],[3]]}]`,
      ),
    ).toMatchObject({
      headings: ['owner.name', 'tags', 'odd', 'controls.id', 'controls.name', 'grid'],
      rows: [[1, 'Ada', '["a","b"]', '["a | b","c"]', '["1",""]', '["X","Y"]', JSON.stringify(['["1","2"]', '["3"]'])]],
    })
  })

  test('two ways to one heading are both kept', async () => {
    expect((await table('[{"a.b":"1","a":{"b":"2"}}]')).rows).toEqual([[1, '["1","2"]']])
  })

  test('whatever stands in the parts of a list, they come back', () => {
    const part = fc.string({ unit: 'binary' }).map((text) => text.trim())
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const text = listText(parts)
        const back = jsonList(text) ?? [text]
        expect(parts.every((each) => each === '') ? [''] : parts).toEqual(back)
      }),
    )
  })
})

describe('every refusal says where', () => {
  test.each([
    ['a comma too many', '[{"a":1},\n{"b":2},]', { code: 'JSON_BROKEN', line: 2, path: '[2]' }],
    ['a word in the place of an element', '[{"a":1}, x]', { code: 'JSON_BROKEN', line: 1, path: '[2]' }],
    ['a word in the place of the first', '[x]', { code: 'JSON_BROKEN', line: 1, path: '[1]' }],
    ['a word', '[\n{"a": yes}]', { code: 'JSON_BROKEN', line: 2, path: '[1].a' }],
    ['a leading zero', '[{"a": 01}]', { code: 'JSON_BROKEN', line: 1, path: '[1].a' }],
    ['a comment', '[{"a": 1}, // b\n]', { code: 'JSON_BROKEN', line: 1, path: '[2]' }],
    ['a missing colon', '[{"a" 1}]', { code: 'JSON_BROKEN', line: 1, path: '[1].a' }],
    ['a wrong bracket', '[{"a": 1]', { code: 'JSON_BROKEN', line: 1, path: '[1].a' }],
    ['an end too early', '{"risks":[{"a": "b', { code: 'JSON_BROKEN', line: 1, path: 'risks[1].a' }],
    ['an end within a list', '{"risks":[{"a": 1}\n', { code: 'JSON_BROKEN', line: 2, path: 'risks[1]' }],
    ['a line break within a text', '[{"a": "b\nc"}]', { code: 'JSON_BROKEN', line: 1, path: '[1].a' }],
    [
      'a key twice',
      '{"risks":[{"a":1},{"a":1,\n"b":{"c":2,"c":3}}]}',
      { code: 'JSON_DUPLICATE_KEY', line: 2, path: 'risks[2].b.c' },
    ],
    ['half a character', '[{"a":"x\\ud83d"}]', { code: 'JSON_LONE_SURROGATE', line: 1, path: '[1].a' }],
    ['half a character in a key', '[{"\\ude00":1}]', { code: 'JSON_LONE_SURROGATE', line: 1 }],
    ['words behind the end', '[{"a":1}]\nthank you', { code: 'JSON_TRAILING', line: 2, path: '' }],
    ['a bracket behind the end', '[{"a":1}]\n]', { code: 'JSON_TRAILING', line: 2 }],
    ['a second list', '[{"a":1}]\n[{"a":2}]', { code: 'JSON_TRAILING', line: 2 }],
    ['two objects on one line', '{"a":1}{"a":2}', { code: 'JSON_TRAILING', line: 1 }],
    ['a line that is no object', '{"a":1}\n7', { code: 'JSON_TRAILING', line: 2 }],
    ['NUL', '[{"a":"\\u0000"}]', { code: 'SOURCE_HAS_NUL' }],
    ['a list of texts', '["a","b"]', { code: 'JSON_NO_LIST' }],
    ['an object of nothing', '{}', { code: 'JSON_NO_LIST' }],
    ['33 levels', `${'['.repeat(33)}1${']'.repeat(33)}`, { code: 'JSON_TOO_DEEP', line: 1, most: 32 }],
    [
      '2,001 keys',
      `[{${Array.from({ length: 2001 }, (_, at) => `"k${String(at)}":1`).join(',')}}]`,
      { code: 'JSON_TOO_MANY_KEYS', most: 2000 },
    ],
  ])('%s', async (_, text, expected) => {
    expect(await refusal(text)).toMatchObject({ file: 'f.json', ...expected })
  })

  test('more values than are held', () => {
    const reader = new JsonReader('f.json', { mostDepth: 3, mostValues: 4 })
    expect(() => {
      reader.read('[1,2,3,4]')
    }).toThrow(expect.objectContaining({ code: 'JSON_TOO_MANY_VALUES', facts: { file: 'f.json', most: 4 } }) as Error)
  })

  test('a row of headings that a person names, since the keys are the headings', async () => {
    const json = await read('[{"name":"A"}]')
    expect(() => layoutOfJson(json, { file: 'f.json', headerRow: 1, first: 9, shown: 9 })).toThrow(
      expect.objectContaining({ code: 'HEADER_ROW_MISSING' }) as Error,
    )
    expect(layoutOfJson(json, { file: 'f.json', headerRow: 0, first: 9, shown: 9 })).toMatchObject({ headerRow: 0 })
  })
})

test('whatever JSON.parse takes, comes in as it reads it, however it is cut', () => {
  const plain = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && 'members' in value
      ? Object.fromEntries((value.members as [string, unknown][]).map(([key, each]) => [key, plain(each)]))
      : Array.isArray(value)
        ? value.map(plain)
        : value
  const texts = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(texts)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, texts(each)]))
        : value === null || typeof value === 'string'
          ? value
          : JSON.stringify(value)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.integer({ min: 1, max: 9 }), (value, length) => {
      const text = JSON.stringify(value)
      const reader = new JsonReader('f.json')
      fc.pre(
        !text.includes('\\u0000') && !text.includes('__proto__') && text.isWellFormed() && !/\\ud[89a-f]/.test(text),
      )
      for (let from = 0; from < text.length; from += length) reader.read(text.slice(from, from + length))
      expect(reader.end().map((root) => plain(root.value))).toEqual([texts(value)])
    }),
  )
})

test.each([
  ['{"a"', true],
  ['  [\n {', true],
  ['[]', true],
  ['{}', true],
  [' [[', true],
  ['[2026年度] AI利用台帳,,,', false],
  ['[1] 名称,[2] 目的', false],
  ['name,purpose', false],
  ['[note],x', false],
  ['{name},x', false],
])('%s is taken for JSON: %s', (text, expected) => {
  expect(startsAsJson(text)).toBe(expected)
})
