/** Rules of retention and legal holds: recorded, changed, ended; each in the log with who did it. */
import type { HoldInput, HoldRelease, RuleInput } from '#shared/contract/retention.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { asRead, owed, type Patch, updateIn, withdrawRecord, type Withdrawal } from '../records.ts'
import { assertPeriod } from '../record-rules.ts'
import type { Change } from '../store/change.ts'
import type { Register } from '../store/register-file.ts'

type Rule = RecordOf<'retentionRule'>
type Hold = RecordOf<'legalHold'>

/** NOT_FOUND, PERIOD_REVERSED. */
export function addRule(register: Register, input: RuleInput): Rule {
  return register.change({ operation: 'retentionRule.create' }, (change) =>
    change.add('retentionRule', checked(change, input)),
  )
}

/** CHANGED_MEANWHILE, WITHDRAWN, PERIOD_REVERSED. */
export function changeRule(
  register: Register,
  input: { readonly id: string; readonly version: number; readonly patch: Patch<'retentionRule'> },
): Rule {
  return register.change({ operation: 'retentionRule.update' }, (change) =>
    checked(change, updateIn(change, 'retentionRule', input)),
  )
}

/** REASON_REQUIRED. */
export function withdrawRule(register: Register, input: Withdrawal): Rule {
  return withdrawRecord(register, 'retentionRule', input)
}

function checked<Rule extends RuleInput>(change: Change, rule: Rule): Rule {
  assertPeriod(rule.from, rule.to)
  if (rule.approverPersonId !== null) change.get('person', rule.approverPersonId)
  return rule
}

/**
 * A hold is not undone: releasing it says who and why. It is in force at once or since an earlier day: one that waits would keep
 * nothing until then. NOT_FOUND, INVALID where named people are owed and none is, or the day is to come.
 */
export function placeHold(register: Register, input: HoldInput): Hold {
  return register.change({ operation: 'legalHold.place', reason: input.reason }, (change) => {
    const personIds = input.scope === 'everyone' ? [] : [...new Set(input.personIds)]
    if (input.scope === 'named' && personIds.length === 0)
      throw new Problem('INVALID', { noun: 'legalHold', field: 'personIds', issue: 'REQUIRED' })
    for (const id of personIds) change.get('person', id)
    if (input.from > change.today)
      throw new Problem('INVALID', { noun: 'legalHold', field: 'from', issue: 'IN_FUTURE' })
    return change.add('legalHold', { ...input, personIds, releasedOn: null, releasedBy: null, releaseReason: null })
  })
}

/** CHANGED_MEANWHILE, WRONG_STATE where it has been released, PERIOD_REVERSED, REASON_REQUIRED. */
export function releaseHold(register: Register, { id, version, ...input }: HoldRelease): Hold {
  const reason = owed(input.reason)
  return register.change({ operation: 'legalHold.release', reason }, (change) => {
    const stored = asRead(change, 'legalHold', change.get('legalHold', id), version)
    if (stored.releasedOn !== null) throw new Problem('WRONG_STATE', { code: stored.matter, state: 'released' })
    assertPeriod(stored.from, input.on)
    if (input.on > change.today)
      throw new Problem('INVALID', { noun: 'legalHold', field: 'releasedOn', issue: 'IN_FUTURE' })
    return change.update('legalHold', stored, { releasedOn: input.on, releasedBy: input.by, releaseReason: reason })
  })
}
