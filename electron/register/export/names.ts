/** How records are named where others refer to them: by code and name, looked up by id. */
import { nouns } from '#shared/domain/nouns.ts'
import { type RegisterState, stateKeys } from '#shared/domain/register-state.ts'
import { type Bilingual, inLanguage, type Language } from '#shared/domain/text.ts'

interface Named {
  readonly code: string
  readonly name: Bilingual | null
}

/** How records are called, by their ids. */
export interface RecordCalls {
  readonly code: (id: string | null) => string | null
  readonly name: (id: string | null) => string | null
  readonly codes: (ids: readonly string[]) => string[]
}

/** Codes and names of all coded records of a state; names in the register's language, else in the other one. */
export class Names implements RecordCalls {
  readonly #byId = new Map<string, Named>()
  readonly #language: Language

  constructor(state: RegisterState) {
    this.#language = state.organisation.language
    for (const noun of nouns) {
      if (noun === 'organisation') continue
      for (const record of state[stateKeys[noun]])
        if ('code' in record)
          this.#byId.set(record.id, { code: record.code, name: 'name' in record ? record.name : null })
    }
  }

  /** Null where no record of that id has a code. */
  code(id: string | null): string | null {
    return id === null ? null : (this.#byId.get(id)?.code ?? null)
  }

  name(id: string | null): string | null {
    const name = id === null ? null : (this.#byId.get(id)?.name ?? null)
    return name === null ? null : inLanguage(name, this.#language)
  }

  /** In the order of the codes; an id without a code stands as it is, so that no link is lost. */
  codes(ids: readonly string[]): string[] {
    return ids.map((id) => this.code(id) ?? id).sort()
  }
}
