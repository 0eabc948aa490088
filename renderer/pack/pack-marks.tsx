/** The nouns of the pack in the marks that window and pack share: a shape, a word and a place. */
import type { ReactNode } from 'react'
import type { ControlStatus } from '#shared/domain/control.ts'
import type { ConfirmationState } from '#shared/domain/metrics/accountability-picture.ts'
import type { EvidenceState } from '#shared/domain/metrics/control-domains.ts'
import type { KriStatus } from '#shared/domain/metrics/kri-result.ts'
import type { Movement } from '#shared/domain/metrics/movement.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import { bands } from '#shared/domain/scoring.ts'
import type { Tier } from '#shared/domain/system.ts'
import type { AcceptanceRow, Answerer, RiskRow } from '#shared/pack-model/pages.ts'
import { BandAxis, type DrawnWord } from '#renderer/charts/level-movement.tsx'
import { LevelStrip } from '#renderer/ui/level-strip.tsx'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import { TierMark } from '#renderer/ui/tier-mark.tsx'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { Head, Second, Name, type PackWords, ShortName, usePackWords, Said, wordsOf } from './pack-words.tsx'

/** A status with words in the pack's languages: the English beneath the Japanese, where it has both. */
export function SaidMark({ status, say }: { status: Status; say: (words: PackWords) => string }) {
  const words = usePackWords()
  const mark = (
    <StatusMark
      status={status}
      word={
        <span>
          <Unbroken text={say(words)} />
        </span>
      }
    />
  )
  if (!words.bilingual) return mark
  // One thing in a row of things: the English stands beneath the Japanese, not beside it.
  return (
    <span>
      {mark}
      <Second of={say} />
    </span>
  )
}

/** A mark, and beneath it the English of its word where the pack has both languages. */
function Beneath({ of, children }: { of: string; children: ReactNode }) {
  const { bilingual } = usePackWords()
  if (!bilingual) return children
  return (
    <span>
      {children}
      <Second of={(words) => words.t(of)} />
    </span>
  )
}

/** A gap in the record, said like a status. */
export function UnknownWord({ of }: { of: string }) {
  const { t } = usePackWords()
  return (
    <Beneath of={of}>
      <Unknown word={t(of)} />
    </Beneath>
  )
}

/** A post that nobody holds, said like a status. */
export function VacantWord({ of }: { of: string }) {
  const { t } = usePackWords()
  return (
    <Beneath of={of}>
      <Vacancy word={t(of)} />
    </Beneath>
  )
}

/** A status with one word of the catalogue. */
export function WordMark({ status, of }: { status: Status; of: string }) {
  return <SaidMark status={status} say={({ t }) => t(of)} />
}

export function KriStatusMark({ status }: { status: KriStatus }) {
  return <WordMark status={status} of={`status.${status}`} />
}

/** A person on a post, a vacancy with its first day, or a gap in the record. */
export function Answering({ answerer, personOnly = false }: { answerer: Answerer; personOnly?: boolean }) {
  if (answerer.state === 'unregistered') return <UnknownWord of="executiveState.unregistered" />
  if (answerer.state === 'vacant')
    return (
      <>
        <VacantWord of="executiveState.vacant" />
        {answerer.post && !personOnly && (
          <span className="pack-small pack-clamp pack-clamp-two pack-answer-post">
            <Name of={answerer.post} />
          </span>
        )}
        {answerer.since !== null && (
          <span className="pack-small pack-line">
            <Said of={({ t }) => t('paper.since', { day: answerer.since })} />
          </span>
        )}
        {answerer.deputy && personOnly && (
          <span className="pack-small pack-clamp pack-clamp-two">
            <Head of="value.termCapacity.deputy" /> <Name of={answerer.deputy} />
          </span>
        )}
      </>
    )
  return (
    <>
      {answerer.person && <ShortName of={answerer.person} />}
      {answerer.post && !personOnly && (
        <span className="pack-small pack-clamp pack-clamp-two pack-answer-post">
          <Name of={answerer.post} />
        </span>
      )}
    </>
  )
}

/** Impact × likelihood. */
export function gradesOf({ t }: PackWords, level: Level | null): string {
  return level === null
    ? t('paper.levelUnset')
    : t('paper.grades', { likelihood: level.likelihood, impact: level.impact })
}

/** A whole row of levels in one sentence, for those who do not see the drawing. */
export function levelsInWords(words: PackWords, row: RiskRow): string {
  const { t } = words
  const level = (of: Level | null) =>
    of === null
      ? t('paper.unassessed')
      : t('paper.gradesAndBand', { grades: gradesOf(words, of), band: t(`band.${of.band}`) })
  return t('paper.levelsInWords', {
    inherent: level(row.inherent),
    residual: level(row.residual),
    target: level(row.target),
    evidenced: level(row.evidenced),
    previous: level(row.previousResidual),
    appetite: t(`band.${row.limits.appetite}`),
  })
}

export function RiskStrip({ row, width }: { row: RiskRow; width: number }) {
  const words = usePackWords()
  if (row.residual === null) return <UnknownWord of="paper.unassessed" />
  return (
    <LevelStrip
      label={levelsInWords(words, row)}
      inherent={row.inherent}
      residual={row.residual}
      target={row.target}
      previous={row.movement === 'unchanged' ? null : row.previousResidual}
      appetite={row.limits.appetite}
      width={width}
    />
  )
}

function gradesAndBandOf(words: PackWords, level: Level | null): string {
  const grades = gradesOf(words, level)
  return level === null ? grades : words.t('paper.gradesAndBand', { grades, band: words.t(`band.${level.band}`) })
}

/** Inherent → residual → target as grades, the residual with the word of its band. */
export function LevelSteps({ row }: { row: RiskRow }) {
  const words = usePackWords()
  return (
    <>
      {gradesOf(words, row.inherent)} → <b>{gradesAndBandOf(words, row.residual)}</b> → {gradesOf(words, row.target)}
      <span className="pack-second-words">
        <Second
          of={(each) =>
            `${gradesOf(each, row.inherent)} → ${gradesAndBandOf(each, row.residual)} → ${gradesOf(each, row.target)}`
          }
        />
      </span>
    </>
  )
}

export function BandMark({ level, strong = false }: { level: Level | null; strong?: boolean }) {
  if (level === null) return <UnknownWord of="paper.unassessed" />
  return (
    <span className={strong ? 'pack-whole pack-strong pack-second-words' : 'pack-whole pack-second-words'}>
      <Said of={(words) => gradesAndBandOf(words, level)} />
    </span>
  )
}

/** Appetite and tolerance as the words of their bands. */
export function LimitBands({ limits }: { limits: RiskRow['limits'] }) {
  return (
    <Said
      of={({ t }) =>
        t('paper.limits', { appetite: t(`band.${limits.appetite}`), tolerance: t(`band.${limits.tolerance}`) })
      }
    />
  )
}

/** A word of the catalogue for a drawing, in the languages of the pack. */
export function drawnWord({ t, bilingual }: PackWords, of: string): DrawnWord {
  return { word: t(of), english: bilingual ? wordsOf('en').t(of) : null }
}

/** The bands over the stretches of their track. */
export function BandHeads({ width }: { width: number }) {
  const words = usePackWords()
  return <BandAxis labels={bands.map((band) => drawnWord(words, `band.${band}`))} width={width} />
}

export function OutsideMark({ outside }: { outside: boolean | null }) {
  if (outside === null) return <UnknownWord of="paper.unassessed" />
  return <WordMark status={outside ? 'breach' : 'within'} of={outside ? 'status.breach' : 'status.within'} />
}

export function MovementWord({ movement }: { movement: Movement | null }) {
  return (
    <span className="pack-whole">
      <Head of={movement === null ? 'paper.first' : `movement.${movement}`} />
    </span>
  )
}

/** What stands of the acceptance of a risk: until when, lapsed, or overtaken by a higher level. */
export function AcceptanceWord({ acceptance }: { acceptance: RiskRow['acceptance'] }) {
  if (acceptance === null) return <Head of="paper.noAcceptance" />
  if (acceptance.reliedOn)
    return <SaidMark status="breach" say={({ t }) => t('paper.lapsedOn', { day: acceptance.to })} />
  return (
    <>
      <span className="pack-line">
        <Said of={({ t }) => t('paper.until', { day: acceptance.to })} />
      </span>
      {acceptance.stale && <WordMark status="warning" of="value.acceptanceState.stale" />}
    </>
  )
}

export function AcceptanceMark({ row }: { row: AcceptanceRow }) {
  if (row.reliedOn)
    return <SaidMark status="breach" say={({ t }) => t('paper.lapsedFor', { count: Math.abs(row.daysLeft) })} />
  return (
    <>
      <SaidMark
        status={row.expiring ? 'warning' : 'within'}
        say={({ t }) => t('paper.daysLeft', { count: row.daysLeft })}
      />
      {row.stale && (
        <span className="pack-line">
          <WordMark status="warning" of="value.acceptanceState.stale" />
        </span>
      )}
    </>
  )
}

const confirmationStatus = { current: 'within', lapsed: 'breach', none: 'no_data' } as const satisfies Record<
  ConfirmationState,
  Status
>

export function ConfirmationMark({ state, daysLapsed }: { state: ConfirmationState; daysLapsed: number | null }) {
  return (
    <SaidMark
      status={confirmationStatus[state]}
      say={({ t }) => {
        const word = t(`confirmationState.${state}`)
        return daysLapsed === null ? word : t('paper.stateForDays', { state: word, count: daysLapsed })
      }}
    />
  )
}

export function ControlStatusMark({ status }: { status: ControlStatus }) {
  const word = `value.controlStatus.${status}`
  if (status === 'unknown') return <UnknownWord of={word} />
  if (status === 'ineffective') return <WordMark status="breach" of={word} />
  if (status === 'effective') return <WordMark status="within" of={word} />
  return <Head of={word} />
}

const evidenceStatus = {
  current: 'within',
  due: 'warning',
  expired: 'breach',
  none: 'no_data',
} as const satisfies Record<EvidenceState, Status>

export function EvidenceMark({ state }: { state: EvidenceState }) {
  return <WordMark status={evidenceStatus[state]} of={`evidenceState.${state}`} />
}

const tierSteps = { high: 3, medium: 2, low: 1 } as const

export function TierWord({ tier }: { tier: Tier | null }) {
  const { t } = usePackWords()
  if (tier === null) return <UnknownWord of="paper.tierUnset" />
  const word = `value.tier.${tier}`
  return (
    <Beneath of={word}>
      <TierMark filled={tierSteps[tier]} word={t(word)} />
    </Beneath>
  )
}
