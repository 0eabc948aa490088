/** What both registers say differently, field by field, with who set it when and why on either side. */
import { Value } from '#renderer/records/changed-value.tsx'
import { useMoment } from '#renderer/records/moment.ts'
import { useWords } from '#renderer/records/words.ts'
import type { MergePicture, SetBy, ShownConflict } from '#shared/contract/merge.ts'
import { fields } from '#shared/domain/fields.ts'
import type { ConflictChoice, MergeAnswers } from '#shared/domain/merge/merge-plan.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { ProblemCode, ProblemFacts } from '#shared/domain/problem.ts'
import { sayProblem } from '#shared/locales/say-problem.ts'

interface ConflictListProps {
  readonly picture: MergePicture
  readonly isBusy: boolean
  readonly onChoose: (choices: MergeAnswers['choices']) => void
}

export function ConflictList({ picture, isBusy, onChoose }: ConflictListProps) {
  const { t } = useWords()
  const open = picture.conflicts.filter(({ choice }) => choice === null)
  if (picture.conflictCount === 0) return null
  const all = (choice: ConflictChoice) =>
    onChoose(Object.fromEntries(open.map(({ key, canTakeTheirs }) => [key, canTakeTheirs ? choice : 'ours'])))
  return (
    <section className="sheet form-section" aria-labelledby="merge-conflicts">
      <h2 id="merge-conflicts">
        {t('merge.conflicts')} <span className="muted figures">{picture.conflictCount.toLocaleString('en')}</span>
      </h2>
      <p className="hint">{t('merge.conflictHint')}</p>
      {open.length > 1 && (
        <p className="merge-bulk">
          <button type="button" className="button" disabled={isBusy} onClick={() => all('ours')}>
            {t('merge.allOurs', { count: open.length })}
          </button>{' '}
          <button type="button" className="button" disabled={isBusy} onClick={() => all('theirs')}>
            {t('merge.allTheirs', { count: open.length })}
          </button>
        </p>
      )}
      <div className="table-scroll">
        <table className="plain-table merge-table">
          <caption className="visually-hidden">{t('merge.conflicts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('merge.record')}</th>
              <th scope="col">{t('merge.field')}</th>
              <th scope="col">{t('merge.choice.ours')}</th>
              <th scope="col">{t('merge.choice.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {picture.conflicts.map((conflict) => (
              <ConflictRow
                key={conflict.key}
                conflict={conflict}
                picture={picture}
                isBusy={isBusy}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </div>
      {picture.conflictCount > picture.conflicts.length && (
        <p className="hint">{t('merge.more', { count: picture.conflictCount - picture.conflicts.length })}</p>
      )}
    </section>
  )
}

function ConflictRow({
  conflict,
  picture,
  isBusy,
  onChoose,
}: ConflictListProps & { readonly conflict: ShownConflict }) {
  const words = useWords()
  const { t, language } = words
  const { key, kind, noun, id, theirId, field, choice, broken, about, followers } = conflict
  const labels = { ...picture.theirs, ...picture.ours }
  const named =
    words.label(picture.ours, id) ||
    words.label(picture.theirs, theirId) ||
    about.map((each) => words.label(labels, each)).join(t('app.listSeparator'))
  const sides = [
    { side: 'ours', value: conflict.ours, set: conflict.setHere, offered: true },
    { side: 'theirs', value: conflict.theirs, set: conflict.setThere, offered: conflict.canTakeTheirs },
  ] as const
  return (
    <tr>
      <th scope="row">
        {words.one(noun)} <span className="code">{labels[id]?.code ?? conflict.code}</span> {named}
      </th>
      <td>
        {field === null
          ? t(`merge.kind.${kind}`)
          : field === 'withdrawn'
            ? t('merge.withdrawal')
            : words.field(noun, field)}
        {followers.length > 0 && <p className="hint">{t('merge.endDecidesFollower')}</p>}
        {broken !== null && (
          <p className="hint">
            {sayProblem(language, { code: broken.code as ProblemCode, facts: broken.facts as ProblemFacts })}
          </p>
        )}
      </td>
      {sides.map(({ side, value, set, offered }) => (
        <td key={side}>
          <div className="merge-value">
            {kind === 'period' || kind === 'rule' ? (
              <RecordValues conflict={conflict} value={value} labels={labels} />
            ) : kind === 'withdrawn' ? (
              <Withdrawn value={value} />
            ) : (
              <Shown noun={noun} field={field ?? ''} value={value} labels={labels} />
            )}
          </div>
          <SetByLine set={set} />
          <button
            type="button"
            className="button"
            aria-pressed={choice === side}
            disabled={isBusy || !offered}
            onClick={() => onChoose({ [key]: side })}
          >
            {t(side === 'ours' ? 'merge.takeOurs' : 'merge.takeTheirs')}
          </button>
        </td>
      ))}
    </tr>
  )
}

interface ShownProps {
  readonly noun: Noun
  readonly field: string
  readonly value: unknown
  readonly labels: MergePicture['ours']
}

/** Records are named without a link: those of the other register have no page here yet. */
function Shown({ noun, field, value, labels }: ShownProps) {
  const words = useWords()
  const kind = fields[noun].find((each) => each.name === field)?.kind
  const isNamed = kind === 'reference' || kind === 'references' || field === 'subjectId'
  if (!isNamed || value === null) return <Value noun={noun} field={field} value={value} labels={labels} />
  const ids = [value].flat().filter((id): id is string => typeof id === 'string')
  return <span>{ids.map((id) => words.label(labels, id) || id).join(words.t('app.listSeparator'))}</span>
}

function Withdrawn({ value }: { readonly value: unknown }) {
  const { t } = useWords()
  const withdrawal = value as { readonly on: string; readonly reason: string } | null
  return withdrawal === null
    ? t('merge.inUse')
    : t('merge.withdrawnOn', { day: withdrawal.on, reason: withdrawal.reason })
}

/** What tells a row apart that has no name: its period and whom it names. */
const told = ['postId', 'personId', 'role', 'vendorId', 'systemId', 'subjectId', 'name', 'from', 'to'] as const

interface RecordValuesProps {
  readonly conflict: ShownConflict
  readonly value: unknown
  readonly labels: MergePicture['ours']
}

function RecordValues({ conflict, value, labels }: RecordValuesProps) {
  const words = useWords()
  if (value === null) return words.t('merge.nothing')
  const values = value as Readonly<Record<string, unknown>>
  return (
    <dl className="merge-row">
      {told
        .filter((field) => field in values)
        .map((field) => (
          <div key={field}>
            <dt>{words.field(conflict.noun, field)}</dt>
            <dd>
              <Shown noun={conflict.noun} field={field} value={values[field]} labels={labels} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** Who set it last on one side, when, by which act and why. */
function SetByLine({ set }: { readonly set: SetBy | null }) {
  const words = useWords()
  const moment = useMoment()
  if (set === null) return null
  const who = set.person === null ? set.account : words.name(set.person)
  return (
    <p className="muted merge-set">
      {moment(set.at)} {who} {words.t(`operation.${set.operation}`)}
      {set.reason !== null && `: ${set.reason}`}
    </p>
  )
}
