/** Entries of a repeated field as they are read, and what a change did to them. */
import type { RepeatedPart, Entry } from '#shared/domain/repeated.ts'
import { useWords } from './words.ts'

export interface EntriesValueProps {
  readonly parts: readonly RepeatedPart[]
  readonly entries: readonly Entry[]
  /** On one line. */
  readonly plain: boolean
}

export function EntriesValue({ parts, entries, plain }: EntriesValueProps) {
  const { t } = useWords()
  if (plain) return <span>{entries.map((entry) => inOneLine(parts, entry)).join(t('app.listSeparator'))}</span>
  const [first, ...rest] = parts
  return (
    <dl className="structure">
      {entries.map((entry, index) => (
        // An entry is its place: two of them may say the same.
        <div key={index}>
          <dt>{first === undefined ? '' : entry[first.name]}</dt>
          <dd>{rest.map(({ name }) => entry[name]).join(' ')}</dd>
        </div>
      ))}
    </dl>
  )
}

function inOneLine(parts: readonly RepeatedPart[], entry: Entry): string {
  return parts.map(({ name }) => entry[name] ?? '').join(': ')
}

export interface EntriesChangeProps {
  readonly parts: readonly RepeatedPart[]
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
}

/** What came, what went, what says something else under the same name; or that only the order is another. */
export function EntriesChange({ parts, before, after }: EntriesChangeProps) {
  const { t } = useWords()
  const [first] = parts
  const changes = changesOf(first?.name ?? '', before, after)
  if (changes.length === 0) return <span>{t('entry.reordered')}</span>
  return (
    <ul className="entry-changes">
      {changes.map((change, index) => (
        <li key={index}>
          <span className="muted">{t(`entry.${change.kind}`)}</span>{' '}
          {change.kind === 'changed' ? (
            <>
              {inOneLine(parts, change.before)} <span aria-label={t('app.becomes')}>→</span>{' '}
              {parts
                .slice(1)
                .map(({ name }) => change.after[name] ?? '')
                .join(': ')}
            </>
          ) : (
            inOneLine(parts, change.entry)
          )}
        </li>
      ))}
    </ul>
  )
}

export type EntryChange =
  | { readonly kind: 'added' | 'removed'; readonly entry: Entry }
  | { readonly kind: 'changed'; readonly before: Entry; readonly after: Entry }

/** @param name the part by which an entry is known */
export function changesOf(name: string, before: readonly Entry[], after: readonly Entry[]): readonly EntryChange[] {
  const without = (one: readonly Entry[], other: readonly Entry[]) => {
    const rest = other.map((entry) => JSON.stringify(entry))
    return one.filter((entry) => {
      const at = rest.indexOf(JSON.stringify(entry))
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
  }
  const [gone, come] = [without(before, after), [...without(after, before)]]
  const changes = gone.map((entry): EntryChange => {
    const at = come.findIndex((each) => each[name] === entry[name])
    const [next] = at < 0 ? [] : come.splice(at, 1)
    return next === undefined ? { kind: 'removed', entry } : { kind: 'changed', before: entry, after: next }
  })
  return [...changes, ...come.map((entry): EntryChange => ({ kind: 'added', entry }))]
}
