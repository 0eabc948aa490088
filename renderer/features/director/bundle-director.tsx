/** The director's view of a bundle: chosen, verified, and shown with what the verification found. Needs no register. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { runLongWork, useRunningWork } from '#renderer/api/long-work.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useOpenBehindPassphrase } from '#renderer/records/open-behind-passphrase.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { OpenedBundle } from '#shared/contract/director.ts'
import { sayFinding } from '#shared/locales/say-problem.ts'
import { DirectorScreen } from './director-screen.tsx'
import './director.css'

export const bundlePath = '/director/bundle'

interface Props {
  readonly page: number
  readonly leaveTo: string
}

export function BundleDirector({ page, leaveTo }: Props) {
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<OpenedBundle | null>(null)
  /** Faults were named and read. */
  const [accepted, setAccepted] = useState(false)
  const open = (bundle: OpenedBundle) => {
    setOpened(bundle)
    setAccepted(bundle.check.findings.length === 0)
    navigate(`${bundlePath}/1`, { replace: true })
  }
  if (opened === null) return <ChooseBundle onOpened={open} leaveTo={leaveTo} />
  if (opened.pages !== 'shown' || !accepted)
    return (
      <BundleRefused
        opened={opened}
        leaveTo={leaveTo}
        onOther={() => setOpened(null)}
        onAccept={opened.pages === 'shown' ? () => setAccepted(true) : null}
      />
    )
  return (
    <DirectorScreen
      shown={{ kind: 'bundle', id: opened.id }}
      path={bundlePath}
      page={page}
      leaveTo={leaveTo}
      notice={<Verified opened={opened} />}
    />
  )
}

function ChooseBundle(props: { readonly onOpened: (opened: OpenedBundle) => void; readonly leaveTo: string }) {
  const { t, language } = useWords()
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const running = useRunningWork()
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: recent } = useQuery({ ...utils.director.recentBundles.queryOptions(), staleTime: 0, gcTime: 0 })
  const behindPassphrase = useOpenBehindPassphrase()
  const openWith = (folder: string, passphrase: string | null) =>
    runLongWork('verify', (signal) => client.director.openBundle({ folder, passphrase }, { signal }))
  const open = async (folder: string, name: string) => {
    setRefusal(null)
    try {
      const opened = name.endsWith('.age')
        ? await behindPassphrase(name, (passphrase) => openWith(folder, passphrase))
        : await openWith(folder, null)
      if (opened !== null) props.onOpened(opened)
    } catch (error) {
      setRefusal(sayError(language, error))
    }
  }
  const ask = async (purpose: 'output-folder' | 'protected-bundle') => {
    const chosen = await choose(purpose)
    if (chosen !== null) await open(chosen.token, chosen.name)
  }
  return (
    <main className="director-choose">
      <h1>{t('director.openBundle')}</h1>
      <p>{t('director.openBundleExplained')}</p>
      <div className="director-choices">
        <button
          type="button"
          className="button primary"
          disabled={running !== null}
          onClick={() => void ask('output-folder')}
        >
          {t('action.chooseBundle')}
        </button>
        <button
          type="button"
          className="button"
          disabled={running !== null}
          onClick={() => void ask('protected-bundle')}
        >
          {t('action.chooseProtectedBundle')}
        </button>
        <Link href={props.leaveTo} className="button">
          {t('director.leave')}
        </Link>
      </div>
      {running !== null && (
        <p role="status">
          {t('director.verifying', { done: running.done, total: running.total })}{' '}
          <button type="button" className="button" onClick={running.cancel}>
            {t('action.cancel')}
          </button>
        </p>
      )}
      {refusal !== null && <p role="alert">{refusal}</p>}
      {recent !== undefined && recent.length > 0 && (
        <section aria-labelledby="director-recent">
          <h2 id="director-recent">{t('director.recent')}</h2>
          <ul className="director-recent">
            {recent.map(({ token, name, folder }) => (
              <li key={token}>
                <button
                  type="button"
                  className="link"
                  disabled={running !== null}
                  onClick={() => void open(token, name)}
                >
                  {name}
                </button>{' '}
                <span className="muted">{folder}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

interface RefusedProps {
  readonly opened: OpenedBundle
  readonly leaveTo: string
  readonly onOther: () => void
  /** Null where nothing may be shown. */
  readonly onAccept: (() => void) | null
}

/** What was found, named before anything of it is shown. */
function BundleRefused({ opened, leaveTo, onOther, onAccept }: RefusedProps) {
  const { t } = useWords()
  const { check, pages } = opened
  return (
    <main className="director-choose">
      <h1>{check.name}</h1>
      {check.findings.length > 0 && (
        <p>
          <StatusMark
            status="breach"
            word={t('app.bundleChanged', { name: check.name, count: check.findings.length })}
          />
        </p>
      )}
      <Findings opened={opened} />
      <p>{t(`director.bundle.${pages}`)}</p>
      <div className="director-choices">
        {onAccept !== null && (
          <button type="button" className="button" onClick={onAccept}>
            {t('director.showNevertheless')}
          </button>
        )}
        <button type="button" className="button" onClick={onOther}>
          {t('director.otherBundle')}
        </button>
        <Link href={leaveTo} className="button primary">
          {t('director.leave')}
        </Link>
      </div>
    </main>
  )
}

function Findings({ opened: { check } }: { readonly opened: OpenedBundle }) {
  const { language } = useWords()
  return (
    <ul className="director-findings">
      {check.findings.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.facts)}`}>{sayFinding(language, finding)}</li>
      ))}
    </ul>
  )
}

/** How the bundle was found, above its pages for as long as they are shown. */
function Verified({ opened }: { readonly opened: OpenedBundle }) {
  const { t } = useWords()
  const { check, writtenBy } = opened
  const { findings } = check
  return (
    <details className={findings.length === 0 ? 'director-verified' : 'director-verified director-warned'}>
      <summary>
        {findings.length === 0 ? (
          <StatusMark status="within" word={t('app.bundleWhole', { name: check.name })} />
        ) : (
          <StatusMark status="breach" word={t('app.bundleChanged', { name: check.name, count: findings.length })} />
        )}{' '}
        {writtenBy !== null && t('director.writtenBy', { version: writtenBy })}
      </summary>
      <Findings opened={opened} />
      <ul className="director-findings">
        <li>{t(`app.bundleData.${check.data}`)}</li>
        <li>{t(`app.bundleSignature.${check.signature.state}`, { fingerprint: check.signature.fingerprint ?? '' })}</li>
        {check.bundle?.dataDigest != null && (
          <li>
            {t('pack.digest.dataDigest')} {check.bundle.dataDigest}
          </li>
        )}
        <li>{t('app.verifyBundleLimits')}</li>
      </ul>
    </details>
  )
}
