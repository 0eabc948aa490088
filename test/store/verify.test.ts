/** Verify finds and names what was changed behind the application's back, in the log and in every table. */
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Finding } from '#shared/domain/verification.ts'
import { nouns } from '#shared/domain/nouns.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { linkTables, nounTables, tableOf } from '#electron/register/store/tables.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testRegister, testSurroundings } from '#test/support/register.ts'

/** A filled register, closed; `tamper` changes a copy of it by plain SQL and returns what verify then finds. */
function filledRegister() {
  const { register, file } = testRegister()
  fillOneOfEach(register)
  register.close()
  return file
}

let copies = 0
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
            type.startsWith('integer') || type === 'real'
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
        record_id, reason, payload, payload_digest, previous_hash, hash FROM audit_event WHERE sequence = 19`)
    })
    expect(findings.map((finding) => finding.code)).toContain('EVENT_REORDERED')
    expect(codes(findings).some(([, sequence]) => sequence === 20)).toBe(true)
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
    expect(codes(findings)).toContainEqual(['EVENT_INSERTED', 21])
  })

  test('two events in each other’s place', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      database.exec('UPDATE audit_event SET sequence = -1 WHERE sequence = 20')
      database.exec('UPDATE audit_event SET sequence = 20 WHERE sequence = 21')
      database.exec('UPDATE audit_event SET sequence = 21 WHERE sequence = -1')
    })
    expect(codes(findings)).toContainEqual(['EVENT_REORDERED', 20])
    expect(codes(findings)).toContainEqual(['EVENT_REORDERED', 21])
  })

  test('a tail taken off, with its rows', async () => {
    const findings = await afterTampering(filledRegister(), (database) => {
      const { last } = database.prepare('SELECT max(sequence) AS last FROM audit_event').get() as { last: number }
      database.exec(`DELETE FROM audit_event WHERE sequence = ${String(last)}`)
      database.exec('DELETE FROM pack')
      database.exec('DELETE FROM snapshot')
      database.exec("DELETE FROM search_entry WHERE noun = 'pack'")
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
    expect(eventHash(event)).toBe(sha256(canonicalJson(event)))
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
