/**
 * Drafts against the register: what is new, what the source changed, what is the same. The same steps run for a dry run and
 * for the import itself; only the keeper differs, which writes or merely counts.
 *
 * A second import changes a field only where the source now says something else than at its last import: what people have
 * edited since stays. An empty cell erases nothing, and a system that the file no longer holds stays as it is.
 *
 * Systems alone are compared here, every other list in `record-plan.ts`, and the two cannot be one without a loss. An inventory has
 * 100,000 rows and more: its drafts wait in a spool and are written one by one, where a plan holds all of them, since other lists name
 * records of their own rows (a unit its superior, a post whom it reports to), which are known only at the end. Systems keep what their
 * source said in fields of their own (`sourceNotes`, `sourceKey`), as every register that was written so far holds them, where other
 * nouns have source rows. What is the same for both is shared: keys that come again, choice of sheet and columns, whom names mean
 * (`name-resolver.ts`), changes that a person leaves, what is missing (`missing-records.ts`), and the report.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import { type MappingFile, madeUnsaid } from '#shared/domain/import-mapping.ts'
import type {
  FieldChange,
  ImportCounts,
  RejectedRow,
  RepeatedKey,
  UnmatchedName,
} from '#shared/domain/import-report.ts'
import { nameAndUnit } from '#shared/domain/import-report.ts'
import { type OwnWords, type PersonWords, quoteOf, type Stated } from '#shared/domain/import-row.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { withdrawalSchema } from '#shared/domain/record.ts'
import { type Bilingual, bilingualFrom, searchKey } from '#shared/domain/text.ts'
import { assignmentsOf, type AssignInput } from '../accountability.ts'
import { emptySystem } from '../systems.ts'
import { sha256 } from '../store/canonical.ts'
import type { NewRecord } from '../store/change.ts'
import { queries, type ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Drafts, Key } from './drafts.ts'
import { Fingerprints } from './fingerprints.ts'
import { OwnRows } from './own-rows.ts'
import { type MadeRecord, NameResolver } from './name-resolver.ts'
import { ExecutiveIndex } from './people-index.ts'
import type { SpooledDraft } from './spool.ts'
import { Repeats } from './repeats.ts'
import { isSame, partOf, patchOf, valueOf } from './stated-values.ts'
import { UnitTree, type UnitWays } from './unit-tree.ts'

type System = RecordOf<'system'>

/** Under this operation the log holds what imports wrote; the last of them is what the source said last. */
export const importOperation = 'system.import'

/** Where records go: into the register, or nowhere. */
export interface Keeper {
  addUnit(unit: NewRecord<'unit'> & { readonly code?: string }): string
  addPerson(person: NewRecord<'person'>): string
  addSystem(system: NewRecord<'system'> & { readonly code?: string }): string
  withdrawSystem(id: string, withdrawn: NonNullable<System['withdrawn']>): void
  updateSystem(before: System, patch: Partial<System>): void
  assign(input: AssignInput): void
}

export interface ComparisonFacts {
  readonly drafts: Pick<Drafts, 'units' | 'owners' | 'key'>
  /** Labels of the columns of units, owner and executive. */
  readonly unitLabels: readonly string[]
  readonly nameLabel: string
  readonly ownerLabel: string | null
  readonly executiveLabel: string | null
  readonly today: Day
  /** The run to which added and changed systems belong. */
  readonly importId: string
  /** Changes that a person has taken out, as `row field`. */
  readonly leave: ReadonlySet<string>
  /** Words of the key column that stand in several rows, each of which is a system of its own. */
  readonly apart: ReadonlySet<string>
  /** Whom names mean, and of what nouns records are made for names that nobody bears. */
  readonly names: Pick<MappingFile, 'names' | 'make'>
}

export interface KnownSystem {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly unitId: string | null
  readonly sourceKey: string | null
  readonly withdrawn: boolean
  readonly importId: string | null
}

/** Changes that are told one by one: a person who decides has no use for more. */
const mostChanges = 5000
/** The longest key that is stored as it stands; a longer one ends in its digest. */
const longestKey = 1000

export class Comparison {
  readonly #read: ReadHandle
  readonly #keeper: Keeper
  readonly #facts: ComparisonFacts
  readonly #units: UnitTree
  readonly #names: NameResolver
  readonly #unitWays: UnitWays
  readonly #executives: ExecutiveIndex
  readonly #own: OwnRows
  readonly #known: KnownSystem[]
  readonly #bySourceKey = new Map<string, KnownSystem>()
  readonly #byNameAndUnit = new Map<string, KnownSystem[]>()
  readonly #met = new Set<string>()
  readonly #ownKeys = new Set<string>()
  /** Only where words of the key column come again. */
  readonly #keyWords: Fingerprints | null
  /** By the number of a path: the unit, and the words of it that name none here. */
  readonly #unitIds = new Map<number, { id: string | null; unmatched: readonly string[]; made: readonly string[] }>()
  readonly #personIds = new Map<number, string>()
  #added = 0
  #updated = 0
  #unchanged = 0
  #createdUnits = 0
  #createdPeople = 0
  readonly #rejected: RejectedRow[] = []
  readonly #alike: { row: number; code: string }[] = []
  readonly #unresolved = new Map<string, Map<string, number>>()
  readonly #changes: FieldChange[] = []
  readonly #repeats = new Repeats()

  constructor(read: ReadHandle, keeper: Keeper, facts: ComparisonFacts) {
    this.#read = read
    this.#keeper = keeper
    this.#facts = facts
    this.#units = new UnitTree(read, facts.today)
    const { names, make = madeUnsaid.system } = facts.names
    this.#names = new NameResolver(read, { names, make }, (made) => this.#keepPerson(made))
    this.#unitWays = {
      said: (path) => this.#saidUnit(path),
      make: (path, parentId) => this.#makeUnit(path, parentId),
    }
    this.#executives = new ExecutiveIndex(read, facts.today)
    this.#known = knownSystems(read)
    this.#own = new OwnRows(read, this.#known)
    const { key } = facts.drafts
    this.#keyWords = key.kind === 'column' && key.repeats ? new Fingerprints() : null
    for (const system of this.#known) {
      if (system.sourceKey !== null && !this.#bySourceKey.has(system.sourceKey))
        this.#bySourceKey.set(system.sourceKey, system)
      if (system.withdrawn) continue
      for (const name of new Set(
        [system.name.ja, system.name.en].filter((each) => each !== null).map((each) => searchKey(each)),
      )) {
        const key = `${name}\n${system.unitId ?? ''}`
        const list = this.#byNameAndUnit.get(key)
        if (list) list.push(system)
        else this.#byNameAndUnit.set(key, [system])
      }
    }
  }

  get counts(): Omit<ImportCounts, 'rows'> {
    return { added: this.#added, updated: this.#updated, unchanged: this.#unchanged }
  }
  get created(): { units: number; people: number } {
    return { units: this.#createdUnits, people: this.#createdPeople }
  }
  get rejected(): readonly RejectedRow[] {
    return this.#rejected
  }
  get alike(): readonly { row: number; code: string }[] {
    return this.#alike
  }
  /** Fields of systems that are there and that the source says otherwise; the first of very many. */
  get changes(): readonly FieldChange[] {
    return this.#changes
  }
  /** Words of the key column that a person decides about, or has decided. */
  get repeats(): readonly RepeatedKey[] {
    return this.#repeats.list()
  }
  /** Names of people, posts and units that nobody bears here, or several. */
  get names(): readonly UnmatchedName[] {
    return this.#names.unmatched
  }
  /** Words of rows of our own that name nothing. */
  get unresolved(): { column: string; value: string; rows: number }[] {
    return [...this.#unresolved].flatMap(([column, words]) =>
      [...words].map(([value, rows]) => ({ column, value, rows })),
    )
  }

  /** Codes of the systems that came with the imports which this file continues, and are not in it. */
  missing(): string[] {
    const runs = new Set(this.#known.filter((system) => this.#met.has(system.id)).map((system) => system.importId))
    return this.#known
      .filter((system) => system.importId !== null && runs.has(system.importId))
      .filter((system) => !system.withdrawn && !this.#met.has(system.id))
      .map((system) => system.code)
  }

  take(draft: SpooledDraft): void {
    const sourceKey = draft.own === undefined ? this.#keyOnce(draft) : this.#ownKeyOf(draft)
    if (sourceKey === null) return
    const known = this.#match(draft, sourceKey)
    const ofOurs = known === undefined && draft.own !== undefined ? this.#recordOf(draft.own) : undefined
    const system = known ?? ofOurs
    if (system === undefined) {
      this.#add(draft, sourceKey)
      return
    }
    this.#met.add(system.id)
    if (system.withdrawn && draft.own?.withdrawnOn !== undefined) {
      this.#unchanged += 1
      return
    }
    if (system.withdrawn) {
      this.#rejected.push({
        row: draft.row,
        column: this.#facts.nameLabel,
        reason: 'SYSTEM_WITHDRAWN',
        value: system.code,
      })
      return
    }
    const record = recordTables.system.get(this.#read, system.id)
    if (record === undefined) throw new Error(`system ${system.id} has gone within one transaction`)
    if (ofOurs !== undefined) this.#compareEdits(draft, record)
    else this.#compare(draft, record, sourceKey)
  }

  /** The key of a row; null where it stands in an earlier row and nobody has said that this one is a system of its own. */
  #keyOnce(draft: SpooledDraft): string | null {
    const { drafts, apart } = this.#facts
    const base = keyOf(draft, drafts)
    const word = drafts.key.kind === 'column' ? (draft.identifiers[drafts.key.position] ?? '') : ''
    if (this.#keyWords === null || drafts.key.kind !== 'column' || word === '') return base
    const { count, firstRow } = this.#keyWords.note(word, draft.row)
    if (count === 1) return base
    const key = `${base} #${String(count)}`
    const isApart = apart.has(word)
    if (!isApart && this.#bySourceKey.has(key)) return key
    this.#repeats.note(word, { earlier: firstRow, row: draft.row })
    if (isApart) return key
    const repeated = { column: drafts.key.label, reason: 'KEY_REPEATED', value: quoteOf(word) } as const
    this.#rejected.push({ row: draft.row, ...repeated, earlier: firstRow })
    return null
  }

  /** The system of this register that a row of an export is: it was exported from here, or from a copy. */
  #recordOf(own: OwnWords): KnownSystem | undefined {
    const known = this.#own.system(own, this.#facts.drafts.key.kind === 'column')
    return known === undefined || this.#met.has(known.id) ? undefined : known
  }

  /** A row that somebody has copied within the file, or added to it, has no id of its own: name and unit are its key. */
  #ownKeyOf(draft: SpooledDraft): string {
    const key = keyOf(draft, this.#facts.drafts)
    const fresh = !this.#ownKeys.has(key)
    this.#ownKeys.add(key)
    return fresh ? key : keyOf(draft, { units: this.#facts.drafts.units, key: { kind: nameAndUnit, left: null } })
  }

  #match(draft: SpooledDraft, sourceKey: string): KnownSystem | undefined {
    const bySourceKey = this.#bySourceKey.get(sourceKey)
    if (bySourceKey !== undefined && !this.#met.has(bySourceKey.id)) return bySourceKey
    if (this.#keyWords !== null) {
      // The list had no key at its last import: its words came again, and name and unit told its rows apart.
      const { units } = this.#facts.drafts
      const known = this.#bySourceKey.get(keyOf(draft, { units, key: { kind: nameAndUnit, left: null } }))
      if (known !== undefined && !this.#met.has(known.id)) return known
    }
    if (this.#facts.drafts.key.kind !== nameAndUnit) return undefined
    return this.#sameNameAndUnit(draft).find((system) => !this.#met.has(system.id))
  }

  #sameNameAndUnit(draft: SpooledDraft): readonly KnownSystem[] {
    if (this.#byNameAndUnit.size === 0) return []
    const path = draft.unit === null ? [] : (this.#facts.drafts.units[draft.unit] ?? [])
    const unitId = this.#units.find(path, { ...this.#unitWays, make: () => null })
    if (unitId === null && path.length > 0) return []
    return this.#byNameAndUnit.get(`${searchKey(draft.name)}\n${unitId ?? ''}`) ?? []
  }

  #add(draft: SpooledDraft, sourceKey: string): void {
    const [alike] = this.#sameNameAndUnit(draft)
    if (alike !== undefined) this.#alike.push({ row: draft.row, code: alike.code })
    const values: NewRecord<'system'> = { ...emptySystem, lifecycle: 'unknown', name: { ja: null, en: null } }
    for (const stated of draft.stated) Object.assign(values, patchOf(values, stated))
    const own = draft.own ?? {}
    const code = this.#own.freeCode('system', own.code)
    const id = this.#keeper.addSystem({
      ...values,
      ...(code === null ? {} : { code }),
      unitId: this.#unitOf(draft),
      ...(own.surchargeOwner === undefined ? {} : { surchargeOwnerId: this.#surchargeOwnerOf(own) }),
      sourceKey,
      sourceNotes: [
        ...draft.notes.map(([label, words]): [string, string] => [label, words]),
        // Codes of another register; those that they mean may not be here.
        ...(own.dependsOn === undefined ? [] : [['depends_on_codes', own.dependsOn] as [string, string]]),
      ],
      importId: this.#facts.importId,
    })
    if (own.withdrawnOn !== undefined) {
      const withdrawn = withdrawalSchema.safeParse({ on: own.withdrawnOn, reason: own.withdrawnReason })
      if (withdrawn.success) this.#keeper.withdrawSystem(id, withdrawn.data)
      else this.#cannotResolve('withdrawn_on', own.withdrawnOn)
    }
    this.#added += 1
    const owner = this.#ownerOf(draft)
    if (owner !== null) this.#assign('system_owner', id, { personId: owner }, null)
    const executive = this.#executiveOf(draft)
    if (executive !== null) this.#assign('accountable_executive', id, { postId: executive }, null)
  }

  #compare(draft: SpooledDraft, record: System, sourceKey: string): void {
    const said = new Map(record.sourceNotes)
    const says = new Map(draft.notes)
    const same = (labels: readonly (string | null)[]) =>
      labels.every((label) => label === null || said.get(label) === says.get(label))
    let patch: Partial<System> = {}
    for (const stated of draft.stated) {
      const change = patchOf({ ...record, ...patch }, stated)
      if (change !== null && !this.#saidBefore(record, stated)) patch = { ...patch, ...change }
    }
    if (draft.own !== undefined) {
      const unitId = this.#unitOf(draft)
      if (unitId !== null && unitId !== record.unitId && !this.#wasSaid(record, (each) => each.unitId, unitId))
        patch = { ...patch, unitId }
    } else if (draft.unit !== null && (record.unitId === null || !same(this.#facts.unitLabels))) {
      const unitId = this.#unitOf(draft)
      if (unitId !== record.unitId) patch = { ...patch, unitId }
    }
    patch = this.#wanted(draft, record, patch)
    const notes = mergedNotes(record.sourceNotes, draft.notes)
    if (JSON.stringify(notes) !== JSON.stringify(record.sourceNotes)) patch = { ...patch, sourceNotes: notes }
    if (record.sourceKey === null) patch = { ...patch, sourceKey }
    const assigned = this.#reassign(draft, record, same)
    if (Object.keys(patch).length > 0) this.#keeper.updateSystem(record, { ...patch, importId: this.#facts.importId })
    if (Object.keys(patch).length > 0 || assigned) this.#updated += 1
    else this.#unchanged += 1
  }

  /** A row of an export of this register: what differs from the version that was exported was edited by people since. */
  #compareEdits(draft: SpooledDraft, record: System): void {
    const said = new Map(record.sourceNotes)
    const says = new Map(draft.notes)
    const edits = this.#own.edits(draft, record, this.#facts.today)
    for (const { column, value } of edits.unresolved) this.#cannotResolve(column, value)
    let patch: Partial<System> = edits.patch
    if (draft.own?.unitCode === undefined && record.unitId === null && draft.unit !== null)
      patch = { ...patch, unitId: this.#unitOf(draft) }
    patch = this.#wanted(draft, record, patch)
    const notes = mergedNotes(record.sourceNotes, draft.notes)
    if (JSON.stringify(notes) !== JSON.stringify(record.sourceNotes)) patch = { ...patch, sourceNotes: notes }
    const assigned = this.#reassign(draft, record, (labels) =>
      labels.every((label) => label === null || said.get(label) === says.get(label)),
    )
    // The import it once came with stays its import: for that source, this is an edit like one in the window.
    if (Object.keys(patch).length > 0) this.#keeper.updateSystem(record, patch)
    if (Object.keys(patch).length > 0 || assigned) this.#updated += 1
    else this.#unchanged += 1
  }

  /** The changes of a row as they are told, without those that a person leaves. */
  #wanted(draft: SpooledDraft, record: System, patch: Partial<System>): Partial<System> {
    const before = record as Readonly<Record<string, unknown>>
    return Object.fromEntries(
      Object.entries(patch).filter(([field, after]) => {
        if (this.#changes.length < mostChanges)
          this.#changes.push({ row: draft.row, id: record.id, code: record.code, field, before: before[field], after })
        return !this.#facts.leave.has(`${draft.row} ${field}`)
      }),
    )
  }

  /** Owner and executive of a system that is known: set where nothing was ever set, or where the source names another now. */
  #reassign(draft: SpooledDraft, record: System, same: (labels: readonly (string | null)[]) => boolean): boolean {
    if (draft.owner === null && draft.executive === null) return false
    const rows = assignmentsOf(this.#read, record.id).filter((row) => row.withdrawn === null)
    let assigned = false
    const roles = [
      { role: 'system_owner', label: this.#facts.ownerLabel, find: () => this.#ownerOf(draft), field: 'personId' },
      {
        role: 'accountable_executive',
        label: this.#facts.executiveLabel,
        find: () => this.#executiveOf(draft),
        field: 'postId',
      },
    ] as const
    for (const { role, label, find, field } of roles) {
      const own = rows.filter((row) => row.role === role)
      if (own.length > 0 && same([label])) continue
      const id = find()
      const holds = own.some((row) => row[field] === id && (row.to === null || row.to >= this.#facts.today))
      if (id === null || holds) continue
      this.#assign(
        role,
        record.id,
        field === 'personId' ? { personId: id } : { postId: id },
        own.length > 0 ? this.#facts.today : null,
      )
      assigned = true
    }
    return assigned
  }

  #assign(
    role: AssignInput['role'],
    subjectId: string,
    who: { readonly personId: string } | { readonly postId: string },
    from: Day | null,
  ): void {
    this.#keeper.assign({ role, subject: 'system', subjectId, postId: null, personId: null, ...who, from })
  }

  #unitOf(draft: SpooledDraft): string | null {
    if (draft.own !== undefined) return this.#exportedUnit(draft, draft.own)
    if (draft.unit === null) return null
    const known = this.#unitIds.get(draft.unit)
    if (known !== undefined) {
      for (const word of known.unmatched) this.#names.list('unit', word)
      for (const made of known.made) this.#names.metAgain(made)
      return known.id
    }
    const path = this.#facts.drafts.units[draft.unit] ?? []
    const unmatched: string[] = []
    const made: string[] = []
    const id = this.#units.find(path, {
      said: this.#unitWays.said,
      make: (way, parentId) => {
        const unit = this.#makeUnit(way, parentId)
        if (unit === null) unmatched.push(wordOfUnit(way))
        else made.push(unit)
        return unit
      },
    })
    this.#unitIds.set(draft.unit, { id, unmatched, made })
    return id
  }

  #saidUnit(path: readonly string[]): string | null {
    const word = wordOfUnit(path)
    return this.#names.isSaid('unit', word) ? this.#names.find('unit', word) : null
  }

  /** A unit made of a name, where such are made; listed otherwise. */
  #makeUnit(path: readonly string[], parentId: string | null): string | null {
    const word = wordOfUnit(path)
    if (!this.#names.mayMake('unit', word)) {
      this.#names.list('unit', word)
      return null
    }
    return this.#addUnit(path.at(-1) ?? '', { parentId, code: null, word })
  }

  /** The unit that a row of an export names by code and name; made under its code, where that is free, if it is not here. */
  #exportedUnit(draft: SpooledDraft, own: OwnWords): string | null {
    const [name = null] = draft.unit === null ? [] : (this.#facts.drafts.units[draft.unit] ?? [])
    const code = own.unitCode ?? null
    const known = this.#own.unit(code, name)
    if (known !== null) return known
    if (name === null) {
      if (code !== null) this.#cannotResolve('unit_code', code)
      return null
    }
    const said = this.#saidUnit([name])
    if (said !== null) return said
    if (!this.#names.mayMake('unit', name)) {
      this.#names.list('unit', name)
      return null
    }
    const id = this.#addUnit(name, {
      parentId: null,
      code: this.#own.freeCode('unit', code ?? undefined),
      word: name,
    })
    this.#own.rememberUnit(id, code, name)
    return id
  }

  /** By code and name, by name, or made of the name: as the unit of a row from another register. */
  #surchargeOwnerOf(own: OwnWords): string | null {
    const name = own.surchargeOwnerName
    const owner = this.#own.person(own) ?? (name === undefined ? null : this.#personOf({ name, reading: null }))
    if (owner === null && name === undefined) this.#cannotResolve('surcharge_owner_code', own.surchargeOwner ?? '')
    return owner
  }

  #addUnit(
    name: string,
    { parentId, code, word }: { readonly parentId: string | null; readonly code: string | null; readonly word: string },
  ): string {
    this.#createdUnits += 1
    const values: NewRecord<'unit'> = {
      name: bilingualFrom(name),
      reading: null,
      kind: 'division',
      parentId,
      from: null,
      to: null,
      successorId: null,
      sectors: [],
    }
    const id = this.#keeper.addUnit({ ...(code === null ? {} : { code }), ...values })
    this.#names.noteMade({ noun: 'unit', id, values }, word)
    return id
  }

  #ownerOf(draft: SpooledDraft): string | null {
    if (draft.owner === null) return null
    const words = this.#facts.drafts.owners[draft.owner]
    if (words === undefined) return null
    const known = this.#personIds.get(draft.owner)
    if (known !== undefined) {
      this.#names.metAgain(known)
      return known
    }
    const id = this.#personOf(words)
    if (id !== null) this.#personIds.set(draft.owner, id)
    return id
  }

  /** A person of the register, or one who is made; listed and null where the words name a unit, or several people bear the name. */
  #personOf(words: PersonWords): string | null {
    const { name } = words
    const isUnit = () => this.#units.has(name) && this.#names.find('person', name) === null
    if (this.#names.isSaid('person', name) || !isUnit()) return this.#names.resolvePerson(words)
    this.#names.list('person', name)
    return null
  }

  #keepPerson({ values }: Omit<MadeRecord, 'id'>): string {
    this.#createdPeople += 1
    return this.#keeper.addPerson({ unitId: null, ...values } as NewRecord<'person'>)
  }

  #executiveOf(draft: SpooledDraft): string | null {
    const { executive } = draft
    if (executive === null) return null
    const post = this.#names.isSaid('post', executive)
      ? this.#names.find('post', executive)
      : this.#executives.find(executive)
    if (post === null) this.#names.list('post', executive, this.#names.meansSeveral('post', executive))
    return post
  }

  #cannotResolve(column: string | null, value: string): void {
    const words = this.#unresolved.get(column ?? '') ?? new Map<string, number>()
    words.set(value, (words.get(value) ?? 0) + 1)
    this.#unresolved.set(column ?? '', words)
  }

  #saidBefore(record: System, stated: Stated): boolean {
    return this.#wasSaid(record, (system) => partOf(system, stated), valueOf(stated))
  }

  /**
   * True where the last import that changed this part already said so: what differs now was edited by people since, in the
   * window or in an export, which leaves the record with the import it came with.
   */
  #wasSaid(record: System, partIn: (system: System) => unknown, says: unknown): boolean {
    if (record.importId === null) return false
    const rows = this.#read.all(
      queries
        .selectFrom('audit_event')
        .select('payload')
        .where('record_id', '=', record.id)
        .where('operation', '=', importOperation)
        .orderBy('sequence', 'desc'),
    )
    for (const { payload } of rows) {
      if (payload === null) continue
      const { before, after } = JSON.parse(payload) as { before: System | null; after: System }
      if (before !== null && before.importId === after.importId) continue
      const said = partIn(after)
      if (before === null || !isSame(partIn(before), said)) return isSame(said, says)
    }
    return false
  }
}

/** A unit as it is listed: by the way to it, since units of one name stand in several places of a tree. */
function wordOfUnit(path: readonly string[]): string {
  return path.join(' / ')
}

/** The key under which a row's system is found again. */
export function keyOf(draft: SpooledDraft, drafts: Pick<Drafts, 'units' | 'key'>): string {
  const { key } = drafts
  const identifier = key.kind === 'column' ? (draft.identifiers[key.position] ?? '') : ''
  const text =
    key.kind === 'column' && identifier !== ''
      ? `${key.label}: ${identifier}`
      : `${nameAndUnit}: ${[draft.name.trim(), ...(draft.unit === null ? [] : (drafts.units[draft.unit] ?? []))].join(' / ')}${
          draft.occurrence > 1 ? ` #${draft.occurrence}` : ''
        }`
  return text.length <= longestKey ? text : `${text.slice(0, 200)}… ${sha256(text)}`
}

/**
 * Whole numbers tell the rows of one list apart, not of two: where a file's numbers are found in the register but mostly
 * under other names, it is another list, and name and unit tell its systems apart.
 */
export function trustedKey(drafts: Pick<Drafts, 'units' | 'key'>, rows: Iterable<SpooledDraft>, read: ReadHandle): Key {
  const { key } = drafts
  if (key.kind !== 'column' || key.named || !key.numbers) return key
  const known = knownSystems(read)
  if (known.length === 0) return key
  const names = new Map(known.map((system) => [system.sourceKey, system.name]))
  const coded = new Map(known.map((system) => [system.code, system.name]))
  let found = 0
  let same = 0
  for (const draft of rows) {
    const name = names.get(keyOf(draft, drafts)) ?? coded.get(draft.own?.code ?? '')
    if (name === undefined) continue
    found += 1
    if ([name.ja, name.en].some((each) => each !== null && searchKey(each) === searchKey(draft.name))) same += 1
  }
  return found >= 3 && same * 2 < found ? { kind: nameAndUnit, left: null } : key
}

function knownSystems(read: ReadHandle): KnownSystem[] {
  return read
    .all(
      queries
        .selectFrom('system')
        .select(['id', 'code', 'name_ja', 'name_en', 'unit_id', 'source_key', 'withdrawn_on', 'import_id'])
        .orderBy('code'),
    )
    .map((row) => ({
      id: row.id,
      code: row.code,
      name: { ja: row.name_ja, en: row.name_en },
      unitId: row.unit_id,
      sourceKey: row.source_key,
      withdrawn: row.withdrawn_on !== null,
      importId: row.import_id,
    }))
}

/** The newest words of each column, in the order in which the columns came up; a column that is now empty keeps its words. */
function mergedNotes(said: System['sourceNotes'], says: readonly (readonly [string, string])[]): System['sourceNotes'] {
  const notes = new Map(said)
  for (const [label, words] of says) notes.set(label, words)
  return [...notes]
}
