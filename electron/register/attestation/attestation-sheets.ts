/** An executive's confirmation of all that the post answers for: what it would be now, the act itself, and whether it still fits. */
import {
  type AttestationContent,
  attestationContent,
  type AttestedChange,
  changesOfContent,
} from '#shared/domain/attestation/attestation-content.ts'
import { type CampaignLine, campaignOn, latestOf } from '#shared/domain/attestation/attestation-records.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { qualityOn } from '../quality.ts'
import { assertPeriod } from '../record-rules.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import type { NewRecord } from '../store/change.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

type Sheet = RecordOf<'attestationSheet'>
type Campaign = RecordOf<'attestationCampaign'>

/** What a post would confirm on a day, beside what it confirmed last. */
export interface AttestationPicture {
  readonly day: Day
  readonly content: AttestationContent
  /** SHA-256 of the content's canonical JSON; a person confirms what bears it. */
  readonly contentDigest: string
  /** Who holds the post on the day; null where nobody does, and nobody can confirm. */
  readonly holderId: string | null
  readonly latest: Sheet | null
  /** What differs from the latest confirmation; empty where there is none. */
  readonly since: readonly AttestedChange[]
}

/** NOT_FOUND. */
export function attestationPicture(register: Register, postId: string, day: Day): AttestationPicture {
  if (recordTables.post.get(register.read, postId) === undefined)
    throw new Problem('NOT_FOUND', { noun: 'post', id: postId })
  return pictureOf(register, postId, day)
}

function pictureOf(register: Register, postId: string, day: Day): AttestationPicture {
  const { derived, results } = qualityOn(register, day)
  const findings = results.flatMap((result) => result.findings)
  const { on, positions, acceptances } = derived
  const content = attestationContent({ on, positions, acceptances, findings }, postId)
  const latest = latestOf(allSheets(register), postId, day)
  return {
    day,
    content,
    contentDigest: sha256(canonicalJson(content)),
    holderId: on.answerable.post(postId).personId,
    latest,
    since: latest === null ? [] : changesOfContent(latest.content, content),
  }
}

/** In the order in which they were recorded. */
function allSheets(register: Register): readonly Sheet[] {
  return [...recordTables.attestationSheet.all(register.read)]
}

/** The words that are confirmed, in the language of the sheet. Ours; after the wording of the pack's last page. */
export function statementOf(post: RecordOf<'post'>, day: Day, language: Language): string {
  return translate(language)('attestation.statement', { post: inLanguage(post.name, language), day })
}

export interface SignInput {
  readonly postId: string
  readonly personId: string
  readonly campaignId: string | null
  readonly typedName: string
  readonly note: string | null
  /** Of the content that the person was shown. */
  readonly contentDigest: string
  readonly language: Language
}

/**
 * Freezes the content of today as confirmed, and confirms each of its systems (K03), in one transaction. NOT_FOUND,
 * POST_NOT_HELD_BY where the person does not hold the post today, PREVIEW_OUTDATED where the register has moved on since the
 * person was shown the content, INVALID where no name was typed.
 */
export function signSheet(register: Register, input: SignInput): Sheet {
  const day = register.today()
  const { content, contentDigest, holderId } = attestationPicture(register, input.postId, day)
  return register.change({ operation: 'attestationSheet.sign' }, (change) => {
    const post = change.get('post', input.postId)
    const person = change.get('person', input.personId)
    if (holderId !== person.id) throw new Problem('POST_NOT_HELD_BY', { code: post.code, person: person.code, on: day })
    if (contentDigest !== input.contentDigest) throw new Problem('PREVIEW_OUTDATED')
    const typedName = input.typedName.trim()
    if (typedName === '')
      throw new Problem('INVALID', { noun: 'attestationSheet', field: 'typedName', issue: 'REQUIRED' })
    if (input.campaignId !== null) change.get('attestationCampaign', input.campaignId)
    const { postId, personId, campaignId, note } = input
    for (const { id: systemId } of content.systems)
      change.add('attestation', { systemId, postId, personId, on: day, note: null })
    return change.add('attestationSheet', {
      postId,
      personId,
      campaignId,
      on: day,
      typedName,
      statement: statementOf(post, day, input.language),
      content,
      contentDigest,
      note,
    })
  })
}

/** PERIOD_REVERSED, NOT_FOUND. */
export function startCampaign(register: Register, input: NewRecord<'attestationCampaign'>): Campaign {
  return register.change({ operation: 'attestationCampaign.create' }, (change) => {
    assertPeriod(input.from, input.dueOn)
    for (const id of input.postIds) change.get('post', id)
    return change.add('attestationCampaign', input)
  })
}

export interface CampaignPicture {
  readonly campaign: Campaign
  readonly lines: readonly CampaignLine[]
}

/** All campaigns with how each post stands in them, the newest first. */
export function campaignPictures(register: Register, day: Day): readonly CampaignPicture[] {
  const sheets = allSheets(register)
  const stale = new Map<string, boolean>()
  const isStale = (sheetId: string) => {
    const known = stale.get(sheetId)
    if (known !== undefined) return known
    const sheet = sheets.find(({ id }) => id === sheetId)
    const now = sheet && changesOfContent(sheet.content, pictureOf(register, sheet.postId, day).content)
    stale.set(sheetId, (now?.length ?? 0) > 0)
    return (now?.length ?? 0) > 0
  }
  return [...recordTables.attestationCampaign.all(register.read)]
    .filter(({ withdrawn }) => withdrawn === null)
    .map((campaign) => ({ campaign, lines: campaignOn(campaign, sheets, day, isStale) }))
    .reverse()
}
