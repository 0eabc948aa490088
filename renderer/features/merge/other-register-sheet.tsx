/** What the other register is, how it is related, and what its merge brings, keeps apart and reads otherwise. */
import type { ReactNode } from 'react'
import { Value } from '#renderer/records/changed-value.tsx'
import { useMoment } from '#renderer/records/moment.ts'
import { useWords } from '#renderer/records/words.ts'
import type { MergePicture } from '#shared/contract/merge.ts'

export function OtherRegisterSheet({
  picture,
  children,
}: {
  readonly picture: MergePicture
  readonly children: ReactNode
}) {
  const words = useWords()
  const { t } = words
  const moment = useMoment()
  const { counts, headAt } = picture
  const facts = [
    [words.field('mergeRun', 'name'), words.name(picture.name)],
    [words.field('mergeRun', 'relation'), words.value('mergeRelation', picture.relation)],
    [words.field('mergeRun', 'headAt'), headAt === null ? t('merge.nothing') : moment(headAt)],
    [t('merge.newEntries'), (picture.headSequence - picture.knownSequence).toLocaleString('en')],
  ] as const
  const numbers = [
    [words.field('mergeRun', 'added'), counts.added],
    [words.field('mergeRun', 'changed'), counts.changed],
    [t('merge.unchanged'), counts.unchanged],
    [words.field('mergeRun', 'apart'), counts.apart],
    [t('merge.undecided'), counts.undecided],
  ] as const
  return (
    <section className="sheet form-section">
      <h2>{t('merge.other')}</h2>
      <dl className="merge-facts">
        {facts.map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <dl className="merge-numbers">
        {numbers.map(([word, count]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd className="figures">{count.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <div className="merge-unit">{children}</div>
      {picture.writes.length > 0 && (
        <details>
          <summary>{t('merge.writes')}</summary>
          <ul>
            {picture.writes.map(({ noun, added, changed }) => (
              <li key={noun}>{t('merge.writeLine', { noun: words.many(noun), added, changed })}</li>
            ))}
          </ul>
        </details>
      )}
      {picture.apart.length > 0 && (
        <details>
          <summary>{t('merge.apart')}</summary>
          <ul>
            {picture.apart.map(({ noun, reason, count }) => (
              <li key={`${noun} ${reason}`}>
                {words.many(noun)} <span className="figures">{count.toLocaleString('en')}</span>{' '}
                <span className="muted">{t(`merge.apartReason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {picture.settings.length > 0 && (
        <details>
          <summary>{t('merge.settings', { count: picture.settings.length })}</summary>
          <ul>
            {picture.settings.map(({ noun, about, field, ours, theirs }) => (
              <li key={`${noun} ${about ?? ''} ${field}`}>
                {words.one(noun)} {about !== null && <span className="code">{about}</span>} {words.field(noun, field)}{' '}
                <b>{t('merge.choice.ours')}</b> <Value noun={noun} field={field} value={ours} labels={picture.ours} />{' '}
                <b>{t('merge.choice.theirs')}</b>{' '}
                <Value noun={noun} field={field} value={theirs} labels={picture.theirs} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
