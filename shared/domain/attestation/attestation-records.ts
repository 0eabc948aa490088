/** A confirmation of all that a post answers for, and the campaigns in which posts are asked for one. */
import { z } from 'zod'
import { type Day, daySchema } from '../calendar-date.ts'
import { idSchema, recordShape } from '../record.ts'
import { nameSchema, plainTextSchema } from '../text.ts'
import { attestationContentSchema } from './attestation-content.ts'

/** One confirmation, frozen. The name that was typed is a record, not an electronic signature. Never changed afterwards. */
export const attestationSheetSchema = z.object({
  ...recordShape,
  postId: idSchema,
  personId: idSchema,
  campaignId: idSchema.nullable(),
  on: daySchema,
  typedName: z.string().trim().min(1).max(300),
  /** The words that were confirmed, as they stood on the sheet. */
  statement: z.string().min(1).max(5000),
  content: attestationContentSchema,
  /** SHA-256 of the content's canonical JSON (RFC 8785), in hexadecimal. */
  contentDigest: z.string().regex(/^[0-9a-f]{64}$/),
  note: plainTextSchema,
})
export type AttestationSheetRecord = z.infer<typeof attestationSheetSchema>

/** Which posts are asked to confirm, and by when. */
export const attestationCampaignSchema = z.object({
  ...recordShape,
  name: nameSchema,
  from: daySchema,
  dueOn: daySchema,
  postIds: z.array(idSchema).min(1),
  notes: plainTextSchema,
})
export type AttestationCampaign = z.infer<typeof attestationCampaignSchema>

/** `fresh`: confirmed in the campaign and nothing changed since; `stale`: confirmed, and what was confirmed has changed. */
export type CampaignStanding = 'fresh' | 'stale' | 'missing' | 'overdue'

export interface CampaignLine {
  readonly postId: string
  readonly standing: CampaignStanding
  /** The sheet that counts: the latest of the post since the campaign began. */
  readonly sheetId: string | null
}

/** How a campaign stands on a day, in the order of its posts. `isStale` says whether a sheet's content has changed since. */
export function campaignOn(
  campaign: Pick<AttestationCampaign, 'from' | 'dueOn' | 'postIds'>,
  sheets: readonly Pick<AttestationSheetRecord, 'id' | 'postId' | 'on' | 'withdrawn'>[],
  day: Day,
  isStale: (sheetId: string) => boolean,
): readonly CampaignLine[] {
  return campaign.postIds.map((postId) => {
    const sheet = latestOf(
      sheets.filter((each) => each.on >= campaign.from),
      postId,
      day,
    )
    if (sheet === null)
      return { postId, standing: campaign.dueOn < day ? ('overdue' as const) : ('missing' as const), sheetId: null }
    return { postId, standing: isStale(sheet.id) ? ('stale' as const) : ('fresh' as const), sheetId: sheet.id }
  })
}

/** The latest sheet of a post on or before a day; of one day the one recorded last. */
export function latestOf<Sheet extends Pick<AttestationSheetRecord, 'postId' | 'on' | 'withdrawn'>>(
  sheets: readonly Sheet[],
  postId: string,
  day: Day,
): Sheet | null {
  let found: Sheet | null = null
  for (const sheet of sheets)
    if (
      sheet.postId === postId &&
      sheet.withdrawn === null &&
      sheet.on <= day &&
      (found === null || sheet.on >= found.on)
    )
      found = sheet
  return found
}
