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
  return of.map((code, index) => (
    <Fragment key={code}>
      {index > 0 && separator}
      <Code of={code} />
    </Fragment>
  ))
}

/**
 * A sentence whose codes of records and ids of figures open what they name. Days and codes stand whole, but where the sentence is
 * set `plain`, as titles are.
 */
export function LinkedText({ text, plain = false }: { text: string; plain?: boolean }) {
  const numbers = useContext(BehindContext)
  const Text = plain ? PlainText : Unbroken
  if (numbers === null) return <Text text={text} />
  return text.split(addressInText).map((part, index) =>
    index % 2 === 1 && numbers.count(part) > 0 ? (
      <BehindLink key={index} numbers={numbers} at={part} count={numbers.count(part)}>
        <Text text={part} />
      </BehindLink>
    ) : (
      <Text key={index} text={part} />
    ),
  )
}

function PlainText({ text }: { text: string }) {
  return <>{text}</>
}
