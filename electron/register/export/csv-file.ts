/** One CSV file in a folder that a person chose: whole or not at all, beside what is there. */
import { rmSync } from 'node:fs'
import { writeRows } from './csv-rows.ts'
import { assertFolder, folderProblem, HashedFile } from './hashed-file.ts'
import { placed } from './new-file.ts'
import { partialIn } from '../store/partial.ts'

export interface WrittenCsv {
  /** The name it has got: one that is taken gets a number. */
  readonly name: string
  readonly rows: number
  readonly guardedCells: number
}

/** FOLDER_NOT_WRITABLE, DISK_FULL, CANCELLED. */
export async function writeCsvFile(
  folder: string,
  name: string,
  content: Parameters<typeof writeRows>[1],
  work: Parameters<typeof writeRows>[2] = {},
): Promise<WrittenCsv> {
  assertFolder(folder)
  const temporary = partialIn(folder)
  try {
    const out = opened(temporary, folder)
    let counts
    try {
      counts = await writeRows(out, content, work)
    } finally {
      out.close()
    }
    return { name: placed(temporary, folder, name), ...counts }
  } finally {
    rmSync(temporary, { force: true })
  }
}

function opened(file: string, folder: string): HashedFile {
  try {
    return new HashedFile(file, folder)
  } catch (error) {
    throw folderProblem(error, folder)
  }
}
