/** A field that somebody else changed while it was edited: both versions, and the choice between them. */
import type { Labels } from '#shared/contract/base.ts'
import type { FieldDescription } from '#shared/domain/fields.ts'
import { FieldValue } from './field-value.tsx'
import { useMoment } from './moment.ts'
import type { FieldConflict } from './save-field.ts'
import { useWords } from './words.ts'

export interface ConflictNoticeProps {
  readonly field: FieldDescription
  readonly mine: unknown
  readonly other: FieldConflict
  readonly labels: Labels
  readonly onChoose: (kept: unknown) => void
}

export function ConflictNotice({ field, mine, other, labels, onChoose }: ConflictNoticeProps) {
  const words = useWords()
  const momentText = useMoment()
  return (
    <div className="conflict" role="alert">
      <b>
        {other.by === null || other.at === null
          ? words.t('app.conflict')
          : words.t('app.conflictBy', { by: other.by, at: momentText(other.at) })}
      </b>
      <dl>
        <dt>{words.t('app.conflictTheirs')}</dt>
        <dd>
          <FieldValue field={field} value={other.theirs} labels={labels} />
        </dd>
        <dt>{words.t('app.conflictMine')}</dt>
        <dd>
          <FieldValue field={field} value={mine} labels={labels} />
        </dd>
      </dl>
      <div className="button-row">
        <button type="button" className="button" onClick={() => onChoose(other.theirs)}>
          {words.t('action.keepTheirs')}
        </button>
        <button type="button" className="button" onClick={() => onChoose(mine)}>
          {words.t('action.keepMine')}
        </button>
      </div>
    </div>
  )
}
