/** Packs: a snapshot frozen as of a past day, from the log as recorded up to the cut-off. */
import { deflateRawSync } from 'node:zlib'
import { type Day, dayAt, type Instant } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { packCode } from '#shared/domain/pack.ts'
import { Problem } from '#shared/domain/problem.ts'
import { completeState, type RegisterState } from '#shared/domain/register-state.ts'
import { assertDataComplete } from './decision/data-points.ts'
import { giveToPack } from './decision/decisions.ts'
import { giveFinishingToPack } from './finishing/finishing-records.ts'
import { withCodes } from './record-codes.ts'
import { headAt, recordedBetween } from './store/audit-log.ts'
import { canonicalJson, sha256 } from './store/canonical.ts'
import { packsLeftBehind } from './store/left-behind.ts'
import { latestVersion } from './store/migrate.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'
import { replay } from './store/replay.ts'
import { snapshotText, verifyRegister, type VerifyOptions } from './store/verify.ts'

export interface LockInput {
  /** Dates are counted to this day; not in the future. */
  readonly asOf: Day
  /** Recorded up to this instant; now unless said. */
  readonly cutOff?: Instant
  readonly title?: string | null
  /** Why it is locked although points of its data are open, which would keep it from being finished. */
  readonly openReason?: string | null
}

/** All packs whose frozen data the register holds, in the order in which they were locked. */
export function allPacks(register: Register): RecordOf<'pack'>[] {
  const order = new Map(
    register.read
      .prepare(
        'SELECT record_id, min(sequence) FROM audit_event WHERE record_id IN (SELECT id FROM pack) GROUP BY record_id',
      )
      .raw()
      .all() as [string, number][],
  )
  // By the log and not by the clock, which can be set back.
  const place = (pack: RecordOf<'pack'>) => order.get(pack.id) ?? Number.MAX_SAFE_INTEGER
  const elsewhere = packsLeftBehind(register.read)
  return [...recordTables.pack.all(register.read)]
    .filter(({ id }) => !elsewhere.has(id))
    .sort((one, other) => place(one) - place(other))
}

/**
 * Freezes a pack. AS_OF_IN_FUTURE, CUT_OFF_IN_FUTURE, CUT_OFF_BEFORE_FIRST, CUT_OFF_BEFORE_PREVIOUS, VERIFY_FAILED, and without a
 * reason PACK_POINTS_OPEN; nothing else is refused: what is missing is printed on the pack's data-quality page.
 */
export async function lockPack(
  register: Register,
  input: LockInput,
  options: VerifyOptions = {},
): Promise<RecordOf<'pack'>> {
  assertLockable(register, input)
  const findings = withCodes(register.read, await verifyRegister(register, options))
  if (findings[0] !== undefined)
    throw new Problem('VERIFY_FAILED', { count: findings.length, first: findings[0].code, ...findings[0].facts })
  const reason = (input.openReason ?? '').trim()
  return lockVerified(register, input, (state) => {
    if (reason === '') assertDataComplete(register, state, input.asOf)
  })
}

function assertLockable(register: Register, input: LockInput): Instant {
  const clock = register.surroundings.clock()
  const { first, last } = recordedBetween(register.read)
  // The log does not go back with a clock that was set back: what it holds has been recorded by now.
  const now = last !== null && last > clock ? last : clock
  const cutOff = input.cutOff ?? now
  const organisation = register.organisation()
  if (input.asOf > dayAt(now, organisation.timeZone)) throw new Problem('AS_OF_IN_FUTURE', { asOf: input.asOf })
  if (cutOff > now) throw new Problem('CUT_OFF_IN_FUTURE', { cutOff })
  if (first !== null && cutOff < first) throw new Problem('CUT_OFF_BEFORE_FIRST', { cutOff, first })
  const previous = allPacks(register).at(-1)
  if (previous !== undefined && cutOff < previous.cutOff)
    throw new Problem('CUT_OFF_BEFORE_PREVIOUS', { cutOff, previous: previous.cutOff, pack: previous.code })
  return cutOff
}

/** The lock itself, for a caller that has verified: the sample, which has just been built, and `lockPack`. */
export function lockVerified(
  register: Register,
  input: LockInput,
  assertComplete: (state: RegisterState) => void = () => undefined,
): RecordOf<'pack'> {
  const cutOff = assertLockable(register, input)
  const openReason = (input.openReason ?? '').trim()
  return register.change({ operation: 'pack.lock', ...(openReason === '' ? {} : { reason: openReason }) }, (change) => {
    const head = headAt(change.read, cutOff)
    const state = replay(change.read, cutOff).state()
    assertComplete(state)
    const text = canonicalJson(state)
    const dataDigest = sha256(text)
    const packs = allPacks(register)
    const previous = packs.at(-1)
    register.keepSnapshot(change, dataDigest, deflateRawSync(text))
    const codes = [...recordTables.pack.all(change.read)].map((pack) => pack.code)
    const pack = change.insert('pack', {
      id: change.newId(),
      version: 1,
      withdrawn: null,
      code: packCode(input.asOf, state.organisation.fiscalStartMonth, codes),
      title: input.title ?? null,
      asOf: input.asOf,
      cutOff,
      lockedAt: change.at,
      dataDigest,
      auditHead: head.hash,
      auditSequence: head.sequence,
      previousPackId: previous?.id ?? null,
      previousDigest: previous?.dataDigest ?? null,
      schemaVersion: latestVersion,
    })
    giveToPack(change, pack.id)
    giveFinishingToPack(change, pack.id)
    return pack
  })
}

/** The frozen state of a pack. PACK_NOT_FOUND where its snapshot is gone. */
export function snapshotOf(register: Register, pack: RecordOf<'pack'>): RegisterState {
  const text = snapshotText(register.read, pack.dataDigest)
  if (text === null) throw new Problem('PACK_NOT_FOUND', { pack: pack.code })
  return completeState(JSON.parse(text) as RegisterState)
}

/** A pack by its code. PACK_NOT_FOUND. */
export function packByCode(register: Register, code: string): RecordOf<'pack'> {
  const pack = allPacks(register).find((each) => each.code === code)
  if (pack === undefined) throw new Problem('PACK_NOT_FOUND', { pack: code })
  return pack
}
