/** How packs and items are named, and whose words are whose: numbers and titles are the instrument's, the rest is Daicho's. */
import { forceOfStatus, LegalForce } from '#renderer/ui/legal-force.tsx'
import type { Words } from '#renderer/records/words.ts'
import type { RequirementPackHead } from '#shared/contract/requirement.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'

/**
 * Number and title. A title that was only partly found bears a dagger; one that is Daicho's own says so, unless the whole pack
 * is.
 */
export function ItemName({
  item,
  words,
  ours = false,
}: {
  readonly item: Pick<RequirementItem, 'number' | 'title'>
  readonly words: Words
  /** The pack is Daicho's own as a whole. */
  readonly ours?: boolean
}) {
  const title = item.title[words.language] ?? item.title[words.language === 'ja' ? 'en' : 'ja']
  return (
    <>
      {item.number !== null && <span className="requirement-number">{item.number[words.language]}</span>} {title?.text}
      {title?.evidence === 'FM' && (
        <abbr className="requirement-dagger" title={words.t('requirement.dagger')}>
          †
        </abbr>
      )}
      {title?.evidence === 'O' && !ours && <span className="requirement-ours">{words.t('requirement.ours')}</span>}
    </>
  )
}

/** The same as plain text, for labels. */
export function itemText(words: Words, item: Pick<RequirementItem, 'number' | 'title'>): string {
  const title = item.title[words.language] ?? item.title[words.language === 'ja' ? 'en' : 'ja']
  return [item.number?.[words.language], title?.text].filter((part) => part !== undefined).join(' ')
}

/** How far the instrument binds. What is ours, and what a file does not say, is a word without weight. */
export function PackForce({
  status,
  words,
}: {
  readonly status: RequirementPackHead['status']
  readonly words: Words
}) {
  const word = words.t(`requirement.status.${status}`)
  if (status === 'foreign_law' || status === 'ours' || status === 'unknown')
    return <span className="muted">{word}</span>
  return <LegalForce force={forceOfStatus[status]} word={word} />
}
