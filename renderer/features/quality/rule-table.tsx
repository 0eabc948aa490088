/** The rules that find something, each with its findings beneath once it is opened; those that find nothing in one line. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useSay } from '#renderer/records/say.ts'
import { useWords } from '#renderer/records/words.ts'
import { Unbroken } from '#renderer/ui/unbroken.tsx'
import type { FindingRow, QualityResult, QualityRow } from '#shared/contract/quality.ts'
import { fieldWord, placeOf } from './quality-words.ts'
import { SeverityMark } from './severity-mark.tsx'

export interface RuleTableProps {
  readonly result: QualityResult
  readonly opened: string | null
  readonly onOpen: (rule: string) => void
  readonly onMore: () => void
}

export function RuleTable({ result, opened, onOpen, onMore }: RuleTableProps) {
  const { t } = useWords()
  const finding = result.rules.filter(({ found, id }) => found > 0 || id === opened)
  const quiet = result.rules.filter((each) => !finding.includes(each))
  return (
    <>
      {finding.length === 0 ? (
        <p className="block-none">{t('quality.nothing', { count: result.rules.length })}</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table quality-rules">
            <caption className="visually-hidden">{t('quality.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('quality.column.rule')}</th>
                <th scope="col">{t('quality.column.severity')}</th>
                <th scope="col">{t('quality.column.ruleSentence')}</th>
                <th scope="col">{t('quality.column.noun')}</th>
                <th scope="col" data-end>
                  {t('quality.column.found')}
                </th>
              </tr>
            </thead>
            <tbody>
              {finding.map((rule) => (
                <RuleRows
                  key={rule.id}
                  rule={rule}
                  result={result}
                  isOpen={rule.id === opened}
                  onOpen={onOpen}
                  onMore={onMore}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {quiet.length > 0 && finding.length > 0 && (
        <p className="muted quality-quiet">
          {t('quality.quiet', { count: quiet.length })} {quiet.map(({ id }) => id).join(t('app.listSeparator'))}
        </p>
      )}
    </>
  )
}

interface RuleRowsProps extends Pick<RuleTableProps, 'result' | 'onOpen' | 'onMore'> {
  readonly rule: QualityRow
  readonly isOpen: boolean
}

function RuleRows({ rule, result, isOpen, onOpen, onMore }: RuleRowsProps) {
  const { t } = useWords()
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <td className="code">{rule.id}</td>
        <td>
          <SeverityMark severity={rule.severity} />
        </td>
        <th scope="row">
          <button type="button" className="quality-rule" aria-expanded={isOpen} onClick={() => onOpen(rule.id)}>
            <Chevron size={16} stroke={1.5} aria-hidden />
            {t(`quality.rule.${rule.name}`)}
          </button>
        </th>
        <td>{t(`quality.noun.${rule.noun}`)}</td>
        <td data-end className="figures">
          {t('quality.foundOf', { found: rule.found.toLocaleString('en'), looked: rule.looked.toLocaleString('en') })}
        </td>
      </tr>
      {isOpen && (
        <tr className="quality-findings">
          <td colSpan={5}>
            <Findings rule={rule} result={result} />
            {result.findings.length < rule.found && (
              <button type="button" className="button" onClick={onMore}>
                {t('quality.showMore', { shown: result.findings.length, count: rule.found })}
              </button>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

function Findings({ rule, result }: { readonly rule: QualityRow; readonly result: QualityResult }) {
  const words = useWords()
  const { t } = words
  const own = result.findings.filter((finding) => finding.rule === rule.id)
  if (own.length === 0) return <p className="muted">{t('quality.noneHere')}</p>
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{t(`quality.rule.${rule.name}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`quality.noun.${rule.noun}`)}</th>
          <th scope="col">{t('quality.column.finding')}</th>
          <th scope="col">{t('quality.column.field')}</th>
          <th scope="col">{t('quality.column.owner')}</th>
        </tr>
      </thead>
      <tbody>
        {own.map((finding) => (
          <tr key={`${finding.recordId} ${finding.code}`}>
            <th scope="row">
              <FindingLink finding={finding} result={result} />
            </th>
            <td>
              <Sentence rule={rule} finding={finding} />
            </td>
            <td className="muted">{fieldWord(words, finding.noun, finding.field)}</td>
            <td>{words.label(result.labels, finding.ownerId)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FindingLink({ finding, result }: { readonly finding: FindingRow; readonly result: QualityResult }) {
  const words = useWords()
  const { noun, code, recordId, field } = finding
  const name =
    noun === 'settings'
      ? words.t(code.startsWith('K') ? `kri.${code}.title` : `value.riskCategory.${code}`)
      : words.label(result.labels, recordId)
  return (
    <Link href={placeOf(finding)} state={{ field }} className="link">
      <span className="code">{code}</span> {name === code ? '' : name}
    </Link>
  )
}

function Sentence({ rule, finding }: { readonly rule: QualityRow; readonly finding: FindingRow }) {
  const say = useSay()
  return <Unbroken text={say({ key: `quality.finding.${rule.name}`, facts: finding.facts })} />
}
