/** The folder that a command writes into, made where it is not there. */
import { mkdirSync } from 'node:fs'
import { folderProblem } from '#electron/register/export/hashed-file.ts'

/** FOLDER_NOT_WRITABLE, DISK_FULL. */
export function folderFor(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch (error) {
    throw folderProblem(error, folder)
  }
}
