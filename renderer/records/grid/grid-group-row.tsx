/** The heading of a group between the records: its value, how many records it holds, open or collapsed. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'

export interface GridGroupRowProps {
  readonly index: number
  readonly columns: number
  readonly height: number
  readonly label: string
  readonly count: number
  readonly collapsed: boolean
  readonly active: boolean
}

export function GridGroupRow(props: GridGroupRowProps) {
  const { index, columns, height, label, count, collapsed, active } = props
  const Chevron = collapsed ? IconChevronRight : IconChevronDown
  return (
    <tr className="grid-group" data-index={index} aria-rowindex={index + 2} style={{ height }}>
      <td
        colSpan={columns}
        // The first cell of a record: from here the arrow keys go on.
        data-column={1}
        data-active={active}
        aria-colindex={1}
        aria-expanded={!collapsed}
        tabIndex={active ? 0 : -1}
      >
        <span className="grid-group-heading cell-open">
          <Chevron size={16} stroke={1.5} aria-hidden />
          {label} <span className="muted">{count}</span>
        </span>
      </td>
    </tr>
  )
}
