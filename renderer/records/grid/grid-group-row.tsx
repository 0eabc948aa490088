/** The heading of a group between the records: its value, how many records it holds, open or collapsed. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'

export interface GridGroupRowProps {
  readonly index: number
  readonly columns: number
  readonly height: number
  readonly label: string
  readonly count: number
  readonly collapsed: boolean
  readonly focusable: boolean
  readonly onToggle: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function GridGroupRow(props: GridGroupRowProps) {
  const { index, columns, height, label, count, collapsed, focusable, onToggle, onKeyDown } = props
  const Chevron = collapsed ? IconChevronRight : IconChevronDown
  return (
    <tr
      className="grid-group"
      data-index={index}
      aria-rowindex={index + 2}
      aria-expanded={!collapsed}
      tabIndex={focusable ? 0 : -1}
      style={{ height }}
      onClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <th colSpan={columns} scope="colgroup">
        <span className="grid-group-heading">
          <Chevron size={16} stroke={1.5} aria-hidden />
          {label} <span className="muted">{count}</span>
        </span>
      </th>
    </tr>
  )
}
