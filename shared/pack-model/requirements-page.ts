/** Measured against what: how far the packs of requirements are covered, what is missing, and what was set aside by whom. */
import type { Day } from '../domain/calendar-date.ts'
import { principleIds } from '../domain/principles.ts'
import { Answering, requirementFactsOf } from '../domain/requirements/answering.ts'
import {
  applicabilityRows,
  type CoverageRow,
  coverageRows,
  type GapRow,
  gapRows,
  gapStandings,
} from '../domain/requirements/requirement-coverage.ts'
import { applyingOf, type Coverage, evidencedShare, noCoverage } from '../domain/requirements/standing.ts'
import { statement } from '../domain/statement.ts'
import { answererOf, capped, type PackContext, type Side } from './pack-context.ts'
import type { ExclusionRow, RequirementGapRow, RequirementsPage } from './pages.ts'

/** Null where no pack holds on the day: then the register is held against nothing, and the pack has no such page. */
export function requirementsPage(context: PackContext, number: number): RequirementsPage | null {
  const { answering, rows } = standingOn(context, context.asOf)
  const { packs } = answering.facts
  if (packs.length === 0) return null
  const before = context.previous && standingOn(context.previous, context.previous.asOf).rows
  const gaps = [...gapRows(answering)].sort(
    (one, other) => gapStandings.indexOf(one.standing) - gapStandings.indexOf(other.standing),
  )
  const coverage = packs.map(({ packId, content: { title, version, status } }) => ({
    pack: { id: packId, title, version, status },
    company: coverageIn(rows, 'company', null, packId) ?? noCoverage,
    systems: coverageIn(rows, 'systems', null, packId) ?? noCoverage,
    previous: before && {
      company: coverageIn(before, 'company', null, packId),
      systems: coverageIn(before, 'systems', null, packId),
    },
  }))
  const principles = principleIds.map((principle) => ({
    principle,
    coverage: coverageIn(rows, 'principle', principle) ?? noCoverage,
    previous: before && coverageIn(before, 'principle', principle),
  }))
  const counted = rows.filter(({ dimension }) => dimension === 'company' || dimension === 'systems')
  const evidenced = counted.reduce((sum, row) => sum + row.coverage.evidenced, 0)
  const applying = counted.reduce((sum, row) => sum + applyingOf(row.coverage), 0)
  return {
    number,
    key: 'requirements',
    orientation: 'landscape',
    name: statement('pack.page.requirements'),
    title:
      applying === 0
        ? statement('pack.requirements.nothingApplies')
        : statement('pack.requirements.title', { count: evidenced, total: applying, gaps: gaps.length }),
    lead: [
      statement('pack.lead.requirements', {
        notMet: gaps.filter(({ standing }) => standing === 'not_met').length,
        unanswered: gaps.filter(({ standing }) => standing === 'unanswered').length,
        partly: gaps.filter(({ standing }) => standing === 'partly').length,
      }),
    ],
    coverage: context.figure('requirementCoverage', capped(coverage, 9, 'requirement_coverage'), {
      meaning: statement('pack.meaning.requirementCoverage'),
    }),
    gaps: context.figure(
      'requirementGaps',
      capped(
        gaps.map((gap) => gapRow(context, gap)),
        // The page holds so many rows beside those of the packs.
        Math.max(2, 10 - packs.length),
        'requirement_gaps',
      ),
      { meaning: statement('pack.meaning.requirementGaps') },
    ),
    principles: context.figure('requirementPrinciples', principles, {
      meaning: statement('pack.meaning.requirementPrinciples'),
      isEmpty: principles.every((row) => evidencedShare(row.coverage) === null),
    }),
    exclusions: context.figure(
      'requirementExclusions',
      capped(exclusions(context, answering), 4, 'requirement_applicability'),
      { meaning: statement('pack.meaning.requirementExclusions') },
    ),
  }
}

function standingOn({ state, whole }: Side, day: Day) {
  const answering = new Answering(requirementFactsOf(state, day, whole))
  return { answering, rows: coverageRows(answering) }
}

/** Null where nothing is counted there. */
function coverageIn(
  rows: readonly CoverageRow[],
  dimension: CoverageRow['dimension'],
  key: string | null,
  packId?: string,
): Coverage | null {
  return (
    rows.find(
      (row) => row.dimension === dimension && row.key === key && (packId === undefined || row.pack.packId === packId),
    )?.coverage ?? null
  )
}

function gapRow(context: PackContext, { item, system, standing }: GapRow): RequirementGapRow {
  return {
    id: item.id,
    title: item.title,
    system: system?.code ?? null,
    standing,
    executive: system && answererOf(context.on, context.on.answerable.of('accountable_executive', system.id)),
  }
}

/** Each item that somebody set aside, by the packs and items; of one item all systems together. */
function exclusions(context: PackContext, answering: Answering): readonly ExclusionRow[] {
  return answering.facts.packs.flatMap((pack) =>
    applicabilityRows(answering, pack)
      .filter(({ exclusions: set }) => set.length > 0)
      .map(({ item, exclusions: set }) => ({
        id: item.id,
        title: item.title,
        systems: set.flatMap(({ system }) => (system === null ? [] : [system.code])),
        reason: set[0]?.reason ?? '',
        reasons: new Set(set.map(({ reason }) => reason)).size,
        approver: context.on.person(set[0]?.approverPersonId ?? null)?.name ?? null,
        on: set.reduce((last, { on }) => (on > last ? on : last), ''),
      })),
  )
}
