/** A person named among the labels of an answer; where the person is not among them, that nobody is known. */
import type { Labels } from '#shared/contract/base.ts'
import type { Words } from './words.ts'

export function holderName(words: Words, labels: Labels, id: string | null): string {
  return words.label(labels, id) || words.t('app.notRegistered')
}
