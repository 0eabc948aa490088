/** Records that may be the same as the one whose name is being typed. A warning: nothing is kept from being registered. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { nameLetters } from '#shared/domain/similar-names.ts'
import type { Bilingual } from '#shared/domain/text.ts'
import { useDeferredText } from './deferred-text.ts'
import { useWords } from './words.ts'
import { recordPath } from './noun-path.ts'

/** Nouns whose records are known by a name that should stand once. */
const compared = ['system', 'risk', 'control', 'evidence', 'action', 'unit', 'person', 'post'] as const
type Compared = (typeof compared)[number]

export function isCompared(noun: CodedNoun): noun is Compared {
  return (compared as readonly CodedNoun[]).includes(noun)
}

export function SimilarNames({ noun, name }: { readonly noun: Compared; readonly name: Bilingual | undefined }) {
  const words = useWords()
  const { utils } = useApi()
  const typed = useDeferredText(name?.[words.language] ?? '')
  const { data } = useQuery({
    ...utils.similar.queryOptions({ input: { noun, name: typed.slice(0, 500), exceptId: null } }),
    enabled: nameLetters(typed).length >= 2,
    placeholderData: (before) => before,
  })
  const found = nameLetters(typed).length >= 2 ? (data ?? []) : []
  return (
    <div role="status" className="similar-names">
      {found.length > 0 && (
        <>
          <b>{words.t('app.similarNames', { noun: words.inSentence(noun) })}</b>
          <ul>
            {found.map(({ id, label }) => (
              <li key={id}>
                <Link href={recordPath(noun, id)} className="link">
                  <span className="code">{label.code}</span> {words.name(label.name)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
