/** Verify finds and names what was changed behind the application's back, in the log and in every table. */
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Finding } from '#shared/domain/verification.ts'
import { nouns } from '#shared/domain/nouns.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { linkTables, nounTables, tableOf } from '#electron/register/store/tables.ts'
import { createSystem } from '#electron/register/systems.ts'
import { undoLast } from '#electron/register/undo.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { filledRegister } from '#test/support/filled-register.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

let copies = 0
/** Changes a copy of the register by plain SQL and gives what verify then finds. */
async function afterTampering(file: string, tamper: (database: Database.Database) => void): Promise<Finding[]> {
  copies += 1
  const copy = join(dirname(file), `copy-${String(copies)}.daicho`)
  copyFileSync(file, copy)
  const database = new Database(copy)
  database.pragma('foreign_keys = OFF')
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const trigger of triggers) database.exec(`DROP TRIGGER ${trigger.name}`)
  tamper(database)
  for (const trigger of triggers) database.exec(trigger.sql)
  database.close()
  const register = openRegister(copy, { surroundings: testSurroundings(), mode: 'inspect' })
  try {
    return await verifyRegister(register)
  } finally {
    register.close()
  }
}

test('an untouched register has no findings', async () => {
  expect(await afterTampering(filledRegister(), () => undefined)).toEqual([])
})

describe('every column of every noun', () => {
  for (const noun of nouns) {
    const table = tableOf(noun)
    test(table, async () => {
      const source = filledRegister()
      for (const [column, type] of Object.entries(nounTables[noun])) {
        const findings = await afterTampering(source, (database) => {
          database.pragma('ignore_check_constraints = ON')
          const { rowid } = database.prepare(`SELECT rowid FROM ${table} LIMIT 1`).get() as { rowid: number }
          const value =
            type.startsWith('integer') || type.startsWith('real')
              ? `coalesce("${column}", 0) + 1`
              : type.startsWith('json')
                ? `CASE "${column}" WHEN '[9]' THEN '[8]' ELSE '[9]' END`
                : `coalesce("${column}", '') || 'x'`
          database.prepare(`UPDATE ${table} SET "${column}" = ${value} WHERE rowid = ?`).run(rowid)
        })
        const named = findings.filter((finding) => finding.facts.table === table || finding.code === 'LINK_BROKEN')
        expect(named, `${table}.${column}: ${JSON.stringify(findings)}`).not.toEqual([])
      }
    })
  }
})

describe('rows that were taken out or put in', () => {
  for (const noun of nouns)
    test(tableOf(noun), async () => {
      const table = tableOf(noun)
      const source = filledRegister()
      const removed = await afterTampering(source, (database) => {
        database.exec(`DELETE FROM ${table} WHERE rowid = (SELECT max(rowid) FROM ${table})`)
      })
      expect(removed.map((finding) => [finding.code, finding.facts.table])).toContainEqual(['ROW_REMOVED', table])
      const added = await afterTampering(source, (database) => {
        const columns = Object.keys(nounTables[noun])
        const names = columns.map((column) => `"${column}"`).join(', ')
        const values = columns
          .map((column) => (column === 'id' || column === 'code' ? `"${column}" || '9'` : `"${column}"`))
          .join(', ')
        database.exec(`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} LIMIT 1`)
      })
      expect(added.map((finding) => [finding.code, finding.facts.table])).toContainEqual(['ROW_ADDED', table])
    })

  for (const [table, link] of Object.entries(linkTables))
    test(`link ${table}`, async () => {
      const source = filledRegister()
      const removed = await afterTampering(source, (database) => {
        database.exec(`DELETE FROM ${table}`)
      })
      expect(removed.map((finding) => [finding.code, finding.facts.table])).toContainEqual([
        'ROW_EDITED',
        tableOf(link.noun),
      ])
      const strange = await afterTampering(source, (database) => {
        database.exec(`UPDATE ${table} SET ${link.target} = 'nobody'`)
      })
      expect(strange.map((finding) => finding.code)).toContain('LINK_BROKEN')
    })
})

describe('the log', () => {
  const codes = (findings: readonly Finding[]) => findings.map((finding) => [finding.code, finding.facts.sequence])
  const eventFindings = (findings: readonly Finding[]) =>
    codes(findings).filter(([code]) => String(code).startsWith('EVENT_'))

  test('an edited payload, an edited actor, an edited reason', async () => {
    const file = filledRegister()
    for (const change of [
      `payload = replace(payload, '"version":1', '"version":7')`,
      "account = 'somebody'",
      "reason = 'because'",
      "at = '2026-01-01T00:00:00.000Z'",
    ]) {
      const findings = await afterTampering(file, (database) => {
        database.exec(`UPDATE audit_event SET ${change} WHERE sequence = 26`)
      })
      expect(codes(findings), change).toContainEqual(['EVENT_EDITED', 26])
    }
  })

  test('what an undo takes back: named by another event, by none, or by one that is no undo', async () => {
    const { register, file } = testRegister()
    fillOneOfEach(register)
    createSystem(register, { name: { ja: '配送', en: null } })
    const { transaction } = undoLast(register, null)
    register.close()
    expect(await afterTampering(file, () => undefined)).toEqual([])
    for (const [sequence, reverses] of [
      [transaction, '1'],
      [transaction, 'NULL'],
      [20, '19'],
    ] as const) {
      const findings = await afterTampering(file, (database) => {
        database.exec(`UPDATE audit_event SET reverses = ${reverses} WHERE sequence = ${String(sequence)}`)
      })
      expect(codes(findings)).toEqual([['EVENT_EDITED', sequence]])
    }
  })

  test('an event taken out', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec('DELETE FROM audit_event WHERE sequence = 20')
    })
    expect(codes(findings)).toContainEqual(['EVENT_REMOVED', 20])
  })

  test('an event put in, and the rest moved up', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec('UPDATE audit_event SET sequence = -sequence - 1 WHERE sequence >= 20')
      database.exec('UPDATE audit_event SET sequence = -sequence WHERE sequence < 0')
      database.exec(`INSERT INTO audit_event SELECT 20, transaction_sequence, at, account, machine, person_id, operation, noun,
        record_id, reason, payload, payload_digest, previous_hash, hash, reverses FROM audit_event WHERE sequence = 19`)
    })
    expect(eventFindings(findings)).toEqual([['EVENT_INSERTED', 20]])
  })

  test('an event taken out, and the rest moved down', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec('DELETE FROM audit_event WHERE sequence = 20')
      database.exec('UPDATE audit_event SET sequence = -sequence + 1 WHERE sequence > 20')
      database.exec('UPDATE audit_event SET sequence = -sequence WHERE sequence < 0')
    })
    expect(eventFindings(findings)).toEqual([['EVENT_REMOVED', 20]])
  })

  test.each(['-9223372036854775808', '-9007199254740993', '0', '9007199254740993', '9223372036854775807'])(
    'an event put in under the number %s',
    async (number) => {
      const findings = await afterTampering(filledRegister(), (database) => {
        database.exec(`INSERT INTO audit_event SELECT ${number}, transaction_sequence, at, account, machine, person_id, operation,
          noun, record_id, reason, payload, payload_digest, previous_hash, hash, reverses FROM audit_event WHERE sequence = 19`)
      })
      expect(codes(findings)).toEqual([['EVENT_INSERTED', Number(number)]])
    },
  )

  test('an event moved to a number beyond all numbers', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec('UPDATE audit_event SET sequence = 9007199254740993 WHERE sequence = 20')
    })
    expect(eventFindings(findings)).toEqual([['EVENT_REORDERED', 9007199254740992]])
  })

  test('an event whose hash is written over, and no other', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec("UPDATE audit_event SET hash = '' WHERE sequence = 20")
    })
    expect(codes(findings)).toEqual([['EVENT_EDITED', 20]])
  })

  test('events put in behind the end, whatever they say', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec(`INSERT INTO audit_event SELECT (SELECT max(sequence) + 1 FROM audit_event), transaction_sequence, at, account,
        machine, person_id, operation, noun, record_id, 'x', payload, payload_digest, previous_hash, hash, reverses
        FROM audit_event WHERE sequence = 19`)
    })
    expect(findings.map((finding) => finding.code)).toEqual(['EVENT_INSERTED'])
  })

  test('the mark of the end: taken out, moved, doubled', async () => {
    const file = filledRegister()
    const end = (await afterTampering(file, (database) => {
      database.exec('UPDATE audit_head SET sequence = sequence + 1')
    })) as [Finding]
    expect(end.map((finding) => finding.code)).toEqual(['TAIL_REMOVED'])
    const last = Number(end[0].facts.sequence) - 1
    const about = (code: string, sequence: number) => ({ code, facts: { sequence, noun: '', record: '' } })
    expect(await afterTampering(file, (database) => database.exec('DELETE FROM audit_head'))).toEqual([
      about('EVENT_EDITED', last),
    ])
    expect(
      await afterTampering(file, (database) => database.exec('UPDATE audit_head SET sequence = sequence - 1')),
    ).toEqual([about('EVENT_INSERTED', last)])
    expect(
      await afterTampering(file, (database) => {
        database.pragma('ignore_check_constraints = ON')
        database.exec("INSERT INTO audit_head VALUES (2, 1, 'x')")
      }),
    ).toEqual([{ code: 'ROW_ADDED', facts: { table: 'audit_head', record: '2' } }])
  })

  test('an event forged with a right hash of its own', async () => {
    const { eventHash, eventOf } = await import('#electron/register/store/audit-log.ts')
    const findings = await afterTampering(filledRegister(), (database) => {
      const row = database.prepare('SELECT * FROM audit_event WHERE sequence = 20').get() as Parameters<
        typeof eventOf
      >[0]
      const forged = { ...row, reason: 'forged' }
      database
        .prepare('UPDATE audit_event SET reason = ?, hash = ? WHERE sequence = 20')
        .run(forged.reason, eventHash(eventOf(forged)))
    })
    expect(eventFindings(findings)).toEqual([['EVENT_EDITED', 20]])
  })

  test('two events in each other’s place', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec('UPDATE audit_event SET sequence = -1 WHERE sequence = 20')
      database.exec('UPDATE audit_event SET sequence = 20 WHERE sequence = 21')
      database.exec('UPDATE audit_event SET sequence = 21 WHERE sequence = -1')
    })
    expect(eventFindings(findings)).toEqual([
      ['EVENT_REORDERED', 20],
      ['EVENT_REORDERED', 21],
    ])
  })

  test('a tail taken off, with its rows', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      const { last } = database.prepare('SELECT max(sequence) AS last FROM audit_event').get() as { last: number }
      database.exec(`DELETE FROM audit_event WHERE sequence = ${String(last)}`)
      database.exec('DELETE FROM merge_run')
    })
    expect(findings.map((finding) => finding.code)).toEqual(['TAIL_REMOVED'])
  })

  test('the hash of an event is SHA-256 of its canonical JSON', async () => {
    const { eventHash } = await import('#electron/register/store/audit-log.ts')
    const { canonicalJson, sha256 } = await import('#electron/register/store/canonical.ts')
    const event = {
      sequence: 3,
      transactionSequence: 2,
      at: '2026-04-01T00:00:00.000Z',
      actor: { account: 'a"\u0001é', machine: '机', personId: null },
      operation: 'system.create',
      noun: 'system',
      recordId: 'x',
      reason: '理由\u2028',
      payloadDigest: 'p',
      previousHash: 'q',
    } as const
    // What no transaction takes back is hashed as it was before one could be.
    expect(eventHash({ ...event, reverses: null })).toBe(sha256(canonicalJson(event)))
    const reversing = { ...event, reverses: 1 }
    expect(eventHash(reversing)).toBe(sha256(canonicalJson(reversing)))
  })
})

test('search keys, snapshots and dropped triggers', async () => {
  const file = filledRegister()
  const search = await afterTampering(file, (database) =>
    database.exec('UPDATE search_entry SET "key" = \'x\' WHERE rowid = 1'),
  )
  expect(search.map((finding) => finding.code)).toEqual(['SEARCH_EDITED'])
  const snapshot = await afterTampering(file, (database) => database.exec("UPDATE snapshot SET content = x'00'"))
  expect(snapshot.map((finding) => finding.code)).toEqual(['SNAPSHOT_EDITED'])
  const gone = await afterTampering(file, (database) => database.exec('DELETE FROM snapshot'))
  expect(gone.map((finding) => finding.code)).toContain('SNAPSHOT_REMOVED')
  const index = await afterTampering(file, (database) => database.exec('DROP INDEX system_name'))
  expect(index).toEqual([{ code: 'SCHEMA_CHANGED', facts: { object: '- index system_name' } }])
})

describe('a row that holds what the program never writes', () => {
  const named = (findings: readonly Finding[]) =>
    findings.map((finding) => [finding.code, finding.facts.table, finding.facts.record])

  test.each([
    ['no JSON', `UPDATE system SET roles = 'x' WHERE code = 'SYS-0001'`],
    ['a number beyond all numbers', `UPDATE system SET roles = '[1e999]' WHERE code = 'SYS-0001'`],
    ['half a character', `UPDATE system SET source_notes = '{"a":"\\ud800"}' WHERE code = 'SYS-0001'`],
    ['bytes that are no text', `UPDATE system SET vendor = CAST(x'ff' AS TEXT) WHERE code = 'SYS-0001'`],
  ])('%s: that row is named and no other', async (_name, sql) => {
    const findings = await afterTampering(filledRegister(), (database) => database.exec(sql))
    expect(named(findings).filter(([code]) => code !== 'SEARCH_EDITED')).toEqual([['ROW_EDITED', 'system', 'SYS-0001']])
  })

  test('a code of bytes that are no text, which is not equal to itself once read', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec(`UPDATE system SET code = CAST(x'5359532dff' AS TEXT) WHERE code = 'SYS-0001'`)
    })
    expect(named(findings)).toContainEqual(['ROW_EDITED', 'system', 'SYS-\ufffd'])
  })

  test('a row put in without a code, or without an id', async () => {
    const file = filledRegister()
    const unit = await afterTampering(file, (database) => {
      database.exec("INSERT INTO unit (id, version, code, name_sort, kind) VALUES ('x', 1, '', 'x', 'division')")
    })
    expect(named(unit)).toContainEqual(['ROW_ADDED', 'unit', 'x'])
    const term = await afterTampering(file, (database) => {
      database.exec(`INSERT INTO term (id, version, post_id, person_id, capacity, "from")
        SELECT '', version, post_id, person_id, capacity, "from" FROM term LIMIT 1`)
    })
    expect(named(term)).toEqual([['ROW_ADDED', 'term', '']])
  })
})

describe('the search index', () => {
  const index = { code: 'SEARCH_EDITED', facts: { table: 'search_index', record: '' } }

  test.each([
    ['emptied', "INSERT INTO search_index (search_index) VALUES ('delete-all')"],
    ['with words of nobody', 'INSERT INTO search_index (rowid, "key") VALUES (99999, \'nobody\')'],
    ['with words of another', 'INSERT INTO search_index (rowid, "key") VALUES (1, \'another\')'],
    ['written over', "UPDATE search_index_data SET block = x'00'"],
    ['without a length', 'DELETE FROM search_index_docsize WHERE id = 1'],
  ])('%s', async (_name, sql) => {
    expect(
      await afterTampering(filledRegister(), (database) => {
        database.unsafeMode(true)
        database.exec(sql)
      }),
    ).toEqual([index])
  })

  test('an entry under another noun', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec("UPDATE search_entry SET noun = 'risk' WHERE noun = 'system'")
    })
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set(['SEARCH_EDITED']))
  })
})

test('a trigger that bears a name of SQLite’s own', async () => {
  const findings = await afterTampering(filledRegister(), (database) => {
    database.unsafeMode(true)
    database.exec('CREATE TRIGGER spy AFTER INSERT ON system BEGIN DELETE FROM risk; END')
    database.pragma('writable_schema = ON')
    database.exec(
      `UPDATE sqlite_schema SET name = 'sqlite_spy', sql = replace(sql, 'spy', 'sqlite_spy') WHERE name = 'spy'`,
    )
  })
  expect(findings).toEqual([{ code: 'SCHEMA_CHANGED', facts: { object: '+ trigger sqlite_spy' } }])
})

test('what is written while it is verified is no finding', async () => {
  const { register } = testRegister()
  register.change({ operation: 'test' }, (change) => {
    for (let count = 0; count < 3000; count += 1)
      change.add('person', { name: { ja: '甲', en: null }, reading: null, email: null, unitId: null })
  })
  const said: number[] = []
  const findings = await verifyRegister(register, {
    progress: (done) => {
      said.push(done)
      // The log has been read by now and the rows of people are being read: this row is newer than the log that was read.
      if (said.length === 2) createSystem(register, { name: { ja: '追加', en: null } })
    },
  })
  expect(said.slice(0, 2)).toEqual([2000, 4000])
  expect(said.indexOf(2000, 2)).toBeGreaterThan(0)
  expect(findings).toEqual([])
})
