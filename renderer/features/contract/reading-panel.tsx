/** One point beside the list: what is asked and why, what was found, and all that is written of it. */
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { useMayChange } from '#renderer/api/status.ts'
import { AutosaveField } from '#renderer/records/autosave-field.tsx'
import { isComposing } from '#renderer/records/composing.ts'
import { FieldList } from '#renderer/records/field-list.tsx'
import { recordPath } from '#renderer/records/noun-path.ts'
import { GuidanceName, PointGroupName, PointStateMark, PointWords } from '#renderer/records/point-words.tsx'
import { type SaveField, useSaveQueue } from '#renderer/records/record-saver.ts'
import { saveField } from '#renderer/records/save-field.ts'
import { valueOf } from '#renderer/records/value-of.ts'
import { VendorWord } from '#renderer/records/vendor-word.tsx'
import { useWords } from '#renderer/records/words.ts'
import type { PictureOfPoint, ReadingPicture } from '#shared/contract/contract-readings.ts'
import { fields } from '#shared/domain/fields.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { type PointFinding, pointFindings } from '#shared/domain/third-party/contract-reading.ts'
import { placeOfPoint } from '#shared/domain/third-party/point-groups.ts'
import type { PointVerb } from './reading-verbs.tsx'

export interface ReadingPanelProps {
  readonly picture: ReadingPicture
  readonly point: PictureOfPoint
  readonly place: { readonly index: number; readonly found: number }
  /** Counts up whenever somebody asks for the details: the first field then takes the focus. */
  readonly opened: number
  readonly onStep: (step: -1 | 1) => void
  readonly onFinding: (finding: PointFinding) => void
  readonly onVerb: (verb: PointVerb) => void
  readonly onClose: () => void
}

export function ReadingPanel(props: ReadingPanelProps) {
  const { picture, point, place, opened, onStep, onFinding, onVerb, onClose } = props
  const words = useWords()
  const panel = useRef<HTMLElement>(null)
  const mayChange = useMayChange()
  useEffect(() => {
    if (opened === 0) return
    const first = panel.current?.querySelector('.panel-body :is(input, textarea, button):not(:disabled)')
    if (first instanceof HTMLElement) first.focus()
  }, [opened])
  useEffect(() => {
    const element = panel.current
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
      if (event.key === 'Escape') onClose()
      else if (step !== 0 && (event.ctrlKey || event.metaKey)) onStep(step)
      else return
      event.preventDefault()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [onClose, onStep])
  const open = picture.reading.completedOn === null && picture.reading.withdrawn === null
  return (
    <aside className="panel" ref={panel} tabIndex={-1} aria-label={`${point.id} ${words.name(point.question)}`}>
      <div className="panel-head">
        <span className="code">{point.id}</span>
        <span className="muted">{words.t('app.place', { place: place.index + 1, found: place.found })}</span>
        <span className="panel-tools">
          <button
            type="button"
            aria-label={words.t('action.previous')}
            disabled={place.index <= 0}
            onClick={() => onStep(-1)}
          >
            <IconChevronUp size={16} stroke={1.5} aria-hidden />
          </button>
          <button
            type="button"
            aria-label={words.t('action.next')}
            disabled={place.index >= place.found - 1}
            onClick={() => onStep(1)}
          >
            <IconChevronDown size={16} stroke={1.5} aria-hidden />
          </button>
          <button type="button" aria-label={words.t('action.close')} onClick={onClose}>
            <IconX size={16} stroke={1.5} aria-hidden />
          </button>
        </span>
      </div>
      <div className="panel-body">
        <div>
          <p className="hint">
            <PointGroupName group={placeOfPoint(point)} />
          </p>
          <h2 className="panel-title">{words.name(point.question)}</h2>
          <div className="identity">
            <PointStateMark state={point.state} />
            <span>
              {words.field('checkPoint', 'weight')} {words.value('weight', point.weight)}
            </span>
            <span className="muted">
              {words.t(point.applies ? `reading.asked.${point.reason}` : `reading.notAsked.${point.reason}`)}
            </span>
          </div>
        </div>
        {point.applies && open && mayChange && (
          <div className="reading-findings" role="group" aria-label={words.field('pointAnswer', 'finding')}>
            {pointFindings.map((finding, index) => (
              <button
                key={finding}
                type="button"
                className="button"
                aria-pressed={point.answer?.finding === finding && point.state !== 'carried_over'}
                onClick={() => onFinding(finding)}
              >
                {words.value('pointFinding', finding)} <kbd>{index + 1}</kbd>
              </button>
            ))}
          </div>
        )}
        {!open && picture.reading.withdrawn === null && (
          <p className="plain-notice">{words.t('reading.completeNote')}</p>
        )}
        <PointAsked point={point} picture={picture} />
        <VendorWord vendorId={picture.contract.vendorId} point={point.base} />
        {point.answer === null ? (
          point.applies && <p className="muted">{words.t('reading.detailsAfterFinding')}</p>
        ) : (
          <Details key={point.answer.id} answer={point.answer} picture={picture} open={open} />
        )}
        {point.gap && mayChange && picture.reading.withdrawn === null && (open || point.answer !== null) && (
          <div className="button-row">
            <button type="button" className="button" onClick={() => onVerb('createAction')}>
              {words.t('reading.verb.createAction')}
            </button>
            <button type="button" className="button" onClick={() => onVerb('createRisk')}>
              {words.t('reading.verb.createRisk')}
            </button>
          </div>
        )}
        <Made point={point} picture={picture} />
      </div>
    </aside>
  )
}

/** Whose words it is in, why it stands for a matter, and the guidance that it goes with. */
function PointAsked({ point, picture }: { readonly point: PictureOfPoint; readonly picture: ReadingPicture }) {
  const words = useWords()
  const ours = point.ours?.matter
  const why = ours != null && ours.id === point.matter ? ours.why : undefined
  return (
    <>
      <PointWords point={point} />
      {point.matter !== null && (
        <p>
          <b>{words.value('pointMatter', point.matter)}</b> {why !== undefined && words.name(why)}
        </p>
      )}
      {point.document !== null && (
        <p>
          <span className="muted">{words.t('reading.goesWith')}</span> <GuidanceName document={point.document} />
        </p>
      )}
      {picture.previous !== null && point.state === 'carried_over' && point.answer !== null && (
        <p className="plain-notice">
          {words.t('reading.carriedNote', {
            code: picture.previous.code,
            finding: words.value('pointFinding', point.answer.finding),
          })}
        </p>
      )}
    </>
  )
}

const always = ['clause', 'quotation', 'position', 'agreedText', 'ownerId', 'ownerPostId', 'dueOn'] as const
const ofFinding = ['clause', 'quotation'] as const
const owing: Readonly<Record<PointFinding, readonly string[]>> = {
  in_order: [],
  needs_change: [],
  risk_accepted: ['accepterId', 'acceptedUntil', 'reason'],
  not_applicable: ['reason'],
}
const half: readonly string[] = ['dueOn', 'ownerId', 'ownerPostId']

function Details({
  answer,
  picture,
  open,
}: {
  readonly answer: RecordOf<'pointAnswer'>
  readonly picture: ReadingPicture
  readonly open: boolean
}) {
  const save = useAnswerSaver(answer)
  // Who bears a risk, and until when, was decided with the finding: it is decided anew, not typed over.
  const read = [...(open ? [] : ofFinding), ...owing[answer.finding]]
  const written = [...always, 'riskIds', 'actionIds'].filter((name) => !read.includes(name))
  return (
    <>
      <dl className="key-values">
        <FieldList noun="pointAnswer" names={read} record={answer} labels={picture.labels} />
      </dl>
      <div className="field-grid">
        {written.map((name) => {
          const field = fields.pointAnswer.find((each) => each.name === name)
          return field === undefined ? null : (
            <AutosaveField
              key={name}
              noun="pointAnswer"
              recordId={answer.id}
              field={field}
              value={valueOf(answer, name)}
              labels={picture.labels}
              save={save}
              span={half.includes(name) ? 6 : 12}
            />
          )
        })}
      </div>
    </>
  )
}

/** Fields of one answer, saved one after the other. */
function useAnswerSaver(answer: RecordOf<'pointAnswer'>): SaveField {
  const { client } = useApi()
  const inTurn = useSaveQueue()
  const known = useRef(answer)
  useEffect(() => {
    if (answer.version > known.current.version) known.current = answer
  }, [answer])
  return (field, value, base) =>
    inTurn(async () => {
      known.current = await saveField(
        {
          known: () => Promise.resolve(known.current),
          update: (version, patch) => client.contractReading.editAnswer({ id: answer.id, version, patch }),
        },
        field,
        value,
        base,
      )
    })
}

/** Actions and risks that were made of it, each a step away. */
function Made({ point, picture }: { readonly point: PictureOfPoint; readonly picture: ReadingPicture }) {
  const words = useWords()
  const ids = [...(point.answer?.actionIds ?? []), ...(point.answer?.riskIds ?? [])]
  if (ids.length === 0) return null
  return (
    <section className="related">
      <h3>{words.t('reading.made')}</h3>
      <ul>
        {ids.map((id) => {
          const label = picture.labels[id]
          return label === undefined ? null : (
            <li key={id}>
              <Link href={recordPath(label.noun, id)} className="related-link">
                <span className="code">{label.code}</span>
                <span className="related-name">{words.name(label.name)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
