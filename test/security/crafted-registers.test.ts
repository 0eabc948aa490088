/** Registers that somebody has put together by hand: refused or named before anything in them acts, and never written. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Problem } from '#shared/domain/problem.ts'
import { applicationId } from '#electron/register/store/migrate.ts'
import { openRegister, type OpenOptions } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

function closedRegister(): string {
  const { register, file } = testRegister()
  fillOneOfEach(register)
  register.close()
  return file
}

/** The code that each way of opening is refused with; the file keeps every byte. */
function refusalsOf(file: string): readonly string[] {
  const before = readFileSync(file)
  const codes = (['write', 'read', 'inspect'] as const).map((mode) => codeOf(file, mode))
  expect(readFileSync(file).equals(before)).toBe(true)
  return codes
}

function codeOf(file: string, mode: OpenOptions['mode']): string {
  try {
    openRegister(file, { surroundings: testSurroundings(), mode }).close()
    return 'opened'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

/** The file as SQL has left it that no application of ours would run. */
function crafted(...steps: readonly string[]): string {
  const file = closedRegister()
  const database = new Database(file)
  database.unsafeMode(true)
  for (const step of steps) database.exec(step)
  database.close()
  return file
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
/** What the schema says of a table, changed by hand and read anew. */
const schemaOf = (table: string, from: string, to: string) => [
  'PRAGMA writable_schema = ON',
  `UPDATE sqlite_schema SET sql = replace(sql, ${quoted(from)}, ${quoted(to)}) WHERE type = 'table' AND name = '${table}'`,
  'PRAGMA writable_schema = RESET',
]

describe('a schema that is not ours', () => {
  test.each<[string, readonly string[]]>([
    ['a table with values of any type', schemaOf('system', ') STRICT', ')')],
    ['a column that is computed', ['ALTER TABLE risk ADD COLUMN more TEXT AS (hex(zeroblob(1000000)))']],
    ['an index over an expression', ['CREATE INDEX more ON system (lower(name_ja))']],
    ['an index over a part', ['CREATE INDEX more ON system (code) WHERE name_ja IS NULL']],
    ['a virtual table more', ['CREATE VIRTUAL TABLE more USING fts5(a)']],
    ['a table in the place of the search index', ['DROP TABLE search_index', 'CREATE TABLE search_index (key)']],
    ['a check taken away', schemaOf('system', "CHECK (tier IN ('high', 'medium', 'low'))", '')],
    [
      'a trigger that stands for a view',
      ['CREATE VIEW more AS SELECT 1 AS a', 'CREATE TRIGGER spy INSTEAD OF INSERT ON more BEGIN DELETE FROM risk; END'],
    ],
  ])('%s', (_name, steps) => {
    const [write, read] = refusalsOf(crafted(...steps))
    expect([write, read]).toEqual(['FILE_CRAFTED', 'FILE_CRAFTED'])
  })
})

test('a value of another type beneath a schema that was put back', () => {
  const file = closedRegister()
  const database = new Database(file)
  database.unsafeMode(true)
  const asItWas = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'system'").pluck().get() as string
  for (const step of schemaOf('system', ') STRICT', ')')) database.exec(step)
  database.exec("UPDATE system SET version = 'one', name_ja = x'00ff'")
  database.pragma('writable_schema = ON')
  database.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'system'").run(asItWas)
  database.close()
  expect(refusalsOf(file)).toEqual(['FILE_DAMAGED', 'FILE_DAMAGED', 'FILE_DAMAGED'])
})

describe('a header that is not true', () => {
  const withHeader = (change: (header: Buffer) => void): string => {
    const file = closedRegister()
    const bytes = readFileSync(file)
    change(bytes)
    writeFileSync(file, bytes)
    return file
  }
  test.each<[string, (header: Buffer) => void, string]>([
    ['another application', (header) => header.writeUInt32BE(applicationId + 1, 68), 'NOT_A_REGISTER'],
    ['more pages than there are', (header) => header.writeUInt32BE(0x7fffffff, 28), 'FILE_DAMAGED'],
    ['pages of another size', (header) => header.writeUInt16BE(512, 16), 'FILE_DAMAGED'],
    ['another text encoding', (header) => header.writeUInt32BE(2, 56), 'FILE_DAMAGED'],
    ['a list of free pages that leads outside', (header) => header.writeUInt32BE(0x7ffffff0, 32), 'FILE_DAMAGED'],
    ['a schema format of the future', (header) => header.writeUInt32BE(99, 44), 'FILE_DAMAGED'],
  ])('%s', (_name, change, code) => {
    expect(refusalsOf(withHeader(change))).toEqual([code, code, code])
  })
})

test(
  'a kept file of hundreds of megabytes that nobody kept is named, and is in memory no more than twice',
  { timeout: 60_000 },
  async () => {
    const file = crafted(`INSERT INTO stored_file (sha256, content) VALUES ('${'0'.repeat(64)}', zeroblob(300000000))`)
    expect(statSync(file).size).toBeGreaterThan(300_000_000)
    const register = openRegister(file, { surroundings: testSurroundings(), mode: 'read' })
    onTestFinished(() => {
      register.close()
    })
    const before = process.memoryUsage().rss
    const findings = await verifyRegister(register)
    expect(findings.map((each) => each.code)).toEqual(['ROW_ADDED'])
    expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000)
  },
)
