/**
 * Reads a horizon out of a value. One that does not fit is refused whole, as a requirement pack is: REQUIREMENT_PACK_REFUSED
 * with `item` (an id, or the place) and `issue` (a word of the catalogue).
 */
import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { horizonFormat, type HorizonPack, horizonPackSchema } from './horizon-pack.ts'
import { lastDayOf } from './horizon-date.ts'

/** Whether a parsed file says of itself that it is a horizon. */
export function isHorizon(value: unknown): boolean {
  return (value as { readonly format?: unknown } | null)?.format === horizonFormat
}

/** The value as a horizon; what the schema cannot say of parts that name each other is looked at here. */
export function checkHorizonPack(value: unknown): HorizonPack {
  const result = horizonPackSchema.safeParse(value)
  if (!result.success) throw refusalOf(result.error)
  const pack = result.data
  const known = new Set<string>()
  const name = (id: string) => {
    if (known.has(id)) throw refused(id, 'ITEM_TWICE')
    known.add(id)
  }
  const references = new Set(pack.references.map(({ id }) => id))
  const instruments = new Set(pack.instruments.map(({ id }) => id))
  for (const each of [...pack.instruments, ...pack.events, ...pack.periods, ...pack.statements]) name(each.id)
  for (const { id, sources } of [...pack.instruments, ...pack.events])
    for (const source of sources) if (!references.has(source)) throw refused(id, 'ITEM_UNKNOWN', source)
  for (const instrument of pack.instruments) {
    for (const { id } of [...instrument.steps, ...instrument.topics]) name(id)
    const days = instrument.steps.map(({ date }) => (date === null ? '' : lastDayOf(date)))
    if (days.some((day, at) => day < (days[at - 1] ?? ''))) throw refused(instrument.id, 'STEPS_OUT_OF_ORDER')
  }
  for (const event of pack.events) {
    if (event.instrument !== null && !instruments.has(event.instrument))
      throw refused(event.id, 'ITEM_UNKNOWN', event.instrument)
    // What is dated by a month or a fiscal year is announced, and a latest day is nothing else.
    const announced = event.date.precision === 'month' || event.date.precision === 'fiscal_year_end'
    const fits = announced
      ? event.kind === 'planned'
      : (event.kind === 'latest') === (event.date.precision === 'latest')
    if (!fits) throw refused(event.id, 'KIND_AND_DATE', event.kind)
  }
  return pack
}

const ourIssues = new Set(['TITLE_FROM_RECALL'])

function refusalOf(error: z.ZodError): Problem {
  const [issue] = error.issues
  const at = (issue?.path ?? []).map(String).join('.')
  const words = issue !== undefined && ourIssues.has(issue.message) ? issue.message : issueOf(issue?.code)
  return refused(at, words)
}

function issueOf(code: string | undefined): string {
  if (code === 'unrecognized_keys') return 'PACK_FIELD_UNKNOWN'
  if (code === 'too_big') return 'PACK_TOO_LONG'
  return 'PACK_FIELD_WRONG'
}

function refused(item: string, issue: string, detail = ''): Problem {
  return new Problem('REQUIREMENT_PACK_REFUSED', { item, issue, detail })
}
