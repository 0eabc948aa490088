/**
 * What a person decides in a merge, as a file: the trial run writes it with everything that is asked, answers are written into
 * it, and the merge reads it. JSON, so that any editor will do.
 */
import { z } from 'zod'
import type { MergeAnswers, MergePlan } from '#shared/domain/merge/merge-plan.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { recordsByNoun } from '#shared/domain/merge/merge-plan.ts'
import type { Values } from '#shared/domain/merge/treatment.ts'

const matchAnswer = z.union([z.object({ same: z.uuid() }), z.enum(['new', 'leave_out'])]).nullable()

export const decisionsFileSchema = z.object({
  version: z.literal(1),
  /** The end of the other log that the decisions are about. */
  head: z.string().regex(/^[0-9a-f]{64}$/),
  matches: z.array(z.looseObject({ id: z.uuid(), answer: matchAnswer })),
  conflicts: z.array(z.looseObject({ key: z.string(), answer: z.enum(['ours', 'theirs']).nullable() })),
})
export type DecisionsFile = z.infer<typeof decisionsFileSchema>

export interface Decisions {
  readonly headHash: string
  readonly answers: MergeAnswers
}

/** MERGE_ANSWERS_INVALID where the text is none that a trial run has written. */
export function readDecisions(text: string, file: string): Decisions {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Problem('MERGE_ANSWERS_INVALID', { file, at: '.', detail: String(error) }, { cause: error })
  }
  const { success, data, error } = decisionsFileSchema.safeParse(content)
  if (!success) {
    const [issue] = error.issues
    throw new Problem('MERGE_ANSWERS_INVALID', { file, at: issue?.path.join('.') ?? '.', detail: issue?.message ?? '' })
  }
  const matches = data.matches.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer] as const]))
  const choices = data.conflicts.flatMap(({ key, answer }) => (answer === null ? [] : [[key, answer] as const]))
  return {
    headHash: data.head,
    answers: { matches: Object.fromEntries(matches), choices: Object.fromEntries(choices) },
  }
}

/** Everything that is asked, with the answers that there are; null where a person has still to say. */
export function decisionsFrom(
  plan: MergePlan,
  headHash: string,
  { ours, theirs }: { readonly ours: RegisterState; readonly theirs: RegisterState },
): DecisionsFile {
  const [own, other] = [briefsOf(ours), briefsOf(theirs)]
  return {
    version: 1,
    head: headHash,
    matches: plan.matches.map(({ noun, theirId, suggestions, answer }) => ({
      id: theirId,
      noun,
      theirs: other.get(theirId) ?? null,
      suggestions: suggestions.map(({ id, reason }) => ({ id, ...(own.get(id) ?? {}), reason })),
      answer,
    })),
    conflicts: plan.conflicts.map(
      ({ key, kind, noun, id, theirId, field, base, ours: mine, theirs: said, choice, broken, canTakeTheirs }) => ({
        key,
        kind,
        noun,
        record: own.get(id) ?? other.get(theirId) ?? null,
        field,
        base,
        ours: mine,
        theirs: said,
        broken: broken?.code ?? null,
        canTakeTheirs,
        answer: choice,
      }),
    ),
  }
}

interface Brief {
  readonly noun: Noun
  readonly code: string | null
  readonly name: unknown
}

function briefsOf(state: RegisterState): ReadonlyMap<string, Brief> {
  return new Map(
    [...recordsByNoun(state)].flatMap(([noun, records]) =>
      records.map((record): [string, Brief] => [
        record.id,
        { noun, code: 'code' in record ? record.code : null, name: (record as Values).name ?? null },
      ]),
    ),
  )
}
