/**
 * Sample registers, built once for all end-to-end tests of a worker: building one takes seconds, and what is tested
 * with it is something else. Tests of the building itself start from an empty profile.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { type Day, dayAt } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/domain/text.ts'

let folder: string | null = null
const built = new Map<string, Promise<string>>()

async function build(name: string, language: Language, day: Day): Promise<string> {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'daicho-samples-'))
    folder = made
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  }
  const file = join(folder, name)
  await buildSample(file, { day, language })
  return file
}

/** The sample of a day, to be copied. */
export function builtSample(language: Language, day: Day): Promise<string> {
  const name = `reiwa-shoji-${day}-${language}.daicho`
  const building = built.get(name) ?? build(name, language, day)
  built.set(name, building)
  return building
}

/** Puts today's sample where the application would have built it. */
export async function laySample(profile: string, language: Language): Promise<void> {
  const file = await builtSample(language, dayAt(new Date().toISOString(), 'Asia/Tokyo'))
  mkdirSync(join(profile, 'samples'), { recursive: true })
  copyFileSync(file, join(profile, 'samples', basename(file)))
}
