/** What stands above the points: how far the reading is, the three matters, and the three terms that the figures are made of. */
import { PointStateMark, stateWord } from '#renderer/records/point-words.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { PictureOfPoint, ReadingPicture } from '#shared/contract/contract-readings.ts'
import { type PointMatter, pointMatters } from '#shared/domain/third-party/check-point.ts'
import { pointCatalogueOf } from '#shared/domain/third-party/point-catalogue.ts'
import { ReadingTerms } from './reading-terms.tsx'

export interface ReadingSummaryProps {
  readonly picture: ReadingPicture
  readonly chosen: ReadonlySet<string>
  readonly onMatter: (matter: PointMatter) => void
  readonly onPoint: (pointId: string) => void
}

export function ReadingSummary({ picture, chosen, onMatter, onPoint }: ReadingSummaryProps) {
  const words = useWords()
  const { matters } = pointCatalogueOf(picture.reading.pointsVersion)
  return (
    <div className="reading-summary">
      {pointMatters.map((matter) => (
        <Matter
          key={matter}
          matter={matter}
          why={matters[matter][words.language]}
          picture={picture}
          isChosen={chosen.has(matter)}
          onMatter={onMatter}
          onPoint={onPoint}
        />
      ))}
      <ReadingTerms picture={picture} />
    </div>
  )
}

interface MatterProps extends Omit<ReadingSummaryProps, 'chosen'> {
  readonly matter: PointMatter
  readonly why: string
  readonly isChosen: boolean
}

function Matter({ matter, why, picture, isChosen, onMatter, onPoint }: MatterProps) {
  const words = useWords()
  const counts = picture.byMatter[matter]
  const points = picture.points.filter((point) => point.applies && point.matter === matter)
  return (
    <section className="sheet reading-matter" data-matter={matter}>
      <h2>
        <button
          type="button"
          className="plain-link"
          title={why}
          aria-pressed={isChosen}
          onClick={() => onMatter(matter)}
        >
          {words.value('pointMatter', matter)}
        </button>
        {counts.worst !== null && <PointStateMark state={counts.worst} />}
      </h2>
      <p className="figures">
        {words.t('reading.matterCounts', { answered: counts.answered, asked: counts.asked, gaps: counts.gaps })}
      </p>
      <ul className="reading-matter-points">
        {points.map((point) => (
          <li key={point.id}>
            <PointButton point={point} onPoint={onPoint} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A point by its number alone, with its state told by shape and to those who do not see it. */
function PointButton({ point, onPoint }: { readonly point: PictureOfPoint; readonly onPoint: (id: string) => void }) {
  const words = useWords()
  const said = `${point.id} ${words.name(point.question)} ${stateWord(words, point.state)}`
  return (
    <button
      type="button"
      className="reading-point-button"
      data-gap={point.gap || undefined}
      title={said}
      aria-label={said}
      onClick={() => onPoint(point.id)}
    >
      {point.id.replace(/^CC-/, '')}
    </button>
  )
}
