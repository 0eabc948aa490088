/** The cells on a clipboard, from whichever flavour says most. */
import { readTabbed } from './clipboard-text.ts'

/**
 * Excel's own text, and ours, is exact about line breaks and quotes. A table of a page, a mail or another program loses cells
 * as text, so there the markup is read; it is only taken apart, never drawn.
 */
export function readClipboard(data: DataTransfer): readonly (readonly string[])[] {
  const html = data.getData('text/html')
  const exact = html === '' || /urn:schemas-microsoft-com:office:excel|mso-number-format/.test(html)
  return (exact ? null : tableIn(html)) ?? readTabbed(data.getData('text/plain'))
}

function tableIn(html: string): readonly (readonly string[])[] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return null
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => textOf(cell)))
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

function textOf(cell: HTMLTableCellElement): string {
  for (const each of cell.querySelectorAll('br')) each.replaceWith('\n')
  return cell.textContent.replace(/[^\S\n]+/g, ' ').trim()
}
