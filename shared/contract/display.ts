/** How a person wants the window: language, theme, zoom, motion. Needs no open register. */
import { type Display, displaySchema } from '#shared/domain/display.ts'
import { operation, type } from './base.ts'

export interface ShownDisplay extends Display {
  /** False where the preferences cannot be written: what is chosen holds until the window is closed. */
  readonly isKept: boolean
}

export const display = {
  get: operation.output(type<ShownDisplay>()),
  /** Changes what is named; takes effect at once. */
  set: operation.input(displaySchema.partial().strict()).output(type<ShownDisplay>()),
}
