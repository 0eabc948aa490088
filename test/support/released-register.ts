/**
 * A register as a released version left it on somebody's disk: one row at least in every table, every column filled
 * somewhere, a history, withdrawn records, two locked packs, the lease of a program that crashed. Made once per released
 * schema (`npm run release:fixture`) and kept for ever, since no later program can make it again.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { newRegister } from '#electron/register/new-register.ts'
import { lockVerified } from '#electron/register/packs.ts'
import { withdrawRecord } from '#electron/register/records.ts'
import { latestVersion } from '#electron/register/store/migrate.ts'
import { openRegister, type Register, type Surroundings } from '#electron/register/store/register-file.ts'
import { replay } from '#electron/register/store/replay.ts'
import { tableOf } from '#electron/register/store/tables.ts'
import { type Noun, nouns, type RecordOf } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { fillOneOfEach } from './one-of-each.ts'

/** A cell as JSON can say it: bytes by their digest. */
type Cell = string | number | null | { readonly sha256: string }
export type TableRow = Readonly<Record<string, Cell>>

/** What a kept register must hold, whichever later version opens it. */
export interface ReleasedRegister {
  readonly appVersion: string
  readonly schemaVersion: number
  /** Of the file as it was kept. */
  readonly sha256: string
  readonly head: { readonly sequence: number; readonly hash: string }
  readonly tables: Readonly<Record<string, readonly TableRow[]>>
  /** The state that the log says. */
  readonly state: RegisterState
  /** What the packs froze, by their codes. */
  readonly snapshots: Readonly<Record<string, RegisterState>>
}

/** Ids that count, a clock that advances a second at each reading, a machine that does not exist. */
function surroundings(): Surroundings {
  let time = Date.parse('2026-11-27T01:00:00.000Z')
  let ids = 0
  return {
    clock: () => {
      time += 1000
      return new Date(time).toISOString()
    },
    newId: () => {
      ids += 1
      return `019a0000-0000-7000-8000-${String(ids).padStart(12, '0')}`
    },
    account: 'aya.yamamoto',
    machine: 'RISK-PC-07',
    processId: 4242,
    isRunning: (processId) => processId === 4242,
  }
}

/** Makes the register with the program as it is now. */
export function makeReleasedRegister(file: string): void {
  const here = surroundings()
  newRegister(file, here, { language: 'ja', name: { ja: '架空商事', en: 'Kaku Trading' }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings: here, mode: 'write' })
  try {
    const made = fillOneOfEach(register)
    register.personId = made.person.id
    fillEveryField(register, made)
    withdrawCopies(register)
    withdrawRecord(register, 'system', { id: made.base.id, version: made.base.version, reason: '重複登録' })
    lockVerified(register, { asOf: '2026-11-27', title: '臨時報告' })
    register.changeUnlogged((write) => {
      write
        .statement('INSERT INTO saved_view (id, noun, name, view) VALUES (?, ?, ?, ?)')
        .run(here.newId(), 'system', '高リスク', '{"tier":["high"]}')
    })
  } finally {
    register.close()
  }
  leaveLease(file)
}

/** Changes a record so that each of its fields says something. */
function fillEveryField(register: Register, made: ReturnType<typeof fillOneOfEach>): void {
  const { person, tester, post, unit, system, risk, control } = made
  const both = (ja: string, en: string) => ({ ja, en })
  register.change({ operation: 'fixture.fill', reason: 'すべての項目を埋める' }, (change) => {
    const fill = <N extends Noun>(noun: N, id: string, patch: Partial<RecordOf<N>>) =>
      change.update(noun, change.get(noun, id), patch)
    const first = (table: string) => (change.read.prepare(`SELECT id FROM ${table}`).get() as { id: string }).id
    const approved = { to: '2027-03-31', approverPersonId: person.id, approvedOn: '2026-04-01' } as const

    fill('organisation', first('organisation'), {
      parentRegisterId: change.newId(),
      entityCode: '1234567890123',
      sampleDay: '2026-11-27',
    })
    fill('scale', first('scale'), approved)
    fill('appetite', first('appetite'), { ...approved, statement: both('許容しない', 'Not accepted') })
    fill('threshold', first('threshold'), approved)
    const company = change.add('unit', {
      name: both('架空商事', 'Kaku Trading'),
      reading: 'かくうしょうじ',
      kind: 'legal_entity',
      parentId: null,
      from: '2020-04-01',
      to: null,
      successorId: null,
      sectors: [],
    })
    const later = change.add('unit', {
      name: both('新物流事業部', 'New Logistics'),
      reading: null,
      kind: 'division',
      parentId: company.id,
      from: '2027-04-01',
      to: null,
      successorId: null,
      sectors: [],
    })
    fill('unit', unit.id, {
      name: both('物流事業部', 'Logistics'),
      reading: 'ぶつりゅう',
      parentId: company.id,
      from: '2020-04-01',
      to: '2027-03-31',
      successorId: later.id,
    })
    fill('person', person.id, { email: 'makoto.takahashi@example.com' })
    const board = change.add('post', {
      name: both('取締役会', 'Board'),
      kind: 'board',
      unitId: company.id,
      reportsToId: null,
      overseenById: null,
      from: null,
      to: null,
    })
    fill('post', post.id, {
      name: both('物流担当役員', 'Executive for logistics'),
      reportsToId: board.id,
      overseenById: board.id,
      from: '2020-04-01',
      to: '2027-03-31',
    })
    fill('term', made.term.id, { to: '2027-03-31' })
    const importId = first('import_run')
    fill('system', system.id, {
      name: both('倉庫自動搬送車の人検知', 'Person detection of warehouse vehicles'),
      reading: 'そうこじどうはんそうしゃ',
      purpose: both('人との接触を防ぐ', 'Keeps vehicles away from people'),
      kind: 'embedded',
      roles: ['business_user'],
      model: 'HK-7',
      contract: 'C-2026-014',
      autonomy: 'acts_supervised',
      humanOversight: both('監視員が止める', 'A guard can stop it'),
      affected: both('倉庫の作業員', 'Warehouse workers'),
      tier: 'high',
      personalData: 'no',
      jurisdictions: ['EU', 'JP'],
      goLiveOn: '2026-04-01',
      nextReviewOn: '2027-01-31',
      notes: '改行\nと「引用」と絵文字🦺',
      sourceKey: 'A-001',
      sourceNotes: [['備考', '旧台帳 12 行']],
      importId,
    })
    fill('assignment', made.assignment.id, { to: '2027-03-31' })
    change.add('assignment', {
      role: 'system_owner',
      subject: 'system',
      subjectId: system.id,
      postId: null,
      personId: tester.id,
      from: '2026-04-01',
      to: null,
    })
    fill('attestation', made.attestation.id, { note: '現地で確認' })
    fill('risk', risk.id, {
      name: both('人検知が働かず作業員が負傷', 'A worker is hurt because nobody was detected'),
      cause: both('逆光', 'Backlight'),
      event: both('検知漏れ', 'A person is missed'),
      consequence: both('負傷', 'Injury'),
      status: 'closed',
      closedOn: '2026-11-20',
      closedReason: '設備を更新した',
      treatment: 'mitigate',
      identifiedOn: '2026-03-01',
      nextReviewOn: '2027-01-31',
      targetOn: '2026-12-31',
      notes: 'メモ',
    })
    fill('acceptance', made.acceptance.id, { endedOn: '2026-06-01', endedReason: '更新のため' })
    const { id: _id, code: _code, version: _version, withdrawn: _withdrawn, ...accepted } = made.acceptance
    change.add('acceptance', { ...accepted, from: '2026-06-02', to: '2026-12-31', renewsId: made.acceptance.id })
    fill('control', control.id, {
      name: both('人検知の月次試験', 'Monthly test of person detection'),
      description: both('試験体で確認する', 'Checked with a dummy'),
      notApplicable: { reason: '更新中は使わない', approverPersonId: person.id, on: '2026-11-01' },
      nextReviewOn: '2027-01-31',
      notes: 'メモ',
    })
    fill('controlTest', made.controlTest.id, { note: '良好' })
    fill('evidence', made.evidence.id, {
      name: both('試験記録', 'Test record'),
      location: '書庫 3-2',
      obtainedOn: '2026-04-01',
      notes: 'メモ',
    })
    fill('action', made.action.id, {
      name: both('検知器の更新', 'Replace the detector'),
      description: both('新型に替える', 'A newer model'),
      state: 'verified',
      doneOn: '2026-11-10',
      verifiedOn: '2026-11-20',
      verifierId: tester.id,
      notes: 'メモ',
    })
  })
}

/** Of every noun that can be withdrawn one record that is. */
function withdrawCopies(register: Register): void {
  register.change({ operation: 'fixture.withdraw', reason: '誤って登録した' }, (change) => {
    const withdrawn = { on: '2026-11-26', reason: '誤って登録した' }
    for (const noun of nouns.filter((each) => each !== 'organisation' && each !== 'pack')) {
      const { id } = change.read.prepare(`SELECT id FROM ${tableOf(noun)} ORDER BY 1`).get() as { id: string }
      const { code: _code, ...values } = change.get(noun, id) as RecordOf<'system'>
      const copy = change.add(noun, { ...values, id: change.newId() })
      change.update(noun, copy, { withdrawn })
    }
  })
}

/** What a crash leaves behind: the next opening, long after, takes the register over. */
function leaveLease(file: string): void {
  const database = new Database(file)
  try {
    database
      .prepare(
        'INSERT INTO lease (id, holder, account, machine, process_id, since, heartbeat) VALUES (1, ?, ?, ?, ?, ?, ?)',
      )
      .run('crashed', 'aya.yamamoto', 'RISK-PC-07', 4242, '2026-11-27T02:00:00.000Z', '2026-11-27T02:10:00.000Z')
  } finally {
    database.close()
  }
}

/** Writes down what a kept file holds; the file is read and not opened for writing. */
export function describeReleasedRegister(file: string, appVersion: string): ReleasedRegister {
  const register = openRegister(file, { surroundings: surroundings(), mode: 'read' })
  const database = new Database(file, { readonly: true })
  try {
    const tables = rowsOfEveryTable(database)
    const snapshots = (tables.pack ?? []).map((pack) => {
      const row = database.prepare('SELECT content FROM snapshot WHERE digest = ?').get(pack.data_digest) as {
        content: Uint8Array
      }
      return [pack.code as string, JSON.parse(inflateRawSync(row.content).toString('utf8')) as RegisterState] as const
    })
    return {
      appVersion,
      schemaVersion: latestVersion,
      sha256: digest(readFileSync(file)),
      head: register.head(),
      tables,
      state: replay(register.read).state(),
      snapshots: Object.fromEntries(snapshots),
    }
  } finally {
    database.close()
    register.close()
  }
}

/** Rows that opening and going on writing change by themselves. */
const notCompared = new Set(['schema_step', 'lease', 'audit_head'])

/** The rows of every table of a file, as they lie there. */
export function tablesOf(file: string): Record<string, TableRow[]> {
  const database = new Database(file, { readonly: true })
  try {
    return rowsOfEveryTable(database)
  } finally {
    database.close()
  }
}

/** Rows that are no longer there as they were; a column more is none, nor is a row that a migration adds. */
export function lostRows(before: Readonly<Record<string, readonly TableRow[]>>, after: typeof before): string[] {
  return Object.entries(before)
    .filter(([table]) => !notCompared.has(table))
    .flatMap(([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {})
      const text = (row: TableRow) => JSON.stringify(columns.map((column) => row[column]))
      const found = new Set((after[table] ?? []).map(text))
      return rows.filter((row) => !found.has(text(row))).map((row) => `${table} ${text(row)}`)
    })
}

/** All rows of all tables but the insides of the search index, in the order of their numbers or keys. */
export function rowsOfEveryTable(database: Database.Database): Record<string, TableRow[]> {
  const names = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => {
      const key = (database.pragma(`table_info("${name}")`) as { name: string; pk: number }[])
        .filter((column) => column.pk > 0)
        .map((column) => `"${column.name}"`)
      const rows = database.prepare(`SELECT * FROM "${name}" ORDER BY ${key.join(', ')}`).all() as Record<
        string,
        string | number | null | Uint8Array
      >[]
      return [name, rows.map((row) => mapCells(row))]
    }),
  )
}

function mapCells(row: Readonly<Record<string, string | number | null | Uint8Array>>): TableRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [column, cell instanceof Uint8Array ? { sha256: digest(cell) } : cell]),
  )
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** No verb withdraws these. */
const neverWithdrawn = ['organisation', 'pack']

/** Tables without a row, and columns that no row fills: a fixture that shows nothing of them proves nothing of them. */
export function emptyPlaces(tables: Readonly<Record<string, readonly TableRow[]>>): string[] {
  return Object.entries(tables).flatMap(([table, rows]) => {
    const [one] = rows
    if (one === undefined) return [table]
    return Object.keys(one)
      .filter((column) => !(neverWithdrawn.includes(table) && column.startsWith('withdrawn_')))
      .filter((column) => rows.every((row) => row[column] === null))
      .map((column) => `${table}.${column}`)
  })
}
