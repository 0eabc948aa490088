/** Is what bears a name whole? A sentence for each thing that is not. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { verifyBundle } from '#electron/register/export/verify-bundle.ts'
import type { LogHead } from '#electron/register/store/audit-log.ts'
import { readBackupFacts } from '#electron/register/store/backup-file.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { verifyRegister } from '#electron/register/store/verify.ts'
import { readWorkbook } from '#electron/register/workbook/read-workbook.ts'
import { here } from './load.ts'

/** A register: opens, and verify finds nothing. */
export async function registerFaults(file: string): Promise<string[]> {
  const name = basename(file)
  try {
    const register = openRegister(file, { surroundings: here(), mode: 'read' })
    try {
      const findings = await verifyRegister(register)
      return findings.map((finding) => `${name}: ${finding.code} ${JSON.stringify(finding.facts)}`)
    } finally {
      register.close()
    }
  } catch (error) {
    return [`${name}: ${String(error)}`]
  }
}

/** What a migration makes before it begins: its log ends where that of the older register did. */
export function backupFaults(backup: string, head: LogHead): string[] {
  const found = readBackupFacts(backup)?.head
  return found?.sequence === head.sequence && found.hash === head.hash
    ? []
    : [`${basename(backup)} is not what was backed up`]
}

export async function folderFaults(folder: string): Promise<string[]> {
  const name = basename(folder)
  try {
    return (await verifyBundle(folder)).map(({ code, facts }) => `${name}: ${code} ${JSON.stringify(facts)}`)
  } catch (error) {
    return [`${name}: ${String(error)}`]
  }
}

/** A workbook: every sheet of it can be read to its end. */
export async function workbookFaults(file: string): Promise<string[]> {
  const name = basename(file)
  try {
    const sheets = await readWorkbook(readFileSync(file), { file: name })
    return sheets.length > 0 ? [] : [`${name} has no sheet`]
  } catch (error) {
    return [`${name}: ${String(error)}`]
  }
}

export function textFaults(file: string, text: string): Promise<string[]> {
  return Promise.resolve(readFileSync(file, 'utf8') === text ? [] : [`${basename(file)} is not whole`])
}
