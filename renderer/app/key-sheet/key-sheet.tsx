/** The sheet of keys: opened by `?`, from the help menu and the palette. */
import { Modal } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useDisplay } from '#renderer/api/display.ts'
import { useStatus } from '#renderer/api/status.ts'
import { usePrintSheet } from '#renderer/records/print/print-sheet.ts'
import { useWords } from '#renderer/records/words.ts'
import type { PrintedBlock, PrintedSheet } from '#shared/domain/printed-sheet.ts'
import { useCommandWords } from '../commands/commands.tsx'
import { onMac } from '../on-mac.ts'
import { keyGroups, matching } from './key-rows.ts'
import './key-sheet.css'

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const commandWords = useCommandWords()
  const letters = useDisplay()?.letterKeys !== 'off'
  const print = usePrintSheet()
  // Paper is made by the register's process and says whose register it was printed from.
  const isOpen = useStatus()?.register != null
  const [typed, setTyped] = useState('')
  const groups = matching(keyGroups({ words, commandWords, onMac, letters }), typed)
  const sheet: PrintedSheet = {
    title: t('command.keySheet'),
    note: null,
    conditions: [],
    orientation: 'portrait',
    blocks: groups.flatMap(({ title, rows }): PrintedBlock[] => [
      { kind: 'heading', text: title },
      { kind: 'fields', rows: rows.map(({ what, keys }) => ({ label: what, value: keys.join('  ') })) },
    ]),
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('command.keySheet')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="key-sheet">
        <div className="key-sheet-head">
          <input
            type="search"
            className="input"
            data-autofocus
            aria-label={t('keySheet.search')}
            placeholder={t('keySheet.search')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {isOpen && (
            <button type="button" className="button" onClick={() => void print(() => sheet)}>
              <IconPrinter size={16} stroke={1.5} aria-hidden />
              {t('action.print')}
            </button>
          )}
        </div>
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
