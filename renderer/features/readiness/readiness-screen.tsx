/** Japan readiness: the immediate priorities, each with n of N, who sees to it and by when; the counts open the records behind. */
import { IconTimelineEvent } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import { DueDay } from '#renderer/records/day-value.tsx'
import { DialogForm } from '#renderer/records/dialog-form.tsx'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { textOrNull } from '#renderer/records/typed-text.ts'
import { nounField } from '#renderer/records/verb-fields.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { mostReadinessShown, type ReadinessPicture } from '#shared/contract/readiness.ts'
import type { ReadinessLine } from '#shared/domain/readiness/japan-readiness.ts'
import type { ReadinessId } from '#shared/domain/readiness/readiness-item.ts'
import './readiness.css'

export function ReadinessScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t } = words
  const { today } = useRegister()
  const { client, utils } = useApi()
  const { data, error } = useQuery(utils.readiness.picture.queryOptions())
  return (
    <>
      <div className="page-head">
        <IconTimelineEvent size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('readiness.title')}</h1>
        <span className="page-note">{t('app.asOfDay', { day: today })}</span>
        <span className="page-actions">
          <TableFileButton write={(folder) => client.readiness.writeTable({ folder })} />
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data !== undefined && (
          <section className="sheet form-section">
            <p className="hint">{t('readiness.hint')}</p>
            <Lines picture={data} />
          </section>
        )}
      </div>
    </>
  )
}

function Lines({ picture }: { readonly picture: ReadinessPicture }) {
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange()
  const [opened, setOpened] = useState<ReadinessId | null>(null)
  const [asked, setAsked] = useState<ReadinessLine | null>(null)
  return (
    <>
      <div className="table-scroll">
        <table className="plain-table readiness-table">
          <caption className="visually-hidden">{t('readiness.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('readiness.priority')}</th>
              <th scope="col" className="figure-column">
                {t('readiness.count')}
              </th>
              <th scope="col">{t('readiness.state')}</th>
              <th scope="col">{words.field('readinessItem', 'ownerPostId')}</th>
              <th scope="col">{words.field('readinessItem', 'dueOn')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('readiness.change')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {picture.lines.map((line) => (
              <Line
                key={line.id}
                line={line}
                labels={picture.labels}
                opened={opened === line.id}
                onOpen={() => setOpened(opened === line.id ? null : line.id)}
                change={
                  mayChange ? (
                    <button type="button" className="text-button" onClick={() => setAsked(line)}>
                      {t('readiness.change')}
                      <span className="visually-hidden"> {words.value('readinessId', line.id)}</span>
                    </button>
                  ) : null
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked !== null && <Change line={asked} labels={picture.labels} onClose={() => setAsked(null)} />}
    </>
  )
}

interface LineProps {
  readonly line: ReadinessLine
  readonly labels: ReadinessPicture['labels']
}

function Line({
  line,
  labels,
  opened,
  onOpen,
  change,
}: LineProps & { readonly opened: boolean; readonly onOpen: () => void; readonly change: ReactNode }) {
  const words = useWords()
  const { t } = words
  const count = line.known ? `${String(line.met)} / ${String(line.of)}` : t('status.no_data')
  return (
    <>
      <tr>
        <th scope="row">
          {words.value('readinessId', line.id)}
          <Parts line={line} />
        </th>
        <td className="figure-column">
          <button type="button" className="text-button figures" aria-expanded={opened} onClick={onOpen}>
            {count}
            <span className="visually-hidden"> {t('readiness.behind')}</span>
          </button>
        </td>
        <td>
          <StateMark line={line} />
        </td>
        <td>
          {line.ownerPostId === null ? (
            <Unknown word={t('app.notRegistered')} />
          ) : (
            <>
              <RecordLink id={line.ownerPostId} labels={labels} />
              <br />
              <span className="muted">
                {line.ownerId === null ? t('readiness.vacant') : words.label(labels, line.ownerId)}
              </span>
            </>
          )}
        </td>
        <td>
          {line.dueOn === null ? (
            <Unknown word={t('app.notRegistered')} />
          ) : line.state === 'overdue' ? (
            <DueDay day={line.dueOn} />
          ) : (
            <span className="figures">{line.dueOn}</span>
          )}
        </td>
        <td>{change}</td>
      </tr>
      {opened && (
        <tr>
          <td colSpan={6} className="readiness-behind">
            <Behind line={line} labels={labels} />
          </td>
        </tr>
      )}
    </>
  )
}

function StateMark({ line: { state } }: Pick<LineProps, 'line'>) {
  const words = useWords()
  const word = words.value('readinessState', state)
  if (state === 'done') return <StatusMark status="within" word={word} />
  if (state === 'overdue') return <StatusMark status="breach" word={word} />
  if (state === 'open') return <StatusMark status="warning" word={word} />
  return <StatusMark status={state === 'none' ? 'na' : 'no_data'} word={word} />
}

/** What of the open ones is what: only the counts that are not zero. */
function Parts({ line }: Pick<LineProps, 'line'>) {
  const { t } = useWords()
  const said = Object.entries(line.parts).filter(([, count]) => count > 0)
  if (said.length === 0) return null
  return (
    <p className="muted readiness-parts">
      {said.map(([part, count]) => t(`readiness.part.${line.id}.${part}`, { count })).join(t('app.listSeparator'))}
    </p>
  )
}

function Behind({ line, labels }: LineProps) {
  const words = useWords()
  const { t } = words
  const list = (title: string, ids: readonly string[], total: number) => (
    <section className="related">
      <h3>
        {title} <span className="muted">{total}</span>
      </h3>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            {line.noun === 'outwardAccount' ? words.value('accountPart', id) : <RecordLink id={id} labels={labels} />}
          </li>
        ))}
      </ul>
      {total > ids.length && <p className="muted">{t('readiness.more', { count: total - mostReadinessShown })}</p>}
    </section>
  )
  return (
    <>
      <p className="hint">{t(`readiness.rule.${line.id}`)}</p>
      {line.noun === 'outwardAccount' && (
        <p>
          <Link href="/outward-account" className="link">
            {words.many('outwardAccount')}
          </Link>
        </p>
      )}
      <div className="readiness-lists">
        {list(t('readiness.open'), line.open, line.of - line.met)}
        {list(t('readiness.done'), line.done, line.met)}
      </div>
    </>
  )
}

function Change({ line, labels, onClose }: LineProps & { readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const set = useChange(
    (
      client,
      input: {
        readonly item: ReadinessId
        readonly ownerPostId: string | null
        readonly dueOn: string | null
        readonly notes: string | null
      },
    ) => client.readiness.set(input),
  )
  return (
    <DialogForm
      name="readiness-set"
      title={words.value('readinessId', line.id)}
      fields={[
        nounField(words, 'readinessItem', 'ownerPostId'),
        nounField(words, 'readinessItem', 'dueOn'),
        nounField(words, 'readinessItem', 'notes'),
      ]}
      initial={{ ownerPostId: line.ownerPostId, dueOn: line.dueOn, notes: line.notes }}
      labels={labels}
      submitLabel={t('readiness.save')}
      onCancel={onClose}
      onSubmit={async (values) => {
        await set.mutateAsync({
          item: line.id,
          ownerPostId: textOrNull(values.ownerPostId),
          dueOn: textOrNull(values.dueOn),
          notes: textOrNull(values.notes),
        })
        onClose()
      }}
    />
  )
}
