/**
 * The document that the outward account becomes in one language: its marked texts under the titles of the principles, with edition,
 * day and the posts that reviewed and approved it. It is given exactly what may leave: no other field of the register comes near it.
 */
import type { Language } from '../text.ts'
import { type AccountPart, type AccountStanding, type OutwardAccount, publishableParts } from './outward-account.ts'

export interface AccountDocument {
  readonly language: Language
  readonly edition: string | null
  /** Null while it is a draft: the document then says so. */
  readonly approvedOn: string | null
  readonly parts: readonly { readonly part: AccountPart; readonly text: string }[]
  /** Marked, and not written in this language. */
  readonly unwritten: readonly AccountPart[]
}

export function accountDocument(
  account: OutwardAccount,
  standing: AccountStanding,
  language: Language,
): AccountDocument {
  const parts = publishableParts(account, language)
  const written = new Set(parts.map(({ part }) => part))
  return {
    language,
    edition: account.edition,
    approvedOn: standing === 'approved' || standing === 'published' ? account.approvedOn : null,
    parts,
    unwritten: account.forPublication.filter((part) => !written.has(part)),
  }
}
