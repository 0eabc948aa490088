/** The code that a piece of work is refused with, or a sentence where it is not. Any other error fails the test. */
import { Problem } from '#shared/domain/problem.ts'

export function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'nothing was refused'
}
