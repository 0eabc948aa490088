/** Under an executive's box: who owns the systems that the post answers for, and how many each. */
import { Link } from 'wouter'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { Holding } from '#shared/domain/accountability.ts'
import type { BoxFacts } from './post-boxes.ts'

export function OwnersOfPost({ box, labels }: { readonly box: BoxFacts; readonly labels: Labels }) {
  const words = useWords()
  const { t } = words
  const { node, owners, more } = box
  return (
    <table aria-label={t('app.ownersUnder', { post: words.name(node.name) })}>
      <thead>
        <tr>
          <th scope="col">{t('app.systemOwners')}</th>
          <th scope="col">{t('app.countOfSystems')}</th>
        </tr>
      </thead>
      <tbody>
        {owners.map(({ holding, systems }) => (
          <tr key={holding.postId ?? holding.personId ?? ''}>
            <td>
              <Owner holding={holding} labels={labels} />
            </td>
            <td>{systems}</td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={2}>
              <Link href={`/post/${node.postId}`} className="plain-link">
                {t('app.moreOwners', { count: more })}
              </Link>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Owner({ holding, labels }: { readonly holding: Holding; readonly labels: Labels }) {
  const words = useWords()
  const { t } = words
  if (holding.state === 'unregistered') return <Unknown word={t('app.notRegistered')} />
  if (holding.state === 'vacant')
    return (
      <Link href={`/post/${holding.postId ?? ''}`} className="plain-link">
        <Vacancy word={t('app.vacant')} />
        <span className="chart-owner-post">{words.label(labels, holding.postId)}</span>
      </Link>
    )
  const name = words.label(labels, holding.personId)
  return (
    <Link
      href={holding.postId === null ? `/person/${holding.personId ?? ''}` : `/post/${holding.postId}`}
      className="plain-link"
      title={words.label(labels, holding.postId) || name}
    >
      {name}
    </Link>
  )
}
