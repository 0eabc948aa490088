/** The bar at the top: whose register, which file, whether all is saved; finding; language; who acts. */
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWaitingDrafts } from '#renderer/api/drafts.tsx'
import { useSaveState } from '#renderer/api/save-state.ts'
import { useLanguage, useMayChange, useRegister } from '#renderer/api/status.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { inLanguage } from '#shared/domain/text.ts'
import { commandOf } from '#shared/domain/commands.ts'
import { ariaKeys, keyWords } from '#shared/domain/keys.ts'
import { Brand } from '../brand.tsx'
import { LanguageSwitch } from '../language-switch.tsx'
import { ActingPerson } from './acting-person.tsx'
import { onMac } from '../on-mac.ts'
import { FileMenu } from './file-menu.tsx'
import { isRefused, WaitingDrafts } from './waiting-drafts.tsx'

const findKeys = commandOf('find').keys

export function TopBar({ onFind }: { readonly onFind: () => void }) {
  const { t } = useTranslation()
  const { organisation } = useRegister()
  const language = useLanguage()
  return (
    <header className="frame-top">
      <Brand />
      <div className="frame-file">
        <b className="frame-company">{inLanguage(organisation.name, language)}</b>
        <FileMenu />
        {organisation.sampleDay !== null && <span className="frame-sample">{t('app.sample')}</span>}
        <SaveWords />
        <WaitingDrafts />
      </div>
      <button
        type="button"
        className="frame-find"
        onClick={onFind}
        aria-keyshortcuts={findKeys === null ? undefined : ariaKeys(findKeys, onMac)}
      >
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span className="frame-find-words">{t('app.find')}</span>
        {findKeys !== null && <kbd>{keyWords(findKeys, onMac)}</kbd>}
      </button>
      <LanguageSwitch />
      <ActingPerson />
    </header>
  )
}

/** Both as `2026-10-05 18:00`. */
function isOfDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10)
}

/** Whether everything is saved, in words. Nothing is said before there is anything to say. */
function SaveWords() {
  const { t } = useTranslation()
  const momentText = useMoment()
  const state = useSaveState()
  const { lastChangeAt } = useRegister()
  const mayChange = useMayChange()
  const refused = useWaitingDrafts().some(isRefused)
  if (!mayChange) return <span className="muted">{t('app.readOnly')}</span>
  if (state.kind === 'saving') return <span className="muted">{t('app.saving')}</span>
  if (refused) return <b role="alert">{t('app.notSaved')}</b>
  const now = new Date().toISOString()
  const at = state.kind === 'saved' ? state.at.toISOString() : lastChangeAt
  return (
    <span className="muted" role="status">
      {at === null
        ? ''
        : t('app.saved', {
            time: isOfDay(momentText(at), momentText(now)) ? momentText(at).slice(-5) : momentText(at),
          })}
    </span>
  )
}
