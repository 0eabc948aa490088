/**
 * The outward account (対外説明): how the company meets each of the common principles, as it tells it to the public (AIGB-C-7-2,
 * AIGB-G-4-3). One record an edition. A person writes each text, marks each that may be published, a post reviews and a post
 * approves. The document is made of what was marked and of nothing else: a text that nobody has marked never leaves.
 */
import { z } from 'zod'
import { type Day, daySchema } from '../calendar-date.ts'
import { principleIds } from '../principles.ts'
import { codedShape, idSchema } from '../record.ts'
import { type Bilingual, bilingualSchema, type Language, nameSchema, plainTextSchema } from '../text.ts'

/** What can be marked for publication: the words before, a text for each principle, and where to ask. */
export const accountParts = ['preface', ...principleIds, 'contact'] as const
export type AccountPart = (typeof accountParts)[number]

export const outwardAccountSchema = z.object({
  ...codedShape,
  /** What the company calls the record; it is not in the document. */
  name: nameSchema,
  edition: plainTextSchema,
  preface: bilingualSchema,
  statement1: bilingualSchema,
  statement2: bilingualSchema,
  statement3: bilingualSchema,
  statement4: bilingualSchema,
  statement5: bilingualSchema,
  statement6: bilingualSchema,
  statement7: bilingualSchema,
  statement8: bilingualSchema,
  statement9: bilingualSchema,
  statement10: bilingualSchema,
  contact: bilingualSchema,
  /** What a person has marked for publication. */
  forPublication: z.array(z.enum(accountParts)),
  reviewerPostId: idSchema.nullable(),
  reviewedOn: daySchema.nullable(),
  reviewedText: plainTextSchema,
  reviewedContent: plainTextSchema,
  approverPostId: idSchema.nullable(),
  approvedOn: daySchema.nullable(),
  approvedText: plainTextSchema,
  /** What was approved, as text; where it is otherwise now, the approval no longer covers it. */
  approvedContent: plainTextSchema,
  /** Where and since when the company has published it: recorded by a person, Daicho publishes nothing. */
  publishedOn: daySchema.nullable(),
  publishedWhere: plainTextSchema,
  notes: plainTextSchema,
})
export type OutwardAccount = z.infer<typeof outwardAccountSchema>

type Written = Readonly<
  Pick<
    OutwardAccount,
    'edition' | 'preface' | 'contact' | 'forPublication' | `statement${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`
  >
>

/** The field that holds a part's text. */
export const partFields = Object.fromEntries(
  accountParts.map((part) => [
    part,
    part === 'preface' || part === 'contact' ? part : `statement${part.replace('AIGB-C-', '')}`,
  ]),
) as Readonly<Record<AccountPart, Exclude<keyof Written, 'edition' | 'forPublication'>>>

export function textOfPart(account: Written, part: AccountPart): Bilingual {
  return account[partFields[part]]
}

function isWrittenIn(text: Bilingual, language: Language): boolean {
  return (text[language] ?? '').trim() !== ''
}

/** What the document says in a language: the parts that were marked and are written in it, in their order. */
export function publishableParts(
  account: Written,
  language: Language,
): readonly { readonly part: AccountPart; readonly text: string }[] {
  return accountParts.flatMap((part) => {
    const text = textOfPart(account, part)
    return account.forPublication.includes(part) && isWrittenIn(text, language)
      ? [{ part, text: (text[language] ?? '').trim() }]
      : []
  })
}

/** All that the documents can say, as one text: what a review and an approval are held against. */
export function publishableContent(account: Written): string {
  return JSON.stringify({
    edition: account.edition,
    ja: publishableParts(account, 'ja'),
    en: publishableParts(account, 'en'),
  })
}

/** A part is ready where it is marked and written in both languages: the document is one in each. */
export function isPartReady(account: Written, part: AccountPart): boolean {
  const text = textOfPart(account, part)
  return account.forPublication.includes(part) && isWrittenIn(text, 'ja') && isWrittenIn(text, 'en')
}

/** `changed`: what was approved is not what it says now. */
export const accountStandings = ['draft', 'reviewed', 'approved', 'changed', 'published'] as const
export type AccountStanding = (typeof accountStandings)[number]

type Decided = Written &
  Readonly<Pick<OutwardAccount, 'reviewedOn' | 'reviewedContent' | 'approvedOn' | 'approvedContent' | 'publishedOn'>>

export function accountStandingOn(account: Decided, day: Day): AccountStanding {
  const by = (on: Day | null) => on !== null && on <= day
  const content = publishableContent(account)
  if (by(account.approvedOn)) {
    if (account.approvedContent !== content) return 'changed'
    return by(account.publishedOn) ? 'published' : 'approved'
  }
  return by(account.reviewedOn) && account.reviewedContent === content ? 'reviewed' : 'draft'
}

/** Approved as it stands: it may be published, or is. */
export function isReadyToPublish(standing: AccountStanding): boolean {
  return standing === 'approved' || standing === 'published'
}

/** The edition that counts on a day: the one approved last and unchanged, else the newest. */
export function currentAccount<Row extends Decided & Pick<OutwardAccount, 'withdrawn' | 'code'>>(
  accounts: readonly Row[],
  day: Day,
): Row | null {
  const standing = accounts.filter(({ withdrawn }) => withdrawn === null)
  const ready = standing
    .filter((each) => isReadyToPublish(accountStandingOn(each, day)))
    .sort((one, other) => ((one.approvedOn ?? '') < (other.approvedOn ?? '') ? -1 : 1))
  return ready.at(-1) ?? standing.at(-1) ?? null
}
