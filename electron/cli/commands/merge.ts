/** `merge FILE OTHER [--dry-run] [--decisions FILE]`: another register merged into one, with what a person decided in a file. */
import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from '#electron/durable-file.ts'
import { type MergePlan, noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { type Decisions, decisionsFrom, readDecisions } from '#electron/register/merge/decisions-file.ts'
import { mergeRegisters, type MergeSides, planOf, sidesOf } from '#electron/register/merge/merge-registers.ts'
import { openOther } from '#electron/register/merge/open-other.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { recordTables } from '#electron/register/store/record-table.ts'
import { currentState } from '#electron/register/store/replay.ts'
import { problemOf } from '#electron/register/store/sqlite-problems.ts'
import type { Call, Command, Outcome } from '../command.ts'
import { withRegister } from '../open-register.ts'

export const mergeCommand: Command = {
  name: 'merge',
  positionals: ['FILE', 'OTHER'],
  options: {
    decisions: { value: 'FILE', words: 'mergeDecisions' },
    entity: { value: 'CODE', words: 'mergeEntity' },
    'dry-run': { value: null, words: 'mergeDryRun' },
  },
  async run(call) {
    const { files, flags, options, surroundings, signal, progress, absolute } = call
    const [file = '', source = ''] = files
    const dryRun = flags.has('dry-run')
    const decisions = options.decisions === undefined ? null : absolute(options.decisions)
    return withRegister(file, { mode: dryRun ? 'read' : 'write', surroundings }, async (register) => {
      const entityUnitId = options.entity === undefined ? null : unitCoded(register, options.entity)
      const other = await openOther(register, source, {
        signal,
        progress: ({ stage, done, total }) => {
          progress.show(stage, done, total)
        },
      })
      try {
        progress.show('comparing', 0, 0)
        const sides = sidesOf(register, other)
        const said = decisions !== null && (!dryRun || existsSync(decisions)) ? decisionsIn(decisions) : null
        return dryRun
          ? tried(call, register, sides, said, decisions)
          : await done(call, register, sides, said, entityUnitId)
      } finally {
        other.close()
      }
    })
  },
}

/** NOT_FOUND where no unit of the receiving register has the code. */
function unitCoded(register: Register, code: string): string {
  const unit = [...recordTables.unit.all(register.read)].find((each) => each.code === code && each.withdrawn === null)
  if (unit === undefined) throw new Problem('NOT_FOUND', { noun: 'unit', id: code })
  return unit.id
}

function decisionsIn(path: string): Decisions {
  try {
    return readDecisions(readFileSync(path, 'utf8'), path)
  } catch (error) {
    throw problemOf(error, path)
  }
}

/** What the merge would do, and (where a file is named) everything that it asks, with the answers that there are. */
function tried(
  { language }: Call,
  register: Register,
  sides: MergeSides,
  said: Decisions | null,
  path: string | null,
): Outcome {
  const head = sides.other.register.head()
  const plan = planOf(register, sides, said?.answers ?? noAnswers)
  if (path !== null) {
    const content = decisionsFrom(plan, head.hash, { ours: currentState(register.read), theirs: sides.theirs })
    try {
      writeWhole(path, `${JSON.stringify(content, null, 2)}\n`)
    } catch (error) {
      throw problemOf(error, path)
    }
  }
  return outcome(language, sides, plan, { dryRun: true, copy: null, decisions: path })
}

async function done(
  { language, progress }: Call,
  register: Register,
  sides: MergeSides,
  said: Decisions | null,
  entityUnitId: string | null,
): Promise<Outcome> {
  const answers = said?.answers ?? noAnswers
  const plan = planOf(register, sides, answers)
  const headHash = said?.headHash ?? sides.other.register.head().hash
  const { copy } = await mergeRegisters(register, sides, { answers, entityUnitId, headHash }, (stage) => {
    progress.show(stage, 0, 0)
  })
  return outcome(language, sides, plan, { dryRun: false, copy, decisions: null })
}

function outcome(
  language: Language,
  sides: MergeSides,
  plan: MergePlan,
  {
    dryRun,
    copy,
    decisions,
  }: { readonly dryRun: boolean; readonly copy: string | null; readonly decisions: string | null },
): Outcome {
  const words = translate(language)
  const { counts } = plan
  const base = { sequence: sides.known.sequence, shared: sides.known.shared, run: sides.known.runId }
  return {
    json: {
      dryRun,
      register: sides.theirs.organisation.registerId,
      relation: sides.relation,
      head: sides.other.register.head(),
      base,
      counts,
      conflicts: plan.conflicts.length,
      matches: plan.matches.length,
      copy,
      decisions,
    },
    lines: [
      words(`cli.merge.${sides.relation}`, { sequence: base.sequence }),
      words(dryRun ? 'cli.merge.wouldDo' : 'cli.merge.done', { ...counts }),
      ...(plan.settings.length === 0 ? [] : [words('cli.merge.settings', { count: plan.settings.length })]),
      ...(counts.undecided === 0 ? [] : [words('cli.merge.undecided', { count: counts.undecided })]),
      ...(decisions === null ? [] : [words('cli.merge.decisions', { file: decisions })]),
      ...(copy === null ? [] : [words('cli.merge.before', { file: copy })]),
    ],
    exitCode: counts.undecided > 0 ? 1 : 0,
  }
}
