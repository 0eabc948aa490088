/** A written bundle held against itself, the open register, a signature and a digest on paper; and the company's own signature. */
import { type ReactNode, useId, useState } from 'react'
import { type ChosenFile, type Purpose, useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMoment } from '#renderer/records/moment.ts'
import { useOpenBehindPassphrase } from '#renderer/records/open-behind-passphrase.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { BundleCheck, BundleIdentity } from '#shared/domain/bundle-check.ts'
import { sayFinding } from '#shared/locales/say-problem.ts'
import './pack-screens.css'

export function VerifyScreen() {
  const { t } = useWords()
  return (
    <>
      <div className="page-head">
        <h1>{t('app.verifyBundle')}</h1>
        <span className="page-note">{t('app.verifyBundleNote')}</span>
      </div>
      <div className="page-body">
        <CheckSheet />
        <SignSheet />
      </div>
    </>
  )
}

function CheckSheet() {
  const { t, language } = useWords()
  const { client } = useApi()
  const running = useRunningWork()
  const [folder, setFolder] = useState<ChosenFile | null>(null)
  const [key, setKey] = useState<ChosenFile | null>(null)
  const [noted, setNoted] = useState('')
  const [answer, setAnswer] = useState<BundleCheck | string | null>(null)
  const notedId = useId()
  const behindPassphrase = useOpenBehindPassphrase()
  const verify = async () => {
    if (folder === null) return
    setAnswer(null)
    try {
      const input = { folder: folder.token, publicKey: key?.token ?? null, noted: noted.trim() || null }
      const check = (passphrase: string | null) =>
        runLongWork('verify', (signal) => client.pack.checkBundle({ ...input, passphrase }, { signal }))
      setAnswer(await (folder.name.endsWith('.age') ? behindPassphrase(folder.name, check) : check(null)))
    } catch (error) {
      setAnswer(sayError(language, error))
    }
  }
  return (
    <section className="sheet verify-bundle">
      <h2>{t('app.verifyWhat')}</h2>
      <p>{t('app.verifyBundleExplained')}</p>
      <div className="verify-inputs">
        <FolderLine chosen={folder?.name.endsWith('.age') === true ? null : folder} onChosen={setFolder} />
        <ChosenLine
          label={t('app.protectedBundle')}
          hint={t('app.protectedBundleHint')}
          purpose="protected-bundle"
          action={t('action.chooseProtectedBundle')}
          chosen={folder?.name.endsWith('.age') === true ? folder : null}
          onChosen={setFolder}
        />
        <ChosenLine
          label={t('app.bundleKey')}
          hint={t('app.bundleKeyHint')}
          purpose="public-key"
          action={t('action.choosePublicKey')}
          chosen={key}
          onChosen={setKey}
        />
        <div className="verify-input">
          <label htmlFor={notedId}>{t('app.bundleNoted')}</label>
          <input
            id={notedId}
            className="input"
            value={noted}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setNoted(event.currentTarget.value)}
          />
          <span className="hint">{t('app.bundleNotedHint')}</span>
        </div>
      </div>
      <div className="button-row">
        <button
          type="button"
          className="button primary"
          disabled={folder === null || running !== null}
          onClick={() => void verify()}
        >
          {t('action.verifyBundle')}
        </button>
      </div>
      {typeof answer === 'string' && (
        <p role="alert" className="refusal">
          {answer}
        </p>
      )}
      {answer !== null && typeof answer !== 'string' && <Answer check={answer} />}
    </section>
  )
}

function Answer({ check }: { readonly check: BundleCheck }) {
  const { t, language } = useWords()
  const { findings, data, register, signature } = check
  return (
    <div role="status" className="bundle-answer">
      <p>
        {findings.length === 0 ? (
          <StatusMark status="within" word={t('app.bundleWhole', { name: check.name })} />
        ) : (
          <StatusMark status="breach" word={t('app.bundleChanged', { name: check.name, count: findings.length })} />
        )}
      </p>
      {findings.length > 0 && (
        <ul className="bundle-findings">
          {findings.map((finding) => (
            <li key={`${finding.code} ${JSON.stringify(finding.facts)}`}>{sayFinding(language, finding)}</li>
          ))}
        </ul>
      )}
      <ul className="bundle-held">
        <li>{t(`app.bundleData.${data}`)}</li>
        <li>{t(`app.bundleRegister.${register}`)}</li>
        <li>{t(`app.bundleSignature.${signature.state}`, { fingerprint: signature.fingerprint ?? '' })}</li>
      </ul>
      {check.bundle !== null && <Identity bundle={check.bundle} />}
      <p className="hint">{t('app.verifyBundleLimits')}</p>
    </div>
  )
}

/** What a person holds against the printed page, line by line, under the words of that page. */
function Identity({ bundle }: { readonly bundle: BundleIdentity }) {
  const words = useWords()
  const momentText = useMoment()
  const { t } = words
  const line = (label: string, value: string | null, none = t('bundle.readme.none')) => (
    <div key={label}>
      <dt>{label}</dt>
      <dd className="digest">{value ?? none}</dd>
    </div>
  )
  return (
    <dl className="key-values wide bundle-identity">
      {line(t('app.bundleOf'), words.name(bundle.organisation) + (bundle.sample ? ` (${t('app.sample')})` : ''))}
      {line(t('pack.digest.pack'), bundle.pack, t(`app.bundleKind.${bundle.kind}`))}
      {bundle.kind !== 'export' && [
        line(t('pack.digest.asOf'), bundle.asOf),
        line(t('pack.digest.cutOff'), bundle.cutOff && momentText(bundle.cutOff)),
        line(t('pack.digest.lockedAt'), bundle.lockedAt && momentText(bundle.lockedAt), t('pack.digest.notLocked')),
        line(t('pack.digest.dataDigest'), bundle.dataDigest),
        line(t('pack.digest.previous'), bundle.previousPack),
        line(t('pack.digest.packDigest'), bundle.packDigest ?? t('pack.digest.notSignedOff')),
        line(t('pack.digest.previousDigest'), bundle.previousDigest),
      ]}
      {line(t('pack.digest.auditHead'), bundle.auditHead)}
      {line(words.field('pack', 'auditSequence'), String(bundle.auditSequence))}
      {line(t('pack.digest.app'), bundle.application)}
      {line(t('app.bundleFiles'), String(bundle.files))}
    </dl>
  )
}

function SignSheet() {
  const { t, language } = useWords()
  const { client } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const [folder, setFolder] = useState<ChosenFile | null>(null)
  const [key, setKey] = useState<ChosenFile | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const passphraseId = useId()
  const refused = (error: unknown) => tell.refused(sayError(language, error))
  const secret = passphrase === '' ? null : passphrase
  const sign = async () => {
    if (folder === null || key === null) return
    try {
      const { fingerprint } = await client.pack.signBundle({
        folder: folder.token,
        key: key.token,
        passphrase: secret,
      })
      setPassphrase('')
      tell.done(t('app.bundleSigned', { name: folder.name, fingerprint }))
    } catch (error) {
      refused(error)
    }
  }
  const makeKeys = async () => {
    const place = await choose('output-folder')
    if (place === null) return
    try {
      const { names, token } = await client.pack.newKey({ folder: place.token, passphrase: secret })
      tell.done(t('app.keysMade', { privateKey: names[0] ?? '', publicKey: names[1] ?? '' }), {
        label: t('action.showFolder'),
        run: () => {
          client.file.reveal({ token }).catch(refused)
        },
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <section className="sheet verify-bundle">
      <h2>{t('app.signBundle')}</h2>
      <p>{t('app.signBundleExplained')}</p>
      <div className="verify-inputs">
        <FolderLine chosen={folder} onChosen={setFolder} />
        <ChosenLine
          label={t('app.signingKey')}
          hint={t('app.signingKeyHint')}
          purpose="signing-key"
          action={t('action.chooseSigningKey')}
          chosen={key}
          onChosen={setKey}
        />
        <div className="verify-input">
          <label htmlFor={passphraseId}>{t('app.keyPassphrase')}</label>
          <input
            id={passphraseId}
            className="input"
            type="password"
            value={passphrase}
            autoComplete="off"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <span className="hint">{t('app.keyPassphraseHint')}</span>
        </div>
      </div>
      <div className="button-row">
        <button type="button" className="button" onClick={() => void makeKeys()}>
          {t('action.makeKeys')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={folder === null || key === null}
          onClick={() => void sign()}
        >
          {t('action.signBundle')}
        </button>
      </div>
    </section>
  )
}

function FolderLine(props: { readonly chosen: ChosenFile | null; readonly onChosen: (file: ChosenFile) => void }) {
  const { t } = useWords()
  return (
    <ChosenLine label={t('app.bundleFolder')} purpose="output-folder" action={t('action.chooseBundle')} {...props} />
  )
}

function ChosenLine(props: {
  readonly label: string
  readonly hint?: ReactNode
  readonly purpose: Purpose
  readonly action: string
  readonly chosen: ChosenFile | null
  readonly onChosen: (file: ChosenFile) => void
}) {
  const { t } = useWords()
  const choose = useChooseFile()
  const ask = async () => {
    const file = await choose(props.purpose)
    if (file !== null) props.onChosen(file)
  }
  return (
    <div className="verify-input">
      <span className="verify-label">{props.label}</span>
      <span className="verify-chosen">
        <button type="button" className="button" onClick={() => void ask()}>
          {props.action}
        </button>
        {props.chosen === null ? (
          <span className="muted">{t('app.notChosen')}</span>
        ) : (
          <span className="code">{props.chosen.name}</span>
        )}
      </span>
      {props.hint !== undefined && <span className="hint">{props.hint}</span>}
    </div>
  )
}
