/**
 * Where the samples of each day lie. Those of earlier days go when a new one is built, unless somebody has changed them: the end
 * of its log, as each was built, is kept in the preferences, and a file whose log has grown since, or of which nothing is
 * known, stays.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Preferences } from '#electron/shell.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { isWritable } from '../store/file-place.ts'
import { openRegister, type Surroundings } from '../store/register-file.ts'
import { buildSample } from './build-sample.ts'

const preference = 'samples'
/** The name of a sample, and the hash of the last event that it was built with. */
const builtSchema = z.record(z.string(), z.string())
type Built = z.infer<typeof builtSchema>

const sampleName = /^reiwa-shoji-\d{4}-\d{2}-\d{2}-(?:ja|en)\.daicho$/

type BuildSample = (file: string, options: { readonly day: Day; readonly language: Language }) => Promise<void>

export class SampleFolder {
  readonly #wanted: string
  readonly #preferences: Preferences
  readonly #surroundings: Surroundings
  readonly #buildSample: BuildSample
  readonly #building = new Map<string, Promise<unknown>>()
  #temporary: string | null = null

  constructor(folder: string, preferences: Preferences, surroundings: Surroundings, build: BuildSample = buildSample) {
    this.#buildSample = build
    this.#wanted = folder
    this.#preferences = preferences
    this.#surroundings = surroundings
  }

  /** True for a file that is gone once the window is closed: the person's own folder cannot be written to. */
  isTemporary(file: string): boolean {
    return this.#temporary !== null && file.startsWith(this.#temporary)
  }

  /** Is this one of the samples, wherever they are kept? */
  holds(file: string): boolean {
    return file.startsWith(join(this.#wanted, '/')) || this.isTemporary(file)
  }

  /** The sample of a day, built where there is none yet. Asked twice at once, it is built once. */
  async sampleOf(day: Day, language: Language): Promise<string> {
    const name = `reiwa-shoji-${day}-${language}.daicho`
    const file = join(this.#folder(), name)
    if (existsSync(file)) return file
    const building = this.#building.get(file) ?? this.#build(file, name, { day, language })
    this.#building.set(file, building)
    await building.finally(() => this.#building.delete(file))
    return file
  }

  /** Removes what lies in the system's temporary folder. */
  end(): void {
    if (this.#temporary !== null) rmSync(this.#temporary, { recursive: true, force: true })
  }

  #folder(): string {
    if (this.#temporary !== null) return this.#temporary
    try {
      mkdirSync(this.#wanted, { recursive: true })
      if (isWritable(this.#wanted)) return this.#wanted
    } catch {
      // Told in the window, which shows that the sample is a passing one.
    }
    this.#temporary = mkdtempSync(join(tmpdir(), 'daicho-sample-'))
    return this.#temporary
  }

  async #build(file: string, name: string, options: { day: Day; language: Language }): Promise<void> {
    await this.#buildSample(file, options)
    const built = builtSchema.safeParse((await this.#preferences.read())[preference]).data ?? {}
    const kept = this.#removeUnused(built, options.day)
    try {
      await this.#preferences.write(preference, { ...kept, [name]: this.#end(file) ?? '' })
    } catch (error) {
      // Nothing is known of this sample then: it will stay.
      if (!(error instanceof Problem && error.code === 'PREFERENCES_NOT_WRITTEN')) throw error
    }
  }

  /** What is known of the samples that stay. */
  #removeUnused(built: Built, today: Day): Built {
    const folder = this.#folder()
    const stays = (name: string) => {
      const file = join(folder, name)
      if (name.includes(today) || built[name] === undefined || this.#end(file) !== built[name]) return true
      rmSync(file, { force: true })
      return false
    }
    const names = readdirSync(folder).filter((name) => sampleName.test(name) && stays(name))
    return Object.fromEntries(Object.entries(built).filter(([name]) => names.includes(name)))
  }

  /** The hash of the last event; null where the file cannot be read, or somebody has it open. */
  #end(file: string): string | null {
    try {
      const register = openRegister(file, { surroundings: this.#surroundings, mode: 'read' })
      try {
        return register.readOnly?.code === 'HELD_BY_ANOTHER' ? null : register.head().hash
      } finally {
        register.close()
      }
    } catch {
      // Damaged or changed from outside: not for this program to remove.
      return null
    }
  }
}
