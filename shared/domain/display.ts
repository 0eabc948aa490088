/** How a person wants the window on this computer: kept in the app's preferences, never in a register. */
import { z } from 'zod'
import { languages } from './text.ts'

/** In percent. Each is a step of Ctrl+plus and Ctrl+minus. */
export const zoomSteps = [80, 90, 100, 110, 125, 150, 175, 200] as const
export type Zoom = (typeof zoomSteps)[number]

export const displaySchema = z.object({
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  zoom: z.literal(zoomSteps),
  motion: z.enum(['system', 'reduced']),
  /** Whether single letters are orders: WCAG 2.1.4 wants them to be switched off by those whom they meet by accident. */
  letterKeys: z.enum(['on', 'off']),
})
export type Display = z.infer<typeof displaySchema>

export const defaultDisplay: Display = {
  language: 'system',
  theme: 'system',
  zoom: 100,
  motion: 'system',
  letterKeys: 'on',
}

/** What was kept, each choice by its own name. One that makes no sense counts as not made. */
export function displayFrom(kept: Readonly<Record<string, unknown>>): Display {
  const { language, theme, zoom, motion, letterKeys } = displaySchema.shape
  return {
    language: language.safeParse(kept.language).data ?? defaultDisplay.language,
    theme: theme.safeParse(kept.theme).data ?? defaultDisplay.theme,
    zoom: zoom.safeParse(kept.zoom).data ?? defaultDisplay.zoom,
    motion: motion.safeParse(kept.motion).data ?? defaultDisplay.motion,
    letterKeys: letterKeys.safeParse(kept.letterKeys).data ?? defaultDisplay.letterKeys,
  }
}

/** One step larger or smaller; at either end it stays. */
export function nextZoom(zoom: Zoom, direction: 1 | -1): Zoom {
  return zoomSteps[zoomSteps.indexOf(zoom) + direction] ?? zoom
}
