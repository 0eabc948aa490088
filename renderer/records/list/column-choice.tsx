/** Which columns a list shows, in which order, and how high its rows are. */
import { Popover } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { searchKey } from '#shared/domain/text.ts'
import { type Column, type ColumnLayout, densities, type Density } from '../grid/column.ts'
import { useWords } from '../words.ts'
import { movedBy, toggled } from '../grid/layout-change.ts'

export interface ColumnChoiceProps<N extends CodedNoun> {
  readonly columns: readonly Column<N>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  /** Back to the columns that the noun begins with. */
  readonly onReset: () => void
}

export function ColumnChoice<N extends CodedNoun>({ columns, layout, onLayout, onReset }: ColumnChoiceProps<N>) {
  const words = useWords()
  const name = useId()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const named = columns.map((column) => ({ id: column.id, text: column.heading(words) }))
  const matches = ({ text }: { readonly text: string }) => searchKey(text).includes(searchKey(typed))
  const shown = layout.shown.flatMap((id) => named.find((each) => each.id === id) ?? []).filter(matches)
  const hidden = named.filter(({ id }) => !layout.shown.includes(id)).filter(matches)
  const box = ({ id, text }: (typeof named)[number]) => (
    <label>
      <input type="checkbox" checked={layout.shown.includes(id)} onChange={() => onLayout(toggled(layout, id))} />
      {text}
    </label>
  )
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconColumns3 size={16} stroke={1.5} aria-hidden />
          {words.t('list.columns')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.t('list.columns')}>
        <div className="column-choice">
          <input
            className="input"
            type="search"
            aria-label={words.t('list.findColumn')}
            placeholder={words.t('list.findColumn')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className="column-list" role="group" aria-label={words.t('list.shownColumns')}>
            {shown.map((each) => {
              const place = layout.shown.indexOf(each.id)
              return (
                <div key={each.id} className="column-row">
                  {box(each)}
                  <button
                    type="button"
                    aria-label={words.t('list.moveColumnLeft', { column: each.text })}
                    disabled={place === 0}
                    onClick={() => onLayout(movedBy(layout, each.id, -1))}
                  >
                    <IconArrowUp size={14} stroke={1.5} aria-hidden />
                  </button>
                  <button
                    type="button"
                    aria-label={words.t('list.moveColumnRight', { column: each.text })}
                    disabled={place === layout.shown.length - 1}
                    onClick={() => onLayout(movedBy(layout, each.id, 1))}
                  >
                    <IconArrowDown size={14} stroke={1.5} aria-hidden />
                  </button>
                </div>
              )
            })}
          </div>
          <div className="column-list" role="group" aria-label={words.t('list.moreColumns')}>
            {hidden.map((each) => (
              <div key={each.id} className="column-row">
                {box(each)}
              </div>
            ))}
          </div>
          <fieldset className="density">
            <legend>{words.t('list.density')}</legend>
            {(Object.keys(densities) as Density[]).map((density) => (
              <label key={density}>
                <input
                  type="radio"
                  name={name}
                  checked={layout.density === density}
                  onChange={() => onLayout({ ...layout, density })}
                />
                {words.t(`list.densities.${density}`)}
              </label>
            ))}
          </fieldset>
          <button type="button" className="text-button" onClick={onReset}>
            {words.t('list.resetColumns')}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
