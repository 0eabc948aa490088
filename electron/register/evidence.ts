/** What is done with evidence beside filling it in: a file is kept for it, saved out again, and it is accepted as proof. */
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Day } from '#shared/domain/calendar-date.ts'
import { evidenceContent, evidenceFormOf, isEvidenceFileType, largestEvidenceFile } from '#shared/domain/control.ts'
import { keptFileName, writtenFileName } from '#shared/domain/file-name.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { writeNewFile } from './export/new-file.ts'
import { asRead, owed } from './records.ts'
import type { Change } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { keepFile, storedFile } from './store/stored-file.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

/**
 * Keeps a file in the register and names it in the evidence, in place of one that was there: the earlier one stays in the
 * history. SOURCE_NOT_FOUND, SOURCE_NOT_READABLE, FILE_TOO_LARGE, FILE_TYPE_NOT_KEPT, SOURCE_EMPTY.
 */
export function attachFile(register: Register, input: Versioned & { readonly path: string }): RecordOf<'evidence'> {
  return attachContent(register, input, basename(input.path), contentOf(input.path))
}

/** The same with bytes that are already read. */
export function attachContent(
  register: Register,
  input: Versioned,
  name: string,
  content: Uint8Array,
): RecordOf<'evidence'> {
  const fileName = keptFileName(name)
  if (!isEvidenceFileType(fileName)) throw new Problem('FILE_TYPE_NOT_KEPT', { file: fileName })
  return register.change({ operation: 'evidence.attachFile' }, (change) =>
    change.update('evidence', standing(change, input), {
      fileName,
      fileBytes: content.length,
      fileSha256: keepFile(change.read, content),
    }),
  )
}

/** The bytes of a chosen file: they are kept and never run. */
function contentOf(path: string): Uint8Array {
  const file = basename(path)
  let descriptor: number | null = null
  try {
    // Looked at before it is opened: the opening of a pipe ends when somebody writes into it, or never.
    if (!statSync(path).isFile()) throw new Problem('SOURCE_NOT_READABLE', { file })
    descriptor = openSync(path, 'r')
    const facts = fstatSync(descriptor)
    const tooLarge = (bytes: number) => bytes > largestEvidenceFile
    const refused = () => new Problem('FILE_TOO_LARGE', { file, limit: Math.floor(largestEvidenceFile / 1_000_000) })
    if (tooLarge(facts.size)) throw refused()
    const content = readFileSync(descriptor)
    // It may have grown since it was measured.
    if (tooLarge(content.length)) throw refused()
    if (content.length === 0) throw new Problem('SOURCE_EMPTY', { file })
    return content
  } catch (error) {
    if (error instanceof Problem) throw error
    const code = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'SOURCE_NOT_FOUND' : 'SOURCE_NOT_READABLE'
    throw new Problem(code, { file }, { cause: error })
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}

/** Takes the file off the evidence, with a reason; its bytes stay for the history. WRONG_STATE where there is none. */
export function removeFile(register: Register, input: Versioned & { readonly reason: string }): RecordOf<'evidence'> {
  return register.change({ operation: 'evidence.removeFile', reason: owed(input.reason) }, (change) => {
    const evidence = standing(change, input)
    if (evidence.fileSha256 === null) throw new Problem('WRONG_STATE', { code: evidence.code, state: 'no_file' })
    return change.update('evidence', evidence, { fileName: null, fileBytes: null, fileSha256: null })
  })
}

/** Writes the kept file into a folder, byte for byte, under its own name or the next free one, and says which. */
export function saveFile(register: Register, id: string, folder: string): { name: string; bytes: number } {
  const evidence = evidenceOf(register, id)
  const { fileName, fileSha256 } = evidence
  if (fileName === null || fileSha256 === null)
    throw new Problem('WRONG_STATE', { code: evidence.code, state: 'no_file' })
  const content = storedFile(register.read, fileSha256, fileName)
  return { name: writeNewFile(folder, writtenFileName(fileName), content), bytes: content.length }
}

export interface AcceptEvidence extends Versioned {
  readonly accepterId: string
  readonly on: Day
  readonly note: string
}

/**
 * A named person accepts evidence as proof, with a reason. What it shows then is written down with it, so that a later change is
 * seen. WRONG_STATE where there is nothing to accept yet.
 */
export function acceptEvidence(register: Register, input: AcceptEvidence): RecordOf<'evidence'> {
  const note = owed(input.note)
  return register.change({ operation: 'evidence.accept', reason: note }, (change) => {
    const evidence = standing(change, input)
    if (evidenceFormOf(evidence) === 'none')
      throw new Problem('WRONG_STATE', { code: evidence.code, state: 'no_proof' })
    if (input.on > change.today)
      throw new Problem('INVALID', { noun: 'evidence', field: 'acceptedOn', issue: 'IN_FUTURE' })
    const accepter = change.get('person', input.accepterId)
    if (accepter.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'person', id: accepter.id })
    return change.update('evidence', evidence, {
      acceptedOn: input.on,
      accepterId: accepter.id,
      acceptedNote: note,
      acceptedContent: evidenceContent(evidence),
    })
  })
}

/** Takes the acceptance back, with a reason. */
export function withdrawAcceptance(
  register: Register,
  input: Versioned & { readonly reason: string },
): RecordOf<'evidence'> {
  return register.change({ operation: 'evidence.withdrawAcceptance', reason: owed(input.reason) }, (change) => {
    const evidence = standing(change, input)
    if (evidence.acceptedOn === null) throw new Problem('WRONG_STATE', { code: evidence.code, state: 'not_accepted' })
    return change.update('evidence', evidence, {
      acceptedOn: null,
      accepterId: null,
      acceptedNote: null,
      acceptedContent: null,
    })
  })
}

function standing(change: Change, { id, version }: Versioned): RecordOf<'evidence'> {
  const evidence = change.get('evidence', id)
  if (evidence.withdrawn !== null) throw new Problem('WITHDRAWN', { noun: 'evidence', id })
  return asRead(change, 'evidence', evidence, version)
}

function evidenceOf(register: Register, id: string): RecordOf<'evidence'> {
  const evidence = recordTables.evidence.get(register.read, id)
  if (evidence === undefined) throw new Problem('NOT_FOUND', { noun: 'evidence', id })
  return evidence
}
