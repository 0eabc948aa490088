/** The outward account as a document: a page for a web site, a text, a PDF. What stands in it is `account-document.ts`'s alone. */
import { basename, join } from 'node:path'
import type { AccountFormat } from '#shared/contract/readiness.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import type { PrintedBlock, PrintedModel, PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { type AccountDocument, accountDocument } from '#shared/domain/readiness/account-document.ts'
import { accountStandingOn } from '#shared/domain/readiness/outward-account.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { PrintJob } from '#electron/shell.ts'
import { writeNewFile } from '../export/new-file.ts'
import { printScreen } from '../printing.ts'
import { recordDetail } from '../record-detail.ts'
import type { Register } from '../store/register-file.ts'

/** What the document says, in the words of its language, before it takes a form. */
interface Written {
  readonly title: string
  readonly organisation: string
  readonly facts: readonly string[]
  readonly sections: readonly { readonly heading: string; readonly text: string }[]
  readonly foot: string
}

/** Name of the new file. NOT_FOUND, and what printing and writing refuse. */
export async function writeAccount(
  register: Register,
  input: {
    readonly id: string
    readonly language: Language
    readonly format: AccountFormat
    readonly folder: string
  },
  print: (job: PrintJob) => Promise<Uint8Array>,
): Promise<string> {
  const { written, document, code } = accountWritten(register, input)
  if (input.format === 'pdf') {
    const isApproved = document.approvedOn !== null
    const outward: Pick<PrintedModel, 'classification' | 'fileName'> = {
      // A draft is not public yet.
      classification: isApproved ? 'public' : register.organisation().classification,
      fileName: written.organisation,
    }
    const sheet = printedSheet(written)
    return basename(await printScreen(register, { ...input, sheet, outward }, print))
  }
  const [text, ending] =
    input.format === 'html' ? [htmlOf(written, input.language), 'html'] : [markdownOf(written), 'md']
  const name = `${code}-${input.language}-${register.today()}.${ending}`
  return basename(join(input.folder, writeNewFile(input.folder, name, Buffer.from(text, 'utf8'))))
}

function accountWritten(
  register: Register,
  { id, language }: { readonly id: string; readonly language: Language },
): { readonly written: Written; readonly document: AccountDocument; readonly code: string } {
  const { record } = recordDetail(register, 'outwardAccount', id)
  const post = (postId: string | null) =>
    postId === null ? null : inLanguage(recordDetail(register, 'post', postId).record.name, language)
  const today: Day = register.today()
  const document = accountDocument(record, accountStandingOn(record, today), language)
  const t = translate(language)
  const facts =
    document.approvedOn === null
      ? [t('accountDocument.draft')]
      : [
          t('accountDocument.approved', { day: document.approvedOn, post: post(record.approverPostId) ?? '' }),
          ...(record.publishedOn === null ? [] : [t('accountDocument.published', { day: record.publishedOn })]),
        ]
  return {
    document,
    code: record.code,
    written: {
      title: t('accountDocument.title'),
      organisation: inLanguage(register.organisation().name, language),
      facts: [
        ...(document.edition === null ? [] : [t('accountDocument.edition', { edition: document.edition })]),
        ...facts,
      ],
      sections: document.parts.map(({ part, text }) => ({ heading: t(`value.accountPart.${part}`), text })),
      foot: t('accountDocument.foot'),
    },
  }
}

function printedSheet({ title, organisation, facts, sections, foot }: Written): PrintedSheet {
  const blocks = sections.flatMap(({ heading, text }): PrintedBlock[] => [
    { kind: 'heading', text: heading },
    ...paragraphs(text).map((paragraph): PrintedBlock => ({ kind: 'text', text: paragraph })),
  ])
  return {
    title: `${organisation} ${title}`,
    note: null,
    conditions: [...facts],
    orientation: 'portrait',
    blocks: [...blocks, { kind: 'text', text: foot }],
  }
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** One file without anything to fetch and anything that runs. */
function htmlOf({ title, organisation, facts, sections, foot }: Written, language: Language): string {
  const lines = [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(`${organisation} ${title}`)}</title>`,
    '<style>body{max-width:44em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.7;color:#1a1f24;background:#fff}h1{font-size:1.5em}h2{font-size:1.1em;border-bottom:1px solid #b9beb9}.facts{color:#454d54}</style>',
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    `<p class="facts">${[organisation, ...facts].map(escaped).join('<br>')}</p>`,
    ...sections.flatMap(({ heading, text }) => [
      `<h2>${escaped(heading)}</h2>`,
      ...paragraphs(text).map((each) => `<p>${escaped(each).replace(/\r?\n/g, '<br>')}</p>`),
    ]),
    `<p class="facts">${escaped(foot)}</p>`,
    '</body>',
    '</html>',
    '',
  ]
  return lines.join('\n')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
}

function markdownOf({ title, organisation, facts, sections, foot }: Written): string {
  const parts = [
    `# ${inLine(title)}`,
    [organisation, ...facts].map((each) => `- ${inLine(each)}`).join('\n'),
    ...sections.flatMap(({ heading, text }) => [`## ${inLine(heading)}`, ...paragraphs(text).map(asTyped)]),
    asTyped(foot),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Signs that Markdown would read are shown as they were typed. */
function inLine(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&')
}

/** A line that begins like a heading or a list stays a line. */
function asTyped(paragraph: string): string {
  return inLine(paragraph)
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
}
