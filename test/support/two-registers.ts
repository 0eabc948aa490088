/** Registers in files for the merge: ids of each are its own, as real ones are. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type MergeAnswers, type MergePlan, noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { type MergeSides, planOf, sidesOf } from '#electron/register/merge/merge-registers.ts'
import { openOther, type OtherRegister } from '#electron/register/merge/open-other.ts'
import { openRegister, type Register } from '#electron/register/store/register-file.ts'
import { temporaryFolder, testRegister, testSurroundings } from './register.ts'

/** `side`: one hexadecimal digit that all ids made here bear. */
export function sideSurroundings(side: string, start?: string) {
  let ids = 0
  return Object.assign(testSurroundings(start), {
    newId: () => {
      ids += 1
      return `01900000-0000-7000-8000-${side}${String(ids).padStart(11, '0')}`
    },
  })
}

export function registerOfSide(side: string): { register: Register; file: string } {
  return testRegister({ surroundings: sideSurroundings(side) })
}

/** A copy of a register in a file of its own, open for writing, whose new records bear another digit. */
export function copyOfSide(file: string, side: string): Register {
  const copy = join(temporaryFolder(), `copy-${side}.daicho`)
  copyFileSync(file, copy)
  const register = openRegister(copy, {
    surroundings: { ...sideSurroundings(side, '2026-05-01T00:00:00.000Z'), machine: `desk-${side}` },
    mode: 'write',
  })
  onTestFinished(() => {
    register.close()
  })
  return register
}

export const noWork = { signal: new AbortController().signal, progress: () => undefined }

export async function otherOf(register: Register, path: string): Promise<{ other: OtherRegister; sides: MergeSides }> {
  const other = await openOther(register, path, noWork)
  onTestFinished(() => {
    other.close()
  })
  return { other, sides: sidesOf(register, other) }
}

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
