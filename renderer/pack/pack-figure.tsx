/** A figure of the pack: number, title, small facts beside it, the drawing or table, one line of meaning, what was left out. */
import { useId, type ReactNode } from 'react'
import type { Statement } from '#shared/domain/statement.ts'
import type { Figure } from '#shared/pack-model/pages.ts'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { behindKey } from '#shared/pack-model/behind-keys.ts'
import { Behind, LinkedText } from './behind.tsx'
import { CommentaryOf } from './pack-commentary.tsx'
import { Second, usePackWords, Said } from './pack-words.tsx'

interface Props {
  figure: Omit<Figure<unknown>, 'data'>
  /** Receives the id of the title: a table or drawing is named by it. */
  children: (titleId: string) => ReactNode
  more?: Statement | null
  /** Without the rule under the title, where a ruled strip follows. */
  open?: boolean
  /** The meaning beside the title in place of under the figure. */
  meaningAbove?: boolean
  /** After the title and the facts beside it: the key of the marks. */
  signs?: ReactNode
  className?: string
}

export function PackFigure({
  figure,
  children,
  more = null,
  open = false,
  meaningAbove = false,
  signs,
  className,
}: Props) {
  const { t, say } = usePackWords()
  const titleId = useId()
  const meaning = figure.meaning && say(figure.meaning)
  return (
    <section
      className={className === undefined ? 'pack-figure' : `pack-figure ${className}`}
      data-figure={figure.key}
      data-figure-number={figure.number}
    >
      <p className={open ? 'pack-figure-title pack-figure-title-open' : 'pack-figure-title'}>
        <span id={titleId}>
          <Behind at={behindKey.figure(figure.key)}>{t('paper.figure', { number: figure.number })}</Behind>{' '}
          <b>{say(figure.title)}</b> <Second of={(words) => words.say(figure.title)} />
        </span>
        {figure.aside && (
          <span>
            <LinkedText text={say(figure.aside)} plain at={behindKey.figure(figure.key)} />
            <SecondOf of={figure.aside} />
          </span>
        )}
        {signs}
        {meaningAbove && meaning !== null && (
          <span>
            <LinkedText text={meaning} />
            <SecondOf of={figure.meaning} />
          </span>
        )}
      </p>
      {children(titleId)}
      <CommentaryOf target={`figure:${figure.key}`} />
      {(more !== null || (meaning !== null && !meaningAbove)) && (
        <p className="pack-meaning">
          {meaning !== null && !meaningAbove && (
            <span>
              <LinkedText text={meaning} />
              <SecondOf of={figure.meaning} />
            </span>
          )}
          {more && (
            <span>
              <Behind at={behindKey.figure(figure.key)}>
                <Unbroken text={say(more)} />
              </Behind>
              <SecondOf of={more} />
            </span>
          )}
        </p>
      )}
    </section>
  )
}

/** What stands beside the figure and under it gives way before the heads of its columns do. */
function SecondOf({ of }: { of: Statement | null }) {
  const { bilingual } = usePackWords()
  if (of === null || !bilingual) return null
  return (
    <span className="pack-second-words">
      {' '}
      <Second of={(words) => words.say(of)} />
    </span>
  )
}

/** In place of a table without rows: what the figure itself says of that. */
export function Empty({ figure: { empty, title } }: { figure: Pick<Figure<unknown>, 'empty' | 'title'> }) {
  return (
    <NoRows>
      <Said of={(words) => words.say(empty ?? title)} />
    </NoRows>
  )
}

/** In place of a table without rows: what is so, in a sentence. */
export function NoRows({ children }: { children: ReactNode }) {
  return <p className="pack-none">{children}</p>
}
