/** Which early warnings are beyond the limits that the board set? */
import { breachAnswers } from '../domain/decision/breach-answers.ts'
import { dueOnDay } from '../domain/due-day.ts'
import type { KriId, KriResult, KriThreshold } from '../domain/metrics/kri-result.ts'
import { limitDistance, tileOf } from '../domain/metrics/kri-tile.ts'
import { type Statement, statement } from '../domain/statement.ts'
import type { Bilingual } from '../domain/text.ts'
import { capped, type PackContext } from './pack-context.ts'
import type { BeyondRow, BulletRow, LimitsPage } from './pages.ts'

/** The eight that are drawn, one of each matter; those after them stand in where one of the eight has no value or no limit. */
const drawn = ['K01', 'K05', 'K09', 'K11', 'K12', 'K16', 'K18', 'K22'] as const satisfies readonly KriId[]
const inTheirPlace = ['K03', 'K07', 'K10', 'K15', 'K28', 'K06', 'K13', 'K14'] as const satisfies readonly KriId[]
const beyondOnPage = 8

export function limitsPage(context: PackContext, number: number): LimitsPage {
  const beyond = beyondRows(context)
  const bullets = bulletRows(context)
  const provisional = bullets.filter(({ limits }) => limits.provisional).length
  return {
    number,
    key: 'limits',
    orientation: 'landscape',
    name: statement('pack.page.limits'),
    title: titleOf(context, beyond),
    lead: leadOf(beyond),
    bullets: context.figure('bullets', bullets, {
      aside: provisional === 0 ? null : statement('pack.aside.provisionalLimits', { count: provisional }),
      meaning: statement('pack.meaning.bullets'),
    }),
    beyond: context.figure('beyondTolerance', capped(beyond, beyondOnPage, 'kri_results'), {
      meaning: statement('pack.meaning.beyondTolerance'),
      ...(judged(context).length === 0 ? { empty: statement('pack.limits.nothingJudged') } : {}),
    }),
  }
}

function judged(context: PackContext): readonly KriResult[] {
  return [...context.kris.values()].filter(({ status }) => ['within', 'warning', 'breach'].includes(status))
}

function titleOf(context: PackContext, beyond: readonly BeyondRow[]): Statement {
  const total = judged(context).length
  if (total === 0) return statement('pack.limits.nothingJudged')
  return beyond.length === 0
    ? statement('pack.limits.none', { total })
    : statement('pack.limits.some', { count: beyond.length, total })
}

function leadOf(beyond: readonly BeyondRow[]): readonly Statement[] {
  const open = beyond.filter(({ answer }) => answer === 'open').length
  const entered = beyond.filter(({ since }) => since === 'now').length
  return [
    ...(entered > 0 ? [statement('pack.lead.breachesNew', { count: entered })] : []),
    ...(open > 0 ? [statement('pack.lead.breachesOpen', { count: open })] : []),
  ]
}

/** Those with a value first; the order of the list holds among them. */
function bulletRows(context: PackContext): readonly BulletRow[] {
  const now = { code: context.input.code, asOf: context.asOf }
  const found = [...drawn, ...inTheirPlace].flatMap((id) => {
    const result = context.kris.get(id)
    return result === undefined || result.threshold === null ? [] : [{ result, limits: result.threshold }]
  })
  const known = found.filter(({ result }) => result.value !== null)
  const without = found.filter(({ result }) => result.value === null)
  return [...known, ...without].slice(0, drawn.length).map(({ result, limits }) => {
    const tile = tileOf(result, now, context.history)
    return {
      ...tile,
      limits,
      title: statement(`kri.${result.id}.title`),
      distance: limitDistance(result),
      most: mostOf(result, limits, [tile.value, tile.previous?.value ?? null]),
    }
  })
}

/** Where the scale ends: a share that should be high at the whole; any other where limits and values leave a fifth of it free. */
function mostOf({ unit }: KriResult, limits: KriThreshold, values: readonly (number | null)[]): number {
  if (limits.direction === 'higher' && (unit === 'share' || unit === 'index')) return 1
  const highest = Math.max(limits.appetite, limits.tolerance, ...values.map((value) => value ?? 0))
  const end = niceEnd(highest === 0 ? 1 : highest * 1.2)
  return unit === 'share' || unit === 'index' ? Math.min(end, Math.max(1, highest)) : Math.ceil(end)
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8 and 10 times a power of ten. */
function niceEnd(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * power >= value - 1e-9) ?? 10
  return Math.round(step * power * 1e6) / 1e6
}

/** Every figure beyond its tolerance with who answers, what is done and by when; those that nothing answers first. */
function beyondRows(context: PackContext): readonly BeyondRow[] {
  const beyond = [...context.kris.values()].filter(({ status }) => status === 'breach')
  const asked = context.input.decisions.asked
  const known = new Set(asked.map(({ decision }) => decision.id))
  const decisions = [
    ...asked.map(({ decision }) => decision),
    ...context.state.decisions.filter(({ id }) => !known.has(id)),
  ]
  const answers = breachAnswers(
    beyond.map(({ id }) => id),
    decisions,
    { day: context.asOf, since: context.previous?.asOf ?? null },
  )
  const results = new Map(beyond.map((result) => [result.id, result]))
  return answers
    .flatMap(({ id, answer, code }): readonly BeyondRow[] => {
      const result = results.get(id)
      if (result === undefined) return []
      const decision = decisions.find((each) => each.code === code) ?? null
      const named = asked.find((each) => each.decision.code === code)
      const before = context.previous?.kris.get(id)
      return [
        {
          ...tileOf(result, { code: context.input.code, asOf: context.asOf }, context.history),
          title: statement(`kri.${id}.title`),
          distance: limitDistance(result),
          since: before === undefined ? null : before.status === 'breach' ? 'before' : 'now',
          answer,
          decision: decision && { code: decision.code, name: decision.name },
          owner:
            decision &&
            (named?.person ??
              named?.post ??
              nameOf(context, decision.ownerId) ??
              context.on.post(decision.ownerPostId)?.name ??
              null),
          dueOn: decision && dueOnDay(decision, context.asOf),
        },
      ]
    })
    .sort((one, other) => Number(other.answer === 'open') - Number(one.answer === 'open'))
}

function nameOf(context: PackContext, id: string | null): Bilingual | null {
  return context.on.person(id)?.name ?? null
}
