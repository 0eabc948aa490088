/**
 * Problems and findings as sentences: their facts are codes of the data (a noun, a field, a stage, a table), which are put
 * into words here, so that window and command line say the same.
 */
import { type OptionsName, options } from '../domain/fields.ts'
import { type Noun, nouns } from '../domain/nouns.ts'
import { type ProblemCode, problemCodes, type ProblemFacts } from '../domain/problem.ts'
import type { Language } from '../domain/text.ts'
import { type Finding, type FindingCode, findingCodes } from '../domain/verification.ts'
import { budgetFromFacts, sayBudget } from './say-budget.ts'
import { nounWords } from './noun-words.ts'
import { type Translate, translate } from './translate.ts'

type Facts = Readonly<Record<string, unknown>>

/** Their sentence holds that of the first thing that was found. */
const toldByFinding: ReadonlySet<ProblemCode> = new Set([
  'VERIFY_FAILED',
  'FILE_TAMPERED',
  'BUNDLE_NOT_WHOLE',
  'EXPORT_CHANGED',
])

/** Their sentence holds that of what refused them. */
const toldByProblem: ReadonlySet<ProblemCode> = new Set(['BATCH_REFUSED', 'BACKUP_FAILED', 'CLEANING_FAILED'])

/** What is so and what can be done: one or two sentences, without a full stop at the end. */
export function sayProblem(
  language: Language,
  problem: { readonly code: ProblemCode; readonly facts: ProblemFacts },
): string {
  const words = translate(language)
  const { code } = problem
  const facts: Record<string, unknown> = { ...problem.facts }
  for (const [name, fact] of Object.entries(facts))
    if (Array.isArray(fact)) facts[name] = fact.join(words('pack.listSeparator'))
  if (isNoun(facts.noun) && typeof facts.field === 'string') facts.field = fieldWords(words, facts.noun, facts.field)
  if (isNoun(facts.noun)) facts.noun = nounWords(words, facts.noun, language)
  // A hand-over is no record of its own: it is a transaction of the log.
  else if (facts.noun === 'handover') facts.noun = words('handover.title')
  if (typeof facts.issue === 'string') facts.issue = issueWords(words, facts.issue, facts)
  if (typeof facts.state === 'string') facts.state = stateWords(words, String(facts.code), facts.state)
  if (typeof facts.detail === 'string') facts.detail = oneLine(facts.detail)
  if (toldByFinding.has(code) && isFindingCode(facts.first))
    facts.finding = sayFinding(language, { code: facts.first, facts: onlyPlain(problem.facts) })
  if (toldByProblem.has(code) && isProblemCode(problem.facts.first))
    facts.sentence = sayProblem(language, { code: problem.facts.first, facts: problem.facts })
  if (code === 'PACK_NOT_READY') facts.sentence = openPointWords(words, problem.facts)
  // The register process says no more of what it did not expect.
  if (code === 'INTERNAL' && facts.detail === undefined) return words('problem.INTERNAL', { context: 'unknown' })
  // Something was typed that belongs to no noun (the name of a file): there is no field to name.
  if (code === 'INVALID' && !isNoun(problem.facts.noun))
    return words('problem.INVALID', { ...facts, context: 'unknown' })
  return words(`problem.${code}`, { ...facts, ...contextOf(code, facts) })
}

/** What keeps a pack from being finished, with the record in which it is put right. */
function openPointWords(words: Translate, facts: ProblemFacts): string {
  const { point, kri, record, note } = facts
  const exceeded = budgetFromFacts(facts)
  if (exceeded !== null) return sayBudget(words, exceeded)
  const figure = typeof kri === 'string' ? `${kri} ${words(`kri.${kri}.title`)}` : ''
  const target = typeof note === 'string' ? noteTargetWords(words, note) : ''
  const sentence = words(`packChecks.point.${String(point)}`, {
    figure,
    target,
  })
  return typeof record === 'string' ? `${sentence} ${record}` : sentence
}

/** `figure:heatMap` as "Figure: Heat map", `page:summary` by the name of the page. */
export function noteTargetWords(words: Translate, target: string): string {
  const [kind, key = ''] = target.split(':')
  return kind === 'page' ? words(`pack.page.${key}`) : words(`pack.figure.${key}`)
}

/** What `verify` found, named as people know it. */
export function sayFinding(language: Language, finding: Finding): string {
  const words = translate(language)
  const facts: Record<string, unknown> = { ...finding.facts }
  if (typeof facts.table === 'string') facts.table = tableWords(words, facts.table, language)
  if (typeof facts.parent === 'string') facts.parent = tableWords(words, facts.parent, language)
  if (isNoun(facts.noun) && typeof facts.field === 'string') facts.field = fieldWords(words, facts.noun, facts.field)
  if (isNoun(facts.noun)) facts.noun = nounWords(words, facts.noun, language)
  // A hand-over is no record of its own: it is a transaction of the log.
  else if (facts.noun === 'handover') facts.noun = words('handover.title')
  const sentence = words(`verify.${finding.code}`, { ...facts, ...findingContext(finding) })
  // Begins with the noun; a sentence that begins with a file's name keeps it as it is written.
  return finding.code.startsWith('ROW_') ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence
}

/** What a library said, as far as it belongs into a sentence. */
function oneLine(detail: string): string {
  const words = detail.replace(/\s+/g, ' ').trim()
  return words.length <= longestDetail ? words : `${words.slice(0, longestDetail)}…`
}
const longestDetail = 200

/** Which wording of the sentence fits the facts that are there. */
function contextOf(code: ProblemCode, facts: Facts): { context?: string } {
  const context = (name: string, when: boolean) => (when ? { context: name } : {})
  switch (code) {
    case 'HELD_BY_ANOTHER':
    case 'LEASE_LOST':
      return context('unknown', facts.machine == null)
    case 'REQUIREMENT_PACK_REFUSED':
    case 'LIBRARY_REFUSED':
      return context('file', facts.item === '')
    case 'REQUIREMENT_NOT_ASKED':
      return context('company', facts.code === '')
    case 'FILE_DAMAGED':
    case 'DISK_FULL':
    case 'DISK_FAILED':
      return context('unknown', facts.file === undefined)
    case 'NOT_FOUND':
      return context('unknown', facts.noun === '')
    case 'NOT_AN_EXECUTIVE_POST':
      return context('unknown', facts.code === '')
    case 'INVALID':
      return facts.field === '' ? { context: 'record' } : {}
    case 'UNDO_NOTHING':
      return context('redo', facts.direction === 'redo')
    case 'PERIOD_OVERLAPS':
      return context('open', facts.to == null)
    case 'ENCODING_WRONG':
      return context('mark', facts.found != null)
    case 'NO_BROWSER':
      return context('named', facts.named !== undefined)
    default:
      return {}
  }
}

function findingContext({ code, facts }: Finding): { context?: string } {
  if ((code === 'EVENT_EDITED' || code === 'EVENT_INSERTED') && facts.noun === '') return { context: 'head' }
  if ((code === 'EVENT_REMOVED' || code === 'TAIL_REMOVED') && facts.sequence === facts.upTo)
    return { context: 'single' }
  if (code === 'FILE_CHANGED' && facts.kind !== 'pack') return { context: 'written' }
  if (code === 'SEARCH_EDITED' && facts.table === 'search_index') return { context: 'index' }
  if (code === 'SCHEMA_CHANGED' && String(facts.object).startsWith('- ')) return { context: 'missing' }
  if (code === 'SUMS_CHANGED' && facts.entry !== undefined) return { context: 'entry' }
  return {}
}

function issueWords(words: Translate, issue: string, facts: Facts): string {
  const key = `issue.${issue}`
  return hasWord(words, key) ? words(key, facts) : words('issue.OTHER')
}

function fieldWords(words: Translate, noun: Noun, path: string): string {
  const [field = ''] = path.split('.')
  const key = `field.${noun}.${field}`
  return hasWord(words, key) ? words(key) : path
}

/** `SYS-0001` in state `pilot`: the stage's word. */
const stateOptions: Readonly<Record<string, OptionsName>> = {
  SYS: 'lifecycle',
  RSK: 'riskStatus',
  CTL: 'design',
  ACT: 'actionState',
}

function stateWords(words: Translate, code: string, state: string): string {
  const name = stateOptions[code.slice(0, 3)]
  if (name !== undefined && (options[name] as readonly string[]).includes(state)) return words(`value.${name}.${state}`)
  const key = `state.${state}`
  return hasWord(words, key) ? words(key) : state
}

function tableWords(words: Translate, table: string, language: Language): string {
  const noun = table.replace(/_[a-z]/g, (part) => part.charAt(1).toUpperCase())
  if (isNoun(noun)) return nounWords(words, noun, language)
  const key = `table.${table}`
  return hasWord(words, key) ? words(key) : table
}

/** A text that is no code (a message of a library, a name in a crafted file) is no key: it may hold separators of keys. */
function hasWord(words: Translate, key: string): boolean {
  return /^[\w.-]+$/.test(key) && words(key) !== key
}

function isNoun(name: unknown): name is Noun {
  return (nouns as readonly unknown[]).includes(name)
}

function isProblemCode(code: unknown): code is ProblemCode {
  return (problemCodes as readonly unknown[]).includes(code)
}

function isFindingCode(code: unknown): code is FindingCode {
  return (findingCodes as readonly unknown[]).includes(code)
}

function onlyPlain(facts: ProblemFacts): Finding['facts'] {
  return Object.fromEntries(
    Object.entries(facts).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
