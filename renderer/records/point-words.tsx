/** Check points of contracts in words: whose words a question is in, what it came to, and the heads that are METI's. */
import { LegalForce } from '#renderer/ui/legal-force.tsx'
import { type Status, StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { AskedPoint } from '#shared/domain/third-party/applicable-points.ts'
import type { GuidanceDocument, PointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'
import type { PointGroup } from '#shared/domain/third-party/point-groups.ts'
import type { PointState } from '#shared/domain/third-party/reading-standing.ts'
import { pointStateKey } from '#shared/locales/point-state-key.ts'
import { useWords, type Words } from './words.ts'
import './point-words.css'

const marks: Readonly<Record<Exclude<PointState, 'unanswered' | 'carried_over'>, Status>> = {
  needs_change: 'breach',
  acceptance_lapsed: 'breach',
  risk_accepted: 'warning',
  in_order: 'within',
  not_applicable: 'na',
}

export function PointStateMark({ state }: { readonly state: PointState }) {
  const words = useWords()
  const word = stateWord(words, state)
  if (state === 'unanswered' || state === 'carried_over') return <Unknown word={word} />
  return <StatusMark status={marks[state]} word={word} />
}

/** What a person found is said in the words of the finding; what nobody found has words of its own. */
export function stateWord(words: Words, state: PointState): string {
  return words.t(pointStateKey(state))
}

/** The heading of a group: METI's element and head by their names, or that the points lie beyond them. */
export function PointGroupName({
  group,
}: {
  readonly group: Pick<PointGroup<unknown>, 'element' | 'head' | 'sector'>
}) {
  const words = useWords()
  if (group.sector !== null)
    return (
      <>
        {words.t('reading.sectorGroup', { sector: words.value('sector', group.sector) })}{' '}
        <span className="ours">{words.t('reading.oursBadge')}</span>
      </>
    )
  if (group.head === 'none')
    return (
      <>
        {words.value('pointElement', group.element)} <span className="ours">{words.t('reading.beyondHeads')}</span>
      </>
    )
  return (
    <>
      {words.value('pointElement', group.element)}
      <span aria-hidden> › </span>
      {words.value('pointHead', group.head)}
    </>
  )
}

/** Under what instrument the points are arranged, and that they are Daicho's. */
export function PointsSource({ catalogue }: { readonly catalogue: PointCatalogue }) {
  const words = useWords()
  const { title, issuer, published } = catalogue.arrangedUnder
  return (
    <p className="points-source">
      <span className="ours">{words.t('reading.oursBadge')}</span> {words.t('reading.ours')}{' '}
      <span className="muted">
        {words.t('reading.arrangedUnder', {
          title: title[words.language],
          issuer: issuer[words.language],
          published,
          version: catalogue.version,
          asOf: catalogue.asOf,
        })}
      </span>{' '}
      <LegalForce force="guidance" word={words.t('requirement.status.guidance')} />
    </p>
  )
}

/** Guidance of a sector by its title, which is shown with a dagger where it was only partly found. */
export function GuidanceName({ document }: { readonly document: GuidanceDocument }) {
  const words = useWords()
  const title = document.title[words.language]
  return (
    <span className="guidance-name">
      {title.text}
      {(title.evidence === 'FM' || words.language === 'en') && (
        <abbr
          className="points-dagger"
          title={words.t(title.evidence === 'FM' ? 'requirement.dagger' : 'reading.titleIsOurs')}
        >
          †
        </abbr>
      )}{' '}
      {document.version?.[words.language]}{' '}
      <span className="muted">
        {document.issuer[words.language]} {document.on}
      </span>{' '}
      <LegalForce force="guidance" word={words.t('requirement.status.guidance')} />
    </span>
  )
}

/** A question with whose words it is in: ours where the company has its own can be read beside them. */
export function PointWords({ point }: { readonly point: AskedPoint }) {
  const words = useWords()
  const { own, ours } = point
  if (own === null) return null
  return (
    <dl className="key-values point-words">
      <div>
        <dt>{words.t('reading.companyWords')}</dt>
        <dd>
          {words.name(own.name)} <span className="muted code">{own.code}</span>
        </dd>
      </div>
      {ours !== null && (
        <div>
          <dt>{words.t('reading.ourWords')}</dt>
          <dd>
            {words.name(ours.question)} <span className="muted code">{ours.id}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}
