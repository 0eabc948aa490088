/** What a person wrote beside a figure or on a page: in the language of its author, marked as such. */
import { createContext, type ReactNode, useContext } from 'react'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import type { PackCommentary } from '#shared/domain/finishing.ts'
import { usePackWords } from './pack-words.tsx'

const Commentary = createContext<readonly PackCommentary[]>([])

export function CommentaryProvider({ of, children }: { of: readonly PackCommentary[]; children: ReactNode }) {
  return <Commentary value={of}>{children}</Commentary>
}

/** In the pack's language where somebody wrote it in that one, else as its author did; in a pack of two languages, both. */
export function CommentaryOf({ target }: { target: string }) {
  const { language, bilingual } = usePackWords()
  const comment = useContext(Commentary).find((each) => each.target === target)
  if (comment === undefined) return null
  const other = comment.language === 'ja' ? 'en' : 'ja'
  const texts = [
    { language: comment.language, text: comment.text },
    ...(comment.secondText === null ? [] : [{ language: other, text: comment.secondText } as const]),
  ].sort((one, two) => Number(two.language === language) - Number(one.language === language))
  return (
    <p className="pack-commentary">
      {texts.slice(0, bilingual ? 2 : 1).map((each) => (
        <span key={each.language} lang={each.language}>
          <Unbroken text={each.text} />
        </span>
      ))}
    </p>
  )
}
