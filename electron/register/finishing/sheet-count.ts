/** The sheets of a pack as it is set up to be printed, counted by printing it, for its page budget. */
import type { PagesCounted, PageSheets } from '#shared/domain/decision/page-budget.ts'
import { say } from '#shared/locales/say.ts'
import { buildPackModel } from '#shared/pack-model/build-pack-model.ts'
import type { PackInput, PackModel } from '#shared/pack-model/pages.ts'
import type { PrintJob } from '#electron/shell.ts'
import { canonicalJson, sha256 } from '../store/canonical.ts'
import { asPrinted } from './posts-alone.ts'

/** Sheets as they were counted, with what they were counted of. */
export interface SheetCount {
  /** Of the pages that were printed: another digest, and the count is of something else. */
  readonly digest: string
  readonly pages: readonly PageSheets[]
}

/** The pages as the pack is set up to be printed, and the digest that names them. */
export function pagesToCount(facts: PackInput): { readonly model: PackModel; readonly digest: string } {
  const { language } = facts.finishing.choices
  const shown = language === 'both' ? ({ language: 'ja', bilingual: true } as const) : { language, bilingual: false }
  // A draft is made anew with each look at it, and the moment of it makes no page longer.
  const moment = facts.code === null ? { cutOff: `${facts.asOf}T00:00:00.000Z` } : {}
  const model = buildPackModel(asPrinted({ ...facts, ...shown, ...moment }))
  return { model, digest: sha256(canonicalJson(model)) }
}

/** What was counted is kept by its digest, so that a look at the same pages prints nothing. */
const kept = 4

/** Counts by printing; one for each printer. */
export class SheetCounter {
  readonly #print: (job: PrintJob) => Promise<Uint8Array>
  readonly #counts = new Map<string, Promise<SheetCount>>()

  constructor(print: (job: PrintJob) => Promise<Uint8Array>) {
    this.#print = print
  }

  /** Null where the pack has no budget: nothing is printed then. What the printer refuses. */
  async of(facts: PackInput): Promise<SheetCount | null> {
    if (facts.finishing.choices.pageBudget === null) return null
    const { model, digest } = pagesToCount(facts)
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

  async #count(model: PackModel, digest: string): Promise<SheetCount> {
    const { language, heading } = model
    const printed = await this.#print({ kind: 'pack', model, language, title: say(language, heading) })
    // Loaded when needed: what reads a PDF is half of the program's time to start.
    const { sheetsOf } = await import('../export/printed-sheets.ts')
    return { digest, pages: await sheetsOf(printed, model) }
  }
}

/** The budget of a pack and the sheets under it; null without a budget. A count of other pages than these counts for nothing. */
export function pagesCounted(facts: PackInput, count: SheetCount | null): PagesCounted | null {
  const budget = facts.finishing.choices.pageBudget
  if (budget === null) return null
  const { model, digest } = pagesToCount(facts)
  if (count?.digest === digest) return { budget, pages: count.pages, isCounted: true }
  return { budget, pages: model.pages.map(({ key }) => ({ page: key, sheets: 1 })), isCounted: false }
}
