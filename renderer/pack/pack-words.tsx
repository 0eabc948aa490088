/** The words of a pack in its own language, which need not be the window's. */
import { createContext, Fragment, useContext, useMemo, type ReactNode } from 'react'
import type { Statement } from '#shared/domain/statement.ts'
import type { Bilingual, Language } from '#shared/domain/text.ts'
import { say } from '#shared/locales/say.ts'
import { translate, type Translate } from '#shared/locales/translate.ts'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { LinkedText } from './behind.tsx'

export interface PackWords {
  readonly language: Language
  /** Japanese with the English words smaller beneath. */
  readonly bilingual: boolean
  readonly t: Translate
  readonly say: (statement: Statement) => string
}

const Words = createContext<PackWords | null>(null)

/** More than fits anywhere on a page. A field holds 100,000 characters, and to set a few of such would take minutes. */
const longest = { sentence: 800, name: 240 }

export function wordsOf(language: Language, bilingual = false): PackWords {
  return {
    language,
    bilingual,
    t: translate(language),
    say: (statement) => cut(say(language, statement), longest.sentence),
  }
}

/** A name that is a part of a line. */
export function cutName(name: string): string {
  return cut(name, longest.name / 2)
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${[...text.slice(0, most + 1)].slice(0, -1).join('')}…`
}

export function PackWordsProvider({
  language,
  bilingual = false,
  children,
}: {
  language: Language
  bilingual?: boolean
  children: ReactNode
}) {
  const words = useMemo(() => wordsOf(language, bilingual), [language, bilingual])
  return <Words value={words}>{children}</Words>
}

export function usePackWords(): PackWords {
  const words = useContext(Words)
  if (words === null) throw new Error('a page of the pack stands outside PackPages')
  return words
}

/**
 * A name in the pack's language, else in the one it has: then marked as such, so that it is set in the right letters. One
 * that is longer than its place is cut; its whole is in the CSV beside the PDF.
 */
export function Name({ of }: { of: Bilingual }) {
  const { language } = usePackWords()
  const own = of[language]
  if (own !== null && own !== '') return cut(own, longest.name)
  const other: Language = language === 'ja' ? 'en' : 'ja'
  return <span lang={other}>{cut(of[other] ?? '', longest.name)}</span>
}

/** A name beside others in a row: two lines of it, where the page has not room for all. */
export function ShortName({ of }: { of: Bilingual }) {
  return (
    <span className="pack-clamp pack-clamp-two">
      <Name of={of} />
    </span>
  )
}

/** Sentences one after the other. Japanese ones end in a full-width stop and need no space. */
export function Sentences({ of }: { of: readonly Statement[] }) {
  const { say, language } = usePackWords()
  return of.map((each, index) => (
    <Fragment key={index}>
      {index > 0 && language === 'en' && ' '}
      <LinkedText text={say(each)} at={behindKey.sentence(each.key)} />
    </Fragment>
  ))
}

/** The same in English, smaller and beneath, where the pack is of two languages. */
export function Second({ of }: { of: (words: PackWords) => string }) {
  const { bilingual } = usePackWords()
  if (!bilingual) return null
  return (
    <span lang="en" className="pack-second-language">
      {of(wordsOf('en'))}
    </span>
  )
}

/** What stands on a page, with the English beneath where the pack is of two languages. */
export function Said({ of }: { of: (words: PackWords) => string }) {
  return (
    <>
      {of(usePackWords())}
      <Second of={of} />
    </>
  )
}

/** How many more there are than are named; nothing where all are. */
export function More({ of }: { of: Statement | null }) {
  return of && <Said of={(words) => words.say(of)} />
}

/** A word of the catalogue: the head of a column, a state. */
export function Head({ of }: { of: string }) {
  return <Said of={({ t }) => t(of)} />
}
