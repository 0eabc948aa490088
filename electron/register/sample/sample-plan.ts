/** What the parts of the plan share: the sources, the days, the language, and the entries they write. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/domain/text.ts'
import { type DayText, SampleDates } from './sample-dates.ts'
import type { SampleOwner, SampleSources, SampleText } from './sample-sources.ts'
import type { SampleAct, SampleEntry, SampleHolder } from './sample-steps.ts'

export class SamplePlan {
  readonly sources: SampleSources
  readonly dates: SampleDates
  readonly entries: SampleEntry[] = []
  readonly #language: Language

  constructor(sources: SampleSources, day: Day, language: Language) {
    this.sources = sources
    this.dates = new SampleDates(day, sources.organisation.organisation.fiscalStartMonth)
    this.#language = language
  }

  record(day: Day, act: SampleAct): void {
    this.entries.push({ day, act })
  }

  /** Text of a field that holds one language: the register's. */
  plain(text: SampleText): string
  plain(text: SampleText | undefined): string | null
  plain(text: SampleText | undefined): string | null {
    return text?.[this.#language] ?? null
  }

  /** A day of the data, where one is given. */
  dayOf(text: DayText | null | undefined, own?: Day): Day | null {
    return text === null || text === undefined ? null : this.dates.resolve(text, own)
  }
}

export function holderOf(owner: SampleOwner): SampleHolder {
  return 'post' in owner ? { post: owner.post, person: null } : { post: null, person: owner.person }
}
