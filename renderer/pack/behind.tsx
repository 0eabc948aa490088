/**
 * A number of a page that opens the records behind it, where the page is shown by somebody who can open them (the director's view).
 * On paper, and wherever else the pages are drawn, it is the number alone: not an element more.
 */
import { createContext, Fragment, type MouseEvent, type ReactNode, useContext } from 'react'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import { addressInText, behindKey } from '#shared/pack-model/behind-keys.ts'

export interface BehindNumbers {
  /** How many records are behind an address; 0 where there is nothing to open. */
  readonly count: (address: string) => number
  readonly href: string
  /** In the window's language: it is no word of the page. */
  readonly hint: (count: number) => string
  readonly open: (address: string) => void
}

export const BehindContext = createContext<BehindNumbers | null>(null)

export function Behind({ at, children }: { at: string; children: ReactNode }) {
  const numbers = useContext(BehindContext)
  const count = numbers?.count(at) ?? 0
  if (numbers === null || count === 0) return <>{children}</>
  return (
    <BehindLink numbers={numbers} at={at} count={count}>
      {children}
    </BehindLink>
  )
}

interface LinkProps {
  numbers: BehindNumbers
  at: string
  count: number
  children: ReactNode
}

function BehindLink({ numbers, at, count, children }: LinkProps) {
  const open = (event: MouseEvent) => {
    event.preventDefault()
    numbers.open(at)
  }
  return (
    <a className="pack-behind" href={numbers.href} title={numbers.hint(count)} onClick={open}>
      {children}
    </a>
  )
}

/** A record by its code. */
export function Code({ of }: { of: string }) {
  return <Behind at={behindKey.record(of)}>{of}</Behind>
}

/** Codes one after the other, as a sentence lists them. */
export function Codes({ of, separator }: { of: readonly string[]; separator: string }) {
  // On paper one text, as it always was.
  if (useContext(BehindContext) === null) return of.join(separator)
  return of.map((code, index) => (
    <Fragment key={code}>
      {index > 0 && separator}
      <Code of={code} />
    </Fragment>
  ))
}

/**
 * A sentence whose codes of records and ids of figures open what they name, and whose numbers open what is behind `at`. Days and
 * codes stand whole, but where the sentence is set `plain`, as titles are.
 */
export function LinkedText({ text, plain = false, at }: { text: string; plain?: boolean; at?: string }) {
  const numbers = useContext(BehindContext)
  const Text = plain ? PlainText : Unbroken
  if (numbers === null) return <Text text={text} />
  return text.split(namedInText).map((part, index) => {
    // A pattern in brackets: every second part is what it found.
    const address = index % 2 === 0 ? null : addressOf(part, at)
    return (
      <Behind key={index} at={address ?? ''}>
        <Text text={part} />
      </Behind>
    )
  })
}

/** Codes and ids; days and grades, which count nothing; numbers. */
const namedInText = new RegExp(
  `(${addressInText.source.replaceAll('(', '(?:')}|[A-Z]+-\\d[\\dA-Z]*|\\d{4}-\\d{2}-\\d{2}|\\d\\s?×\\s?\\d|\\d[\\d,]*(?:\\.\\d+)?)`,
)

/** Null: nothing is behind it. */
function addressOf(part: string, at: string | undefined): string | null {
  if (addressInText.test(part)) return part
  return at !== undefined && /^\d[\d,.]*$/.test(part) ? at : null
}

function PlainText({ text }: { text: string }) {
  return <>{text}</>
}
