/** The group by its legal entities: a row each beside the whole, and up to which day the register of each was merged. */
import { IconBuildings, IconCalendar, IconUpload } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useChooseFile } from '#renderer/api/choose-file.ts'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { DayButton } from '#renderer/records/day-button.tsx'
import { useOpenList } from '#renderer/records/open-list.ts'
import { RecordLink } from '#renderer/records/record-link.tsx'
import { useSay } from '#renderer/records/say.ts'
import { useTell } from '#renderer/records/tell.ts'
import { useWords } from '#renderer/records/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { Labels } from '#shared/contract/base.ts'
import type { EntityTable } from '#shared/contract/merge.ts'
import { type EntityFigures, entityFigures, staleDays } from '#shared/domain/metrics/entity-figures.ts'
import { valueStatement } from '#shared/domain/metrics/kri-tile.ts'
import { type CodedNoun, codesByNoun } from '#shared/domain/nouns.ts'
import './entity.css'

export function EntityScreen({ tabs }: { readonly tabs: ReactNode }) {
  const words = useWords()
  const { t, language } = words
  const { client, utils } = useApi()
  const choose = useChooseFile()
  const tell = useTell()
  const [day, setDay] = useState<string | null>(null)
  const { data, error } = useQuery({
    ...utils.merging.entities.queryOptions({ input: { day } }),
    placeholderData: keepPreviousData,
  })
  const write = async () => {
    const folder = await choose('output-folder')
    if (folder === null) return
    try {
      const { name, rows } = await client.merging.writeEntities({ day, folder: folder.token })
      tell.done(t('merge.reportWritten', { name, count: rows }))
    } catch (refused) {
      tell.refused(sayError(language, refused))
    }
  }
  return (
    <>
      <div className="page-head">
        <IconBuildings size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('entity.title')}</h1>
        <span className="page-actions">
          {data !== undefined && (
            <DayButton icon={IconCalendar} label={t('app.asOf')} day={data.asOf} onChange={setDay} />
          )}
          <button type="button" className="button" onClick={() => void write()}>
            <IconUpload size={16} stroke={1.5} aria-hidden />
            {t('entity.toCsv')}
          </button>
        </span>
      </div>
      {tabs}
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(language, error)}</p>}
        {data !== undefined && (
          <section className="sheet form-section">
            <p className="hint">{t('entity.hint', { days: staleDays })}</p>
            <Table table={data} />
          </section>
        )}
      </div>
    </>
  )
}

function Table({ table }: { readonly table: EntityTable }) {
  const words = useWords()
  const { t } = words
  return (
    <div className="table-scroll">
      <table className="plain-table entity-table">
        <caption className="visually-hidden">{t('entity.title')}</caption>
        <thead>
          <tr>
            {(['entity', 'cutOff', 'systems', 'highTier', 'openRisks'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`entity.column.${column}`)}
              </th>
            ))}
            {entityFigures.map((id) => (
              <th key={id} scope="col">
                <span className="code">{id}</span> {t(`kri.${id}.title`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.unitId ?? 'whole'} row={row} labels={table.labels} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const counts = [
  ['systems', 'system'],
  ['highTier', 'system'],
  ['openRisks', 'risk'],
] as const

/** Every number opens the records behind it, as a figure does everywhere. */
function Row({ row, labels }: { readonly row: EntityFigures; readonly labels: Labels }) {
  const words = useWords()
  const { t } = words
  const say = useSay()
  const label = row.unitId === null ? undefined : labels[row.unitId]
  const entity = label === undefined ? t(row.unitId === null ? 'entity.whole' : 'entity.none') : words.name(label.name)
  return (
    <tr data-whole={row.unitId === null}>
      <th scope="row">
        {row.unitId !== null && label !== undefined ? <RecordLink id={row.unitId} labels={labels} /> : entity}
      </th>
      <td className="figures">
        {row.cutOff ?? (row.unitId === null ? '' : t('entity.keptHere'))}{' '}
        {row.isStale && <StatusMark status="warning" word={t('entity.stale')} />}
      </td>
      {counts.map(([count, noun]) => (
        <td key={count} className="figures">
          <Opened noun={noun} codes={row.behind[count]} title={t(`entity.column.${count}`)} entity={entity}>
            {row[count].toLocaleString('en')}
          </Opened>
        </td>
      ))}
      {entityFigures.map((id) => {
        const figure = row.figures.find((each) => each.id === id)
        const value = figure === undefined ? null : valueStatement(figure)
        const [behind] = figure === undefined ? [] : codesByNoun(figure.contributing)
        return (
          <td key={id} className="figures">
            {value === null ? (
              t('entity.noValue')
            ) : (
              <Opened
                noun={behind?.[0] ?? 'system'}
                codes={behind?.[1] ?? []}
                title={t(`kri.${id}.title`)}
                entity={entity}
              >
                {say(value)}
              </Opened>
            )}{' '}
            {figure?.unit === 'share' && figure.denominator !== null && (
              <span className="muted">
                {figure.numerator}/{figure.denominator}
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface OpenedProps {
  readonly noun: CodedNoun
  readonly codes: readonly string[]
  readonly title: string
  readonly entity: string
  readonly children: string
}

/** A number over the list of its records; text alone where there are none. */
function Opened({ noun, codes, title, entity, children }: OpenedProps) {
  const { t } = useWords()
  const openList = useOpenList()
  if (codes.length === 0) return <>{children}</>
  const behind = t('entity.behind', { entity, title })
  return (
    <button
      type="button"
      className="text-button"
      aria-label={t('entity.open', { behind, value: children })}
      onClick={() => openList(noun, codes, behind)}
    >
      {children}
    </button>
  )
}
