/**
 * Saved views: in the register, so that all who open it share them, and outside its log, since they say how records are looked
 * at and nothing of the records. What a person looked at last is a preference and stays on their computer.
 */
import { z } from 'zod'
import { lastListSchema, type LastList, listViewSchema, type ListView, type SavedView } from '#shared/contract/views.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { JsonValue, Preferences } from '#electron/shell.ts'
import type { ReadHandle, WriteHandle } from './store/query.ts'
import type { Register } from './store/register-file.ts'

interface Row {
  readonly id: string
  readonly noun: CodedNoun
  readonly name: string
  readonly view: string
}

/** All views as they lie in the file, those of a later version too: they go out with an export and come in with it. */
export function allViews(read: ReadHandle): readonly KeptView[] {
  return read.prepare('SELECT id, noun, name, view FROM saved_view ORDER BY id').all() as KeptView[]
}

export const keptViewSchema = z.strictObject({
  id: z.uuid(),
  noun: z.enum(codedNouns),
  name: z.string().max(1000),
  view: z.string(),
})
export type KeptView = z.infer<typeof keptViewSchema>

/** Views of an export, into a register that has none. */
export function keepViews(write: WriteHandle, views: readonly KeptView[]): void {
  for (const { id, noun, name, view } of views)
    write.statement('INSERT INTO saved_view (id, noun, name, view) VALUES (?, ?, ?, ?)').run(id, noun, name, view)
}

/** The views of a noun, by name. */
export function savedViews(register: Register, noun: CodedNoun): readonly SavedView[] {
  const rows = register.read
    .prepare('SELECT id, noun, name, view FROM saved_view WHERE noun = ? ORDER BY name, id')
    .all(noun) as Row[]
  return rows.flatMap((row) => {
    const view = viewIn(row.view)
    // A later version may keep what this one cannot read: it is left in the file and not offered.
    return view === null ? [] : [{ ...row, view }]
  })
}

/** Saves a view under a new name. INVALID with NAME_TAKEN where the noun has one of that name. */
export function saveView(
  register: Register,
  input: { readonly noun: CodedNoun; readonly name: string; readonly view: ListView },
): SavedView {
  const id = register.surroundings.newId()
  return register.changeUnlogged((write) => {
    assertFree(register, input.noun, input.name, id)
    write
      .statement('INSERT INTO saved_view (id, noun, name, view) VALUES (?, ?, ?, ?)')
      .run(id, input.noun, input.name, JSON.stringify(input.view))
    return { id, ...input }
  })
}

/** Gives a view another content. NOT_FOUND where somebody has removed it. */
export function replaceView(register: Register, input: { readonly id: string; readonly view: ListView }): SavedView {
  return register.changeUnlogged((write) => {
    const row = stored(register, input.id)
    write.statement('UPDATE saved_view SET view = ? WHERE id = ?').run(JSON.stringify(input.view), input.id)
    return { ...row, view: input.view }
  })
}

export function renameView(register: Register, input: { readonly id: string; readonly name: string }): SavedView {
  return register.changeUnlogged((write) => {
    const row = stored(register, input.id)
    assertFree(register, row.noun, input.name, input.id)
    write.statement('UPDATE saved_view SET name = ? WHERE id = ?').run(input.name, input.id)
    return { ...row, name: input.name }
  })
}

export function removeView(register: Register, id: string): void {
  register.changeUnlogged((write) => {
    write.statement('DELETE FROM saved_view WHERE id = ?').run(stored(register, id).id)
  })
}

function stored(register: Register, id: string): SavedView {
  const row = register.read.prepare('SELECT id, noun, name, view FROM saved_view WHERE id = ?').get(id) as
    Row | undefined
  if (row === undefined) throw new Problem('NOT_FOUND', { noun: '', id })
  return { ...row, view: viewIn(row.view) ?? listViewSchema.parse({}) }
}

function assertFree(register: Register, noun: CodedNoun, name: string, id: string): void {
  const taken = register.read
    .prepare('SELECT 1 FROM saved_view WHERE noun = ? AND name = ? AND id <> ?')
    .get(noun, name, id)
  if (taken !== undefined) throw new Problem('INVALID', { noun: 'savedView', field: 'name', issue: 'NAME_TAKEN' })
}

function viewIn(text: string): ListView | null {
  try {
    return listViewSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** By register and noun, under one key of the preferences. */
const preference = 'lists'
const remembered = z.record(z.string(), z.record(z.string(), z.unknown()))

/** What this person looked at last in a list of this register; null where that is not known. */
export async function lastList(
  preferences: Preferences,
  register: Register,
  noun: CodedNoun,
): Promise<LastList | null> {
  const all = remembered.safeParse((await preferences.read())[preference]).data
  return lastListSchema.safeParse(all?.[register.organisation().registerId]?.[noun]).data ?? null
}

export async function rememberList(
  preferences: Preferences,
  register: Register,
  noun: CodedNoun,
  last: LastList,
): Promise<void> {
  const { registerId } = register.organisation()
  const all = remembered.safeParse((await preferences.read())[preference]).data ?? {}
  const next = { ...all, [registerId]: { ...all[registerId], [noun]: last } }
  await preferences.write(preference, next as JsonValue)
}
