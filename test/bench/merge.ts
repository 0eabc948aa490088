/** Two registers of 10,000 systems as one: looked at without a common history, merged, and merged again after edits there. */
import { mergeRegisters, planOf, sidesOf } from '#electron/register/merge/merge-registers.ts'
import { openOther, type OtherRegister } from '#electron/register/merge/open-other.ts'
import type { Register } from '#electron/register/store/register-file.ts'
import { type MergeAnswers, noAnswers } from '#shared/domain/merge/merge-plan.ts'
import { milliseconds, onceOf, printRows } from './measure.ts'
import { registerOf } from './registers.ts'

const count = 10_000
const work = { signal: new AbortController().signal, progress: () => undefined }

/** Every proposed record is said to be another one: the most that a merge can write. */
function allNew(own: Register, other: OtherRegister): MergeAnswers {
  const { matches } = planOf(own, sidesOf(own, other), noAnswers)
  return { matches: Object.fromEntries(matches.map(({ theirId }) => [theirId, 'new' as const])), choices: {} }
}

export async function benchMerge(): Promise<void> {
  const [own, theirs] = [registerOf(count), registerOf(count)]
  const opened = await onceOf(() => openOther(own, theirs.file, work))
  const other = opened.result
  const asked = await onceOf(() => planOf(own, sidesOf(own, other), noAnswers))
  const answers = allNew(own, other)
  const merge = (from: OtherRegister, said: MergeAnswers) =>
    onceOf(() =>
      mergeRegisters(
        own,
        sidesOf(own, from),
        { answers: said, entityUnitId: null, headHash: from.register.head().hash },
        () => undefined,
      ),
    )
  const merged = await merge(other, answers)
  other.close()
  theirs.change({ operation: 'bench.edit' }, (change) => {
    const systems = theirs.read.prepare('SELECT id FROM system ORDER BY code LIMIT 100').pluck().all() as string[]
    for (const id of systems) change.update('system', change.get('system', id), { vendor: '別のベンダー' })
  })
  const next = await openOther(own, theirs.file, work)
  const again = await merge(next, noAnswers)
  next.close()
  printRows(`Merge of two registers of ${String(count)} systems`, [
    { what: 'the other one copied, opened and verified', figure: milliseconds(opened.ms) },
    {
      what: `compared, ${String(asked.result.matches.length)} records proposed, tried against the rules`,
      figure: milliseconds(asked.ms),
    },
    {
      what: `merged, ${String(merged.result.counts.added)} records added, with the kept log`,
      figure: milliseconds(merged.ms),
    },
    { what: `merged again after ${String(again.result.counts.changed)} edits there`, figure: milliseconds(again.ms) },
  ])
  own.close()
  theirs.close()
}
