/**
 * Whom and what the words of a source name: by what the mapping says, by name, reading, address or code, or among the records
 * that the same import makes. What nobody bears is listed; where the mapping says so, a record is made of it.
 */
import type { MappingFile } from '#shared/domain/import-mapping.ts'
import { type MakeableNoun, makeableNouns } from '#shared/domain/import-record/record-targets.ts'
import type { UnmatchedName } from '#shared/domain/import-report.ts'
import { type PersonWords, personIn, quoteOf } from '#shared/domain/import-row.ts'
import { foldWord } from '#shared/domain/import-values.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { bilingualFrom, searchKey } from '#shared/domain/text.ts'
import { RecordNames } from '../record-names.ts'
import type { ReadHandle } from '../store/query.ts'
import { PeopleIndex } from './people-index.ts'

export interface MadeRecord {
  readonly noun: MakeableNoun
  /** Of the plan; the writing gives another one. */
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

interface HowToMake {
  /** Of a control: it is planned only. */
  readonly planned?: boolean
  /** Of a person: name and reading, where the words are not all there is. */
  readonly person?: PersonWords
}

/** How ids of a plan begin: no stored record has one, since those begin with the time. */
const planned = '00000000-0000-4000-8000-'
/** Different names that are listed one by one; a longer list is no list of names. */
const mostNames = 2000

export class NameResolver {
  readonly #madeById = new Map<string, MadeRecord>()
  readonly #names: RecordNames
  readonly #people: PeopleIndex
  readonly #said: Pick<MappingFile, 'names' | 'make'>
  readonly #saidNames = new Map<string, string>()
  readonly #new = new Map<string, string[]>()
  readonly #unmatched = new Map<string, { noun: Noun; word: string; rows: number; several: boolean; code: boolean }>()
  /** The words of which a record was made. */
  readonly #madeOf = new Map<string, string>()
  readonly #rowsOfMade = new Map<string, number>()
  readonly #keep: (made: Omit<MadeRecord, 'id'>) => string
  #ids = 0
  #listings = 0

  /** `keep`: gives what is made its id; unsaid, one of the plan. */
  constructor(
    read: ReadHandle,
    said: Pick<MappingFile, 'names' | 'make'>,
    keep?: (made: Omit<MadeRecord, 'id'>) => string,
  ) {
    this.#names = new RecordNames(read)
    this.#people = new PeopleIndex(read)
    this.#said = said
    this.#keep = keep ?? (() => this.newId())
    for (const [noun, words] of Object.entries(said.names ?? {}))
      for (const [word, code] of Object.entries(words)) this.#saidNames.set(listedKeyOf(noun, word), code)
  }

  /** An id that no stored record has: it stands in the plan only. */
  newId(): string {
    this.#ids += 1
    return `${planned}${String(this.#ids).padStart(12, '0')}`
  }

  madeRecord(id: string): MadeRecord | undefined {
    return this.#madeById.get(id)
  }

  /** Whether the plan makes the record, or one of its rows is it. */
  isMade(id: string): boolean {
    return id.startsWith(planned)
  }

  /** A record of the list itself, which later rows can name. */
  remember(noun: Noun, names: readonly string[], id: string): void {
    for (const key of new Set(names.map((name) => keyOf(noun, name)))) {
      const known = this.#new.get(key) ?? []
      if (!known.includes(id)) this.#new.set(key, [...known, id])
    }
  }

  /** The one record that the words name, without listing them where they name none. */
  find(noun: Noun, words: string): string | null {
    const ids = this.#idsOf(noun, words)
    return ids.length === 1 ? (ids[0] ?? null) : null
  }

  /** The one record that the words name; made where the mapping says so, else listed and null. */
  resolve(noun: Noun, words: string, { planned = false, person = personIn(words) }: HowToMake = {}): string | null {
    const ids = this.#idsOf(noun, words, person)
    const [first] = ids
    if (first !== undefined && ids.length === 1) {
      this.metAgain(first)
      return first
    }
    if (ids.length === 0 && this.mayMake(noun, words)) return this.#make(noun, words, { planned, person })
    this.list(noun, words, ids.length > 1)
    return null
  }

  /** A name with its reading, which a list may state in columns of their own. */
  resolvePerson(words: PersonWords): string | null {
    return this.resolve('person', wordOfPerson(words), { person: words })
  }

  /** Another row that names what this import has made. */
  metAgain(id: string): void {
    if (this.#madeById.has(id)) this.#rowsOfMade.set(id, (this.#rowsOfMade.get(id) ?? 0) + 1)
  }

  /** What the import has made of words in a way of its own: as what `resolve` makes. */
  noteMade(made: MadeRecord, word: string): void {
    this.#madeById.set(made.id, made)
    this.#madeOf.set(made.id, word)
    this.#rowsOfMade.set(made.id, 1)
  }

  /** The record of a code in a list of another register: that of the code where the name agrees, else whom the name means. */
  resolveCoded(noun: Noun, code: string, name: string | null): string | null {
    if (this.isSaid(noun, code)) return this.resolve(noun, code)
    const byName = name === null ? [] : this.#idsOf(noun, name)
    const agreed = this.#idsOf(noun, code).find((id) => byName.includes(id))
    if (agreed !== undefined) return agreed
    if (name !== null && (byName.length === 1 || (byName.length === 0 && this.mayMake(noun, name))))
      return this.resolve(noun, name)
    if (name === null) this.listCode(noun, code)
    else this.list(noun, code, byName.length > 1)
    return null
  }

  /** Whether the mapping says which record the words mean. */
  isSaid(noun: Noun, words: string): boolean {
    return this.#saidNames.has(listedKeyOf(noun, words))
  }

  meansSeveral(noun: Noun, words: string): boolean {
    return this.#idsOf(noun, words).length > 1
  }

  /** The posts of the name; 取締役会 is the post whose name begins so, where only one does. */
  postsNamed(words: string): readonly string[] {
    const whole = this.#idsOf('post', words)
    return whole.length > 0 ? whole : this.#names.beginning('post', words)
  }

  /** A code of another register with no name beside it: no record can be made of it. */
  listCode(noun: Noun, code: string): void {
    this.list(noun, code, false, true)
  }

  list(noun: Noun, words: string, several = false, code = false): void {
    this.#listings += 1
    const word = quoteOf(words.trim())
    const key = listedKeyOf(noun, word)
    const known = this.#unmatched.get(key)
    if (known !== undefined) known.rows += 1
    else if (this.#unmatched.size < mostNames) this.#unmatched.set(key, { noun, word, rows: 1, several, code })
  }

  /** How often words were listed since they name nobody. */
  get listings(): number {
    return this.#listings
  }

  get made(): readonly MadeRecord[] {
    return [...this.#madeById.values()]
  }

  get unmatched(): readonly UnmatchedName[] {
    const made = this.made.map(({ noun, id }) => ({
      ...this.#told(noun, quoteOf((this.#madeOf.get(id) ?? '').trim())),
      rows: this.#rowsOfMade.get(id) ?? 1,
      several: false,
      made: true,
      makeable: true,
    }))
    const listed = [...this.#unmatched.values()].map(({ noun, word, rows, several, code }) => ({
      ...this.#told(noun, word),
      rows,
      several,
      made: false,
      makeable: !several && !code && isMakeable(noun),
    }))
    return [...made, ...listed]
  }

  /** A name that nobody bears, with people whose name differs only in the form of a character. */
  #told(noun: Noun, word: string): Pick<UnmatchedName, 'noun' | 'word' | 'similar'> {
    const similar = noun === 'person' ? this.#people.similar(personIn(word)) : []
    return { noun, word, ...(similar.length === 0 ? {} : { similar }) }
  }

  #idsOf(noun: Noun, words: string, person = personIn(words)): readonly string[] {
    const said = this.#saidNames.get(listedKeyOf(noun, words))
    if (said !== undefined) return this.#names.find(noun, said)
    if (noun === 'person') {
      const found = this.#people.find(person)
      if (found.kind === 'one') return [found.id]
    }
    const found = this.#names.find(noun, words)
    if (found.length > 0) return found
    const fresh = this.#new.get(keyOf(noun, words))
    if (fresh !== undefined) return fresh
    // As lists show a record, code and name; and as tools write a control's status before its name.
    const code = /^([A-Z]{2,5}-[0-9A-Z-]+)[\s:：]/.exec(words.normalize('NFKC'))?.[1]
    const bare = /^\[[^\]]{1,30}\]\s*(\S.*)$/su.exec(words)?.[1]
    if (code !== undefined) return this.#names.find(noun, code)
    return bare === undefined ? [] : this.#idsOf(noun, bare)
  }

  /** Not of words of which is said whom they mean, though that record is no longer there. */
  mayMake(noun: Noun, words: string): noun is MakeableNoun {
    if (!isMakeable(noun) || this.isSaid(noun, words)) return false
    const values = this.#said.make?.[noun]
    return values !== undefined && (noun !== 'control' || values.domain !== undefined)
  }

  #make(noun: MakeableNoun, words: string, { planned, person }: Required<HowToMake>): string {
    const { name, reading } = noun === 'person' ? person : { name: words.trim(), reading: null }
    const email = noun === 'person' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name) ? name : null
    const values = {
      name: bilingualFrom(name),
      ...(noun === 'person' ? { reading, email } : {}),
      ...(noun === 'control' ? { ...this.#said.make?.control, ...(planned ? { design: 'planned' } : {}) } : {}),
    }
    const id = this.#keep({ noun, values })
    this.noteMade({ noun, id, values }, words)
    if (noun === 'person') this.#people.add({ id, code: '', name: values.name, reading, email })
    this.remember(noun, [words, name], id)
    return id
  }
}

function isMakeable(noun: Noun): noun is MakeableNoun {
  return makeableNouns.some((each) => each === noun)
}

function keyOf(noun: string, word: string): string {
  return `${noun}\n${searchKey(foldWord(word)).replace(/\s+/g, '')}`
}

/** A name as it is listed and answered: one that is too long to be shown is what is shown of it. */
function listedKeyOf(noun: string, word: string): string {
  return keyOf(noun, quoteOf(word.trim()))
}

/** As one cell states both. */
function wordOfPerson({ name, reading }: PersonWords): string {
  return reading === null ? name : `${name}（${reading}）`
}
