/** What keeps a pack, or the draft of the next one, from being finished. */
import type { PackChecks } from '#shared/contract/pack.ts'
import type { PackSignature } from '#shared/domain/finishing.ts'
import { breachAnswers } from '#shared/domain/decision/breach-answers.ts'
import { packOpenPoints } from '#shared/domain/decision/pack-open-points.ts'
import { decisionStandingOn } from '#shared/domain/decision/decision-standing.ts'
import { acceptancesOn } from '#shared/domain/metrics/acceptance-standing.ts'
import { figuresUnder } from '#shared/domain/metrics/kri-result.ts'
import { krisOn } from '#shared/domain/metrics/kris.ts'
import { RegisterOn } from '#shared/domain/metrics/register-on.ts'
import { positionsOn } from '#shared/domain/metrics/risk-positions.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { staleNotes } from '../finishing/finishing-records.ts'
import { pagesCounted, type SheetCount } from '../finishing/sheet-count.ts'
import { openReasonOf } from './data-points.ts'
import { packInput } from '../pack-input.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'

/**
 * The facts of the snapshot, and what is asked as the register holds it now. `count`: the sheets of its print, where it has a page
 * budget, with these signatures.
 */
export function packChecks(
  register: Register,
  pack: RecordOf<'pack'> | null,
  appVersion: string,
  count: SheetCount | null = null,
  signatures: readonly PackSignature[] | null = null,
): PackChecks {
  const facts = packInput(register, pack, 'ja', appVersion)
  const { snapshot, asOf, decisions, previous, history, schemaVersion, finishing } = facts
  const on = new RegisterOn(snapshot, asOf)
  const pages = pagesCounted(facts, count, signatures)
  const acceptances = acceptancesOn(on)
  const positions = positionsOn(on, acceptances)
  const kris = figuresUnder(schemaVersion, krisOn(on, positions, acceptances, history))
  const asked = decisions.asked.map(({ decision }) => decision)
  const known = new Set(asked.map(({ id }) => id))
  const meetings = new Map(snapshot.meetings.map((each) => [each.id, each]))
  const earlier = snapshot.decisions.filter(({ id, withdrawn }) => withdrawn === null && !known.has(id))
  const said = [...recordTables.noDecision.all(register.read)].find(
    (each) => each.withdrawn === null && each.packId === (pack?.id ?? null),
  )
  const person = said === undefined ? null : recordTables.person.get(register.read, said.personId)
  return {
    points: packOpenPoints({
      asked,
      isNoneConfirmed: said !== undefined,
      topRisks: positions.slice(0, finishing.choices.topRisks).map(({ id, code, name, owner }) => ({
        id,
        code,
        name,
        hasOwner: owner.state === 'held',
      })),
      isLockedOpen: pack !== null && openReasonOf(register, pack.id) !== null,
      breaches: breachAnswers(
        kris.filter(({ status }) => status === 'breach').map(({ id }) => id),
        [...asked, ...earlier],
        { day: asOf, since: previous?.asOf ?? null },
      ),
      olderNotes: staleNotes(register.read, pack?.id ?? null, pack?.cutOff ?? null).map(({ target }) => target),
      pages,
      unrecorded: earlier.filter(
        (decision) =>
          decisionStandingOn(decision, meetings.get(decision.meetingId ?? '') ?? null, asOf) === 'unrecorded',
      ),
      provisional: kris.filter(({ threshold }) => threshold?.provisional === true).map(({ id }) => id),
    }),
    asked: asked.length,
    pages,
    none: said === undefined ? null : { id: said.id, version: said.version, on: said.on, person: person?.name ?? null },
  }
}
