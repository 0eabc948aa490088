/**
 * `redact FILE --person CODE --ground … --decided-by TEXT [--yes]`: shows where a person's name stands, and with `--yes` takes it out
 * of all of these places. With `--clean` alone it writes the file anew where that failed before.
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
  const done = await redactPerson(
    register,
    {
      ...look,
      digest: preview.digest,
      // What may not be the name stays: the window can replace it, place by place.
      except: preview.places.filter(({ doubt }) => doubt !== null).map(({ key }) => key),
      ground,
      ruleId: ground === 'retention' ? preview.standing.ruleId : null,
      note: options.note ?? null,
      decidedBy: options['decided-by'] ?? '',
    },
    work,
  )
  return told(language, preview, done)
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
      words('cli.redact.howTo'),
    ],
    exitCode: 0,
  }
}

function linesOf(language: Language, { record, field, sample, entries, doubt }: ShownPlace): readonly string[] {
  const words = translate(language)
  const noun = record === null ? '' : nounWords(words, record.noun, language)
  const line = words('cli.redact.place', {
    record: [noun, record?.code ?? ''].filter((each) => each !== '').join(' '),
    field,
    entries,
    sample: sample.replace(/\s+/g, ' '),
  })
  return doubt === null ? [line] : [line, words('cli.redact.stays', { doubt: words(`retention.doubt.${doubt}`) })]
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
