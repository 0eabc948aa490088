/** What a person holds, line by line, each with who follows: a successor, nobody, or it stays. */
import { ReferencePicker } from '#renderer/records/reference-picker.tsx'
import { useWords } from '#renderer/records/words.ts'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import type { Label } from '#shared/contract/base.ts'
import type { HandoverLine, WithoutSuccessor } from '#shared/domain/handover.ts'
import { Link } from 'wouter'
import { recordPath } from '#renderer/records/noun-path.ts'

export interface Target {
  /** A person's id, or that there is no successor. */
  readonly to: WithoutSuccessor | (string & {})
  readonly label: Label | null
}

export interface HandoverLinesProps {
  readonly lines: readonly HandoverLine[]
  readonly targetOf: (line: HandoverLine) => Target
  readonly onTarget: (line: HandoverLine, target: Target) => void
}

export function HandoverLines({ lines, targetOf, onTarget }: HandoverLinesProps) {
  const { t } = useWords()
  return (
    <table className="handover-table">
      <thead>
        <tr>
          {(['role', 'subject', 'until', 'to', 'keep'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`handoverSheet.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} target={targetOf(line)} onTarget={(target) => onTarget(line, target)} />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly line: HandoverLine
  readonly target: Target
  readonly onTarget: (target: Target) => void
}

function Line({ line, target, onTarget }: LineProps) {
  const words = useWords()
  const { t } = words
  const { subject, along, kind } = line
  const keeps = target.to === 'keep'
  const successor = keeps || target.to === 'vacant' ? null : target.to
  const name = `${subject.code} ${words.name(subject.name)}`
  const id = `handover-to-${line.id}`
  return (
    <tr>
      <td>{line.role === null ? t(`handover.kind.${kind}`) : words.value('assignmentRole', line.role)}</td>
      <th scope="row">
        <Link href={recordPath(subject.noun, subject.id)} className="handover-subject">
          <span className="code">{subject.code}</span> {words.name(subject.name)}
        </Link>
        {along.length > 0 && (
          <span className="muted handover-along-list" title={along.join(', ')}>
            {t('handoverSheet.along', { count: along.length })}
          </span>
        )}
      </th>
      <td className="figures">{line.to ?? (kind === 'action' ? t('workQueue.noDay') : t('handoverSheet.openEnd'))}</td>
      <td>
        {kind === 'acceptance' ? (
          <span className="muted">{t('handoverSheet.staysTheirs')}</span>
        ) : (
          <div className="handover-to">
            <label className="visually-hidden" htmlFor={id}>
              {t('handover.successorFor', { name })}
            </label>
            <ReferencePicker
              id={id}
              nouns={['person']}
              value={successor}
              label={successor === null ? null : target.label}
              disabled={keeps}
              onChange={(personId, label) =>
                onTarget(personId === null ? { to: 'vacant', label: null } : { to: personId, label })
              }
            />
            {target.to === 'vacant' && (
              <span className="handover-vacant">
                {kind === 'holder' ? (
                  <Vacancy word={t('handover.becomesVacant')} />
                ) : (
                  <Unknown word={t('handover.becomesNobody')} />
                )}
              </span>
            )}
          </div>
        )}
      </td>
      <td>
        {kind !== 'acceptance' && (
          <input
            type="checkbox"
            aria-label={t('handover.keepFor', { name })}
            checked={keeps}
            onChange={(event) => onTarget({ to: event.currentTarget.checked ? 'keep' : 'vacant', label: null })}
          />
        )}
      </td>
    </tr>
  )
}
