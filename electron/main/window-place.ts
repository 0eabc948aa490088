/** Where the window stood when it was closed, brought back to where it can be seen on the displays that are there now. */
import { z } from 'zod'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface WindowPlace extends Area {
  readonly maximised: boolean
}

export const windowPlaceKey = 'window'
export const smallest = { width: 1024, height: 700 }
const usual = { width: 1440, height: 940 }

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
})

/**
 * The place for a window. Undefined coordinates let the system centre it.
 *
 * @param remembered what stands in the preferences, whatever it is
 * @param displays the work areas of the displays that are there now, the main one first
 */
export function placeFor(
  remembered: unknown,
  displays: readonly Area[],
): { readonly area: Partial<Area> & { width: number; height: number }; readonly maximised: boolean } {
  const place = placeSchema.safeParse(remembered).data
  const home = place === undefined ? undefined : displays.find((display) => shows(display, place))
  if (place === undefined || home === undefined)
    return { area: fitted(place ?? usual, displays[0]), maximised: place?.maximised ?? false }
  const { width, height } = fitted(place, home)
  const within = (at: number, from: number, room: number, size: number) =>
    Math.max(from, Math.min(at, from + room - size))
  return {
    area: {
      x: within(place.x, home.x, home.width, width),
      y: within(place.y, home.y, home.height, height),
      width,
      height,
    },
    maximised: place.maximised,
  }
}

/** No smaller than is usable, unless the display itself is; no larger than the display. */
function fitted(size: { width: number; height: number }, display: Area | undefined): { width: number; height: number } {
  const room = display ?? usual
  return {
    width: Math.min(Math.max(size.width, smallest.width), room.width),
    height: Math.min(Math.max(size.height, smallest.height), room.height),
  }
}

/** Enough of the window's head lies on the display to take hold of it. */
function shows(display: Area, place: Area): boolean {
  const across = Math.min(place.x + place.width, display.x + display.width) - Math.max(place.x, display.x)
  const head = place.y + 20
  return across >= 100 && head >= display.y && head <= display.y + display.height
}
