/** What every folder that Daicho writes ends with: tables, dictionary, schema, manifest and sums. */
import type { Noun } from '#shared/domain/nouns.ts'
import { nouns } from '#shared/domain/nouns.ts'
import { type RegisterState, stateKeys } from '#shared/domain/register-state.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import {
  dataPackageName,
  dataPackageText,
  dictionaryFile,
  dictionaryName,
  type PackageFacts,
  type Placed,
} from './data-dictionary.ts'
import type { RowWork } from './csv-rows.ts'
import { manifestName, type ManifestFacts, manifestText, sumsName, sumsText } from './manifest.ts'
import type { NewFolder, Work } from './new-folder.ts'
import { sampleMark } from './register-files.ts'

export const ourVersions = {
  application: packageJson.version,
  /** Where the ids and titles of the risk categories come from. */
  guidelines: 'AI Guidelines for Business 1.2 (MIC and METI, 2026-03-31)',
}

/** The tables and the dictionary of their columns. */
export function withDictionary(state: RegisterState, tables: readonly Placed[]): readonly Placed[] {
  return [...tables, { path: dictionaryName, file: dictionaryFile(tables, sampleMark(state)) }]
}

/** Writes the tables and the dictionary of their columns; progress counts rows. Returns all that was written. */
export async function writeTables(
  folder: NewFolder,
  state: RegisterState,
  tables: readonly Placed[],
  work: Work & Pick<RowWork, 'encoding'>,
): Promise<readonly Placed[]> {
  const placed = withDictionary(state, tables)
  // Records are known beforehand, rows of links are not: progress counts the records.
  const total = nouns.reduce((sum, noun) => sum + (noun === 'organisation' ? 1 : state[stateKeys[noun]].length), 0)
  let done = 0
  for (const { path, file } of placed) {
    const isRecords = file.key[0] === 'id'
    await folder.writeCsv(path, file, {
      ...(work.signal ? { signal: work.signal } : {}),
      ...(work.encoding ? { encoding: work.encoding } : {}),
      onRows: (rows) => {
        if (isRecords) work.progress?.((done += rows), total)
      },
    })
  }
  return placed
}

/** The last files of a folder, in the order in which each covers those before it: schema, manifest, sums. */
export function sealFolder(
  folder: NewFolder,
  placed: readonly Placed[],
  facts: { readonly packageFacts: PackageFacts; readonly manifest: ManifestFacts },
): void {
  folder.write(dataPackageName, dataPackageText(facts.packageFacts, placed, folder.files))
  folder.write(manifestName, manifestText(facts.manifest, folder.files))
  folder.write(sumsName, sumsText(folder.files))
}

/** Whose data it is and how much of it there is. */
export function identityOf(state: RegisterState): Pick<ManifestFacts, 'sample' | 'register' | 'counts' | 'withdrawn'> {
  const { registerId, originRegisterId, parentRegisterId, name, sampleDay } = state.organisation
  const countOf = (withdrawn: boolean) =>
    Object.fromEntries(
      nouns
        .filter((noun): noun is Exclude<Noun, 'organisation'> => noun !== 'organisation')
        .map((noun) => [
          stateKeys[noun],
          state[stateKeys[noun]].filter((record) => (record.withdrawn !== null) === withdrawn).length,
        ]),
    )
  return {
    sample: sampleDay !== null,
    register: { id: registerId, originId: originRegisterId, parentId: parentRegisterId, name },
    counts: countOf(false),
    withdrawn: countOf(true),
  }
}
