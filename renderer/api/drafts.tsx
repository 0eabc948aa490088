/**
 * What was typed and is not in the register: one store for the forms of new records, the fields of a record's page and the
 * cells of a list. It outlives the screens, and is kept in the person's profile folder (see shared/contract/draft.ts), so that
 * it outlives the window too.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Draft, DraftPlace, Keeping, KeptDrafts } from '#shared/contract/draft.ts'
import type { Labels } from '#shared/contract/base.ts'
import { type Client, useApi } from './client.tsx'
import { useMayChange, useRegister } from './status.ts'
import { onLeaving } from './unsaved.ts'

/** `kept`: it was left as it stood, in this window or an earlier one, and waits to be saved or discarded. */
export type HeldState = 'typed' | 'saving' | 'refused' | 'conflict' | 'kept'

export interface HeldField {
  readonly value: unknown
  /** The value that stood in the record when the person began to type. */
  readonly base: unknown
  readonly state: HeldState
  /** What the register refused it with; null where it was not asked, or refused in another window. */
  readonly error: unknown
}
export type HeldFields = ReadonlyMap<string, HeldField>

export interface HeldDraft {
  readonly place: DraftPlace
  /** When it was typed last. */
  readonly at: string
  readonly fields: HeldFields
}

/** How long typing rests before it is kept, in milliseconds: what is saved at once is never written here. */
const restMilliseconds = 400

const none: HeldFields = new Map()

export function keyOf({ noun, recordId, preset }: DraftPlace): string {
  return `${noun} ${recordId ?? JSON.stringify(preset)}`
}

export class DraftStore {
  readonly registerId: string
  #labels: Labels
  #drafts: ReadonlyMap<string, HeldDraft>
  #isKept = true
  /** Those that the profile folder does not hold as they are. */
  readonly #changed = new Set<string>()
  readonly #places = new Map<string, DraftPlace>()
  /** Those that the profile folder holds. */
  readonly #written = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #client: Client['drafts']
  readonly #listeners = new Set<() => void>()
  /** Fields that the register has been sent and has not answered for; true where they were left once more since. */
  readonly #saving = new Map<string, boolean>()
  #restored = 0

  constructor(registerId: string, client: Client['drafts'], { drafts, labels }: KeptDrafts) {
    this.registerId = registerId
    this.#client = client
    this.#labels = labels
    this.#drafts = new Map(drafts.map((draft) => [keyOf(draft), asHeld(draft)]))
    for (const draft of drafts) {
      this.#written.add(keyOf(draft))
      this.#places.set(keyOf(draft), draft)
    }
  }

  /** The register process was started anew: what it did not take is sent again. */
  reconnect(client: Client['drafts']): void {
    this.#client = client
    if (this.#changed.size > 0) this.#later()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** By the key of their places, those that were typed first first. */
  readonly all = (): ReadonlyMap<string, HeldDraft> => this.#drafts

  /** Of the records that drafts belong to or name, as far as this window has met them. */
  get labels(): Labels {
    return this.#labels
  }

  learn(labels: Labels): void {
    this.#labels = { ...this.#labels, ...labels }
  }

  /** False where nothing can be kept beyond the window. */
  get isKept(): boolean {
    return this.#isKept
  }

  at(place: DraftPlace): HeldDraft | undefined {
    return this.#drafts.get(keyOf(place))
  }

  hold(place: DraftPlace, name: string, field: HeldField): void {
    this.#set(place, new Map([...this.#fieldsAt(place), [name, field]]), true)
  }

  /** Holds these fields and no others. Nothing changes where they are held so already. */
  holdAll(place: DraftPlace, fields: HeldFields): void {
    const before = this.#fieldsAt(place)
    const same =
      before.size === fields.size &&
      [...fields].every(([name, { value, state }]) => {
        const known = before.get(name)
        return known?.state === state && JSON.stringify(known.value) === JSON.stringify(value)
      })
    if (!same) this.#set(place, fields, true)
  }

  /** It is saved, or given up. */
  letGo(place: DraftPlace, name: string): void {
    const before = this.#fieldsAt(place)
    if (before.has(name)) this.#set(place, new Map([...before].filter(([each]) => each !== name)), true)
  }

  /**
   * A field is being sent to the register, from now to `endSave`, whatever screen it was left on.
   * @returns false where it is being sent already: who sends it then is told by `endSave` that it was left once more
   */
  beginSave(place: DraftPlace, name: string): boolean {
    const key = JSON.stringify([keyOf(place), name])
    const isFirst = !this.#saving.has(key)
    this.#saving.set(key, !isFirst)
    return isFirst
  }

  /** @returns true where the field was left once more meanwhile */
  endSave(place: DraftPlace, name: string): boolean {
    const key = JSON.stringify([keyOf(place), name])
    const again = this.#saving.get(key) === true
    this.#saving.delete(key)
    return again
  }

  /** The screen on which it was typed goes away. */
  leave(place: DraftPlace, names?: readonly string[]): void {
    const fields = [...this.#fieldsAt(place)].map(([name, field]): [string, HeldField] => {
      const stays = names?.includes(name) === false || field.state === 'saving' || field.state === 'conflict'
      return [name, stays || field.state === 'kept' ? field : { ...field, state: 'kept' }]
    })
    // What it holds has not changed: there is nothing to be written.
    if (fields.length > 0) this.#set(place, new Map(fields), false)
  }

  /** @returns what was discarded, to be taken back by `restore` */
  discard(place: DraftPlace): HeldDraft | undefined {
    const before = this.at(place)
    if (before !== undefined) this.#set(place, none, true)
    return before
  }

  /** Changes whenever a draft comes back: a form that is open then begins anew, with it. */
  readonly timesRestored = (): number => this.#restored

  restore({ place, fields }: HeldDraft): void {
    this.#restored += 1
    this.#set(place, new Map([...fields].map(([name, field]) => [name, { ...field, state: 'kept' }])), true)
  }

  /** True where something waits to be written. */
  get isWaiting(): boolean {
    return this.#timer !== undefined
  }

  /** Writes what has changed; what cannot be written now is tried again with the next change. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const changed = [...this.#changed]
    this.#changed.clear()
    await Promise.allSettled(
      changed.map(async (key) => {
        try {
          const keeping = await this.#write(key)
          if (keeping !== null) this.#isKept = keeping.isKept
        } catch (error) {
          this.#changed.add(key)
          this.#isKept = false
          throw error
        }
      }),
    )
  }

  #write(key: string): Promise<Keeping | null> {
    const draft = this.#drafts.get(key)
    const place = this.#places.get(key)
    if (draft !== undefined) {
      this.#written.add(key)
      return this.#client.keep(asKept(draft))
    }
    if (place === undefined || !this.#written.has(key)) return Promise.resolve(null)
    this.#written.delete(key)
    return this.#client.discard({ noun: place.noun, recordId: place.recordId, preset: place.preset })
  }

  #fieldsAt(place: DraftPlace): HeldFields {
    return this.at(place)?.fields ?? none
  }

  #set(place: DraftPlace, fields: HeldFields, write: boolean): void {
    const key = keyOf(place)
    const next = new Map(this.#drafts)
    if (fields.size === 0) next.delete(key)
    else {
      const at = write ? new Date().toISOString() : (this.#drafts.get(key)?.at ?? new Date().toISOString())
      next.set(key, { place, at, fields })
    }
    this.#drafts = next
    this.#places.set(key, place)
    if (write) {
      this.#changed.add(key)
      this.#later()
    }
    for (const listener of this.#listeners) listener()
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), restMilliseconds)
  }
}

function asHeld({ noun, recordId, preset, at, fields }: Draft): HeldDraft {
  const held = Object.entries(fields).map(([name, field]): [string, HeldField] => [
    name,
    { ...field, state: 'kept', error: null },
  ])
  return { place: { noun, recordId, preset }, at, fields: new Map(held) }
}

function asKept({ place: { noun, recordId, preset }, at, fields }: HeldDraft): Draft {
  const kept = [...fields].map(([name, { value, base }]) => [name, { value: value ?? null, base: base ?? null }])
  return { noun, recordId, preset, at, fields: Object.fromEntries(kept) as Draft['fields'] }
}

/** Outlives the frame: it is drawn anew after the register process has died, and what was typed must not go with it. */
let current: DraftStore | null = null

/** Another register has other drafts. */
export function forgetDrafts(): void {
  current = null
}

const DraftsContext = createContext<DraftStore | null>(null)

/** Nothing below is drawn before it is known what was kept: a form begins with it. */
export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useApi()
  const { organisation } = useRegister()
  const { registerId } = organisation
  const [store, setStore] = useState(() => (current?.registerId === registerId ? current : null))
  useEffect(() => {
    let wanted = true
    const begin = async () => {
      // Where nothing can be read, what is typed from now on is held all the same.
      const kept = await client.drafts.list().catch((): KeptDrafts => ({ drafts: [], labels: {} }))
      if (!wanted) return
      current = new DraftStore(registerId, client.drafts, kept)
      setStore(current)
    }
    if (current?.registerId === registerId) current.reconnect(client.drafts)
    else void begin()
    return () => {
      wanted = false
    }
  }, [client, registerId])
  useEffect(() => {
    if (store === null) return
    return onLeaving({ isWaiting: () => store.isWaiting, finish: () => store.flush() })
  }, [store])
  return store === null ? null : <DraftsContext value={store}>{children}</DraftsContext>
}

export function useDrafts(): DraftStore {
  const store = useContext(DraftsContext)
  if (store === null) throw new Error('useDrafts needs a DraftsProvider above it')
  return store
}

/** The same where no register may be open: the form of a new one keeps nothing. */
export function useDraftsIfAny(): DraftStore | null {
  return useContext(DraftsContext)
}

/** Every draft of the register, again whenever one changes. */
export function useHeldDrafts(): ReadonlyMap<string, HeldDraft> {
  const store = useDrafts()
  return useSyncExternalStore(store.subscribe, store.all)
}

export function useTimesRestored(): number {
  const store = useDrafts()
  return useSyncExternalStore(store.subscribe, store.timesRestored)
}

export function useHeldDraft(place: DraftPlace): HeldDraft | undefined {
  const store = useDrafts()
  return useSyncExternalStore(store.subscribe, () => store.at(place))
}

export function useHeldField(place: DraftPlace, name: string): HeldField | undefined {
  const store = useDrafts()
  return useSyncExternalStore(store.subscribe, () => store.at(place)?.fields.get(name))
}

/** Drafts that nobody is typing in: left, refused or met by another version. */
export function useWaitingDrafts(): readonly HeldDraft[] {
  const drafts = useHeldDrafts()
  const mayChange = useMayChange()
  return useMemo(
    () =>
      mayChange
        ? [...drafts.values()].filter(({ fields }) => [...fields.values()].some(({ state }) => isWaiting(state)))
        : [],
    [drafts, mayChange],
  )
}

function isWaiting(state: HeldState): boolean {
  return state !== 'typed' && state !== 'saving'
}
