/**
 * The sheet on which an executive sees what the post answers for and confirms it: systems, risks, acceptances, known gaps, and what
 * is new since the last confirmation. Printed as every sheet of a screen is (`printing.ts`).
 */
import type { AttestedChange } from '#shared/domain/attestation/attestation-content.ts'
import type { PrintedBlock, PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { qualityRules } from '#shared/domain/quality/findings.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate, type Translate } from '#shared/locales/translate.ts'
import type { PrintJob } from '#electron/shell.ts'
import { printScreen } from '../printing.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { type AttestationPicture, attestationPicture, statementOf } from './attestation-sheets.ts'

/** Path of the new file. NOT_FOUND, and what printing refuses. */
export function printAttestation(
  register: Register,
  input: { readonly postId: string; readonly language: Language; readonly folder: string },
  print: (job: PrintJob) => Promise<Uint8Array>,
): Promise<string> {
  const sheet = attestationSheetOf(register, input.postId, input.language)
  return printScreen(register, { sheet, language: input.language, folder: input.folder }, print)
}

/** The sheet of a post as of today. NOT_FOUND. */
export function attestationSheetOf(register: Register, postId: string, language: Language): PrintedSheet {
  const t = translate(language)
  const picture = attestationPicture(register, postId, register.today())
  const post = recordTables.post.get(register.read, postId)
  const name = inLanguage(picture.content.post.name, language)
  return {
    title: t('attestation.documentTitle', { post: name, code: picture.content.post.code }),
    note: t('attestation.counts', {
      systems: picture.content.systems.length,
      risks: picture.content.risks.length,
      acceptances: picture.content.acceptances.length,
    }),
    conditions: [],
    orientation: 'portrait',
    blocks: [
      ...headBlocks(register, picture, language),
      ...contentBlocks(picture, language, t),
      { kind: 'heading', text: t('attestation.confirmation') },
      { kind: 'text', text: post === undefined ? '' : statementOf(post, picture.day, language) },
      {
        kind: 'fields',
        rows: [
          { label: t('attestation.signatureName'), value: '　' },
          { label: t('attestation.signatureDay'), value: '　' },
          { label: t('attestation.digest'), value: picture.contentDigest },
        ],
      },
      { kind: 'text', text: t('attestation.typedNameIsRecord') },
    ],
  }
}

function headBlocks(
  register: Register,
  { day, holderId, latest }: AttestationPicture,
  language: Language,
): PrintedBlock[] {
  const t = translate(language)
  const nameOf = (id: string | null) => {
    const person = id === null ? undefined : recordTables.person.get(register.read, id)
    return person === undefined ? null : inLanguage(person.name, language)
  }
  return [
    {
      kind: 'fields',
      rows: [
        { label: t('app.asOf'), value: day },
        { label: t('attestation.holder'), value: nameOf(holderId) ?? t('attestation.vacant') },
        {
          label: t('attestation.latest'),
          value:
            latest === null
              ? t('attestation.never')
              : t('attestation.lastOn', { day: latest.on, name: nameOf(latest.personId) ?? latest.typedName }),
        },
      ],
    },
  ]
}

/** What is confirmed, part by part; a part with nothing in it says so. */
function contentBlocks(
  { content, since, latest }: AttestationPicture,
  language: Language,
  t: Translate,
): PrintedBlock[] {
  const separator = t('app.listSeparator')
  const said = (name: { ja: string | null; en: string | null }) => inLanguage(name, language)
  const unknown = t('attestation.notAssessed')
  return [
    ...part(t('attestation.part.systems'), t('attestation.none.systems'), {
      columns: columns(
        [t('app.code'), 16],
        [t('field.system.name'), 44],
        [t('field.system.lifecycle'), 20],
        [t('field.system.tier'), 20],
      ),
      rows: content.systems.map((each) => [
        each.code,
        said(each.name),
        t(`value.lifecycle.${each.lifecycle}`),
        each.tier === null ? t('attestation.noTier') : t(`value.tier.${each.tier}`),
      ]),
    }),
    ...part(t('attestation.part.risks'), t('attestation.none.risks'), {
      columns: columns(
        [t('app.code'), 16],
        [t('field.risk.name'), 44],
        [t('value.stage.residual'), 20],
        [t('attestation.line'), 20],
      ),
      rows: content.risks.map((each) => [
        each.code,
        said(each.name),
        each.residual === null
          ? unknown
          : `${String(each.residual.likelihood)}×${String(each.residual.impact)} ${t(`value.band.${each.residual.band}`)}`,
        each.outsideTolerance === null
          ? unknown
          : t(
              `attestation.standing.${each.outsideTolerance ? 'tolerance' : each.outsideAppetite === true ? 'appetite' : 'within'}`,
            ),
      ]),
    }),
    ...part(t('attestation.part.acceptances'), t('attestation.none.acceptances'), {
      columns: columns(
        [t('app.code'), 16],
        [t('attestation.subject'), 24],
        [t('field.acceptance.kind'), 20],
        [t('field.acceptance.to'), 20],
        [t('attestation.state'), 20],
      ),
      rows: content.acceptances.map((each) => [
        each.code,
        each.subject,
        t(`value.acceptanceKind.${each.kind}`),
        each.to,
        t(`value.acceptanceState.${each.state === 'expired' ? 'relied_on' : each.stale ? 'stale' : 'active'}`),
      ]),
    }),
    ...part(t('attestation.part.since'), latest === null ? t('attestation.firstTime') : t('attestation.none.since'), {
      columns: columns([t('attestation.where'), 24], [t('app.code'), 20], [t('attestation.what'), 56]),
      rows: since.filter(({ part: where }) => where !== 'gaps').map((each) => changeRow(each, t, separator)),
    }),
    ...part(t('attestation.part.gaps'), t('attestation.none.gaps'), {
      columns: columns([t('app.code'), 16], [t('attestation.rule'), 14], [t('attestation.gap'), 70]),
      rows: content.gaps.map(({ code, rule }) => [code, rule, t(`quality.rule.${ruleNames.get(rule) ?? ''}`)]),
    }),
  ]
}

const ruleNames = new Map(qualityRules.map(({ id, name }) => [id, name]))

function changeRow({ part: where, kind, code, fields }: AttestedChange, t: Translate, separator: string): string[] {
  const what =
    kind === 'changed'
      ? t('attestation.changed', { fields: fields.map((field) => t(`attestation.field.${field}`)).join(separator) })
      : t(`attestation.${kind}`)
  return [t(`attestation.part.${where}`), code, what]
}

function columns(...given: readonly (readonly [string, number])[]) {
  return given.map(([title, share]) => ({ title, share, end: false }))
}

function part(
  heading: string,
  nothing: string,
  table: {
    readonly columns: Extract<PrintedBlock, { kind: 'table' }>['columns']
    readonly rows: readonly (readonly string[])[]
  },
): PrintedBlock[] {
  const head: PrintedBlock = { kind: 'heading', text: `${heading} ${String(table.rows.length)}` }
  if (table.rows.length === 0)
    return [
      { ...head, text: heading },
      { kind: 'text', text: nothing },
    ]
  const rows = table.rows.map((cells) => ({ kind: 'row' as const, cells: [...cells] }))
  return [head, { kind: 'table', columns: table.columns, rows }]
}
