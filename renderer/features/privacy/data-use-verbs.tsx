/** What a use rests on, and what is found at its checks. The register refuses what is not in force on the day. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { useRegister } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { DetailProps } from '#renderer/records/noun-screen.ts'
import { textOf } from '#renderer/records/typed-text.ts'
import { dayField, nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import type { LegalBasis } from '#shared/domain/privacy/legal-basis.ts'

export function DataUseVerbs({ detail: { record } }: DetailProps<'dataUse'>) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const { utils } = useApi()
  const { data: bases = [] } = useQuery({ ...utils.dataUse.bases.queryOptions(), enabled: open })
  const coming = bases.filter(({ reliable }) => !reliable)
  const unavailable = Object.fromEntries(coming.map(({ basis }) => [basis, t('privacy.notInForce')]))
  const setBasis = useChange((client, input: { basis: LegalBasis; on: string; grounds: string }) =>
    client.dataUse.setBasis({ id: record.id, version: record.version, ...input }),
  )
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('privacy.setBasis')}
      </button>
      {open && (
        <DialogForm
          name="data-use-basis"
          title={t('privacy.title.setBasis', { code: record.code })}
          fields={[
            nounField(words, 'dataUse', 'basis', { required: true, span: 8, unavailable } as object),
            dayField('basisOn', words.field('dataUse', 'basisOn')),
            nounField(words, 'dataUse', 'basisGrounds', { required: true } as object),
          ]}
          initial={{ basis: record.basis, basisOn: today, basisGrounds: record.basisGrounds ?? '' }}
          submitLabel={t('privacy.setBasis')}
          onCancel={close}
          onSubmit={async (values) => {
            await setBasis.mutateAsync({
              basis: textOf(values.basis) as LegalBasis,
              on: textOf(values.basisOn),
              grounds: textOf(values.basisGrounds),
            })
            close()
          }}
        >
          <p className="hint">{t('privacy.basisHint')}</p>
          {coming.map(({ basis, begins, asOf }) => (
            <p key={basis} className="hint">
              {t('privacy.comingBasis', { basis: words.value('legalBasis', basis) })}{' '}
              {begins !== null &&
                t(begins.certain ? 'privacy.beginsOn' : 'privacy.beginsBy', { day: begins.day, asOf })}
            </p>
          ))}
        </DialogForm>
      )}
    </>
  )
}
