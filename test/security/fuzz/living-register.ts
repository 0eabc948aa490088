/**
 * What the fuzz is let loose on: a register that holds at least one record of every noun, and a folder with a file of every
 * kind that an operation could be given, the wrong ones among them.
 */
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportRegister } from '#electron/register/export/export-register.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import { fillOneOfEach } from '#test/support/one-of-each.ts'
import { testSurroundings, type TestSurroundings } from '#test/support/register.ts'

export interface LivingRegister {
  /** The register as every operation finds it; never opened itself. */
  readonly file: string
  readonly surroundings: TestSurroundings
  readonly ids: Readonly<Record<Noun, readonly string[]>>
  readonly versions: ReadonlyMap<string, number>
  /** Every text and day that stands in its records. */
  readonly words: readonly string[]
  /** Paths by what they are. */
  readonly files: Readonly<Record<string, string>>
}

export async function livingRegister(folder: string): Promise<LivingRegister> {
  const surroundings = testSurroundings()
  const file = join(folder, 'living.daicho')
  newRegister(file, surroundings, { language: 'ja', name: { ja: '試験商事', en: 'Test Trading' }, from: '2026-04-01' })
  const register = openRegister(file, { surroundings, mode: 'write' })
  try {
    fillOneOfEach(register)
    const ids = {} as Record<Noun, string[]>
    const versions = new Map<string, number>()
    const words = new Set<string>()
    for (const noun of nouns) {
      ids[noun] = []
      for (const record of recordTables[noun].all(register.read)) {
        ids[noun].push(record.id)
        versions.set(record.id, record.version)
        gather(record, words)
      }
    }
    const exported = join(folder, 'exported')
    await exportRegister(register, exported)
    return { file, surroundings, ids, versions, words: [...words], files: filesIn(folder, file, exported) }
  } finally {
    register.close()
  }
}

function gather(value: unknown, into: Set<string>): void {
  if (into.size > 400) return
  if (typeof value === 'string') {
    if (value.length <= 80) into.add(value)
  } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) gather(part, into)
}

function filesIn(folder: string, register: string, exported: string): Record<string, string> {
  const path = (name: string) => join(folder, name)
  mkdirSync(path('empty-folder'))
  writeFileSync(path('list.csv'), 'No,システム名,担当部署\n1,経費仕訳,経理部\n2,面接日程,人事部\n')
  writeFileSync(path('mapping.json'), '{"version":1,"noun":"system","columns":[]}')
  writeFileSync(path('pack.yaml'), 'urn: urn:a:b\nlocale: en\nref_id: a\nname: a\nversion: 1\n')
  writeFileSync(path('notes.txt'), 'メモ')
  writeFileSync(path('empty.pdf'), '')
  writeFileSync(path('paper.pdf'), '%PDF-1.7\n%%EOF\n')
  writeFileSync(path('no-book.xlsx'), 'PK\u0003\u0004not a workbook')
  writeFileSync(path('key.pem'), '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n')
  writeFileSync(path('no-register.daicho'), 'SQLite format 3\u0000and nothing else')
  copyFileSync(register, path('other.daicho'))
  symlinkSync(path('loop'), path('loop'))
  return {
    register: path('other.daicho'),
    noRegister: path('no-register.daicho'),
    csv: path('list.csv'),
    mapping: path('mapping.json'),
    library: path('pack.yaml'),
    text: path('notes.txt'),
    empty: path('empty.pdf'),
    pdf: path('paper.pdf'),
    workbook: path('no-book.xlsx'),
    key: path('key.pem'),
    folder: path('empty-folder'),
    exported,
    loop: path('loop'),
    missing: path('missing'),
    missingIn: path('missing/deeper'),
    ...(process.platform === 'win32' ? {} : { device: '/dev/null', endless: '/dev/zero' }),
  }
}
