/** Another record by its code and name. */
import { Link } from 'wouter'
import type { Labels } from '#shared/contract/base.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import { useWords } from './words.ts'
import { recordPath } from './noun-path.ts'

/** The code and name of another record, linked where it has a page of its own. */
export function RecordLink({ id, labels }: { readonly id: string; readonly labels: Labels }) {
  const words = useWords()
  const label = labels[id]
  if (label === undefined) return <span className="code">{id}</span>
  const named = (
    <>
      {label.code !== null && !isPersonal(label.noun) && <span className="code">{label.code}</span>}{' '}
      {words.name(label.name)}
    </>
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
