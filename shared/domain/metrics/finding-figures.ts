/** KRI-14: findings of internal audit that are open past their day. */
import { openFindingsOn } from '../finding.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export function findingFigure(on: RegisterOn): Count {
  const open = openFindingsOn(on.input.findings, on.asOf)
  const late = open
    .filter(({ daysOverdue }) => daysOverdue > 0)
    .sort((one, other) => other.daysOverdue - one.daysOverdue)
  return {
    id: 'KRI-14',
    known: on.input.findings.some((finding) => finding.withdrawn === null),
    numerator: late.length,
    denominator: open.length,
    value: late.length,
    parts: {
      high: late.filter(({ finding }) => finding.rating === 'high').length,
      withoutDueDate: open.filter(({ dueOn }) => dueOn === null).length,
      unanswered: open.filter(({ finding }) => finding.state === 'open').length,
      max: late[0]?.daysOverdue ?? null,
    },
    contributing: late.map(({ finding }) => finding.code),
  }
}
