/** The figures of a pack as files of their own, for slides: each as SVG and as PNG. */
import { z } from 'zod'
import type { PrintJob } from '#electron/shell.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Language } from '#shared/domain/text.ts'
import { type DrawnFigure, drawnFigureSchema, figureFileName } from '#shared/pack-model/drawn-figure.ts'
import type { PackModel } from '#shared/pack-model/pages.ts'

/** Of a bundle: its figures, listed and hashed like all else in it, so that a slide can be held against the pack. */
export const figuresFolder = 'figures'

export interface FigureFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** PRINT_FAILED where the page handed over no drawings, and what `print` refuses. */
export async function figureFiles(
  model: PackModel,
  language: Language,
  title: string,
  print: (job: PrintJob) => Promise<Uint8Array>,
  wanted: (figure: DrawnFigure) => boolean = () => true,
): Promise<readonly FigureFile[]> {
  const drawn = readFigures(await print({ kind: 'figures', model, language, title }))
  return drawn.filter(wanted).flatMap((figure) => [
    { name: figureFileName(figure, language, 'svg'), content: figure.svg },
    { name: figureFileName(figure, language, 'png'), content: Buffer.from(figure.png, 'base64') },
  ])
}

function readFigures(bytes: Uint8Array): readonly DrawnFigure[] {
  try {
    return z
      .array(drawnFigureSchema)
      .min(1)
      .parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (error) {
    throw new Problem('PRINT_FAILED', { detail: 'figures' }, { cause: error })
  }
}
