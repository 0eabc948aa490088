/**
 * Reads a requirement pack from the text of its file. A pack that does not fit is refused whole, with the item and the
 * reason: REQUIREMENT_PACK_REFUSED with `item` (an id, or the place in the file) and `issue` (a word of the catalogue).
 */
import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { type RequirementPack, requirementPackSchema } from './requirement-pack.ts'

/** The pack in the text of a JSON file. */
export function readRequirementPack(text: string): RequirementPack {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refused('', 'PACK_NOT_JSON')
  }
  return checkRequirementPack(value)
}

/** The value as a pack; what the schema cannot say of items that name each other is looked at here. */
export function checkRequirementPack(value: unknown): RequirementPack {
  const result = requirementPackSchema.safeParse(value)
  if (!result.success) throw refusalOf(value, result.error)
  const pack = result.data
  const known = new Set<string>()
  for (const item of pack.items) {
    if (known.has(item.id)) throw refused(item.id, 'ITEM_TWICE')
    if (item.parent !== null && !known.has(item.parent)) throw refused(item.id, 'PARENT_UNKNOWN', item.parent)
    if (item.repeats !== null && !known.has(item.repeats)) throw refused(item.id, 'REPEATED_ITEM_UNKNOWN', item.repeats)
    if (item.number === null && item.title.ja === null && item.title.en === null)
      throw refused(item.id, 'NO_NUMBER_AND_NO_TITLE')
    known.add(item.id)
  }
  const phases = new Set(pack.phases.map(({ id }) => id))
  for (const item of pack.items)
    for (const phase of item.phases?.ids ?? []) if (!phases.has(phase)) throw refused(item.id, 'PHASE_UNKNOWN', phase)
  for (const change of pack.changes)
    for (const id of change.reopens) if (!known.has(id)) throw refused(change.id, 'ITEM_UNKNOWN', id)
  return pack
}

const ourIssues = new Set(['NOT_A_REQUIREMENT_PACK', 'TITLE_FROM_RECALL'])

function refusalOf(value: unknown, error: z.ZodError): Problem {
  const [issue] = error.issues
  const path = issue?.path ?? []
  const at = path.map(String).join('.')
  const message = issue !== undefined && ourIssues.has(issue.message) ? issue.message : issueOf(issue?.code)
  const [list, index, ...rest] = path
  const named = list === 'items' && typeof index === 'number' ? idAt(value, index) : undefined
  return named === undefined ? refused(at, message) : refused(named, message, rest.map(String).join('.'))
}

function idAt(value: unknown, index: number): string | undefined {
  const items = (value as { readonly items?: readonly unknown[] } | null)?.items
  const id = (items?.[index] as { readonly id?: unknown } | null | undefined)?.id
  return typeof id === 'string' && id !== '' ? id : undefined
}

function issueOf(code: string | undefined): string {
  if (code === 'unrecognized_keys') return 'PACK_FIELD_UNKNOWN'
  if (code === 'too_big') return 'PACK_TOO_LONG'
  return 'PACK_FIELD_WRONG'
}

function refused(item: string, issue: string, detail = ''): Problem {
  return new Problem('REQUIREMENT_PACK_REFUSED', { item, issue, detail })
}
