/** What each executive post answered for on the day of the pack, to be read. Confirming is done in the register: it is a record. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { FrozenAttestation, FrozenPost, Shown } from '#shared/contract/director.ts'
import { attestedParts } from '#shared/domain/attestation/attestation-content.ts'
import { qualityRules } from '#shared/domain/quality/findings.ts'

export function FrozenPosts({ shown, onPost }: { readonly shown: Shown; readonly onPost: (post: FrozenPost) => void }) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.director.posts.queryOptions({ input: { shown } }))
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  return (
    <>
      <h2>{t('director.posts')}</h2>
      <p className="director-why">{t('director.postsExplained')}</p>
      {data?.length === 0 && <p>{t('paper.none.posts')}</p>}
      <ul className="director-posts">
        {data?.map((post) => (
          <li key={post.id}>
            <button type="button" className="link" onClick={() => onPost(post)}>
              {words.name(post.name)}
            </button>
            <Holder post={post} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Holder({ post }: { readonly post: FrozenPost }) {
  const words = useWords()
  return post.person === null ? (
    <Vacancy word={words.t('attestation.vacant')} />
  ) : (
    <span>{words.name(post.person)}</span>
  )
}

interface SheetProps {
  readonly shown: Shown
  readonly postId: string
  readonly onRecord: (code: string) => void
}

export function PostSheet({ shown, postId, onRecord }: SheetProps) {
  const words = useWords()
  const { t, language } = words
  const { utils } = useApi()
  const { data, error } = useQuery(utils.director.attestation.queryOptions({ input: { shown, postId } }))
  if (error !== null) return <p role="alert">{sayError(language, error)}</p>
  if (data === undefined) return null
  const lines = linesOf(data, words)
  return (
    <>
      <h2>
        {t('attestation.title')} {words.name(data.post.name)}
      </h2>
      <p className="director-count">
        <Holder post={data.post} /> {t('app.asOfDay', { day: data.asOf })}
      </p>
      <Latest sheet={data} />
      {attestedParts.map((part) => (
        <section key={part} className="director-part">
          <h3>
            {t(`attestation.part.${part}`)} <span className="figures">{lines[part].length}</span>
          </h3>
          {lines[part].length === 0 ? (
            <p>{t(`attestation.none.${part}`)}</p>
          ) : (
            <ul className="director-posts">
              {lines[part].map((line) => (
                <li key={line.id}>
                  <button type="button" className="link code" onClick={() => onRecord(line.code)}>
                    {line.code}
                  </button>
                  <span>{line.text}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <p className="director-why">{t('director.confirmElsewhere')}</p>
    </>
  )
}

/** The last confirmation up to the day of the pack, in its own words. */
function Latest({ sheet: { latest } }: { readonly sheet: FrozenAttestation }) {
  const { t } = useWords()
  if (latest === null) return <p>{t('attestation.neverConfirmed')}</p>
  return (
    <>
      <p>
        <StatusMark
          status={latest.changes === 0 ? 'within' : 'breach'}
          word={t(latest.changes === 0 ? 'director.sheetFitted' : 'director.sheetStale', { count: latest.changes })}
        />{' '}
        {t('attestation.lastOn', { day: latest.on, name: latest.typedName })}
      </p>
      <blockquote className="director-statement">{latest.statement}</blockquote>
      <p className="director-why">{t('attestation.typedNameIsRecord')}</p>
    </>
  )
}

const ruleNames = new Map(qualityRules.map(({ id, name }) => [id, name]))

interface Line {
  readonly id: string
  readonly code: string
  readonly text: ReactNode
}

function linesOf(
  { content }: FrozenAttestation,
  words: ReturnType<typeof useWords>,
): Readonly<Record<(typeof attestedParts)[number], readonly Line[]>> {
  const { t } = words
  const join = (...texts: readonly string[]) => texts.join(t('app.listSeparator'))
  return {
    systems: content.systems.map(({ id, code, name, lifecycle, tier }) => ({
      id,
      code,
      text: join(
        words.name(name),
        words.value('lifecycle', lifecycle),
        tier === null ? t('attestation.noTier') : words.value('tier', tier),
      ),
    })),
    risks: content.risks.map(({ id, code, name, residual, outsideAppetite, outsideTolerance }) => ({
      id,
      code,
      text: (
        <>
          {words.name(name)}{' '}
          {residual === null ? (
            <StatusMark status="no_data" word={t('attestation.notAssessed')} />
          ) : (
            <StatusMark
              status={outsideTolerance === true ? 'breach' : outsideAppetite === true ? 'warning' : 'within'}
              word={t('paper.gradesAndBand', {
                grades: t('paper.grades', { likelihood: residual.likelihood, impact: residual.impact }),
                band: t(`band.${residual.band}`),
              })}
            />
          )}
        </>
      ),
    })),
    acceptances: content.acceptances.map(({ id, code, subject, kind, to, state, stale }) => ({
      id,
      code,
      text: join(
        subject,
        words.value('acceptanceKind', kind),
        to,
        words.value('acceptanceState', state === 'expired' ? 'relied_on' : stale ? 'stale' : 'active'),
      ),
    })),
    gaps: content.gaps.map(({ id, code, rule }) => ({
      id,
      code,
      text: join(rule, t(`quality.rule.${ruleNames.get(rule) ?? ''}`)),
    })),
  }
}
