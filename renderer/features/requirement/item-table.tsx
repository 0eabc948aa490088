/** Items of a pack as a table: chosen by boxes and answered together, each opened to what it asks and what answers it. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useMayChange } from '#renderer/api/status.ts'
import { useWords } from '#renderer/records/words.ts'
import type { Labels } from '#shared/contract/base.ts'
import type { AnswerPlace, ItemStanding, RequirementPackDetail } from '#shared/contract/requirement.ts'
import type { AnsweringControl } from '#shared/domain/requirements/answering.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'
import type { Coverage, Standing } from '#shared/domain/requirements/standing.ts'
import { AnswerDialog, type AskedPlace, NotApplicableDialog } from './answer-dialogs.tsx'
import { ItemDetails } from './item-details.tsx'
import { ItemName, itemText } from './requirement-words.tsx'
import { CoverageBar, StandingValue } from './standing-value.tsx'

export interface ItemRow {
  readonly item: RequirementItem
  readonly depth: number
  /** Of the one subject that the table is about; null where the item is a heading or asked of others. */
  readonly standing: Standing | null
  /** Over all systems of which it is asked. */
  readonly systems: Coverage | null
  readonly answer: ItemStanding['answer']
  readonly controls: readonly AnsweringControl[]
  readonly later: boolean
}

export interface ItemTableProps {
  readonly rows: readonly ItemRow[]
  readonly placeOf: (item: RequirementItem) => AnswerPlace
  readonly referred?: RequirementPackDetail['referred']
  readonly labels: Labels
  readonly ours: boolean
  readonly caption: string
  /** A version that has been replaced is only read. */
  readonly closed?: boolean
  readonly onOpenSystems?: (item: RequirementItem) => void
}

export function ItemTable(props: ItemTableProps) {
  const { rows, placeOf, labels, ours, caption, referred, onOpenSystems } = props
  const words = useWords()
  const { t } = words
  const mayChange = useMayChange() && props.closed !== true
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'answer' | 'notApplicable' | null>(null)
  const answerable = rows.filter(({ standing }) => standing !== null)
  const asked: AskedPlace[] = answerable
    .filter(({ item }) => chosen.has(item.id))
    .map(({ item, answer }) => ({ item, answer, place: placeOf(item) }))
  const close = () => {
    setDialog(null)
    setChosen(new Set())
  }
  return (
    <>
      {mayChange && answerable.length > 0 && (
        <div className="requirement-bar" role="toolbar" aria-label={t('requirement.answerChosen')}>
          <label className="requirement-all">
            <input
              type="checkbox"
              checked={asked.length === answerable.length}
              onChange={(event) =>
                setChosen(new Set(event.currentTarget.checked ? answerable.map(({ item }) => item.id) : []))
              }
            />
            {t('requirement.chooseAll')}
          </label>
          <span role="status">{asked.length > 0 && t('requirement.itemsChosen', { count: asked.length })}</span>
          <button type="button" className="button" disabled={asked.length === 0} onClick={() => setDialog('answer')}>
            {t('requirement.answerVerb')}
          </button>
          <button
            type="button"
            className="button"
            disabled={asked.length === 0}
            onClick={() => setDialog('notApplicable')}
          >
            {t('action.declareNotApplicable')}
          </button>
        </div>
      )}
      <div className="table-scroll">
        <table className="plain-table requirement-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {mayChange && (
                <td className="requirement-choice">
                  <span className="visually-hidden">{t('requirement.choose')}</span>
                </td>
              )}
              <th scope="col">{t('requirement.item')}</th>
              <th scope="col">{t('requirement.for')}</th>
              <th scope="col">{t('requirement.standingHead')}</th>
              <th scope="col">{t('requirement.controls')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { item, standing, systems } = row
              const isOpen = open.has(item.id)
              const isHeading = standing === null && systems === null
              return (
                <Fragment key={item.id}>
                  <tr className={isHeading ? 'requirement-heading' : undefined} data-item={item.id}>
                    {mayChange && (
                      <td className="requirement-choice">
                        {standing !== null && (
                          <input
                            type="checkbox"
                            aria-label={itemText(words, item)}
                            checked={chosen.has(item.id)}
                            onChange={() => setChosen(toggled(chosen, item.id))}
                          />
                        )}
                      </td>
                    )}
                    <th scope="row" style={{ paddingInlineStart: `${String(8 + row.depth * 16)}px` }}>
                      <button
                        type="button"
                        className="requirement-open"
                        aria-expanded={isOpen}
                        onClick={() => setOpen(toggled(open, item.id))}
                      >
                        {isOpen ? (
                          <IconChevronDown size={14} stroke={1.5} aria-hidden />
                        ) : (
                          <IconChevronRight size={14} stroke={1.5} aria-hidden />
                        )}
                        <span>
                          <ItemName item={item} words={words} ours={ours} />
                        </span>
                      </button>
                    </th>
                    <td>
                      {isHeading
                        ? null
                        : item.appliesTo.map((each) => t(`requirement.addressee.${each}`)).join(t('app.listSeparator'))}
                    </td>
                    <td>
                      {standing !== null && <StandingValue standing={standing} />}
                      {row.later && <span className="muted"> {t('requirement.later')}</span>}
                      {row.answer?.carriedFrom != null && (
                        <span className="muted">
                          {' '}
                          {t('requirement.carriedFrom', { version: row.answer.carriedFrom })}
                        </span>
                      )}
                      {systems !== null &&
                        (onOpenSystems === undefined ? (
                          <CoverageBar coverage={systems} width={140} />
                        ) : (
                          <button type="button" className="requirement-systems" onClick={() => onOpenSystems(item)}>
                            <span className="visually-hidden">
                              {t('requirement.showSystems', { item: itemText(words, item) })}
                            </span>
                            <CoverageBar coverage={systems} width={140} />
                          </button>
                        ))}
                    </td>
                    <td className="figures">{row.controls.length > 0 && row.controls.length}</td>
                  </tr>
                  {isOpen && (
                    <tr className="requirement-more">
                      <td colSpan={mayChange ? 5 : 4}>
                        <ItemDetails
                          item={item}
                          controls={row.controls}
                          answer={row.answer}
                          {...(referred === undefined ? {} : { referred })}
                          labels={labels}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      {dialog === 'answer' && <AnswerDialog asked={asked} labels={labels} onClose={close} />}
      {dialog === 'notApplicable' && <NotApplicableDialog asked={asked} onClose={close} />}
    </>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

/** How deep each item stands under headings. */
export function depthsOf(items: readonly RequirementItem[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const { id, parent } of items) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1)
  return depths
}
