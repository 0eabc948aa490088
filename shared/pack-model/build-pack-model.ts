/**
 * A frozen register as the pages of a board pack. Pure: the same snapshot, the same pages. Facts only: what no record holds
 * (comments) is not on the pages. What is asked of the board comes in beside the snapshot: it is written after the lock.
 */
import { fiscalQuarterOf } from '../domain/calendar-date.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { accountabilityPage } from './accountability-page.ts'
import { actionsPage } from './actions-page.ts'
import { controlsPage } from './controls-page.ts'
import { dataQualityPage } from './data-quality-page.ts'
import { decisionsPage } from './decisions-page.ts'
import { createContext, type PackContext } from './pack-context.ts'
import { limitsPage } from './limits-page.ts'
import type { PackInput, PackModel, PackPage } from './pages.ts'
import { horizonPage } from './horizon-page.ts'
import { privacyPage } from './privacy-page.ts'
import { readinessPage } from './readiness-page.ts'
import { requirementsPage } from './requirements-page.ts'
import { riskProfilePage } from './risk-profile-page.ts'
import { summaryPage } from './summary-page.ts'
import { thirdPartiesPage } from './third-parties-page.ts'
import { topRisksPage } from './top-risks-page.ts'

export function buildPackModel(input: PackInput): PackModel {
  const { organisation } = input.snapshot
  const period = fiscalQuarterOf(input.asOf, organisation.fiscalStartMonth)
  const context = createContext(input)
  const quarter = statement('pack.period', { year: period.year, quarter: period.quarter })
  return {
    language: input.language,
    draft: input.code === null,
    sample: input.sample,
    code: input.code,
    title: input.title,
    organisation: organisation.name,
    classification: organisation.classification,
    period,
    asOf: input.asOf,
    cutOff: input.cutOff,
    lockedAt: input.lockedAt,
    dataDigest: input.dataDigest,
    preparedBy: input.preparedBy,
    previous: input.previous && { code: input.previous.code, asOf: input.previous.asOf },
    heading:
      input.title === null
        ? statement('pack.heading', { quarter })
        : statement('pack.headingTitled', { title: input.title, quarter }),
    identity: identityOf(input),
    standing: standingOf(input),
    pages: pagesOf(context),
  }
}

/** In the order of the figures' running numbers. */
function pagesOf(context: PackContext): readonly PackPage[] {
  // Some only where the register has what they are about.
  const makers: readonly ((context: PackContext, number: number) => PackPage | null)[] = [
    summaryPage,
    decisionsPage,
    riskProfilePage,
    topRisksPage,
    controlsPage,
    accountabilityPage,
    limitsPage,
    actionsPage,
    requirementsPage,
    thirdPartiesPage,
    privacyPage,
    horizonPage,
    readinessPage,
    dataQualityPage,
  ]
  const pages: PackPage[] = []
  for (const make of makers) {
    const page = make(context, pages.length + 1)
    if (page !== null) pages.push(page)
  }
  return pages
}

function identityOf(input: PackInput): Statement {
  if (input.code === null || input.dataDigest === null) return statement('pack.identityDraft', { day: input.asOf })
  const start = input.dataDigest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
  return statement('pack.identity', { code: input.code, digest: start })
}

function standingOf(input: PackInput): Statement {
  const state = statement(input.code === null ? 'pack.draft' : 'pack.final')
  const by =
    input.preparedBy === null
      ? statement('pack.preparerNotRecorded')
      : statement('pack.preparedBy', { name: input.preparedBy })
  return statement(input.sample ? 'pack.standingSample' : 'pack.standing', { state, by })
}
