/** What is done with evidence: a file is kept for it and saved out again, and a named person accepts it as proof. */
import { useState } from 'react'
import { useChange } from '#renderer/api/change.ts'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { useTell } from '#renderer/records/tell.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField, reasonField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'

type Dialog = 'accept' | 'withdrawAcceptance' | 'removeFile'

export function EvidenceVerbs({ detail: { record, derived } }: DetailProps<'evidence'>) {
  const words = useWords()
  const { today, person } = useRegister()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const versioned = { id: record.id, version: record.version }
  const attach = useAttach(versioned)
  const accept = useChange((client, input: { accepterId: string; on: string; note: string }) =>
    client.evidence.accept({ ...versioned, ...input }),
  )
  const withdraw = useChange((client, reason: string) => client.evidence.withdrawAcceptance({ ...versioned, reason }))
  const remove = useChange((client, reason: string) => client.evidence.removeFile({ ...versioned, reason }))
  const hasFile = record.fileSha256 !== null
  const button = (word: string, run: () => void) => (
    <button type="button" className="button" onClick={run}>
      {words.t(word)}
    </button>
  )
  return (
    <>
      {button(hasFile ? 'action.replaceFile' : 'action.attachFile', () => void attach())}
      {hasFile && button('action.removeFile', () => setDialog('removeFile'))}
      {derived.form !== 'none' &&
        derived.standing !== 'accepted' &&
        button('action.acceptEvidence', () => setDialog('accept'))}
      {record.acceptedOn !== null && button('action.withdrawAcceptance', () => setDialog('withdrawAcceptance'))}
      {dialog === 'accept' && (
        <DialogForm
          name="accept-evidence"
          title={words.t('app.acceptEvidence', { code: record.code })}
          fields={[
            nounField(words, 'evidence', 'accepterId', { required: true, span: 8 }),
            dayField('on', words.field('evidence', 'acceptedOn'), { alias: 'acceptedOn' }),
            { ...reasonField(words), name: 'note', label: words.field('evidence', 'acceptedNote') },
          ]}
          initial={{ accepterId: person?.id ?? null, on: today, note: '' }}
          labels={person === null ? {} : { [person.id]: { noun: 'person', code: null, name: person.name } }}
          submitLabel={words.t('action.acceptEvidence')}
          onCancel={close}
          onSubmit={async (values) => {
            await accept.mutateAsync({
              accepterId: textOf(values.accepterId),
              on: textOf(values.on),
              note: textOf(values.note),
            })
            close()
          }}
        >
          <p className="hint">{words.t('app.acceptEvidenceHint')}</p>
        </DialogForm>
      )}
      {dialog === 'withdrawAcceptance' && (
        <DialogForm
          name="withdraw-acceptance"
          title={words.t('app.withdrawAcceptance', { code: record.code })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.withdrawAcceptance')}
          onCancel={close}
          onSubmit={async (values) => {
            await withdraw.mutateAsync(textOf(values.reason))
            close()
          }}
        />
      )}
      {dialog === 'removeFile' && (
        <DialogForm
          name="remove-file"
          title={words.t('app.removeFile', { code: record.code })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.removeFile')}
          onCancel={close}
          onSubmit={async (values) => {
            await remove.mutateAsync(textOf(values.reason))
            close()
          }}
        >
          <p className="hint">{words.t('app.removeFileHint')}</p>
        </DialogForm>
      )}
    </>
  )
}

/** Asks for a file and keeps it; what is refused is said. */
function useAttach(versioned: { readonly id: string; readonly version: number }): () => Promise<void> {
  const words = useWords()
  const choose = useChooseFile()
  const tell = useTell()
  const attach = useChange((client, token: string) => client.evidence.attachFile({ ...versioned, token }))
  return async () => {
    const file = await choose('evidence-file')
    if (file === null) return
    try {
      await attach.mutateAsync(file.token)
    } catch (error) {
      tell.refused(sayError(words.language, error))
    }
  }
}

/** Saves the kept file into a folder; a register that is only read has files too. */
export function SaveFile({ id }: { readonly id: string }) {
  const words = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const save = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, token } = await client.evidence.saveFile({ id, folder: folder.token })
      tell.done(words.t('app.fileSaved', { name }), {
        label: words.t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch((error: unknown) => tell.refused(sayError(words.language, error)))
        },
      })
    } catch (error) {
      tell.refused(sayError(words.language, error))
    }
  }
  return (
    <button type="button" className="text-button" onClick={() => void save()}>
      {words.t('action.saveFile')}
    </button>
  )
}
