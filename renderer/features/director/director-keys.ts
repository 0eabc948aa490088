/** The keys of the director's view: turning pages, going to one by its number, the whole screen, leaving. */

export type DirectorOrder =
  /** `scroll`: first to the end of a page that is longer than its place. */
  | { readonly kind: 'turn'; readonly by: 1 | -1; readonly scroll: boolean }
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  /** A digit of a page's number. */
  | { readonly kind: 'digit'; readonly digit: string }
  /** To the page whose number was typed. */
  | { readonly kind: 'goTo' }
  | { readonly kind: 'fullScreen' }
  | { readonly kind: 'leave' }

export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface Where {
  /** What has the focus takes text. */
  readonly isTyping: boolean
  /** It is pressed by Enter and the space bar: a button, a link. */
  readonly isPressable: boolean
  /** It scrolls by itself: a list of records, the contents. */
  readonly scrolls: boolean
  /** A page's number is being typed. */
  readonly isNumberTyped: boolean
  /** Single signs are orders, unless they are switched off. */
  readonly letters: boolean
}

const turns: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}

/** What a key orders where the focus is; null where it is left to what has the focus. */
export function directorOrder(pressed: PressedKey, where: Where): DirectorOrder | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'Escape') return { kind: 'leave' }
  if (where.isTyping) return null
  // Full-width digits are digits with Japanese input on.
  const sign = key.normalize('NFKC')
  if (where.letters) {
    if (/^\d$/.test(sign)) return { kind: 'digit', digit: sign }
    if (sign.toUpperCase() === 'F') return { kind: 'fullScreen' }
  }
  if (key === 'Enter' && where.isNumberTyped) return { kind: 'goTo' }
  if (where.scrolls) return null
  if (sign === ' ') return where.isPressable ? null : { kind: 'turn', by: shiftKey ? -1 : 1, scroll: true }
  const by = turns[key]
  if (by !== undefined) return { kind: 'turn', by, scroll: key !== 'ArrowLeft' && key !== 'ArrowRight' }
  if (key === 'Home') return { kind: 'first' }
  if (key === 'End') return { kind: 'last' }
  return null
}

/** The scale at which a page fits: whole, or as wide as its place. Sizes in CSS pixels. */
export function scaleOf(
  place: { readonly width: number; readonly height: number },
  page: { readonly width: number; readonly height: number },
  fit: 'whole' | 'width',
): number {
  if (place.width <= 0 || place.height <= 0) return 1
  const byWidth = place.width / page.width
  const scale = fit === 'width' ? byWidth : Math.min(byWidth, place.height / page.height)
  // Never so small that nothing is left of it: then the place scrolls.
  return Math.max(scale, 0.3)
}
