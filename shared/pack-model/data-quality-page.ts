/** Can we rely on this? How the figures came about, what is not known, and by what the pack can be checked. */
import { changeCounts } from '../domain/compare/record-changes.ts'
import { completenessOn } from '../domain/metrics/completeness.ts'
import { signatureRoles } from '../domain/finishing.ts'
import { bands } from '../domain/scoring.ts'
import { type Statement, statement } from '../domain/statement.ts'
import { gapRows } from './data-quality-gaps.ts'
import { digestRows } from './digest-block.ts'
import { bridgeRows, bridgeSince } from './bridge-rows.ts'
import { comparedIn, joined, kri, type PackContext, someCodes } from './pack-context.ts'
import { zonedMinute } from './zoned-instant.ts'
import type { DataQualityPage, FigureRow, PopulationRow, SignatureRow } from './pages.ts'

export function dataQualityPage(context: PackContext, number: number): DataQualityPage {
  const completeness = completenessOn(context.on)
  const gaps = gapRows(context)
  const { previous } = context
  return {
    number,
    key: 'dataQuality',
    orientation: 'portrait',
    name: statement('pack.page.dataQuality'),
    title: titleOf(context, gaps.length),
    lead: leadOf(context),
    populations: context.figure('populations', populationRows(context), {
      meaning: statement('pack.meaning.populations', {
        day: context.asOf,
        instant: zonedMinute(context.input.cutOff, context.state.organisation.timeZone),
        zone: context.state.organisation.timeZone,
      }),
    }),
    figures: context.figure('figures', figureRows(context), { meaning: statement('pack.meaning.figures') }),
    completeness: context.figure('completeness', completeness.byField, {
      aside: statement('pack.aside.completeness', { numerator: completeness.filled, denominator: completeness.fields }),
      meaning: statement('pack.meaning.completeness', { count: completeness.brokenLinks.length }),
      isEmpty: completeness.fields === 0,
    }),
    gaps: context.figure('gaps', gaps, {
      meaning: statement('pack.meaning.gaps'),
    }),
    changes:
      previous &&
      context.figure('changes', changeCounts(comparedIn(context, previous)), {
        meaning: joined(statement('pack.meaning.changes', { code: previous.code }), rescoredClause(context)),
      }),
    bridge:
      previous &&
      context.figure('bridge', bridgeRows(bridgeSince(context, previous)), {
        aside: statement('pack.aside.since', { since: previous.since }),
        meaning: statement('pack.meaning.bridge'),
      }),
    methods: context.figure('methods', methodNotes(context)),
    digest: context.figure('digest', digestRows(context), {
      meaning: statement(context.input.code === null ? 'pack.meaning.digestDraft' : 'pack.meaning.digest'),
    }),
    signatures: signatures(context),
  }
}

/** The words and the rows stand there before anybody has signed: on paper they are filled in by hand. */
function signatures(context: PackContext): DataQualityPage['signatures'] {
  const { signOff } = context.input.finishing
  return context.figure(
    'signatures',
    {
      code: context.input.code,
      statement: signOff?.statement ?? null,
      rows: signatureRoles.map((role): SignatureRow => {
        const signed = signOff?.signatures.find((each) => each.role === role)
        return {
          role,
          name: signed?.name ?? null,
          post: signed?.post ?? null,
          on: signed?.on ?? null,
          recordedBy: signed?.recordedBy ?? null,
        }
      }),
    },
    { meaning: statement(`pack.meaning.${signaturesMeaning(context)}`) },
  )
}

function signaturesMeaning({ input: { entity, finishing } }: PackContext) {
  if (entity != null) return 'signaturesEntity'
  return finishing.signOff === null ? 'signaturesOpen' : 'signatures'
}

function titleOf(context: PackContext, gapKinds: number): Statement {
  const result = kri(context, 'K28')
  if (result.numerator === null || result.denominator === null || result.denominator === 0)
    return statement('pack.dataQuality.empty')
  return joined(
    statement('pack.dataQuality.filled', { numerator: result.numerator, denominator: result.denominator }),
    gapKinds === 0 ? statement('pack.dataQuality.noGaps') : statement('pack.dataQuality.gaps', { count: gapKinds }),
  )
}

function leadOf(context: PackContext): readonly Statement[] {
  return [
    statement('pack.lead.unknownCounts'),
    context.previous === null
      ? statement('pack.first')
      : statement('pack.lead.comparedWith', { code: context.previous.code, day: context.previous.asOf }),
    ...lockedOpen(context),
  ]
}

/** Points of the data that were open when the pack was locked, and why it was locked all the same. */
function lockedOpen({ input, positions }: PackContext): readonly Statement[] {
  const { openReason } = input
  if (openReason == null) return []
  const codes = positions
    .slice(0, input.finishing.choices.topRisks)
    .filter(({ owner }) => owner.state !== 'held')
    .map(({ code }) => code)
  return [
    codes.length === 0
      ? statement('pack.lead.lockedWithReason', { reason: openReason })
      : statement('pack.lead.lockedOpen', { reason: openReason, codes: someCodes(codes) }),
  ]
}

function populationRows(context: PackContext): readonly PopulationRow[] {
  const { on, state } = context
  const row = (
    noun: PopulationRow['noun'],
    records: readonly { readonly withdrawn: unknown }[],
    counted: number,
  ): PopulationRow => {
    const withdrawn = records.filter((record) => record.withdrawn !== null).length
    return {
      noun,
      recorded: records.length,
      withdrawn,
      outOfScope: records.length - withdrawn - counted,
      counted,
      why: statement(`pack.population.${noun}`),
    }
  }
  return [
    row('system', state.systems, on.systems.length),
    row('risk', state.risks, on.risks.length),
    row('control', state.controls, on.controls.length),
    row('action', state.actions, on.actions.length),
  ]
}

function figureRows(context: PackContext): readonly FigureRow[] {
  return [...context.kris.values()].map((result) => {
    const { id } = result
    const before = context.previous?.kris.get(id) ?? null
    return {
      ...result,
      title: statement(`kri.${id}.title`),
      question: statement(`kri.${id}.question`),
      formula: statement(`kri.${id}.formula`),
      limitation: statement(`kri.${id}.limitation`),
      previous: before && {
        numerator: before.numerator,
        denominator: before.denominator,
        value: before.value,
        status: before.status,
      },
    }
  })
}

/** "5 risks scored again in the last 14 days: 4 down, 1 up". */
function rescoredClause({ rescored: { up, down, same } }: PackContext): Statement {
  const count = up.length + down.length + same.length
  if (count === 0) return statement('pack.clause.rescored.none')
  const codes = someCodes([...down, ...up, ...same])
  return statement('pack.clause.rescored.some', { count, down: down.length, up: up.length, codes })
}

/** How the figures are made, in the words a reader needs to make them again. */
function methodNotes(context: PackContext): readonly Statement[] {
  const row = (impact: number): readonly Statement[] =>
    [...context.on.bandTable.slice((5 - impact) * 5, (6 - impact) * 5)].map((letter) =>
      statement(`bandLetter.${bands['LMHS'.indexOf(letter)] ?? 'low'}`),
    )
  return [
    statement('pack.method.days', { day: context.asOf, zone: context.state.organisation.timeZone }),
    statement('pack.method.unknown'),
    statement('pack.method.rounding'),
    statement('pack.method.levels'),
    statement('pack.method.bandTable', { five: row(5), four: row(4), three: row(3), two: row(2), one: row(1) }),
    statement('pack.method.orderScore'),
    statement('pack.method.evidenced'),
    statement('pack.method.movement'),
    statement('pack.method.velocity'),
    statement('pack.method.provisional'),
  ]
}
