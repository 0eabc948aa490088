/** How the person wants the window: read from the preferences once, then what was chosen in this window. */
import type { Preferences } from '#electron/shell.ts'
import type { ShownDisplay } from '#shared/contract/display.ts'
import { defaultDisplay, type Display, displayFrom } from '#shared/domain/display.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'

type Changes = { readonly [Name in keyof Display]?: Display[Name] | undefined }

export class PersonDisplay {
  readonly #preferences: Preferences
  readonly #systemLanguage: Language
  #display: Display | null = null
  #isKept = true

  constructor(preferences: Preferences, systemLanguage: Language) {
    this.#preferences = preferences
    this.#systemLanguage = systemLanguage
  }

  async shown(): Promise<ShownDisplay> {
    this.#display ??= displayFrom(await this.#preferences.read())
    return { ...this.#display, isKept: this.#isKept }
  }

  /** The language of the window: the one that was chosen, else the system's. */
  async language(): Promise<Language> {
    const { language } = await this.shown()
    return language === 'system' ? this.#systemLanguage : language
  }

  /** Where nothing can be kept, the choice still holds for this window. */
  async change(changes: Changes): Promise<ShownDisplay> {
    const { isKept: _isKept, ...before } = await this.shown()
    const named = (Object.keys(changes) as (keyof Display)[]).filter((name) => changes[name] !== undefined)
    const next = { ...before, ...Object.fromEntries(named.map((name) => [name, changes[name]])) }
    this.#display = next
    try {
      for (const name of named) {
        const value = next[name]
        // What the system decides is not written down: it is the same as no choice.
        await this.#preferences.write(name, value === defaultDisplay[name] ? null : value)
      }
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'PREFERENCES_NOT_WRITTEN')) throw error
      this.#isKept = false
    }
    return { ...next, isKept: this.#isKept }
  }
}
