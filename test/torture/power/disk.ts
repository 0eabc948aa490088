/**
 * A disk that remembers what it promised. What was synced is there after a cut; of what was written since, each write may have
 * reached the disk or not, whatever came before or after it, and the last one may be torn; a name that was given or taken since
 * the folder was last synced may be so or not. This is harsher than most file systems, and no promise rests on their kindness.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DiskStep } from './trace.ts'

type Edit = { readonly at: number; readonly data: Buffer } | { readonly size: number }

class FileOnDisk {
  durable: Buffer
  current: Buffer
  pending: Edit[] = []

  constructor(content: Buffer) {
    this.durable = content
    this.current = content
  }

  edit(edit: Edit): void {
    this.pending.push(edit)
    this.current = withEdit(this.current, edit)
  }

  sync(): void {
    this.durable = this.current
    this.pending = []
  }
}

type Entry = FileOnDisk | FolderOnDisk
type Naming =
  | { readonly kind: 'give'; readonly name: string; readonly entry: Entry }
  | { readonly kind: 'take'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string; readonly entry: Entry }

class FolderOnDisk {
  durable = new Map<string, Entry>()
  current = new Map<string, Entry>()
  pending: Naming[] = []

  name(naming: Naming): void {
    this.pending.push(naming)
    withNaming(this.current, naming)
  }

  sync(): void {
    this.durable = new Map(this.current)
    this.pending = []
  }
}

function withEdit(content: Buffer, edit: Edit): Buffer {
  if ('size' in edit) {
    const cut = Buffer.alloc(edit.size)
    content.copy(cut)
    return cut
  }
  const written = Buffer.alloc(Math.max(content.length, edit.at + edit.data.length))
  content.copy(written)
  edit.data.copy(written, edit.at)
  return written
}

function withNaming(entries: Map<string, Entry>, naming: Naming): void {
  if (naming.kind === 'give') entries.set(naming.name, naming.entry)
  else if (naming.kind === 'take') entries.delete(naming.name)
  else {
    entries.delete(naming.name)
    entries.set(naming.to, naming.entry)
  }
}

/** What of the unsynced is there after the cut. */
export interface Cut {
  readonly hasEdit: () => boolean
  readonly hasNaming: () => boolean
  /** Of the last write, if it is there: the bytes that reached the disk, counted from its beginning. */
  readonly torn?: { readonly from: number; readonly to: number }
}

interface OpenFile {
  readonly entry: Entry
  position: number
}

export class Disk {
  readonly #root: string
  readonly #top = new FolderOnDisk()
  readonly #open = new Map<number, OpenFile>()
  /** The last write, as long as it may be torn. */
  #last: Edit | null = null

  /** The disk of a folder, which begins with what lies in `before`, all of it synced. */
  constructor(root: string, before: string) {
    this.#root = root
    this.#load(this.#top, before)
  }

  #load(folder: FolderOnDisk, path: string): void {
    for (const name of readdirSync(path)) {
      const inner = join(path, name)
      if (statSync(inner).isDirectory()) {
        const entry = new FolderOnDisk()
        this.#load(entry, inner)
        folder.current.set(name, entry)
      } else folder.current.set(name, new FileOnDisk(readFileSync(inner)))
    }
    folder.sync()
  }

  /** How many bytes the last step wrote, if it wrote. */
  get lastWritten(): number {
    return this.#last !== null && 'data' in this.#last ? this.#last.data.length : 0
  }

  /** Takes a step; false where it has nothing to do with this disk. */
  take(step: DiskStep): boolean {
    this.#last = null
    switch (step.kind) {
      case 'open':
        return this.#opened(step)
      case 'close':
        this.#open.delete(step.descriptor)
        return false
      case 'write': {
        const open = this.#open.get(step.descriptor)
        if (!(open?.entry instanceof FileOnDisk)) return false
        const at = step.at ?? open.position
        if (step.at === null) open.position += step.data.length
        this.#last = { at, data: step.data }
        open.entry.edit(this.#last)
        return true
      }
      case 'copy': {
        const [from, to] = [this.#open.get(step.from), this.#open.get(step.to)]
        if (!(from?.entry instanceof FileOnDisk) || !(to?.entry instanceof FileOnDisk)) return false
        const data = from.entry.current.subarray(from.position, from.position + step.length)
        this.#last = { at: to.position, data }
        to.entry.edit(this.#last)
        from.position += step.length
        to.position += step.length
        return true
      }
      case 'truncate': {
        const entry = this.#open.get(step.descriptor)?.entry
        if (!(entry instanceof FileOnDisk)) return false
        entry.edit({ size: step.size })
        return true
      }
      case 'sync': {
        const entry = this.#open.get(step.descriptor)?.entry
        entry?.sync()
        return entry !== undefined
      }
      default:
        return this.#named(step)
    }
  }

  #opened(step: DiskStep & { kind: 'open' }): boolean {
    this.#open.delete(step.descriptor)
    const place = this.#placeOf(step.path)
    if (place === null) return false
    const { folder, name } = place
    let entry = name === '' ? folder : folder.current.get(name)
    const isNew = entry === undefined && step.create
    if (isNew) {
      entry = new FileOnDisk(Buffer.alloc(0))
      folder.name({ kind: 'give', name, entry })
    }
    if (entry === undefined) return false
    if (step.empty && !isNew && entry instanceof FileOnDisk) entry.edit({ size: 0 })
    this.#open.set(step.descriptor, { entry, position: 0 })
    return isNew || step.empty
  }

  #named(
    step: Exclude<DiskStep, { readonly kind: 'open' | 'close' | 'write' | 'copy' | 'truncate' | 'sync' }>,
  ): boolean {
    const place = this.#placeOf(step.path)
    if (place === null) return false
    const { folder, name } = place
    if (step.kind === 'mkdir') {
      folder.name({ kind: 'give', name, entry: new FolderOnDisk() })
      return true
    }
    const entry = folder.current.get(name)
    if (entry === undefined) return false
    if (step.kind === 'unlink' || step.kind === 'rmdir') {
      folder.name({ kind: 'take', name })
      return true
    }
    const target = 'to' in step ? this.#placeOf(step.to) : null
    if (target === null) return false
    if (step.kind === 'link') target.folder.name({ kind: 'give', name: target.name, entry })
    else if (target.folder === folder) folder.name({ kind: 'rename', name, to: target.name, entry })
    else {
      target.folder.name({ kind: 'give', name: target.name, entry })
      folder.name({ kind: 'take', name })
    }
    return true
  }

  /** The folder in which a path lies, as it is now, and its name there; null beside this disk. */
  #placeOf(path: string): { folder: FolderOnDisk; name: string } | null {
    if (path === this.#root) return { folder: this.#top, name: '' }
    if (!path.startsWith(`${this.#root}/`)) return null
    let folder = this.#top
    for (const part of dirname(path.slice(this.#root.length + 1)).split('/')) {
      if (part === '.') continue
      const inner = folder.current.get(part)
      if (!(inner instanceof FolderOnDisk)) return null
      folder = inner
    }
    return { folder, name: basename(path) }
  }

  /** What is there after a cut at this moment: paths from the top, `null` for a folder. */
  after(cut: Cut): Map<string, Buffer | null> {
    const found = new Map<string, Buffer | null>()
    const contents = new Map<FileOnDisk, Buffer>()
    const contentOf = (file: FileOnDisk): Buffer => {
      const known = contents.get(file)
      if (known !== undefined) return known
      let content = file.durable
      for (const edit of file.pending) {
        if (edit === this.#last && cut.torn !== undefined && 'data' in edit) {
          const { from, to } = cut.torn
          content = withEdit(content, { at: edit.at + from, data: edit.data.subarray(from, to) })
        } else if (cut.hasEdit()) content = withEdit(content, edit)
      }
      contents.set(file, content)
      return content
    }
    const visit = (folder: FolderOnDisk, path: string) => {
      const entries = new Map(folder.durable)
      for (const naming of folder.pending) if (cut.hasNaming()) withNaming(entries, naming)
      for (const [name, entry] of entries) {
        const inner = path === '' ? name : `${path}/${name}`
        if (entry instanceof FileOnDisk) found.set(inner, contentOf(entry))
        else {
          found.set(inner, null)
          visit(entry, inner)
        }
      }
    }
    visit(this.#top, '')
    return found
  }
}

/** Lays what is there after a cut into an empty folder. */
export function lay(found: ReadonlyMap<string, Buffer | null>, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of found)
    if (content === null) mkdirSync(join(folder, path), { recursive: true })
    else writeFileSync(join(folder, path), content)
}
