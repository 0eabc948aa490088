/** The sample register's newest pack, for a computer on which no window can be shown. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayAt } from '#shared/domain/calendar-date.ts'
import type { Language } from '#shared/domain/text.ts'
import { manifestName, parseManifest } from '#electron/register/export/manifest.ts'
import { bundleName, type WrittenPack, writePackBundle } from '#electron/register/export/pack-bundle.ts'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import { allPacks } from '#electron/register/packs.ts'
import { buildSample } from '#electron/register/sample/build-sample.ts'
import { withRegister } from './open-register.ts'
import { withPrinter } from './printed-pages.ts'
import { surroundingsHere } from './surroundings.ts'

/**
 * Builds the sample of today in a folder of its own, prints its newest locked pack in both languages and writes the bundle
 * into `out`. The sample moves with the days, so an earlier one of the same quarter gives way, as long as nobody has changed
 * it. NO_BROWSER, PRINT_FAILED, FOLDER_EXISTS, FOLDER_NOT_WRITABLE, DISK_FULL.
 */
export async function writeSamplePack({
  out,
  language,
  report,
}: {
  readonly out: string
  /** Of the register; the pack is printed in both. */
  readonly language: Language
  /** Told what is being built before it can be printed. */
  readonly report: (line: string) => void
}): Promise<WrittenPack> {
  const surroundings = surroundingsHere()
  const folder = mkdtempSync(join(tmpdir(), 'daicho-sample-'))
  try {
    const file = join(folder, 'reiwa-shoji.daicho')
    await buildSample(file, { day: dayAt(surroundings.clock(), 'Asia/Tokyo'), language })
    return await withRegister(file, { mode: 'read', surroundings }, async (register) => {
      const pack = allPacks(register).at(-1) ?? null
      await removeEarlierSample(join(out, bundleName(register, pack)))
      return withPrinter(
        {
          write: (text) => {
            report(text.trimEnd())
          },
        },
        (print) => writePackBundle({ register, pack, out, language: 'both', print }),
      )
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Only a whole and unchanged bundle of a sample goes; anything else stays and is refused by name. */
async function removeEarlierSample(folder: string): Promise<void> {
  const file = join(folder, manifestName)
  const manifest = existsSync(file) ? parseManifest(readFileSync(file, 'utf8')) : null
  if (manifest?.sample === true && (await verifyBundle(folder)).length === 0)
    rmSync(folder, { recursive: true, force: true })
}
