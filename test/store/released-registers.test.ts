/**
 * Registers that released versions left on people's disks (test/fixtures/registers): today's program opens a copy, migrates
 * it, and finds in it everything that was in it.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { allPacks, snapshotOf } from '#electron/register/packs.ts'
import { packInput } from '#electron/register/pack-input.ts'
import { canonicalJson, sha256 } from '#electron/register/store/canonical.ts'
import { migrationSteps } from '#electron/register/store/migrate.ts'
import { openRegister, type OpenOptions, type Register } from '#electron/register/store/register-file.ts'
import { currentState, replay } from '#electron/register/store/replay.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { createSystem } from '#electron/register/systems.ts'
import { type Noun, nouns, nounSchemas } from '#shared/domain/nouns.ts'
import { type RegisterState, stateKeys } from '#shared/domain/register-state.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import { temporaryFolder, testSurroundings } from '#test/support/register.ts'
import { emptyPlaces, lostRows, type ReleasedRegister, tablesOf } from '#test/support/released-register.ts'

const kept = join(import.meta.dirname, '../fixtures/registers')
const versions = readdirSync(kept)

/**
 * What a field holds in a record that was written before there was such a field, where that is not "nothing" (null, no
 * items, no text). By noun and field; the migration that adds the field gives the same.
 */
const valuesOfNewFields: Partial<Record<Noun, Readonly<Record<string, unknown>>>> = {
  organisation: { dayCalendar: 'gregorian', dpiaDays: 90, deidentificationDays: 60 },
  system: { writeAccess: 'unknown' },
}

function holdsOf(version: string): ReleasedRegister {
  return JSON.parse(readFileSync(join(kept, version, 'holds.json'), 'utf8')) as ReleasedRegister
}

/** A copy of a kept register, opened for writing by today's program, long after. */
function openCopy(version: string, options: Partial<OpenOptions> = {}): { file: string; register: Register } {
  const file = join(temporaryFolder(), 'register.daicho')
  copyFileSync(join(kept, version, 'register.daicho'), file)
  const surroundings = { ...testSurroundings('2027-04-01T00:00:00.000Z'), newId: laterIds() }
  const register = openRegister(file, { surroundings, mode: 'write', ...options })
  onTestFinished(() => {
    register.close()
  })
  return { file, register }
}

function laterIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `019b0000-0000-7000-8000-${String(count).padStart(12, '0')}`
  }
}

/** A value that says nothing: null, no items, or an object of such values. */
function saysNothing(value: unknown): boolean {
  if (value === null) return true
  return typeof value === 'object' && Object.values(value).every(saysNothing)
}

/** Fields that changed, went, or came with another value than the one that a new field has in an old record. */
function changedFields(before: RegisterState, after: RegisterState): string[] {
  // A state that was frozen before there was a noun has no list of it.
  const recordsOf = (state: Partial<RegisterState>, noun: Noun) =>
    (noun === 'organisation' ? [state.organisation] : (state[stateKeys[noun]] ?? [])) as readonly Readonly<
      Record<string, unknown>
    >[]
  return nouns.flatMap((noun) => {
    const now = new Map(recordsOf(after, noun).map((record) => [record.id, record]))
    return recordsOf(before, noun).flatMap((record) => {
      const name = `${noun} ${String(record.id)}`
      const found = now.get(record.id)
      if (found === undefined) return [name]
      const fields = new Set([...Object.keys(record), ...Object.keys(found)])
      return [...fields]
        .filter((field) =>
          field in record
            ? !(field in found) || canonicalJson(found[field]) !== canonicalJson(record[field])
            : !saysNothing(found[field]) &&
              canonicalJson(found[field]) !== canonicalJson(valuesOfNewFields[noun]?.[field] ?? null),
        )
        .map((field) => `${name}.${field}`)
    })
  })
}

describe.each(versions)('a register of version %s', (version) => {
  const holds = holdsOf(version)

  test('is the file that was kept, and shows something of every table and column', () => {
    const bytes = readFileSync(join(kept, version, 'register.daicho'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(holds.sha256)
    expect(emptyPlaces(holds.tables)).toEqual([])
    expect(holds.appVersion).toBe(version)
  })

  test('was made by migrations that have not been edited since', () => {
    const steps = migrationSteps.filter((step) => step.version <= holds.schemaVersion)
    expect(steps.map((step) => ({ version: step.version, name: step.name, sha256: sha256(step.sql) }))).toEqual(
      holds.tables.schema_step,
    )
  })

  test('opens for writing, and holds all that it held', async () => {
    const { file, register } = openCopy(version)
    expect(register.readOnly).toBeNull()
    expect(register.schemaDifferences).toEqual([])
    expect(await verifyRegister(register)).toEqual([])
    expect(lostRows(holds.tables, tablesOf(file))).toEqual([])
    const event = register.read.prepare('SELECT hash FROM audit_event WHERE sequence = ?').get(holds.head.sequence)
    expect(event).toEqual({ hash: holds.head.hash })
    const state = currentState(register.read)
    expect(changedFields(holds.state, state)).toEqual([])
    expect(canonicalJson(replay(register.read).state())).toBe(canonicalJson(state))
    for (const noun of nouns) {
      const records = noun === 'organisation' ? [state.organisation] : state[stateKeys[noun]]
      for (const record of records) expect(nounSchemas[noun].safeParse(record).error, noun).toBeUndefined()
    }
  })

  test('still prints the packs that were locked, from what they froze', () => {
    const { register } = openCopy(version)
    const packs = allPacks(register)
    expect(packs.map((pack) => pack.code).sort()).toEqual(Object.keys(holds.snapshots).sort())
    for (const pack of packs) {
      const frozen = holds.snapshots[pack.code]
      expect(frozen && changedFields(frozen, snapshotOf(register, pack))).toEqual([])
      for (const language of ['ja', 'en'] as const) {
        const model = buildPackModel(packInput(register, pack, language, version))
        expect(JSON.stringify(model)).toContain(pack.dataDigest)
      }
    }
  })

  test('can be gone on with', async () => {
    const { register } = openCopy(version)
    const [system] = currentState(register.read).systems
    const added = createSystem(register, { name: { ja: '後から足したシステム', en: null } })
    expect(Number(added.code.slice(4))).toBeGreaterThan(Number(system?.code.slice(4)))
    expect(await verifyRegister(register)).toEqual([])
  })

  test('shows a migration that loses or changes something', () => {
    const careless = {
      version: 9990,
      name: 'careless',
      sql: `UPDATE system SET vendor = NULL WHERE vendor IS NOT NULL; DELETE FROM control_risk;
        ALTER TABLE risk ADD COLUMN more TEXT`,
    }
    const { file } = openCopy(version, { steps: [...migrationSteps, careless] })
    expect(new Set(lostRows(holds.tables, tablesOf(file)).map((row) => row.split(' ')[0]))).toEqual(
      new Set(['system', 'control_risk']),
    )
  })
})

test('the comparison of records names what changed, went, or came with a value', () => {
  const state = holdsOf('0.1.0').state
  const [first, ...others] = state.systems
  if (first === undefined) throw new Error('the register of 0.1.0 has systems')
  const { vendor: _vendor, ...without } = first
  const changed = {
    ...without,
    tier: 'low',
    tags: ['new'],
    score: null,
    note: { ja: null, en: null },
  } as unknown as typeof first
  const names = changedFields(state, { ...state, systems: [changed, ...others.slice(1)] })
  expect(names).toEqual([
    ...['tier', 'vendor', 'tags'].map((field) => `system ${first.id}.${field}`),
    `system ${String(others[0]?.id)}`,
  ])
})
