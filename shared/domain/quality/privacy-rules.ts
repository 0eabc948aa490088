/** Rules about personal data: what nobody said of it, what it cannot rest on, and assessments that do not hold any more. */
import type { RegisterOn } from '../metrics/register-on.ts'
import type { SystemFacts } from '../metrics/figure-input.ts'
import { isProvenOn } from '../privacy/deidentification.ts'
import {
  dpiaNeedOf,
  dpiasBySystem,
  dpiasOn,
  type DpiaStanding,
  usesOn,
  type UseStanding,
} from '../privacy/privacy-on.ts'
import { consentCoverOn, restsOnConsent, unansweredOf } from '../privacy/use-answers.ts'
import { itself, type QualityOn, type QualityRule, rule, when } from './quality-rule.ts'

const use = {
  noun: 'dataUse',
  record: ({ use: { id, code } }: UseStanding) => ({ id, code }),
  rows: ({ on }: QualityOn) => [...usesOn(on).values()],
} as const

/** Uses of systems that are in operation: there a basis has to stand. */
const inOperation = ({ on }: QualityOn) =>
  [...usesOn(on).values()].filter(({ use: { systemId } }) => countedIds(on).has(systemId))

function countedIds(on: RegisterOn): ReadonlySet<string> {
  const { systems } = on
  return on.kept.get<ReadonlySet<string>>(
    'ids of counted systems',
    [systems],
    () => new Set(systems.map(({ id }) => id)),
  )
}

const dpia = {
  noun: 'dpia',
  record: ({ dpia: { id, code } }: DpiaStanding) => ({ id, code }),
  /** Without those that another one took the place of. */
  rows: ({ on }: QualityOn) => {
    const all = [...dpiasOn(on).values()]
    const replaced = new Set(all.map(({ dpia: { previousId } }) => previousId))
    return all.filter(({ dpia: { id } }) => !replaced.has(id))
  },
} as const

const isBlank = (text: { readonly ja: string | null; readonly en: string | null }) =>
  (text.ja ?? '').trim() === '' && (text.en ?? '').trim() === ''

export const privacyRules: readonly QualityRule[] = [
  rule({
    ...use,
    id: 'DQ-80',
    name: 'dataUseWithoutPurpose',
    severity: 'error',
    field: 'purpose',
    finds: ({ use: { purpose } }) => when(isBlank(purpose)),
  }),
  rule({
    ...use,
    id: 'DQ-81',
    name: 'dataUseNotTold',
    severity: 'warning',
    field: 'notifiedOn',
    finds: ({ use: { notifiedOn } }, { on }) => when(notifiedOn === null || notifiedOn > on.asOf),
  }),
  rule({
    ...use,
    id: 'DQ-82',
    name: 'dataUsePlannedOnly',
    severity: 'error',
    field: 'basis',
    rows: inOperation,
    finds: ({ use: { plannedBasis }, hasBasis }) => when(!hasBasis && plannedBasis !== null),
  }),
  rule({
    ...use,
    id: 'DQ-83',
    name: 'dataUseWithoutBasis',
    severity: 'warning',
    field: 'basis',
    rows: inOperation,
    finds: ({ use: { plannedBasis }, hasBasis }) => when(!hasBasis && plannedBasis === null),
  }),
  rule({
    ...use,
    id: 'DQ-84',
    name: 'dataUseUnknown',
    severity: 'warning',
    field: 'personal',
    finds: (standing) => {
      const count = unansweredOf(standing.use).length
      return when(count > 0, { count })
    },
  }),
  rule({
    ...use,
    id: 'DQ-85',
    name: 'consentNotCovering',
    severity: 'error',
    field: 'consentCovers',
    rows: ({ on }) => [...usesOn(on).values()].filter((standing) => restsOnConsent(standing.use)),
    finds: (standing, { on }) => when(consentCoverOn(standing.use, on.input.consents, on.asOf) === 'not_covering'),
  }),
  rule<SystemFacts>({
    id: 'DQ-86',
    name: 'dpiaNotScreened',
    severity: 'warning',
    noun: 'system',
    field: 'personalData',
    record: itself,
    rows: ({ on }) => on.systems.filter(({ personalData }) => personalData !== 'no'),
    finds: ({ id }, { on }) => when(dpiaNeedOf(dpiasBySystem(on).get(id) ?? []) === 'not_screened'),
  }),
  rule({
    ...dpia,
    id: 'DQ-87',
    name: 'dpiaExpired',
    severity: 'warning',
    field: 'validUntil',
    finds: ({ state, dpia: { validUntil } }) =>
      state === 'expired' && validUntil !== null ? { day: validUntil } : null,
  }),
  rule({
    ...dpia,
    id: 'DQ-88',
    name: 'dpiaReopened',
    severity: 'warning',
    field: 'approvedOn',
    finds: ({ state, changes }) => when(state === 'reopened', { count: changes.length }),
  }),
  rule({
    id: 'DQ-89',
    name: 'deidentificationUnproven',
    severity: 'note',
    noun: 'deidentification',
    field: 'testedOn',
    record: itself<QualityOn['on']['input']['deidentifications'][number]>,
    rows: ({ on }) =>
      on.input.deidentifications.filter(
        ({ withdrawn, doneOn }) => withdrawn === null && doneOn !== null && doneOn <= on.asOf,
      ),
    finds: (record, { on }) => when(!isProvenOn(record, on.asOf)),
  }),
]
