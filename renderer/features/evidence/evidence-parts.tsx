/** What stands on the panel and page of evidence beside its fields: where the proof is, and who accepted it. */
import type { DetailProps, ListRow } from '#renderer/records/noun-screen.ts'
import { RelatedList } from '#renderer/records/related-list.tsx'
import { sizeText } from '#renderer/records/size-text.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { copyText } from '#renderer/ui/copy-text.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import type { EvidenceStanding } from '#shared/domain/control.ts'
import { SaveFile } from './evidence-verbs.tsx'

type Props = DetailProps<'evidence'>

/** Whether a named person has accepted it, and whether it is still what they accepted. */
export function StandingValue({ standing }: { readonly standing: EvidenceStanding }) {
  const words = useWords()
  const word = words.value('evidenceStanding', standing)
  return <StatusMark status={standing === 'accepted' ? 'within' : 'warning'} word={word} />
}

/** In which form it is at hand. */
export function FormCell({ row }: { readonly row: ListRow<'evidence'> }) {
  const words = useWords()
  const { form } = row.derived
  const word = words.value('evidenceForm', form)
  return form === 'none' ? <Unknown word={word} /> : <span>{word}</span>
}

export function EvidenceIdentity({ detail: { record, derived } }: Props) {
  const words = useWords()
  return (
    <>
      <StandingValue standing={derived.standing} />
      <span>{words.value('evidenceKind', record.kind)}</span>
      <span>{words.value('evidenceForm', derived.form)}</span>
    </>
  )
}

export function EvidenceNotices({ detail: { record, derived, labels } }: Props) {
  const words = useWords()
  return (
    <>
      {derived.expired && (
        <div className="notice">
          <b>{words.t('app.evidenceExpired')}</b>
        </div>
      )}
      {derived.form === 'none' && (
        <div className="notice">
          <b>{words.t('app.evidenceNowhere')}</b>
        </div>
      )}
      {derived.standing === 'changed' && record.acceptedOn !== null && (
        <div className="notice">
          <b>{words.t('app.evidenceChanged')}</b>
          <div>
            {words.t('app.evidenceAcceptedBy', {
              on: record.acceptedOn,
              name: words.label(labels, record.accepterId ?? ''),
            })}
          </div>
        </div>
      )}
      {derived.standing === 'not_accepted' && derived.form !== 'none' && (
        <div className="plain-notice">
          <b>{words.t('app.evidenceNotAccepted')}</b>
        </div>
      )}
    </>
  )
}

export function EvidenceMain({ detail: { record, labels } }: Props) {
  const words = useWords()
  const { fileName, fileBytes, fileSha256, link, location } = record
  return (
    <section className="sheet form-section">
      <h2>{words.t('section.proof')}</h2>
      <dl className="key-values wide proof">
        {fileName !== null && fileBytes !== null && fileSha256 !== null && (
          <>
            <div>
              <dt>{words.field('evidence', 'fileName')}</dt>
              <dd>
                {/* A name is data: whatever stands in it turns nothing around it. */}
                <b>
                  <bdi>{fileName}</bdi>
                </b>{' '}
                <span className="muted">{sizeText(fileBytes)}</span> <SaveFile id={record.id} />
              </dd>
            </div>
            <div>
              <dt>SHA-256</dt>
              <dd className="digest">
                {fileSha256} <Copy text={fileSha256} label={words.t('action.copyDigest')} />
              </dd>
            </div>
          </>
        )}
        {link !== null && (
          <div>
            <dt>{words.field('evidence', 'link')}</dt>
            <dd className="digest">
              <bdi>{link}</bdi> <Copy text={link} label={words.t('action.copyLink')} />
            </dd>
          </div>
        )}
        {location !== null && (
          <div>
            <dt>{words.field('evidence', 'location')}</dt>
            <dd>{location}</dd>
          </div>
        )}
        {record.acceptedOn !== null && (
          <div>
            <dt>{words.t('app.acceptedAsProof')}</dt>
            <dd>
              <span className="figures">{record.acceptedOn}</span>{' '}
              {record.accepterId !== null && words.label(labels, record.accepterId)}
              <div className="muted">{record.acceptedNote}</div>
            </dd>
          </div>
        )}
      </dl>
      <p className="hint">{words.t('app.proofNeverOpened')}</p>
    </section>
  )
}

function Copy({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useWords()
  const tell = useTell()
  return (
    <button
      type="button"
      className="text-button"
      onClick={() =>
        void copyText(text).then((done) => {
          if (done) tell.done(t('app.copied'))
          else tell.refused(t('app.notCopied'))
        })
      }
    >
      {label}
    </button>
  )
}

export function EvidenceRelated({ detail: { related } }: Props) {
  const words = useWords()
  return (
    <div className="sheet form-section">
      <RelatedList noun="control" records={related.control ?? []} end={(each) => words.value('design', each.design)} />
    </div>
  )
}
