/** What the command line finds around it: language, account, and where relative paths begin. */
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Language } from '#shared/domain/text.ts'
import { profileFolder } from '#electron/preferences.ts'
import { idSource } from '#electron/register/store/new-ids.ts'
import { realSurroundings, type Surroundings } from '#electron/register/store/register-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Japanese where the locale says so, else English. Where no variable says anything the system's own locale decides. */
export function languageOf(environment: Environment): Language {
  const said = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(
    (locale) => locale !== undefined && locale !== '',
  )
  return (said ?? new Intl.DateTimeFormat().resolvedOptions().locale).toLowerCase().startsWith('ja') ? 'ja' : 'en'
}

/** `npm run` starts scripts in the project's folder and leaves the person's own folder in INIT_CWD. */
export function absoluteFrom(environment: Environment, workingFolder: string): (path: string) => string {
  const start = startedByNpm(environment) ? (environment.INIT_CWD ?? workingFolder) : workingFolder
  return (path) => resolve(start, path)
}

/** How a person calls this program: what a hint must say so that it can be typed. */
export function programName(environment: Environment): string {
  return startedByNpm(environment) ? 'npm run -s daicho --' : 'daicho'
}

function startedByNpm(environment: Environment): boolean {
  return environment.npm_lifecycle_event === 'daicho'
}

export function surroundingsHere(): Surroundings {
  return realSurroundings(idSource(), accountName(), profileFolder())
}

function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // An account without a name of its own, as containers give them.
    return `uid ${String(process.getuid?.() ?? 0)}`
  }
}
