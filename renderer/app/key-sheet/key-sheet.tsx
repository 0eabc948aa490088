/** The sheet of keys: opened by `?`, from the help menu and the palette. */
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useDisplay } from '#renderer/api/display.ts'
import { useWords } from '#renderer/records/words.ts'
import { useCommandWords } from '../commands/commands.tsx'
import { onMac } from '../on-mac.ts'
import { keyGroups, matching } from './key-rows.ts'
import './key-sheet.css'

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const commandWords = useCommandWords()
  const letters = useDisplay()?.letterKeys !== 'off'
  const [typed, setTyped] = useState('')
  const groups = matching(keyGroups({ words, commandWords, onMac, letters }), typed)
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('command.keySheet')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="key-sheet">
        <input
          type="search"
          className="input"
          data-autofocus
          aria-label={t('keySheet.search')}
          placeholder={t('keySheet.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {groups.length === 0 && <p className="muted">{t('app.nothingFound')}</p>}
        <div className="key-groups">
          {groups.map(({ title, rows }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {rows.map(({ what, keys }) => (
                  <div key={what}>
                    <dt>{what}</dt>
                    <dd>
                      {keys.map((each) => (
                        <kbd key={each}>{each}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <p className="hint">{t('keySheet.composing')}</p>
      </div>
    </Modal>
  )
}
