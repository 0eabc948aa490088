/** What was typed and is not in the register, wherever it was left: opened again, or discarded. */
import { Menu } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type HeldDraft, keyOf, useDrafts, useWaitingDrafts } from '#renderer/api/drafts.tsx'
import { useDiscardDraft, useOpenDraft } from '#renderer/records/draft-notice.tsx'
import { useMoment } from '#renderer/records/moment.ts'
import { useWords } from '#renderer/records/words.ts'

/** Something of a record that the register has not taken; a record or a comment that is still to be made is no failure. */
export function isRefused({ place, fields }: HeldDraft): boolean {
  return (
    place.recordId !== null &&
    place.noun !== 'comment' &&
    [...fields.values()].some(({ state }) => state !== 'typed' && state !== 'saving')
  )
}

export function WaitingDrafts() {
  const words = useWords()
  const momentText = useMoment()
  const { t } = words
  const waiting = useWaitingDrafts()
  const { labels } = useDrafts()
  const open = useOpenDraft()
  const discard = useDiscardDraft()
  if (waiting.length === 0) return null
  const nameOf = ({ place: { noun, recordId } }: HeldDraft) => {
    if (noun === 'organisation') return words.one('organisation')
    if (recordId === null) return t('app.newNoun', { noun: words.inSentence(noun) })
    const what = noun === 'comment' ? words.one('comment') : ''
    return [what, labels[recordId]?.code ?? words.one(noun), words.label(labels, recordId)]
      .filter((part) => part !== '')
      .join(' ')
  }
  return (
    <Menu position="bottom-start" width={420}>
      <Menu.Target>
        <button type="button" className="frame-file-name frame-drafts">
          <span>{t('draft.waiting', { count: waiting.length })}</span>
          <IconChevronDown size={12} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('draft.where')}</Menu.Label>
        {waiting.map((draft) => (
          <Menu.Item key={keyOf(draft.place)} onClick={() => open(draft.place)} className="waiting-draft">
            <b>{nameOf(draft)}</b>
            <span className="muted">
              {momentText(draft.at)}{' '}
              {[...draft.fields.keys()].map((name) => words.field(draft.place.noun, name)).join(t('app.listSeparator'))}
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {waiting.map((draft) => (
          <Menu.Item
            key={keyOf(draft.place)}
            leftSection={<IconX size={12} stroke={1.5} aria-hidden />}
            onClick={() => discard(draft.place)}
          >
            {t('draft.discardOf', { name: nameOf(draft) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
