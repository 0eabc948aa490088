/** Merging registers in files: both logs kept and verified, the state what the log says, and asked only once. */
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createPerson } from '#electron/register/accountability.ts'
import { mergeRegisters, planOf } from '#electron/register/merge/merge-registers.ts'
import { canonicalJson } from '#electron/register/store/canonical.ts'
import { originOf } from '#electron/register/store/kept-log.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem, updateSystem } from '#electron/register/systems.ts'
import { noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { fillOneOfEach } from '../support/one-of-each.ts'
import { answered } from '../support/merge-answers.ts'
import { copyOfSide, otherOf, registerOfSide } from '../support/two-registers.ts'

const ja = (text: string) => ({ ja: text, en: null })
const silent = () => undefined

describe('a register of its own', () => {
  test('comes in with its log, and is verified with it', async () => {
    const own = registerOfSide('a')
    createSystem(own.register, { name: ja('自社の仕組み') })
    const sub = registerOfSide('b')
    fillOneOfEach(sub.register)
    sub.register.close()
    const before = readFileSync(sub.file)
    const { sides } = await otherOf(own.register, sub.file)
    expect([sides.relation, sides.known]).toEqual(['other', { sequence: 0, runId: null, shared: 0 }])
    const { plan, answers } = answered(own.register, sides, 'theirs')
    const head = sides.other.register.head()
    const { run, copy } = await mergeRegisters(
      own.register,
      sides,
      { answers, entityUnitId: null, headHash: head.hash },
      silent,
    )
    expect([run.headSequence, run.headHash, run.baseSequence, run.baseRunId, run.added]).toEqual([
      head.sequence,
      head.hash,
      0,
      null,
      plan.counts.added,
    ])
    expect(readFileSync(sub.file).equals(before)).toBe(true)
    expect(await verifyRegister(own.register)).toEqual([])
    expect(canonicalJson(replay(own.register.read).state())).toBe(canonicalJson(currentState(own.register.read)))
    const kept = own.register.read.prepare('SELECT count(*) FROM merge_event').pluck().get()
    expect(kept).toBe(head.sequence)
    // The copy of before is a whole register without the merge.
    const earlier = openRegister(copy, { surroundings: own.register.surroundings, mode: 'read' })
    expect(currentState(earlier.read).systems.map(({ name }) => name.ja)).toEqual(['自社の仕組み'])
    earlier.close()
    const systems = currentState(own.register.read).systems
    expect(
      systems.map(({ code, name, id }) => [code, name.ja, originOf(own.register.read, id)?.theirCode ?? null]),
    ).toEqual([
      ['SYS-0001', '自社の仕組み', null],
      ['SYS-0002', '倉庫自動搬送車の人検知', 'SYS-0002'],
      ['SYS-0003', '配送ルート最適化', 'SYS-0001'],
    ])
    // What was locked, signed and decided there stays in its log.
    expect(
      [...new Set(plan.apart.map(({ noun }) => noun))]
        .filter((noun) => ['pack', 'attestation', 'decision', 'system'].includes(noun))
        .sort(),
    ).toEqual(['attestation', 'decision', 'pack'])
    const again = await otherOf(own.register, sub.file)
    expect([again.sides.known.sequence, again.sides.known.runId]).toEqual([head.sequence, run.id])
    const next = planOf(own.register, again.sides, noAnswers)
    expect([next.writes, next.matches, next.conflicts]).toEqual([[], [], []])
  })

  test('asks next time only what is new there', async () => {
    const own = registerOfSide('a')
    const theirs = registerOfSide('b')
    const mine = createSystem(own.register, { name: ja('需要の予測'), notes: '当社の注' })
    const system = createSystem(theirs.register, { name: ja('需要の予測'), notes: '子会社の注' })
    const first = await otherOf(own.register, theirs.file)
    const open = planOf(own.register, first.sides, noAnswers)
    expect(open.matches.map(({ theirId, suggestions, answer }) => [theirId, suggestions, answer])).toEqual([
      [system.id, [{ id: mine.id, reason: 'code_and_name' }], null],
    ])
    const { answers } = answered(own.register, first.sides, 'ours')
    const headHash = first.other.register.head().hash
    const { run: before } = await mergeRegisters(
      own.register,
      first.sides,
      { answers, entityUnitId: null, headHash },
      silent,
    )
    expect(currentState(own.register.read).systems.map(({ notes }) => notes)).toEqual(['当社の注'])
    updateSystem(theirs.register, { id: system.id, version: 1, patch: { tier: 'high' } })
    const second = await otherOf(own.register, theirs.file)
    const next = planOf(own.register, second.sides, noAnswers)
    expect([next.matches, next.conflicts, next.writes.map(({ after }) => (after as { tier?: unknown }).tier)]).toEqual([
      [],
      [],
      ['high'],
    ])
    const secondHead = second.other.register.head().hash
    const { run } = await mergeRegisters(
      own.register,
      second.sides,
      { answers: noAnswers, entityUnitId: null, headHash: secondHead },
      silent,
    )
    expect([run.baseRunId, run.baseSequence, run.headSequence - run.baseSequence]).toEqual([
      before.id,
      before.headSequence,
      1,
    ])
    updateSystem(theirs.register, { id: system.id, version: 2, patch: { notes: '子会社の新しい注' } })
    const third = await otherOf(own.register, theirs.file)
    expect(
      planOf(own.register, third.sides, noAnswers).conflicts.map(({ field, base, ours, theirs: other }) => [
        field,
        base,
        ours,
        other,
      ]),
    ).toEqual([['notes', '子会社の注', '当社の注', '子会社の新しい注']])
    expect(await verifyRegister(own.register)).toEqual([])
  })
})

describe('two copies of one register', () => {
  test('are united from where they went apart', async () => {
    const own = registerOfSide('a')
    const system = createSystem(own.register, { name: ja('共通の仕組み') })
    own.register.close()
    const [mine, copy] = [copyOfSide(own.file, 'b'), copyOfSide(own.file, 'c')]
    updateSystem(mine, { id: system.id, version: 1, patch: { tier: 'high', notes: 'こちら' } })
    createSystem(mine, { name: ja('需要の予測') })
    updateSystem(copy, { id: system.id, version: 1, patch: { vendor: '北辰', notes: 'あちら' } })
    createSystem(copy, { name: ja('契約書の要約') })
    createPerson(copy, { name: ja('和田 修') })
    const { sides } = await otherOf(mine, copy.file)
    expect([sides.relation, sides.known.sequence > 0]).toEqual(['copy', true])
    const { answers } = answered(mine, sides, 'theirs')
    expect(Object.keys(answers.choices)).toEqual([`system:${system.id}:notes`])
    const { run } = await mergeRegisters(
      mine,
      sides,
      { answers, entityUnitId: null, headHash: copy.head().hash },
      silent,
    )
    expect([run.relation, run.baseSequence]).toEqual(['copy', sides.known.sequence])
    expect(
      currentState(mine.read).systems.map(({ code, name, tier, vendor, notes }) => [
        code,
        name.ja,
        tier,
        vendor,
        notes,
      ]),
    ).toEqual([
      ['SYS-0001', '共通の仕組み', 'high', '北辰', 'あちら'],
      ['SYS-0002', '需要の予測', null, null, null],
      ['SYS-0003', '契約書の要約', null, null, null],
    ])
    expect(await verifyRegister(mine)).toEqual([])
    expect(mine.read.prepare('SELECT count(*) FROM merge_event').pluck().get()).toBe(3)
  })
})

describe('a kept log', () => {
  test('is held by its chain, and what was decided by its digest', async () => {
    const own = registerOfSide('a')
    const sub = registerOfSide('b')
    createSystem(sub.register, { name: ja('子会社の仕組み') })
    const { sides, other } = await otherOf(own.register, sub.file)
    const { run } = await mergeRegisters(
      own.register,
      sides,
      { answers: noAnswers, entityUnitId: null, headHash: other.register.head().hash },
      silent,
    )
    own.register.close()
    const tampered = (sql: string) => {
      const database = new Database(own.file)
      const [, table = ''] = /(merge_\w+)/.exec(sql) ?? []
      const triggers = database
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
        .all(table) as { name: string; sql: string }[]
      for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
      database.exec('SAVEPOINT before')
      database.exec(sql)
      for (const each of triggers) database.exec(each.sql)
      database.exec('RELEASE before')
      database.close()
    }
    const found = async () => {
      const register = openRegister(own.file, { surroundings: own.register.surroundings, mode: 'inspect' })
      const findings = await verifyRegister(register)
      register.close()
      return findings
    }
    expect(await found()).toEqual([])
    tampered("UPDATE merge_event SET reason = 'x' WHERE sequence = 2")
    tampered("UPDATE merge_entry SET their_code = 'SYS-9999' WHERE their_code = 'SYS-0001'")
    tampered(
      `INSERT INTO merge_entry (run_id, position, kind, noun, their_id) VALUES ('nobody', 1, 'added', 'system', 'x')`,
    )
    expect(await found()).toEqual([
      { code: 'KEPT_LOG_BROKEN', facts: { run: run.id, sequence: 2 } },
      { code: 'MERGE_DECISIONS_EDITED', facts: { run: run.id } },
      { code: 'ROW_ADDED', facts: { table: 'merge_entry', record: 'nobody' } },
    ])
  })
})

describe('what is refused', () => {
  test('the open register itself, a file whose log does not bear it out, and what has no answer', async () => {
    const own = registerOfSide('a')
    const sub = registerOfSide('b')
    createSystem(own.register, { name: ja('需要の予測') })
    createSystem(sub.register, { name: ja('需要の予測') })
    await expect(otherOf(own.register, own.file)).rejects.toMatchObject({ code: 'MERGE_SAME_FILE' })
    const { sides, other } = await otherOf(own.register, sub.file)
    const headHash = other.register.head().hash
    await expect(
      mergeRegisters(own.register, sides, { answers: noAnswers, entityUnitId: null, headHash }, silent),
    ).rejects.toMatchObject({
      code: 'MERGE_UNDECIDED',
      facts: { count: 1 },
    })
    await expect(
      mergeRegisters(own.register, sides, { answers: noAnswers, entityUnitId: null, headHash: '0'.repeat(64) }, silent),
    ).rejects.toMatchObject({ code: 'PREVIEW_OUTDATED' })
    sub.register.close()
    const database = new Database(sub.file)
    database.exec("UPDATE system SET notes = 'x'")
    database.close()
    await expect(otherOf(own.register, sub.file)).rejects.toMatchObject({
      code: 'FILE_TAMPERED',
      facts: { first: 'ROW_EDITED' },
    })
    expect(await verifyRegister(own.register)).toEqual([])
  })
})
