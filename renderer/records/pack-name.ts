/** The name of a requirement pack with its version. */
import type { RequirementPackHead } from '#shared/contract/requirement.ts'
import type { Words } from './words.ts'

export function packName(words: Words, head: Pick<RequirementPackHead, 'title' | 'version' | 'status'>): string {
  const name = words.name(head.title)
  // A law bears its number in its name, and what is ours has no editions that others count.
  return head.status === 'ours' || head.status === 'in_force' ? name : `${name} ${head.version}`
}
