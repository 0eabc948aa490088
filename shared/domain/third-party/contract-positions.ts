/** Where we stand by clause across vendors, and which contracts end or were not read: read off the contracts of a day. */
import { addDays, type Day } from '../calendar-date.ts'
import type { ContractOn } from '../metrics/third-party-on.ts'
import { type TermEnd, termEndOn } from './contract-term.ts'
import type { ContractReading, TrainingUse } from './contract-reading.ts'
import { type NoticeStanding, noticeStandingOf } from './incident-notice.ts'

export interface ContractPosition {
  readonly contractId: string
  readonly vendorId: string
  /** Null where nobody has begun to read the contract. */
  readonly readingId: string | null
  readonly trainingUse: TrainingUse | null
  readonly trainable: boolean
  readonly personalData: ContractOn['contract']['personalData']
  readonly secretData: ContractOn['contract']['secretData']
  readonly liabilityCap: ContractReading['liabilityCap'] | null
  readonly liabilityCapValue: number | null
  readonly incidentNoticeHours: number | null
  readonly notice: NoticeStanding
  readonly dataCountries: readonly string[]
  readonly dataBasis: ContractOn['contract']['dataBasis']
  readonly crossBorderRoute: ContractOn['contract']['crossBorderRoute']
}

export function positionOf({ contract, reading, trainable }: ContractOn): ContractPosition {
  return {
    contractId: contract.id,
    vendorId: contract.vendorId,
    readingId: reading?.id ?? null,
    trainingUse: reading?.trainingUse ?? null,
    trainable,
    personalData: contract.personalData,
    secretData: contract.secretData,
    liabilityCap: reading?.liabilityCap ?? null,
    liabilityCapValue: reading?.liabilityCapValue ?? null,
    incidentNoticeHours: reading?.incidentNoticeHours ?? null,
    notice: noticeStandingOf(reading),
    dataCountries: contract.dataCountries,
    dataBasis: contract.dataBasis,
    crossBorderRoute: contract.crossBorderRoute,
  }
}

/** Terms are looked ahead to for this many days. */
export const aheadDays = 90

/**
 * `notice_due`: notice has to be given within the days ahead, else it goes on or ends as agreed; `ends`: it ends in them;
 * `past`: its recorded term is over and nobody has said how long it goes on.
 */
export const termMatters = ['notice_due', 'ends', 'past'] as const
export const readingMatters = ['not_started', 'not_completed', 'too_old', 'type_unknown'] as const

export interface ContractAttention {
  readonly contractId: string
  readonly vendorId: string
  readonly term: (typeof termMatters)[number] | null
  readonly end: TermEnd | null
  readonly reading: (typeof readingMatters)[number] | null
  readonly lastReadOn: Day | null
}

/** The contracts whose term or reading wants somebody: those whose day is nearest first, then the unread. */
export function attentionOn(contracts: readonly ContractOn[], day: Day): readonly ContractAttention[] {
  const rows = contracts.map((each): ContractAttention => {
    const end = termEndOn(each.contract, day)
    return {
      contractId: each.contract.id,
      vendorId: each.contract.vendorId,
      term: end && termMatterOf(end, day),
      end,
      reading: readingMatterOf(each),
      lastReadOn: each.lastReadOn,
    }
  })
  return rows
    .filter(({ term, reading }) => term !== null || reading !== null)
    .sort((one, other) => (dayOfTerm(one) < dayOfTerm(other) ? -1 : dayOfTerm(one) > dayOfTerm(other) ? 1 : 0))
}

/** The day on which the term wants somebody; the last of all days where it does not. */
function dayOfTerm({ term, end }: ContractAttention): Day {
  if (term === null || end === null) return '9999-12-31'
  return term === 'notice_due' ? (end.noticeBy ?? end.endsOn) : end.endsOn
}

function termMatterOf(end: TermEnd, day: Day): ContractAttention['term'] {
  const until = addDays(day, aheadDays)
  if (end.past) return 'past'
  if (end.noticeBy !== null && end.noticeBy >= day && end.noticeBy <= until) return 'notice_due'
  return end.endsOn <= until ? 'ends' : null
}

function readingMatterOf({ contract, reading, read, lastReadOn }: ContractOn): ContractAttention['reading'] {
  if (read) return null
  if (reading === null) return 'not_started'
  if (lastReadOn === null) return 'not_completed'
  return contract.type === null ? 'type_unknown' : 'too_old'
}
