/** The page of one record: its form, which saves itself, what belongs to it, its verbs and its history. */
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { nounClient, nounUtils, useApi } from '#renderer/api/client.tsx'
import { useChange } from '#renderer/api/change.ts'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange } from '#renderer/api/status.ts'
import type { RecordDetail } from '#shared/contract/records.ts'
import { fields } from '#shared/domain/fields.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { AutosaveField } from './autosave-field.tsx'
import { CommentsSheet } from './comments.tsx'
import { DialogForm } from './dialog-form.tsx'
import { LeftInRecord } from './draft-notice.tsx'
import { FieldValue } from './field-value.tsx'
import { FormProblemsProvider, ProblemSummary } from './form-problems.tsx'
import { HistoryList } from './history-list.tsx'
import type { NounScreen } from './noun-screen.ts'
import { printedRecord } from './print/printed-record.ts'
import { usePrintSource } from './print/print-source.ts'
import { nameOf } from './record-panel.tsx'
import { useAskedField } from './asked-field.ts'
import { RecordFindings } from './record-findings.tsx'
import { useRecordSaver } from './record-saver.ts'
import { useTell } from './tell.ts'
import { reasonField } from './verb-fields.ts'
import { OriginLine } from './origin-line.tsx'
import { SourceRows } from './source-rows.tsx'
import { WithdrawnNotice } from './withdrawn-notice.tsx'
import { useMoment } from './moment.ts'
import { useWords } from './words.ts'
import { textOf } from './typed-text.ts'
import { nounPath, recordPath } from './noun-path.ts'

export interface RecordScreenProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly id: string
  readonly history: boolean
}

export function RecordScreen<N extends CodedNoun>({ screen, id, history }: RecordScreenProps<N>) {
  const words = useWords()
  const { utils } = useApi()
  const { data: detail, error } = useQuery(nounUtils(utils, screen.noun).get.queryOptions({ input: { id } }))
  const { client } = useApi()
  const momentText = useMoment()
  usePrintSource({ kind: 'sheet', make: () => printedRecord(client, words, momentText, id) })
  if (error !== null && detail === undefined)
    return (
      <>
        <div className="page-head">
          <screen.icon size={16} stroke={1.5} className="page-icon" aria-hidden />
          <div className="page-title">
            <h1>{words.one(screen.noun)}</h1>
          </div>
        </div>
        <div className="empty" role="alert">
          <p>{sayError(words.language, error)}</p>
          <Link href={nounPath(screen.noun)} className="button">
            {words.many(screen.noun)}
          </Link>
        </div>
      </>
    )
  if (detail === undefined) return null
  return (
    <FormProblemsProvider key={id}>
      <Head screen={screen} detail={detail} history={history} />
      {history ? (
        <div className="page-body">
          <section className="sheet history-sheet">
            <h2>{words.t('app.history')}</h2>
            <HistoryList recordId={id} current={{ noun: screen.noun, record: detail.record }} />
          </section>
        </div>
      ) : (
        <Form screen={screen} detail={detail} />
      )}
    </FormProblemsProvider>
  )
}

interface PartProps<N extends CodedNoun> {
  readonly screen: NounScreen<N>
  readonly detail: RecordDetail<N>
}

function Head<N extends CodedNoun>({ screen, detail, history }: PartProps<N> & { readonly history: boolean }) {
  const { noun, icon: Icon, Verbs, Identity } = screen
  const words = useWords()
  const { utils } = useApi()
  const mayChange = useMayChange()
  const { record } = detail
  // The verbs belong to the form: beside the history they would only push the name away.
  const acts = mayChange && !history && record.withdrawn === null
  const changes = useQuery(utils.history.list.queryOptions({ input: { recordId: record.id, limit: 1 } })).data?.total
  return (
    <div className="page-head">
      <Icon size={16} stroke={1.5} className="page-icon" aria-hidden />
      <div className="page-title">
        <h1>
          <span className="page-code">{record.code}</span> {words.name(nameOf(record))}
        </h1>
        {Identity !== undefined && (
          <span className="page-note identity">
            <Identity detail={detail} />
          </span>
        )}
      </div>
      <span className="page-actions">
        {acts && Verbs !== undefined && <Verbs detail={detail} />}
        {acts && screen.createFields.length > 0 && screen.single !== true && <Duplicate noun={noun} id={record.id} />}
        {acts && screen.createFields.length > 0 && <Withdraw noun={noun} detail={detail} />}
        {history ? (
          <Link href={recordPath(noun, record.id)} className="button">
            {words.t('action.backToRecord')}
          </Link>
        ) : (
          <Link href={`${nounPath(noun)}/${record.id}/history`} className="button">
            <IconHistory size={16} stroke={1.5} aria-hidden />
            {words.t('app.history')} <span className="muted">{changes}</span>
          </Link>
        )}
        <Link href={nounPath(noun)} className="button primary">
          {words.t(mayChange ? 'action.done' : 'action.close')}
        </Link>
      </span>
    </div>
  )
}

function Form<N extends CodedNoun>({ screen, detail }: PartProps<N>) {
  const { noun, Main, Aside, Notices, People } = screen
  const words = useWords()
  const { record, labels } = detail
  const save = useRecordSaver(noun, record.id)
  useAskedField(noun, record.id)
  return (
    <div className="page-body" data-aside>
      <div className="page-column">
        <ProblemSummary />
        <LeftInRecord noun={noun} record={record} />
        <WithdrawnNotice withdrawn={record.withdrawn} />
        <OriginLine id={record.id} />
        {screen.sections.map((section) => (
          <section className="sheet form-section" key={section.name}>
            <h2>{words.t(`section.${section.name}`)}</h2>
            <div className="field-grid">
              {section.fields.map(([name, span]) => {
                const field = fields[noun].find((each) => each.name === name)
                if (field === undefined) return null
                const value: unknown = Reflect.get(record, name)
                return field.byVerb === true || record.withdrawn !== null ? (
                  <div className="field" data-span={span} key={name}>
                    <span className="field-label">{words.field(noun, name)}</span>
                    <span className="field-read">
                      <FieldValue field={field} value={value} labels={labels} />
                    </span>
                  </div>
                ) : (
                  <AutosaveField
                    key={name}
                    noun={noun}
                    recordId={record.id}
                    field={field}
                    value={value}
                    labels={labels}
                    save={save}
                    span={span}
                  />
                )
              })}
            </div>
          </section>
        ))}
        {Main !== undefined && <Main detail={detail} />}
        <SourceRows detail={detail} />
      </div>
      <div className="page-aside">
        {Notices !== undefined && <Notices detail={detail} />}
        {record.withdrawn === null && <RecordFindings id={record.id} />}
        {People !== undefined && (
          <div className="sheet form-section">
            <People detail={detail} />
          </div>
        )}
        {Aside !== undefined && <Aside detail={detail} />}
        <CommentsSheet noun={noun} id={record.id} />
      </div>
    </div>
  )
}

/** The whole record once more, under a new code; the page of the copy opens. */
function Duplicate({ noun, id }: { readonly noun: CodedNoun; readonly id: string }) {
  const words = useWords()
  const tell = useTell()
  const [, navigate] = useLocation()
  const duplicate = useChange((client, input: { readonly id: string }) => nounClient(client, noun).duplicate(input))
  return (
    <button
      type="button"
      className="button"
      disabled={duplicate.isPending}
      onClick={() => {
        duplicate.mutate(
          { id },
          {
            onSuccess: (copy) => {
              navigate(recordPath(noun, copy.id))
              tell.done(words.t('app.duplicated', { code: copy.code }))
            },
            onError: (error) => tell.refused(sayError(words.language, error)),
          },
        )
      }}
    >
      {words.t('action.duplicate')}
    </button>
  )
}

function Withdraw<N extends CodedNoun>({ noun, detail }: { readonly noun: N; readonly detail: RecordDetail<N> }) {
  const words = useWords()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const { id, version, code } = detail.record
  const withdraw = useChange((client, reason: string) => nounClient(client, noun).withdraw({ id, version, reason }))
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.t('action.withdraw')}
      </button>
      {open && (
        <DialogForm
          name="withdraw"
          title={words.t('action.withdrawCode', { code })}
          fields={[reasonField(words)]}
          initial={{ reason: '' }}
          submitLabel={words.t('action.withdraw')}
          onCancel={() => setOpen(false)}
          onSubmit={async (values) => {
            await withdraw.mutateAsync(textOf(values.reason))
            setOpen(false)
            navigate(nounPath(noun))
          }}
        >
          <p className="hint">{words.t('app.withdrawHint')}</p>
        </DialogForm>
      )}
    </>
  )
}
