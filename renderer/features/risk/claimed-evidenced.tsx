/** The residual level that is claimed beside the one that evidence carries, and which controls carry how much of it, and why. */
import { Link } from 'wouter'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { ControlProof } from '#shared/domain/metrics/evidenced-level.ts'
import type { Level } from '#shared/domain/metrics/register-on.ts'
import type { RiskPosition } from '#shared/domain/metrics/risk-positions.ts'
import './claimed-evidenced.css'

export interface ClaimedEvidencedProps {
  readonly position: RiskPosition
  readonly proofs: readonly ControlProof[]
}

export function ClaimedEvidenced({ position, proofs }: ClaimedEvidencedProps) {
  const { t } = useWords()
  const { residual, evidenced, evidenceGap } = position
  const counted = proofs.filter(({ halves }) => halves !== null)
  return (
    <section className="sheet form-section">
      <h2>{t('section.claimedEvidenced')}</h2>
      <dl className="claimed-evidenced">
        <LevelOf name={t('app.claimedResidual')} level={residual} />
        <LevelOf name={t('app.evidencedResidual')} level={evidenced} />
      </dl>
      {evidenced === null ? (
        <p className="hint">{t('app.notCompared')}</p>
      ) : evidenceGap > 0 ? (
        <p>
          <StatusMark status="warning" word={t('listField.risk.evidenceGap')} />
          <span className="hint"> {t('app.evidenceGap')}</span>
        </p>
      ) : (
        <p className="hint">{t('app.ownJudgement')}</p>
      )}
      {counted.length === 0 && <p className="hint">{t('app.noKeyControl')}</p>}
      <ul className="proofs">
        {proofs.map((proof) => (
          <Proof key={proof.id} proof={proof} />
        ))}
      </ul>
    </section>
  )
}

function LevelOf({ name, level }: { readonly name: string; readonly level: Level | null }) {
  const words = useWords()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {level === null ? (
          words.t('app.notAssessed')
        ) : (
          <>
            <b>{words.value('band', level.band)}</b> {level.impact} × {level.likelihood}
          </>
        )}
      </dd>
    </div>
  )
}

/** How much of its weight a control carries. */
const shares = { 0: '0', 1: '½', 2: '1' } as const

function Proof({ proof: { id, code, name, halves, reason } }: { readonly proof: ControlProof }) {
  const words = useWords()
  return (
    <li>
      <span className="proof-share">{halves === null ? '–' : shares[halves]}</span>
      <div>
        <Link href={`/control/${id}`} className="link">
          <span className="code">{code}</span> {words.name(name)}
        </Link>
        <div className="muted">{words.t(`proofReason.${reason}`)}</div>
      </div>
    </li>
  )
}
