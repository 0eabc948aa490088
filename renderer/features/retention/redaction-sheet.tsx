/** Which names were taken out, when, on what ground and by whose decision; and the backups that still hold them. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { RetentionPicture } from '#shared/contract/retention.ts'
import { OldBackups, useRemoveBackups } from './old-backups.tsx'

interface Props {
  readonly picture: RetentionPicture
  readonly mayChange: boolean
}

const columns = ['personId', 'on', 'ground', 'decidedBy', 'texts'] as const

export function RedactionSheet({ picture, mayChange }: Props) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { redactions, labels } = picture
  const [removing, setRemoving] = useState(false)
  const { data: backups = [] } = useQuery({
    ...utils.retention.oldBackups.queryOptions(),
    enabled: redactions.length > 0,
  })
  return (
    <section className="sheet form-section" aria-labelledby="retention-redactions">
      <h2 id="retention-redactions">{words.many('redaction')}</h2>
      {redactions.length === 0 ? (
        <p className="muted">{t('retention.noRedaction')}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table ruled-table">
            <caption className="visually-hidden">{words.many('redaction')}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {words.field('redaction', column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {redactions.map(({ id, personId, on, ground, decidedBy, note, texts }) => (
                <tr key={id}>
                  <th scope="row">
                    <RecordLink id={personId} labels={labels} />
                  </th>
                  <td className="figures">{on}</td>
                  <td>
                    {words.value('redactionGround', ground)}
                    {note !== null && <span className="retention-note">{note}</span>}
                  </td>
                  <td>{decidedBy}</td>
                  <td className="figures retention-figure">{texts.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {backups.length > 0 && (
        <p className="plain-notice" role="status">
          {t('retention.backupsHold', { count: backups.length })}{' '}
          {mayChange && (
            <button type="button" className="text-button" onClick={() => setRemoving(true)}>
              {t('retention.chooseBackups')}
            </button>
          )}
        </p>
      )}
      {removing && <RemoveDialog backups={backups} onClose={() => setRemoving(false)} />}
    </section>
  )
}

function RemoveDialog({
  backups,
  onClose,
}: {
  readonly backups: Parameters<typeof OldBackups>[0]['backups']
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const { chosen, setChosen, remove } = useRemoveBackups(backups)
  return (
    <DialogForm
      name="remove-backups"
      title={t('retention.removeBackups')}
      fields={[]}
      initial={{}}
      submitLabel={t('retention.removeCount', { count: chosen.size })}
      onCancel={onClose}
      onSubmit={async () => {
        if (chosen.size > 0) await remove()
        onClose()
      }}
    >
      <OldBackups backups={backups} chosen={chosen} onChoose={setChosen} />
    </DialogForm>
  )
}
