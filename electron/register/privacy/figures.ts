/** What follows from uses of personal data and impact assessments, for screens. */
import { type PrivacyOverview, shownMissing, type StatisticsReadinessView } from '#shared/contract/privacy-figures.ts'
import { privacyResults } from '#shared/domain/metrics/kris.ts'
import { funnelCountsOf } from '#shared/domain/privacy/funnel-counts.ts'
import { basesOn } from '#shared/domain/privacy/legal-basis.ts'
import { missingAssessmentsOn } from '#shared/domain/privacy/missing-assessments.ts'
import { statisticsReadinessOn } from '#shared/domain/privacy/statistics-readiness.ts'
import { derivedOn } from '../derived.ts'
import { earlierPacks } from '../earlier-packs.ts'
import { horizonInUse } from '../horizon/held-horizon.ts'
import { LabelCollector } from '../labels.ts'
import { allPacks } from '../packs.ts'
import type { Register } from '../store/register-file.ts'

const today = (register: Register) => derivedOn(register, register.today()).on

export function privacyOverview(register: Register): PrivacyOverview {
  const on = today(register)
  const figures = privacyResults(on)
  const packs = allPacks(register).filter(({ asOf }) => asOf <= on.asOf)
  const last = earlierPacks(register, packs.slice(-1)).at(-1)
  const missing = missingAssessmentsOn(on)
  const collector = new LabelCollector()
  const shown = missing.slice(0, shownMissing).map(({ system, gap, newest }) => {
    collector.add(system.id, newest?.dpia.id)
    return {
      systemId: system.id,
      personalData: system.personalData,
      gap,
      newest: newest && {
        id: newest.dpia.id,
        wantedOn: newest.dpia.wantedOn,
        validUntil: newest.dpia.validUntil,
        state: newest.state,
        next: newest.next,
      },
    }
  })
  return {
    figures,
    funnel: funnelCountsOf(figures),
    previous: last === undefined ? null : { code: last.code, asOf: last.asOf, funnel: funnelCountsOf(last.results) },
    missing: shown,
    missingCount: missing.length,
    labels: collector.labels(register.read),
  }
}

export function statisticsReadiness(register: Register): StatisticsReadinessView {
  const on = today(register)
  const collector = new LabelCollector()
  const systems = statisticsReadinessOn(on).map(({ system, uses, dpia, deidentified, purposeRecorded, ready }) => {
    collector.add(system.id, dpia?.dpia.id)
    return {
      systemId: system.id,
      dpiaId: dpia?.dpia.id ?? null,
      deidentified,
      purposeRecorded,
      ready,
      uses: uses.map(({ standing, conditions, settled }) => {
        collector.add(standing.use.id)
        return {
          useId: standing.use.id,
          settled,
          conditions: conditions.map(({ item, kind, state, check, evidenceIds, recordIds }) => {
            collector.add(check?.answeredById, ...evidenceIds, ...recordIds)
            return {
              id: item.id,
              question: item.question,
              kind,
              state,
              grounds: check?.grounds ?? null,
              answeredOn: check?.answeredOn ?? null,
              answeredById: check?.answeredById ?? null,
              evidenceIds,
              recordIds,
            }
          }),
        }
      }),
    }
  })
  const figure = privacyResults(on).find(({ id }) => id === 'K17')
  const exception = basesOn(on.asOf, horizonInUse(register.read)).find(({ basis }) => basis === 'statistics_exception')
  if (figure === undefined || exception === undefined) throw new Error('the exception for statistics has no figure')
  return { figure, exception, systems, labels: collector.labels(register.read) }
}
