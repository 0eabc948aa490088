/** A figure as shapes and words at places: what an SVG and a picture are both made of. Colours are `#rrggbb`, lengths CSS pixels. */

export interface Path {
  readonly kind: 'path'
  /** As in an SVG's `d`. */
  readonly shape: string
  /** a b c d e f, where it is not drawn as it stands. */
  readonly matrix: readonly [number, number, number, number, number, number] | null
  readonly fill: string | null
  readonly stroke: string | null
  readonly strokeWidth: number
  readonly dash: readonly number[]
}

export interface Words {
  readonly kind: 'words'
  readonly text: string
  /** Of the first letter, on the base line. */
  readonly x: number
  readonly y: number
  /** As it was set: it is held where another face stands in. */
  readonly width: number
  readonly size: number
  readonly bold: boolean
  readonly fill: string
  /** The face as the page names it, for drawing in the page itself. */
  readonly family: string
  readonly language: string
  /** Ground around the letters, so that lines do not run through them. */
  readonly halo: { readonly colour: string; readonly width: number } | null
}

export type Item = Path | Words

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly language: string
  /** From the ground up. */
  readonly items: readonly Item[]
}

/** Two places are a fiftieth of the thinnest line, and the same on every machine. */
export function rounded(value: number): number {
  const near = Math.round(value * 100) / 100
  return Object.is(near, -0) ? 0 : near
}

/** `rgb(26, 31, 36)` as it is computed, to `#1a1f24`; null for what is not seen. */
export function colourOf(computed: string): string | null {
  if (computed === 'none') return null
  const numbers = /^rgba?\(([^)]+)\)$/
    .exec(computed)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  if (numbers === undefined || numbers.length < 3 || numbers[3] === 0) return null
  return `#${numbers
    .slice(0, 3)
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')}`
}
