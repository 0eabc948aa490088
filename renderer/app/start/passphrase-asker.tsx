/**
 * The two dialogs for passphrases. A new one is typed twice, after it was said that there is no way back; its length is judged and
 * nothing else, since rules about letters make passphrases that people forget and machines do not mind.
 */
import { Modal } from '@mantine/core'
import { type ReactNode, type SubmitEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AskPassphrase, AskPassphraseContext } from '#renderer/api/passphrase.ts'
import { strengthOf } from './passphrase-strength.ts'
import './passphrase.css'

interface Asked {
  /** Null: a new one. */
  readonly name: string | null
  readonly refusal: string | null
  readonly answer: (passphrase: string | null) => void
}

export function PassphraseAsker({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useMemo<AskPassphrase>(() => {
    const opened = (name: string | null, refusal: string | null) =>
      new Promise<string | null>((resolve) => {
        setAsked({
          name,
          refusal,
          answer: (passphrase) => {
            setAsked(null)
            resolve(passphrase)
          },
        })
      })
    return { forNew: () => opened(null, null), ofFile: (name, refusal) => opened(name, refusal ?? null) }
  }, [])
  return (
    <AskPassphraseContext value={ask}>
      {children}
      {asked !== null && <PassphraseDialog {...asked} />}
    </AskPassphraseContext>
  )
}

function PassphraseDialog({ name, refusal, answer }: Asked) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      size={520}
      // As high as the dialog for files, which it comes after.
      zIndex={500}
      title={t(name === null ? 'passphrase.newTitle' : 'passphrase.openTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {name === null ? (
        <NewPassphrase answer={answer} />
      ) : (
        <KnownPassphrase name={name} refusal={refusal} answer={answer} />
      )}
    </Modal>
  )
}

function NewPassphrase({ answer }: Pick<Asked, 'answer'>) {
  const { t } = useTranslation()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (first === '') setRefusal(t('passphrase.empty'))
    else if (first !== second) setRefusal(t('passphrase.differ'))
    else answer(first)
  }
  return (
    <form className="passphrase" onSubmit={submit} noValidate>
      <p className="plain-notice">{t('passphrase.noWayBack')}</p>
      <PassphraseField label={t('passphrase.field')} value={first} onChange={setFirst} focused>
        <span className="hint" role="status">
          {t(`passphrase.strength.${strengthOf(first)}`)}
        </span>
      </PassphraseField>
      <PassphraseField label={t('passphrase.again')} value={second} onChange={setSecond} />
      <p className="hint">{t('passphrase.format')}</p>
      <Refused text={refusal} />
      <Buttons submit={t('passphrase.protect')} answer={answer} />
    </form>
  )
}

function KnownPassphrase({ name, refusal, answer }: Asked & { readonly name: string }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [empty, setEmpty] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (passphrase === '') setEmpty(true)
    else answer(passphrase)
  }
  return (
    <form className="passphrase" onSubmit={submit} noValidate>
      <p>{t('passphrase.openExplained', { name })}</p>
      <PassphraseField label={t('passphrase.field')} value={passphrase} onChange={setPassphrase} focused />
      <p className="hint">{t('passphrase.forgotten')}</p>
      <Refused text={empty ? t('passphrase.empty') : refusal} />
      <Buttons submit={t('passphrase.open')} answer={answer} />
    </form>
  )
}

function PassphraseField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly focused?: true
  readonly children?: ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="input"
        type="password"
        autoComplete="off"
        maxLength={1000}
        value={props.value}
        data-autofocus={props.focused}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {props.children}
    </div>
  )
}

function Refused({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <p className="refusal" role="alert">
      {text}
    </p>
  )
}

function Buttons({ submit, answer }: { readonly submit: string } & Pick<Asked, 'answer'>) {
  const { t } = useTranslation()
  return (
    <div className="button-row form-buttons">
      <button type="button" className="button" onClick={() => answer(null)}>
        {t('action.cancel')}
      </button>
      <button type="submit" className="button primary">
        {submit}
      </button>
    </div>
  )
}
