/** The people of a register, and the executives among them, as a source names them: by name and reading. */
import { AnswerableOn } from '#shared/domain/accountability.ts'
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import type { PersonWords } from '#shared/domain/import-row.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type Bilingual, searchKey } from '#shared/domain/text.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'

/** Names are compared without spaces: 山田 太郎 and 山田太郎 are one spelling. Readings are compared as hiragana. */
function plain(name: string): string {
  return searchKey(name).replace(/\s+/g, '')
}

/** Forms of one character in family names; only used to suggest that two people may be one. */
const forms = new Map(
  Array.from(
    '髙高﨑崎嵜崎濵浜濱浜邉辺邊辺齋斎齊斉德徳瀨瀬國国澤沢櫻桜廣広眞真惠恵藏蔵黑黒嶋島嶌島冨富𠮷吉曾曽淸清',
  ).reduce<[string, string][]>(
    (pairs, letter, index, all) => (index % 2 === 0 ? [...pairs, [letter, all[index + 1] ?? letter]] : pairs),
    [],
  ),
)
function withoutForms(name: string): string {
  return Array.from(name, (letter) => forms.get(letter) ?? letter).join('')
}

/** `code` empty: made by this import. */
type Known = Pick<RecordOf<'person'>, 'id' | 'code' | 'name' | 'reading' | 'email'>

/** `several`: the register holds more than one whom the words could mean, so none is taken. */
export type FoundPerson = { readonly kind: 'one'; readonly id: string } | { readonly kind: 'none' | 'several' }

export class PeopleIndex {
  readonly #named = new Map<string, Known[]>()
  readonly #withoutForms = new Map<string, Known[]>()
  readonly #byEmail = new Map<string, string>()

  constructor(read: ReadHandle) {
    for (const person of recordTables.person.all(read)) if (person.withdrawn === null) this.add(person)
  }

  add(person: Known): void {
    const names = new Set([person.name.ja, person.name.en].filter((name) => name !== null).map(plain))
    for (const name of names) {
      push(this.#named, name, person)
      push(this.#withoutForms, withoutForms(name), person)
    }
    if (person.email !== null) this.#byEmail.set(searchKey(person.email), person.id)
  }

  find(words: PersonWords): FoundPerson {
    const byEmail = this.#byEmail.get(searchKey(words.name))
    if (byEmail !== undefined) return { kind: 'one', id: byEmail }
    const named = this.#named.get(plain(words.name)) ?? []
    const reading = words.reading === null ? null : plain(words.reading)
    const readingOf = (person: Known) => (person.reading === null ? null : plain(person.reading))
    const sameReading = reading === null ? [] : named.filter((person) => readingOf(person) === reading)
    const possible =
      sameReading.length > 0 ? sameReading : named.filter((person) => reading === null || readingOf(person) === null)
    const [first, ...others] = possible
    if (first === undefined) return { kind: 'none' }
    return others.length === 0 ? { kind: 'one', id: first.id } : { kind: 'several' }
  }

  /** People whose name differs only in the form of a character. */
  similar(words: PersonWords): { code: string; name: Bilingual }[] {
    const name = plain(words.name)
    return (this.#withoutForms.get(withoutForms(name)) ?? [])
      .filter(
        (person) =>
          person.code !== '' && ![person.name.ja, person.name.en].some((own) => own !== null && plain(own) === name),
      )
      .map(({ code, name: own }) => ({ code, name: own }))
  }
}

/** Posts of kind executive, by their own name or by the name of who holds them today. */
export class ExecutiveIndex {
  readonly #posts = new Map<string, Set<string>>()

  constructor(read: ReadHandle, today: Day) {
    const answerable = new AnswerableOn([...recordTables.term.all(read)], [], today)
    for (const post of recordTables.post.all(read)) {
      if (post.kind !== 'executive' || post.withdrawn !== null || !holdsOn(post, today)) continue
      const { personId } = answerable.post(post.id)
      const person = personId === null ? undefined : recordTables.person.get(read, personId)
      for (const name of [post.name.ja, post.name.en, post.code, person?.name.ja, person?.name.en])
        if (name !== null && name !== undefined) {
          const known = this.#posts.get(plain(name))
          if (known) known.add(post.id)
          else this.#posts.set(plain(name), new Set([post.id]))
        }
    }
  }

  /** The one post that the words mean, or null. */
  find(words: string): string | null {
    const [post, ...others] = this.#posts.get(plain(words)) ?? []
    return post !== undefined && others.length === 0 ? post : null
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
