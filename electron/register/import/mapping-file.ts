/** Mappings as files: read and written by the window and the command line alike. */
import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { checkMappingFile, type MappingFile } from '#shared/domain/import-mapping.ts'
import { Problem } from '#shared/domain/problem.ts'
import { writeNewFile } from '../export/new-file.ts'
import { problemOf } from '../store/sqlite-problems.ts'

/** A mapping is a page of text; more is something else. */
const largestFile = 4 * 1024 * 1024

/** FILE_NOT_FOUND, FILE_NOT_READABLE, MAPPING_INVALID. */
export function readMappingFile(path: string): { readonly title: string; readonly mapping: MappingFile } {
  return { title: basename(path, extname(path)), mapping: checkMappingFile(jsonFrom(path)) }
}

function jsonFrom(path: string): unknown {
  try {
    // A pipe or a device may never end.
    const facts = statSync(path)
    if (!facts.isFile() || facts.size > largestFile) throw new Problem('FILE_NOT_READABLE', { file: path })
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Problem('MAPPING_INVALID', { at: '.', detail: error.message }, { cause: error })
    throw problemOf(error, path)
  }
}

/** Writes a mapping into a folder under its title, beside what is there; gives the file's name. FOLDER_NOT_WRITABLE. */
export function writeMappingFile(folder: string, title: string, mapping: MappingFile): string {
  const name = `${title.replace(/\.json$/i, '').replace(/[^\p{L}\p{N}._ -]+/gu, '-')}.json`
  return writeNewFile(folder, name, `${JSON.stringify(mapping, null, 2)}\n`)
}
