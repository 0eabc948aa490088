/** Who acts at this computer: recorded with every change, not authenticated, and the menu says so. */
import { Popover } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/api/client.tsx'
import { useLanguage, useRegister } from '#renderer/api/status.ts'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { inLanguage } from '#shared/domain/text.ts'

export function ActingPerson() {
  const { t } = useTranslation()
  const { client, utils } = useApi()
  const queries = useQueryClient()
  const language = useLanguage()
  const { person } = useRegister()
  const [open, setOpen] = useState(false)
  const actAs = async (personId: string | null) => {
    queries.setQueryData(utils.file.status.queryKey(), await client.file.actAs({ personId }))
    setOpen(false)
  }
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus width={320} returnFocus>
      <Popover.Target>
        <button type="button" className="frame-person" onClick={() => setOpen(!open)} title={t('app.actingPerson')}>
          {person === null ? t('app.nobodyChosen') : inLanguage(person.name, language)}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.actingPerson')}>
        <label className="field-label" htmlFor="acting-person">
          {t('app.actingPerson')}
        </label>
        <ReferencePicker
          id="acting-person"
          nouns={['person']}
          value={person?.id ?? null}
          label={person === null ? null : { noun: 'person', code: null, name: person.name }}
          onChange={(id) => void actAs(id)}
        />
        <p className="hint">{t('app.actingPersonHint')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
