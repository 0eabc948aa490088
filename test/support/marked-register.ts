/**
 * A register in which whatever a person can type says something hostile: markup, script, formulas of a spreadsheet. Each text
 * begins or ends with a mark, by which it is found again wherever it went.
 */
import { fields, type FieldDescription } from '#shared/domain/fields.ts'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import { recordTableOf } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { tryOut } from './generated-register.ts'

/** Stands in every text that is written here, and nowhere else. */
export const mark = 'ZQXMARK'

/** What would say that something of it ran. */
export const ranName = 'daichoRan'

const ran = `window.${ranName}=1`
export const markup = [
  `${mark}<script>${ran}</script>`,
  `${mark}<img src=x class=${mark} onerror="${ran}">`,
  `${mark}"><svg class=${mark} onload=${ran}>`,
  `${mark}</style></title></textarea><style class=${mark}>*{display:none}</style>`,
  `${mark}<a class=${mark} href="javascript:${ran}">a</a>`,
  `javascript:${ran}//${mark}`,
  `${mark}{{constructor.constructor('${ran}')()}}\${${ran}}<%=${ran}%>`,
  `${mark}<iframe class=${mark} srcdoc="<script>parent.${ranName}=1</script>"></iframe>`,
  `${mark}' onmouseover='${ran}' x='`,
  `${mark}[a](javascript:${ran}) <details open ontoggle=${ran}>`,
] as const

export const formulas = [
  `=HYPERLINK("https://example.com/${mark}","a")`,
  `+${mark}`,
  `-1+${mark}`,
  `@SUM(${mark})`,
  `\t=${mark}`,
  `\r=${mark}`,
  `\n=${mark}`,
  `＝${mark}`,
  `＋${mark}`,
  `－${mark}`,
  `＠${mark}`,
  `  =${mark}`,
  `'=${mark}`,
  `"=${mark}`,
  `\u200b=${mark}`,
  `\ufeff=${mark}`,
  `\u3000＝${mark}`,
  `=cmd|' /C calc'!${mark}`,
  `=DDE("cmd";"/C calc";"${mark}")`,
] as const

const operations: { readonly [N in Noun]?: string } = {
  attestation: 'system.attest',
  acceptance: 'risk.accept',
  attestationSheet: 'attestationSheet.sign',
  incidentReport: 'incident.recordReport',
  packSignOff: 'pack.signOff',
  noDecision: 'decision.confirmNone',
  legalHold: 'legalHold.place',
}

/** Writes the texts round and round into every field that takes them. Says how many fields of which nouns did. */
export function fillWithMarks(register: Register, texts: readonly string[]): ReadonlyMap<Noun, number> {
  const taken = new Map<Noun, number>()
  let next = 0
  const text = () => texts[next++ % texts.length] ?? ''
  // What is locked or merged, and what was taken out under which rule, stays as it was kept.
  const kept: readonly Noun[] = ['pack', 'mergeRun', 'redaction']
  for (const noun of nouns.filter((each) => !kept.includes(each)))
    register.change({ operation: operations[noun] ?? `${noun}.update`, reason: text() }, (change) => {
      for (const { id } of [...recordTableOf(noun).all(change.read)] as { id: string }[])
        for (const field of fields[noun])
          if (holdsText(field) && tryOut(change, noun, id, { [field.name]: valueOf(field, text) }))
            taken.set(noun, (taken.get(noun) ?? 0) + 1)
    })
  return taken
}

function holdsText({ kind }: FieldDescription): boolean {
  return kind === 'text' || kind === 'bilingual' || kind === 'repeated' || kind === 'structure'
}

function valueOf(field: FieldDescription, text: () => string): unknown {
  switch (field.kind) {
    case 'bilingual':
      return { ja: text(), en: text() }
    case 'repeated':
      return [Object.fromEntries(field.parts.map(({ name }) => [name, text()]))]
    case 'structure':
      return [[text(), text()]]
    default:
      return text()
  }
}
