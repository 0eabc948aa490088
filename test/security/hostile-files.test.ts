/**
 * Every file that the contract can write, out of a register whose every text is hostile: no cell is a formula to a spreadsheet,
 * no document holds an element or a link of it, no calendar a line of its own. The writers are found by walking the contract.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { call } from '@orpc/server'
import { parse } from 'csv-parse/sync'
import { pdfActions } from '#test/support/pdf-facts.ts'
import { expect, test } from 'vitest'
import { assign } from '#electron/register/accountability.ts'
import { Desk } from '#electron/register/desk.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { openRegister } from '#electron/register/store/register-file.ts'
import { createSystem } from '#electron/register/systems.ts'
import { openArchive } from '#electron/register/workbook/archive.ts'
import { workbookLimits } from '#electron/register/workbook/limits.ts'
import { shellWithoutWindow } from '#electron/shell.ts'
import type { Progress } from '#shared/contract/base.ts'
import { codedNouns } from '#shared/domain/coded-nouns.ts'
import { nouns } from '#shared/domain/nouns.ts'
import { printWithFigures } from '#test/support/bundle.ts'
import { fillWithMarks, formulas, mark, markup } from '#test/support/marked-register.ts'
import { temporaryFolder } from '#test/support/register.ts'
import { reports } from '#test/support/serving.ts'
import { livingRegister } from './fuzz/living-register.ts'
import { type AnsweredOperation, operationsOf } from './fuzz/operations.ts'
import { Random } from './fuzz/random.ts'
import { isMark, kindOf, replaceTexts, ValidInputs } from './fuzz/valid-input.ts'

/** A spreadsheet runs what begins with one of these, after what it takes for nothing. A number is none. */
const starter = /^(?:[\t\r\n\0]|[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠])/
const number = /^-?\d+(?:\.\d+)?$/

/** What in a written file would act; empty where nothing would. */
async function findingsIn(path: string): Promise<string[]> {
  const bytes = readFileSync(path)
  const text = bytes.toString('utf8')
  switch (extname(path)) {
    case '.csv': {
      const rows = parse(bytes, { bom: true, relaxColumnCount: true })
      return rows.flat().filter((cell) => starter.test(cell) && !number.test(cell))
    }
    case '.xlsx': {
      const archive = openArchive(bytes, { file: path, limits: workbookLimits })
      const found: string[] = []
      for (const name of archive.names) {
        const parts: Uint8Array[] = []
        for await (const piece of archive.pieces(name)) parts.push(piece)
        const part = Buffer.concat(parts).toString('utf8')
        if (/<f[\s>]|<ddeLink|<hyperlink|TargetMode="External"|<externalLink|\.vml|vbaProject/.test(part))
          found.push(name)
      }
      return found
    }
    case '.ics':
      // Each line is a property or goes on with the one before it.
      return text.split('\r\n').filter((line) => line !== '' && !/^(?: |[A-Z-]+[;:])/.test(line))
    case '.html':
      return [
        ...text.matchAll(
          /<[^>]*(?:ZQXMARK|daichoRan)[^>]*>|<[^>]*\s(?:on\w+|srcdoc)=|<(?:script|iframe|img|svg)|="\s*(?:javascript|data):/gi,
        ),
      ].map(([each]) => each)
    case '.pdf':
      return pdfActions(bytes)
    default:
      return []
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
}

/** It takes a place to write to. */
function writes({ input }: AnsweredOperation): boolean {
  const shape = (input?._zod.def as { readonly shape?: object } | undefined)?.shape
  return shape !== undefined && 'folder' in shape
}

test('formulas, markup and scripts act in no file that the contract can write', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder()
  const living = await livingRegister(folder)
  const file = join(folder, 'work.daicho')
  copyFileSync(living.file, file)
  const register = openRegister(file, { surroundings: living.surroundings, mode: 'write' })
  const taken = fillWithMarks(register, [...formulas, ...markup])
  // Every noun with a text of its own has taken some.
  expect(taken.size).toBeGreaterThan(35)
  // Somebody who can be asked of a system whose words are all marks.
  const [marked] = formulas
  const text = { ja: marked, en: null }
  const asked = createSystem(register, { name: text, purpose: text })
  const [personId = ''] = living.ids.person
  assign(register, {
    role: 'system_owner',
    subject: 'system',
    subjectId: asked.id,
    postId: null,
    personId,
    from: register.today(),
  })
  const versions = new Map<string, number>()
  for (const noun of nouns)
    for (const { id, version } of recordTables[noun].all(register.read)) versions.set(id, version)
  register.close()

  const desk = new Desk({
    shell: shellWithoutWindow({
      print: printWithFigures,
      preferences: { read: () => Promise.resolve({}), write: () => Promise.resolve() },
    }),
    language: 'ja',
    sampleFolder: join(folder, 'samples'),
    surroundings: living.surroundings,
  })
  desk.open(file, false)
  const out = join(folder, 'out')
  const written: Record<string, string[]> = {}
  const acting: Record<string, string[]> = {}
  const knownHere: typeof known = {
    ...known,
    'requirement.writeLibrary': () => ({ id: living.ids.requirementPack[0] }),
    'ownerQuestions.write': () => ({ language: 'ja', answerBy: null, systemIds: [asked.id] }),
  }
  const kinds = new Set<string>()
  const bearing = new Set<string>()
  for (const operation of operationsOf(desk).filter(writes)) {
    const random = new Random(operation.name)
    const valid = new ValidInputs({ ...living, versions }, random)
    let done = 0
    for (let attempt = 0; attempt < 200 && done < 2; attempt += 1) {
      rmSync(out, { recursive: true, force: true })
      mkdirSync(out)
      const input = replaceTexts(valid.of(operation.input as never, operation.path), (text) => {
        if (!isMark(text)) return text
        return desk.tokens.issue(attempt % 2 === 0 ? out : (living.files[kindOf(text)] ?? out))
      }) as object
      try {
        const given = {
          ...input,
          ...(attempt % 2 === 0 ? knownHere[operation.name]?.(attempt) : {}),
          folder: desk.tokens.issue(out),
        }
        const answered: unknown = await call(operation.procedure, given as never, { path: operation.path })
        if (typeof answered === 'object' && answered !== null && Symbol.asyncIterator in answered)
          await reports(Promise.resolve(answered as AsyncIterable<Progress<unknown>>))
      } catch {
        // Not a valid input after all: the next one may be.
        continue
      }
      done += 1
      for (const path of filesUnder(out)) {
        kinds.add(extname(path))
        if (readFileSync(path).includes(mark)) bearing.add(extname(path))
        const findings = await findingsIn(path)
        if (findings.length > 0)
          (acting[operation.name] ??= []).push(`${path.slice(out.length)}: ${findings.slice(0, 3).join(' ¦ ')}`)
        ;(written[operation.name] ??= []).push(path.slice(out.length + 1))
      }
    }
  }
  desk.end()
  expect(acting).toEqual({})
  // Which operations had nothing to write, so that one that begins to fail is seen.
  const silent = operationsOf(desk).filter((operation) => writes(operation) && written[operation.name] === undefined)
  expect(silent.map(({ name }) => name).filter((name) => !writesNothingHere.includes(name))).toEqual([])
  expect([...kinds]).toEqual(expect.arrayContaining(['.csv', '.html', '.ics', '.json', '.jsonl', '.pdf', '.xlsx']))
  expect([...bearing]).toEqual(expect.arrayContaining(['.csv', '.html', '.json', '.jsonl']))
})

/** What chance does not come upon: the columns that a list has. */
const known: Readonly<Record<string, (attempt: number) => object>> = {
  'lists.export': (attempt) => ({
    noun: codedNouns[(attempt * 7) % codedNouns.length] ?? 'system',
    columns: ['code', 'name'],
    search: '',
    filters: {},
    codes: null,
    withdrawn: false,
    sort: [],
    group: null,
    encoding: 'utf-8',
    seen: undefined,
  }),
}

/** They read a folder, or write what a living register of this kind does not hold (a hand-over, a bundle to sign, a second pack). */
const writesNothingHere = [
  'file.browse',
  'file.nameIn',
  'file.createFrom',
  'evidence.saveFile',
  'handover.print',
  'pack.writeComparison',
  'pack.writeFigure',
  'pack.checkBundle',
  'pack.signBundle',
  'director.openBundle',
]
