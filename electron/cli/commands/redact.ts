/**
 * `redact FILE --person CODE --ground … --decided-by TEXT [--yes --digest HEX]`: shows where a person's name stands, and with `--yes`
 * takes it out of these places, as long as they are what was shown with that digest. Without a word about it a place of which there
 * is a doubt stays, and every other one is replaced. With `--clean` alone it writes the file anew where that failed before.
 */
import { Problem } from '#shared/domain/problem.ts'
import { redactionGrounds } from '#shared/domain/retention/retention-records.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { nounWords } from '#shared/locales/noun-words.ts'
import { translate } from '#shared/locales/translate.ts'
import type { RedactionDone, RedactionPreview, ShownPlace } from '#shared/contract/retention.ts'
import { previewRedaction, redactPerson } from '#electron/register/retention/redact-person.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import type { Call, Command, Outcome } from '../command.ts'
import { withRegister } from '../open-register.ts'
import { usageProblem } from '../read-arguments.ts'

export const redactCommand: Command = {
  name: 'redact',
  positionals: ['FILE'],
  options: {
    person: { value: 'CODE', words: 'redactPerson' },
    ground: { value: redactionGrounds.join('|'), words: 'redactGround', choices: redactionGrounds },
    'decided-by': { value: 'TEXT', words: 'redactDecidedBy' },
    note: { value: 'TEXT', words: 'redactNote' },
    also: { value: 'NAMES', words: 'redactAlso' },
    keep: { value: 'KEYS', words: 'redactKeep' },
    replace: { value: 'KEYS', words: 'redactReplace' },
    digest: { value: 'HEX', words: 'redactDigest' },
    yes: { value: null, words: 'redactYes' },
    clean: { value: null, words: 'redactClean' },
  },
  run(call) {
    const { files, options, flags, help, surroundings } = call
    const [file = ''] = files
    const { person: code, ground, 'decided-by': decidedBy } = options
    const isCleaning = flags.has('clean')
    const owed = (option: string) => usageProblem(help, 'MISSING_OPTION', { option })
    if (!isCleaning && code === undefined) throw owed('--person CODE')
    const isOrder = flags.has('yes') && !isCleaning
    if (isOrder && ground === undefined) throw owed(`--ground ${redactionGrounds.join('|')}`)
    if (isOrder && (decidedBy ?? '').trim() === '') throw owed('--decided-by TEXT')
    if (isOrder && options.digest === undefined) throw owed('--digest HEX')
    return withRegister(file, { mode: isOrder || isCleaning ? 'write' : 'read', surroundings }, (register) =>
      isCleaning ? cleaned(call, register) : redacted(call, register, code ?? ''),
    )
  },
}

function cleaned({ language }: Call, register: Register): Outcome {
  register.clean()
  return { json: { cleaned: true }, lines: [translate(language)('cli.redact.cleaned')], exitCode: 0 }
}

async function redacted(call: Call, register: Register, code: string): Promise<Outcome> {
  const { options, flags, signal, progress, language } = call
  const person = [...recordTables.person.all(register.read)].find((each) => each.code === code)
  if (person === undefined) throw new Problem('NOT_FOUND', { noun: 'person', id: code })
  const look = {
    personId: person.id,
    also: (options.also ?? '')
      .split(/[,、]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  }
  const work = {
    signal,
    progress: (report: { readonly stage: string; readonly done: number; readonly total: number }) => {
      progress.show(report.stage, report.done, report.total)
    },
  }
  const preview = await previewRedaction(register, look, work)
  if (!flags.has('yes')) return shown(language, preview)
  const ground = redactionGrounds.find((each) => each === options.ground) ?? 'other'
  // What was shown, and not what is there now: a change since is refused before any key is read.
  if (options.digest !== preview.digest) throw new Problem('PREVIEW_OUTDATED')
  const kept = keysOf(call, preview, 'keep')
  const wanted = keysOf(call, preview, 'replace')
  const done = await redactPerson(
    register,
    {
      ...look,
      digest: preview.digest,
      except: preview.places
        .filter(({ key, doubt }) => kept.has(key) || (doubt !== null && !wanted.has(key)))
        .map(({ key }) => key),
      ground,
      ruleId: ground === 'retention' ? preview.standing.ruleId : null,
      note: options.note ?? null,
      decidedBy: options['decided-by'] ?? '',
    },
    work,
  )
  return told(language, preview, done)
}

/** Keys of places as they were shown; one alone may hold commas. USAGE where a place has no such key. */
function keysOf(
  { options, help }: Call,
  { places }: RedactionPreview,
  option: 'keep' | 'replace',
): ReadonlySet<string> {
  const said = options[option]
  if (said === undefined) return new Set()
  const known = places.filter(({ kind }) => kind !== 'own').map(({ key }) => key)
  const keys = known.includes(said) ? [said] : said.split(',').map((each) => each.trim())
  for (const value of keys)
    if (!known.includes(value))
      throw usageProblem(help, 'BAD_CHOICE', { option: `--${option}`, value, choices: known.slice(0, 10).join(', ') })
  return new Set(keys)
}

function shown(language: Language, preview: RedactionPreview): Outcome {
  const words = translate(language)
  return {
    json: { done: false, ...preview },
    lines: [
      words('cli.redact.wouldReplace', {
        code: preview.person.code,
        name: inLanguage(preview.person.name, language),
        count: preview.places.length,
        packs: preview.packs.length,
        placeholder: inLanguage(preview.placeholder, language),
      }),
      ...preview.places.flatMap((place) => linesOf(language, place)),
      ...elsewhere(language, preview.elsewhere),
      words('cli.redact.howTo', { digest: preview.digest }),
    ],
    exitCode: 0,
  }
}

function linesOf(
  language: Language,
  { key, kind, record, field, sample, entries, doubt }: ShownPlace,
): readonly string[] {
  const words = translate(language)
  const noun = record === null ? '' : nounWords(words, record.noun, language)
  const line = words(kind === 'own' ? 'cli.redact.own' : 'cli.redact.place', {
    key,
    record: [noun, record?.code ?? ''].filter((each) => each !== '').join(' '),
    field,
    entries,
    sample: sample.replace(/\s+/g, ' '),
  })
  return doubt === null ? [line] : [line, words('cli.redact.stays', { key, doubt: words(`retention.doubt.${doubt}`) })]
}

function told(language: Language, { person }: RedactionPreview, done: RedactionDone): Outcome {
  const words = translate(language)
  return {
    json: { done: true, ...done },
    lines: [
      words('cli.redact.done', { code: person.code, count: done.redaction.texts, packs: done.packs.length }),
      ...(done.cleaned ? [] : [words('cli.redact.notCleaned')]),
      ...elsewhere(language, done.elsewhere),
    ],
    // The name is out; that its bytes may still lie in the file is not to be missed by a script.
    exitCode: done.cleaned ? 0 : 1,
  }
}

function elsewhere(language: Language, { backups, files }: RedactionDone['elsewhere']): string[] {
  const words = translate(language)
  return [
    ...backups.map(({ name }) => words('cli.redact.backup', { name })),
    ...(files === 0 ? [] : [words('cli.redact.files', { count: files })]),
    words('cli.redact.outOfReach'),
  ]
}
