/** The figures of a pack's pages, in the order of their numbers. */
import type { Statement } from '../domain/statement.ts'
import type { Figure, PackModel, PackPage } from './pages.ts'

export type NamedFigure = Pick<Figure<unknown>, 'number' | 'key'> & { readonly title: Statement }

export function figuresOf({ pages }: Pick<PackModel, 'pages'>): readonly NamedFigure[] {
  return pages.flatMap(figuresOnPage)
}

function figuresOnPage(page: PackPage): readonly NamedFigure[] {
  return Object.values(page)
    .flatMap((part: unknown) => (isFigure(part) ? [part] : []))
    .sort((one, other) => one.number - other.number)
}

/** Everything of a page that has a number, a key and data is a figure, whatever the page calls it. */
function isFigure(part: unknown): part is Figure<unknown> {
  return typeof part === 'object' && part !== null && 'number' in part && 'key' in part && 'data' in part
}
