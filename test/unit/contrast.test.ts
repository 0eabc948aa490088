/**
 * The contrasts of the look, counted from the tokens themselves: text reaches 4.5, edges of controls and marks reach 3
 * (WCAG 2.2, 1.4.3 and 1.4.11), in the light window, in the dark window and on paper.
 */
import { describe, expect, test } from 'vitest'
import { type TokenName, tokens, type TokenSet } from '#renderer/theme/tokens.ts'

/** Relative luminance of `#rrggbb`, 0 black to 1 white (WCAG 2.2). */
function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

type Pairs = readonly (readonly [front: TokenName, grounds: readonly TokenName[]])[]

/** Every ground of the window on which words and marks stand. */
const grounds = ['desk', 'sheet', 'sheet-2', 'hover', 'selected', 'ai-weak', 'shu-weak'] as const
const bandsOfInk = ['band-1', 'band-2', 'band-3'] as const

const text: Pairs = [
  ['ink', [...grounds, ...bandsOfInk]],
  ['ink-2', grounds],
  ['ink-3', grounds],
  ['ai', grounds],
  ['shu', grounds],
  ['on-ai', ['ai', 'ai-hover']],
  ['on-ink', ['ink']],
  // The chosen one of a group of buttons.
  ['sheet', ['ink-2']],
  ['band-4-ink', ['band-4']],
  // Counts in stacked bars.
  ['sheet', ['seg-1']],
  ['ink', ['seg-2', 'seg-3', 'seg-4']],
]

const marks: Pairs = [
  ['control-line', grounds],
  ['ai', grounds],
  ['within', grounds],
  ['warn-edge', grounds],
  ['breach', grounds],
  ['shu', grounds],
  ['ink', grounds],
  ['ink-2', grounds],
  // The line lies at the upper edge of what is allowed, so one of its sides is always a band below the highest.
  ['appetite', [...grounds, ...bandsOfInk]],
  ['seg-edge', ['sheet', 'seg-3', 'seg-4']],
  ['seg-1', ['sheet']],
  // "Unknown" brings its own ground along.
  ['hatch', ['sheet', 'seg-4']],
]

/** Pairs below the least contrast, with what they have: `ink-3 on selected 4.31`. */
function tooWeak(set: TokenSet, pairs: Pairs, least: number): string[] {
  return pairs.flatMap(([front, behind]) =>
    behind
      .map((ground) => ({ ground, has: contrast(tokens[set][front], tokens[set][ground]) }))
      .filter(({ has }) => has < least)
      .map(({ ground, has }) => `${front} on ${ground} ${has.toFixed(2)}`),
  )
}

describe.each(['light', 'dark', 'paper'] as const)('%s', (set) => {
  test('text reaches 4.5 on every ground it stands on', () => {
    expect(tooWeak(set, text, 4.5)).toEqual([])
  })

  test('edges of controls and marks reach 3', () => {
    expect(tooWeak(set, marks, 3)).toEqual([])
  })

  test('bands and segments are told apart in grey, each step in the same direction', () => {
    /** How much lighter each is than the next: below 1 where it is darker. */
    const steps = (names: readonly TokenName[]) =>
      names.slice(1).map((name, index) => {
        const before = names[index] ?? name
        return (luminance(tokens[set][before]) + 0.05) / (luminance(tokens[set][name]) + 0.05)
      })
    const bands = steps(['band-1', 'band-2', 'band-3', 'band-4'])
    const segments = steps(['seg-4', 'seg-3', 'seg-2', 'seg-1'])
    // More is darker on white, and lighter on the dark sheet.
    const told = (step: number) => (set === 'dark' ? 1 / step : step) > 1.15
    expect([...bands, ...segments].filter((step) => !told(step))).toEqual([])
  })
})

test('words and signs on the sheet have the contrasts that the look promises', () => {
  const measured = (set: TokenSet, names: readonly TokenName[]) =>
    Object.fromEntries(names.map((name) => [name, contrast(tokens[set][name], tokens[set].sheet).toFixed(2)]))
  expect(measured('light', ['ink', 'ink-2', 'ink-3', 'ai', 'shu', 'within'])).toEqual({
    ink: '16.60',
    'ink-2': '8.60',
    'ink-3': '5.50',
    ai: '8.78',
    shu: '5.85',
    within: '5.55',
  })
  expect(measured('dark', ['ink', 'ink-2', 'ink-3', 'ai', 'shu'])).toEqual({
    ink: '13.74',
    'ink-2': '9.23',
    'ink-3': '6.33',
    ai: '8.03',
    shu: '7.49',
  })
})
