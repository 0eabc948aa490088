/** Ctrl+K: records by code or name, screens and commands by their words, chosen with the keyboard. */
import { Modal } from '@mantine/core'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '#renderer/api/problem.ts'
import { useLanguage } from '#renderer/api/status.ts'
import { isComposing } from '#renderer/records/composing.ts'
import { useTell } from '#renderer/records/tell.ts'
import { ListboxOption } from '#renderer/ui/listbox-option.tsx'
import { type Entry, useEntries } from './use-entries.ts'

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      yOffset={56}
      size={560}
      padding={0}
      title={null}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('app.find') } }}
      returnFocus
    >
      <Finder onClose={onClose} />
    </Modal>
  )
}

function Finder({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  // At once, not after the dialog's own turn: what is typed right behind Ctrl+K belongs to the palette.
  useLayoutEffect(() => input.current?.focus(), [])
  const language = useLanguage()
  const tell = useTell()
  const { entries, pending, firstOf } = useEntries(text)
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }
  const hurry = async () => {
    try {
      choose(await firstOf(text))
    } catch (error) {
      tell.refused(sayError(language, error))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((entries.length + active + step) % Math.max(entries.length, 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // Whoever types and confirms in one go means the first of what was typed, not of what is still shown.
      if (pending && active === 0) void hurry()
      else choose(entries[active])
    }
  }
  return (
    <div className="palette">
      <input
        ref={input}
        className="palette-input"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={entries[active] === undefined ? undefined : `${listId}-${String(active)}`}
        aria-label={t('app.find')}
        placeholder={t('app.find')}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={t('app.find')} className="palette-list">
        {entries.map((entry, index) => (
          <ListboxOption
            key={entry.key}
            id={`${listId}-${String(index)}`}
            active={index === active}
            onPoint={() => setActive(index)}
            onChoose={() => choose(entry)}
          >
            {entry.code !== null && <span className="code">{entry.code}</span>}
            <span className="palette-name">{entry.name}</span>
            {entry.keys !== null && <kbd>{entry.keys}</kbd>}
            <span className="muted">{entry.kind}</span>
          </ListboxOption>
        ))}
      </div>
      {entries.length === 0 && !pending && <p className="palette-none">{t('app.nothingFound')}</p>}
    </div>
  )
}
