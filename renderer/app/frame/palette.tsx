/** Ctrl+K: records by code or name, screens and commands by their words, chosen with the keyboard. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useLanguage } from '#renderer/api/status.ts'
import { isComposing } from '#renderer/records/composing.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { inLanguage, searchKey } from '#shared/domain/text.ts'
import { type Command, keyWords } from '#shared/domain/commands.ts'
import { useCommands, useCommandWords } from '../commands/commands.tsx'
import { onMac } from '../on-mac.ts'

const searched = [
  'system',
  'risk',
  'control',
  'action',
  'person',
  'post',
  'unit',
  'acceptance',
  'evidence',
] as const satisfies readonly CodedNoun[]

interface Entry {
  readonly key: string
  readonly code: string | null
  readonly name: string
  readonly kind: string
  readonly keys: string | null
  readonly run: () => void
}

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
      aria-label={t('app.find')}
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
  const entries = useEntries(text)
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((entries.length + active + step) % Math.max(entries.length, 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(entries[active])
    }
  }
  return (
    <div className="palette">
      <input
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
          <div
            key={entry.key}
            id={`${listId}-${String(index)}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseMove={() => setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(entry)
            }}
          >
            {entry.code !== null && <span className="code">{entry.code}</span>}
            <span className="palette-name">{entry.name}</span>
            {entry.keys !== null && <kbd>{entry.keys}</kbd>}
            <span className="muted">{entry.kind}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className="palette-none">{t('app.nothingFound')}</p>}
    </div>
  )
}

function useEntries(text: string): readonly Entry[] {
  const { t } = useTranslation()
  const { utils } = useApi()
  const language = useLanguage()
  const [, navigate] = useLocation()
  const { available, run } = useCommands()
  const commandWords = useCommandWords()
  const typed = text.trim()
  const { data } = useQuery({
    ...utils.lookUp.queryOptions({ input: { nouns: [...searched], text: typed, limit: 12 } }),
    enabled: typed !== '',
    placeholderData: (before) => before,
  })
  const matches = (name: string) => searchKey(name).includes(searchKey(typed))
  const records = (typed === '' ? [] : (data ?? [])).map((found) => ({
    key: found.id,
    code: found.label.code,
    name: inLanguage(found.label.name, language),
    kind: t(`noun.${found.label.noun}.one`),
    keys: null,
    run: () => navigate(`/${found.label.noun}/${found.id}`),
  }))
  const entryOf = (command: Command): Entry => ({
    key: command.id,
    code: null,
    name: commandWords(command),
    kind: t(command.menu === 'go' ? 'app.screen' : 'app.command'),
    keys: command.keys === null ? null : keyWords(command.keys, onMac),
    run: () => run(command.id),
  })
  const orders = available.filter(({ id }) => id !== 'find').map(entryOf)
  const screens = orders.filter(({ key }) => key.startsWith('go.'))
  const others = orders.filter(({ key }) => !key.startsWith('go.'))
  return [...records, ...[...screens, ...others].filter(({ name }) => matches(name))].slice(0, 14)
}
