/** How far requirements are covered, by pack and by what the company is made of: principles, roles, units, systems. */
import { IconListCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { packName } from '#renderer/records/pack-name.ts'
import { useWords, type Words } from '#renderer/records/words.ts'
import type { RequirementCoverage } from '#shared/contract/requirement.ts'
import type { coverageDimensions } from '#shared/domain/requirements/requirement-coverage.ts'
import type { CoverageDimension } from '#shared/domain/requirements/requirement-coverage.ts'
import { applyingOf, type Coverage, noCoverage, standings } from '#shared/domain/requirements/standing.ts'
import { PackChoice } from './pack-choice.tsx'
import { NoPacks } from './no-packs.tsx'
import { RequirementTabs } from './requirement-tabs.tsx'
import { CoverageBar, CoverageKey } from './standing-value.tsx'
import { TableFileButton } from './table-file-button.tsx'
import './requirement.css'

const parts = ['principle', 'role', 'unit', 'system'] as const satisfies readonly CoverageDimension[]
type Part = (typeof parts)[number]

export function CoverageScreen() {
  const words = useWords()
  const { t } = words
  const { utils } = useApi()
  const [pack, setPack] = useState<string | null>(null)
  const [part, setPart] = useState<Part>('principle')
  const { data, error } = useQuery(utils.requirement.coverage.queryOptions())
  return (
    <>
      <div className="page-head">
        <IconListCheck size={16} stroke={1.5} className="page-icon" aria-hidden />
        <h1>{t('requirement.coverageTitle')}</h1>
        <span className="page-actions">
          <TableFileButton table="coverage" />
        </span>
      </div>
      <RequirementTabs current="coverage" />
      <div className="page-body">
        {error !== null && <p role="alert">{sayError(words.language, error)}</p>}
        {data?.packs.length === 0 && <NoPacks />}
        {data !== undefined && data.packs.length > 0 && (
          <>
            <section className="sheet form-section">
              <h2>{t('requirement.byPack')}</h2>
              <CoverageTable
                caption={t('requirement.byPack')}
                subject={t('requirement.pack')}
                columns={['company', 'systems']}
                rows={data.packs.map((each) => ({
                  key: each.id,
                  name: (
                    <Link href={`/requirement/${each.id}`} className="link">
                      {packName(words, each)}
                    </Link>
                  ),
                  coverage: {
                    company: coverageIn(data, each.id, 'company', null),
                    systems: coverageIn(data, each.id, 'systems', null),
                  },
                }))}
              />
              <CoverageKey />
            </section>
            <section className="sheet form-section">
              <div className="requirement-filter">
                <h2>{t(`requirement.dimension.${part}`)}</h2>
                <PackChoice packs={data.packs} chosen={pack} all onChange={setPack} />
                <label>
                  {t('requirement.countBy')}{' '}
                  <select
                    className="input"
                    value={part}
                    onChange={(event) => setPart(parts.find((each) => each === event.currentTarget.value) ?? part)}
                  >
                    {parts.map((each) => (
                      <option key={each} value={each}>
                        {t(`requirement.dimension.${each}`)}
                      </option>
                    ))}
                  </select>
                </label>
              </div>
              {part === 'principle' && <p className="hint">{t('requirement.principleHint')}</p>}
              <CoverageTable
                caption={t(`requirement.dimension.${part}`)}
                subject={t(`requirement.subject.${part}`)}
                columns={['systems']}
                rows={rowsOf(words, data, pack, part)}
              />
            </section>
          </>
        )}
      </div>
    </>
  )
}

/** The sum over the chosen packs. */
function coverageIn(
  { rows }: RequirementCoverage,
  packId: string | null,
  dimension: CoverageDimension,
  key: string | null,
): Coverage {
  return rows
    .filter((row) => row.dimension === dimension && row.key === key && (packId === null || row.packId === packId))
    .reduce<Coverage>(
      (sum, { coverage }) =>
        Object.fromEntries(standings.map((each) => [each, sum[each] + coverage[each]])) as unknown as Coverage,
      noCoverage,
    )
}

interface TableRow {
  readonly key: string
  readonly name: ReactNode
  readonly coverage: { readonly [D in CoverageDimension]?: Coverage }
}

function rowsOf(words: Words, data: RequirementCoverage, packId: string | null, part: Part): readonly TableRow[] {
  const keys = new Set(
    data.rows
      .filter((row) => row.dimension === part && (packId === null || row.packId === packId))
      .map(({ key }) => key),
  )
  return [...keys].map((key) => ({
    key: key ?? 'none',
    name: <PartName words={words} part={part} id={key} labels={data.labels} />,
    coverage: { systems: coverageIn(data, packId, part, key) },
  }))
}

function PartName({
  words,
  part,
  id,
  labels,
}: {
  readonly words: Words
  readonly part: Part
  readonly id: string | null
  readonly labels: RequirementCoverage['labels']
}) {
  if (id === null)
    return <span className="muted">{words.t(`requirement.without.${part === 'unit' ? 'unit' : 'role'}`)}</span>
  if (part === 'principle') return words.t(`principle.${id}`)
  if (part === 'role') return words.value('systemRole', id)
  return (
    <Link href={part === 'system' ? `/requirement/system/${id}` : `/unit/${id}`} className="plain-link">
      <span className="code">{labels[id]?.code}</span> {words.label(labels, id)}
    </Link>
  )
}

interface TableProps {
  readonly caption: string
  readonly subject: string
  readonly columns: readonly (typeof coverageDimensions)[number][]
  readonly rows: readonly TableRow[]
}

function CoverageTable({ caption, subject, columns, rows }: TableProps) {
  const { t } = useWords()
  if (rows.length === 0) return <p>{t('requirement.nothingCounted')}</p>
  return (
    <div className="table-scroll">
      <table className="plain-table held-packs">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{subject}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`requirement.dimension.${column}`)}
              </th>
            ))}
            <th scope="col" className="coverage-count">
              {t('requirement.openGaps')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, coverage }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map((column) => (
                <td key={column}>
                  <CoverageBar coverage={coverage[column] ?? noCoverage} />
                </td>
              ))}
              <td className="figures coverage-count">
                {columns.reduce((sum, column) => sum + gapsIn(coverage[column]), 0).toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What applies and is neither proved nor claimed. */
function gapsIn(coverage: Coverage | undefined): number {
  return coverage === undefined ? 0 : applyingOf(coverage) - coverage.evidenced - coverage.claimed
}
