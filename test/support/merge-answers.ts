/** Answers to what a merge asks. */
import { type MergeAnswers, type MergePlan, noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { type MergeSides, planOf } from '#electron/register/merge/merge-registers.ts'
import type { Register } from '#electron/register/store/register-file.ts'

/** Answers all that is asked in one way, until nothing is. */
export function answered(
  register: Register,
  sides: MergeSides,
  choice: 'ours' | 'theirs',
): { plan: MergePlan; answers: MergeAnswers } {
  let answers = noAnswers
  for (;;) {
    const plan = planOf(register, sides, answers)
    if (plan.counts.undecided === 0) return { plan, answers }
    answers = {
      matches: {
        ...answers.matches,
        ...Object.fromEntries(
          plan.matches.map(({ theirId, suggestions: [first] }) => [
            theirId,
            first === undefined ? ('new' as const) : { same: first.id },
          ]),
        ),
      },
      choices: {
        ...answers.choices,
        ...Object.fromEntries(
          plan.conflicts.map(({ key, canTakeTheirs }) => [key, canTakeTheirs ? choice : ('ours' as const)]),
        ),
      },
    }
  }
}
