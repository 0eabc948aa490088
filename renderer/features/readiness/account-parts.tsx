/** What stands beside the texts of an outward account: the document as it would leave, who decided, what the register holds. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/client.tsx'
import { FieldList } from '#renderer/records/field-list.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import { accountDocument } from '#shared/domain/readiness/account-document.ts'
import './readiness.css'

type Props = DetailProps<'outwardAccount'>

/** Exactly what the document says in the reader's language. */
export function AccountPreview({ detail: { record, derived } }: Props) {
  const words = useWords()
  const { t } = words
  const document = accountDocument(record, derived.standing, words.language)
  return (
    <section className="sheet form-section account-preview">
      <h2>{t('account.preview')}</h2>
      <p className="hint">{t('account.previewHint')}</p>
      {document.parts.length === 0 && <p>{t('account.nothingMarked')}</p>}
      {document.parts.map(({ part, text }) => (
        <div key={part}>
          <h3>{words.value('accountPart', part)}</h3>
          <p>{text}</p>
        </div>
      ))}
      {document.unwritten.length > 0 && (
        <p className="notice">
          {t('account.unwritten', {
            parts: document.unwritten.map((part) => words.value('accountPart', part)).join(t('app.listSeparator')),
          })}
        </p>
      )}
    </section>
  )
}

export function AccountDecisions({ detail: { record, labels } }: Props) {
  const words = useWords()
  return (
    <section className="sheet form-section">
      <h2>{words.t('app.approval')}</h2>
      <dl className="key-values">
        <FieldList
          noun="outwardAccount"
          names={['reviewerPostId', 'reviewedOn', 'reviewedText', 'approverPostId', 'approvedOn', 'approvedText']}
          record={record}
          labels={labels}
        />
      </dl>
    </section>
  )
}

/** To write by; none of it enters the document by itself. */
export function AccountMaterialSheet(_props: Props) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data } = useQuery(utils.outwardAccount.material.queryOptions())
  if (data === undefined) return null
  return (
    <section className="sheet form-section">
      <h2>{t('account.material')}</h2>
      <p className="hint">{t('account.materialHint')}</p>
      <ul className="account-material">
        {data.principles.map(({ principle, items }) => (
          <li key={principle}>
            {words.value('accountPart', principle)}{' '}
            <span className="figures">
              {items === null ? t('account.noPack') : t('account.items', { met: items.met, of: items.of })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {t('account.accountability')}{' '}
        <span className="figures">{`${String(data.accountability.met)} / ${String(data.accountability.of)}`}</span>
      </p>
      {data.policyIds.length > 0 && (
        <ul className="account-material">
          {data.policyIds.map((id) => (
            <li key={id}>
              <RecordLink id={id} labels={data.labels} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
