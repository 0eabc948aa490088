/** Text to chase people with: one for each, looked over, changed, and copied into the person's own mail. Nothing is sent. */
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { copyText } from '#renderer/ui/copy-text.ts'
import { LanguageChoice } from '#renderer/ui/language-choice.tsx'
import type { WorkLetter } from '#shared/contract/work-queue.ts'
import type { Language } from '#shared/domain/text.ts'
import { WorkHead } from './work-head.tsx'
import { setWork, useWork } from './work-state.ts'
import './work-queue.css'

export function WorkLettersScreen() {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const work = useWork()
  const { letterTo } = work
  const [letterLanguage, setLetterLanguage] = useState<Language>(words.language)
  const [openId, setOpenId] = useState<string | null>(null)
  /** What a person has changed, by language and person; the rest is as it was made. */
  const [changed, setChanged] = useState<Readonly<Record<string, Partial<Pick<WorkLetter, 'subject' | 'text'>>>>>({})
  const [copied, setCopied] = useState<readonly string[]>([])
  const { data, error } = useQuery({
    ...utils.workQueue.letters.queryOptions({
      input: { day: work.day, personIds: [...letterTo], language: letterLanguage },
    }),
    enabled: letterTo.length > 0,
  })
  const { data: late } = useQuery(
    utils.workQueue.groups.queryOptions({ input: { day: work.day, standings: ['late'], by: 'person' } }),
  )
  const lateIds = late?.groups.flatMap(({ key }) => (key === null ? [] : [key])).slice(0, 200) ?? []
  const letters = data?.letters ?? []
  const key = (letter: WorkLetter) => `${letterLanguage} ${letter.personId}`
  const open = letters.find((letter) => letter.personId === openId) ?? letters[0]
  return (
    <>
      <WorkHead view="letters" note={t('workQueue.letterNote')} />
      <div className="chips">
        <label htmlFor="letter-person" className="muted">
          {t('workQueue.addPerson')}
        </label>
        <div className="work-letter-picker">
          <ReferencePicker
            id="letter-person"
            nouns={['person']}
            value={null}
            label={null}
            adding
            onChange={(id) => {
              if (id !== null && !letterTo.includes(id)) setWork({ letterTo: [...letterTo, id] })
              if (id !== null) setOpenId(id)
            }}
          />
        </div>
        <button
          type="button"
          className="button"
          disabled={lateIds.length === 0}
          onClick={() => setWork({ letterTo: lateIds })}
        >
          {t('workQueue.everybodyLate', { count: lateIds.length })}
        </button>
        <LanguageChoice label={t('workQueue.letterLanguage')} language={letterLanguage} onChange={setLetterLanguage} />
      </div>
      {error !== null ? (
        <p className="empty" role="alert">
          {sayError(words.language, error)}
        </p>
      ) : letterTo.length === 0 ? (
        <div className="empty">
          <p>{t('workQueue.noLetters')}</p>
          <p className="muted">{t('workQueue.noLettersWhy')}</p>
        </div>
      ) : (
        <div className="work-letters">
          <ul className="sheet work-letter-list" aria-label={t('workQueue.view.letters')}>
            {letters.map((letter) => {
              const name = words.label(data?.labels ?? {}, letter.personId)
              return (
                <li key={letter.personId} aria-current={letter === open || undefined}>
                  <button type="button" className="work-letter-name" onClick={() => setOpenId(letter.personId)}>
                    {name} <span className="muted">{t('workQueue.items', { count: letter.items })}</span>
                    {copied.includes(key(letter)) && (
                      <span className="work-copied">
                        <IconCheck size={14} stroke={1.5} aria-hidden /> {t('workQueue.copied')}
                      </span>
                    )}
                  </button>
                  <button
                    type="button"
                    className="text-button"
                    aria-label={t('action.remove', { name })}
                    onClick={() => setWork({ letterTo: letterTo.filter((id) => id !== letter.personId) })}
                  >
                    <IconX size={14} stroke={1.5} aria-hidden />
                  </button>
                </li>
              )
            })}
          </ul>
          {open !== undefined && (
            <Letter
              key={key(open)}
              letter={{ ...open, ...changed[key(open)] }}
              language={letterLanguage}
              onChange={(change) => setChanged({ ...changed, [key(open)]: { ...changed[key(open)], ...change } })}
              onCopied={() => setCopied([...copied.filter((each) => each !== key(open)), key(open)])}
            />
          )}
        </div>
      )}
    </>
  )
}

interface LetterProps {
  readonly letter: WorkLetter
  readonly language: Language
  readonly onChange: (change: Partial<Pick<WorkLetter, 'subject' | 'text'>>) => void
  readonly onCopied: () => void
}

function Letter({ letter, language, onChange, onCopied }: LetterProps) {
  const { t } = useWords()
  const tell = useTell()
  const id = useId()
  const copy = async (text: string, what: string, whole: boolean) => {
    if (!(await copyText(text))) {
      tell.refused(t('workQueue.notCopied'))
      return
    }
    if (whole) onCopied()
    tell.done(t('workQueue.copiedWhat', { what }))
  }
  return (
    <section className="sheet work-letter" lang={language}>
      <div className="work-letter-row">
        <label className="field-label" htmlFor={`${id}-to`}>
          {t('workQueue.letterTo')}
        </label>
        <input id={`${id}-to`} className="input" readOnly value={letter.email ?? t('app.notRegistered')} />
        <button
          type="button"
          className="button"
          disabled={letter.email === null}
          onClick={() => void copy(letter.email ?? '', t('workQueue.letterTo'), false)}
        >
          {t('workQueue.copyAddress')}
        </button>
      </div>
      <div className="work-letter-row">
        <label className="field-label" htmlFor={`${id}-subject`}>
          {t('workQueue.letterSubject')}
        </label>
        <input
          id={`${id}-subject`}
          className="input"
          value={letter.subject}
          onChange={(event) => onChange({ subject: event.currentTarget.value })}
        />
        <button
          type="button"
          className="button"
          onClick={() => void copy(letter.subject, t('workQueue.letterSubject'), false)}
        >
          {t('workQueue.copySubject')}
        </button>
      </div>
      <label className="field-label" htmlFor={`${id}-text`}>
        {t('workQueue.letterText')}
      </label>
      <textarea
        id={`${id}-text`}
        className="input work-letter-text"
        value={letter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className="button-row">
        <button
          type="button"
          className="button primary"
          onClick={() => void copy(letter.text, t('workQueue.letterText'), true)}
        >
          <IconCopy size={16} stroke={1.5} aria-hidden />
          {t('workQueue.copyText')}
        </button>
      </div>
    </section>
  )
}
