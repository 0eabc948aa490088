/**
 * What one register process holds: the open register, if any, and what the window's frame says of it. All operations of the
 * contract reach the register through here, so that "no register is open" is one refusal and not a case in each of them.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Shell } from '#electron/shell.ts'
import type { Status } from '#shared/contract/file.ts'
import { bilingualFrom, type Language } from '#shared/domain/text.ts'
import { nouns, type Noun } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Finding } from '#shared/domain/verification.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { accountName } from './account-name.ts'
import { FileTokens } from './file-tokens.ts'
import { newRegister } from './new-register.ts'
import { allPacks } from './packs.ts'
import { buildSample } from './sample/build-sample.ts'
import { lastEventAt } from './store/audit-log.ts'
import { idSource } from './store/new-ids.ts'
import { openRegister, realSurroundings, type Register, type Surroundings } from './store/register-file.ts'
import { recordTables } from './store/record-table.ts'
import { dayAt } from '#shared/domain/calendar-date.ts'

export const appVersion: string = packageJson.version

export class Desk {
  readonly shell: Shell
  readonly tokens = new FileTokens()
  readonly surroundings: Surroundings
  language: Language
  readonly #sampleFolder: string
  readonly #building = new Map<string, Promise<unknown>>()
  #register: Register | null = null
  #verified: { readonly at: string; readonly findings: number } | null = null

  constructor(options: { shell: Shell; language: Language; sampleFolder: string; surroundings?: Surroundings }) {
    this.shell = options.shell
    this.language = options.language
    this.#sampleFolder = options.sampleFolder
    this.surroundings = options.surroundings ?? realSurroundings(idSource(), accountName())
  }

  /** The open register. NO_REGISTER_OPEN. */
  get register(): Register {
    if (this.#register === null) throw new Problem('NO_REGISTER_OPEN')
    return this.#register
  }

  /** Opens a register in place of the one that is open; where it is refused, the open one stays. */
  open(path: string, readOnly: boolean): void {
    const open = this.#register
    // The same file again: beside ourselves it would look held by another.
    if (open !== null && isSameFile(open.file, path)) {
      if ((open.readOnly === null) === !readOnly) return
      this.close()
    }
    const next = openRegister(path, { surroundings: this.surroundings, mode: readOnly ? 'read' : 'write' })
    this.close()
    this.#register = next
    this.#verified = null
  }

  create(path: string, language: Language, name: string): void {
    const file = path.endsWith('.daicho') ? path : `${path}.daicho`
    const from = dayAt(this.surroundings.clock(), 'Asia/Tokyo')
    newRegister(file, this.surroundings, { language, name: bilingualFrom(name), from })
    this.open(file, false)
  }

  /** Builds the sample of today once a day and opens it. Asked twice at once, it is built once. */
  async openSample(language: Language): Promise<void> {
    mkdirSync(this.#sampleFolder, { recursive: true })
    const day = dayAt(this.surroundings.clock(), 'Asia/Tokyo')
    const file = join(this.#sampleFolder, `reiwa-shoji-${day}-${language}.daicho`)
    if (!existsSync(file)) {
      const building = this.#building.get(file) ?? buildSample(file, { day, language })
      this.#building.set(file, building)
      await building.finally(() => this.#building.delete(file))
    }
    this.open(file, false)
  }

  close(): void {
    this.#register?.close()
    this.#register = null
  }

  noteVerified(findings: readonly Finding[]): void {
    this.#verified = { at: this.surroundings.clock(), findings: findings.length }
  }

  status(): Status {
    const register = this.#register
    return {
      language: this.language,
      shell: this.shell.kind,
      version: appVersion,
      register: register && statusOf(register, this.#verified),
    }
  }
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    // One of them is not there: opening says so.
    return false
  }
}

function statusOf(
  register: Register,
  verified: NonNullable<Status['register']>['verified'],
): NonNullable<Status['register']> {
  const { read } = register
  const person = register.personId === null ? undefined : recordTables.person.get(read, register.personId)
  const count = (noun: Noun) =>
    (
      read.prepare(`SELECT count(*) AS count FROM ${recordTables[noun].table} WHERE withdrawn_on IS NULL`).get() as {
        count: number
      }
    ).count
  return {
    fileName: basename(register.file),
    organisation: register.organisation(),
    readOnly: register.readOnly,
    today: register.today(),
    person: person === undefined ? null : { id: person.id, name: person.name },
    counts: Object.fromEntries(nouns.map((noun) => [noun, count(noun)])) as Record<Noun, number>,
    events: register.head().sequence,
    lastChangeAt: lastEventAt(read),
    verified,
    lastPack: allPacks(register).at(-1) ?? null,
  }
}
