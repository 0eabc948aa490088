/** Our points of contracts to choose from, each with its question; one of an earlier edition that is chosen stays. */
import { currentPointCatalogue } from '#shared/domain/third-party/point-catalogue.ts'
import { useWords } from './words.ts'

/** A question longer than this would make the list wider than the window. */
const longestQuestion = 70

export function OurPoints({ chosen }: { readonly chosen: string }) {
  const words = useWords()
  const { points, byId } = currentPointCatalogue
  return (
    <>
      <option value="">{words.t('app.noneOfThese')}</option>
      {chosen !== '' && !byId.has(chosen) && <option value={chosen}>{chosen}</option>}
      {points.map(({ id, question }) => {
        const letters = [...words.name(question)]
        const cut =
          letters.length > longestQuestion ? `${letters.slice(0, longestQuestion).join('')}…` : letters.join('')
        return (
          <option key={id} value={id}>
            {`${id} ${cut}`}
          </option>
        )
      })}
    </>
  )
}
