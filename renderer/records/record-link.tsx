/** Another record by its code and name. */
import { createContext, useContext } from 'react'
import { Link } from 'wouter'
import type { Label, Labels } from '#shared/contract/base.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { useWords } from './words.ts'
import { recordPath } from './noun-path.ts'

/** Set where records are read as they were frozen: a link opens the frozen one, and never the live one. */
export const OpenFrozenRecord = createContext<((label: Label) => void) | null>(null)

/** The code and name of another record, linked where it has a page of its own. */
export function RecordLink({ id, labels }: { readonly id: string; readonly labels: Labels }) {
  const words = useWords()
  const openFrozen = useContext(OpenFrozenRecord)
  const label = labels[id]
  if (label === undefined) return <span className="code">{id}</span>
  const named = (
    <>
      {label.code !== null && !isPersonal(label.noun) && <span className="code">{label.code}</span>}{' '}
      {words.name(label.name)}
    </>
  )
  if (openFrozen !== null)
    return (
      <button type="button" className="link" onClick={() => openFrozen(label)}>
        {named}
      </button>
    )
  return (
    <Link href={recordPath(label.noun, id)} className="link">
      {named}
    </Link>
  )
}

/** People, posts and units are known by their names, everything else by its code too. */
function isPersonal(noun: Noun): boolean {
  return noun === 'person' || noun === 'post' || noun === 'unit'
}
