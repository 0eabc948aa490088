/**
 * Finishes a print: dates, producer and identifier are fixed and the browser's counters taken out of it, so that one locked
 * pack printed twice by the same browser has the same bytes; what is drawn outside the tags becomes an artifact, and metadata
 * are added. Tags, language and outline are kept as printed.
 */
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import type { Instant } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/domain/text.ts'
import { markArtifacts } from './page-artifacts.ts'
import { renameStructure } from './structure-names.ts'
import { xmpPacket } from './xmp-packet.ts'

export interface PdfFacts {
  readonly title: string
  /** The same title in the languages in which it is known; else only in that of the paper. */
  readonly titles?: Readonly<Record<Language, string>>
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** What the paper is told apart by, beside its keywords: code of a pack, digests. */
  readonly identifiers?: readonly string[]
  readonly language: Language
  /** Stands for creation and change: the lock of a pack, or the moment of a draft. */
  readonly at: Instant
  /** 32 or more hex digits that identify the content; the first 32 become the file identifier. */
  readonly id: string
}

const producer = 'Daicho'

export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(printed, { updateMetadata: false })
  const at = new Date(facts.at)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setAuthor(facts.author)
  document.setSubject(facts.subject)
  document.setKeywords([...facts.keywords])
  document.setLanguage(facts.language)
  document.setCreator(producer)
  document.setProducer(producer)
  document.setCreationDate(at)
  document.setModificationDate(at)
  const fileId = facts.id.slice(0, 32).padEnd(32, '0')
  const id = PDFHexString.of(fileId)
  document.context.trailerInfo.ID = document.context.obj([id, id])
  renameStructure(document)
  markArtifacts(document)
  // One that Chromium began to write would carry the moment of printing: this one takes its place.
  const packet = xmpPacket({
    ...facts,
    title: facts.titles ?? { [facts.language]: facts.title },
    identifiers: facts.identifiers ?? facts.keywords,
    id: fileId,
    producer,
  })
  const metadata = document.context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(metadata))
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}
