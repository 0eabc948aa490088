/**
 * Drafts: what a person typed and the register has not taken. They are kept among the preferences, by register, so that they
 * survive a reload, a crash and the next start, and never travel with the file.
 */
import { z } from 'zod'
import type { JsonValue, Preferences } from '#electron/shell.ts'
import { type Draft, type DraftPlace, draftSchema, type Keeping, type KeptDrafts } from '#shared/contract/draft.ts'
import { Problem } from '#shared/domain/problem.ts'
import { LabelCollector } from './labels.ts'
import { canonicalJson } from './store/canonical.ts'
import type { Register } from './store/register-file.ts'

const preference = 'drafts'
/** The oldest go: a person who has left this many behind does not look for them any more. */
const mostDrafts = 200

const keptSchema = z.record(z.string(), z.array(z.unknown()))
type Kept = z.infer<typeof keptSchema>

async function kept(preferences: Preferences): Promise<Kept> {
  return keptSchema.safeParse((await preferences.read())[preference]).data ?? {}
}

/** The drafts of a register, the latest first. One that makes no sense is passed over. */
function draftsIn(all: Kept, registerId: string): readonly Draft[] {
  return (all[registerId] ?? []).flatMap((each) => draftSchema.safeParse(each).data ?? [])
}

function isAt(draft: DraftPlace, { noun, recordId, preset }: DraftPlace): boolean {
  return draft.noun === noun && draft.recordId === recordId && canonicalJson(draft.preset) === canonicalJson(preset)
}

export async function keptDrafts(preferences: Preferences, register: Register): Promise<KeptDrafts> {
  const drafts = draftsIn(await kept(preferences), register.organisation().registerId)
  const collector = new LabelCollector()
  for (const { recordId, preset, fields } of drafts) {
    collector.add(recordId)
    collector.add(...idsIn([preset, fields]))
  }
  return { drafts, labels: collector.labels(register.read) }
}

export function keepDraft(preferences: Preferences, register: Register, draft: Draft): Promise<Keeping> {
  return change(preferences, register, (drafts) => [draft, ...drafts.filter((each) => !isAt(each, draft))])
}

export function discardDraft(preferences: Preferences, register: Register, place: DraftPlace): Promise<Keeping> {
  return change(preferences, register, (drafts) => drafts.filter((each) => !isAt(each, place)))
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: each begins from what the one before has written. */
function change(
  preferences: Preferences,
  register: Register,
  next: (drafts: readonly Draft[]) => readonly Draft[],
): Promise<Keeping> {
  const { registerId } = register.organisation()
  const changed = last.then(async () => {
    const { [registerId]: _before, ...others } = await kept(preferences)
    const drafts = next(draftsIn(await kept(preferences), registerId)).slice(0, mostDrafts)
    const all = drafts.length === 0 ? others : { ...others, [registerId]: drafts }
    try {
      await preferences.write(preference, Object.keys(all).length === 0 ? null : (all as JsonValue))
      return { isKept: true }
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'PREFERENCES_NOT_WRITTEN')) throw error
      return { isKept: false }
    }
  })
  last = changed.catch(() => undefined)
  return changed
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every text in a value that looks like the id of a record. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return idPattern.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : []
}
