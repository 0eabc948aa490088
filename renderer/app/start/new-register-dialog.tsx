/** The two things a new register must know: whose it is, and in which language it is kept. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/api/status.ts'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import type { Language } from '#shared/domain/text.ts'
import { textOf } from '#renderer/records/typed-text.ts'

export interface NewRegisterDialogProps {
  readonly onClose: () => void
  readonly onCreate: (name: string, language: Language) => void
}

export function NewRegisterDialog({ onClose, onCreate }: NewRegisterDialogProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <DialogForm
      name="new-register"
      title={t('start.new')}
      fields={[
        { name: 'name', kind: 'text', required: true, label: t('field.organisation.name') },
        {
          name: 'language',
          kind: 'choice',
          options: 'language',
          required: true,
          label: t('field.organisation.language'),
          span: 6,
        },
      ]}
      initial={{ name: '', language }}
      submitLabel={t('action.chooseFolder')}
      onCancel={onClose}
      onSubmit={async (values) => onCreate(textOf(values.name), values.language === 'en' ? 'en' : 'ja')}
    />
  )
}
