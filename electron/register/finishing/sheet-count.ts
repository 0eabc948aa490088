/** The sheets of a pack as it is set up to be printed, counted by printing it, for its page budget. */
import type { PagesCounted, PageSheets } from '#shared/domain/decision/page-budget.ts'
import { type PackSignature, requiredSignatures } from '#shared/domain/finishing.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackModel } from '#shared/pack-model/pages.ts'
import type { PrintJob } from '#electron/shell.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { asPrinted } from './posts-alone.ts'
import { statementOf } from './statement.ts'

/** Sheets as they were counted, with what they were counted of. */
export interface SheetCount {
  /** Of the pages that were printed: another digest, and the count is of something else. */
  readonly digest: string
  readonly pages: readonly PageSheets[]
}

/** The pages as the pack is set up to be printed and as it is once it is signed off, and the digest that names them. */
export function pagesToCount(
  facts: PackInput,
  signatures: readonly PackSignature[] | null = null,
): { readonly model: PackModel; readonly digest: string } {
  const { language } = facts.finishing.choices
  const shown = language === 'both' ? ({ language: 'ja', bilingual: true } as const) : { language, bilingual: false }
  // A draft is made anew with each look at it, and the moment of it makes no page longer.
  const moment = facts.code === null ? { cutOff: `${facts.asOf}T00:00:00.000Z` } : {}
  const model = buildPackModel(asPrinted({ ...asSigned(facts, signatures), ...shown, ...moment }))
  return { model, digest: sha256(canonicalJson(model)) }
}

/**
 * What comes with the sign-off takes room too, and can be put right only before it: posts beneath the names, who recorded them,
 * the digest of the pack. `signatures` null: nobody has been named yet, and those who must sign have the longest name and post.
 */
function asSigned(facts: PackInput, signatures: readonly PackSignature[] | null): PackInput {
  const { finishing, snapshot, asOf, code, entity } = facts
  if (finishing.signOff !== null || entity != null) return facts
  const name = longest(snapshot.people) ?? noName
  const post = longest(snapshot.posts)
  const standIns = requiredSignatures.map((role) => ({ role, name, post, on: asOf, recordedBy: name }))
  return {
    ...facts,
    finishing: {
      ...finishing,
      signOff: { on: asOf, statement: statementOf(code), signatures: [...(signatures ?? standIns)] },
      packDigest: '0'.repeat(64),
    },
  }
}

const noName: Bilingual = { ja: '–', en: '–' }

function longest(named: RegisterState['people'] | RegisterState['posts']): Bilingual | null {
  const length = ({ ja, en }: Bilingual) => (ja ?? '').length * 2 + (en ?? '').length
  const standing = named.filter(({ withdrawn }) => withdrawn === null).map(({ name }) => name)
  return standing.reduce<Bilingual | null>((most, each) => (most && length(most) >= length(each) ? most : each), null)
}

/** What was counted is kept by its digest, so that a look at the same pages prints nothing. */
const kept = 4

/** Counts by printing; one for each printer. */
export class SheetCounter {
  readonly #print: (job: PrintJob) => Promise<Uint8Array>
  readonly #counts = new Map<string, Promise<SheetCount | null>>()

  constructor(print: (job: PrintJob) => Promise<Uint8Array>) {
    this.#print = print
  }

  /** Null where the pack has no budget (nothing is printed then), and where the print cannot be counted. What the printer refuses. */
  async of(facts: PackInput, signatures: readonly PackSignature[] | null = null): Promise<SheetCount | null> {
    if (facts.finishing.choices.pageBudget === null) return null
    const { model, digest } = pagesToCount(facts, signatures)
    const counting = this.#counts.get(digest) ?? this.#count(model, digest)
    this.#counts.set(digest, counting)
    for (const old of [...this.#counts.keys()].slice(0, -kept)) this.#counts.delete(old)
    try {
      return await counting
    } catch (error) {
      this.#counts.delete(digest)
      throw error
    }
  }

  async #count(model: PackModel, digest: string): Promise<SheetCount | null> {
    const { language, heading } = model
    const printed = await this.#print({ kind: 'pack', model, language, title: say(language, heading) })
    // Loaded when needed: what reads a PDF is half of the program's time to start.
    const { sheetsOf } = await import('../export/printed-sheets.ts')
    const pages = await sheetsOf(printed, model)
    return pages === null ? null : { digest, pages }
  }
}

/** The budget of a pack and the sheets under it; null without a budget. A count of other pages than these counts for nothing. */
export function pagesCounted(
  facts: PackInput,
  count: SheetCount | null,
  signatures: readonly PackSignature[] | null = null,
): PagesCounted | null {
  const budget = facts.finishing.choices.pageBudget
  if (budget === null) return null
  const { model, digest } = pagesToCount(facts, signatures)
  if (count?.digest === digest) return { budget, pages: count.pages, isCounted: true }
  return { budget, pages: model.pages.map(({ key }) => ({ page: key, sheets: 1 })), isCounted: false }
}
