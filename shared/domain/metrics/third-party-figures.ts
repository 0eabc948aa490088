/**
 * K18, K19 and K20 of the board-pack specification 2.2, and KRI-08 of the regulatory fact base 7.4; KRI-17 there is K20 here.
 *
 * Readings of ours. K18: a contract that nobody has read has all its points unanswered; a point that a person found not to apply
 * to the contract leaves the denominator; "critical" gaps are those at points of the weight `key`, and while there is one the
 * figure is never within ("critical 0" is an appetite). K19: a contract whose type nobody has said cannot have been read by the
 * points that apply, so it counts as unread. K20: see `concentration.ts`; numerator and denominator are the systems of the largest
 * vendor among those whose vendor is known, the value is the index. KRI-08 counts vendors, not contracts.
 */
import { topGroups } from '../third-party/concentration.ts'
import { sumOfGaps } from '../third-party/gap-matrix.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'
import { type ContractOn, contractsOn, vendorConcentrationOn } from './third-party-on.ts'

export function thirdPartyFigures(on: RegisterOn): readonly Count[] {
  const contracts = contractsOn(on)
  const known = on.input.contracts.some((contract) => contract.withdrawn === null)
  return [
    { known, ...gapFigure(contracts) },
    { known, ...readFigure(contracts) },
    concentrationFigure(on),
    { known, ...trainingFigure(on, contracts) },
  ]
}

type Counted = Omit<Count, 'known'>

function gapFigure(contracts: readonly ContractOn[]): Counted {
  const { gaps, keyGaps, applicable } = sumOfGaps(contracts.map(({ count }) => count))
  const open = contracts.filter(({ count }) => count.gaps > 0)
  return {
    id: 'K18',
    numerator: gaps,
    denominator: applicable,
    parts: {
      keyGaps,
      contracts: contracts.length,
      withGaps: open.length,
      notStarted: contracts.filter(({ reading }) => reading === null).length,
    },
    contributing: codesOf([...open].sort((one, other) => other.count.gaps - one.count.gaps)),
    doubtful: keyGaps > 0,
  }
}

function readFigure(contracts: readonly ContractOn[]): Counted {
  const unread = contracts.filter(({ read }) => !read)
  const never = unread.filter(({ lastReadOn }) => lastReadOn === null)
  return {
    id: 'K19',
    numerator: contracts.length - unread.length,
    denominator: contracts.length,
    parts: {
      notStarted: never.filter(({ reading }) => reading === null).length,
      notCompleted: never.filter(({ reading }) => reading !== null).length,
      typeUnknown: unread.filter(({ contract }) => contract.type === null).length,
    },
    contributing: codesOf(unread),
  }
}

function concentrationFigure(on: RegisterOn): Count {
  const concentration = vendorConcentrationOn(on)
  const { systems, known, groups, index } = concentration
  const top = topGroups(concentration)
  const supplied = top[0]?.systemIds.length ?? 0
  const codes = new Map(on.input.vendors.map(({ id, code }) => [id, code]))
  return {
    id: 'K20',
    known: on.input.supplies.some(({ withdrawn }) => withdrawn === null) && (systems === 0 || known > 0),
    numerator: supplied,
    denominator: known,
    ...(index === null ? {} : { value: index }),
    parts: {
      topShare: known === 0 ? null : supplied / known,
      groups: groups.length,
      systems,
      unknown: systems - known,
    },
    contributing: top.flatMap(({ vendorIds }) => vendorIds).map((id) => codes.get(id) ?? id),
    doubtful: known < systems,
  }
}

function trainingFigure(on: RegisterOn, contracts: readonly ContractOn[]): Counted {
  const vendors = new Set(contracts.map(({ contract }) => contract.vendorId))
  const trainable = contracts.filter((each) => each.trainable)
  const found = new Set(trainable.map(({ contract }) => contract.vendorId))
  return {
    id: 'KRI-08',
    numerator: found.size,
    denominator: vendors.size,
    ...(vendors.size === 0 ? {} : { value: found.size }),
    parts: {
      contracts: trainable.length,
      unread: trainable.filter(({ reading }) => reading === null).length,
      allowed: trainable.filter(({ reading }) => reading !== null && reading.trainingUse !== 'unknown').length,
    },
    contributing: on.input.vendors.filter(({ id }) => found.has(id)).map(({ code }) => code),
  }
}

function codesOf(contracts: readonly ContractOn[]): readonly string[] {
  return contracts.map(({ contract }) => contract.code)
}
