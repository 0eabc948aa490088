/** A figure of the pack as a drawing of its own, as the printed page hands it over: what goes onto a slide. */
import { z } from 'zod'

export const drawnFigureSchema = z.object({
  number: z.int().min(1),
  /** As in `Figure`: 'heatMap', 'movement'. */
  key: z.string().regex(/^[a-zA-Z]+$/),
  /** From 1, where a table is longer than a page and comes in several drawings; else null. */
  part: z.int().min(1).nullable(),
  svg: z.string().startsWith('<svg '),
  /** Base64, of two pixels for each of the drawing. */
  png: z.string().min(1),
})
export type DrawnFigure = z.infer<typeof drawnFigureSchema>

/** `figure-08-movement.en.svg`, `figure-48-figures-2.en.svg`: sorts by number, and says what it is wherever it is put. */
export function figureFileName(
  { number, key, part }: Pick<DrawnFigure, 'number' | 'key' | 'part'>,
  language: string,
  kind: 'svg' | 'png',
) {
  const words = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const name = part === null ? words : `${words}-${String(part)}`
  return `figure-${String(number).padStart(2, '0')}-${name}.${language}.${kind}`
}
