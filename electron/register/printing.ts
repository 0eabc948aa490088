/** Prints what a screen shows as a PDF into a chosen folder, finished as packs are. */
import { basename, join } from 'node:path'
import type { PrintedModel, PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { zonedMinute } from '#shared/pack-model/zoned-instant.ts'
import type { PrintJob } from '#electron/shell.ts'
import { finishPdf } from './export/finish-pdf.ts'
import { writeNewFile } from './export/new-file.ts'
import { canonicalJson, sha256 } from './store/canonical.ts'
import type { Register } from './store/register-file.ts'

/** Path of the new file. PRINT_FAILED, PRINT_TOO_WIDE, NO_BROWSER, BROWSER_FAILED, FOLDER_NOT_WRITABLE, DISK_FULL. */
export async function printScreen(
  register: Register,
  input: {
    readonly sheet: PrintedSheet
    readonly language: Language
    readonly folder: string
    /** Of what leaves the company: not the register's own classification, and not the name of its file. */
    readonly outward?: Pick<PrintedModel, 'classification' | 'fileName'>
  },
  print: (job: PrintJob) => Promise<Uint8Array>,
): Promise<string> {
  const { sheet, language, folder } = input
  const organisation = register.organisation()
  const at = register.surroundings.clock()
  const [day = '', time = ''] = zonedMinute(at, organisation.timeZone).split(' ')
  const model: PrintedModel = {
    sheet,
    organisation: organisation.name,
    classification: organisation.classification,
    sample: organisation.sampleDay !== null,
    fileName: basename(register.file),
    day,
    time,
    ...input.outward,
  }
  const title = translate(language)('printed.documentTitle', { title: sheet.title, day })
  const raw = await print({ kind: 'sheet', model, language, title })
  const pdf = await finishPdf(raw, {
    title,
    author: inLanguage(organisation.name, language),
    subject: sheet.title,
    keywords: [],
    language,
    at,
    id: sha256(canonicalJson(model)),
  })
  return join(folder, writeNewFile(folder, `${fileNameOf(sheet.title)}-${day}.pdf`, pdf))
}

/** A title as part of a file's name on every system: without signs that one of them forbids, and not too long. */
function fileNameOf(title: string): string {
  const plain = title
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return [...plain].slice(0, 40).join('').trim() || 'daicho'
}
