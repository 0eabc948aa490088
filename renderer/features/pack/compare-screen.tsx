/** Two packs, or a pack and the draft of today, held against each other: risk by risk, system by system, control by control. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { TableFileButton } from '#renderer/records/table-file-button.tsx'
import { useWords } from '#renderer/records/words.ts'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import type { ComparisonPage } from '#shared/contract/pack.ts'
import { type ComparedSection, comparedSections } from '#shared/domain/compare/compare-packs.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { ComparedRecordView } from './compared-record.tsx'
import { ComparisonSummary } from './comparison-summary.tsx'
import './comparison.css'

type Packs = readonly RecordOf<'pack'>[]
/** The draft of today among the packs that can be chosen. */
const draft = 'draft'

/** `id`: the pack (or draft) that is compared with the one before it; without one the last two packs. */
export function PackCompareScreen({ id = null }: { readonly id?: string | null }) {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const { data: packs, error } = useQuery(utils.pack.list.queryOptions())
  return (
    <>
      {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
      {packs?.length === 0 && (
        <>
          <div className="page-head">
            <h1>{t('comparison.title')}</h1>
          </div>
          <div className="page-body">
            <section className="sheet empty">
              <p>{t('app.noPacks')}</p>
              <p className="muted">{t('pack.first')}</p>
              <Link href="/pack" className="button">
                {t('nav.pack')}
              </Link>
            </section>
          </div>
        </>
      )}
      {packs !== undefined && packs.length > 0 && <Comparison packs={packs} id={id} />}
    </>
  )
}

/** The pack before one, of a list that begins with the newest; null of the first. */
function before(packs: Packs, id: string): string | null {
  if (id === draft) return packs[0]?.id ?? null
  const at = packs.findIndex((pack) => pack.id === id || pack.code === id)
  return packs[at + 1]?.id ?? null
}

function Comparison({ packs, id }: { readonly packs: Packs; readonly id: string | null }) {
  const { t } = useWords()
  const { client } = useApi()
  const named = packs.find((pack) => pack.id === id || pack.code === id)?.id ?? null
  // Where there is one pack only, it is compared with what a pack of today would say.
  const first = id === draft || (id === null && packs.length === 1) ? draft : (named ?? packs[0]?.id ?? draft)
  const [later, setLater] = useState(first)
  const [earlier, setEarlier] = useState(() => before(packs, first))
  const other = later === draft ? null : later
  return (
    <>
      <div className="page-head">
        <h1>{t('comparison.title')}</h1>
        <span className="page-actions">
          {earlier !== null && (
            <TableFileButton write={(folder) => client.pack.writeComparison({ one: earlier, other, folder })} />
          )}
          <Link href="/pack" className="button primary">
            {t('action.close')}
          </Link>
        </span>
      </div>
      <div className="page-body">
        <section className="sheet form-section comparison-choice" data-print="none">
          <PackSelect label={t('comparison.earlier')} packs={packs} value={earlier} onChoose={setEarlier} />
          <PackSelect label={t('comparison.later')} packs={packs} value={later} withDraft onChoose={setLater} />
        </section>
        {earlier === null ? (
          <section className="sheet form-section">
            <p>{t('pack.first')}</p>
          </section>
        ) : (
          <Compared key={`${earlier} ${later}`} one={earlier} other={other} />
        )}
      </div>
    </>
  )
}

interface PackSelectProps {
  readonly label: string
  readonly packs: Packs
  /** Null: none is chosen yet. */
  readonly value: string | null
  readonly withDraft?: boolean
  readonly onChoose: (id: string) => void
}

function PackSelect({ label, packs, value, withDraft = false, onChoose }: PackSelectProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <span className="comparison-select">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
        {value === null && <option value="">{t('comparison.choose')}</option>}
        {withDraft && <option value={draft}>{t('comparison.draft')}</option>}
        {packs.map((pack) => (
          <option key={pack.id} value={pack.id}>
            {t('comparison.pack', { code: pack.code, day: pack.asOf })}
          </option>
        ))}
      </select>
    </span>
  )
}

function Compared({ one, other }: { readonly one: string; readonly other: string | null }) {
  const words = useWords()
  const { utils } = useApi()
  const [section, setSection] = useState<ComparedSection | 'all'>('all')
  const [by, setBy] = useState<string | null>(null)
  const [late, setLate] = useState(false)
  const [limit, setLimit] = useState(100)
  const asked = { one, other, section: section === 'all' ? null : section, by, late, limit }
  const { data, error } = useQuery({
    ...utils.pack.compare.queryOptions({ input: asked }),
    placeholderData: (shown) => shown,
  })
  if (error !== null) return <p role="alert">{sayError(words.language, error)}</p>
  if (data === undefined) return <p className="muted">{words.t('app.loading')}</p>
  return (
    <>
      <ComparisonSummary data={data} />
      <section className="sheet form-section comparison-records">
        <h2>{words.t('comparison.records')}</h2>
        <div className="comparison-filters" data-print="none">
          <ChoiceGroup
            label={words.t('comparison.section')}
            values={['all', ...comparedSections]}
            chosen={section}
            say={(each) => sectionWord(words.t, each, data)}
            onChoose={setSection}
          />
          <ActorSelect data={data} value={by} onChoose={setBy} />
          <label className="comparison-late">
            <input type="checkbox" checked={late} onChange={(event) => setLate(event.currentTarget.checked)} />
            {words.t('comparison.onlyLate', { count: data.lateRecords })}
          </label>
        </div>
        {data.records.length === 0 && <p className="comparison-none">{words.t('comparison.nothing')}</p>}
        {data.records.map((record) => (
          <ComparedRecordView key={`${record.noun} ${record.id}`} record={record} page={data} />
        ))}
        {data.records.length < data.total && (
          <button type="button" className="button" onClick={() => setLimit(Math.min(limit + 200, 1000))}>
            {words.t('comparison.more', { shown: data.records.length, total: data.total })}
          </button>
        )}
      </section>
    </>
  )
}

function sectionWord(
  t: ReturnType<typeof useWords>['t'],
  section: ComparedSection | 'all',
  { sections }: ComparisonPage,
): string {
  const count = comparedSections.reduce(
    (sum, each) => (section === 'all' || section === each ? sum + sections[each] : sum),
    0,
  )
  const word =
    section === 'all' ? t('app.all') : section === 'other' ? t('comparison.other') : t(`noun.${section}.many`)
  return t('comparison.sectionCount', { section: word, count })
}

interface ActorSelectProps {
  readonly data: ComparisonPage
  readonly value: string | null
  readonly onChoose: (key: string | null) => void
}

function ActorSelect({ data, value, onChoose }: ActorSelectProps) {
  const words = useWords()
  const id = useId()
  return (
    <span className="comparison-select">
      <label className="field-label" htmlFor={id}>
        {words.t('comparison.by')}
      </label>
      <select
        id={id}
        className="input"
        value={value ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{words.t('app.all')}</option>
        {data.actors.map(({ key, personId, account, records }) => (
          <option key={key} value={key}>
            {words.t('comparison.actor', { name: words.label(data.labels.after, personId) || account, count: records })}
          </option>
        ))}
      </select>
    </span>
  )
}
