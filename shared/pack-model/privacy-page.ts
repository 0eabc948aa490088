/**
 * Are our uses of personal data defensible? From systems to current impact assessments, the figures, who still needs one, and how
 * far one is prepared for an exception that is not in force.
 */
import { heldIn } from '../domain/horizon/rule-assessment.ts'
import type { KriId } from '../domain/metrics/kri-result.ts'
import { tileOf } from '../domain/metrics/kri-tile.ts'
import { funnelCountsOf } from '../domain/privacy/funnel-counts.ts'
import { basesOn } from '../domain/privacy/legal-basis.ts'
import { missingAssessmentsOn } from '../domain/privacy/missing-assessments.ts'
import { funnelOn } from '../domain/privacy/privacy-on.ts'
import { statisticsReadinessOn } from '../domain/privacy/statistics-readiness.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { answererOf, capped, kri, type PackContext } from './pack-context.ts'
import type { MissingAssessmentRow, PrivacyPage, StatisticsReadinessRow } from './pages.ts'

const shownFigures = ['K16', 'K16u', 'K17', 'KRI-16'] as const satisfies readonly KriId[]

/**
 * Null where no system in scope handles personal data, or may, and no use of it is on record; and in a pack that was locked
 * before these figures.
 */
export function privacyPage(context: PackContext, number: number): PrivacyPage | null {
  const { state, on, kris } = context
  if (!kris.has('K16')) return null
  const recorded = [...state.dataUses, ...state.dpias].some(({ withdrawn }) => withdrawn === null)
  if (funnelOn(on).personal.length === 0 && !recorded) return null
  const now = { code: context.input.code, asOf: context.asOf }
  const counts = funnelCountsOf([...kris.values()])
  const readiness = readinessRows(context)
  return {
    number,
    key: 'privacy',
    orientation: 'landscape',
    name: statement('pack.page.privacy'),
    title: titleOf(context),
    lead: leadOf(context),
    funnel: context.figure(
      'dpiaFunnel',
      {
        counts: counts ?? [],
        previous: context.previous && funnelCountsOf([...context.previous.kris.values()]),
      },
      { meaning: statement('pack.meaning.dpiaFunnel'), isEmpty: (counts?.[0]?.count ?? 0) === 0 },
    ),
    figures: context.figure(
      'privacyFigures',
      shownFigures.map((id) => ({
        ...tileOf(kri(context, id), now, context.history),
        title: statement(`kri.${id}.title`),
      })),
      { meaning: statement('pack.meaning.privacyFigures') },
    ),
    missing: context.figure('missingAssessments', capped(missingRows(context), 7, 'dpia_funnel'), {
      meaning: statement('pack.meaning.missingAssessments'),
    }),
    readiness: context.figure(
      'statisticsReadiness',
      { ...capped(readiness, 5, 'statistics_readiness'), inForce: isInForce(context) },
      { meaning: meaningOfReadiness(context) },
    ),
  }
}

function titleOf(context: PackContext): Statement {
  const { numerator, denominator } = kri(context, 'K16')
  if (denominator === null || denominator === 0) return statement('pack.privacy.noneRequired')
  return statement('pack.privacy.title', { approved: numerator ?? 0, count: denominator })
}

function leadOf(context: PackContext): readonly Statement[] {
  const unknown = kri(context, 'K16u')
  const without = kri(context, 'KRI-16')
  return [
    statement('pack.lead.privacyUnknown', { unknown: unknown.numerator ?? 0, systems: unknown.denominator ?? 0 }),
    without.numerator === null
      ? statement('pack.lead.privacyNoUse')
      : statement('pack.lead.privacyBasis', { without: without.numerator, uses: without.denominator ?? 0 }),
    statement('pack.lead.privacyPractice'),
  ]
}

function missingRows(context: PackContext): readonly MissingAssessmentRow[] {
  const { on } = context
  return missingAssessmentsOn(on).map(({ system, gap, newest, wantedOn }) => ({
    code: system.code,
    name: system.name ?? { ja: system.code, en: null },
    unknown: system.personalData === 'unknown',
    gap,
    dpia: newest?.dpia.code ?? null,
    next: newest === null ? 'screening' : newest.next,
    wantedOn,
    executive: answererOf(on, on.executive(system.id).holding),
  }))
}

/** The least prepared first. */
function readinessRows(context: PackContext): readonly StatisticsReadinessRow[] {
  return statisticsReadinessOn(context.on)
    .flatMap(({ system, uses, dpia }) =>
      uses.map(({ standing: { use }, conditions, settled, deidentificationIds, purposeRecorded }) => ({
        code: use.code,
        name: use.name,
        system: system.code,
        dpia: dpia !== null,
        deidentified: deidentificationIds.length > 0,
        purposeRecorded,
        settled,
        conditions: conditions.length,
        gaps: conditions.filter(({ state }) => state === 'gap').length,
      })),
    )
    .sort((one, other) => one.settled - other.settled)
}

function exceptionOf({ state, asOf }: PackContext) {
  const content = heldIn(state)
  return content === null
    ? null
    : (basesOn(asOf, content).find(({ basis }) => basis === 'statistics_exception') ?? null)
}

function isInForce(context: PackContext): boolean {
  return exceptionOf(context)?.reliable === true
}

/** By when it begins, as of the content's day; a register without content says only that nothing can be relied on. */
function meaningOfReadiness(context: PackContext): Statement {
  const exception = exceptionOf(context)
  if (exception?.reliable === true) return statement('pack.meaning.statisticsBegun', { asOf: exception.asOf })
  if (exception?.begins == null) return statement('pack.meaning.statisticsReadiness')
  const { day, certain } = exception.begins
  return statement(certain ? 'pack.meaning.statisticsFixed' : 'pack.meaning.statisticsLatest', {
    day,
    asOf: exception.asOf,
  })
}
