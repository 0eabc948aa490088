/** Preferences: one JSON file in the app's profile folder. A file that makes no sense counts as empty and is kept aside. */
import { readFileSync, renameSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '#shared/domain/problem.ts'
import { type Language, languageSchema } from '#shared/domain/text.ts'
import { makeFolder, writeWhole } from './durable-file.ts'
import type { JsonValue, Preferences } from './shell.ts'

/** Where the app keeps what belongs to the person at this computer. `DAICHO_PROFILE` names another place. */
export function profileFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const named = environment.DAICHO_PROFILE
  if (named !== undefined && named !== '') return named
  if (platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Daicho')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Daicho')
  const config = environment.XDG_CONFIG_HOME
  return join(config?.startsWith('/') === true ? config : join(homedir(), '.config'), 'daicho')
}

/** The language that the person chose in the window, else the system's. */
export async function chosenLanguage(preferences: Preferences, system: Language): Promise<Language> {
  const { language } = await preferences.read()
  return languageSchema.safeParse(language).data ?? system
}

/** The preferences in a folder. Writing: PREFERENCES_NOT_WRITTEN. */
export function preferencesIn(folder: string): Preferences {
  const file = join(folder, 'preferences.json')
  const read = (): { [key: string]: JsonValue } => {
    let text: string
    try {
      text = readFileSync(file, 'utf8')
    } catch {
      return {}
    }
    try {
      const value = JSON.parse(text) as JsonValue
      if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value
    } catch {
      // Not JSON: kept aside below.
    }
    try {
      renameSync(file, `${file}.unreadable`)
    } catch {
      // A folder that cannot be written to: it counts as empty where it lies.
    }
    return {}
  }
  return {
    read: () => Promise.resolve(read()),
    write(key, value) {
      const { [key]: _before, ...others } = read()
      const next = value === null ? others : { ...others, [key]: value }
      try {
        makeFolder(folder, 0o700)
        // A full disk or a power cut leaves the old preferences, not half of the new ones.
        writeWhole(file, `${JSON.stringify(next, null, 2)}\n`)
        return Promise.resolve()
      } catch (error) {
        return Promise.reject(new Problem('PREFERENCES_NOT_WRITTEN', { folder }, { cause: error }))
      }
    },
  }
}
